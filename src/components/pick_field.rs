//! One of a few lines.

use leptos::prelude::*;

use crate::node::{El, Text, el};

/// A native list of a few lines.
pub struct PickField {
    /// A name that no other field on the screen has.
    pub name: Text,
    /// The name that is read.
    pub label: &'static str,
    /// The lines: the value of each, and what is read. The first stands for no choice.
    pub lines: Vec<(String, String)>,
    /// The value of the chosen line; any other chooses the first.
    pub chosen: String,
    /// Called with the value of the line.
    pub on_pick: Box<dyn Fn(String)>,
}

impl PickField {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, label, lines, chosen, on_pick } = self;
        let at = lines.iter().position(|(value, _)| *value == chosen).unwrap_or(0);
        let line = |(idx, (value, text)): (usize, (String, String))| {
            el("option", "").attr("value", value).selected(idx == at).text(text)
        };
        let list = el("select", "pick-field__list")
            .attr("id", name.clone())
            .on("change", move |event| on_pick(event_target_value(&event)))
            .with_all(lines.into_iter().enumerate().map(line));
        el("div", "field pick-field")
            .with(el("label", "field__label").attr("for", name).text(label))
            .with(list)
    }
}

impl std::fmt::Debug for PickField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PickField").field("name", &self.name).finish_non_exhaustive()
    }
}
