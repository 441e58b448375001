//! One answer of a question, large enough for a thumb.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use crate::node::{El, Text, el};

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name within the question.
    pub key: String,
    /// What is read.
    pub text: Text,
    /// Chosen alone.
    pub exclusive: bool,
}

impl Choice {
    /// An answer that may stand beside others.
    #[must_use]
    pub fn new(key: impl Into<String>, text: impl Into<Text>) -> Self {
        Self { key: key.into(), text: text.into(), exclusive: false }
    }
}

/// A native radio button or checkbox inside a card that is its label.
pub struct ChoiceCard {
    /// The group of the radio buttons.
    pub name: String,
    /// What is read.
    pub text: Text,
    /// Several may be chosen: a checkbox instead of a radio button.
    pub many: bool,
    /// It is chosen.
    pub chosen: bool,
    /// It may be chosen.
    pub open: bool,
    /// Its place among the chosen ones, from 1; none shows the native mark alone.
    pub rank: Option<usize>,
    /// Called with the new state.
    pub on_choose: Box<dyn Fn(bool)>,
    /// Called when a finger or a mouse has chosen it, even if it was chosen before.
    pub on_tap: Option<Callback<()>>,
}

impl ChoiceCard {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, text, many, chosen, open, rank, on_choose, on_tap } = self;
        let input = el("input", "choice-card__input")
            .attr("type", if many { "checkbox" } else { "radio" })
            .attr("name", name)
            .ticked(chosen)
            .flag("disabled", !open)
            .on("change", move |event| on_choose(event_target_checked(&event)));
        let card = el("label", "choice-card")
            .class_if("choice-card--chosen", chosen)
            .class_if("choice-card--shut", !open)
            .with(input)
            .with(el("span", "choice-card__text").text(text))
            .with(rank.map(|rank| el("span", "choice-card__rank").text(rank.to_string())));
        let Some(on_tap) = on_tap else { return card };
        card.on("click", move |event| {
            // Arrow keys click as well, but without a count: who walks through the answers by
            // keyboard has not yet decided.
            if event.unchecked_ref::<MouseEvent>().detail() > 0 {
                on_tap.run(());
            }
        })
    }
}

impl std::fmt::Debug for ChoiceCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChoiceCard").field("text", &self.text).finish_non_exhaustive()
    }
}
