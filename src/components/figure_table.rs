//! Figures with their names and what they mean.

use leptos::prelude::*;

use crate::live;

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
#[component]
pub fn FigureTable(
    /// The figures.
    #[prop(into)]
    rows: Signal<Vec<FigureRow>>,
) -> impl IntoView {
    let row = |FigureRow { name, value, note }| {
        view! {
            <div class="figure-table__row">
                <dt class="figure-table__name">{name}</dt>
                <dd class="figure-table__value">{value}</dd>
                <dd class="figure-table__note">{note}</dd>
            </div>
        }
    };
    view! { <dl class="figure-table">{live::part(move || rows.get().into_iter().map(row).collect_view())}</dl> }
}
