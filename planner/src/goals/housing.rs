//! A home's loan within its limits, and whether to prepay the loans there are.

use serde::{Deserialize, Serialize};

use super::mortgage::{self, Compounding, EqualPrincipal};
use super::{Room, total};
use crate::answers::{Debt, Home, Repayment};
use crate::firm::LoanPolicy;
use crate::{household, rate};

/// Loans, those there are and the one of a home to be bought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loans {
    /// What the loans there are take of this year's income; none without income.
    pub debt_share_now: Option<f64>,
    /// The loan of a home to be bought.
    pub home: Option<HomeLoan>,
    /// Each loan there is, in the order of the answers.
    pub debts: Vec<Prepay>,
}

/// The loan of a home to be bought, in today's money, held to the limits of the region.
///
/// Property tax and heating, which lenders add, are not asked for; the income typed is after tax.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeLoan {
    /// Price of the home.
    pub price: f64,
    /// Down payment.
    pub down: f64,
    /// What is borrowed.
    pub principal: f64,
    /// Interest a month, a fraction.
    pub rate_month: f64,
    /// Months of the loan.
    pub months: u32,
    /// Which of the two ways they chose.
    pub repayment: Repayment,
    /// The payment a month where all are equal.
    pub equal_payment: f64,
    /// All interest of equal payments.
    pub equal_payment_interest: f64,
    /// The payments where the parts of the principal are equal.
    pub equal_principal: EqualPrincipal,
    /// Rate quoted a year at which the limits are tested, a fraction.
    pub tested_rate: f64,
    /// First payment a month at that rate.
    pub tested_payment: f64,
    /// Income a month in the year of the purchase.
    pub income_month: f64,
    /// What the home takes of it, tested; none without income. Limit and whether it is kept beside it.
    pub home_share: Limit,
    /// What all debts take of it, tested.
    pub debt_share: Limit,
    /// Down payment as a share of the price.
    pub down_share: Limit,
    /// The dearest home that keeps the limits of income, at this share of down payment; none where
    /// nothing is borrowed.
    pub price_most: Option<f64>,
}

/// A share and its limit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// The share; none where there is no income to take it of.
    pub share: Option<f64>,
    /// The limit of the region.
    pub limit: f64,
    /// The limit is kept.
    pub kept: bool,
}

/// Prepay a loan, or invest: its rate against what the proposed mix is worth after its risk.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prepay {
    /// Interest a year, compounded, a fraction.
    pub rate: f64,
    /// The rate follows from balance and payments, since none was named.
    pub implied: bool,
    /// Certainty equivalent of the proposed mix: nominal, after product costs, a fraction a year.
    pub invest_rate: f64,
    /// What prepaying is better by, a fraction a year; negative where investing is.
    pub better_by: f64,
}

/// Lays out the loans.
pub(super) fn lay_out(room: &Room) -> Loans {
    let answers = room.answers;
    let incomes = incomes(room);
    let income = incomes.first().copied().unwrap_or(0.0);
    let paid = total(answers.debts.iter().map(|debt| debt.payment_year));
    let invest_rate = certainty_equivalent(room);
    Loans {
        debt_share_now: (income > 0.0).then(|| paid / income),
        home: answers.life.home.as_ref().map(|home| home_loan(room, home, &incomes)),
        debts: answers.debts.iter().map(|debt| prepay(room, debt, invest_rate)).collect(),
    }
}

fn incomes(room: &Room) -> Vec<f64> {
    let tried = &room.cases.tried;
    household::incomes(room.answers, &tried.people, room.moves.retire_age, tried.years)
}

fn home_loan(room: &Room, home: &Home, incomes: &[f64]) -> HomeLoan {
    let answers = room.answers;
    let policy = room.firm.policy.life.loan_of(answers.region);
    let compounding = Compounding::of(answers.region);
    let months = 12 * home.loan_years;
    let principal = home.price * (1.0 - home.down_share);
    let rate_month = mortgage::monthly_rate(home.loan_rate, compounding);
    let tested_rate = tested_rate(home.loan_rate, policy);
    let tested = |principal: f64| {
        let rate = mortgage::monthly_rate(tested_rate, compounding);
        match home.repayment {
            Repayment::EqualPayment => mortgage::equal_payment(principal, rate, months),
            Repayment::EqualPrincipal => mortgage::equal_principal(principal, rate, months).first,
        }
    };
    let equal_payment = mortgage::equal_payment(principal, rate_month, months);
    let income_month = incomes.get(home.in_years as usize).copied().unwrap_or(0.0) / 12.0;
    let running = answers.debts.iter().filter(|debt| home.in_years < debt.years);
    let debts_month = total(running.map(|debt| debt.payment_year)) / 12.0;
    let share = |paid: f64, limit: f64| {
        let share = (income_month > 0.0).then(|| paid / income_month);
        Limit { share, limit, kept: paid <= limit * income_month }
    };
    let payment = tested(principal);
    let room_month =
        (policy.home_share * income_month).min(policy.debt_share * income_month - debts_month).max(0.0);
    HomeLoan {
        price: home.price,
        down: home.price * home.down_share,
        principal,
        rate_month,
        months,
        repayment: home.repayment,
        equal_payment,
        equal_payment_interest: equal_payment * f64::from(months) - principal,
        equal_principal: mortgage::equal_principal(principal, rate_month, months),
        tested_rate,
        tested_payment: payment,
        income_month,
        home_share: share(payment, policy.home_share),
        debt_share: share(payment + debts_month, policy.debt_share),
        down_share: Limit {
            share: Some(home.down_share),
            limit: policy.down_share,
            kept: policy.down_share <= home.down_share,
        },
        // A payment is in proportion to what is borrowed.
        price_most: (home.down_share < 1.0).then(|| room_month / tested(1.0 - home.down_share)),
    }
}

/// The rate at which the limits are tested: the contract's plus a margin, and a least rate.
#[must_use]
pub fn tested_rate(rate: f64, policy: &LoanPolicy) -> f64 {
    (rate + policy.test_above).max(policy.test_least)
}

/// What the proposed mix is worth to this client without its risk, nominal and after product costs.
///
/// # Formula
///
/// `mean - gamma / 2 × variance`
fn certainty_equivalent(room: &Room) -> f64 {
    let figures = &room.allocation.figures;
    let variance = figures.volatility * figures.volatility;
    figures.arithmetic - figures.fee - room.allocation.gamma / 2.0 * variance
}

fn prepay(room: &Room, debt: &Debt, invest_rate: f64) -> Prepay {
    let month = debt.rate.map_or_else(
        || implied_rate_month(debt),
        |rate| mortgage::monthly_rate(rate, Compounding::of(room.answers.region)),
    );
    let rate = rate::growth(month, 12) - 1.0;
    Prepay { rate, implied: debt.rate.is_none(), invest_rate, better_by: rate - invest_rate }
}

/// Largest rate a month that is looked for, a fraction.
const MOST_RATE_MONTH: f64 = 0.05;

/// The rate a month at which the payments repay the balance, to a hair; 0 where they do not even
/// without interest, and at most 5%.
#[must_use]
pub fn implied_rate_month(debt: &Debt) -> f64 {
    let months = 12 * debt.years;
    let pays = |rate: f64| 12.0 * mortgage::equal_payment(debt.balance, rate, months) <= debt.payment_year;
    let (mut low, mut high) = (0.0, MOST_RATE_MONTH);
    if !pays(low) || debt.balance <= 0.0 {
        return 0.0;
    }
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if pays(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
