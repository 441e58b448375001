//! What comes in, goes out, and is there.

use std::rc::Rc;

use planner::answers::{Field, Form, Who};
use planner::firm::RetireClass;

use super::question::heading;
use crate::node::{El, el};
use crate::pages::asking::choices::{Manner, label, list, one_of};
use crate::pages::asking::rows::{fold, folded, numbers};
use crate::pages::asking::{Asking, lists};
use crate::state::field::{person, person_mut};
use crate::state::steps::{self, Step};
use crate::words;

/// What the household spends.
pub(super) fn spending(asking: &Asking, question: El) -> El {
    let fields = vec![Field::SpendingMonth, Field::WishedMonth, Field::EssentialMonth];
    question
        .with(heading(asking, &Step::Spending))
        .with(numbers(asking, fields))
        .with(folded(asking, vec![Field::SpendingDecline]))
}

/// What it saves.
pub(super) fn saving(asking: &Asking, question: El) -> El {
    question.with(heading(asking, &Step::Saving)).with(asking.number(Field::SavingYear))
}

/// What it owns: one total, or sorted by asset class.
pub(super) fn holdings(asking: &Asking, question: El) -> El {
    let lang = asking.lang;
    let sorted = !asking.form.money.holdings.is_empty();
    let (label, hint) = if sorted {
        (words::discover::rest_box(lang), "")
    } else {
        (words::discover::total_box(lang), words::discover::total_hint(lang))
    };
    question
        .with(heading(asking, &Step::Holdings))
        .with(asking.number_named(Field::Unsorted, label.into(), hint))
        .with(fold(words::discover::sort(lang), sorted).with(asking.asked().holdings(&asking.firm)))
        .with(sorted.then(|| asking.asked().holdings_total()))
}

/// What it owes.
pub(super) fn debts(asking: &Rc<Asking>, question: El) -> El {
    lists::debts(&asking.form, false).show(asking, question.with(heading(asking, &Step::Debts)))
}

/// Large spending to come.
pub(super) fn projects(asking: &Rc<Asking>, question: El) -> El {
    lists::projects(&asking.form, false).show(asking, question.with(heading(asking, &Step::Projects)))
}

/// The pensions of an adult: what is needed first, the rest folded away.
pub(super) fn pension(asking: &Asking, who: Who, question: El) -> El {
    let (mut asked, more) = steps::pension(&asking.form, who);
    let class = Field::RetireClass(who);
    let asks_class = asked.contains(&class);
    asked.retain(|field| *field != class);
    let working = person(&asking.form, who).retired != Some(true);
    let note = || el("p", "question__note").text(words::discover::pension_note(asking.lang));
    let [list, fault] = if asks_class { retire_class(asking, who, &class).map(Some) } else { [None, None] };
    question
        .with(heading(asking, &Step::Pension(who)))
        // The statutory class of a woman comes and goes with what else is known; its place stays.
        .with(list)
        .with(fault)
        .with(numbers(asking, asked))
        .with(working.then(note))
        .with(folded(asking, more))
}

fn retire_class(asking: &Asking, who: Who, field: &Field) -> [El; 2] {
    let chosen = person(&asking.form, who).pension.retire_class;
    let write = move |form: &mut Form, class| person_mut(form, who).pension.retire_class = Some(class);
    let classes = &[RetireClass::F55, RetireClass::F50];
    let offer = one_of(asking, classes, words::fields::retire_class, chosen, write);
    list(asking, field, label(asking, field), offer, Manner::default())
}
