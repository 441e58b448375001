//! Teacher Lin, 45, on her own: steady income, careful, a wish a little above her means.

use planner::Moves;
use planner::advice::Lever;
use planner::answers::{Form, Sex};
use planner::firm::Class;
use planner::zone::Zone;

fn lin() -> Form {
    let mut form = super::single(1981.0, Sex::Female, 58.0, 144_000.0, 22.0);
    super::money(&mut form, 13_000.0, 9_000.0, 48_000.0, 600_000.0);
    super::support::choose(&mut form, "G1", &["b"]);
    form
}

#[test]
fn her_plan_is_not_yet_green() {
    let plan = super::plan(&lin(), Moves::default());
    assert_eq!(plan.profile.recommended, Class::C3);
    assert_eq!(plan.standing.zone, Zone::Grey, "{:?}", plan.standing);
}

#[test]
fn one_move_makes_it_green_and_she_can_see_which_is_cheapest() {
    let plan = super::plan(&lin(), Moves::default());
    let cheapest = plan.advice.moves.first().unwrap();
    assert!(plan.advice.moves.iter().any(|found| found.lever == Lever::Save));
    assert!(plan.advice.moves.iter().all(|found| found.cost >= cheapest.cost));
    assert!(plan.advice.moves.iter().all(|found| found.zone_after == Zone::Green));
}

#[test]
fn her_money_is_planned_to_her_ninety_sixth_year() {
    assert_eq!(super::plan(&lin(), Moves::default()).household.plan_age, 96);
}
