//! A box for one line: a text, a time, a day, an address.

use leptos::prelude::*;

use crate::components::problem_note::problem_note;
use crate::node::{El, Text, el};

/// A native box under its label.
pub struct EntryField {
    /// A name that no other field on the screen has.
    pub name: String,
    /// The name that is read.
    pub label: Text,
    /// What the browser offers: `text`, `email`, `time`, `date`, `datetime-local`.
    pub kind: &'static str,
    /// What stands in the box.
    pub text: String,
    /// What is wrong; empty where nothing is, or nothing is to be said yet.
    pub problem: String,
    /// Called with every new text.
    pub on_type: Box<dyn Fn(String)>,
}

impl EntryField {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, label, kind, text, problem, on_type } = self;
        let fault_id = format!("{name}-fault");
        // A browser steps through times in minutes; meetings begin at quarters of an hour.
        let step = matches!(kind, "time" | "datetime-local").then_some("900");
        let input = el("input", "entry-field__input")
            .attr("id", name.clone())
            .attr("type", kind)
            .attr("autocomplete", "off")
            .attr_if("step", step)
            .attr("aria-describedby", fault_id.clone())
            .attr_if("aria-invalid", (!problem.is_empty()).then_some("true"))
            .attr("value", text)
            .on("input", move |event| on_type(event_target_value(&event)));
        el("div", "entry-field")
            .with(el("label", "entry-field__label").attr("for", name).text(label))
            .with(input)
            .with(problem_note(fault_id, &problem))
    }
}

impl std::fmt::Debug for EntryField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EntryField").field("name", &self.name).finish_non_exhaustive()
    }
}
