//! Why a question is asked, one tap away.

use crate::node::{El, el};

/// A line that opens into the reason.
pub fn why_note(title: &'static str, text: String) -> El {
    el("details", "why-note")
        .with(el("summary", "why-note__title").text(title))
        .with(el("p", "why-note__text").text(text))
}
