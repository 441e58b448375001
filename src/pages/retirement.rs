//! `/retirement`: the zone, the levers, and the ways to green.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use planner::{Moves, Plan};

use crate::charts::track;
use crate::components::assumptions_note::assumptions_note;
use crate::components::zone_badge::zone_badge;
use crate::components::zone_track::zone_track;
use crate::node::{El, Node, el, kept};
use crate::pages::assumptions;
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Effort};
use crate::words;
use crate::words::zone::Mood;

mod fan;
mod income;
mod levers;
mod reach;
mod reasons;
mod scenario;
mod ways;

use scenario::Knob;

/// Where things are tried, for as long as the page is visited.
#[derive(Clone, Copy)]
struct Desk {
    moves: Signal<Moves>,
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
    let tried = el("section", "retirement__desk")
        .with(levers::levers(planned, desk))
        .with(el("div", "retirement__fan").with_all(fan::fan(*lang, trial)));
    el("article", "page retirement")
        .with(head(planned))
        .with(
            el("div", "retirement__try")
                .with(el("div", "retirement__track").with(track))
                .with(tried)
                .with(ways::ways(planned, desk)),
        )
        .with(reasons::why(planned))
        .with(reasons::badly(planned))
        .with(income::income(*lang, trial))
        .with(income::projects(*lang, trial))
        .with(assumptions_note(assumptions::note(*lang, trial, firm)))
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
        .with(el("h1", "page__answer").text(words::zone::sentence(*lang, standing, mood)))
        .with(ample.map(|text| el("p", "").text(text)))
        .with(near.map(|text| el("p", "").text(text)))
}

impl Desk {
    /// Opens what the address tries. An address without anything keeps what was tried before.
    fn open(planned: &Planned) -> Self {
        let current = expect_context::<CurrentPlan>();
        let desk = Self { moves: current.moves(), try_moves: trier(current) };
        let query = use_query_map().get_untracked();
        let (age, growth_cap) = (planned.plan.household.age, planned.plan.allocation.growth_cap);
        let asked = scenario::read(|name| query.get(name), age, growth_cap);
        let before = desk.moves.get_untracked();
        if asked != Moves::default() {
            current.set_moves(asked, Effort::Full);
        } else if before != Moves::default() {
            // Navigating while a page is being made would run into its making.
            request_animation_frame(move || desk.try_moves.run((before, Effort::Full)));
        }
        desk
    }

    /// Moves one lever, or puts it back.
    fn turn(self, knob: Knob, value: Option<f64>, effort: Effort) {
        self.try_moves.run((knob.moved(self.moves.get_untracked(), value), effort));
    }
}

/// Tries moves: computes them, and replaces the address once a lever rests.
fn trier(current: CurrentPlan) -> Callback<(Moves, Effort)> {
    let navigate = StoredValue::new_local(use_navigate());
    Callback::new(move |(moves, effort)| {
        current.set_moves(moves, effort);
        if effort == Effort::Full {
            let address = format!("{}{}", Route::Retirement.path(), scenario::write(&moves));
            let quietly = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&address, quietly));
        }
    })
}
