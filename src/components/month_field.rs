//! A month of the year.

use leptos::prelude::*;

use crate::components::problem_note::problem_note;
use crate::node::{El, el};

/// A native list of the twelve months.
pub struct MonthField {
    /// A name that no other field on the screen has.
    pub name: String,
    /// The name that is read.
    pub label: &'static str,
    /// The line that stands for no choice.
    pub none: &'static str,
    /// The names of the months, January first.
    pub months: Vec<String>,
    /// The chosen month, 1 to 12.
    pub month: Option<usize>,
    /// What is wrong; empty where nothing is, or nothing is to be said yet.
    pub problem: String,
    /// Called with the month, 1 to 12; none when the choice is taken back.
    pub on_choose: Box<dyn Fn(Option<usize>)>,
}

impl MonthField {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, label, none, months, month, problem, on_choose } = self;
        let fault_id = format!("{name}-fault");
        let option = |(idx, name): (usize, String)| {
            let number = idx + 1;
            el("option", "").attr("value", number.to_string()).selected(month == Some(number)).text(name)
        };
        let list = el("select", "month-field__list")
            .attr("id", name.clone())
            .attr("aria-describedby", fault_id.clone())
            .attr_if("aria-invalid", (!problem.is_empty()).then_some("true"))
            .on("change", move |event| on_choose(event_target_value(&event).parse().ok()))
            .with(el("option", "").attr("value", "").selected(month.is_none()).text(none))
            .with_all(months.into_iter().enumerate().map(option));
        el("div", "field month-field")
            .with(el("label", "field__label").attr("for", name).text(label))
            .with(list)
            .with(problem_note(fault_id, &problem))
    }
}

impl std::fmt::Debug for MonthField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MonthField").field("name", &self.name).finish_non_exhaustive()
    }
}
