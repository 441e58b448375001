use planner::answers::Form;
use planner::change::{Cause, Change, compare};
use planner::date::YearMonth;
use planner::firm::Firm;
use planner::{Inputs, Moves, Request};
use proptest::prelude::*;

use crate::properties::forms;
use crate::support::{TODAY, china, document, firm, request};

fn few(form: &Form) -> Request {
    Request { lifetimes: Some(400), ..request(form, Moves::default()) }
}

/// A firm that expects half a percent less of every asset.
fn gloomy() -> Firm {
    let mut document = document();
    for asset in document.assumptions.iter_mut().flat_map(|set| &mut set.asset) {
        asset.compound_return -= 0.005;
    }
    Firm::check(document).unwrap()
}

fn causes_that_moved(change: &Change) -> Vec<Cause> {
    change.steps.iter().filter(|step| step.before != step.after).map(|step| step.cause).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_steps_are_the_whole_change(old in forms(), new in forms(), months in 0_u32..40) {
        let (firm, gloomy) = (firm(), gloomy());
        let before = few(&old);
        let after = Request { today: TODAY.plus_months(months), seed: 2, ..few(&new) };
        let plan = |request: &Request, firm: &Firm| {
            Inputs::check(request, firm).map(|inputs| planner::plan(&inputs, firm).standing)
        };
        let (Ok(first), Ok(last)) = (plan(&before, &firm), plan(&after, &gloomy)) else {
            prop_assert!(compare((&before, &firm), (&after, &gloomy)).is_err());
            return Ok(());
        };
        let change = compare((&before, &firm), (&after, &gloomy)).unwrap();
        prop_assert_eq!((change.before.success, change.before.median, change.before.zone), (first.success, first.median, first.zone));
        prop_assert_eq!((change.after.success, change.after.median, change.after.zone), (last.success, last.median, last.zone));
        let mut now = change.before;
        for step in &change.steps {
            prop_assert_eq!(step.before, now);
            now = step.after;
        }
        prop_assert_eq!(now, change.after);
        let success: f64 = change.steps.iter().map(planner::change::Step::success).sum();
        prop_assert!((success - (last.success - first.success)).abs() < 1e-12);
        let median: f64 = change.steps.iter().map(planner::change::Step::median).sum();
        prop_assert!((median - (last.median - first.median)).abs() < 1e-9);
        prop_assert_eq!(change.steps.iter().map(|step| step.cause).collect::<Vec<_>>(), Cause::ALL);
    }
}

#[test]
fn the_same_plan_has_not_moved() {
    let request = few(&china());
    let change = compare((&request, &firm()), (&request, &firm())).unwrap();
    assert!(causes_that_moved(&change).is_empty());
    assert_eq!(change.before, change.after);
}

#[test]
fn each_cause_alone_is_told_as_itself() {
    let before = few(&china());
    let moved = |after: &Request, firm_after: &Firm| {
        causes_that_moved(&compare((&before, &firm()), (after, firm_after)).unwrap())
    };
    let mut fallen = before.clone();
    for holding in fallen.form.money.holdings.values_mut() {
        *holding *= 0.7;
    }
    assert_eq!(moved(&fallen, &firm()), [Cause::Market]);

    let mut edited = before.clone();
    edited.form.money.wished_month = edited.form.money.wished_month.map(|wished| wished + 2_000.0);
    assert_eq!(moved(&edited, &firm()), [Cause::Edits]);
    let tried = Request { moves: Moves { one_off: Some(3e5), ..Moves::default() }, ..before.clone() };
    assert_eq!(moved(&tried, &firm()), [Cause::Edits]);

    assert_eq!(moved(&before, &gloomy()), [Cause::Assumptions]);
    assert_eq!(moved(&Request { seed: 9, ..before.clone() }, &firm()), [Cause::Assumptions]);
}

#[test]
fn a_year_goes_by_and_what_was_saved_is_not_taken_for_the_market() {
    let before = few(&china());
    let saved = before.form.money.saving_year.unwrap();
    let mut after = Request { today: YearMonth { year: TODAY.year + 1, ..TODAY }, ..before.clone() };
    after.form.money.unsorted = Some(after.form.money.unsorted.unwrap_or(0.0) + saved);
    let change = compare((&before, &firm()), (&after, &firm())).unwrap();
    assert_eq!(causes_that_moved(&change), [Cause::Time, Cause::Contributions]);
    assert!(change.steps[0].median() < 0.0 && change.steps[1].median() > 0.0, "{change:?}");
}

#[test]
fn a_form_that_cannot_be_planned_says_why() {
    let before = few(&china());
    let mut after = before.clone();
    after.form.money.wished_month = None;
    let errors = compare((&before, &firm()), (&after, &firm())).unwrap_err();
    assert_eq!(
        errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["money.wished_month: has no answer"]
    );
}
