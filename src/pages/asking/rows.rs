//! Boxes for numbers, folds, and lists whose rows come and go.

use std::rc::Rc;

use planner::answers::{Field, Form, MAX_ROWS};

use super::Asking;
use crate::node::{El, el, keyed};
use crate::pages::focus::focus_later;
use crate::state::field::number;
use crate::words::{self, Lang};

/// Boxes for numbers, one under the other.
pub(in crate::pages) fn numbers(asking: &Asking, fields: Vec<Field>) -> El {
    el("div", "question__fields").with_all(fields.into_iter().map(|field| asking.number(field)))
}

/// Fields that few people need, folded away unless one of them is filled in.
pub(in crate::pages) fn folded(asking: &Asking, fields: Vec<Field>) -> El {
    let filled = |field| number(&asking.form, field).is_some() || asking.draft.text(field).is_some();
    let open = fields.iter().any(filled);
    fold(words::discover::more(asking.lang), open).with(numbers(asking, fields))
}

/// A line that unfolds what stands under it, and whether it begins unfolded.
pub(in crate::pages) fn fold(title: &'static str, open: bool) -> El {
    el("details", "fold")
        .made(move |fold| {
            // Only at first: later it is opened and closed by hand. Nothing forbids the attribute.
            fold.toggle_attribute_with_force("open", open).map(drop).unwrap_or_default();
        })
        .with(el("summary", "fold__title").text(title))
}

/// A list whose rows are added and taken away.
pub(in crate::pages) struct Rows {
    /// How many there are.
    pub(in crate::pages) len: usize,
    /// Adds one.
    pub(in crate::pages) add: fn(&mut Form),
    /// Takes one away.
    pub(in crate::pages) remove: fn(&mut Form, usize),
    /// The path of the list in the form, with a dot at its end.
    pub(in crate::pages) list: &'static str,
    /// What is said where there are none.
    pub(in crate::pages) none: fn(Lang) -> &'static str,
    /// The button that adds one.
    pub(in crate::pages) add_word: fn(Lang) -> &'static str,
    /// The name of a row, from 1.
    pub(in crate::pages) row_word: fn(Lang, usize) -> String,
    /// What a row asks.
    pub(in crate::pages) row: fn(&Asking, usize, El) -> El,
}

impl Rows {
    /// Shows it at the end of a part.
    pub(in crate::pages) fn show(self, asking: &Rc<Asking>, part: El) -> El {
        let Self { len, add, list, none, add_word, .. } = self;
        let (draft, lang) = (asking.draft, asking.lang);
        let button = || {
            el("button", "button question__add")
                .attr("type", "button")
                .attr("id", format!("{list}add"))
                .on_click(move || {
                    draft.edit(add);
                    // The keys go on in the new row.
                    focus_later(&format!("[id='{list}{len}'] input"));
                })
                .text(add_word(lang))
        };
        let full = || el("p", "question__note").text(words::problems::too_long(lang, MAX_ROWS));
        part.with((len == 0).then(|| el("p", "question__note").text(none(lang))))
            .with_all((0..len).map(|idx| self.view(asking, idx)))
            .with(if len < MAX_ROWS { button() } else { full() })
    }

    fn view(&self, asking: &Rc<Asking>, idx: usize) -> crate::node::Node {
        let Self { remove, list, row_word, row, .. } = *self;
        let asking = Rc::clone(asking);
        keyed(idx.to_string(), move || {
            let (draft, lang) = (asking.draft, asking.lang);
            let name = row_word(lang, idx + 1);
            let spoken = el("span", "visually-hidden").text(format!(" {name}"));
            let away = el("button", "button button--quiet")
                .attr("type", "button")
                .on_click(move || {
                    draft.remove_row(list, |form| remove(form, idx));
                    focus_later(&format!("[id='{list}add']"));
                })
                .text(words::discover::remove(lang))
                .with(spoken);
            let title = el("legend", "question__subtitle").text(name);
            let part = el("fieldset", "question__row").attr("id", format!("{list}{idx}")).with(title);
            row(&asking, idx, part).with(away).into()
        })
    }
}
