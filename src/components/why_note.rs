//! Why a question is asked, one tap away.

use leptos::prelude::*;

/// A line that opens into the reason.
#[component]
pub fn WhyNote(
    /// The line.
    #[prop(into)]
    title: Signal<String>,
    /// The reason.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <details class="why-note">
            <summary class="why-note__title">{title}</summary>
            <p class="why-note__text">{text}</p>
        </details>
    }
}
