//! The data of a chart, or a list of figures, as a table.

use leptos::prelude::*;

use crate::live;

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

/// Shows a table, in a frame that scrolls by itself where a screen is too narrow.
#[component]
pub fn DataTable(
    /// What the table is, for those who hear it.
    #[prop(into)]
    label: Signal<String>,
    /// The table.
    #[prop(into)]
    table: Signal<Table>,
) -> impl IntoView {
    let class = |idx: usize, table: &Table| {
        let figure = idx > 0 && idx + table.prose_columns < table.columns.len();
        if figure { "cell--number" } else { "" }
    };
    let head = move || {
        table.with(|table| {
            let cell = |(idx, name): (usize, &String)| view! { <th scope="col" class=class(idx, table)>{name.clone()}</th> };
            table.columns.iter().enumerate().map(cell).collect_view()
        })
    };
    let body = move || {
        table.with(|table| {
            let cell = |(idx, text): (usize, &String)| match idx {
                0 => view! { <th scope="row">{text.clone()}</th> }.into_any(),
                _ => view! { <td class=class(idx, table)>{text.clone()}</td> }.into_any(),
            };
            let row =
                |row: &Vec<String>| view! { <tr>{row.iter().enumerate().map(cell).collect_view()}</tr> };
            table.rows.iter().map(row).collect_view()
        })
    };
    view! {
        <div class="data-table" role="region" tabindex="0" aria-label=label>
            <table>
                <thead><tr>{live::part(head)}</tr></thead>
                <tbody>{live::part(body)}</tbody>
            </table>
        </div>
    }
}
