//! Up to three answers of a question, the most important first.

use std::rc::Rc;

use crate::components::choice_card::{Choice, ChoiceCard};
use crate::components::choice_list::{cards_of, frame};
use crate::node::{El, el};

/// Most answers that can be chosen.
const MOST: usize = 3;

/// Choice cards that number themselves in the order they are chosen.
pub struct TopThree {
    /// A name that no other question on the screen has.
    pub name: String,
    /// The answers, in the order they are shown.
    pub choices: Vec<Choice>,
    /// The keys of the chosen answers, the most important first.
    pub chosen: Vec<String>,
    /// What is said about the number of answers chosen so far.
    pub count: String,
    /// The id of the sentence that says what is wrong, while there is one.
    pub fault: Option<String>,
    /// Called with the keys of the chosen answers.
    pub on_choose: Rc<dyn Fn(Vec<String>)>,
    /// The question, as the legend.
    pub legend: El,
}

impl TopThree {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, choices, chosen, count, fault, on_choose, legend } = self;
        let card = |Choice { key, text, .. }: Choice| {
            let rank = chosen.iter().position(|other| *other == key).map(|place| place + 1);
            let (before, on_choose) = (chosen.clone(), Rc::clone(&on_choose));
            let pick = move |checked| {
                let mut chosen = before.clone();
                chosen.retain(|other| *other != key);
                if checked && chosen.len() < MOST {
                    chosen.push(key.clone());
                }
                on_choose(chosen);
            };
            ChoiceCard {
                name: name.clone(),
                text,
                many: true,
                chosen: rank.is_some(),
                open: rank.is_some() || chosen.len() < MOST,
                rank,
                on_choose: Box::new(pick),
                on_tap: None,
            }
            .show()
        };
        let cards = choices.into_iter().map(card).collect();
        frame(fault, None, legend)
            .class_if("choice-list--ranked", true)
            .with(el("p", "choice-list__count").attr("role", "status").text(count))
            .with(cards_of(cards))
    }
}

impl std::fmt::Debug for TopThree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TopThree").field("name", &self.name).finish_non_exhaustive()
    }
}
