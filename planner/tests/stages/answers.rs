use planner::answers::{Field, Form, FormError, Reason, Who, check};

use crate::support::{TODAY, canada, china, choose, firm};

#[test]
fn stored_forms_of_every_schema_open_and_are_complete() {
    for form in [china(), canada()] {
        check(&form, &firm(), TODAY).unwrap();
    }
}

#[test]
fn an_empty_form_names_every_question_in_order() {
    let errors = check(&Form::default(), &firm(), TODAY).unwrap_err();
    let fields: Vec<String> = errors.iter().map(|error| error.field.to_string()).collect();
    let place = |field: &str| fields.iter().position(|known| known == field).unwrap();
    assert!(errors.iter().all(|error| error.reason == Reason::Missing));
    assert_eq!(fields[0], "region");
    assert!(place("goals.stage") < place("you.birth_year"));
    assert!(place("you.birth_year") < place("money.wished_month"));
    assert!(place("money.wished_month") < place("risk.A1"));
}

#[test]
fn every_fault_is_reported_at_once_with_its_range() {
    let mut form = china();
    form.you.birth_year = Some(1896.0);
    form.you.income_year = Some(-1.0);
    form.money.wished_month = Some(0.0);
    let errors = check(&form, &firm(), TODAY).unwrap_err();
    let range = |field: Field, value| {
        errors.iter().any(|error| {
            error.field == field
                && matches!(error.reason, Reason::Range { value: found, .. } if found == value)
        })
    };
    assert!(range(Field::BirthYear(Who::You), 1896.0));
    assert!(range(Field::IncomeYear(Who::You), -1.0));
    assert!(range(Field::WishedMonth, 0.0));
}

#[test]
fn retirement_may_not_lie_in_the_past() {
    let mut form = china();
    form.you.retire_age = Some(39.0);
    let errors = check(&form, &firm(), TODAY).unwrap_err();
    let reason = Reason::Range { value: 39.0, min: 40.0, max: 100.0 };
    assert_eq!(errors, [FormError { field: Field::RetireAge(Who::You), reason }]);
}

#[test]
fn somebody_retired_is_not_asked_for_a_retirement_age_but_for_the_pension() {
    let mut form = china();
    form.you.retired = Some(true);
    form.you.retire_age = None;
    form.you.income_year = None;
    let errors = check(&form, &firm(), TODAY).unwrap_err();
    assert_eq!(errors, [FormError { field: Field::KnownMonth(Who::You), reason: Reason::Missing }]);
    form.you.pension.known_month = Some(6_000.0);
    assert!(check(&form, &firm(), TODAY).is_ok());
}

#[test]
fn options_that_do_not_exist_or_do_not_go_together_are_refused() {
    let mut form = china();
    choose(&mut form, "A1", &["q"]);
    choose(&mut form, "K2", &["a", "z"]);
    choose(&mut form, "T1", &["a", "b"]);
    let errors = check(&form, &firm(), TODAY).unwrap_err();
    let reasons: Vec<&Reason> = errors.iter().map(|error| &error.reason).collect();
    assert!(reasons.contains(&&Reason::UnknownOption("q".to_owned())));
    assert!(reasons.contains(&&Reason::NotAlone("z".to_owned())));
    assert!(reasons.contains(&&Reason::TooMany(1)));
}

#[test]
fn a_partner_is_only_read_where_two_plan_together() {
    let mut form = china();
    form.partner.birth_year = Some(3000.0);
    assert!(check(&form, &firm(), TODAY).is_err());
    form.couple = Some(false);
    assert_eq!(check(&form, &firm(), TODAY).unwrap().people.len(), 1);
}

#[test]
fn unknown_keys_of_a_stored_form_are_refused() {
    let text = include_str!("../fixtures/form_v1_canada.json").replace("\"couple\"", "\"cuople\"");
    assert!(serde_json::from_str::<Form>(&text).is_err());
}
