use planner::firm::ZonePolicy;
use planner::zone::{Measures, Zone, classify};
use planner::{Moves, answers::Form};

use crate::support::{china, firm, plan};

fn policy() -> ZonePolicy {
    firm().policy.zone
}

#[track_caller]
fn check(success: f64, bad_market: f64, median: f64, essential: f64, zone: Zone) {
    assert_eq!(classify(Measures { success, bad_market, median, essential }, &policy()), zone);
}

#[test]
fn a_value_on_a_border_belongs_to_the_better_zone() {
    check(0.80, 0.85, 1.05, 0.7, Zone::Green);
    check(0.50, 0.70, 0.90, 0.7, Zone::Grey);
}

#[test]
fn probability_alone_never_decides() {
    check(0.99, 0.84, 1.3, 0.7, Zone::Grey);
    check(0.48, 0.88, 0.99, 0.7, Zone::Grey);
    check(0.01, 0.75, 0.82, 0.7, Zone::Red);
}

#[test]
fn a_large_essential_share_asks_for_a_better_bad_market() {
    check(0.85, 0.87, 1.2, 0.9, Zone::Red);
    check(0.85, 0.90, 1.2, 0.9, Zone::Green);
}

#[test]
fn the_interval_of_p_holds_p_and_narrows_with_lifetimes() {
    let firm = firm();
    let standing = plan(&china(), Moves::default(), &firm).standing;
    let [low, high] = standing.success_interval;
    assert!(low <= standing.success && standing.success <= high);
    assert!(high - low < 0.05);
}

#[test]
fn more_return_and_a_shorter_life_never_worsen_the_zone() {
    let firm = firm();
    for wished in [12_000.0, 20_000.0, 25_000.0, 30_000.0, 40_000.0] {
        let mut form: Form = china();
        form.money.wished_month = Some(wished);
        form.money.essential_month = Some(10_000.0);
        let standing = plan(&form, Moves::default(), &firm).standing;
        assert!(standing.by_return[0] <= standing.zone && standing.zone <= standing.by_return[1]);
        assert_eq!(
            standing.near_border,
            standing.by_return.iter().chain(&standing.by_life).any(|zone| *zone != standing.zone)
        );
    }
}
