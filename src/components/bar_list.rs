//! Shares of a whole, each a bar with its name, its figure and what it means.

use crate::node::{El, el};

/// One share.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is the share of.
    pub name: &'static str,
    /// How long the bar is, 0 to 1.
    pub share: f64,
    /// The share as text.
    pub value: String,
    /// What it means.
    pub note: String,
}

/// Bars under each other. Names and figures are text, so the list is its own table.
pub fn bar_list(bars: impl IntoIterator<Item = Bar>) -> El {
    let bar = |Bar { name, share, value, note }| {
        el("li", "bar-list__row")
            .with(el("span", "bar-list__name").text(name))
            .with(el("span", "bar-list__value").text(value))
            .with(el("span", "bar-list__bar").attr("--share", format!("{share:.4}")))
            .with(el("span", "bar-list__note").text(note))
    };
    el("ul", "bar-list").attr("role", "list").with_all(bars.into_iter().map(bar))
}
