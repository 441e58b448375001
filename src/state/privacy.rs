//! Hides every amount while somebody looks on, for as long as the window stays open.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::format::mask;
use crate::storage;

/// The key that hides amounts, and shows them again: none that types anything.
pub const KEY: &str = "F9";

/// Goes on as this window was left, and hears the key.
pub fn begin() {
    mask::set(storage::hides_amounts());
    Effect::new(|_| {
        // What is typed is hidden by the style sheet.
        if let Some(root) = document().document_element() {
            let kept = if mask::on() {
                root.set_attribute("data-masked", "")
            } else {
                root.remove_attribute("data-masked")
            };
            // The attribute is always allowed on the root element.
            kept.unwrap_or_default();
        }
    });
    let listener = window_event_listener(ev::keydown, |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == KEY {
            event.prevent_default();
            toggle();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Hides amounts, or shows them again.
pub fn toggle() {
    let hide = !mask::on();
    mask::set(hide);
    storage::hide_amounts(hide);
}
