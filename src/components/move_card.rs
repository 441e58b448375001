//! One way to green: what to change, what it costs, and a button to try it.

use leptos::prelude::*;

use crate::live;

/// What stands on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveWords {
    /// What to do, with the exact amount.
    pub title: String,
    /// What changes, from and to.
    pub change: String,
    /// What it costs, and where it leads.
    pub cost: String,
    /// The button.
    pub button: String,
}

/// A move that can be tried, and taken back with the same button.
#[component]
pub fn MoveCard(
    /// What stands on the card.
    #[prop(into)]
    text: Signal<MoveWords>,
    /// It is being tried.
    #[prop(into)]
    tried: Signal<bool>,
    /// Called to try it, or to take it back.
    on_toggle: Callback<()>,
) -> impl IntoView {
    let part = move |of: fn(&MoveWords) -> &String| live::text(move || text.with(|text| of(text).clone()));
    view! {
        <li class="move-card" class=("move-card--tried", tried)>
            <h3 class="move-card__title">{part(|text| &text.title)}</h3>
            <p class="move-card__change">{part(|text| &text.change)}</p>
            <p class="move-card__cost">{part(|text| &text.cost)}</p>
            <button class="button move-card__try" type="button" on:click=move |_| on_toggle.run(())>
                {part(|text| &text.button)}
                <span class="visually-hidden">{live::text(move || text.with(|text| format!(" {}", text.title)))}</span>
            </button>
        </li>
    }
}
