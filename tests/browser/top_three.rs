//! Three at most, in the order they are chosen.

use std::rc::Rc;

use evergreen::components::choice_card::Choice;
use evergreen::components::top_three::TopThree;
use evergreen::node::el;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled};

fn list(chosen: RwSignal<Vec<String>>) -> Stage {
    Stage::of(move || {
        let list = TopThree {
            name: "aims".to_owned(),
            choices: ["a", "b", "c", "d"].map(|key| Choice::new(key, key)).into(),
            chosen: chosen.get(),
            count: chosen.with(Vec::len).to_string(),
            fault: None,
            on_choose: Rc::new(move |keys| chosen.set(keys)),
            legend: el("h1", "").text("Which three?"),
        };
        list.show().into()
    })
}

#[wasm_bindgen_test]
async fn the_first_chosen_is_the_most_important() {
    let chosen = RwSignal::new(Vec::new());
    let stage = list(chosen);

    stage.all("input")[2].click();
    settled().await;
    stage.all("input")[0].click();
    settled().await;

    assert_eq!(chosen.get_untracked(), ["c", "a"]);
    assert_eq!(stage.all(".choice-card__rank").len(), 2);
    assert_eq!(stage.text(".choice-card__rank"), "2");
}

#[wasm_bindgen_test]
async fn a_fourth_waits_until_one_is_cleared() {
    let chosen = RwSignal::new(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]);
    let stage = list(chosen);
    settled().await;

    stage.all("input")[3].click();
    settled().await;
    assert_eq!(chosen.get_untracked(), ["a", "b", "c"]);

    stage.all("input")[0].click();
    settled().await;
    stage.all("input")[3].click();
    settled().await;
    assert_eq!(chosen.get_untracked(), ["b", "c", "d"]);
}
