//! What is wrong with an answer, right under it.

use leptos::prelude::*;

/// A sentence with its mark; nothing while there is nothing to say.
#[component]
pub fn ProblemNote(
    /// The id that the field describes itself by.
    id: String,
    /// What is wrong and what is expected; empty where nothing is.
    #[prop(into)]
    sentence: Signal<String>,
) -> impl IntoView {
    view! {
        <p class="problem-note" id=id>
            {move || {
                let sentence = sentence.get();
                (!sentence.is_empty()).then(|| view! {
                    <span class="problem-note__mark" aria-hidden="true">"!"</span>
                    <span>{sentence}</span>
                })
            }}
        </p>
    }
}
