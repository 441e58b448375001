//! What a goal costs retirement, and goals that want the same money.

use serde::{Deserialize, Serialize};

use super::{Goal, Pots, Room, Source, Stand, Zone, fund};

use crate::answers::{Answers, Origin};
use crate::firm::ZonePolicy;
use crate::household::{self, Household};
use crate::projection::Lifetimes;

/// What a goal costs retirement: the same retirement with and without it, on the same draws, while
/// the other goals keep what they have. For a wish, which is not planned for, what it would cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Money today that would make up for it, 0 or more.
    pub money: f64,
    /// Saving a month until retirement that would; none where there is no saving left.
    pub saving_month: Option<f64>,
    /// Months of work that would, between whole years in proportion; none where the years that are
    /// tried do not.
    pub work_months: Option<f64>,
    /// Where retirement stands with the other choice: without the goal, or with the wish.
    pub otherwise: Stand,
}

/// Goals that want the same money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collision {
    /// What is short: a place in `Answers::projects`; none for retirement.
    pub short: Option<usize>,
    /// The goal that is funded before it: a place in `Answers::projects`.
    pub with: usize,
    /// What it would get without that goal, in money of today.
    pub amount: f64,
}

/// The prices of the goals, in the order asked for, and retirement as it is.
pub(super) struct Pricing {
    pub(super) now: Lifetimes,
    pub(super) prices: Vec<Price>,
}

/// Prices every goal.
pub(super) fn lay_out(room: &Room, order: &[usize], pots: &Pots) -> Pricing {
    let others: Vec<Household> = order.iter().map(|idx| other_choice(room, *idx, pots)).collect();
    let mut households = vec![&room.cases.tried];
    households.extend(&room.cases.later);
    let first = households.len();
    households.extend(&others);
    let played = room.play(&households);
    let policy = &room.firm.policy.zone;
    let (years, others) = played.split_at(first);
    let later: Vec<f64> = years.iter().map(|lifetimes| missing_money(lifetimes, policy)).collect();
    let now = years.first().cloned().unwrap_or_default();
    let missing = later.first().copied().unwrap_or(0.0);
    let saving = missing_saving(&now, policy);
    let prices = others
        .iter()
        .map(|other| {
            let money = (missing_money(other, policy) - missing).abs();
            let month = |other: f64| saving.map(|saving| (other - saving).abs() / 12.0);
            Price {
                money,
                saving_month: missing_saving(other, policy).and_then(month),
                work_months: work_months(money, &later),
                otherwise: room.stand(other),
            }
        })
        .collect();
    Pricing { now, prices }
}

/// Retirement with the other choice about a goal: its money comes back; a wish takes from what is left.
fn other_choice(room: &Room, idx: usize, pots: &Pots) -> Household {
    let mut other = room.cases.tried.clone();
    let Some(project) = room.answers.projects.get(idx) else { return other };
    let taken_up = !household::counted(project);
    let wished = taken_up.then(|| room.pots(room.answers, Some(idx)));
    let pot = wished.as_ref().unwrap_or(pots).each.get(idx).cloned().unwrap_or_default();
    let sign = if taken_up { -1.0 } else { 1.0 };
    other.wealth += sign * pot.from_wealth;
    for own in [&pot.from_saving, &pot.for_loan] {
        for (diverted, own) in other.saving_diverted.iter_mut().zip(own) {
            *diverted -= sign * own;
        }
    }
    let inflation = room.inflation();
    for (year, amount) in household::in_retirement(project, room.answers, other.retire_in, inflation) {
        if let Some(owed) = other.obligations.get_mut(year as usize) {
            *owed -= sign * amount;
        }
    }
    other
}

/// The answers without a goal.
fn without(answers: &Answers, idx: usize) -> Answers {
    let mut answers = answers.clone();
    if idx < answers.projects.len() {
        let gone = answers.projects.remove(idx);
        answers.life.home = answers.life.home.filter(|_| gone.origin != Origin::Home);
    }
    answers
}

/// Money today that retirement lacks for green; negative where it has more than it needs.
fn missing_money(lifetimes: &Lifetimes, policy: &ZonePolicy) -> f64 {
    fund::needed(lifetimes, policy, &|lifetimes, idx, mark| {
        mark - lifetimes.wealth
            - at(&lifetimes.inflow, idx)
            - lifetimes.saving_year * at(&lifetimes.saving, idx)
    })
}

/// The saving of the first year at which retirement is just green, possibly negative; none without
/// years of saving.
fn missing_saving(lifetimes: &Lifetimes, policy: &ZonePolicy) -> Option<f64> {
    let saves = lifetimes.saving.first().is_some_and(|saving| *saving > 0.0);
    saves.then(|| {
        fund::needed(lifetimes, policy, &|lifetimes, idx, mark| {
            (mark - lifetimes.wealth - at(&lifetimes.inflow, idx)) / at(&lifetimes.saving, idx)
        })
    })
}

/// Months of later retirement that bring so much money, where `later` is the money missing after
/// each whole year.
fn work_months(money: f64, later: &[f64]) -> Option<f64> {
    let now = later.first().copied()?;
    let mut before = 0.0;
    for (year, missing) in (0_u32..).zip(later).skip(1) {
        let gained = now - missing;
        if gained >= money && gained > before {
            return Some(12.0 * (f64::from(year) - (gained - money) / (gained - before)));
        }
        before = gained.max(before);
    }
    (money <= 0.0).then_some(0.0)
}

/// Names the goals that want the same money.
pub(super) fn collide(room: &Room, goals: &[Goal], pots: &Pots, retirement: Stand) -> Vec<Collision> {
    let mut collisions = Vec::new();
    let counted = || goals.iter().filter(|goal| goal.source != Source::Nothing);
    for with in counted() {
        let alone = room.pots(&without(room.answers, with.project), None);
        for short in counted().filter(|short| short.uncovered > 0.0 && short.project != with.project) {
            // Where the other one is gone, those behind it have moved up.
            let place = short.project - usize::from(with.project < short.project);
            let left = alone.each.get(place).map_or(0.0, |pot| pot.uncovered);
            let had = pots.each.get(short.project).map_or(0.0, |pot| pot.uncovered);
            if had - left > LEAST_COLLISION {
                collisions.push(Collision {
                    short: Some(short.project),
                    with: with.project,
                    amount: had - left,
                });
            }
        }
        if retirement.zone != Zone::Green && retirement.zone < with.price.otherwise.zone {
            collisions.push(Collision { short: None, with: with.project, amount: with.price.money });
        }
    }
    collisions
}

/// Less money than this is rounding, in money of today.
const LEAST_COLLISION: f64 = 0.5;

fn at(values: &[f64], idx: usize) -> f64 {
    values.get(idx).copied().unwrap_or(0.0)
}
