//! What comes in, goes out, and is there.

use leptos::prelude::*;
use planner::answers::{DebtForm, Field, Form, Priority, ProjectForm, ProjectKind, Who};
use planner::firm::RetireClass;

use super::asking::Asking;
use super::choices::{Manner, label, one_of};
use super::household::folded;
use super::question::heading;
use crate::format;
use crate::state::field::{person, person_mut};
use crate::state::steps::{self, Step};
use crate::words::{self, Lang};

/// What the household spends.
pub(super) fn spending(asking: Asking) -> AnyView {
    view! {
        {heading(asking, &Step::Spending)}
        <div class="question__fields">
            {asking.number(Field::SpendingMonth)}
            {asking.number(Field::WishedMonth)}
            {asking.number(Field::EssentialMonth)}
        </div>
    }
    .into_any()
}

/// What it saves.
pub(super) fn saving(asking: Asking) -> AnyView {
    view! {
        {heading(asking, &Step::Saving)}
        {asking.number(Field::SavingYear)}
    }
    .into_any()
}

/// What it owns: one total, or sorted by asset class.
pub(super) fn holdings(asking: Asking) -> AnyView {
    let sorted = Memo::new(move |_| asking.draft.form().with(|form| !form.money.holdings.is_empty()));
    let label = Signal::derive(move || {
        let word = if sorted.get() { words::discover::rest_box } else { words::discover::total_box };
        word(asking.lang.get()).to_owned()
    });
    let hint = Signal::derive(move || {
        if sorted.get() { String::new() } else { words::discover::total_hint(asking.lang.get()).to_owned() }
    });
    let total = move || {
        let (lang, region) = (asking.lang.get(), asking.region.get());
        let sum = asking
            .draft
            .form()
            .with(|form| form.money.holdings.values().sum::<f64>() + form.money.unsorted.unwrap_or(0.0));
        words::discover::running_total(lang, &format::money(lang, region, sum))
    };
    let open = sorted.get_untracked();
    let boxes = move || {
        let assets = asking.firm.with_value(|firm| firm.assumptions_of(asking.region.get()).asset.clone());
        let row = |asset: planner::firm::Asset| {
            let name = Signal::derive(move || asking.lang.get().of(&asset.name).to_owned());
            asking.number_named(Field::Holding(asset.id), name, String::new().into())
        };
        assets.into_iter().map(row).collect_view()
    };
    view! {
        {heading(asking, &Step::Holdings)}
        {asking.number_named(Field::Unsorted, label, hint)}
        <details class="fold" open=open>
            <summary class="fold__title">{asking.word(words::discover::sort)}</summary>
            <div class="question__fields question__fields--pair">{boxes}</div>
        </details>
        {move || sorted.get().then(|| view! { <p class="question__total" role="status">{total}</p> })}
    }
    .into_any()
}

/// What it owes.
pub(super) fn debts(asking: Asking) -> AnyView {
    let rows = Rows {
        len: |form| form.debts.len(),
        add: |form| form.debts.push(DebtForm::default()),
        remove: |form, idx| {
            form.debts.remove(idx);
        },
        list: "debts.",
        none: words::discover::no_debts,
        add_word: words::discover::add_debt,
        row_word: words::discover::debt,
    };
    let row = move |idx| {
        view! {
            <div class="question__fields">
                {asking.number(Field::DebtBalance(idx))}
                {asking.number(Field::DebtPaymentMonth(idx))}
                {asking.number(Field::DebtUntilYear(idx))}
            </div>
        }
        .into_any()
    };
    view! {
        {heading(asking, &Step::Debts)}
        {rows.view(asking, row)}
    }
    .into_any()
}

/// Large spending to come.
pub(super) fn projects(asking: Asking) -> AnyView {
    let rows = Rows {
        len: |form| form.projects.len(),
        add: |form| form.projects.push(ProjectForm::default()),
        remove: |form, idx| {
            form.projects.remove(idx);
        },
        list: "projects.",
        none: words::discover::no_projects,
        add_word: words::discover::add_project,
        row_word: words::discover::project,
    };
    view! {
        {heading(asking, &Step::Projects)}
        {rows.view(asking, move |idx| project(asking, idx))}
    }
    .into_any()
}

fn project(asking: Asking, idx: usize) -> AnyView {
    let row = move || asking.draft.form().with(|form| form.projects.get(idx).cloned().unwrap_or_default());
    let write = move |change: &dyn Fn(&mut ProjectForm)| {
        asking.draft.edit(|form| {
            if let Some(row) = form.projects.get_mut(idx) {
                change(row);
            }
        });
    };
    let short = Manner { short: true, ..Manner::default() };
    let kind = one_of(
        asking,
        &Field::ProjectKind(idx),
        label(asking, Field::ProjectKind(idx)),
        &[ProjectKind::Education, ProjectKind::Home, ProjectKind::Other],
        words::fields::project,
        (Signal::derive(move || row().kind), Callback::new(move |kind| write(&|row| row.kind = Some(kind)))),
        short,
    );
    let priority = one_of(
        asking,
        &Field::ProjectPriority(idx),
        label(asking, Field::ProjectPriority(idx)),
        &[Priority::Need, Priority::Want, Priority::Wish],
        words::fields::priority,
        (
            Signal::derive(move || row().priority),
            Callback::new(move |priority| write(&|row| row.priority = Some(priority))),
        ),
        short,
    );
    view! {
        {kind}
        <div class="question__fields">
            {asking.number(Field::ProjectAmount(idx))}
            {asking.number(Field::ProjectYear(idx))}
        </div>
        {priority}
    }
    .into_any()
}

/// The pensions of an adult: what is needed first, the rest folded away.
pub(super) fn pension(asking: Asking, who: Who) -> AnyView {
    let fields = Memo::new(move |_| asking.draft.form().with(|form| steps::pension(form, who)));
    // The statutory class of a woman comes and goes with what else is known; its box must not
    // pull the others along, or whoever types in them would lose the place.
    let asks_class = Memo::new(move |_| fields.with(|(asked, _)| asked.contains(&Field::RetireClass(who))));
    let numbers = Memo::new(move |_| {
        let number = |field: &Field| !matches!(field, Field::RetireClass(_));
        fields.with(|(asked, more)| {
            (asked.iter().filter(|field| number(field)).cloned().collect::<Vec<_>>(), more.clone())
        })
    });
    let working = move || asking.draft.form().with(|form| person(form, who).retired != Some(true));
    view! {
        {heading(asking, &Step::Pension(who))}
        {move || asks_class.get().then(|| retire_class(asking, who))}
        {move || {
            let (asked, more) = numbers.get();
            view! {
                <div class="question__fields">
                    {asked.into_iter().map(|field| asking.number(field)).collect_view()}
                </div>
                {working().then(|| view! {
                    <p class="question__note">{asking.word(words::discover::pension_note)}</p>
                })}
                {folded(asking, more)}
            }
        }}
    }
    .into_any()
}

fn retire_class(asking: Asking, who: Who) -> AnyView {
    let chosen =
        Signal::derive(move || asking.draft.form().with(|form| person(form, who).pension.retire_class));
    let write = Callback::new(move |class| {
        asking.draft.edit(|form| person_mut(form, who).pension.retire_class = Some(class));
    });
    one_of(
        asking,
        &Field::RetireClass(who),
        label(asking, Field::RetireClass(who)),
        &[RetireClass::F55, RetireClass::F50],
        words::fields::retire_class,
        (chosen, write),
        Manner::default(),
    )
}

/// A list whose rows are added and taken away.
#[derive(Clone, Copy)]
struct Rows {
    len: fn(&Form) -> usize,
    add: fn(&mut Form),
    remove: fn(&mut Form, usize),
    list: &'static str,
    none: fn(Lang) -> &'static str,
    add_word: fn(Lang) -> &'static str,
    row_word: fn(Lang, usize) -> String,
}

impl Rows {
    fn view(self, asking: Asking, row: impl Fn(usize) -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
        let len = Memo::new(move |_| asking.draft.form().with(self.len));
        let remove = move |idx| asking.draft.remove_row(self.list, |form| (self.remove)(form, idx));
        let view = move |idx: usize| {
            view! {
                <fieldset class="question__row">
                    <legend class="question__subtitle">
                        {move || (self.row_word)(asking.lang.get(), idx + 1)}
                    </legend>
                    {row(idx)}
                    <button type="button" class="button button--quiet" on:click=move |_| remove(idx)>
                        {asking.word(words::discover::remove)}
                    </button>
                </fieldset>
            }
            .into_any()
        };
        view! {
            {move || (len.get() == 0).then(|| view! { <p class="question__note">{asking.word(self.none)}</p> })}
            <For each=move || 0..len.get() key=|idx| *idx children=view />
            <button
                type="button"
                class="button question__add"
                on:click=move |_| asking.draft.edit(|form| (self.add)(form))
            >
                {asking.word(self.add_word)}
            </button>
        }
        .into_any()
    }
}
