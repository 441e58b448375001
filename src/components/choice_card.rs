//! One answer of a question, large enough for a thumb.

use leptos::prelude::*;

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name within the question.
    pub key: String,
    /// What is read.
    pub text: String,
    /// Chosen alone.
    pub exclusive: bool,
}

impl Choice {
    /// An answer that may stand beside others.
    #[must_use]
    pub fn new(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key: key.into(), text: text.into(), exclusive: false }
    }
}

/// A native radio button or checkbox inside a card that is its label.
#[component]
pub fn ChoiceCard(
    /// The group of the radio buttons.
    name: String,
    /// What is read.
    text: String,
    /// Several may be chosen: a checkbox instead of a radio button.
    many: bool,
    /// It is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// It may be chosen.
    #[prop(into, default = true.into())]
    open: Signal<bool>,
    /// Its place among the chosen ones, from 1; none shows the native mark alone.
    #[prop(into, default = None.into())]
    rank: Signal<Option<usize>>,
    /// Called with the new state.
    on_choose: Callback<bool>,
    /// Called when a finger or a mouse has chosen it, even if it was chosen before.
    #[prop(optional)]
    on_tap: Option<Callback<()>>,
) -> impl IntoView {
    let kind = if many { "checkbox" } else { "radio" };
    let tapped = move |event: web_sys::MouseEvent| {
        // Arrow keys click as well, but without a count: who walks through the answers by
        // keyboard has not yet decided.
        if event.detail() > 0
            && let Some(on_tap) = on_tap
        {
            on_tap.run(());
        }
    };
    view! {
        <label
            class="choice-card"
            class=("choice-card--chosen", chosen)
            class=("choice-card--shut", move || !open.get())
            on:click=tapped
        >
            <input
                class="choice-card__input"
                type=kind
                name=name
                prop:checked=chosen
                prop:disabled=move || !open.get()
                on:change=move |event| on_choose.run(event_target_checked(&event))
            />
            <span class="choice-card__text">{text}</span>
            {move || rank.get().map(|rank| view! { <span class="choice-card__rank">{rank}</span> })}
        </label>
    }
}
