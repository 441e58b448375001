//! The data of a chart, or a list of figures, as a table.

use crate::node::{El, Text, el};

/// A table of text: the first column names the row, the others are figures unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows, each with as many cells.
    pub rows: Vec<Vec<String>>,
    /// How many columns at the right hold sentences instead of figures.
    pub prose_columns: usize,
}

/// Shows a table under a name for those who hear it, in a frame that scrolls by itself where a
/// screen is too narrow.
pub fn data_table(name: impl Into<Text>, table: Table) -> El {
    let figures = 1..table.columns.len().saturating_sub(table.prose_columns);
    let class = |idx: usize| if figures.contains(&idx) { "cell--number" } else { "" };
    let head = table.columns.into_iter().enumerate();
    let head = head.map(|(idx, name)| el("th", class(idx)).attr("scope", "col").text(name));
    let cell = |(idx, text): (usize, String)| match idx {
        0 => el("th", "").attr("scope", "row").text(text),
        _ => el("td", class(idx)).text(text),
    };
    let rows = table.rows.into_iter().map(|row| el("tr", "").with_all(row.into_iter().enumerate().map(cell)));
    let body = el("table", "")
        .with(el("thead", "").with(el("tr", "").with_all(head)))
        .with(el("tbody", "").with_all(rows));
    el("div", "data-table").attr("role", "region").attr("tabindex", "0").attr("aria-label", name).with(body)
}
