//! A native list reports what is picked, and the first line stands for no choice.

use evergreen::components::pick_field::PickField;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, send, settled};

fn field(picked: RwSignal<String>) -> Stage {
    Stage::of(move || {
        PickField {
            name: "kind".into(),
            label: "Kind",
            lines: ["", "bond", "share"].map(|line| (line.to_owned(), line.to_owned())).into(),
            chosen: picked.get(),
            on_pick: Box::new(move |line| picked.set(line)),
        }
        .show()
        .into()
    })
}

#[wasm_bindgen_test]
async fn what_is_picked_is_reported_and_stays_chosen() {
    let picked = RwSignal::new(String::new());
    let stage = field(picked);
    let list = stage.input("select");

    list.set_value("share");
    send(&list, "change");
    settled().await;

    assert_eq!(picked.get_untracked(), "share");
    assert_eq!(list.value(), "share");
}

#[wasm_bindgen_test]
fn a_choice_that_is_not_offered_is_no_choice() {
    let stage = field(RwSignal::new("private".to_owned()));
    let list = stage.input("select");
    assert_eq!(list.value(), "");
}
