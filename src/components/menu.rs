//! A small sheet under a button of three dots.

use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// A native disclosure that closes with Escape, and when something else is touched.
#[component]
pub fn Menu(
    /// What the button is called.
    #[prop(into)]
    name: Signal<String>,
    /// What stands in the sheet.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Details>::new();
    let close = move || {
        if let Some(root) = root.get_untracked() {
            root.set_open(false);
        }
    };
    let outside = window_event_listener(ev::click, move |event| {
        let touched = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let inside = root.get_untracked().is_some_and(|root| root.contains(touched.as_ref()));
        if !inside {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <details
            class="menu"
            node_ref=root
            on:keydown=move |event| {
                // An open dialog takes Escape for itself.
                let dialog = document().query_selector("dialog[open]").ok().flatten();
                if event.key() == "Escape" && dialog.is_none() {
                    close();
                    focus_opener(root);
                }
            }
        >
            <summary class="menu__opener" aria-label=name>
                <svg class="menu__icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M5 12h.01M12 12h.01M19 12h.01"></path>
                </svg>
            </summary>
            <div class="menu__sheet">{children()}</div>
        </details>
    }
}

fn focus_opener(root: NodeRef<Details>) {
    let opener = root.get_untracked().and_then(|root| root.query_selector("summary").ok()?);
    if let Some(opener) = opener.and_then(|opener| opener.dyn_into::<HtmlElement>().ok()) {
        // Focus can only be refused by what is not on the page.
        opener.focus().unwrap_or_default();
    }
}
