//! Up to three answers of a question, the most important first.

use leptos::html::Fieldset;
use leptos::prelude::*;

use crate::components::choice_card::{Choice, ChoiceCard};
use crate::components::choice_list::choose_by_number;

/// Most answers that can be chosen.
const MOST: usize = 3;

/// Choice cards that number themselves in the order they are chosen.
#[component]
pub fn TopThree(
    /// A name that no other question on the screen has.
    name: String,
    /// The answers, in the order they are shown.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The keys of the chosen answers, the most important first.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// What is said about the number of answers chosen so far.
    #[prop(into)]
    count: Signal<String>,
    /// The id of the sentence that says what is wrong, while there is one.
    #[prop(into, default = None.into())]
    fault: Signal<Option<String>>,
    /// Called with the keys of the chosen answers.
    on_choose: Callback<Vec<String>>,
    /// The question, as the legend.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Fieldset>::new();
    let card = {
        let name = name.clone();
        move |Choice { key, text, .. }: Choice| {
            let rank = {
                let key = key.clone();
                Signal::derive(move || {
                    chosen.with(|chosen| Some(chosen.iter().position(|other| *other == key)? + 1))
                })
            };
            let open =
                Signal::derive(move || rank.get().is_some() || chosen.with(|chosen| chosen.len() < MOST));
            let on_choose = Callback::new(move |checked| {
                let mut chosen = chosen.get_untracked();
                chosen.retain(|other| *other != key);
                if checked && chosen.len() < MOST {
                    chosen.push(key.clone());
                }
                on_choose.run(chosen);
            });
            let chosen = Signal::derive(move || rank.get().is_some());
            view! { <ChoiceCard name=name.clone() text many=true chosen open rank on_choose /> }
        }
    };
    view! {
        <fieldset
            class="choice-list choice-list--ranked"
            node_ref=root
            aria-describedby=fault
            aria-invalid=move || fault.get().map(|_| "true")
            on:keydown=move |event| {
                choose_by_number(&root, &event);
            }
        >
            <legend class="choice-list__legend">{children()}</legend>
            <p class="choice-list__count" role="status">{count}</p>
            <div class="choice-list__cards">
                {move || choices.get().into_iter().map(&card).collect_view()}
            </div>
        </fieldset>
    }
}
