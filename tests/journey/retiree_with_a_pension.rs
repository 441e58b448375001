//! Mr Sun, 66, retired: the pension covers nearly everything.

use planner::Moves;
use planner::answers::{Form, Sex};
use planner::zone::Zone;

fn sun() -> Form {
    let mut form = super::single(1960.0, Sex::Male, 60.0, 0.0, 0.0);
    form.you.retired = Some(true);
    form.you.retire_age = None;
    form.you.income_year = None;
    form.you.pension.known_month = Some(7_600.0);
    super::money(&mut form, 8_000.0, 6_000.0, 0.0, 300_000.0);
    form
}

#[test]
fn the_pension_carries_the_plan() {
    let plan = super::plan(&sun(), Moves::default());
    assert_eq!(plan.standing.zone, Zone::Green, "{:?}", plan.standing);
    assert_eq!(plan.household.retire_in, 0);
}

#[test]
fn what_he_needs_within_two_years_is_kept_in_cash() {
    let plan = super::plan(&sun(), Moves::default());
    assert!(plan.allocation.cash_floor > 0.0);
}
