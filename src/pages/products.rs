//! `/products`: what suits, and what was searched for.

use crate::node::{Node, el};
use crate::pages::planned::Planned;
use crate::words;

/// `/products`: what suits, and what was searched for.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    el("article", "page").with(el("h1", "").text(words::app::products(planned.lang))).into()
}
