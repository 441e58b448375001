//! A box to search with.

use leptos::prelude::*;

use crate::node::{El, el};

/// A box under its label, with what was typed; every key calls back.
pub fn search_box(label: &'static str, typed: String, on_type: Callback<String>) -> El {
    let icon = el("svg", "search-box__icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").with(
        el("path", "")
            .attr("d", "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500 20 20"),
    );
    let input = el("input", "search-box__input")
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", label)
        .attr("value", typed)
        .on("input", move |event| on_type.run(event_target_value(&event)));
    el("search", "search-box").with(
        el("label", "search-box__label")
            .with(el("span", "visually-hidden").text(label))
            .with(icon)
            .with(input),
    )
}
