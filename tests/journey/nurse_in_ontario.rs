//! Anne, 55, a nurse in Ontario who wishes to retire at 63.

use planner::Moves;
use planner::household::PensionKind;

use super::support::canada;

#[test]
fn her_income_comes_from_cpp_oas_and_her_employer() {
    let plan = super::plan(&canada(), Moves::default());
    let kinds: Vec<PensionKind> =
        plan.household.people.iter().flat_map(|person| &person.pensions).map(|stream| stream.kind).collect();
    assert_eq!(kinds, [PensionKind::Cpp, PensionKind::Oas, PensionKind::Company]);
}

#[test]
fn working_two_years_longer_helps_her() {
    let now = super::plan(&canada(), Moves::default()).standing;
    let later = super::plan(&canada(), Moves { retire_age: Some(65), ..Moves::default() }).standing;
    assert!(later.success > now.success && later.median > now.median);
}

#[test]
fn her_plan_names_its_assumptions_and_that_they_are_a_draft() {
    let plan = super::plan(&canada(), Moves::default());
    assert!(!plan.assumptions_dated.is_empty());
    assert!(plan.draft);
}
