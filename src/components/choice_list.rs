//! The answers of a question: one of them, or any number.

use leptos::html::Fieldset;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use crate::components::choice_card::{Choice, ChoiceCard};

/// Choice cards under one heading. Number keys choose, arrow keys walk.
#[component]
pub fn ChoiceList(
    /// A name that no other question on the screen has.
    name: String,
    /// The answers, in the order they are shown.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The keys of the chosen answers.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Several may be chosen.
    #[prop(optional)]
    many: bool,
    /// Short answers stand side by side.
    #[prop(optional)]
    short: bool,
    /// The id of the sentence that says what is wrong, while there is one.
    #[prop(into, default = None.into())]
    fault: Signal<Option<String>>,
    /// Called with the keys of the chosen answers.
    on_choose: Callback<Vec<String>>,
    /// Called when a finger or a mouse has chosen.
    #[prop(optional)]
    on_tap: Option<Callback<()>>,
    /// Called when a number key has chosen.
    #[prop(optional)]
    on_number: Option<Callback<()>>,
    /// The question, as the legend.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Fieldset>::new();
    let card = {
        let name = name.clone();
        move |choice: Choice| {
            let Choice { key, text, exclusive } = choice;
            let is_chosen = {
                let key = key.clone();
                Signal::derive(move || chosen.with(|chosen| chosen.contains(&key)))
            };
            let pick = Callback::new(move |checked| {
                let before = chosen.get_untracked();
                let choices = choices.get_untracked();
                on_choose.run(if many {
                    toggled(before, &choices, &key, exclusive, checked)
                } else {
                    vec![key.clone()]
                });
            });
            match on_tap {
                Some(tap) => view! {
                    <ChoiceCard name=name.clone() text many chosen=is_chosen on_choose=pick on_tap=tap />
                }
                .into_any(),
                None => view! { <ChoiceCard name=name.clone() text many chosen=is_chosen on_choose=pick /> }
                    .into_any(),
            }
        }
    };
    view! {
        <fieldset
            class="choice-list"
            class=("choice-list--short", short)
            node_ref=root
            aria-describedby=fault
            aria-invalid=move || fault.get().map(|_| "true")
            on:keydown=move |event| {
                if choose_by_number(&root, &event)
                    && let Some(on_number) = on_number
                {
                    on_number.run(());
                }
            }
        >
            <legend class="choice-list__legend">{children()}</legend>
            <div class="choice-list__cards">
                {move || choices.get().into_iter().map(&card).collect_view()}
            </div>
        </fieldset>
    }
}

/// Clicks the answer of a number key, and says whether there was one.
pub(super) fn choose_by_number(root: &NodeRef<Fieldset>, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return false;
    }
    let Some(number @ 1..=9) = event.key().parse::<u32>().ok() else { return false };
    let input = root
        .get_untracked()
        .and_then(|root| root.query_selector_all("input").ok()?.item(number - 1))
        .and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return false };
    event.prevent_default();
    input.click();
    // Focus can only be refused by what is not on the page.
    input.focus().unwrap_or_default();
    true
}

/// The chosen keys after one was ticked or cleared. What stands alone clears the rest, and the
/// rest clears it.
fn toggled(
    chosen: Vec<String>,
    choices: &[Choice],
    key: &str,
    exclusive: bool,
    checked: bool,
) -> Vec<String> {
    let alone = |key: &String| choices.iter().any(|choice| choice.key == *key && choice.exclusive);
    let mut chosen: Vec<_> = chosen
        .into_iter()
        .filter(|other| other != key && !(checked && (exclusive || alone(other))))
        .collect();
    if checked {
        chosen.push(key.to_owned());
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &[&str], key: &str, checked: bool, after: &[&str]) {
        let choices = [
            Choice::new("a", "A"),
            Choice::new("b", "B"),
            Choice { exclusive: true, ..Choice::new("none", "None") },
        ];
        let before = before.iter().map(ToString::to_string).collect();
        assert_eq!(toggled(before, &choices, key, key == "none", checked), after);
    }

    #[test]
    fn a_ticked_answer_joins_the_others_and_a_cleared_one_leaves_them() {
        check(&["a"], "b", true, &["a", "b"]);
        check(&["a", "b"], "a", false, &["b"]);
    }

    #[test]
    fn none_of_these_stands_alone() {
        check(&["a", "b"], "none", true, &["none"]);
        check(&["none"], "a", true, &["a"]);
    }
}
