//! A text to be taken elsewhere, such as a link.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

use crate::node::{Node, Text, el, kept};

/// A box that cannot be changed, and a button that copies it and says so.
#[must_use]
pub fn copy_field(name: &'static str, label: Text, text: String, [copy, copied]: [&'static str; 2]) -> Node {
    // Another text was not copied yet.
    let key = [name, &text].concat();
    kept(
        key,
        || RwSignal::new(false),
        move |done| {
            let value = text.clone();
            let button = el("button", "button")
                .attr("type", "button")
                .on_click(move || {
                    take(name, &value);
                    done.set(true);
                })
                .text(copy);
            let input = el("input", "entry-field__input copy-field__input")
                .attr("id", name)
                .attr("type", "text")
                .flag("readonly", true)
                .attr("value", text.clone());
            let said = el("p", "copy-field__said").attr("role", "status");
            el("div", "copy-field")
                .with(el("label", "entry-field__label").attr("for", name).text(label.clone()))
                .with(el("div", "copy-field__row").with(input).with(button))
                .with(if done.get() { said.text(copied) } else { said })
                .into()
        },
    )
}

/// Marks the text, and hands it to the clipboard where the browser has one: else the mark is left to
/// whoever copies by hand.
fn take(name: &str, text: &str) {
    let input = document().get_element_by_id(name);
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
    let navigator: JsValue = window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).ok();
    if let Some(write) = write.and_then(|write| write.dyn_into::<Function>().ok()) {
        // A browser that refuses leaves the marked text.
        write.call1(&clipboard, &text.into()).map(drop).unwrap_or_default();
    }
}
