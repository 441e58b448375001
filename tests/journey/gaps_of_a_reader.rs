//! What readers lack: it decides what the library recommends to them.

use evergreen::state::gaps::{self, Reader};
use planner::answers::{self, Form};
use planner::firm::Class;
use planner::zone::Zone;
use planner::{Moves, Plan};
use wire::Gap;

/// A reader's plan and gaps.
fn gaps_of(form: &Form) -> (Plan, Vec<Gap>) {
    let firm = super::support::firm();
    let plan = super::support::plan(form, Moves::default(), &firm);
    let life = super::support::life(form, Moves::default(), &firm);
    let answers = answers::check(form, &firm, super::support::TODAY).unwrap();
    let bands = super::support::shelf().upkeep.band;
    let reader =
        Reader { plan: &plan, answers: &answers, firm: &firm, life: Some(&life), bands: Some(&bands) };
    let gaps = gaps::of(&reader);
    (plan, gaps)
}

#[track_caller]
fn check(form: &Form, has: &[Gap], has_not: &[Gap]) {
    let (_, gaps) = gaps_of(form);
    for gap in has {
        assert!(gaps.contains(gap), "{gap:?} is not in {gaps:?}");
    }
    for gap in has_not {
        assert!(!gaps.contains(gap), "{gap:?} is in {gaps:?}");
    }
}

#[test]
fn the_zone_of_the_plan_is_the_zone_that_is_read_about() {
    for form in [super::support::china(), super::support::canada()] {
        let (plan, gaps) = gaps_of(&form);
        let zones = [(Gap::RedZone, Zone::Red), (Gap::GreyZone, Zone::Grey), (Gap::GreenZone, Zone::Green)];
        for (gap, zone) in zones {
            assert_eq!(gaps.contains(&gap), plan.standing.zone == zone, "{gap:?}");
        }
    }
}

#[test]
fn the_most_pressing_gap_comes_first() {
    let (_, gaps) = gaps_of(&super::support::china_with_goals());
    assert!(gaps.is_sorted());
    assert!(!gaps.contains(&Gap::NewHere));
}

#[test]
fn pensions_are_those_of_the_country() {
    check(&super::support::china(), &[Gap::PensionChina], &[Gap::PensionCanada]);
    check(&super::support::canada(), &[Gap::PensionCanada, Gap::NearRetirement], &[Gap::PensionChina]);
}

#[test]
fn a_family_with_a_home_to_buy_and_little_cover_reads_about_both() {
    let form = super::support::china_with_goals();
    check(&form, &[Gap::HomePlanned, Gap::ProtectionGap, Gap::EstateOpen], &[Gap::Retired]);
}

#[test]
fn one_without_goals_has_no_gaps_of_goals() {
    let mut form = super::single(1971.0, answers::Sex::Male, 60.0, 100_000.0, 20.0);
    super::money(&mut form, 6_000.0, 4_000.0, 20_000.0, 400_000.0);
    check(&form, &[], &[Gap::HomePlanned, Gap::EducationGap, Gap::LoanHeavy, Gap::OutOfRange]);
}

#[test]
fn what_is_held_in_one_place_alone_is_out_of_range() {
    let mut form = super::support::china();
    form.money.unsorted = None;
    form.money.holdings = [("CASH".to_owned(), 800_000.0)].into();
    check(&form, &[Gap::OutOfRange], &[]);
}

#[test]
fn ability_and_willingness_are_told_apart() {
    let (plan, gaps) = gaps_of(&super::support::china());
    let profile = plan.profile;
    assert_eq!(
        gaps.contains(&Gap::AbilityBelowWillingness),
        profile.ability_class < profile.willingness_class
    );
    assert_eq!(
        gaps.contains(&Gap::WillingnessBelowAbility),
        profile.willingness_class < profile.ability_class
    );
    assert_eq!(gaps.contains(&Gap::LowClass), profile.class <= Class::C2);
}
