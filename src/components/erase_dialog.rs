//! Erases everything on this device, after one question.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::components::menu::LEAVES;
use crate::node::{El, el};
use crate::words::{self, Lang};

/// A button, and the question it asks first.
pub fn erase_dialog(lang: Lang, on_erase: Callback<()>) -> El {
    let opener = el("button", "button button--quiet erase-dialog__opener")
        .attr("type", "button")
        // It fails only where the dialog is open already.
        .on_click(|| dialog().map(|dialog| dialog.show_modal().unwrap_or_default()).unwrap_or_default())
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

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    document().query_selector(".erase-dialog").ok().flatten()?.dyn_into().ok()
}
