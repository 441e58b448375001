//! Where a plan stands on the zone track: three stretches of equal length.

use planner::firm::ZonePolicy;
use planner::zone::{Standing, Zone};

/// B from which a plan stands at the left end of the track, as a share of the red border.
const DEEPEST_RED: f64 = 0.5;

/// A place on the track and its confidence, each from 0 (left end of red) to 1 (right end of green).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where the plan stands.
    pub at: f64,
    /// Where it would stand at either end of the confidence of P.
    pub whiskers: [f64; 2],
}

/// Finds the place of a plan. Red, grey and green each take a third, and the place always lies in
/// the third of the plan's own zone.
///
/// # Formula
///
/// With the red ratio `r = min(B / E, M / red_median)` and the green ratio
/// `g = min(P / green_success, B / max(E, green_bad_market))`: red runs from `r = 0.5` to 1, green
/// from `g = 1` to the largest ratio P can reach; in grey the place divides the third as `r - 1` to
/// `1 - g`, so that it moves without a jump over both borders.
#[must_use]
pub fn place(standing: &Standing, policy: &ZonePolicy) -> Place {
    let at = |success: f64| third(standing, success, policy);
    let [low, high] = standing.success_interval;
    let whiskers = [at(low), at(high)];
    let at = at(standing.success);
    // The whiskers stay in order and around the place, whatever was handed in.
    Place { at, whiskers: [whiskers[0].min(at), whiskers[1].max(at)] }
}

fn third(standing: &Standing, success: f64, policy: &ZonePolicy) -> f64 {
    let Standing { bad_market, median, essential, .. } = *standing;
    let red = (bad_market / essential).min(median / policy.red_median);
    let green = (success / policy.green_success).min(bad_market / essential.max(policy.green_bad_market));
    let place = if red < 1.0 {
        ((red - DEEPEST_RED) / (1.0 - DEEPEST_RED)).clamp(0.0, 1.0)
    } else if green < 1.0 {
        1.0 + (red - 1.0) / (red - green)
    } else {
        let most = (1.0 / policy.green_success - 1.0).max(f64::EPSILON);
        2.0 + ((green - 1.0) / most).clamp(0.0, 1.0)
    };
    if place.is_finite() { place / 3.0 } else { 0.0 }
}

/// The stretch of the track that belongs to a zone, from 0 to 1.
#[must_use]
pub const fn stretch(zone: Zone) -> (f64, f64) {
    match zone {
        Zone::Red => (0.0, 1.0 / 3.0),
        Zone::Grey => (1.0 / 3.0, 2.0 / 3.0),
        Zone::Green => (2.0 / 3.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: ZonePolicy = ZonePolicy {
        plan_survival: 0.25,
        lifetimes: 10_000,
        green_success: 0.8,
        green_bad_market: 0.85,
        bad_market_quantile: 0.1,
        red_median: 0.9,
        default_essential_share: 0.7,
        essential_clamp: [0.5, 0.9],
        ample_bad_market: 1.1,
        sensitivity_return: 0.005,
        sensitivity_years: 3,
        later_years: 5,
    };

    fn standing(success: f64, bad_market: f64, median: f64, zone: Zone) -> Standing {
        Standing {
            zone,
            success,
            success_interval: [success - 0.008, success + 0.008],
            bad_market,
            median,
            essential: 0.7,
            ample: false,
            near_border: false,
            by_return: [zone; 2],
            by_life: [zone; 2],
        }
    }

    #[track_caller]
    fn check(success: f64, bad_market: f64, median: f64, zone: Zone) -> f64 {
        let place = place(&standing(success, bad_market, median, zone), &POLICY);
        let (from, to) = stretch(zone);
        assert!((from..=to).contains(&place.at), "{place:?} is not in {zone:?}");
        assert!(place.whiskers[0] <= place.at && place.at <= place.whiskers[1], "{place:?}");
        place.at
    }

    #[test]
    fn a_plan_stands_in_the_third_of_its_zone() {
        check(0.757, 0.891, 1.17, Zone::Grey);
        check(0.48, 0.88, 0.99, Zone::Grey);
        check(0.01, 0.75, 0.82, Zone::Red);
        check(0.999, 1.3, 1.6, Zone::Green);
        check(0.8, 0.85, 1.0, Zone::Green);
        check(0.0, 0.0, 0.0, Zone::Red);
    }

    #[test]
    fn the_place_does_not_jump_at_a_border() {
        let below = check(0.7999, 0.95, 1.1, Zone::Grey);
        let above = check(0.8001, 0.95, 1.1, Zone::Green);
        assert!((above - below).abs() < 0.001);

        let below = check(0.3, 0.6999, 0.95, Zone::Red);
        let above = check(0.3, 0.7001, 0.95, Zone::Grey);
        assert!((above - below).abs() < 0.001);
    }

    #[test]
    fn more_success_never_stands_further_left() {
        let mut last = 0.0;
        for step in 0..=100 {
            let success = f64::from(step) / 100.0;
            let place = third(&standing(success, 0.95, 1.1, Zone::Grey), success, &POLICY);
            assert!(place >= last, "{success}: {place} after {last}");
            last = place;
        }
    }
}
