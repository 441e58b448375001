//! Hands the keys to a part of a page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses an element once the page is drawn.
pub fn focus_later(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        if let Some(element) = document().query_selector(&selector).ok().flatten() {
            focus(element);
        }
    });
}

/// Focuses an element, now.
pub fn focus(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        // Focus can only be refused by what is not on the page.
        element.focus().unwrap_or_default();
    }
}
