//! Absurd households get a sentence, never a panic, a NaN or a wrong colour.

use planner::answers::Form;
use planner::{Inputs, Moves, Request};

use crate::support::{canada, china, firm, request};

#[test]
fn absurd_numbers_are_refused_with_their_field() {
    type Edit = (&'static str, fn(&mut Form));
    let edits: [Edit; 15] = [
        ("you.birth_year", |form| form.you.birth_year = Some(1896.0)),
        ("you.birth_year", |form| form.you.birth_year = Some(f64::NAN)),
        ("you.birth_year", |form| form.you.birth_year = Some(1986.5)),
        ("you.birth_month", |form| form.you.birth_month = Some(13.0)),
        ("you.income_year", |form| form.you.income_year = Some(-5.0)),
        ("you.income_year", |form| form.you.income_year = Some(f64::INFINITY)),
        ("you.retire_age", |form| form.you.retire_age = Some(20.0)),
        ("money.wished_month", |form| form.money.wished_month = Some(0.0)),
        ("money.essential_month", |form| form.money.essential_month = Some(1e9)),
        ("money.spending_decline", |form| form.money.spending_decline = Some(0.2)),
        ("money.saving_year", |form| form.money.saving_year = Some(-1.0)),
        ("money.holdings.CASH", |form| {
            form.money.holdings.insert("CASH".to_owned(), f64::NEG_INFINITY);
        }),
        ("debts.0.until_year", |form| form.debts[0].until_year = Some(1990.0)),
        ("projects.0.amount", |form| form.projects[0].amount = Some(0.0)),
        ("you.pension.contribution_years", |form| form.you.pension.contribution_years = Some(99.0)),
    ];
    for (field, edit) in edits {
        let mut form = china();
        edit(&mut form);
        let errors = Inputs::check(&request(&form, Moves::default()), &firm()).unwrap_err();
        assert!(errors.iter().any(|error| error.field.to_string() == field), "{field}: {errors:?}");
    }
}

#[test]
fn absurd_moves_are_refused_with_their_field() {
    for (field, moves) in [
        ("moves.retire_age", Moves { retire_age: Some(20), ..Moves::default() }),
        ("moves.retire_age", Moves { retire_age: Some(200), ..Moves::default() }),
        ("moves.saving_year", Moves { saving_year: Some(-1.0), ..Moves::default() }),
        ("moves.wished_year", Moves { wished_year: Some(0.0), ..Moves::default() }),
        ("moves.one_off", Moves { one_off: Some(f64::NAN), ..Moves::default() }),
        ("moves.growth_share", Moves { growth_share: Some(1.5), ..Moves::default() }),
    ] {
        let errors = Inputs::check(&request(&china(), moves), &firm()).unwrap_err();
        assert_eq!(errors[0].field.to_string(), field);
    }
}

#[test]
fn lifetimes_come_in_pairs() {
    let request = Request { lifetimes: Some(13), ..request(&china(), Moves::default()) };
    let errors = Inputs::check(&request, &firm()).unwrap_err();
    assert_eq!(errors[0].to_string(), "lifetimes: must be an even number, is 13");
}

#[test]
fn strange_but_possible_households_get_a_plan() {
    type Edit = fn(&mut Form);
    let edits: [Edit; 8] = [
        |form| form.you.birth_year = Some(1927.0),
        |form| form.you.retire_age = Some(100.0),
        |form| form.money.unsorted = Some(1e11),
        |form| form.money.wished_month = Some(1e8),
        |form| {
            form.money.holdings.clear();
            form.money.unsorted = Some(0.0);
            form.money.saving_year = Some(0.0);
        },
        |form| {
            form.money.holdings.clear();
            form.money.unsorted = Some(5e-324);
            form.money.saving_year = Some(5e-324);
        },
        |form| {
            form.you.income_year = Some(0.0);
        },
        |form| form.money.wished_month = Some(100.0),
    ];
    for (idx, edit) in edits.into_iter().enumerate() {
        for mut form in [china(), canada()] {
            form.you.retire_age_latest = None;
            form.money.essential_month = None;
            if idx == 0 {
                form.you.retire_age = Some(99.0);
            }
            edit(&mut form);
            let firm = firm();
            let inputs = Inputs::check(&request(&form, Moves::default()), &firm).unwrap();
            let plan = planner::plan(&inputs, &firm);
            let text = serde_json::to_string(&plan).unwrap();
            assert_eq!(serde_json::from_str::<planner::Plan>(&text).unwrap(), plan, "edit {idx}");
        }
    }
}

#[test]
fn a_form_of_a_newer_version_is_refused() {
    let form = Form { schema: 99, ..china() };
    assert!(Inputs::check(&request(&form, Moves::default()), &firm()).is_err());
}
