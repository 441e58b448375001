//! Charts with their sentences and tables.

use std::rc::Rc;

use leptos::prelude::*;
use planner::firm::Family;
use planner::frontier::{AgeColumn, Dot, Frontier};
use planner::goals::Balance;
use planner::projection::{Band, Distribution};
use planner::zone::Zone;

use super::Shelf;
use crate::charts::balance::Balances;
use crate::charts::canvas::Room;
use crate::charts::courses::{self, Courses};
use crate::charts::fan::{self, Fan};
use crate::charts::frontier::{self, Frame, Upward, ZoneMap};
use crate::charts::glide::Glide;
use crate::charts::lifetime::{self, Lifetime};
use crate::charts::mix::{Group, Mix, Row};
use crate::charts::spread::Spread;
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::components::frontier_map::FrontierMap;
use crate::components::glossed::Glossed;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::node::Node;
use crate::words::Lang;
use crate::words::styleguide::{SENTENCE, WORD};

pub(super) fn shelves(lang: Lang) -> Vec<Shelf> {
    let chart = move |draw: fn(Lang, Room) -> String| -> Vec<Node> {
        let figure = Figure::new(SENTENCE.to_owned(), move |room| draw(lang, room), Table::default);
        vec![figure.show(lang).into()]
    };
    let years = YearChart {
        key: "guide-years",
        sentence: SENTENCE.to_owned(),
        last: 40,
        first: 20,
        drawing: Box::new(move |room| glide(lang, room)),
        spoken: Box::new(|year| year.to_string()),
        reading: Box::new(|year| year.to_string()),
        hint: SENTENCE,
        table: Rc::new(Table::default),
    };
    let glossed = Glossed {
        key: "guide-glossed".to_owned(),
        html: format!("<p><button class=\"term\" data-term=\"guide\">{WORD}</button></p>"),
        meaning: Rc::new(|_| Some((WORD.to_owned(), SENTENCE.to_owned()))),
        all: ("/learn/glossary".to_owned(), WORD),
    };
    vec![
        Shelf("drawn_figure", chart(glide)),
        Shelf("year_chart", vec![years.show(lang)]),
        Shelf("frontier_map", [Upward::Saving, Upward::Spending].map(|upward| map(lang, upward)).into()),
        Shelf("fan", chart(|_, room| fan(room))),
        Shelf("lifetime", chart(|_, room| lifetime(room))),
        Shelf("spread", chart(spread)),
        Shelf("mix", chart(|_, room| mix(room))),
        Shelf("courses", chart(|_, room| courses(room))),
        Shelf("balance", chart(|_, room| balance(room))),
        Shelf("glossed", vec![glossed.show()]),
    ]
}

fn amounts(ticks: &[f64]) -> Vec<String> {
    ticks.iter().map(|tick| format!("{tick:.0}")).collect()
}

fn glide(lang: Lang, room: Room) -> String {
    let shares = (0..40_u32).map(|year| 0.6 - f64::from(year) * 0.01).collect();
    Glide { shares, age: 45, retire_in: 15 }.draw(room, WORD, |share| format::percent(lang, share, 0))
}

fn fan(room: Room) -> String {
    let band = |year: u32| {
        let (middle, step) = (1e6 + 5e4 * f64::from(year), 2e4 * f64::from(year));
        let [p10, p25, p75, p90] = [-2.0, -1.0, 1.0, 2.0].map(|steps| middle + steps * step);
        Band { p10, p25, p50: middle, p75, p90 }
    };
    let fan = Fan { bands: (0..=50).map(band).collect(), age: 40, retire_in: 25 };
    let labels = fan::Labels {
        retire: WORD.to_owned(),
        plan_end: WORD.to_owned(),
        median: "50%".to_owned(),
        half: "25%".to_owned(),
        most: "10%".to_owned(),
        money: amounts(&fan.money_ticks()),
    };
    fan.draw(room, &labels)
}

fn lifetime(room: Room) -> String {
    let wealth = (0..=40_u32).map(|year| 1e6 + 5e4 * f64::from(year) - 3e3 * f64::from(year * year));
    let rates = (0..40_u32).map(|year| if year % 3 == 0 { -0.08 } else { 0.06 }).collect();
    let life = Lifetime { wealth: wealth.collect(), rates, age: 50, retire_in: 10 };
    let labels = lifetime::Labels {
        retire: WORD.to_owned(),
        gone: WORD.to_owned(),
        returns: WORD,
        money: amounts(&life.money_ticks()),
    };
    life.draw(room, &labels)
}

fn spread(lang: Lang, room: Room) -> String {
    let shares = vec![0.0, 0.05, 0.1, 0.2, 0.25, 0.2, 0.1, 0.05, 0.05];
    let distribution = Distribution { from: 0.5, step: 0.125, shares };
    let marks = vec![(1.0, "100%".to_owned()), (0.8, WORD.to_owned())];
    Spread { distribution, marks }.draw(room, |ratio| format::percent(lang, ratio, 0))
}

fn mix(room: Room) -> String {
    let row = |share: f64, held| Row { name: WORD.to_owned(), share, held, label: "42%".to_owned() };
    let group = |family, rows| Group { family, title: WORD.to_owned(), rows };
    let groups = vec![
        group(Family::Growth, vec![row(0.3, Some(0.4)), row(0.2, Some(0.1))]),
        group(Family::Diversifier, vec![row(0.1, Some(0.0))]),
        group(Family::Defensive, vec![row(0.4, None)]),
    ];
    Mix { groups, heading: WORD.to_owned() }.draw(room)
}

fn courses(room: Room) -> String {
    let course = |growth: f64| (0..=30_u32).map(|year| 1e5 * growth.powi(year.cast_signed())).collect();
    let courses = Courses { money: [course(1.05), course(1.03)] };
    let labels =
        courses::Labels { ends: [WORD, "42%"].map(str::to_owned), money: amounts(&courses.money_ticks()) };
    courses.draw(room, &labels)
}

fn balance(room: Room) -> String {
    let year = |year: u32| Balance {
        year,
        income: if year < 20 { 300_000.0 } else { 120_000.0 },
        spending: 180_000.0,
        loans: if year < 12 { 40_000.0 } else { 0.0 },
        parents: 10_000.0,
        goals: if year < 10 { 20_000.0 } else { 0.0 },
        retirement: if year < 20 { 50_000.0 } else { 0.0 },
        left: 0.0,
    };
    let balances = Balances { years: (0..40).map(year).collect(), first: 2026, retire_in: 20 };
    balances.draw(room, WORD, WORD, &amounts(&balances.ticks()))
}

/// Every year later, less has to be saved and more can be spent.
fn map(lang: Lang, upward: Upward) -> Node {
    let columns = (0_u32..21).map(|year| {
        let step = 5_000.0 * f64::from(year);
        AgeColumn {
            age: 50 + year,
            green_from: (year >= 2).then_some(100_000.0 - step),
            red_below: Some(80_000.0 - step),
            green_up_to: (year >= 2).then_some(100_000.0 + step),
            red_above: Some(130_000.0 + step),
        }
    });
    let frontier = Frontier {
        columns: columns.collect(),
        dot: Dot { age: 60, saving_year: 45_000.0, wished_year: 170_000.0, zone: Zone::Grey },
        by_saving: None,
        by_spending: None,
        lifetimes: 2,
    };
    let money = if upward == Upward::Saving { (0.0, 120_000.0) } else { (80_000.0, 250_000.0) };
    let map = ZoneMap::of(&frontier, &Frame { upward, ages: (50, 70), money, step: 500.0 });
    let labels =
        frontier::Labels { zones: [WORD, "42%", WORD], you: "42%", money: amounts(map.money_ticks()) };
    let map = FrontierMap {
        map,
        labels,
        sentence: SENTENCE.to_owned(),
        name: Box::new(|_| WORD.to_owned()),
        reading: Box::new(|_| SENTENCE.to_owned()),
        table: Rc::new(Table::default),
        on_try: Callback::new(|_| {}),
    };
    map.show(lang)
}
