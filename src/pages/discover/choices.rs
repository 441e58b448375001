//! Questions that are answered by choosing, and the one of free words.

use leptos::prelude::*;
use planner::answers::Field;
use planner::firm::{GoalKind, ItemKind, Region, Text};

use super::asking::Asking;
use super::question::heading;
use crate::components::choice_card::Choice;
use crate::components::choice_list::ChoiceList;
use crate::components::problem_note::ProblemNote;
use crate::components::top_three::TopThree;
use crate::components::words_field::WordsField;
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

/// A list of choices, with what is wrong under it.
pub(super) fn list(
    asking: Asking,
    field: &Field,
    legend: AnyView,
    choices: Signal<Vec<Choice>>,
    (chosen, on_choose): (Signal<Vec<String>>, Callback<Vec<String>>),
    Manner { many, short, alone }: Manner,
) -> AnyView {
    let name = field.to_string();
    let (fault_id, fault) = fault(asking, field);
    let sentence = asking.problem_tried(field);
    let list = if alone && !many {
        view! {
            <ChoiceList name choices chosen many short fault on_choose on_tap=asking.tapped on_number=asking.numbered>
                {legend}
            </ChoiceList>
        }
        .into_any()
    } else {
        view! {
            <ChoiceList name choices chosen many short fault on_choose>
                {legend}
            </ChoiceList>
        }
        .into_any()
    };
    view! {
        {list}
        <ProblemNote id=fault_id sentence />
    }
    .into_any()
}

/// A list of named things, one of which is chosen.
pub(super) fn one_of<T: Copy + PartialEq + Send + Sync + 'static>(
    asking: Asking,
    field: &Field,
    legend: AnyView,
    things: &'static [T],
    word: fn(Lang, T) -> &'static str,
    (chosen, write): (Signal<Option<T>>, Callback<T>),
    manner: Manner,
) -> AnyView {
    let choices = Signal::derive(move || {
        let lang = asking.lang.get();
        let choice = |(idx, thing): (usize, &T)| Choice::new(idx.to_string(), word(lang, *thing));
        things.iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    let keys = Signal::derive(move || {
        let chosen = chosen.get().and_then(|chosen| things.iter().position(|thing| *thing == chosen));
        chosen.map(|idx| idx.to_string()).into_iter().collect::<Vec<_>>()
    });
    let on_choose = Callback::new(move |keys: Vec<String>| {
        let thing = keys.first().and_then(|key| things.get(key.parse::<usize>().ok()?));
        if let Some(thing) = thing {
            write.run(*thing);
        }
    });
    list(asking, field, legend, choices, (keys, on_choose), manner)
}

/// A plain name over a list inside a question.
pub(super) fn label(asking: Asking, field: Field) -> AnyView {
    view! {
        <span class="number-field__label">{move || words::fields::label(asking.lang.get(), &field)}</span>
    }
    .into_any()
}

/// Where they retire.
pub(super) fn region(asking: Asking) -> AnyView {
    let chosen = Signal::derive(move || asking.draft.form().with(|form| form.region));
    let write = Callback::new(move |region| asking.draft.edit(|form| form.region = Some(region)));
    one_of(
        asking,
        &Field::Region,
        heading(asking, &Step::Region),
        &Region::ALL,
        words::fields::region,
        (chosen, write),
        Manner { alone: true, ..Manner::default() },
    )
}

/// An item of the life-goal questionnaire.
pub(super) fn goal(asking: Asking, id: &str) -> AnyView {
    let found = asking.firm.with_value(|firm| firm.goals.items.iter().find(|item| item.id == id).cloned());
    let Some(item) = found else { return ().into_any() };
    let legend = heading(asking, &Step::Goal(item.id.clone()));
    if item.kind == GoalKind::Words {
        return free_words(asking, item.id, legend);
    }
    let field = Field::Goal(item.id.clone());
    let options: Vec<_> =
        item.options.into_iter().map(|option| (option.key, option.text, option.exclusive)).collect();
    let choices = offered(asking, options);
    let chosen = {
        let id = item.id.clone();
        Signal::derive(move || {
            asking.draft.form().with(|form| form.goals.get(&id).cloned().unwrap_or_default())
        })
    };
    let on_choose = {
        let id = item.id.clone();
        Callback::new(move |chosen| {
            asking.draft.edit(|form| {
                form.goals.insert(id.clone(), chosen);
            });
        })
    };
    if item.kind == GoalKind::TopThree {
        let count =
            Signal::derive(move || words::discover::top_three(asking.lang.get(), chosen.with(Vec::len)));
        let (fault_id, fault) = fault(asking, &field);
        return view! {
            <TopThree name=field.to_string() choices chosen count fault on_choose>
                {legend}
            </TopThree>
            <ProblemNote id=fault_id sentence=asking.problem_tried(&field) />
        }
        .into_any();
    }
    let manner = Manner { many: item.kind == GoalKind::Multi, alone: true, short: false };
    list(asking, &field, legend, choices, (chosen, on_choose), manner)
}

/// An item of the risk questionnaire.
pub(super) fn risk(asking: Asking, id: &str) -> AnyView {
    let found = asking.firm.with_value(|firm| firm.risk.items.iter().find(|item| item.id == id).cloned());
    let Some(item) = found else { return ().into_any() };
    let field = Field::Risk(item.id.clone());
    let options: Vec<_> =
        item.options.into_iter().map(|option| (option.key, option.text, option.exclusive)).collect();
    let choices = offered(asking, options);
    let chosen = {
        let id = item.id.clone();
        Signal::derive(move || {
            asking.draft.form().with(|form| form.risk.get(&id).cloned().unwrap_or_default())
        })
    };
    let legend = heading(asking, &Step::Risk(item.id.clone()));
    let on_choose = {
        let id = item.id;
        Callback::new(move |chosen| {
            let fast = asking.fast();
            asking.draft.answer_risk(&id, chosen, fast);
        })
    };
    let manner = Manner { many: item.kind == ItemKind::Multi, alone: true, short: false };
    list(asking, &field, legend, choices, (chosen, on_choose), manner)
}

fn free_words(asking: Asking, id: String, legend: AnyView) -> AnyView {
    let labelled_by = format!("q-{id}");
    let name = Field::Goal(id.clone()).to_string();
    let text = {
        let id = id.clone();
        Signal::derive(move || {
            asking.draft.form().with(|form| form.words.get(&id).cloned().unwrap_or_default())
        })
    };
    let on_type = Callback::new(move |text: String| {
        asking.draft.edit(|form| {
            if text.is_empty() {
                form.words.remove(&id);
            } else {
                form.words.insert(id.clone(), text);
            }
        });
    });
    view! {
        {legend}
        <WordsField name labelled_by text on_type />
    }
    .into_any()
}

fn offered(asking: Asking, options: Vec<(String, Text, bool)>) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let lang = asking.lang.get();
        let choice = |(key, text, exclusive): &(String, Text, bool)| Choice {
            key: key.clone(),
            text: lang.of(text).to_owned(),
            exclusive: *exclusive,
        };
        options.iter().map(choice).collect()
    })
}

/// The id of the sentence that says what is wrong, and the same while there is one.
fn fault(asking: Asking, field: &Field) -> (String, Signal<Option<String>>) {
    let id = format!("{field}-fault");
    let problem = asking.problem_tried(field);
    let fault = {
        let id = id.clone();
        Signal::derive(move || problem.with(|problem| (!problem.is_empty()).then(|| id.clone())))
    };
    (id, fault)
}
