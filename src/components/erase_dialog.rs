//! Erases everything on this device, after one question.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};

use crate::components::menu::LEAVES;
use crate::node::{El, el};
use crate::words::{self, Lang};

/// A button, and the question it asks first.
pub fn erase_dialog(lang: Lang, on_erase: Callback<()>) -> El {
    let opener = el("button", "button button--quiet erase-dialog__opener")
        .attr("type", "button")
        .on("click", |event| open(&event))
        .text(words::app::erase(lang));
    let no = el("button", "button")
        .attr("type", "button")
        .flag("autofocus", true)
        .on_click(close)
        .text(words::app::erase_no(lang));
    let yes = el("button", "button erase-dialog__yes")
        .attr("type", "button")
        .attr(LEAVES, "")
        .on_click(move || {
            close();
            on_erase.run(());
        })
        .text(words::app::erase_yes(lang));
    let question = el("h2", "erase-dialog__question")
        .attr("id", "erase-question")
        .text(words::app::erase_question(lang));
    let dialog = el("dialog", "erase-dialog")
        .attr("aria-labelledby", "erase-question")
        .attr("aria-describedby", "erase-meaning")
        .with(question)
        .with(el("p", "").attr("id", "erase-meaning").text(words::app::erase_meaning(lang)))
        .with(el("div", "erase-dialog__answers").with(no).with(yes));
    el("div", "").with(opener).with(dialog)
}

/// The dialog stands behind the button that was pressed.
fn open(event: &Event) {
    let opener = event.target().and_then(|opener| opener.dyn_into::<Element>().ok());
    let dialog = opener.and_then(|opener| opener.next_element_sibling());
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        // It fails only where the dialog is open already.
        dialog.show_modal().unwrap_or_default();
    }
}

fn close() {
    let dialog = document().query_selector(".erase-dialog[open]").ok().flatten();
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
