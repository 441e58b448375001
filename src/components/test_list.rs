//! Tests that something passed or failed, each by mark, word and reason.

use crate::node::{El, el};

/// One test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What it is called.
    pub name: &'static str,
    /// It was passed.
    pub passed: bool,
    /// Passed or failed, in a word.
    pub outcome: &'static str,
    /// Why.
    pub reason: String,
}

/// Shows tests under each other. The mark and the word come first; the colour only agrees.
pub fn test_list(tests: impl IntoIterator<Item = Test>) -> El {
    let row = |Test { name, passed, outcome, reason }: Test| {
        let mark = if passed { "m5 12.500 4.500 4.500L19 7.500" } else { "m7 7 10 10M17 7 7 17" };
        let mark = el("svg", "test-list__mark")
            .attr("viewBox", "0 0 24 24")
            .attr("aria-hidden", "true")
            .with(el("path", "").attr("d", mark));
        el("li", "test-list__row")
            .class_if("test-list__row--failed", !passed)
            .with(mark)
            .with(el("span", "test-list__name").text(name))
            .with(el("span", "test-list__outcome").text(outcome))
            .with(el("span", "test-list__reason").text(reason))
    };
    el("ul", "test-list").attr("role", "list").with_all(tests.into_iter().map(row))
}
