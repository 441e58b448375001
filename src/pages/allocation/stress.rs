//! What past crises would take from the mix, in own money.

use std::sync::Arc;

use planner::allocation::Weight;
use planner::firm::shelf::{Scenario, Shelf, Shock, Sourced};
use planner::stress::{self, Stress};

use super::mix;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::words::{self, method};

/// Every crisis of the firm's file, on the suggested mix and on what is held.
pub(super) fn stress(planned: &Planned, shelf: &Arc<Shelf>) -> El {
    let (lang, plan) = (planned.lang, &planned.plan);
    let wealth = plan.allocation.money.wealth;
    let lead = words::stress::lead(lang, &format::money_short(lang, plan.region, wealth));
    let played = |mix: &[Weight]| stress::stress(mix, wealth, plan.region, shelf);
    let suggested = played(&plan.allocation.weights);
    let held = plan.allocation.held.as_deref().map(played).unwrap_or_default();
    let scenario = |scenario: &Scenario| {
        let of = |played: &[Stress]| played.iter().find(|one| one.scenario == scenario.id).cloned();
        let shock = scenario.region.get(&plan.region)?;
        Some(
            crisis(planned, scenario, shock, [of(&suggested), of(&held)])
                .with(sources(planned, shelf, scenario)),
        )
    };
    let crises =
        el("ul", "stress").attr("role", "list").with_all(shelf.stress.scenario.iter().filter_map(scenario));
    ruled_section(words::stress::title(lang))
        .with(el("p", "").text(lead))
        .with(crises)
        .with(explained(lang, &[method::STRESS]))
}

fn crisis(planned: &Planned, scenario: &Scenario, shock: &Shock, results: [Option<Stress>; 2]) -> El {
    let lang = planned.lang;
    let [from, until] = [shock.from, shock.until].map(|month| format::year_month(lang, month));
    let results = words::stress::mixes(lang).into_iter().zip(results);
    let results = results.filter_map(|(name, result)| Some(self::result(planned, name, &result?)));
    el("li", "stress__crisis")
        .with(el("h3", "").text(lang.of(&scenario.name).to_owned()))
        .with(el("p", "muted").text(words::stress::period(lang, &from, &until)))
        .with(el("p", "").text(lang.of(&scenario.text).to_owned()))
        .with(el("dl", "stress__results").with_all(results))
}

fn result(planned: &Planned, name: &'static str, result: &Stress) -> El {
    let (lang, region) = (planned.lang, planned.plan.region);
    let money = |amount| words::allocation::result(lang, region, amount);
    let nominal = format::percent_signed(lang, result.nominal, 1);
    el("div", "stress__result")
        .with(el("dt", "").text(name))
        .with(el("dd", "stress__money").text(money(result.change)))
        .with(el("dd", "").text(words::stress::result_note(lang, &nominal, &money(result.change_real))))
}

/// The returns behind a crisis, each with where it comes from.
fn sources(planned: &Planned, shelf: &Arc<Shelf>, scenario: &Scenario) -> El {
    let (lang, region) = (planned.lang, planned.plan.region);
    let (planned, shelf, id) = (planned.clone(), Arc::clone(shelf), scenario.id.clone());
    let name = words::stress::sources(lang);
    let body = move || {
        let scenario = shelf.stress.scenario.iter().find(|scenario| scenario.id == id);
        let shock = scenario.and_then(|scenario| scenario.region.get(&region));
        shock.map(|shock| data_table(name, table(&planned, shock))).into()
    };
    el("div", "").with(disclosure("sources", name, body))
}

fn table(planned: &Planned, shock: &Shock) -> Table {
    let (lang, plan) = (planned.lang, &planned.plan);
    let row = |name: String, weight: String, figure: &Sourced| {
        let source = lang.of(&figure.source).to_owned();
        vec![name, weight, format::percent_signed(lang, figure.value, 1), source]
    };
    let assets = plan.allocation.weights.iter().filter_map(|weight| {
        let name = mix::asset_name(lang, plan, &planned.firm, &weight.asset);
        Some(row(name, format::percent(lang, weight.share, 0), shock.returns.get(&weight.asset)?))
    });
    let inflation = row(words::stress::inflation(lang).to_owned(), String::new(), &shock.inflation);
    Table {
        columns: words::stress::columns(lang).map(str::to_owned).to_vec(),
        rows: assets.chain([inflation]).collect(),
        prose_columns: 2,
    }
}
