//! Who lives from the money: births, work, retirement.

use planner::answers::{Field, Form, Sex, Who};

use super::question::heading;
use crate::node::{El, el};
use crate::pages::asking::Asking;
use crate::pages::asking::choices::{Manner, label, list, one_of};
use crate::pages::asking::rows::{folded, numbers};
use crate::state::field::{person, person_mut};
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
