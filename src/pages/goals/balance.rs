//! The household's years: chart, reading, table.

use std::rc::Rc;
use std::sync::Arc;

use planner::goals::{Balance, LifePlan};

use super::Page;
use crate::charts::balance::{Balances, out};
use crate::components::data_table::Table;
use crate::components::section::ruled_section;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::node::El;
use crate::pages::explained::explained;
use crate::words::goals::balance as said;
use crate::words::{Lang, method};

/// One year of the household after the other.
pub(super) fn balance(page: &Page) -> El {
    let lang = page.lang;
    let drawn = balances(page);
    let region = page.life.region;
    let ticks: Vec<String> = drawn.ticks().iter().map(|tick| format::money_tick(lang, *tick)).collect();
    let (first, retire_in) = (drawn.first, drawn.retire_in);
    let year_of = move |year: u32| first + i32::try_from(year).unwrap_or(0);
    let last = u32::try_from(drawn.years.len().saturating_sub(1)).unwrap_or(0);
    let (read, listed) = (Arc::clone(&page.life), Arc::clone(&page.life));
    let reading = move |at: u32| {
        let Some(year) = read.balance.get(at as usize) else { return String::new() };
        let money = |amount: f64| format::money_short(lang, region, amount);
        let drawn = year.left < -0.5;
        said::reading(
            lang,
            year_of(at),
            &money(year.income),
            &money(out(year)),
            &money(year.left.abs()),
            drawn,
        )
    };
    let chart = YearChart {
        key: "balance",
        sentence: sentence(page),
        drawing: Box::new(move |room| drawn.draw(room, said::income(lang), said::retire(lang), &ticks)),
        last,
        first: retire_in.min(last),
        spoken: Box::new(move |year| year_of(year).to_string()),
        reading: Box::new(reading),
        hint: said::hint(lang),
        table: Rc::new(move || table(lang, &listed)),
    };
    ruled_section(said::title(lang)).with(chart.show(lang)).with(explained(lang, &[method::YEARS]))
}

fn balances(page: &Page) -> Balances {
    Balances { years: page.life.balance.clone(), first: page.life.made.year, retire_in: page.retire_in }
}

/// The first year before retirement that income does not pay for, if there is one.
fn sentence(page: &Page) -> String {
    let working = page.life.balance.iter().take_while(|year| year.year < page.retire_in);
    let short = working.into_iter().find(|year| year.left < -0.5);
    let amount = short.map(|year| page.money(-year.left));
    said::sentence(
        page.lang,
        short.zip(amount.as_deref()).map(|(year, amount)| (page.year(year.year), amount)),
    )
}

fn table(lang: Lang, life: &LifePlan) -> Table {
    let row = |year: &Balance| {
        let money = |amount: f64| format::money(lang, life.region, amount);
        let calendar = life.made.year + i32::try_from(year.year).unwrap_or(0);
        let amounts =
            [year.income, year.spending, year.loans, year.parents, year.goals, year.retirement, year.left];
        std::iter::once(calendar.to_string()).chain(amounts.map(money)).collect()
    };
    Table {
        columns: said::columns(lang).map(str::to_owned).to_vec(),
        rows: life.balance.iter().map(row).collect(),
        prose_columns: 0,
    }
}
