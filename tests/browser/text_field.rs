//! A line of text reports what is typed, keeps what is wrong beside it, and shows a password on request.

use evergreen::components::text_field::{TextField, TextKind};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled, type_into};

fn field(kind: TextKind, text: RwSignal<String>, problem: &'static str) -> Stage {
    Stage::of(move || {
        TextField {
            name: "secret",
            label: "Password".into(),
            hint: "Twelve characters".into(),
            kind,
            text,
            problem: problem.to_owned(),
            show_hide: ["Show", "Hide"],
        }
        .show()
    })
}

#[wasm_bindgen_test]
async fn what_is_typed_is_reported_and_a_look_at_it_changes_nothing() {
    let text = RwSignal::new(String::new());
    let stage = field(TextKind::NewPassword, text, "");
    let input = stage.input("input");
    type_into(&input, "plain words");
    settled().await;
    assert_eq!(input.type_(), "password");

    stage.find("button").click();
    settled().await;

    assert_eq!((input.type_().as_str(), input.value().as_str()), ("text", "plain words"));
    assert_eq!(text.get_untracked(), "plain words");
    assert_eq!(stage.find("button").get_attribute("aria-pressed").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
fn a_password_manager_is_told_what_is_asked_for() {
    let text = RwSignal::new(String::new());
    for (kind, autocomplete) in [
        (TextKind::Email, "username"),
        (TextKind::Password, "current-password"),
        (TextKind::NewPassword, "new-password"),
    ] {
        let stage = field(kind, text, "");
        assert_eq!(stage.input("input").get_attribute("autocomplete").as_deref(), Some(autocomplete));
    }
}

#[wasm_bindgen_test]
fn what_is_wrong_belongs_to_the_box() {
    let stage = field(TextKind::Email, RwSignal::new("x".to_owned()), "That is no address.");
    let input = stage.input("input");

    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(input.get_attribute("aria-describedby").as_deref(), Some("secret-fault secret-hint"));
    assert!(stage.text("#secret-fault").contains("That is no address."));
    assert_eq!(stage.all("button").len(), 0);
}
