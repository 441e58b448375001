//! Who lives from the money: births, work, retirement.

use planner::answers::{Field, Form, Sex, Who};

use super::asking::Asking;
use super::choices::{Manner, label, list, one_of};
use super::question::heading;
use crate::node::{El, el};
use crate::state::field::{number, person, person_mut};
use crate::state::steps::Step;
use crate::words;

/// Birth and sex of the investor.
pub(super) fn you(asking: &Asking, question: El) -> El {
    birth(asking, Who::You, question.with(heading(asking, &Step::You)))
}

/// One adult or two, and the other one's birth and sex.
pub(super) fn couple(asking: &Asking, question: El) -> El {
    let write = |form: &mut Form, couple| form.couple = Some(couple);
    let offer = one_of(asking, &[false, true], words::discover::couple, asking.form.couple, write);
    let partner = || {
        let subtitle = el("h3", "question__subtitle").text(words::discover::partner(asking.lang));
        birth(asking, Who::Partner, el("div", "question__part").with(subtitle))
    };
    question
        .with_all(list(asking, &Field::Couple, heading(asking, &Step::Couple), offer, WHOLE))
        .with((asking.form.couple == Some(true)).then(partner))
}

/// Work and income of an adult.
pub(super) fn work(asking: &Asking, who: Who, question: El) -> El {
    let retired = person(&asking.form, who).retired;
    let write = move |form: &mut Form, retired| person_mut(form, who).retired = Some(retired);
    let offer = one_of(asking, &[false, true], words::discover::retired, retired, write);
    let income = || {
        el("div", "question__part")
            .with(asking.number(Field::IncomeYear(who)))
            .with(folded(asking, vec![Field::IncomeGrowth(who), Field::IncomeUntilAge(who)]))
    };
    question
        .with_all(list(asking, &Field::Retired(who), heading(asking, &Step::Work(who)), offer, WHOLE))
        .with((retired == Some(false)).then(income))
}

/// Two short answers that are the whole question.
const WHOLE: Manner = Manner { alone: true, short: true, many: false };

/// When an adult wants to retire.
pub(super) fn retire(asking: &Asking, who: Who, question: El) -> El {
    question
        .with(heading(asking, &Step::Retire(who)))
        .with(numbers(asking, vec![Field::RetireAge(who), Field::RetireAgeLatest(who)]))
}

/// Boxes for numbers, one under the other.
pub(super) fn numbers(asking: &Asking, fields: Vec<Field>) -> El {
    el("div", "question__fields").with_all(fields.into_iter().map(|field| asking.number(field)))
}

/// Fields that few people need, folded away unless one of them is filled in.
pub(super) fn folded(asking: &Asking, fields: Vec<Field>) -> El {
    let filled = |field| number(&asking.form, field).is_some() || asking.draft.text(field).is_some();
    let open = fields.iter().any(filled);
    fold(words::discover::more(asking.lang), open).with(numbers(asking, fields))
}

/// A line that unfolds what stands under it, and whether it begins unfolded.
pub(super) fn fold(title: &'static str, open: bool) -> El {
    el("details", "fold")
        .made(move |fold| {
            // Only at first: later it is opened and closed by hand. Nothing forbids the attribute.
            fold.toggle_attribute_with_force("open", open).map(drop).unwrap_or_default();
        })
        .with(el("summary", "fold__title").text(title))
}

fn birth(asking: &Asking, who: Who, part: El) -> El {
    let field = Field::Sex(who);
    let write = move |form: &mut Form, sex| person_mut(form, who).sex = Some(sex);
    let sexes = &[Sex::Female, Sex::Male];
    let offer = one_of(asking, sexes, words::fields::sex, person(&asking.form, who).sex, write);
    let manner = Manner { short: true, ..Manner::default() };
    let born = el("div", "question__fields question__fields--pair")
        .with(asking.number(Field::BirthYear(who)))
        .with(asking.birth_month(who));
    part.with(born).with_all(list(asking, &field, label(asking, &field), offer, manner))
}
