//! The order of funding: reserve, protection, loans, then the goals.

use leptos::prelude::{document, request_animation_frame};
use planner::answers::Origin;
use planner::goals::{Goal, Source};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Page, stands, when};
use crate::components::goal_row::GoalRow;
use crate::components::section::section;
use crate::components::state_mark::{State, state_mark};
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::state::life::Part;
use crate::words::{self, method};

/// Every step in the order of funding.
pub(super) fn order(page: &Page) -> El {
    let lang = page.lang;
    let first = [Some(reserve(page)), Some(protection(page)), loans(page)];
    let goals = page.life.goals.iter().map(|goal| goal_row(page, goal));
    let rows = first.into_iter().flatten().chain(goals).map(|row| row.show(go));
    section(words::goals::order(lang))
        .with(el("p", "muted").text(words::goals::order_lead(lang)))
        .with(el("ol", "goal-rows").attr("role", "list").with_all(rows))
        .with(explained(lang, &[method::POTS, method::GOAL, method::PRICE]))
}

/// Goes to a section, as a link within the page does, and leaves the address alone.
fn go(section: &'static str) {
    request_animation_frame(move || {
        if let Some(title) =
            document().get_element_by_id(section).and_then(|found| found.dyn_into::<HtmlElement>().ok())
        {
            title.scroll_into_view();
            // Focus can only be refused by what is not on the page.
            title.focus().unwrap_or_default();
        }
    });
}

fn reserve(page: &Page) -> GoalRow {
    let lang = page.lang;
    let reserve = &page.life.reserve;
    let [amount, had, ..] = words::goals::row_figures(lang);
    GoalRow {
        name: words::goals::part(lang, Part::Reserve).to_owned(),
        when: words::goals::months_of_spending(lang, &format::number(lang, reserve.months, 0)),
        stands: enough(page, reserve.gap < 0.5),
        figures: vec![(amount, page.money(reserve.wanted)), (had, page.money(reserve.had))],
        section: Part::Reserve.name(),
    }
}

fn protection(page: &Page) -> GoalRow {
    let lang = page.lang;
    let adults = &page.life.protection;
    let figures = adults.iter().map(|adult| {
        let [least, most] = adult.gap;
        let gap = match page.some_money(most) {
            None => words::goals::enough(lang, true).to_owned(),
            Some(most) => words::goals::from_to(lang, &page.money(least), &most),
        };
        (words::fields::who(lang, adult.who), gap)
    });
    GoalRow {
        name: words::goals::part(lang, Part::Cover).to_owned(),
        when: words::goals::missing_at_death(lang).to_owned(),
        stands: enough(page, adults.iter().all(|adult| adult.gap[1] < 0.5)),
        figures: figures.collect(),
        section: Part::Cover.name(),
    }
}

/// The loans and their limits; none where there are no loans and no home.
fn loans(page: &Page) -> Option<GoalRow> {
    let lang = page.lang;
    let loans = &page.life.loans;
    let home = loans.home.as_ref();
    (home.is_some() || !loans.debts.is_empty()).then_some(())?;
    let share = |share: f64| format::percent(lang, share, 0);
    let now = loans.debt_share_now.map(|now| (words::goals::housing::now(lang), share(now)));
    let tested = home.and_then(|home| home.debt_share.share);
    let tested = tested.map(|tested| (words::goals::housing::with_home(lang), share(tested)));
    let kept = home.is_none_or(|home| {
        [home.home_share, home.debt_share, home.down_share].iter().all(|limit| limit.kept)
    });
    let limit = page.firm.policy.life.loan_of(page.life.region).debt_share;
    let kept = kept && loans.debt_share_now.is_none_or(|now| now <= limit);
    Some(GoalRow {
        name: words::goals::part(lang, Part::Debts).to_owned(),
        when: words::goals::housing::of_income(lang, &share(limit)),
        stands: state_mark(State::of(kept), words::goals::within(lang, kept)),
        figures: now.into_iter().chain(tested).collect(),
        section: if home.is_some() { Part::Home.name() } else { Part::Debts.name() },
    })
}

fn goal_row(page: &Page, goal: &Goal) -> GoalRow {
    let lang = page.lang;
    let [amount, pot, saving, price] = words::goals::row_figures(lang);
    let mut figures = vec![(amount, page.money(goal.amount))];
    if goal.source == Source::Pot {
        let needed = page.some_money(goal.green_saving_year);
        figures.push((pot, page.money(goal.pot)));
        figures.push((saving, needed.unwrap_or_else(|| words::goals::nothing_more(lang).to_owned())));
    }
    figures.push((price, page.price(goal)));
    GoalRow {
        name: page.name(goal),
        when: when(lang, &page.life, goal),
        stands: stands(lang, goal),
        figures,
        section: match goal.origin {
            Origin::Child(_) => Part::Children.name(),
            Origin::Home => Part::Home.name(),
            Origin::Project(_) => Part::Projects.name(),
        },
    }
}

fn enough(page: &Page, enough: bool) -> El {
    state_mark(State::of(enough), words::goals::enough(page.lang, enough))
}
