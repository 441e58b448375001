//! `/retirement`: the zone, the levers, and the ways to green.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use planner::{Moves, Plan};
use wire::Topic;

use crate::charts::frontier::Upward;
use crate::charts::track;
use crate::components::assumptions_note::assumptions_note;
use crate::components::phrased::phrased;
use crate::components::zone_badge::zone_badge;
use crate::components::zone_track::zone_track;
use crate::node::{El, Node, el, kept};
use crate::pages::assumptions;
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Effort};
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::last_plan::LastPlan;
use crate::state::scenario::{self, Knob, Room};
use crate::state::scenarios::Scenarios;
use crate::state::shared;
use crate::words::zone::Mood;
use crate::words::{self, Lang, method};

mod causes;
mod fan;
mod income;
mod kept_scenarios;
mod levers;
pub(super) mod map;
pub(super) mod moved;
mod reach;
mod reasons;
mod replay;
pub(super) mod ways;

/// The lifetime that is replayed at first: one in ten fares worse.
const TYPICAL_BAD_LIFE: f64 = 0.1;

/// Where things are tried, for as long as the page is visited.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    current: CurrentPlan,
    moves: Signal<Moves>,
    /// What runs upward on the map.
    upward: RwSignal<Upward>,
    /// The name under which what is tried will be kept.
    name: RwSignal<String>,
    /// The lifetime that is replayed: the share of lifetimes that fare worse, 0 to 1.
    replayed: RwSignal<f64>,
    /// Tries something; a rested lever is written to the address, a dragged one is not.
    try_moves: Callback<(Moves, Effort)>,
}

/// `/retirement`: the zone, the levers, and the ways to green.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let (opened, planned) = (planned.clone(), planned.clone());
    kept("retirement", move || Desk::open(&opened), move |desk| article(&planned, desk).into())
}

fn article(planned: &Planned, desk: Desk) -> El {
    let Planned { lang, plan, trial, firm, .. } = planned;
    let place_of = |plan: &Plan| track::place(&plan.standing, &firm.policy.zone);
    let from = planned.trying().then(|| place_of(plan));
    let track = zone_track(*lang, trial.standing.zone, &place_of(trial), from);
    let wealth = el("div", "retirement__fan")
        .with(el("div", "retirement__chart-head").with(el("h3", "").text(words::frontier::wealth(*lang))))
        .with_all(fan::fan(*lang, trial));
    let map = map::map(planned, desk).with(explained(*lang, &[method::MAP]));
    let charts = el("div", "retirement__charts").with(wealth).with(map);
    let tried = el("section", "retirement__desk").with(levers::levers(planned, desk)).with(charts);
    el("article", "page retirement")
        .with(head(planned))
        .with(
            el("div", "retirement__try")
                .with(el("div", "retirement__track").with(track))
                .with(tried)
                .with(ways::ways(planned, desk))
                .with(kept_scenarios::section(planned, desk)),
        )
        .with(reasons::why(planned))
        .with(causes::causes(planned, desk))
        .with(reasons::badly(planned).with(causes::guardrails(planned, desk)))
        .with(moved::moved(planned, desk))
        .with(income::income(*lang, trial))
        .with(income::projects(*lang, trial))
        .with(ask_advisor(*lang))
        .with(assumptions_note(assumptions::note(*lang, trial, firm)))
        .with(onward(*lang))
}

/// The way to the whole plan on paper.
fn onward(lang: Lang) -> El {
    let report = el("a", "button").attr("href", Route::Report.path()).text(words::report::to_report(lang));
    el("p", "row").with(report)
}

/// The way to a meeting about the zone.
fn ask_advisor(lang: Lang) -> El {
    let path = [&Route::Meetings.path(), "?topic=", Topic::ZoneCrossed.key()].concat();
    el("p", "").with(el("a", "button").attr("href", path).text(words::retirement::ask_advisor(lang)))
}

/// The zone in a sentence, and right under it what belongs to it: room to spare, a border nearby.
fn head(planned: &Planned) -> El {
    let Planned { lang, trial, firm, .. } = planned;
    let standing = &trial.standing;
    let mood = if planned.trying() { Mood::Would } else { Mood::Is };
    let ample = standing.ample.then(|| words::zone::ample(*lang));
    let near = if standing.near_border {
        words::zone::near_border(*lang, standing, &firm.policy.zone)
    } else {
        None
    };
    el("header", "page__head")
        .with(zone_badge(*lang, standing.zone))
        .with(phrased(el("h1", "page__answer"), &words::zone::sentence(*lang, standing, mood)))
        .with(ample.map(|text| el("p", "").text(text)))
        .with(near.map(|text| el("p", "").text(text)))
}

impl Desk {
    /// Opens what the address tries. An address without anything keeps what was tried before.
    fn open(planned: &Planned) -> Self {
        let current = expect_context::<CurrentPlan>();
        let query = use_query_map().get_untracked();
        let upward = RwSignal::new(scenario::upward(query.get(scenario::MAP).as_deref()));
        let name = RwSignal::new(query.get(scenario::NAME).unwrap_or_default());
        let replayed = RwSignal::new(TYPICAL_BAD_LIFE);
        let try_moves = trier(current, upward);
        let desk = Self { current, moves: current.moves(), upward, name, replayed, try_moves };
        desk.ask();
        let asked = scenario::read(|name| query.get(name), room(planned));
        let before = desk.moves.get_untracked();
        if asked != Moves::default() {
            current.set_moves(asked, Effort::Full);
        } else if before != Moves::default() {
            // Navigating while a page is being made would run into its making.
            request_animation_frame(move || desk.try_moves.run((before, Effort::Full)));
        }
        desk
    }

    /// Before an audience: what is tried is not written to the address.
    pub(super) fn on_stage() -> Self {
        let current = expect_context::<CurrentPlan>();
        current.ask_map();
        current.ask_ways();
        let try_moves = Callback::new(move |(moves, effort)| current.set_moves(moves, effort));
        let upward = RwSignal::new(scenario::upward(None));
        let (name, replayed) = (RwSignal::new(String::new()), RwSignal::new(TYPICAL_BAD_LIFE));
        Self { current, moves: current.moves(), upward, name, replayed, try_moves }
    }

    /// Asks what the page shows beside the zone.
    fn ask(self) {
        self.current.ask_map();
        self.current.ask_ways();
        self.current.ask_why();
        self.current.ask_replay(self.replayed);
        self.current.ask_outcomes(shared(Scenarios::new));
        self.current.ask_change(expect_context::<LastPlan>(), expect_context::<FirmData>());
    }

    /// Moves one lever, or puts it back.
    fn turn(self, knob: Knob, value: Option<f64>, effort: Effort) {
        self.try_moves.run((knob.moved(self.moves.get_untracked(), value), effort));
    }

    /// Lets something else run upward on the map.
    fn look(self, upward: Upward) {
        self.upward.set(upward);
        self.try_moves.run((self.moves.get_untracked(), Effort::Full));
    }
}

/// What the plan leaves to be tried.
fn room(planned: &Planned) -> Room {
    let goals = expect_context::<Draft>()
        .answers()
        .with_untracked(|answers| answers.as_ref().map_or(0, |answers| answers.projects.len()));
    Room {
        age: planned.plan.household.age,
        growth_cap: planned.plan.allocation.growth_cap,
        goals: u32::try_from(goals).unwrap_or(u32::MAX),
    }
}

/// Tries moves: computes them, and replaces the address once a lever rests.
fn trier(current: CurrentPlan, upward: RwSignal<Upward>) -> Callback<(Moves, Effort)> {
    let navigate = StoredValue::new_local(use_navigate());
    Callback::new(move |(moves, effort)| {
        current.set_moves(moves, effort);
        if effort == Effort::Full {
            let query = scenario::write(&moves, upward.get_untracked());
            let address = format!("{}{query}", Route::Retirement.path());
            let quietly = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&address, quietly));
        }
    })
}
