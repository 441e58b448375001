//! Erases everything on this device, after one question.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::words::{self, Lang};

/// A button, and the question it asks first.
#[component]
pub fn EraseDialog(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// Called when the answer is yes.
    on_erase: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // It fails only where the dialog is open already.
            dialog.show_modal().unwrap_or_default();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let text = move |words: fn(Lang) -> &'static str| move || words(lang.get());
    view! {
        <button type="button" class="button button--quiet erase-dialog__opener" on:click=open>
            {text(words::app::erase)}
        </button>
        <dialog class="erase-dialog" node_ref=dialog aria-labelledby="erase-question" aria-describedby="erase-meaning">
            <h2 class="erase-dialog__question" id="erase-question">{text(words::app::erase_question)}</h2>
            <p id="erase-meaning">{text(words::app::erase_meaning)}</p>
            <div class="erase-dialog__answers">
                <button type="button" class="button" autofocus on:click=move |_| close()>
                    {text(words::app::erase_no)}
                </button>
                <button
                    type="button"
                    class="button erase-dialog__yes"
                    on:click=move |_| {
                        close();
                        on_erase.run(());
                    }
                >
                    {text(words::app::erase_yes)}
                </button>
            </div>
        </dialog>
    }
}
