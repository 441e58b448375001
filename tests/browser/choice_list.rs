//! Choosing reports; nothing is chosen for the investor.

use std::rc::Rc;

use evergreen::components::choice_card::Choice;
use evergreen::components::choice_list::ChoiceList;
use evergreen::node::el;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, press, settled};

fn answers() -> Vec<Choice> {
    let none = Choice { exclusive: true, ..Choice::new("none", "None of these") };
    vec![Choice::new("a", "A little"), Choice::new("b", "A lot"), none]
}

fn list(chosen: RwSignal<Vec<String>>, many: bool) -> Stage {
    Stage::of(move || {
        let list = ChoiceList {
            name: "risk".to_owned(),
            choices: answers(),
            chosen: chosen.get(),
            many,
            short: false,
            fault: None,
            on_choose: Rc::new(move |keys| chosen.set(keys)),
            on_tap: None,
            on_number: None,
            legend: el("h1", "").text("How much?"),
        };
        list.show().into()
    })
}

#[wasm_bindgen_test]
async fn nothing_is_chosen_before_somebody_chooses() {
    let stage = list(RwSignal::new(Vec::new()), false);
    settled().await;

    assert_eq!(stage.all(".choice-card").len(), 3);
    assert!(stage.all(".choice-card--chosen").is_empty());
    assert!(!stage.input("input").checked());
}

#[wasm_bindgen_test]
async fn choosing_reports_the_answer_and_shows_it() {
    let chosen = RwSignal::new(Vec::new());
    let stage = list(chosen, false);

    stage.all("input")[1].click();
    settled().await;

    assert_eq!(chosen.get_untracked(), ["b"]);
    assert_eq!(stage.text(".choice-card--chosen"), "A lot");
}

#[wasm_bindgen_test]
async fn number_keys_choose() {
    let chosen = RwSignal::new(Vec::new());
    let stage = list(chosen, false);

    press(&stage.find("h1"), "2");
    settled().await;
    assert_eq!(chosen.get_untracked(), ["b"]);

    press(&stage.find("h1"), "7");
    assert_eq!(chosen.get_untracked(), ["b"]);
}

#[wasm_bindgen_test]
async fn none_of_these_clears_the_others() {
    let chosen = RwSignal::new(Vec::new());
    let stage = list(chosen, true);

    stage.all("input")[0].click();
    settled().await;
    stage.all("input")[1].click();
    settled().await;
    assert_eq!(chosen.get_untracked(), ["a", "b"]);

    stage.all("input")[2].click();
    settled().await;
    assert_eq!(chosen.get_untracked(), ["none"]);
}
