//! Free words.

use leptos::prelude::*;

/// Most characters that are kept.
const MOST: u32 = 2_000;

/// A box for the investor's own words.
#[component]
pub fn WordsField(
    /// A name that no other field on the screen has.
    name: String,
    /// The id of the heading that asks.
    labelled_by: String,
    /// What stands in the box.
    #[prop(into)]
    text: Signal<String>,
    /// Called with every new text.
    on_type: Callback<String>,
) -> impl IntoView {
    view! {
        <textarea
            class="words-field"
            id=name
            rows="5"
            maxlength=MOST
            aria-labelledby=labelled_by
            prop:value=text
            on:input=move |event| on_type.run(event_target_value(&event))
        ></textarea>
    }
}
