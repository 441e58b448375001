//! Questions that are answered by choosing, and the one of free words.

use planner::answers::{Field, Form};
use planner::firm::{GoalKind, ItemKind, Region};

use super::question::heading;
use crate::components::top_three::TopThree;
use crate::components::words_field::words_field;
use crate::node::El;
use crate::pages::asking::Asking;
use crate::pages::asking::choices::{Manner, Offer, fault, list, offer, one_of};
use crate::state::steps::Step;
use crate::words;

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
    let offer =
        offer(asking.lang, options, asking.form.goals.get(&item.id).cloned().unwrap_or_default(), on_choose);
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
    let on_choose =
        move |chosen| draft.answer_risk(&id, chosen, visit.is_some_and(|visit| visit.fast(least_seconds)));
    let options = item.options.iter().map(|option| (&option.key, &option.text, option.exclusive));
    let offer =
        offer(asking.lang, options, asking.form.risk.get(&item.id).cloned().unwrap_or_default(), on_choose);
    let legend = heading(asking, &Step::Risk(item.id.clone()));
    let manner = whole(item.kind == ItemKind::Multi);
    question.with_all(list(asking, &Field::Risk(item.id.clone()), legend, offer, manner))
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
