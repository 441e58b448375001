//! What both ways of paying cost in a year, and where they lead.

use std::rc::Rc;

use planner::fees::{Comparison, Cost, FeeYear, Model};

use super::Fees;
use crate::charts::courses::{Courses, Labels};
use crate::components::data_table::{Table, data_table};
use crate::components::section::ruled_section;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::words::{self, method};

/// Every line of costs, in percent and in money.
pub(super) fn costs(fees: &Fees, compared: &Comparison) -> El {
    let lang = fees.lang;
    let cell = |share: f64, money: f64| {
        [format::rate(lang, share), format::money(lang, fees.region, money)].join(" ")
    };
    let line = |model: &Model, cost: Cost| {
        let line = model.lines.iter().find(|line| line.cost == cost);
        line.map_or_else(|| "–".to_owned(), |line| cell(line.share, line.money))
    };
    let models = [&compared.commission, &compared.fee];
    let row = |cost: Cost| {
        let [by_trade, by_share] = models.map(|model| line(model, cost));
        vec![words::fees::cost(lang, cost).to_owned(), by_trade, by_share]
    };
    let mut rows: Vec<_> =
        [Cost::Commission, Cost::StampDuty, Cost::Fee, Cost::Trading, Cost::Funds].map(row).into();
    let [by_trade, by_share] = models.map(|model| cell(model.share, model.money));
    rows.push(vec![words::fees::total(lang).to_owned(), by_trade, by_share]);
    let table = Table {
        columns: words::fees::cost_columns(lang).map(str::to_owned).to_vec(),
        rows,
        prose_columns: 0,
    };
    ruled_section(words::fees::costs(lang))
        .with(el("div", "fees__costs").with(data_table(words::fees::costs(lang), table)))
        .with(el("p", "muted").text(words::fees::not_twice(lang)))
        .with(explained(lang, &[method::FEES]))
}

/// Where the money ends, paying one way and the other.
pub(super) fn years(fees: &Fees, compared: Comparison) -> El {
    let (lang, region) = (fees.lang, fees.region);
    let money = move |amount| format::money(lang, region, amount);
    let compared = Rc::new(compared);
    let start = fees.number(planner::fees::FeeField::Assets).unwrap_or(0.0);
    let course =
        |of: fn(&FeeYear) -> f64| std::iter::once(start).chain(compared.years.iter().map(of)).collect();
    let courses = Courses { money: [course(|year| year.commission_end), course(|year| year.fee_end)] };
    let ends = [&compared.commission, &compared.fee].map(|model| money(model.drag.end));
    let [by_trade, by_share] = words::fees::lines(lang);
    let [trade_end, share_end] = &ends;
    let labels = Labels {
        ends: [[by_trade, " ", trade_end].concat(), [by_share, " ", share_end].concat()],
        money: courses.money_ticks().into_iter().map(|tick| format::money_tick(lang, tick)).collect(),
    };
    let last = courses.last();
    let (read, listed) = (courses.clone(), Rc::clone(&compared));
    let figure = YearChart {
        key: "years",
        sentence: sentence(fees, &compared, last),
        last,
        first: last / 2,
        drawing: Box::new(move |room| courses.draw(room, &labels)),
        spoken: Box::new(move |year| words::fees::year(lang, &year.to_string())),
        reading: Box::new(move |year| {
            let at = |course: &Vec<f64>| money(course.get(year as usize).copied().unwrap_or(0.0));
            let [trade, share] = read.money.each_ref().map(at);
            words::fees::reading(lang, &year.to_string(), [&trade, &share])
        }),
        hint: words::fees::chart_hint(lang),
        table: Rc::new(move || {
            let row = |year: &FeeYear| {
                let figures = [year.commission_end, year.commission_cost, year.fee_end, year.fee_cost];
                std::iter::once(year.year.to_string()).chain(figures.map(money)).collect()
            };
            Table {
                columns: words::fees::year_columns(lang).map(str::to_owned).to_vec(),
                rows: listed.years.iter().map(row).collect(),
                prose_columns: 0,
            }
        }),
    };
    ruled_section(words::fees::over_years(lang))
        .with(figure.show(lang))
        .with(explained(lang, &[method::END_WEALTH]))
}

fn sentence(fees: &Fees, compared: &Comparison, last: u32) -> String {
    let lang = fees.lang;
    let money = |amount| format::money(lang, fees.region, amount);
    let (trade, share) = (&compared.commission.drag, &compared.fee.drag);
    let ends = [trade.end, share.end, compared.end_without_costs].map(money);
    let lost = [trade.lost_share, share.lost_share].map(|lost| format::percent(lang, lost, 1));
    words::fees::end_sentence(
        lang,
        &last.to_string(),
        ends.each_ref().map(String::as_str),
        lost.each_ref().map(String::as_str),
    )
}
