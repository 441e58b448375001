//! What was not done, and why, under what was pressed.

use crate::api::ApiError;
use crate::node::{El, el};
use crate::words::{self, Lang};

/// Why something was not done; nothing where nothing went wrong.
pub(crate) fn refusal(lang: Lang, error: Option<&ApiError>) -> El {
    let said = error.map(|error| {
        el("p", "problem-note")
            .with(el("span", "problem-note__mark").attr("aria-hidden", "true").text("!"))
            .with(el("span", "").text(sentence(lang, error)))
    });
    el("div", "refusal").attr("role", "alert").with(said)
}

/// Every field that the server does not take, or why it does not take the whole.
fn sentence(lang: Lang, error: &ApiError) -> String {
    let ApiError::Refused(problem) = error else { return words::refusal::sentence(lang, error) };
    if problem.faults.is_empty() {
        return words::refusal::sentence(lang, error);
    }
    let mut messages: Vec<_> =
        problem.faults.iter().map(|fault| words::refusal::fault(lang, fault)).collect();
    messages.dedup();
    messages.join(lang.pick("", " "))
}
