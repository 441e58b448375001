//! The Wangs, 40 and 38: a child's education in ten years, a loan until 2040.

use planner::Moves;
use planner::zone::Zone;

use super::support::china;

#[test]
fn the_education_is_set_aside_before_retirement_is_measured() {
    let plan = super::plan(&china(), Moves::default());
    assert!(plan.household.set_aside >= 200_000.0);
    assert!((plan.household.wealth + plan.household.set_aside - 450_000.0).abs() < 1e-6);
}

#[test]
fn both_pensions_pay_for_their_retirement() {
    let plan = super::plan(&china(), Moves::default());
    assert!(plan.household.people.iter().all(|person| !person.pensions.is_empty()));
}

#[test]
fn without_the_child_their_zone_is_no_worse() {
    let mut form = china();
    let with_child = super::plan(&form, Moves::default()).standing;
    form.projects.clear();
    let without = super::plan(&form, Moves::default()).standing;
    assert!(without.zone >= with_child.zone && without.success > with_child.success);
}

#[test]
fn a_wish_of_half_as_much_is_green() {
    let plan = super::plan(&china(), Moves { wished_year: Some(180_000.0), ..Moves::default() });
    assert_eq!(plan.standing.zone, Zone::Green, "{:?}", plan.standing);
}
