//! Stage 6: lifetimes and levers become ranked moves to green, exact to one unit of money.

use serde::{Deserialize, Serialize};

use crate::GoalMove;
use crate::allocation::LogReturn;
use crate::answers::Answers;
use crate::border::Borders;
use crate::firm::ZonePolicy;
use crate::household::{Cases, Household};
use crate::projection::{Futures, Lifetimes};
use crate::zone::{self, Zone};

/// The moves that lead to green, cheapest for the client first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// Single moves, each of which alone reaches green; empty when green already.
    pub moves: Vec<Move>,
    /// Levers that cannot reach green alone, with the reason.
    pub out_of_reach: Vec<OutOfReach>,
    /// The most that can be spent a year and stay green, in whole units; none if nothing can.
    pub green_spending_year: Option<f64>,
}

/// One move that reaches green.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// Which lever.
    pub lever: Lever,
    /// The lever's new value: spending a year, saving a year, one-off amount, or retirement age.
    pub value: f64,
    /// The change against the plan: less spending, more saving, the amount, or years; above 0.
    pub change: f64,
    /// The same as a fraction of what it changes, 0 where that is less than one unit of money; for
    /// later years, of the working years left.
    pub share: f64,
    /// What it costs the client in money of today over the plan: the present value of what they
    /// give up, at the mix's expected return.
    pub cost: f64,
    /// P after the move, 0 to 1.
    pub success_after: f64,
    /// The zone after the move: always green.
    pub zone_after: Zone,
}

/// What can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lever {
    /// Spend less in retirement.
    Spend,
    /// Save more until retirement.
    Save,
    /// Add one amount today.
    OneOff,
    /// Retire later.
    Later,
}

/// A lever that cannot reach green alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOfReach {
    /// Which.
    pub lever: Lever,
    /// Why.
    pub why: OutOfReachWhy,
}

/// Why a lever cannot reach green alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutOfReachWhy {
    /// Retired already: no saving left, no later retirement.
    Retired,
    /// Spending would fall below what is essential.
    BelowEssential,
    /// The years tried, up to the latest age the client named, are not enough.
    TooFewYears,
    /// The amount would exceed the household's income.
    AboveIncome,
}

/// Finds the single moves that lead to green, on the lifetimes of the plan.
///
/// # Formula
///
/// On every path `K = (W0 + inflow + s saving) / (w spending)`. The needed `s` and `W0` are
/// quantiles over the paths of the value that makes K reach its mark; the allowed `w` is `w` times
/// a quantile of K. Each is rounded to whole units on the safe side and tried on the same paths.
#[must_use]
pub fn advise(
    cases: &Cases,
    futures: &Futures,
    returns: &[LogReturn],
    answers: &Answers,
    policy: &ZonePolicy,
) -> Advice {
    let lifetimes = &futures.plan;
    let desk = Desk {
        household: &cases.tried,
        lifetimes,
        borders: Borders { lifetimes, policy },
        discounts: discounts(returns, cases.tried.years),
        answers,
        policy,
    };
    let Lifetimes { saving_year, wished_year, .. } = *lifetimes;
    let mut carried = desk.borders.carried(saving_year);
    let green_spending_year = desk.borders.most_spending(Zone::Green, saving_year, &mut carried);
    let mut advice = Advice { moves: Vec::new(), out_of_reach: Vec::new(), green_spending_year };
    if desk.borders.reaches(Zone::Green, saving_year, wished_year) {
        return advice;
    }
    let found = [desk.spend(green_spending_year), desk.save(), desk.one_off(), desk.later(cases, futures)];
    for (lever, outcome) in [Lever::Spend, Lever::Save, Lever::OneOff, Lever::Later].into_iter().zip(found) {
        match outcome {
            Ok(found) => advice.moves.push(found),
            Err(why) => advice.out_of_reach.push(OutOfReach { lever, why }),
        }
    }
    advice.moves.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    advice
}

struct Desk<'a> {
    household: &'a Household,
    lifetimes: &'a Lifetimes,
    borders: Borders<'a>,
    /// Discount factor of each year where every year brings the median return.
    discounts: Vec<f64>,
    answers: &'a Answers,
    policy: &'a ZonePolicy,
}

impl Desk<'_> {
    /// P of the plan with another wealth, saving or spending.
    fn success(&self, wealth: f64, saving_year: f64, wished_year: f64) -> f64 {
        zone::success(&self.lifetimes.funded_ratios(wealth, saving_year, wished_year))
    }

    fn spend(&self, green_spending: Option<f64>) -> Result<Move, OutOfReachWhy> {
        let Lifetimes { wealth, saving_year, wished_year, essential_year, .. } = *self.lifetimes;
        let spending = green_spending.filter(|spending| *spending >= essential_year);
        let spending = spending.ok_or(OutOfReachWhy::BelowEssential)?;
        let cut = wished_year - spending;
        Ok(Move {
            lever: Lever::Spend,
            value: spending,
            change: cut,
            share: cut / wished_year,
            cost: cut * self.present_value(&self.household.spending_factor),
            success_after: self.success(wealth, saving_year, spending),
            zone_after: Zone::Green,
        })
    }

    fn save(&self) -> Result<Move, OutOfReachWhy> {
        let Lifetimes { wealth, saving_year: now, wished_year, .. } = *self.lifetimes;
        let years = self.present_value(&self.household.saving_factor);
        if years <= 0.0 {
            return Err(OutOfReachWhy::Retired);
        }
        let income: f64 = self.answers.people.iter().map(|person| person.income_year).sum();
        let saving = self.borders.least_saving(Zone::Green, wished_year).filter(|saving| *saving <= income);
        let saving = saving.ok_or(OutOfReachWhy::AboveIncome)?;
        let change = saving - now;
        Ok(Move {
            lever: Lever::Save,
            value: saving,
            change,
            share: part_of(change, now),
            cost: change * years,
            success_after: self.success(wealth, saving, wished_year),
            zone_after: Zone::Green,
        })
    }

    fn one_off(&self) -> Result<Move, OutOfReachWhy> {
        let Lifetimes { wealth: now, saving_year, wished_year, .. } = *self.lifetimes;
        let amount = self.borders.least_amount(Zone::Green, saving_year, wished_year);
        let amount = amount.ok_or(OutOfReachWhy::AboveIncome)?;
        Ok(Move {
            lever: Lever::OneOff,
            value: amount,
            change: amount,
            share: part_of(amount, now),
            cost: amount,
            success_after: self.success(now + amount, saving_year, wished_year),
            zone_after: Zone::Green,
        })
    }

    fn later(&self, cases: &Cases, futures: &Futures) -> Result<Move, OutOfReachWhy> {
        let you = self.answers.you();
        if you.retired {
            return Err(OutOfReachWhy::Retired);
        }
        let reached = (1_u32..).zip(cases.later.iter().zip(&futures.later)).find_map(
            |(years, (household, lifetimes))| {
                let measures = zone::measure(lifetimes, self.policy);
                (zone::classify(measures, self.policy) == Zone::Green).then_some((
                    years,
                    household,
                    measures.success,
                ))
            },
        );
        let (years, household, success_after) = reached.ok_or(OutOfReachWhy::TooFewYears)?;
        Ok(Move {
            lever: Lever::Later,
            value: f64::from(household.age + household.retire_in),
            change: f64::from(years),
            share: f64::from(years) / f64::from(self.household.retire_in.max(1)),
            cost: cost_of_later(self.household, household.retire_in, you.income_year, &self.discounts),
            success_after,
            zone_after: Zone::Green,
        })
    }

    /// Present value of yearly flows where every year brings the median return.
    fn present_value(&self, flows: &[f64]) -> f64 {
        present_value(flows, &self.discounts)
    }
}

/// A change as a fraction of some money; 0 where there is less than one unit, of which the fraction
/// would say nothing and might not even be a number.
fn part_of(change: f64, money: f64) -> f64 {
    if money >= 1.0 { change / money } else { 0.0 }
}

/// What retiring later, in so many years from today, costs the client in money of today.
///
/// What is given up is free time, priced at what the client earns; without income, at what they
/// would have spent in it.
pub(crate) fn cost_of_later(
    household: &Household,
    retire_in: u32,
    income_year: f64,
    discounts: &[f64],
) -> f64 {
    let price = if income_year > 0.0 { income_year } else { household.wished_year };
    let worked = (household.retire_in..retire_in).filter_map(|year| discounts.get(year as usize));
    price * worked.sum::<f64>()
}

/// What a goal postponed or reduced costs the client: the present value that they go without.
pub(crate) fn cost_of_goal(answers: &Answers, goal: GoalMove, discounts: &[f64]) -> f64 {
    let Some(project) = answers.projects.get(goal.project as usize) else { return 0.0 };
    let discount = |year: u32| discounts.get(year as usize).copied().unwrap_or(0.0);
    let kept = goal.share * discount(project.in_years + goal.years_later);
    (project.amount * (discount(project.in_years) - kept)).max(0.0)
}

/// Present value of yearly flows.
pub(crate) fn present_value(flows: &[f64], discounts: &[f64]) -> f64 {
    flows.iter().zip(discounts).map(|(flow, discount)| flow * discount).sum()
}

/// Discount factors of so many years where every year brings the median return.
pub(crate) fn discounts(returns: &[LogReturn], years: u32) -> Vec<f64> {
    let last = returns.last().map_or(0.0, |year| year.mean);
    let means = returns.iter().map(|year| year.mean).chain(std::iter::repeat(last));
    let mut discount = 1.0;
    means
        .take(years as usize)
        .map(|mean| {
            let now = discount;
            discount *= libm::exp(-mean);
            now
        })
        .collect()
}
