//! How the figures of a part are worked out, folded away under them.

use crate::components::method_note::method_note;
use crate::node::Node;
use crate::words::Lang;
use crate::words::method::{self, Explained};

/// A line that unfolds into how some figures are worked out. A part has one.
#[must_use]
pub(super) fn explained(lang: Lang, figures: &[Explained]) -> Node {
    method_note("method", method::title(lang), method::notes(lang, figures))
}
