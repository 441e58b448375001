//! What is left, to whom, and what there is to do.

use planner::answers::{Heir, Relation};
use planner::goals::estate::{Task, TaskState};

use super::Page;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::state_mark::{State, state_mark};
use crate::format;
use crate::node::{El, el};
use crate::words;

/// The estate: the answer, who gets what, the checklist, the inventory.
pub(super) fn estate(page: &Page) -> El {
    let lang = page.lang;
    let estate = &page.life.estate;
    let open =
        estate.checklist.iter().filter(|task| matches!(task.state, TaskState::Open | TaskState::Ask)).count();
    let covered = format::percent(lang, estate.covered_share, 0);
    let gap = page.some_money(estate.liquidity_gap);
    let costs = words::goals::estate::costs(
        lang,
        &page.money(estate.costs),
        &page.money(estate.liquid),
        gap.as_deref(),
    );
    let needs_will = estate
        .wish_needs_will
        .then(|| el("div", "caution").with(el("p", "").text(words::goals::estate::needs_will(lang))));
    let tasks = estate.checklist.iter().map(|task| row(page, *task));
    let inventory_page = page.clone();
    let inventory = disclosure("inventory", words::goals::estate::inventory(lang), move || {
        figure_table(inventory(&inventory_page)).into()
    });
    el("div", "stack")
        .with(el("p", "").text(words::goals::estate::sentence(lang, &covered, open)))
        .with(needs_will)
        .with(el("p", "").text(costs))
        .with(el("h3", "").text(words::goals::estate::shares(lang)))
        .with(shares(page))
        .with(el("h3", "").text(words::goals::estate::checklist(lang)))
        .with(el("ul", "goals__limits").attr("role", "list").with_all(tasks))
        .with(inventory)
        .with(el("p", "muted").text(words::goals::estate::no_law(lang)))
}

fn row(page: &Page, task: Task) -> El {
    let lang = page.lang;
    let state = match task.state {
        TaskState::Done => State::Done,
        TaskState::Open => State::Open,
        TaskState::Ask => State::Ask,
        TaskState::NotNeeded => State::Idle,
    };
    el("li", "goals__task")
        .with(el("span", "").text(words::goals::estate::task(lang, task.item)))
        .with(state_mark(state, words::goals::estate::state(lang, task.state)))
}

/// By relation: what the law gives, and what is wished.
fn shares(page: &Page) -> El {
    let lang = page.lang;
    let estate = &page.life.estate;
    let of = |heirs: &[Heir], relation: Relation| {
        let shares = heirs.iter().filter(|heir| heir.relation == relation).map(|heir| heir.share);
        shares.fold(0.0, |sum, share| sum + share)
    };
    let share = |value: f64| format::percent(lang, value, 0);
    let row = |relation: Relation| {
        let (law, wish) = (of(&estate.by_law, relation), of(&estate.wished, relation));
        let wish_word =
            if estate.wished.is_empty() { words::goals::none(lang).to_owned() } else { share(wish) };
        (law + wish > 0.0)
            .then(|| vec![words::fields::relation(lang, relation).to_owned(), share(law), wish_word])
    };
    let relations = [Relation::Spouse, Relation::Child, Relation::Parent, Relation::Other];
    let rows: Vec<_> = relations.into_iter().filter_map(row).collect();
    if rows.is_empty() {
        return el("p", "muted").text(words::goals::estate::no_heir(lang));
    }
    let columns = words::goals::estate::columns(lang).map(str::to_owned).to_vec();
    data_table(words::goals::estate::shares(lang), Table { columns, rows, prose_columns: 0 })
}

fn inventory(page: &Page) -> Vec<FigureRow> {
    let lang = page.lang;
    let estate = &page.life.estate;
    let amounts = [
        estate.financial,
        estate.property,
        estate.insurance,
        estate.debts,
        estate.spouse_own,
        estate.inherited,
    ];
    let names = words::goals::estate::lines(lang);
    let row = |(name, amount): (&str, f64)| FigureRow {
        name: name.to_owned(),
        value: format::money(lang, page.life.region, amount),
        note: String::new(),
    };
    names.into_iter().zip(amounts).map(row).collect()
}
