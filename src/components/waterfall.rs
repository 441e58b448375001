//! A waterfall: from one level to another, one cause at a time.

use crate::node::{El, el};

/// One line of the waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct Fall {
    /// What did it, or the name of an end.
    pub name: &'static str,
    /// Where the bar begins and ends, 0 to 1; an end begins at 0.
    pub span: [f64; 2],
    /// What it did, or where an end stands, as text.
    pub value: String,
    /// It is one of the two ends.
    pub end: bool,
}

/// Bars under each other, each beginning where the one above it ended.
pub fn waterfall(falls: impl IntoIterator<Item = Fall>) -> El {
    let row = |Fall { name, span: [from, to], value, end }| {
        let number = |value: f64| format!("{value:.4}");
        let bar = el("span", "waterfall__bar")
            .class_if("waterfall__bar--end", end)
            .class_if("waterfall__bar--down", to < from)
            .attr("--from", number(from.min(to)))
            .attr("--size", number((to - from).abs()));
        el("li", "waterfall__row")
            .with(el("span", "waterfall__name").text(name))
            .with(el("span", "waterfall__rail").attr("aria-hidden", "true").with(bar))
            .with(el("span", "waterfall__value").text(value))
    };
    el("ul", "waterfall").attr("role", "list").with_all(falls.into_iter().map(row))
}
