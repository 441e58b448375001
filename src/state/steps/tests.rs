//! The order of the questions, on a questionnaire of one item each.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::HashSet;

use serde_json::json;

use super::*;

#[path = "../../../planner/tests/support/mod.rs"]
mod support;

/// The firm's own questionnaires are long; this one has an item of each kind.
fn firm() -> Firm {
    let text = json!({ "zh": "问", "en": "question" });
    let goal = |id: &str, kind: &str, optional: bool| {
        let options = if kind == "words" {
            json!([])
        } else {
            json!([{ "key": "a", "text": text }, { "key": "b", "text": text }])
        };
        json!({ "id": id, "kind": kind, "optional": optional, "text": text, "why": text, "options": options })
    };
    let mut document = support::document();
    document.goals.items = serde_json::from_value(json!([
        goal("stage", "single", false),
        goal("aims", "top_three", false),
        goal("good_day", "words", true),
        goal("cover", "multi", true),
        goal("heirs", "words", true),
    ]))
    .unwrap();
    Firm::check(document).unwrap()
}

fn slugs(form: &Form) -> Vec<String> {
    all(form, &firm()).iter().map(Step::slug).collect()
}

fn couple() -> Form {
    Form { couple: Some(true), ..Form::default() }
}

#[test]
fn aims_come_before_money_and_money_before_risk() {
    let slugs = slugs(&Form::default());
    let place = |slug: &str| slugs.iter().position(|other| other == slug).unwrap();

    assert_eq!(slugs.first().unwrap(), "region");
    assert!(place("aims") < place("good_day"));
    assert!(place("good_day") < place("saving"));
    assert!(place("saving") < place("A1"));
    assert!(place("A1") < place("cover"));
    assert!(place("cover") < place("heirs"));
    assert_eq!(slugs.last().unwrap(), "review");
}

#[test]
fn the_other_adult_is_asked_only_where_there_is_one() {
    assert!(!slugs(&Form::default()).contains(&"partner-work".to_owned()));
    assert!(slugs(&couple()).contains(&"partner-work".to_owned()));
    assert!(slugs(&couple()).contains(&"partner-pension".to_owned()));
}

#[test]
fn somebody_retired_is_not_asked_when_to_retire() {
    let mut form = Form::default();
    assert!(slugs(&form).contains(&"retire".to_owned()));
    form.you.retired = Some(true);
    assert!(!slugs(&form).contains(&"retire".to_owned()));
}

#[test]
fn every_step_has_an_address_of_its_own() {
    let slugs = slugs(&couple());
    let distinct: HashSet<_> = slugs.iter().collect();
    assert_eq!(distinct.len(), slugs.len());
}

#[test]
fn every_field_is_asked_by_the_step_it_leads_to() {
    let firm = firm();
    let mut form = couple();
    form.region = Some(Region::China);
    form.debts.push(planner::answers::DebtForm::default());
    form.projects.push(planner::answers::ProjectForm::default());
    for step in all(&form, &firm) {
        for field in step.fields(&form, &firm) {
            assert_eq!(Step::of(&field), step, "{field}");
        }
    }
}

#[test]
fn a_phone_shows_one_step_and_a_desk_a_few_of_one_stretch() {
    let firm = firm();
    let steps = all(&couple(), &firm);

    assert!(screens(&steps, &firm, false).iter().all(|screen| screen.len() == 1));

    let wide = screens(&steps, &firm, true);
    assert!(wide.len() < steps.len());
    assert_eq!(wide.concat(), steps);
    for screen in &wide {
        assert!(screen.len() <= MOST_TOGETHER, "{screen:?}");
        let sections: Vec<_> = screen.iter().map(|step| step.section(&firm)).collect();
        assert!(sections.windows(2).all(|pair| pair[0] == pair[1]), "{screen:?}");
    }
}

#[test]
fn the_next_open_step_is_that_of_the_first_problem() {
    use planner::answers::Reason;
    let missing = |field| FormError { field, reason: Reason::Missing };

    assert_eq!(next_open(&[missing(Field::SavingYear), missing(Field::Region)]), Step::Saving);
    assert_eq!(next_open(&[]), Step::Review);
}

#[test]
fn the_last_minute_is_still_a_minute() {
    assert_eq!(minutes(&[Step::Review]), 1);
    assert_eq!(minutes(&vec![Step::Saving; 5]), 2);
}
