//! Something folded away until it is asked for.

use leptos::prelude::*;

use crate::live;

/// A line that unfolds. What is inside is made only when it is first opened: long tables cost
/// nothing while a lever is dragged.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    title: Signal<String>,
    /// What it unfolds to.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details
            class="disclosure"
            prop:open=open
            // The summary of a details element opens it on its own; this only follows.
            on:toggle=move |event| open.set(is_open(&event_target(&event)))
        >
            <summary class="disclosure__title">{title}</summary>
            <div class="disclosure__body">{live::part(move || open.get().then(|| children()))}</div>
        </details>
    }
}

fn is_open(details: &web_sys::Element) -> bool {
    details.has_attribute("open")
}
