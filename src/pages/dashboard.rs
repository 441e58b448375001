//! `/` once the answers are complete: where the plan stands, what moved, and what to do next.

use std::sync::Arc;

use leptos::prelude::*;
use planner::goals::LifePlan;
use planner::profile::FlagEffect;
use wire::{Care, Meeting, MeetingState, Role, Talk, TalkSeat};

use crate::api;
use crate::clock;
use crate::components::face::face;
use crate::components::hills::hills;
use crate::components::phrased::phrased;
use crate::components::section::ruled_section;
use crate::components::zone_badge::zone_badge;
use crate::format;
use crate::node::{El, Node, el, kept, live, nothing};
use crate::pages::allocation::agreed::{Agreed, with_agreed};
use crate::pages::assessment::validity;
use crate::pages::contact;
use crate::pages::learn::talks;
use crate::pages::planned::Planned;
use crate::pages::remote::once_here;
use crate::pages::{allocation, goals, learn, retirement};
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::last_plan::LastPlan;
use crate::state::library::Library;
use crate::state::remote::{Found, Remote};
use crate::state::session::Session;
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::state::standing::Standing;
use crate::words::dashboard::Next;
use crate::words::zone::Mood;
use crate::words::{self, Lang};

mod next;

use next::Facts;

/// Goals in sight; the others are on their own page.
const GOALS: usize = 4;

/// `/`: where the plan stands.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let planned = planned.clone();
    kept("today", ask, move |current| {
        let planned = planned.clone();
        with_agreed(move |agreed| today(&planned, current, agreed).into())
    })
}

/// Asks what the page shows beside the zone.
fn ask() -> CurrentPlan {
    shared(ShelfData::new).ask();
    let current = expect_context::<CurrentPlan>();
    current.ask_life();
    current.ask_change(expect_context::<LastPlan>(), expect_context::<FirmData>());
    current
}

fn today(planned: &Planned, current: CurrentPlan, agreed: &Agreed) -> El {
    let life = current.life();
    let allocated = agreed.standing(planned);
    let facts = facts(planned, life.as_deref(), allocated.as_ref());
    let state = agreed.line(planned.lang, allocated.as_ref());
    el("div", "home home--plan")
        .with(
            el("section", "home__first")
                .with(standing(planned))
                .with(hills(words::home::drawing(planned.lang))),
        )
        .with(to_do(planned, facts))
        .with(advisor())
        .with(parts(planned, facts, state))
        .with(life.as_deref().map(|life| life_goals(planned, life)))
        .with(moved(planned.lang, current))
        .with(reading(planned.lang))
}

/// The zone with the sentence that matters.
fn standing(planned: &Planned) -> El {
    let Planned { lang, plan, .. } = planned;
    let lang = *lang;
    let to_plan =
        el("a", "button home__begin").attr("href", Route::Retirement.path()).text(words::home::to_plan(lang));
    let change = el("a", "button button--quiet")
        .attr("href", Route::Discover("review".to_owned()).path())
        .text(words::home::change_answers(lang));
    let sentence = words::zone::sentence(lang, &plan.standing, Mood::Is);
    el("div", "home__words")
        .with(el("div", "home__zone").with(zone_badge(lang, plan.standing.zone)))
        .with(phrased(el("h1", "home__answer"), &sentence))
        .with(el("p", "home__ways").with(to_plan).text(" ").with(change))
        .with(el("p", "home__at").text(kept_where(lang)))
}

/// Where the answers are: only an investor has them in an account.
fn kept_where(lang: Lang) -> &'static str {
    let session = expect_context::<Session>();
    let along = session.account().map_or_else(|| session.begun(), |account| account.role == Role::Investor);
    if along { words::app::goes_along(lang) } else { words::app::stays_here(lang) }
}

/// What decides the next step.
fn facts(planned: &Planned, life: Option<&LifePlan>, standing: Option<&Standing>) -> Facts {
    let Planned { plan, firm, .. } = planned;
    let draft = expect_context::<Draft>();
    let months = firm.policy.suitability.assessment_valid_months;
    Facts {
        contradicts: plan.profile.held
            || plan.profile.flags.iter().any(|flag| flag.effect == FlagEffect::AskAgain),
        validity: validity(draft.confirmed(), draft.today(), months),
        outside: standing.and_then(|standing| standing.outside),
        sorted: plan.allocation.held.is_some(),
        zone: plan.standing.zone,
        reserve_short: life.is_some_and(|life| life.reserve.gap >= 0.5),
    }
}

/// One thing to do next, and why.
fn to_do(planned: &Planned, facts: Facts) -> El {
    let lang = planned.lang;
    let next = next::next(facts);
    let said = words::dashboard::next(lang, next);
    let (path, anchor) = match next {
        Next::Settle | Next::Renew | Next::Confirm => (Route::Profile.path(), ""),
        Next::Green => (Route::Retirement.path(), ""),
        Next::Sort | Next::Rebalance => (Route::Allocation.path(), ""),
        Next::Reserve => (Route::Goals.path(), "?edit=reserve"),
        Next::Print => (Route::Report.path(), ""),
    };
    let way = el("a", "button button--primary home__begin").attr("href", [path.as_str(), anchor].concat());
    ruled_section(words::dashboard::to_do(lang))
        .with(el("p", "").text(said.why))
        .with(el("p", "").with(way.text(said.act)))
}

/// What the server is asked for whoever is signed in.
#[derive(Clone, Copy)]
struct Company {
    care: Remote<Care>,
    meetings: Remote<Vec<Meeting>>,
    seats: Remote<Vec<TalkSeat>>,
}

/// The advisor, the next meeting and talks; nothing for a guest, who asks the server for nothing.
fn advisor() -> Node {
    let session = expect_context::<Session>();
    if !session.investor() {
        return nothing();
    }
    let asked = move || Company {
        care: Remote::new(session, api::care::show),
        meetings: Remote::new(session, api::meetings::meetings),
        seats: Remote::new(session, api::talks::seats),
    };
    kept("advisor", asked, |Company { care, meetings, seats }| {
        once_here(care, move |lang, care| {
            let known = Arc::clone(&care);
            let said = care.advisor.as_ref().map(move |advisor| {
                let name = el("strong", "").text(advisor.name.clone());
                ruled_section(words::account::advisor(lang))
                    .with(el("div", "row").with(face(&advisor.name)).with(name))
                    .with(once_here(meetings, move |lang, meetings| {
                        next_contact(lang, &meetings, &known).into()
                    }))
                    .with(live(move || own_talks(lang, seats)))
            });
            said.into()
        })
    })
}

/// Talks ahead at which a seat is theirs; nothing without one, or before the server has told.
fn own_talks(lang: Lang, seats: Remote<Vec<TalkSeat>>) -> Node {
    let Found::Ready(seats) = seats.get() else { return nothing() };
    if seats.iter().all(|seat| seat.taken_ms.is_none()) {
        return nothing();
    }
    let Some(known) = shared(Library::new).talks().ready() else { return nothing() };
    let own = |talk: &&Talk| seats.iter().any(|seat| seat.talk == talk.id && seat.taken_ms.is_some());
    let line = |talk: &Talk| {
        let way = el("a", "").attr("href", talks::address(&talk.id));
        el("p", "")
            .text(words::dashboard::talk(lang, &talks::time(lang, talk)))
            .with(way.text(lang.pick(&talk.title.zh, &talk.title.en).to_owned()))
    };
    el("div", "stack stack--tight").with_all(known.talks.iter().filter(own).map(line)).into()
}

/// The next meeting, or else when the advisor will be in touch; leads to the meetings.
fn next_contact(lang: Lang, meetings: &[Meeting], care: &Care) -> El {
    let ahead = |meeting: &&Meeting| {
        let open = [MeetingState::Requested, MeetingState::Offered, MeetingState::Confirmed];
        open.contains(&meeting.state) && clock::moment_ms() < meeting.end_ms
    };
    let next = meetings.iter().filter(ahead).min_by_key(|meeting| meeting.start_ms);
    let said = match (next, care.next_contact_ms) {
        (Some(meeting), _) => {
            let when = format::day_and_time(lang, meeting.start_ms);
            words::dashboard::meeting(lang, &when, words::meetings::state(lang, meeting.state))
        }
        (None, Some(at_ms)) => contact::next_contact(lang, at_ms, &format::day_of(lang, at_ms)),
        (None, None) => String::new(),
    };
    let way = el("a", "button").attr("href", Route::Meetings.path()).text(Route::Meetings.title(lang));
    el("div", "stack stack--tight").with(el("p", "").text(said)).with(el("p", "").with(way))
}

/// The parts of the plan, each with its answer in a sentence.
fn parts(planned: &Planned, facts: Facts, state: String) -> El {
    let Planned { lang, plan, .. } = planned;
    let lang = *lang;
    let class = if plan.profile.held {
        words::profile::held(lang).to_owned()
    } else {
        words::profile::sentence(lang, plan.profile.class)
    };
    let mix = allocation::sentence(lang, plan);
    let range = match (facts.sorted, facts.outside) {
        (false, _) => Some(words::dashboard::not_sorted(lang).to_owned()),
        (true, outside) => outside.map(|outside| words::upkeep::outside(lang, outside, None, None)),
    };
    let mix = [Some(mix), range].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("", " "));
    let ways = words::home::ways(lang, plan.standing.zone, plan.advice.moves.len());
    let rows = [
        (Route::Retirement, ways, None),
        (Route::Allocation, mix, Some(state)),
        (Route::Profile, class, None),
    ];
    let row = |(route, sentence, state): (Route, String, Option<String>)| {
        let title = el("a", "").attr("href", route.path()).text(route.title(lang));
        el("li", "home__step")
            .with(el("h2", "home__step-title").with(title))
            .with(el("p", "").text(sentence))
            .with(state.map(|text| el("p", "muted").text(text)))
    };
    el("ul", "home__steps home__steps--parts").attr("role", "list").with_all(rows.map(row))
}

/// The life goals in their order, each with its zone.
fn life_goals(planned: &Planned, life: &LifePlan) -> Option<El> {
    let lang = planned.lang;
    let more = el("a", "button").attr("href", Route::Goals.path()).text(words::dashboard::all_goals(lang));
    (!life.goals.is_empty()).then(|| {
        ruled_section(words::app::goals(lang))
            .with(goals::brief(lang, life, GOALS))
            .with(el("p", "").with(more))
    })
}

/// What moved since the last plan, and what did most of it; nothing on a first visit.
fn moved(lang: Lang, current: CurrentPlan) -> Option<El> {
    let month = format::year_month(lang, expect_context::<LastPlan>().made()?);
    let told = match current.change() {
        None => el("p", "muted").attr("role", "status").text(words::change::computing(lang)),
        Some(change) => el("p", "").text(retirement::moved::in_short(lang, &month, &change)),
    };
    Some(ruled_section(words::change::title(lang)).with(told))
}

/// One thing to read; nothing where the library is not here.
fn reading(lang: Lang) -> Option<El> {
    let row = learn::one_to_read(lang)?;
    Some(
        ruled_section(words::dashboard::to_read(lang))
            .with(el("ul", "learn__rows").attr("role", "list").with(row.with_lead().show())),
    )
}
