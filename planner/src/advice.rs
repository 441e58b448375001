//! Stage 6: lifetimes and levers become ranked moves to green, exact to one unit of money.

use serde::{Deserialize, Serialize};

use crate::allocation::LogReturn;
use crate::answers::Answers;
use crate::firm::ZonePolicy;
use crate::household::{Cases, Household};
use crate::projection::{self, Futures, Lifetimes};
use crate::zone::{self, Measures, Zone};

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
    /// The same as a fraction of what it changes; for later years, of the working years left.
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
    let desk = Desk {
        household: &cases.tried,
        lifetimes: &futures.plan,
        discounts: discounts(returns, &cases.tried),
        answers,
        policy,
    };
    let green_spending_year = desk.green_spending();
    let mut advice = Advice { moves: Vec::new(), out_of_reach: Vec::new(), green_spending_year };
    if desk.zone(desk.lifetimes.wealth, desk.lifetimes.saving_year, desk.lifetimes.wished_year).0
        == Zone::Green
    {
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

/// Roundings are tried this often before a lever is given up; one is enough in practice.
const ROUNDING_TRIES: u32 = 4;

struct Desk<'a> {
    household: &'a Household,
    lifetimes: &'a Lifetimes,
    /// Discount factor of each year where every year brings the median return.
    discounts: Vec<f64>,
    answers: &'a Answers,
    policy: &'a ZonePolicy,
}

impl Desk<'_> {
    /// The zone and P of the plan with another wealth, saving or spending.
    fn zone(&self, wealth: f64, saving_year: f64, wished_year: f64) -> (Zone, f64) {
        let ratios = self.lifetimes.funded_ratios(wealth, saving_year, wished_year);
        let essential = zone::essential_share(self.lifetimes.essential_year, wished_year, self.policy);
        let measures = Measures::of(&ratios, essential, self.policy);
        (zone::classify(measures, self.policy), measures.success)
    }

    /// The most that can be spent a year and stay green, in whole units.
    fn green_spending(&self) -> Option<f64> {
        let ratios = self.lifetimes.ratios();
        let by_success = projection::quantile(&ratios, 1.0 - self.policy.green_success);
        let bad_market = projection::quantile(&ratios, self.policy.bad_market_quantile);
        let share = by_success.min(self.share_by_bad_market(bad_market));
        let mut spending = (self.lifetimes.wished_year * share).floor();
        for _ in 0..ROUNDING_TRIES {
            if spending < 1.0 {
                return None;
            }
            if self.zone(self.lifetimes.wealth, self.lifetimes.saving_year, spending).0 == Zone::Green {
                return Some(spending);
            }
            spending -= 1.0;
        }
        None
    }

    /// The largest `x` with `B / x >= max(E(x), green)`, where `E(x)` is the essential amount as a
    /// share of `x` times the wish, held between the firm's limits.
    fn share_by_bad_market(&self, bad_market: f64) -> f64 {
        let [least, most] = self.policy.essential_clamp;
        let essential = self.lifetimes.essential_year / self.lifetimes.wished_year;
        let by_essential = if essential <= bad_market { bad_market / least } else { bad_market / most };
        by_essential.min(bad_market / self.policy.green_bad_market)
    }

    fn spend(&self, green_spending: Option<f64>) -> Result<Move, OutOfReachWhy> {
        let spending = green_spending.filter(|spending| *spending >= self.lifetimes.essential_year);
        let spending = spending.ok_or(OutOfReachWhy::BelowEssential)?;
        let cut = self.lifetimes.wished_year - spending;
        let cost = cut * self.present_value(&self.household.spending_factor);
        let after = self.zone(self.lifetimes.wealth, self.lifetimes.saving_year, spending);
        Ok(Move {
            lever: Lever::Spend,
            value: spending,
            change: cut,
            share: cut / self.lifetimes.wished_year,
            cost,
            success_after: after.1,
            zone_after: after.0,
        })
    }

    fn save(&self) -> Result<Move, OutOfReachWhy> {
        let years = self.present_value(&self.household.saving_factor);
        if years <= 0.0 {
            return Err(OutOfReachWhy::Retired);
        }
        let wealth = self.lifetimes.wealth;
        let needed = self.needed(|lifetimes, idx, mark| {
            (mark - wealth - at(&lifetimes.inflow, idx)) / at(&lifetimes.saving, idx)
        });
        let now = self.lifetimes.saving_year;
        let (saving, after) =
            Self::round_up(needed, |saving| self.zone(wealth, saving, self.lifetimes.wished_year));
        let income: f64 = self.answers.people.iter().map(|person| person.income_year).sum();
        if after.0 != Zone::Green || saving > income {
            return Err(OutOfReachWhy::AboveIncome);
        }
        let change = saving - now;
        let share = if now > 0.0 { change / now } else { 0.0 };
        Ok(Move {
            lever: Lever::Save,
            value: saving,
            change,
            share,
            cost: change * years,
            success_after: after.1,
            zone_after: after.0,
        })
    }

    fn one_off(&self) -> Result<Move, OutOfReachWhy> {
        let now = self.lifetimes.wealth;
        let saving = self.lifetimes.saving_year;
        let needed = self.needed(|lifetimes, idx, mark| {
            mark - at(&lifetimes.inflow, idx) - saving * at(&lifetimes.saving, idx)
        });
        let (amount, after) = Self::round_up(needed - now, |amount| {
            self.zone(now + amount, saving, self.lifetimes.wished_year)
        });
        if after.0 != Zone::Green {
            return Err(OutOfReachWhy::AboveIncome);
        }
        let share = if now > 0.0 { amount / now } else { 0.0 };
        Ok(Move {
            lever: Lever::OneOff,
            value: amount,
            change: amount,
            share,
            cost: amount,
            success_after: after.1,
            zone_after: after.0,
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
        // What is given up is free time, priced at what the client earns; without income, at what
        // they would have spent in it.
        let price = if you.income_year > 0.0 { you.income_year } else { self.lifetimes.wished_year };
        let worked = (self.household.retire_in..household.retire_in)
            .filter_map(|year| self.discounts.get(year as usize));
        Ok(Move {
            lever: Lever::Later,
            value: f64::from(household.age + household.retire_in),
            change: f64::from(years),
            share: f64::from(years) / f64::from(self.household.retire_in.max(1)),
            cost: price * worked.sum::<f64>(),
            success_after,
            zone_after: Zone::Green,
        })
    }

    /// The value of a lever at which enough paths reach their marks: P needs all of the wish on
    /// most paths, B needs part of it on nearly all. `value(lifetimes, path, mark)` is the value
    /// that brings one path's resources to the mark.
    fn needed(&self, value: impl Fn(&Lifetimes, usize, f64) -> f64) -> f64 {
        let lifetimes = self.lifetimes;
        let wished = lifetimes.wished_year;
        let essential = zone::essential_share(lifetimes.essential_year, wished, self.policy);
        let reach = |part: f64, may_fail: f64| {
            let mut values: Vec<f64> = (0..lifetimes.spending.len())
                .map(|idx| value(lifetimes, idx, part * wished * at(&lifetimes.spending, idx)))
                .collect();
            let count = values.len();
            // All but so many paths must reach the mark.
            let place = count.saturating_sub(1 + projection::rank(count, may_fail));
            if count == 0 { 0.0 } else { *values.select_nth_unstable_by(place, f64::total_cmp).1 }
        };
        let by_success = reach(1.0, 1.0 - self.policy.green_success);
        let by_bad_market =
            reach(zone::green_bad_market(essential, self.policy), self.policy.bad_market_quantile);
        by_success.max(by_bad_market)
    }

    /// The next whole unit at which the plan is green, and what it is there.
    fn round_up(needed: f64, zone: impl Fn(f64) -> (Zone, f64)) -> (f64, (Zone, f64)) {
        let mut value = needed.ceil().max(0.0);
        let mut after = zone(value);
        for _ in 1..ROUNDING_TRIES {
            if after.0 == Zone::Green {
                break;
            }
            value += 1.0;
            after = zone(value);
        }
        (value, after)
    }

    /// Present value of yearly flows where every year brings the median return.
    fn present_value(&self, flows: &[f64]) -> f64 {
        flows.iter().zip(&self.discounts).map(|(flow, discount)| flow * discount).sum()
    }
}

fn at(values: &[f64], idx: usize) -> f64 {
    values.get(idx).copied().unwrap_or(0.0)
}

fn discounts(returns: &[LogReturn], household: &Household) -> Vec<f64> {
    let last = returns.last().map_or(0.0, |year| year.mean);
    let means = returns.iter().map(|year| year.mean).chain(std::iter::repeat(last));
    let mut discount = 1.0;
    means
        .take(household.years as usize)
        .map(|mean| {
            let now = discount;
            discount *= libm::exp(-mean);
            now
        })
        .collect()
}
