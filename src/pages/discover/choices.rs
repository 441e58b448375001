//! Questions that are answered by choosing, and the one of free words.

use std::rc::Rc;

use leptos::prelude::Callback;
use planner::answers::{Field, Form};
use planner::firm::{GoalKind, ItemKind, Region, Text};

use super::asking::Asking;
use super::question::heading;
use super::visit::focus_next_question;
use crate::components::choice_card::Choice;
use crate::components::choice_list::ChoiceList;
use crate::components::problem_note::problem_note;
use crate::components::top_three::TopThree;
use crate::components::words_field::words_field;
use crate::node::{El, el};
use crate::state::steps::Step;
use crate::words::{self, Lang};

/// How a list of choices is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// Several may be chosen.
    pub(super) many: bool,
    /// Short answers stand side by side.
    pub(super) short: bool,
    /// It is the whole question: a tap may go on.
    pub(super) alone: bool,
}

/// What can be chosen, what is, and what to do with a choice.
pub(super) struct Offer {
    choices: Vec<Choice>,
    chosen: Vec<String>,
    on_choose: Rc<dyn Fn(Vec<String>)>,
}

/// Named things, one of which is chosen and written.
pub(super) fn one_of<T: Copy + PartialEq + 'static>(
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
pub(super) fn list(asking: &Asking, field: &Field, legend: El, offer: Offer, manner: Manner) -> [El; 2] {
    let visit = asking.visit;
    let Offer { choices, chosen, on_choose } = offer;
    let (fault, note) = fault(asking, field);
    let goes_on = manner.alone && !manner.many;
    let list = ChoiceList {
        name: field.to_string(),
        choices,
        chosen,
        many: manner.many,
        short: manner.short,
        fault,
        on_choose,
        on_tap: goes_on.then(|| Callback::new(move |()| visit.go_on_after_tap())),
        on_number: goes_on.then(|| Callback::new(|()| focus_next_question())),
        legend,
    };
    [list.show(), note]
}

/// A plain name over a list inside a question.
pub(super) fn label(asking: &Asking, field: &Field) -> El {
    el("span", "number-field__label").text(words::fields::label(asking.lang, field))
}

/// Where they retire.
pub(super) fn region(asking: &Asking, question: El) -> El {
    let write = |form: &mut Form, region| form.region = Some(region);
    let offer = one_of(asking, &Region::ALL, words::fields::region, asking.form.region, write);
    let manner = Manner { alone: true, ..Manner::default() };
    question.with_all(list(asking, &Field::Region, heading(asking, &Step::Region), offer, manner))
}

/// An item of the life-goal questionnaire.
pub(super) fn goal(asking: &Asking, id: &str, question: El) -> El {
    let Some(item) = asking.firm.goals.items.iter().find(|item| item.id == id) else { return question };
    let legend = heading(asking, &Step::Goal(item.id.clone()));
    if item.kind == GoalKind::Words {
        return question.with(legend).with(free_words(asking, id));
    }
    let (draft, id) = (asking.draft, item.id.clone());
    let on_choose = move |chosen| {
        draft.edit(|form| {
            form.goals.insert(id.clone(), chosen);
        });
    };
    let options = item.options.iter().map(|option| (&option.key, &option.text, option.exclusive));
    let offer = offer(asking.lang, options, asking.form.goals.get(&item.id), Rc::new(on_choose));
    let field = Field::Goal(item.id.clone());
    question.with_all(match item.kind {
        GoalKind::TopThree => top_three(asking, &field, legend, offer),
        kind => list(asking, &field, legend, offer, whole(kind == GoalKind::Multi)),
    })
}

/// An item of the risk questionnaire.
pub(super) fn risk(asking: &Asking, id: &str, question: El) -> El {
    let Some(item) = asking.firm.risk.items.iter().find(|item| item.id == id) else { return question };
    let (draft, visit, id) = (asking.draft, asking.visit, item.id.clone());
    let least_seconds = asking.firm.policy.conduct.min_seconds_per_item;
    let on_choose = move |chosen| draft.answer_risk(&id, chosen, visit.fast(least_seconds));
    let options = item.options.iter().map(|option| (&option.key, &option.text, option.exclusive));
    let offer = offer(asking.lang, options, asking.form.risk.get(&item.id), Rc::new(on_choose));
    let legend = heading(asking, &Step::Risk(item.id.clone()));
    let manner = whole(item.kind == ItemKind::Multi);
    question.with_all(list(asking, &Field::Risk(item.id.clone()), legend, offer, manner))
}

/// What an item of a questionnaire offers: the key and the text of each answer, and whether it
/// stands alone.
fn offer<'a>(
    lang: Lang,
    options: impl Iterator<Item = (&'a String, &'a Text, bool)>,
    chosen: Option<&Vec<String>>,
    on_choose: Rc<dyn Fn(Vec<String>)>,
) -> Offer {
    let choice = |(key, text, exclusive): (&String, &Text, bool)| Choice {
        key: key.clone(),
        text: lang.of(text).to_owned().into(),
        exclusive,
    };
    Offer { choices: options.map(choice).collect(), chosen: chosen.cloned().unwrap_or_default(), on_choose }
}

/// The manner of a list that is the whole question.
const fn whole(many: bool) -> Manner {
    Manner { many, alone: true, short: false }
}

fn top_three(asking: &Asking, field: &Field, legend: El, offer: Offer) -> [El; 2] {
    let Offer { choices, chosen, on_choose } = offer;
    let (fault, note) = fault(asking, field);
    let count = words::discover::top_three(asking.lang, chosen.len());
    let list = TopThree { name: field.to_string(), choices, chosen, count, fault, on_choose, legend };
    [list.show(), note]
}

fn free_words(asking: &Asking, id: &str) -> El {
    let name = Field::Goal(id.to_owned()).to_string();
    let text = asking.form.words.get(id).cloned().unwrap_or_default();
    let (draft, item) = (asking.draft, id.to_owned());
    words_field(name, format!("q-{id}"), text, move |text| {
        draft.edit(|form| {
            if text.is_empty() {
                form.words.remove(&item);
            } else {
                form.words.insert(item.clone(), text);
            }
        });
    })
}

/// The id of the sentence that says what is wrong, while there is one, and the sentence.
fn fault(asking: &Asking, field: &Field) -> (Option<String>, El) {
    let id = format!("{field}-fault");
    let sentence = asking.problem_tried(field);
    ((!sentence.is_empty()).then(|| id.clone()), problem_note(id, &sentence))
}
