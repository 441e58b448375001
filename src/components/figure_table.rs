//! Figures with their names and what they mean.

use crate::node::{El, el};

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureRow {
    /// What it is called.
    pub name: String,
    /// Its value, with its unit.
    pub value: String,
    /// What it means.
    pub note: String,
}

/// Figures under each other: name, value, meaning.
pub fn figure_table(rows: impl IntoIterator<Item = FigureRow>) -> El {
    let row = |FigureRow { name, value, note }| {
        el("div", "figure-table__row")
            .with(el("dt", "figure-table__name").text(name))
            .with(el("dd", "figure-table__value").text(value))
            .with(el("dd", "figure-table__note").text(note))
    };
    el("dl", "figure-table").with_all(rows.into_iter().map(row))
}
