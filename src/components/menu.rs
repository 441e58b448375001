//! A small sheet under a button of three dots.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};

use crate::node::{Node, el, kept};

/// A native disclosure that closes with Escape, when something else is touched, and behind whoever
/// leaves by a link or a button that is marked as [`LEAVES`].
#[must_use]
pub fn menu(name: &'static str, sheet: impl Fn() -> Node + 'static) -> Node {
    kept("menu", close_from_outside, move |()| {
        let icon = el("svg", "menu__icon")
            .attr("viewBox", "0 0 24 24")
            .attr("aria-hidden", "true")
            .with(el("path", "").attr("d", "M5 12h.01M12 12h.01M19 12h.01"));
        el("details", "menu")
            .on("keydown", |event| close_with_escape(event.unchecked_ref()))
            .with(el("summary", "menu__opener").attr("aria-label", name).with(icon))
            .with(el("div", "menu__sheet").on("click", |event| close_behind(&event)).with(sheet()))
            .into()
    })
}

fn close_from_outside() {
    let outside = window_event_listener(ev::click, |event| {
        let touched = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let root = root().filter(|root| !root.contains(touched.as_ref()));
        if let Some(root) = root {
            root.set_open(false);
        }
    });
    on_cleanup(move || outside.remove());
}

/// Marks a button that leads elsewhere, as a link does.
pub const LEAVES: &str = "data-leaves";

fn close_behind(event: &Event) {
    let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let leaves = pressed.and_then(|pressed| pressed.closest("a, [data-leaves]").ok().flatten());
    if let (Some(_), Some(root)) = (leaves, root()) {
        root.set_open(false);
    }
}

fn close_with_escape(event: &KeyboardEvent) {
    // An open dialog takes Escape for itself.
    let dialog = document().query_selector("dialog[open]").ok().flatten();
    if event.key() == "Escape" && dialog.is_none() {
        let Some(root) = root() else { return };
        root.set_open(false);
        let opener = root.query_selector("summary").ok().flatten();
        if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
            // Focus can only be refused by what is not on the page.
            opener.focus().unwrap_or_default();
        }
    }
}

fn root() -> Option<HtmlDetailsElement> {
    document().query_selector(".menu").ok().flatten()?.dyn_into().ok()
}
