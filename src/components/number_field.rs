//! A number that is typed, with steppers for thumbs.

use std::rc::Rc;

use leptos::prelude::*;

use crate::components::problem_note::problem_note;
use crate::node::{El, Node, Text, el, kept};

/// One box for an amount, an age, a year or a percentage. What is typed stays as it is until the
/// box is left; then the box shows what was understood, or still what cannot be.
pub struct NumberField {
    /// A name that no other field on the screen has.
    pub name: String,
    /// The name that is read.
    pub label: Text,
    /// One sentence that explains it; empty where the name says it all.
    pub hint: &'static str,
    /// What stands in the box when nobody types.
    pub text: String,
    /// What was understood, in words; empty while there is nothing.
    pub reading: String,
    /// The unit beside the box; empty for none.
    pub unit: &'static str,
    /// What is wrong; empty where nothing is.
    pub problem: String,
    /// Show what is wrong even if nobody has been here yet.
    pub tried: bool,
    /// Fractions are typed: the keyboard has a point.
    pub decimal: bool,
    /// Names of the steppers: less, more.
    pub steppers: Option<(String, String)>,
    /// Called with every new text.
    pub on_type: Rc<dyn Fn(String)>,
    /// Called with -1.0 for less and 1.0 for more.
    pub on_step: Rc<dyn Fn(f64)>,
}

/// What the box itself remembers.
#[derive(Clone, Copy)]
struct Typing {
    /// What is being typed.
    text: RwSignal<Option<String>>,
    /// The box was left, now or on an earlier visit.
    left: RwSignal<bool>,
}

impl NumberField {
    /// Shows it.
    pub fn show(self) -> Node {
        // What stands in the box already was typed on an earlier visit.
        let left = !self.text.is_empty();
        let state = move || Typing { text: RwSignal::new(None), left: RwSignal::new(left) };
        kept(self.name.clone(), state, move |typing| self.draw(typing).into())
    }

    fn draw(&self, typing: Typing) -> El {
        let shown = typing.text.get().unwrap_or_else(|| self.text.clone());
        // Nobody is told off while typing the first digits, or for passing by an empty box.
        let told = typing.left.get() && !shown.is_empty() || self.tried;
        let fault = if told { self.problem.as_str() } else { "" };
        let (hint_id, fault_id) = (format!("{}-hint", self.name), format!("{}-fault", self.name));
        let unit = (!self.unit.is_empty()).then(|| el("span", "number-field__unit").text(self.unit));
        let input =
            self.input(typing, shown).attr_if("aria-invalid", (!fault.is_empty()).then_some("true")).attr(
                "aria-describedby",
                if fault.is_empty() { hint_id.clone() } else { format!("{fault_id} {hint_id}") },
            );
        let input = el("div", "field__box number-field__box")
            .class_if("field__box--wrong", !fault.is_empty())
            .with(input)
            .with(unit);
        let (less, more) = self.steppers.clone().unzip();
        let row = el("div", "number-field__row")
            .with(input)
            .with(less.map(|label| self.stepper(typing, label, -1.0)))
            .with(more.map(|label| self.stepper(typing, label, 1.0)));
        el("div", "field number-field")
            .with(el("label", "field__label").attr("for", self.name.clone()).text(self.label.clone()))
            .with(el("p", "field__hint").attr("id", hint_id).text(self.hint))
            .with(row)
            .with(el("output", "number-field__reading").text(self.reading.clone()))
            .with(problem_note(fault_id, fault))
    }

    fn input(&self, typing: Typing, shown: String) -> El {
        let on_type = Rc::clone(&self.on_type);
        el("input", "field__input number-field__input")
            .attr("id", self.name.clone())
            .attr("type", "text")
            .attr("inputmode", if self.decimal { "decimal" } else { "numeric" })
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("value", shown)
            .on("input", move |event| {
                let text = event_target_value(&event);
                on_type(text.clone());
                typing.text.set(Some(text));
            })
            .on("blur", move |_| {
                typing.left.set(true);
                typing.text.set(None);
            })
    }

    fn stepper(&self, typing: Typing, label: String, direction: f64) -> El {
        let on_step = Rc::clone(&self.on_step);
        el("button", "number-field__step")
            .attr("type", "button")
            .attr("aria-label", label)
            .on_click(move || {
                typing.text.set(None);
                on_step(direction);
            })
            .text(if direction < 0.0 { "−" } else { "+" })
    }
}

impl std::fmt::Debug for NumberField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NumberField").field("name", &self.name).finish_non_exhaustive()
    }
}
