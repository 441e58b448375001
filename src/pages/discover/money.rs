//! What comes in, goes out, and is there.

use std::rc::Rc;

use planner::answers::{DebtForm, Field, Form, Priority, ProjectForm, ProjectKind, Who};
use planner::firm::RetireClass;

use super::asking::Asking;
use super::choices::{Manner, label, list, one_of};
use super::household::{fold, folded, numbers};
use super::question::heading;
use super::visit::focus_later;
use crate::format;
use crate::node::{El, el, keyed};
use crate::state::field::{person, person_mut};
use crate::state::steps::{self, Step};
use crate::words::{self, Lang};

/// What the household spends.
pub(super) fn spending(asking: &Asking, question: El) -> El {
    let fields = vec![Field::SpendingMonth, Field::WishedMonth, Field::EssentialMonth];
    question.with(heading(asking, &Step::Spending)).with(numbers(asking, fields))
}

/// What it saves.
pub(super) fn saving(asking: &Asking, question: El) -> El {
    question.with(heading(asking, &Step::Saving)).with(asking.number(Field::SavingYear))
}

/// What it owns: one total, or sorted by asset class.
pub(super) fn holdings(asking: &Asking, question: El) -> El {
    let (lang, region) = (asking.lang, asking.region);
    let money = &asking.form.money;
    let sorted = !money.holdings.is_empty();
    let (label, hint) = if sorted {
        (words::discover::rest_box(lang), "")
    } else {
        (words::discover::total_box(lang), words::discover::total_hint(lang))
    };
    let assets = asking.firm.assumptions_of(region).asset.iter();
    let boxes = assets.map(|asset| {
        asking.number_named(Field::Holding(asset.id.clone()), lang.of(&asset.name).to_owned().into(), "")
    });
    let boxes = el("div", "question__fields question__fields--pair").with_all(boxes);
    let total = || {
        let sum = money.holdings.values().sum::<f64>() + money.unsorted.unwrap_or(0.0);
        let total = words::discover::running_total(lang, &format::money(lang, region, sum));
        el("p", "question__total").attr("role", "status").text(total)
    };
    question
        .with(heading(asking, &Step::Holdings))
        .with(asking.number_named(Field::Unsorted, label.into(), hint))
        .with(fold(words::discover::sort(lang), sorted).with(boxes))
        .with(sorted.then(total))
}

/// What it owes.
pub(super) fn debts(asking: &Rc<Asking>, question: El) -> El {
    let rows = Rows {
        len: asking.form.debts.len(),
        add: |form| form.debts.push(DebtForm::default()),
        remove: |form, idx| {
            form.debts.remove(idx);
        },
        list: "debts.",
        none: words::discover::no_debts,
        add_word: words::discover::add_debt,
        row_word: words::discover::debt,
        row: |asking, idx, row| {
            let fields =
                vec![Field::DebtBalance(idx), Field::DebtPaymentMonth(idx), Field::DebtUntilYear(idx)];
            row.with(numbers(asking, fields))
        },
    };
    rows.show(asking, question.with(heading(asking, &Step::Debts)))
}

/// Large spending to come.
pub(super) fn projects(asking: &Rc<Asking>, question: El) -> El {
    let rows = Rows {
        len: asking.form.projects.len(),
        add: |form| form.projects.push(ProjectForm::default()),
        remove: |form, idx| {
            form.projects.remove(idx);
        },
        list: "projects.",
        none: words::discover::no_projects,
        add_word: words::discover::add_project,
        row_word: words::discover::project,
        row: project,
    };
    rows.show(asking, question.with(heading(asking, &Step::Projects)))
}

fn project(asking: &Asking, idx: usize, row: El) -> El {
    let project = asking.form.projects.get(idx).cloned().unwrap_or_default();
    let write = move |form: &mut Form, change: &dyn Fn(&mut ProjectForm)| {
        if let Some(row) = form.projects.get_mut(idx) {
            change(row);
        }
    };
    let short = Manner { short: true, ..Manner::default() };
    let kinds = &[ProjectKind::Education, ProjectKind::Home, ProjectKind::Other];
    let kind = one_of(asking, kinds, words::fields::project, project.kind, move |form, kind| {
        write(form, &|row| row.kind = Some(kind));
    });
    let priorities = &[Priority::Need, Priority::Want, Priority::Wish];
    let priority =
        one_of(asking, priorities, words::fields::priority, project.priority, move |form, priority| {
            write(form, &|row| row.priority = Some(priority));
        });
    let (what, weight) = (Field::ProjectKind(idx), Field::ProjectPriority(idx));
    row.with_all(list(asking, &what, label(asking, &what), kind, short))
        .with(numbers(asking, vec![Field::ProjectAmount(idx), Field::ProjectYear(idx)]))
        .with_all(list(asking, &weight, label(asking, &weight), priority, short))
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

/// A list whose rows are added and taken away.
struct Rows {
    len: usize,
    add: fn(&mut Form),
    remove: fn(&mut Form, usize),
    list: &'static str,
    none: fn(Lang) -> &'static str,
    add_word: fn(Lang) -> &'static str,
    row_word: fn(Lang, usize) -> String,
    row: fn(&Asking, usize, El) -> El,
}

impl Rows {
    fn show(self, asking: &Rc<Asking>, question: El) -> El {
        let Self { len, add, remove, list, none, add_word, row_word, row } = self;
        let (draft, lang) = (asking.draft, asking.lang);
        let view = |idx: usize| {
            let asking = Rc::clone(asking);
            keyed(idx.to_string(), move || {
                let title = el("legend", "question__subtitle").text(row_word(lang, idx + 1));
                let away = el("button", "button button--quiet")
                    .attr("type", "button")
                    .on_click(move || draft.remove_row(list, |form| remove(form, idx)))
                    .text(words::discover::remove(lang));
                row(&asking, idx, el("fieldset", "question__row").with(title)).with(away).into()
            })
        };
        let add = el("button", "button question__add")
            .attr("type", "button")
            .on_click(move || {
                draft.edit(add);
                // The keys go on in the new row.
                focus_later(".question__row:last-of-type input");
            })
            .text(add_word(lang));
        question
            .with((len == 0).then(|| el("p", "question__note").text(none(lang))))
            .with_all((0..len).map(view))
            .with(add)
    }
}
