//! A step in the order of funding shows what it is handed, and leads to its section.

use evergreen::components::goal_row::GoalRow;
use evergreen::components::state_mark::{State, state_mark};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled};

fn row(gone: RwSignal<String>) -> Stage {
    Stage::of(move || {
        GoalRow {
            name: "A home".to_owned(),
            when: String::new(),
            stands: state_mark(State::of(false), "A gap"),
            figures: vec![("Amount", "¥300k".to_owned()), ("Price", "14 months of work".to_owned())],
            section: "home",
        }
        .show(move |section| gone.set(section.to_owned()))
        .into()
    })
}

#[wasm_bindgen_test]
async fn figures_stand_beside_their_names_and_an_empty_date_takes_no_room() {
    let stage = row(RwSignal::new(String::new()));
    settled().await;

    assert_eq!(stage.text(".goal-row__name"), "A home");
    assert_eq!(stage.text(".state-mark__word"), "A gap");
    assert_eq!(stage.all(".goal-row__when").len(), 0);
    let figures: Vec<_> = stage.all("dd").iter().filter_map(|value| value.text_content()).collect();
    assert_eq!(figures, ["¥300k", "14 months of work"]);
}

#[wasm_bindgen_test]
async fn the_name_leads_to_the_section_without_leaving_the_page() {
    let gone = RwSignal::new(String::new());
    let stage = row(gone);
    settled().await;

    stage.find(".goal-row__name").click();

    assert_eq!(gone.get_untracked(), "home");
}
