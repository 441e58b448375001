//! Graduate Chen, 24: no money yet, a long way to go.

use planner::Moves;
use planner::advice::{Lever, OutOfReachWhy};
use planner::answers::{Form, Sex};
use planner::zone::Zone;

fn chen(saving_year: f64) -> Form {
    let mut form = super::single(2002.0, Sex::Male, 63.0, 90_000.0, 1.0);
    super::money(&mut form, 12_000.0, 7_000.0, saving_year, 0.0);
    form
}

#[test]
fn without_saving_the_plan_is_red_and_saving_leads_out() {
    let plan = super::plan(&chen(0.0), Moves::default());
    assert_eq!(plan.standing.zone, Zone::Red, "{:?}", plan.standing);
    let save = plan.advice.moves.iter().find(|found| found.lever == Lever::Save).unwrap();
    assert!(save.value > 0.0 && save.value <= 90_000.0);
}

#[test]
fn a_wish_beyond_the_income_cannot_be_saved_for() {
    let mut form = chen(0.0);
    super::money(&mut form, 80_000.0, 60_000.0, 0.0, 0.0);
    let plan = super::plan(&form, Moves::default());
    assert!(
        plan.advice
            .out_of_reach
            .iter()
            .any(|found| found.lever == Lever::Save && found.why == OutOfReachWhy::AboveIncome)
    );
}
