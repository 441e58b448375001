//! Who lives from the money: births, work, retirement.

use leptos::prelude::*;
use planner::answers::{Field, Sex, Who};

use super::asking::Asking;
use super::choices::{Manner, label, one_of};
use super::question::heading;
use crate::state::field::{person, person_mut};
use crate::state::steps::Step;
use crate::words;

/// Birth and sex of the investor.
pub(super) fn you(asking: Asking) -> AnyView {
    view! {
        {heading(asking, &Step::You)}
        {birth(asking, Who::You)}
    }
    .into_any()
}

/// One adult or two, and the other one's birth and sex.
pub(super) fn couple(asking: Asking) -> AnyView {
    let couple = Memo::new(move |_| asking.draft.form().with(|form| form.couple));
    let write = Callback::new(move |couple| asking.draft.edit(|form| form.couple = Some(couple)));
    let choice = one_of(
        asking,
        &Field::Couple,
        heading(asking, &Step::Couple),
        &[false, true],
        words::discover::couple,
        (couple.into(), write),
        Manner { alone: true, short: true, many: false },
    );
    view! {
        {choice}
        {move || (couple.get() == Some(true)).then(|| view! {
            <div class="question__part">
                <h3 class="question__subtitle">{asking.word(words::discover::partner)}</h3>
                {birth(asking, Who::Partner)}
            </div>
        })}
    }
    .into_any()
}

/// Work and income of an adult.
pub(super) fn work(asking: Asking, who: Who) -> AnyView {
    let retired = Memo::new(move |_| asking.draft.form().with(|form| person(form, who).retired));
    let write =
        Callback::new(move |retired| asking.draft.edit(|form| person_mut(form, who).retired = Some(retired)));
    let choice = one_of(
        asking,
        &Field::Retired(who),
        heading(asking, &Step::Work(who)),
        &[false, true],
        words::discover::retired,
        (retired.into(), write),
        Manner { alone: true, short: true, many: false },
    );
    view! {
        {choice}
        {move || (retired.get() == Some(false)).then(|| view! {
            <div class="question__part">
                {asking.number(Field::IncomeYear(who))}
                {folded(asking, vec![Field::IncomeGrowth(who), Field::IncomeUntilAge(who)])}
            </div>
        })}
    }
    .into_any()
}

/// When an adult wants to retire.
pub(super) fn retire(asking: Asking, who: Who) -> AnyView {
    view! {
        {heading(asking, &Step::Retire(who))}
        <div class="question__fields">
            {asking.number(Field::RetireAge(who))}
            {asking.number(Field::RetireAgeLatest(who))}
        </div>
    }
    .into_any()
}

/// Fields that few people need, folded away unless one of them is filled in.
pub(super) fn folded(asking: Asking, fields: Vec<Field>) -> AnyView {
    let filled = untrack(|| {
        asking.draft.form().with(|form| {
            let number = |field| crate::state::field::number(form, field).is_some();
            fields.iter().any(|field| number(field) || asking.draft.text(field).is_some())
        })
    });
    view! {
        <details class="fold" open=filled>
            <summary class="fold__title">{asking.word(words::discover::more)}</summary>
            <div class="question__fields">
                {fields.into_iter().map(|field| asking.number(field)).collect_view()}
            </div>
        </details>
    }
    .into_any()
}

fn birth(asking: Asking, who: Who) -> AnyView {
    let sex = Signal::derive(move || asking.draft.form().with(|form| person(form, who).sex));
    let write = Callback::new(move |sex| asking.draft.edit(|form| person_mut(form, who).sex = Some(sex)));
    let sex = one_of(
        asking,
        &Field::Sex(who),
        label(asking, Field::Sex(who)),
        &[Sex::Female, Sex::Male],
        words::fields::sex,
        (sex, write),
        Manner { short: true, ..Manner::default() },
    );
    view! {
        <div class="question__fields question__fields--pair">
            {asking.number(Field::BirthYear(who))}
            {asking.birth_month(who)}
        </div>
        {sex}
    }
    .into_any()
}
