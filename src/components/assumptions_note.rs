//! What the figures of a page stand on.

use leptos::prelude::*;

use crate::components::data_table::{DataTable, Table};
use crate::components::disclosure::Disclosure;
use crate::live;

/// What the note says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssumptionsWords {
    /// The heading.
    pub title: String,
    /// The set and its day.
    pub set: String,
    /// That nobody has approved the set; none where somebody has.
    pub draft: Option<String>,
    /// Where the set comes from, who approved it, inflation, the day of the plan: a paragraph each.
    pub paragraphs: Vec<String>,
    /// The line that unfolds every assumption.
    pub every: String,
    /// Every assumption.
    pub table: Table,
    /// How the plan can be checked later.
    pub digest: String,
}

/// Names the set of assumptions, its day, and whether it is a draft; unfolds every figure.
#[component]
pub fn AssumptionsNote(
    /// What it says.
    #[prop(into)]
    text: Signal<AssumptionsWords>,
) -> impl IntoView {
    let part = move |of: fn(&AssumptionsWords) -> &String| {
        Signal::derive(move || text.with(|text| of(text).clone()))
    };
    let every = part(|text| &text.every);
    let table = Signal::derive(move || text.with(|text| text.table.clone()));
    view! {
        <section class="assumptions-note">
            <h2 class="assumptions-note__title">{part(|text| &text.title)}</h2>
            <p class="assumptions-note__set">
                {part(|text| &text.set)}
                {live::part(move || {
                    text.with(|text| text.draft.clone())
                        .map(|draft| view! { " " <span class="assumptions-note__draft">{draft}</span> })
                })}
            </p>
            {live::part(move || {
                let paragraphs = text.with(|text| text.paragraphs.clone());
                paragraphs.into_iter().map(|text| view! { <p class="assumptions-note__text">{text}</p> }).collect_view()
            })}
            <Disclosure title=every>
                <DataTable label=every table />
            </Disclosure>
            <p class="assumptions-note__digest">{part(|text| &text.digest)}</p>
        </section>
    }
}
