//! A home and its loan, held to the limits; the loans there are, and whether to prepay them.

use planner::answers::Origin;
use planner::goals::housing::{HomeLoan, Limit, Prepay};

use super::{Page, goal};
use crate::components::data_table::{Table, data_table};
use crate::components::state_mark::{State, state_mark};
use crate::format;
use crate::node::{El, el};
use crate::words;
use crate::words::goals::housing::Bound;

/// The home to be bought; nothing where there is none.
pub(super) fn home(page: &Page) -> El {
    let goal = page.life.goals.iter().find(|goal| goal.origin == Origin::Home);
    let goal = goal.map(|goal| goal::view(page, goal));
    el("div", "stack").with(goal).with_all(page.life.loans.home.iter().flat_map(|loan| loan_of(page, loan)))
}

fn loan_of(page: &Page, loan: &HomeLoan) -> Vec<El> {
    let lang = page.lang;
    let first = words::goals::housing::loan(
        lang,
        &page.money(loan.principal),
        loan.months / 12,
        &format::money(lang, page.life.region, first_payment(loan)),
    );
    let most = loan
        .price_most
        .map(|most| el("p", "").text(words::goals::housing::price_most(lang, &page.money(most))));
    let limits =
        [(Bound::Home, loan.home_share), (Bound::Debts, loan.debt_share), (Bound::Down, loan.down_share)];
    let limits = limits.map(|(bound, limit)| limit_row(page, bound, limit));
    let tested = words::goals::housing::tested(lang, &format::percent(lang, loan.tested_rate, 2));
    let mut parts = vec![el("p", "").text(first)];
    parts.push(el("ul", "goals__limits").attr("role", "list").with_all(limits));
    parts.extend(most);
    parts.push(
        el("p", "muted")
            .text(tested)
            .text(lang.pick("", " "))
            .text(words::goals::housing::compounding(lang, page.life.region)),
    );
    parts.push(el("h3", "").text(words::goals::housing::both_ways(lang)));
    parts.push(data_table(words::goals::housing::both_ways(lang), both_ways(page, loan)));
    parts
}

fn first_payment(loan: &HomeLoan) -> f64 {
    match loan.repayment {
        planner::answers::Repayment::EqualPayment => loan.equal_payment,
        planner::answers::Repayment::EqualPrincipal => loan.equal_principal.first,
    }
}

fn limit_row(page: &Page, bound: Bound, limit: Limit) -> El {
    let lang = page.lang;
    let share = |value| format::percent(lang, value, 0);
    let value = limit.share.map_or_else(|| words::goals::none(lang).to_owned(), share);
    let border = words::goals::housing::border(lang, bound, &share(limit.limit));
    el("li", "goals__limit")
        .with(el("span", "").text(words::goals::housing::bound(lang, page.life.region, bound)))
        .with(el("span", "goals__limit-value").text(value))
        .with(el("span", "muted").text(border))
        .with(state_mark(State::of(limit.kept), words::goals::within(lang, limit.kept)))
}

fn both_ways(page: &Page, loan: &HomeLoan) -> Table {
    let lang = page.lang;
    let money = |amount| format::money(lang, page.life.region, amount);
    let row = |way, figures: [f64; 3]| {
        let name = words::fields::repayment(lang, way).to_owned();
        std::iter::once(name).chain(figures.map(money)).collect()
    };
    let (equal, principal) = (loan.equal_payment, loan.equal_principal);
    Table {
        columns: words::goals::housing::columns(lang).map(str::to_owned).to_vec(),
        rows: vec![
            row(planner::answers::Repayment::EqualPayment, [equal, equal, loan.equal_payment_interest]),
            row(
                planner::answers::Repayment::EqualPrincipal,
                [principal.first, principal.last, principal.interest],
            ),
        ],
        prose_columns: 0,
    }
}

/// The loans there are.
pub(super) fn debts(page: &Page) -> El {
    let lang = page.lang;
    let loans = &page.life.loans;
    let said = el("div", "stack");
    if loans.debts.is_empty() {
        return said.with(el("p", "muted").text(words::goals::housing::no_loans(lang)));
    }
    let now = loans
        .debt_share_now
        .map(|share| words::goals::housing::share_now(lang, &format::percent(lang, share, 0)));
    let implied = loans.debts.iter().any(|debt| debt.implied);
    let prepay = (1..).zip(&loans.debts).map(|(number, debt)| el("p", "").text(prepay(page, number, debt)));
    said.with(now.map(|text| el("p", "").text(text)))
        .with_all(prepay)
        .with(implied.then(|| el("p", "muted").text(words::goals::housing::implied(lang))))
}

fn prepay(page: &Page, number: usize, debt: &Prepay) -> String {
    let lang = page.lang;
    let share = |value| format::percent(lang, value, 1);
    let better = share(debt.better_by.abs());
    words::goals::housing::prepay(
        lang,
        number,
        &share(debt.rate),
        &share(debt.invest_rate),
        &better,
        debt.better_by >= 0.0,
    )
}
