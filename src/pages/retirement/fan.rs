//! The fan chart of what is tried, in words and figures.

use std::rc::Rc;
use std::sync::Arc;

use planner::Plan;
use planner::projection::Band;

use crate::charts::fan::{Fan, Labels};
use crate::components::data_table::Table;
use crate::components::year_chart::YearChart;
use crate::format;
use crate::node::{Node, el};
use crate::words::{self, Lang};

/// The fan chart, moving with the levers, and what it stands on.
pub(super) fn fan(lang: Lang, trial: &Arc<Plan>) -> [Node; 2] {
    let household = &trial.household;
    let (age, retire_in) = (household.age, household.retire_in);
    let fan = Fan { bands: trial.projection.bands.clone(), age, retire_in };
    let labels = Labels {
        retire: words::charts::retire_at(lang, age + retire_in),
        plan_end: words::charts::plan_to(lang, household.plan_age),
        median: words::charts::median(lang).to_owned(),
        half: words::charts::half(lang).to_owned(),
        most: words::charts::most(lang).to_owned(),
        money: fan.money_ticks().into_iter().map(|tick| format::money_tick(lang, tick)).collect(),
    };
    let last = u32::try_from(fan.bands.len().saturating_sub(1)).unwrap_or(0);
    let (read, listed, sentence) =
        (Arc::clone(trial), Arc::clone(trial), sentence(lang, trial, fan.clipped()));
    let chart = YearChart {
        key: "fan",
        last,
        // Once retired, the middle of the years to come.
        first: if retire_in > 0 { retire_in } else { last / 2 },
        sentence,
        drawing: Box::new(move |room| fan.draw(room, &labels)),
        spoken: Box::new(move |year| (age + year).to_string()),
        reading: Box::new(move |year| reading(lang, &read, year)),
        hint: words::charts::walk_hint(lang),
        table: Rc::new(move || table(lang, &listed)),
    };
    let basis = el("p", "retirement__basis").text(words::charts::fan_basis(lang, &trial.projection));
    [chart.show(lang), basis.into()]
}

fn sentence(lang: Lang, plan: &Plan, clipped: bool) -> String {
    let household = &plan.household;
    let at_retirement = plan.projection.bands.get(household.retire_in as usize).map_or(0.0, |band| band.p50);
    let median = format::money_short(lang, plan.region, at_retirement);
    let spent_age = spent_in(&plan.projection.bands, household.retire_in).map(|year| household.age + year);
    let at_retirement =
        (household.retire_in > 0).then(|| (household.age + household.retire_in, median.as_str()));
    let text = words::charts::fan_sentence(lang, at_retirement, spent_age);
    if clipped { format!("{text}{}{}", lang.pick("", " "), words::charts::fan_clipped(lang)) } else { text }
}

/// The first year in retirement in which one lifetime of ten has nothing left.
fn spent_in(bands: &[Band], retire_in: u32) -> Option<u32> {
    let mut years = (0_u32..).zip(bands).skip_while(|(year, _)| *year <= retire_in);
    years.find(|(_, band)| band.p10 < 1.0).map(|(year, _)| year)
}

fn reading(lang: Lang, plan: &Plan, year: u32) -> String {
    let Some(band) = plan.projection.bands.get(year as usize) else { return String::new() };
    let money = |amount| format::money_short(lang, plan.region, amount);
    let [low, middle, high] = [band.p10, band.p50, band.p90].map(money);
    words::charts::fan_reading(lang, plan.household.age + year, [&low, &middle, &high])
}

fn table(lang: Lang, plan: &Plan) -> Table {
    let mut columns = vec![words::charts::age(lang).to_owned()];
    columns.extend(words::charts::fan_columns(lang).map(str::to_owned));
    let row = |(age, band): (u32, &Band)| {
        let figures = [band.p10, band.p25, band.p50, band.p75, band.p90];
        let cells = figures.map(|amount| format::money_short(lang, plan.region, amount));
        std::iter::once(age.to_string()).chain(cells).collect()
    };
    let rows = (plan.household.age..).zip(&plan.projection.bands).map(row).collect();
    Table { columns, rows, prose_columns: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(p10: f64) -> Band {
        Band { p10, p25: 1.0, p50: 2.0, p75: 3.0, p90: 4.0 }
    }

    #[test]
    fn having_nothing_before_retirement_is_not_running_out() {
        assert_eq!(spent_in(&[band(0.0), band(5.0), band(3.0), band(0.0)], 1), Some(3));
        assert_eq!(spent_in(&[band(0.0), band(5.0), band(3.0)], 1), None);
    }
}
