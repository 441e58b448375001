//! The answers of a question: one of them, or any number.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use crate::components::choice_card::{Choice, ChoiceCard};
use crate::node::{El, el};

/// Choice cards under one heading. Number keys choose, arrow keys walk.
pub struct ChoiceList {
    /// A name that no other question on the screen has.
    pub name: String,
    /// The answers, in the order they are shown.
    pub choices: Vec<Choice>,
    /// The keys of the chosen answers.
    pub chosen: Vec<String>,
    /// Several may be chosen.
    pub many: bool,
    /// Short answers stand side by side.
    pub short: bool,
    /// The id of the sentence that says what is wrong, while there is one.
    pub fault: Option<String>,
    /// Called with the keys of the chosen answers.
    pub on_choose: Rc<dyn Fn(Vec<String>)>,
    /// Called when a finger or a mouse has chosen.
    pub on_tap: Option<Callback<()>>,
    /// Called when a number key has chosen.
    pub on_number: Option<Callback<()>>,
    /// The question, as the legend.
    pub legend: El,
}

impl ChoiceList {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, choices, chosen, many, short, fault, on_choose, on_tap, on_number, legend } = self;
        let choices = Rc::new(choices);
        let card = |Choice { key, text, exclusive }: &Choice| {
            let is_chosen = chosen.contains(key);
            let (key, before) = (key.clone(), chosen.clone());
            let (choices, on_choose, exclusive) = (Rc::clone(&choices), Rc::clone(&on_choose), *exclusive);
            let pick = move |checked| {
                on_choose(if many {
                    toggled(before.clone(), &choices, &key, exclusive, checked)
                } else {
                    vec![key.clone()]
                });
            };
            ChoiceCard {
                name: name.clone(),
                text: text.clone(),
                many,
                chosen: is_chosen,
                open: true,
                rank: None,
                on_choose: Box::new(pick),
                on_tap,
            }
            .show()
        };
        let cards = choices.iter().map(card).collect();
        frame(fault, on_number, legend).class_if("choice-list--short", short).with(cards_of(cards))
    }
}

impl std::fmt::Debug for ChoiceList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChoiceList").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What holds the cards of a question, under its legend.
pub(super) fn frame(fault: Option<String>, on_number: Option<Callback<()>>, legend: El) -> El {
    el("fieldset", "choice-list")
        .attr_if("aria-invalid", fault.is_some().then_some("true"))
        .attr_if("aria-describedby", fault)
        .on("keydown", move |event| {
            if choose_by_number(&event)
                && let Some(on_number) = on_number
            {
                on_number.run(());
            }
        })
        .with(el("legend", "choice-list__legend").with(legend))
}

pub(super) fn cards_of(cards: Vec<El>) -> El {
    el("div", "choice-list__cards").with_all(cards)
}

/// Clicks the answer of a number key, and says whether there was one.
fn choose_by_number(event: &Event) -> bool {
    let key: &KeyboardEvent = event.unchecked_ref();
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return false;
    }
    let Some(number @ 1..=9) = key.key().parse::<u32>().ok() else { return false };
    let input = event
        .current_target()
        .and_then(|root| {
            root.unchecked_ref::<web_sys::Element>().query_selector_all("input").ok()?.item(number - 1)
        })
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
