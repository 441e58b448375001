//! What is wrong with an answer, right under it.

use crate::node::{El, el};

/// A sentence with its mark, and the id that the field describes itself by; empty while there is
/// nothing to say.
pub fn problem_note(id: String, sentence: &str) -> El {
    let note = el("p", "problem-note").attr("id", id);
    if sentence.is_empty() {
        return note;
    }
    note.with(el("span", "problem-note__mark").attr("aria-hidden", "true").text("!"))
        .with(el("span", "").text(sentence.to_owned()))
}
