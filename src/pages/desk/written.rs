//! A box for own words at the desk, under its label: what is typed stays on the device until it is sent.

use crate::components::problem_note::problem_note;
use crate::components::words_field::words_field;
use crate::node::{El, el};
use crate::state::unsent::Unsent;

/// The box; its name is its own on the screen. An empty problem is none.
pub(super) fn written(name: &str, label: &'static str, text: Unsent, problem: &str) -> El {
    let [label_id, fault] = ["-label", "-fault"].map(|end| [name, end].concat());
    let field = words_field(name.to_owned(), label_id.clone(), text.get(), move |typed| text.set(typed));
    el("div", "stack stack--tight")
        .with(el("p", "meeting__label").attr("id", label_id).text(label))
        .with(field)
        .with((!problem.is_empty()).then(|| problem_note(fault, problem)))
}
