//! What was tried and kept under a name: cards side by side, with what each comes to.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use planner::firm::Region;
use planner::scenario::{MOST_CHARS, Outcome, Scenario};
use planner::{Moves, Plan};

use super::Desk;
use crate::charts::frontier::Upward;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::problem_note::problem_note;
use crate::components::scenario_card::ScenarioCard;
use crate::components::section;
use crate::format;
use crate::node::{El, Node, el, kept};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::current_plan::Effort;
use crate::state::scenario;
use crate::state::scenarios::{MOST, Scenarios};
use crate::state::shared;
use crate::words::{self, Lang};

/// The field of a new scenario's name.
const NAME_FIELD: &str = "scenario-name";

/// The scenarios, and the way to keep another one.
pub(super) fn section(planned: &Planned, desk: Desk) -> El {
    let lang = planned.lang;
    let planned = planned.clone();
    let shown = kept("scenarios", || RwSignal::new(false), move |wrong| scenarios(&planned, desk, wrong));
    section::section(words::scenario::title(lang))
        .with(el("p", "muted").text(words::scenario::lead(lang)))
        .with(shown)
}

fn scenarios(planned: &Planned, desk: Desk, wrong: RwSignal<bool>) -> Node {
    let lang = planned.lang;
    let scenarios = shared(Scenarios::new);
    let list = scenarios.list();
    let refused = scenarios.refused().then(|| words::scenario::not_kept(lang));
    let full = list.len() >= MOST;
    el("div", "section")
        .with(adding(planned, desk, scenarios, wrong, full))
        .with(refused.map(|text| el("p", "caution").attr("role", "alert").text(text)))
        .with((!list.is_empty()).then(|| compared(planned, desk, scenarios, &list)))
        .into()
}

/// The name and the button that keep what is tried.
fn adding(planned: &Planned, desk: Desk, scenarios: Scenarios, wrong: RwSignal<bool>, full: bool) -> El {
    let lang = planned.lang;
    let fault = if wrong.get() { words::scenario::bad_name(lang, MOST_CHARS) } else { String::new() };
    let why_not = match (full, planned.trying()) {
        (true, _) => words::scenario::full(lang, MOST),
        (false, false) => words::scenario::nothing_tried(lang).to_owned(),
        (false, true) => String::new(),
    };
    let keep = move || {
        let kept = scenarios.keep(&desk.name.get_untracked(), desk.moves.get_untracked());
        wrong.set(kept.is_err());
        if kept.is_ok() {
            desk.name.set(String::new());
        }
    };
    let input = el("input", "scenarios__name")
        .attr("id", NAME_FIELD)
        .attr("type", "text")
        .attr("maxlength", MOST_CHARS.to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", "scenario-fault")
        .attr_if("aria-invalid", wrong.get().then_some("true"))
        .attr("value", desk.name.get())
        .on("input", move |event| desk.name.set(event_target_value(&event)));
    let button = el("button", "button")
        .attr("type", "submit")
        .flag("disabled", !why_not.is_empty())
        .text(words::scenario::keep(lang));
    el("form", "scenarios__form")
        .on("submit", move |event| {
            event.prevent_default();
            keep();
        })
        .with(el("label", "scenarios__label").attr("for", NAME_FIELD).text(words::scenario::name(lang)))
        .with(el("div", "scenarios__row").with(input).with(button).with(el("p", "muted").text(why_not)))
        .with(problem_note("scenario-fault".to_owned(), &fault))
}

/// The plan and the scenarios side by side, and all of it as a table.
fn compared(planned: &Planned, desk: Desk, scenarios: Scenarios, list: &[Scenario]) -> El {
    let Planned { lang, plan, .. } = planned;
    let (lang, region) = (*lang, plan.region);
    // While a scenario comes or goes, what is there belongs to other ones.
    let outcomes = desk.current.outcomes().filter(|outcomes| outcomes.len() == list.len());
    let found = |place: usize| match outcomes.as_ref().map(|outcomes| outcomes.get(place)) {
        None => Found::Computing,
        Some(Some(Some(outcome))) => Found::Known(*outcome),
        Some(_) => Found::Unusable,
    };
    let own = card(
        planned,
        desk,
        words::scenario::own_plan(lang).to_owned(),
        Moves::default(),
        Found::Known(of_plan(plan)),
    );
    let others = list.iter().enumerate().map(|(place, scenario)| ScenarioCard {
        on_rename: Some(Rc::new(move |name: String| {
            // What is no name leaves the old one standing.
            scenarios.rename(place, &name).unwrap_or_default();
        })),
        on_forget: Some(Rc::new(move || scenarios.forget(place))),
        ..card(planned, desk, scenario.name().to_owned(), scenario.moves(), found(place))
    });
    let cards = std::iter::once(own).chain(others).map(|card| card.show(lang));
    let mut rows = vec![(words::scenario::own_plan(lang).to_owned(), Some(of_plan(plan)))];
    rows.extend(
        list.iter().enumerate().map(|(place, scenario)| (scenario.name().to_owned(), found(place).outcome())),
    );
    let rows: Arc<[_]> = rows.into();
    let table = disclosure("scenario-table", words::charts::as_table(lang), move || {
        data_table(words::scenario::title(lang), table(lang, region, &rows)).into()
    });
    el("div", "section").with(el("ul", "scenarios__cards").attr("role", "list").with_all(cards)).with(table)
}

/// What a scenario comes to, as far as it is known.
#[derive(Clone, Copy)]
enum Found {
    Computing,
    /// It does not fit the answers any more.
    Unusable,
    Known(Outcome),
}

impl Found {
    const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Known(outcome) => Some(outcome),
            Self::Computing | Self::Unusable => None,
        }
    }
}

fn card(planned: &Planned, desk: Desk, name: String, moves: Moves, found: Found) -> ScenarioCard {
    let lang = planned.lang;
    let names = words::scenario::figures(lang);
    // The plan of the answers is not tried: it is there.
    let tried = planned.moves == moves && moves != Moves::default();
    let figures = found.outcome().map(|outcome| {
        let values = figures(lang, planned.plan.region, &outcome);
        names.into_iter().zip(values).skip(1).collect()
    });
    ScenarioCard {
        zone: found.outcome().map(|outcome| outcome.zone),
        note: match found {
            Found::Computing => words::scenario::computing(lang),
            Found::Unusable => words::scenario::unusable(lang),
            Found::Known(_) => "",
        },
        figures: figures.unwrap_or_default(),
        tried,
        address: address(&name, &moves),
        on_toggle: Rc::new(move || {
            desk.try_moves.run((if tried { Moves::default() } else { moves }, Effort::Full));
        }),
        on_rename: None,
        on_forget: None,
        name,
    }
}

/// The address that opens a scenario on somebody's own plan.
fn address(name: &str, moves: &Moves) -> String {
    let mut address = [&Route::Retirement.path(), scenario::write(moves, Upward::Saving).as_str()].concat();
    if *moves != Moves::default() {
        let name = String::from(js_sys::encode_uri_component(name));
        address.push_str(&["&", scenario::NAME, "=", &name].concat());
    }
    address
}

/// What the plan of the answers comes to.
fn of_plan(plan: &Plan) -> Outcome {
    let (household, standing) = (&plan.household, &plan.standing);
    Outcome {
        zone: standing.zone,
        success: standing.success,
        bad_market: standing.bad_market,
        median: standing.median,
        retire_age: household.age + household.retire_in,
        saving_year: household.saving_year,
        wished_year: household.wished_year,
        cost: 0.0,
    }
}

fn figures(lang: Lang, region: Region, outcome: &Outcome) -> [String; 8] {
    let money = |amount| format::money(lang, region, amount);
    let share = |share| format::percent(lang, share, 0);
    [
        words::zone::name(lang, outcome.zone).to_owned(),
        format::percent(lang, outcome.success, 1),
        share(outcome.bad_market),
        share(outcome.median),
        words::retirement::age(lang, &outcome.retire_age.to_string()),
        money(outcome.saving_year),
        money(outcome.wished_year),
        format::money_short(lang, region, outcome.cost),
    ]
}

fn table(lang: Lang, region: Region, rows: &[(String, Option<Outcome>)]) -> Table {
    let mut columns = vec![words::scenario::name(lang).to_owned()];
    columns.extend(words::scenario::figures(lang).map(str::to_owned));
    let row = |(name, outcome): &(String, Option<Outcome>)| {
        let cells = outcome.map_or_else(<[String; 8]>::default, |outcome| figures(lang, region, &outcome));
        std::iter::once(name.clone()).chain(cells).collect()
    };
    Table { columns, rows: rows.iter().map(row).collect(), prose_columns: 0 }
}
