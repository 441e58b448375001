//! Something that holds or not.

use leptos::prelude::*;

use crate::node::{El, Node, el};

/// A native checkbox inside its label.
pub fn tick_field(text: impl Into<Node>, ticked: bool, open: bool, on_tick: impl Fn(bool) + 'static) -> El {
    let input = el("input", "tick-field__input")
        .attr("type", "checkbox")
        .ticked(ticked)
        .flag("disabled", !open)
        .on("change", move |event| on_tick(event_target_checked(&event)));
    el("label", "tick-field").with(input).with(el("span", "tick-field__text").with(text))
}
