//! The zone map of what is tried, in words and figures.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::frontier::Frontier;
use planner::zone::Zone;

use super::Desk;
use super::levers::most_saved;
use super::reach::{in_plan, reach};
use crate::charts::frontier::{Column, Frame, Labels, Spot, Upward, ZoneMap};
use crate::components::data_table::Table;
use crate::components::frontier_map::FrontierMap;
use crate::components::switch::switch;
use crate::format;
use crate::node::{El, Node, el, live};
use crate::pages::planned::Planned;
use crate::state::current_plan::Effort;
use crate::state::scenario::Knob;
use crate::words::{self, Lang};

/// The zone map, with the choice of what runs upward.
pub(in crate::pages) fn map(planned: &Planned, desk: Desk) -> El {
    let (lang, plan) = (planned.lang, Arc::clone(&planned.plan));
    let working = plan.household.retire_in > 0;
    let choice = working.then(|| {
        switch(
            "map-upward",
            words::frontier::choice(lang),
            [Upward::Saving, Upward::Spending].map(|upward| words::frontier::upward(lang, upward)),
            usize::from(desk.upward.get() == Upward::Spending),
            move |chosen| desk.look(if chosen == 1 { Upward::Spending } else { Upward::Saving }),
        )
    });
    let upward = if working { desk.upward.get() } else { Upward::Spending };
    let most_saved = most_saved();
    let drawn = live(move || match desk.current.map() {
        Some(frontier) => drawn(lang, &plan, desk, &frontier, &frame(&plan, upward, most_saved)),
        None => el("div", "skeleton skeleton--figure")
            .attr("role", "img")
            .attr("aria-label", words::frontier::drawing(lang))
            .into(),
    });
    el("div", "retirement__map")
        .with(
            el("div", "retirement__chart-head")
                .with(el("h3", "").text(words::frontier::title(lang)))
                .with(choice),
        )
        .with(drawn)
}

/// The part of the map that the levers reach.
fn frame(plan: &Plan, upward: Upward, most_saved: f64) -> Frame {
    let ages = reach(Knob::Age, plan, most_saved);
    let money = reach(knob(upward), plan, most_saved);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ages of a life")]
    let ages = (ages.min as u32, ages.max as u32);
    Frame { upward, ages, money: (money.min, money.max), step: money.step }
}

const fn knob(upward: Upward) -> Knob {
    match upward {
        Upward::Saving => Knob::Save,
        Upward::Spending => Knob::Spend,
    }
}

fn drawn(lang: Lang, plan: &Arc<Plan>, desk: Desk, frontier: &Arc<Frontier>, frame: &Frame) -> Node {
    let upward = frame.upward;
    let map = ZoneMap::of(frontier, frame);
    let labels = Labels {
        zones: [Zone::Red, Zone::Grey, Zone::Green].map(|zone| words::zone::name(lang, zone)),
        you: words::frontier::you(lang),
        money: map.money_ticks().iter().map(|tick| format::money_tick(lang, *tick)).collect(),
    };
    let region = plan.region;
    let money = move |amount| format::money(lang, region, amount);
    let name = move |spot: Spot| words::frontier::place(lang, upward, spot.age, &money(spot.money));
    let (read, listed, tried) = (map.clone(), map.clone(), Arc::clone(plan));
    let chart = FrontierMap {
        sentence: sentence(lang, &map, name),
        map,
        labels,
        name: Box::new(name),
        reading: Box::new(move |spot| {
            let borders = read.column(spot.age).map(|column| borders(lang, upward, column, money));
            let borders = borders.unwrap_or_default();
            words::frontier::reading(lang, &name(spot), read.zone_at(spot), &borders)
        }),
        table: Rc::new(move || table(lang, &listed, money)),
        on_try: Callback::new(move |spot| {
            desk.try_moves.run((moved(desk, &tried, upward, spot), Effort::Full));
        }),
    };
    chart.show(lang)
}

/// What is tried, moved to a place of the map.
fn moved(desk: Desk, plan: &Plan, upward: Upward, spot: Spot) -> planner::Moves {
    let moves = desk.moves.get_untracked();
    let turn = |moves, knob: Knob, value: f64| {
        // At the plan's own value, nothing is tried.
        let tried = (value - in_plan(knob, plan)).abs() > 1e-9;
        knob.moved(moves, tried.then_some(value))
    };
    let moves =
        if plan.household.retire_in > 0 { turn(moves, Knob::Age, f64::from(spot.age)) } else { moves };
    turn(moves, knob(upward), spot.money)
}

fn sentence(lang: Lang, map: &ZoneMap, name: impl Fn(Spot) -> String) -> String {
    let first = words::frontier::sentence(lang, map.upward);
    let then = match map.way {
        _ if map.zone == Zone::Green => String::new(),
        Some(way) => words::frontier::way(lang, &name(way)),
        None => words::frontier::no_way(lang).to_owned(),
    };
    [first, &then].join(lang.pick("", " ")).trim_end().to_owned()
}

fn borders(lang: Lang, upward: Upward, column: &Column, money: impl Fn(f64) -> String) -> String {
    let [green, red] = [column.green, column.red].map(|border| border.map(&money));
    words::frontier::borders(lang, upward, green.as_deref(), red.as_deref())
}

fn table(lang: Lang, map: &ZoneMap, money: impl Fn(f64) -> String) -> Table {
    let mut columns = vec![words::frontier::retire_at(lang).to_owned()];
    columns.extend(words::frontier::columns(lang, map.upward).map(str::to_owned));
    let row = |column: &Column| {
        let green = column.green.map_or_else(|| words::frontier::nowhere(lang).to_owned(), &money);
        let red = column.red.map_or_else(|| words::frontier::all(lang).to_owned(), &money);
        vec![column.age.to_string(), green, red]
    };
    Table { columns, rows: map.columns.iter().map(row).collect(), prose_columns: 0 }
}
