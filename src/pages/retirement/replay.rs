//! One lifetime of what is tried, year by year.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Region;
use planner::why::{Replay, ReplayYear};

use super::Desk;
use crate::charts::lifetime::{Labels, Lifetime};
use crate::components::data_table::Table;
use crate::components::switch::switch;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::node::{Node, el, live};
use crate::words::{self, Lang};

/// The lifetimes to choose from, by the share of lifetimes that fare worse.
const SHARES: [f64; 4] = [0.1, 0.25, 0.5, 0.75];

/// One lifetime, and the choice which.
pub(super) fn replay(lang: Lang, trial: &Arc<Plan>, desk: Desk) -> Node {
    let chosen = desk.replayed;
    let trial = Arc::clone(trial);
    live(move || {
        let share = chosen.get();
        let place = SHARES.iter().position(|other| (other - share).abs() < 1e-9).unwrap_or(0);
        let choice = switch(
            "replay-which",
            words::why::which(lang),
            words::why::lifetimes(lang),
            place,
            move |place| chosen.set(SHARES.get(place).copied().unwrap_or(0.1)),
        );
        let shown = match desk.current.replay() {
            Some(replay) => drawn(lang, &trial, &replay, share),
            None => el("div", "skeleton skeleton--figure")
                .attr("role", "img")
                .attr("aria-label", words::why::counting(lang))
                .into(),
        };
        el("div", "stack").with(choice).with(shown).into()
    })
}

fn drawn(lang: Lang, plan: &Plan, replay: &Arc<Replay>, share: f64) -> Node {
    let (age, retire_in, region) = (plan.household.age, plan.household.retire_in, plan.region);
    let wealth = replay.years.iter().map(|year| year.wealth).chain([replay.left]).collect();
    let life =
        Lifetime { wealth, rates: replay.years.iter().map(|year| year.rate).collect(), age, retire_in };
    let labels = Labels {
        retire: words::charts::retire_at(lang, age + retire_in),
        gone: life.gone_in().map(|year| words::why::gone(lang, age + year)).unwrap_or_default(),
        returns: words::why::returns(lang),
        money: life.money_ticks().into_iter().map(|tick| format::money_tick(lang, tick)).collect(),
    };
    let (read, listed) = (Arc::clone(replay), Arc::clone(replay));
    let chart = YearChart {
        key: "lifetime",
        last: life.years(),
        first: life.gone_in().unwrap_or(retire_in),
        sentence: sentence(lang, region, &life, replay, share),
        drawing: Box::new(move |room| life.draw(room, &labels)),
        spoken: Box::new(move |year| (age + year).to_string()),
        reading: Box::new(move |year| reading(lang, region, &read, age, year)),
        hint: words::why::missing(lang),
        table: Rc::new(move || table(lang, region, &listed)),
    };
    chart.show(lang)
}

fn sentence(lang: Lang, region: Region, life: &Lifetime, replay: &Replay, share: f64) -> String {
    let end = if let Some(year) = life.gone_in() {
        words::why::spent_at(lang, life.age + year)
    } else {
        let left = format::money_short(lang, region, replay.left);
        words::why::left_at(lang, life.age + life.years(), &left)
    };
    let [worse, pays] = [share, replay.ratio].map(|share| format::percent(lang, share, 0));
    words::why::replay_sentence(lang, &worse, &pays, &end)
}

/// The reading of a year; after the last one, of what is left.
fn reading(lang: Lang, region: Region, replay: &Replay, age: u32, year: u32) -> String {
    let money = |amount| format::money_short(lang, region, amount);
    let Some(ReplayYear { wealth, inflow, spending, rate, age }) = replay.years.get(year as usize).copied()
    else {
        return words::why::left_at(lang, age + year, &money(replay.left));
    };
    let rate = format::percent_signed(lang, rate, 1);
    words::why::replay_reading(lang, age, [&money(wealth), &money(inflow - spending), &rate])
}

fn table(lang: Lang, region: Region, replay: &Replay) -> Table {
    let mut columns = vec![words::charts::age(lang).to_owned()];
    columns.extend(words::why::replay_columns(lang).map(str::to_owned));
    let row = |year: &ReplayYear| {
        let money = [year.wealth, year.inflow, year.spending];
        let cells = money.map(|amount| format::money_short(lang, region, amount));
        std::iter::once(year.age.to_string())
            .chain(cells)
            .chain([format::percent_signed(lang, year.rate, 1)])
            .collect()
    };
    Table { columns, rows: replay.years.iter().map(row).collect(), prose_columns: 0 }
}
