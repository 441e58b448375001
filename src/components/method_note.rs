//! How figures are worked out, folded away beside them.

use crate::components::disclosure::disclosure;
use crate::node::{Node, el};

/// A line that unfolds into names and explanations; the key is its own among its siblings.
#[must_use]
pub fn method_note(
    key: &'static str,
    title: &'static str,
    figures: Vec<(&'static str, &'static str)>,
) -> Node {
    disclosure(key, title, move || {
        let entry = |(name, text): &(&'static str, &'static str)| {
            el("div", "").with(el("dt", "method-note__name").text(*name)).with(el("dd", "").text(*text))
        };
        el("dl", "method-note").with_all(figures.iter().map(entry)).into()
    })
}
