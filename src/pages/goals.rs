//! `/goals`: every life goal beside retirement.

use crate::node::{Node, el};
use crate::pages::planned::Planned;
use crate::words;

/// `/goals`: every life goal beside retirement.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    el("article", "page").with(el("h1", "").text(words::app::goals(planned.lang))).into()
}
