//! What is typed stays; problems wait until the box is left.

use std::rc::Rc;

use evergreen::components::number_field::NumberField;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, send, settled, type_into};

/// A field whose owner understands nothing, and says so.
fn field(typed: RwSignal<String>, tried: RwSignal<bool>) -> Stage {
    Stage::of(move || {
        NumberField {
            name: "saving".to_owned(),
            label: "Saved a year".into(),
            hint: "",
            text: typed.get(),
            reading: String::new(),
            unit: "",
            problem: "cannot be read".to_owned(),
            tried: tried.get(),
            decimal: false,
            steppers: Some(("less".to_owned(), "more".to_owned())),
            on_type: Rc::new(move |text| typed.set(text)),
            on_step: Rc::new(move |direction: f64| typed.set(direction.to_string())),
        }
        .show()
    })
}

#[wasm_bindgen_test]
async fn unreadable_text_stays_in_the_box() {
    let typed = RwSignal::new(String::new());
    let stage = field(typed, RwSignal::new(false));
    let input = stage.input("input");

    type_into(&input, "abc");
    send(&input, "blur");
    settled().await;

    assert_eq!(input.value(), "abc");
    assert_eq!(typed.get_untracked(), "abc");
}

#[wasm_bindgen_test]
async fn a_problem_is_told_when_the_box_is_left_and_not_before() {
    let stage = field(RwSignal::new(String::new()), RwSignal::new(false));
    let input = stage.input("input");

    type_into(&input, "a");
    settled().await;
    assert_eq!(stage.text(".problem-note"), "");
    assert_eq!(input.get_attribute("aria-invalid"), None);

    send(&input, "blur");
    settled().await;
    assert!(stage.text(".problem-note").contains("cannot be read"));
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(input.get_attribute("aria-describedby").unwrap().contains("saving-fault"));
}

#[wasm_bindgen_test]
async fn an_empty_box_is_told_off_only_by_trying_to_go_on() {
    let tried = RwSignal::new(false);
    let stage = field(RwSignal::new(String::new()), tried);

    send(&stage.input("input"), "blur");
    settled().await;
    assert_eq!(stage.text(".problem-note"), "");

    tried.set(true);
    settled().await;
    assert!(stage.text(".problem-note").contains("cannot be read"));
}

#[wasm_bindgen_test]
async fn the_steppers_report_their_direction() {
    let typed = RwSignal::new(String::new());
    let stage = field(typed, RwSignal::new(false));

    stage.find("[aria-label=more]").click();
    assert_eq!(typed.get_untracked(), "1");
    stage.find("[aria-label=less]").click();
    assert_eq!(typed.get_untracked(), "-1");
}
