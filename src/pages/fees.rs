//! `/fees`: commission against a percentage fee.

use crate::node::{Node, el};
use crate::words::{self, Lang};

/// `/fees`: commission against a percentage fee.
#[must_use]
pub fn page(lang: Lang) -> Node {
    el("article", "page").with(el("h1", "").text(words::app::fees(lang))).into()
}
