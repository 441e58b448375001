//! Borders between the zones on the lifetimes of one household, exact to one unit of money.
//!
//! On every path K grows with saving and falls with spending, so each border is an order statistic
//! over the paths. Rounded to whole units it is then tried on the same paths, so that it agrees
//! with the zone of a plan made there, whatever rounding did.

use crate::firm::ZonePolicy;
use crate::projection::{self, Lifetimes};
use crate::zone::{self, Zone};

/// The most that can be saved or spent a year, in money of today: the limit of what can be tried.
pub(crate) const MOST: f64 = 1e11;

/// The lifetimes of one household, and the rules they are held to.
#[derive(Clone, Copy)]
pub(crate) struct Borders<'a> {
    pub lifetimes: &'a Lifetimes,
    pub policy: &'a ZonePolicy,
}

/// One condition of a zone: this share of K lies below the mark at most.
#[derive(Clone, Copy)]
struct Condition {
    mark: f64,
    /// Lower quantile of K that must reach the mark, 0 to 1.
    quantile: f64,
}

impl Borders<'_> {
    /// The two conditions of a zone that is better than red, at a wish: for green those of P and
    /// B, for grey those of B and M.
    fn conditions(&self, zone: Zone, wished_year: f64) -> [Condition; 2] {
        let policy = self.policy;
        let essential = zone::essential_share(self.lifetimes.essential_year, wished_year, policy);
        let bad = |mark| Condition { mark, quantile: policy.bad_market_quantile };
        if zone == Zone::Green {
            let success = Condition { mark: 1.0, quantile: 1.0 - policy.green_success };
            return [success, bad(zone::green_bad_market(essential, policy))];
        }
        [bad(essential), Condition { mark: policy.red_median, quantile: 0.5 }]
    }

    /// True if the household is in this zone or a better one with such saving and spending, by
    /// the same comparisons as [`zone::classify`].
    pub(crate) fn reaches(&self, zone: Zone, saving_year: f64, wished_year: f64) -> bool {
        self.reaches_with(zone, self.lifetimes.wealth, saving_year, wished_year)
    }

    /// The same, with another amount of money today.
    pub(crate) fn reaches_with(&self, zone: Zone, wealth: f64, saving_year: f64, wished_year: f64) -> bool {
        let [first, second] = self.conditions(zone, wished_year);
        let Lifetimes { inflow, saving, spending, .. } = self.lifetimes;
        let (mut passed, mut also, count) = (0_usize, 0_usize, spending.len());
        for ((inflow, saving), spending) in inflow.iter().zip(saving).zip(spending) {
            let ratio = (wealth + inflow + saving_year * saving) / (wished_year * spending);
            passed += usize::from(ratio >= first.mark);
            also += usize::from(ratio >= second.mark);
        }
        let holds = |passed: usize, condition: Condition| {
            passed + projection::rank(count, condition.quantile) >= count.max(1)
        };
        let first_holds = if zone == Zone::Green {
            self.policy.green_success <= zone::share(passed, count)
        } else {
            holds(passed, first)
        };
        first_holds && holds(also, second)
    }

    /// The zone with such saving and spending.
    pub(crate) fn zone(&self, saving_year: f64, wished_year: f64) -> Zone {
        [Zone::Green, Zone::Grey]
            .into_iter()
            .find(|zone| self.reaches(*zone, saving_year, wished_year))
            .unwrap_or(Zone::Red)
    }

    /// The least saving a year that reaches a zone at a wish, in whole units from 0; none if no
    /// saving does.
    pub(crate) fn least_saving(&self, zone: Zone, wished_year: f64) -> Option<f64> {
        let Lifetimes { wealth, inflow, saving, spending, .. } = self.lifetimes;
        let mut values = Vec::with_capacity(spending.len());
        let mut needed = 0.0_f64;
        for Condition { mark, quantile } in self.conditions(zone, wished_year) {
            values.clear();
            let wish = mark * wished_year;
            values.extend(inflow.iter().zip(saving).zip(spending).map(|((inflow, saving), spending)| {
                (wish * spending - wealth - inflow) / saving.max(f64::MIN_POSITIVE)
            }));
            needed = needed.max(all_but(&mut values, quantile));
        }
        least_whole(needed, &|saving_year| self.reaches(zone, saving_year, wished_year))
    }

    /// The least amount added today that reaches a zone, in whole units from 0.
    pub(crate) fn least_amount(&self, zone: Zone, saving_year: f64, wished_year: f64) -> Option<f64> {
        let Lifetimes { wealth, inflow, saving, spending, .. } = self.lifetimes;
        let mut values = Vec::with_capacity(spending.len());
        let mut needed = 0.0_f64;
        for Condition { mark, quantile } in self.conditions(zone, wished_year) {
            values.clear();
            let wish = mark * wished_year;
            values.extend(inflow.iter().zip(saving).zip(spending).map(|((inflow, saving), spending)| {
                wish * spending - wealth - inflow - saving_year * saving
            }));
            needed = needed.max(all_but(&mut values, quantile));
        }
        least_whole(needed, &|amount| self.reaches_with(zone, wealth + amount, saving_year, wished_year))
    }

    /// What each lifetime can spend a year to its end, with such saving.
    pub(crate) fn carried(&self, saving_year: f64) -> Vec<f64> {
        self.lifetimes.funded_ratios(self.lifetimes.wealth, saving_year, 1.0)
    }

    /// The most that can be spent a year in a zone, in whole units from 1; none if nothing can.
    /// `carried` is what [`Borders::carried`] gives, in any order.
    pub(crate) fn most_spending(&self, zone: Zone, saving_year: f64, carried: &mut [f64]) -> Option<f64> {
        let policy = self.policy;
        let success = 1.0 - policy.green_success;
        let [bad_market] = projection::quantiles(carried, [policy.bad_market_quantile]);
        let [least, most] = policy.essential_clamp;
        let held = if self.lifetimes.essential_year <= bad_market { least } else { most };
        let by_essential = bad_market / held.max(f64::MIN_POSITIVE);
        let other = if zone == Zone::Green {
            let [by_success] = projection::quantiles(carried, [success]);
            by_success.min(bad_market / policy.green_bad_market.max(f64::MIN_POSITIVE))
        } else {
            let [median] = projection::quantiles(carried, [0.5]);
            median / policy.red_median.max(f64::MIN_POSITIVE)
        };
        // The most that holds is one below the least that does not.
        let misses = |spending: f64| spending >= 1.0 && !self.reaches(zone, saving_year, spending);
        let first_missed = least_whole(by_essential.min(other) + 1.0, &misses).unwrap_or(MOST);
        Some(first_missed - 1.0).filter(|spending| *spending >= 1.0)
    }
}

/// The value that all but a share of the values do not exceed; 0 of none.
fn all_but(values: &mut [f64], may_exceed: f64) -> f64 {
    let count = values.len();
    let place = count.saturating_sub(1 + projection::rank(count, may_exceed));
    lanes::nth(values, place)
}

/// The least whole number from 0 to [`MOST`] at which something that stays true once it is true
/// is true; `guess` only saves work. Two tries are enough where the guess is right.
pub(crate) fn least_whole(guess: f64, holds: &dyn Fn(f64) -> bool) -> Option<f64> {
    let mut high = guess.ceil().clamp(0.0, MOST);
    let mut step = 1.0;
    let mut low = -1.0;
    while !holds(high) {
        if high >= MOST {
            return None;
        }
        low = high;
        high = (high + step).min(MOST);
        step *= 2.0;
    }
    step = 1.0;
    while low < 0.0 && high > 0.0 {
        let below = (high - step).max(0.0);
        if holds(below) {
            high = below;
        } else {
            low = below;
        }
        step *= 2.0;
    }
    while high - low > 1.0 {
        let middle = f64::midpoint(low, high).floor();
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_whole_number_is_found_from_any_guess() {
        for least in [0.0, 1.0, 2.0, 77.0, 123_456.0, MOST] {
            for guess in [0.0, 1.0, 76.3, 1e5, 2e11, -5.0, f64::INFINITY, f64::NEG_INFINITY] {
                assert_eq!(least_whole(guess, &|value| value >= least), Some(least), "{least} {guess}");
            }
        }
        assert_eq!(least_whole(5.0, &|_| false), None);
    }
}
