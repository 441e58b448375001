//! Free words.

use leptos::prelude::*;

use crate::node::{El, el};

/// Most characters that are kept.
const MOST: &str = "2000";

/// A box for the investor's own words, with a name that no other field on the screen has and the
/// id of the heading that asks; it calls back with every new text.
pub fn words_field(
    name: String,
    labelled_by: String,
    text: String,
    on_type: impl Fn(String) + 'static,
) -> El {
    el("textarea", "words-field")
        .attr("id", name)
        .attr("rows", "5")
        .attr("maxlength", MOST)
        .attr("aria-labelledby", labelled_by)
        .attr("value", text)
        .on("input", move |event| on_type(event_target_value(&event)))
}
