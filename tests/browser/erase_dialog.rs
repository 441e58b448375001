//! Nothing is erased without a second yes.

use evergreen::components::erase_dialog::erase_dialog;
use evergreen::words::Lang;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled};

fn dialog(erased: RwSignal<bool>) -> Stage {
    Stage::of(move || erase_dialog(Lang::En, Callback::new(move |()| erased.set(true))).into())
}

#[wasm_bindgen_test]
async fn erasing_asks_first() {
    let erased = RwSignal::new(false);
    let stage = dialog(erased);

    stage.find(".erase-dialog__opener").click();
    settled().await;
    assert!(stage.find("dialog").has_attribute("open"));
    assert!(!erased.get_untracked());

    stage.find(".erase-dialog__yes").click();
    settled().await;
    assert!(!stage.find("dialog").has_attribute("open"));
    assert!(erased.get_untracked());
}

#[wasm_bindgen_test]
async fn keeping_erases_nothing() {
    let erased = RwSignal::new(false);
    let stage = dialog(erased);

    stage.find(".erase-dialog__opener").click();
    stage.find("[autofocus]").click();
    settled().await;

    assert!(!stage.find("dialog").has_attribute("open"));
    assert!(!erased.get_untracked());
}
