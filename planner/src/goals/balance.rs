//! The household's years: what comes in, what goes out, what is left.

use serde::{Deserialize, Serialize};

use super::{Pots, Room, total};
use crate::household;

/// One year of the household, in today's money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    /// Years from now.
    pub year: u32,
    /// Work and pensions of both adults.
    pub income: f64,
    /// Spending, children's daily life included: today's until retirement, then the wished one.
    pub spending: f64,
    /// Payments of the loans there are, whose real value inflation wears down.
    pub loans: f64,
    /// Support of parents.
    pub parents: f64,
    /// Put by for goals and paid for a new home's loan before retirement; in retirement, what goals
    /// and that loan cost in the year.
    pub goals: f64,
    /// Saved for retirement.
    pub retirement: f64,
    /// What is left; negative in retirement is drawn from the money, before it, is not covered.
    pub left: f64,
}

/// Lays out every year of the plan.
pub(super) fn lay_out(room: &Room, pots: &Pots) -> Vec<Balance> {
    let (answers, tried) = (room.answers, &room.cases.tried);
    let incomes = household::incomes(answers, &tried.people, room.moves.retire_age, tried.years);
    let mut prices = 1.0;
    (0..tried.years)
        .zip(incomes)
        .map(|(year, income)| {
            let retired = year >= tried.retire_in;
            let running = answers.debts.iter().filter(|debt| year < debt.years);
            let loans = total(running.map(|debt| debt.payment_year / prices));
            prices *= 1.0 + room.inflation();
            let supported = answers.life.parents.iter().filter(|parent| year < parent.years);
            let parents = total(supported.map(|parent| parent.support_year));
            let at = |flows: &[f64]| flows.get(year as usize).copied().unwrap_or(0.0);
            // Loans and parents are owed by retirement alone; before it they are paid from income.
            let known = if retired { loans + parents } else { 0.0 };
            let goals = at(&pots.from_saving) + (at(&tried.obligations) - known).max(0.0);
            let spending = if retired { tried.wished_year } else { answers.spending_year };
            let retirement = tried.saving(year as usize);
            let left = income - spending - loans - parents - goals - retirement;
            Balance { year, income, spending, loans, parents, goals, retirement, left }
        })
        .collect()
}
