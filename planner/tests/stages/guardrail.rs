use planner::answers::Form;
use planner::guardrail::{self, Guardrails};
use planner::{Inputs, Moves};
use proptest::prelude::*;

use crate::properties::forms;
use crate::support::{canada, firm, plan, request};

fn guardrails(form: &Form) -> Guardrails {
    let firm = firm();
    guardrail::set(&mut None, &Inputs::check(&request(form, Moves::default()), &firm).unwrap(), &firm)
}

/// A retired person with more money than the form of the fixture.
fn retired(unsorted: f64, pension_month: f64) -> Form {
    let mut form = canada();
    form.couple = Some(false);
    form.you.retired = Some(true);
    form.you.pension.known_month = Some(pension_month);
    form.money.holdings.clear();
    form.money.unsorted = Some(unsorted);
    form.money.wished_month = Some(4_000.0);
    form.money.essential_month = Some(2_000.0);
    form
}

#[test]
fn a_change_at_a_guardrail_brings_the_median_back_half_way_or_so() {
    let form = retired(1_000_000.0, 0.0);
    let before = plan(&form, Moves::default(), &firm());
    let Guardrails { cut: Some(cut), raise: Some(raise) } = guardrails(&form) else { panic!() };
    assert!(cut.wealth < before.household.wealth && before.household.wealth < raise.wealth);
    assert_eq!((cut.spending_year, raise.spending_year), (43_200.0, 52_800.0));
    // The plan at the guardrail, made anew: the rate of spending has moved by a fifth.
    let at = |wealth: f64, wished_year: f64| {
        let moves = Moves { wished_year: Some(wished_year), ..Moves::default() };
        let standing = plan(&retired(wealth, 0.0), moves, &firm()).standing;
        (standing.success, standing.median)
    };
    // What is left over from the fixture's money decides the allocation, so K moves a little too.
    let (_, kept) = at(cut.wealth, 48_000.0);
    assert!((kept * 1.2 / before.standing.median - 1.0).abs() < 0.05, "{kept} {cut:?}");
    assert!(cut.success_changed > cut.success_kept && raise.success_changed < raise.success_kept);
}

#[test]
fn where_pensions_pay_for_nearly_everything_there_is_no_cut() {
    let guardrails = guardrails(&retired(50_000.0, 3_990.0));
    assert_eq!(guardrails.cut, None);
}

#[test]
fn essentials_are_never_cut() {
    let mut form = retired(1_000_000.0, 0.0);
    form.money.essential_month = Some(3_900.0);
    assert_eq!(guardrails(&form).cut.unwrap().spending_year, 12.0 * 3_900.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_lies_between_its_guardrails(form in forms()) {
        let guardrails = guardrails(&form);
        let household = plan(&form, Moves::default(), &firm()).household;
        let wealth = household.wealth;
        if let Some(cut) = guardrails.cut {
            prop_assert!(cut.wealth <= wealth.ceil() && household.essential_year.floor() <= cut.spending_year);
            prop_assert!(cut.success_kept <= cut.success_changed);
        }
        if let Some(raise) = guardrails.raise {
            prop_assert!(wealth <= raise.wealth && household.wished_year - 1.0 <= raise.spending_year);
            prop_assert!(raise.success_changed <= raise.success_kept);
        }
        let text = serde_json::to_string(&guardrails).unwrap();
        prop_assert!(!text.contains("NaN") && !text.contains("inf"));
    }
}
