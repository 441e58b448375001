//! A line of text that is typed: an address, a name, a password.

use leptos::prelude::*;

use crate::components::problem_note::problem_note;
use crate::node::{El, Node, Text, el, kept};

/// What is typed, so that browsers and password managers can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// The address one signs in with.
    Email,
    /// The address of somebody else.
    OtherEmail,
    /// The password up to now.
    Password,
    /// A password that is being set.
    NewPassword,
    /// One's own name.
    OwnName,
    /// Any other words.
    Words,
}

impl TextKind {
    /// Type and autocomplete of the native input.
    const fn native(self) -> (&'static str, &'static str) {
        match self {
            Self::Email => ("email", "username"),
            Self::OtherEmail => ("email", "off"),
            Self::Password => ("password", "current-password"),
            Self::NewPassword => ("password", "new-password"),
            Self::OwnName => ("text", "name"),
            Self::Words => ("text", "off"),
        }
    }
}

/// One line of text under its name. Nothing is pasted away, and a password can be looked at.
#[derive(Clone)]
pub struct TextField {
    /// A name that no other field on the screen has.
    pub name: &'static str,
    /// The name that is read.
    pub label: Text,
    /// One sentence that explains it; empty where the name says it all.
    pub hint: Text,
    /// What is typed.
    pub kind: TextKind,
    /// What stands in the box, and where it is written.
    pub text: RwSignal<String>,
    /// What is wrong; empty where nothing is.
    pub problem: String,
    /// What the button says that shows a password, and that hides it.
    pub show_hide: [&'static str; 2],
}

impl TextField {
    /// Shows it.
    pub fn show(self) -> Node {
        kept(self.name, || RwSignal::new(false), move |seen| self.draw(seen).into())
    }

    fn draw(&self, seen: RwSignal<bool>) -> El {
        let (hint_id, fault_id) = (format!("{}-hint", self.name), format!("{}-fault", self.name));
        let secret = matches!(self.kind, TextKind::Password | TextKind::NewPassword);
        let wrong = !self.problem.is_empty();
        let described = match (wrong, self.hint.is_empty()) {
            (true, true) => Some(fault_id.clone()),
            (true, false) => Some(format!("{fault_id} {hint_id}")),
            (false, true) => None,
            (false, false) => Some(hint_id.clone()),
        };
        let hint = (!self.hint.is_empty())
            .then(|| el("p", "field__hint").attr("id", hint_id).text(self.hint.clone()));
        let eye = secret.then(|| self.eye(seen));
        let input = self.input(seen.get()).attr_if("aria-describedby", described);
        let input = input.attr_if("aria-invalid", wrong.then_some("true"));
        el("div", "field text-field")
            .with(el("label", "field__label").attr("for", self.name).text(self.label.clone()))
            .with(hint)
            .with(el("div", "field__box").class_if("field__box--wrong", wrong).with(input).with(eye))
            .with(problem_note(fault_id, &self.problem))
    }

    fn input(&self, seen: bool) -> El {
        let text = self.text;
        let (kind, autocomplete) = self.kind.native();
        el("input", "field__input")
            .attr("id", self.name)
            .attr("name", self.name)
            .attr("type", if seen { "text" } else { kind })
            .attr("autocomplete", autocomplete)
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("value", text.get())
            .on("input", move |event| text.set(event_target_value(&event)))
    }

    fn eye(&self, seen: RwSignal<bool>) -> El {
        let [show, hide] = self.show_hide;
        el("button", "text-field__eye")
            .attr("type", "button")
            .attr("aria-pressed", if seen.get() { "true" } else { "false" })
            .attr("aria-controls", self.name)
            .on_click(move || seen.update(|seen| *seen = !*seen))
            .text(if seen.get() { hide } else { show })
    }
}

impl std::fmt::Debug for TextField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What is typed may be a password.
        f.debug_struct("TextField").field("name", &self.name).finish_non_exhaustive()
    }
}
