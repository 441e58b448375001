//! The lists of loans and of large amounts, as the questions ask for them and as the life goals do,
//! with what only those need.

use planner::answers::{DebtForm, Field, Form, LifeField, Priority, ProjectForm, ProjectKind};

use super::Asking;
use super::choices::{Manner, label, list, one_of};
use super::rows::{Rows, numbers};
use crate::node::El;
use crate::words;

/// Priorities, as they are offered.
pub(in crate::pages) const PRIORITIES: &[Priority] = &[Priority::Need, Priority::Want, Priority::Wish];

/// Loans; in `detail` with their interest.
pub(in crate::pages) fn debts(form: &Form, detail: bool) -> Rows {
    Rows {
        len: form.debts.len(),
        add: |form| form.debts.push(DebtForm::default()),
        remove: |form, idx| {
            form.debts.remove(idx);
        },
        list: "debts.",
        none: words::discover::no_debts,
        add_word: words::discover::add_debt,
        row_word: words::discover::debt,
        row: if detail { debt_in_detail } else { debt },
    }
}

fn debt(asking: &Asking, idx: usize, row: El) -> El {
    row.with(numbers(
        asking,
        vec![Field::DebtBalance(idx), Field::DebtPaymentMonth(idx), Field::DebtUntilYear(idx)],
    ))
}

fn debt_in_detail(asking: &Asking, idx: usize, row: El) -> El {
    debt(asking, idx, row).with(asking.number(Field::Life(LifeField::DebtRate(idx))))
}

/// Large amounts; in `detail` with how far they may give.
pub(in crate::pages) fn projects(form: &Form, detail: bool) -> Rows {
    Rows {
        len: form.projects.len(),
        add: |form| form.projects.push(ProjectForm::default()),
        remove: |form, idx| {
            form.projects.remove(idx);
        },
        list: "projects.",
        none: words::discover::no_projects,
        add_word: words::discover::add_project,
        row_word: words::discover::project,
        row: if detail { project_in_detail } else { project },
    }
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
    let priority =
        one_of(asking, PRIORITIES, words::fields::priority, project.priority, move |form, priority| {
            write(form, &|row| row.priority = Some(priority));
        });
    let (what, weight) = (Field::ProjectKind(idx), Field::ProjectPriority(idx));
    row.with_all(list(asking, &what, label(asking, &what), kind, short))
        .with(numbers(asking, vec![Field::ProjectAmount(idx), Field::ProjectYear(idx)]))
        .with_all(list(asking, &weight, label(asking, &weight), priority, short))
}

fn project_in_detail(asking: &Asking, idx: usize, row: El) -> El {
    let give = [LifeField::ProjectWaitYears(idx), LifeField::ProjectShrinkShare(idx)];
    project(asking, idx, row).with(numbers(asking, give.map(Field::Life).to_vec()))
}
