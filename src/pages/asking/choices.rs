//! Lists of choices, by the same cards and checks wherever they stand.

use std::rc::Rc;

use leptos::prelude::Callback;
use planner::answers::{Field, Form};
use planner::firm::Text;

use super::Asking;
use crate::components::choice_card::Choice;
use crate::components::choice_list::ChoiceList;
use crate::components::problem_note::problem_note;
use crate::node::{El, el};
use crate::pages::discover::visit::focus_next_question;
use crate::words::{self, Lang};

/// How a list of choices is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::pages) struct Manner {
    /// Several may be chosen.
    pub(in crate::pages) many: bool,
    /// Short answers stand side by side.
    pub(in crate::pages) short: bool,
    /// It is the whole question: a tap may go on.
    pub(in crate::pages) alone: bool,
}

/// What can be chosen, what is, and what to do with a choice.
pub(in crate::pages) struct Offer {
    /// What can be chosen.
    pub(in crate::pages) choices: Vec<Choice>,
    /// The keys of what is.
    pub(in crate::pages) chosen: Vec<String>,
    /// Called with the keys of what is chosen.
    pub(in crate::pages) on_choose: Rc<dyn Fn(Vec<String>)>,
}

/// Named things, one of which is chosen and written.
pub(in crate::pages) fn one_of<T: Copy + PartialEq + 'static>(
    asking: &Asking,
    things: &'static [T],
    word: fn(Lang, T) -> &'static str,
    chosen: Option<T>,
    write: impl Fn(&mut Form, T) + 'static,
) -> Offer {
    let draft = asking.draft;
    let choice = |(idx, thing): (usize, &T)| Choice::new(idx.to_string(), word(asking.lang, *thing));
    let chosen = chosen.and_then(|chosen| things.iter().position(|thing| *thing == chosen));
    let on_choose = move |keys: Vec<String>| {
        let thing = keys.first().and_then(|key| things.get(key.parse::<usize>().ok()?));
        if let Some(thing) = thing {
            draft.edit(|form| write(form, *thing));
        }
    };
    Offer {
        choices: things.iter().enumerate().map(choice).collect(),
        chosen: chosen.map(|idx| idx.to_string()).into_iter().collect(),
        on_choose: Rc::new(on_choose),
    }
}

/// A list of choices, with what is wrong under it.
pub(in crate::pages) fn list(
    asking: &Asking,
    field: &Field,
    legend: El,
    offer: Offer,
    manner: Manner,
) -> [El; 2] {
    let Offer { choices, chosen, on_choose } = offer;
    let (fault, note) = fault(asking, field);
    let visit = asking.visit.filter(|_| manner.alone && !manner.many);
    let list = ChoiceList {
        name: field.to_string(),
        choices,
        chosen,
        many: manner.many,
        short: manner.short,
        fault,
        on_choose,
        on_tap: visit.map(|visit| Callback::new(move |()| visit.go_on_after_tap())),
        on_number: visit.map(|_| Callback::new(|()| focus_next_question())),
        legend,
    };
    [list.show(), note]
}

/// A plain name over a list inside a question.
pub(in crate::pages) fn label(asking: &Asking, field: &Field) -> El {
    el("span", "field__label").text(words::fields::label(asking.lang, field))
}

/// What texts of the firm offer: the key and the text of each answer, and whether it stands alone.
pub(in crate::pages) fn offer<'a>(
    lang: Lang,
    options: impl Iterator<Item = (&'a String, &'a Text, bool)>,
    chosen: Vec<String>,
    on_choose: impl Fn(Vec<String>) + 'static,
) -> Offer {
    let choice = |(key, text, exclusive): (&String, &Text, bool)| Choice {
        key: key.clone(),
        text: lang.of(text).to_owned().into(),
        exclusive,
    };
    Offer { choices: options.map(choice).collect(), chosen, on_choose: Rc::new(on_choose) }
}

/// The id of the sentence that says what is wrong, while there is one, and the sentence.
pub(in crate::pages) fn fault(asking: &Asking, field: &Field) -> (Option<String>, El) {
    let id = format!("{field}-fault");
    let sentence = asking.problem_tried(field);
    ((!sentence.is_empty()).then(|| id.clone()), problem_note(id, &sentence))
}
