//! `/retirement`: the zone, the levers, and the ways to green.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use planner::Moves;

use crate::charts::track;
use crate::components::assumptions_note::AssumptionsNote;
use crate::components::zone_badge::ZoneBadge;
use crate::components::zone_track::ZoneTrack;
use crate::live;
use crate::pages::assumptions;
use crate::pages::planned::{Planned, once_planned};
use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Effort};
use crate::state::language::Language;
use crate::words;
use crate::words::zone::Mood;

mod fan;
mod income;
mod levers;
mod reach;
mod reasons;
mod scenario;
mod ways;

/// What the sections of the page share.
#[derive(Clone, Copy)]
struct Desk {
    language: Language,
    planned: Planned,
    moves: Signal<Moves>,
    /// Tries something; a rested lever is written to the address, a dragged one is not.
    try_moves: Callback<(Moves, Effort)>,
}

/// `/retirement`: the zone, the levers, and the ways to green.
#[component]
pub fn RetirementPage() -> impl IntoView {
    once_planned(page)
}

fn page(planned: Planned) -> AnyView {
    let language = expect_context::<Language>();
    let current = expect_context::<CurrentPlan>();
    let try_moves = trier(current);
    open_scenario(planned, current, try_moves);
    let desk = Desk { language, planned, moves: current.moves(), try_moves };
    let lang = language.signal();
    let Planned { plan, trial, firm } = planned;
    let trying = Memo::new(move |_| desk.moves.get() != Moves::default());
    let zone = Signal::derive(move || trial.get().standing.zone);
    let place_of = move |plan: Signal<std::sync::Arc<planner::Plan>>| {
        let policy = firm.get().policy.zone;
        track::place(&plan.get().standing, &policy)
    };
    let sentence = move || {
        let mood = if trying.get() { Mood::Would } else { Mood::Is };
        words::zone::sentence(lang.get(), &trial.get().standing, mood)
    };
    let note = Signal::derive(move || assumptions::note(lang.get(), &trial.get(), &firm.get()));
    view! {
        <article class="page retirement">
            <header class="page__head">
                <ZoneBadge lang zone />
                <h1 class="page__answer">{live::text(sentence)}</h1>
                {live::part(move || hints(desk))}
            </header>
            <div class="retirement__try">
                <div class="retirement__track">
                    <ZoneTrack
                        lang
                        zone
                        place=Signal::derive(move || place_of(trial))
                        from=Signal::derive(move || trying.get().then(|| place_of(plan)))
                    />
                </div>
                <section class="retirement__desk">
                    <div class="retirement__levers">{levers::levers(desk)}</div>
                    <div class="retirement__fan">{fan::fan(desk)}</div>
                </section>
                {ways::ways(desk)}
            </div>
            {reasons::why(desk)}
            {reasons::badly(desk)}
            {income::income(desk)}
            {income::projects(desk)}
            <AssumptionsNote text=note />
        </article>
    }
    .into_any()
}

/// What stands right under the sentence: room to spare, and a border nearby.
fn hints(desk: Desk) -> impl IntoView {
    let lang = desk.language.get();
    let standing = desk.planned.trial.get().standing;
    let policy = desk.planned.firm.get().policy.zone;
    let near = standing.near_border.then(|| words::zone::near_border(lang, &standing, &policy)).flatten();
    let ample = standing.ample.then(|| words::zone::ample(lang));
    (ample.map(|text| view! { <p>{text}</p> }), near.map(|text| view! { <p>{text}</p> }))
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

/// Opens what the address tries. An address without anything keeps what was tried before.
fn open_scenario(planned: Planned, current: CurrentPlan, try_moves: Callback<(Moves, Effort)>) {
    let query = use_query_map().get_untracked();
    let plan = planned.plan.get_untracked();
    let asked = scenario::read(|name| query.get(name), plan.household.age, plan.allocation.growth_cap);
    let before = current.moves().get_untracked();
    if asked != Moves::default() {
        current.set_moves(asked, Effort::Full);
    } else if before != Moves::default() {
        // Navigating while a page is being made would run into its making.
        request_animation_frame(move || try_moves.run((before, Effort::Full)));
    }
}
