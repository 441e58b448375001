//! The part of the frame that brings device and account together, for as long as somebody is signed in.
//! It is seen only where there is something to say or to choose.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api::ApiError;
use crate::format;
use crate::node::{El, Node, el, kept, live, nothing};
use crate::pages::sign_in::sign_in;
use crate::routes::Route;
use crate::state::differences;
use crate::state::dispatch::{Dispatch, Outcome};
use crate::state::draft::{self, Draft};
use crate::state::firm_data::FirmData;
use crate::state::keeper::{Keeper, Newest};
use crate::state::language::Language;
use crate::state::reading::Reading;
use crate::state::scenarios::Scenarios;
use crate::state::session::{Presence, Session};
use crate::state::shared;
use crate::state::steps::Step;
use crate::state::sync::{self, Choice, Stage, Sync};
use crate::storage::Key;
use crate::words::{self, Lang};

/// Most differences that are listed.
const LISTED: usize = 6;

/// The part of the frame; nothing where there is nothing to say.
#[must_use]
pub fn part(_: Lang) -> Node {
    let (session, sync) = (expect_context::<Session>(), expect_context::<Sync>());
    let path = use_location().pathname;
    let state = move || {
        let (dispatch, here) = (shared(Dispatch::new), Memo::new(move |_| path.with(|path| Route::of(path))));
        // Whoever walks through the questions is still changing the plan.
        let changing = move || here.with(|here| matches!(here, Route::Discover(_)));
        let keeper = Keeper::new(shared(Newest::new), sync, changing);
        follow(session, sync, (dispatch, keeper));
        (dispatch, here)
    };
    kept("sync", state, move |(dispatch, here)| {
        el("div", "sync__parts")
            .with(live(move || of_account(session, sync, &here.get())))
            .with(live(move || of_request(dispatch, &here.get())))
            .into()
    })
}

/// How device and account stand.
fn of_account(session: Session, sync: Sync, here: &Route) -> Node {
    let lang = expect_context::<Language>().get();
    match (session.presence(), sync.stage()) {
        // The page of the account asks by itself where it knows nobody.
        (Presence::Expired(None), _) if *here == Route::Account => nothing(),
        (Presence::Expired(_), _) => expired(lang, session).into(),
        (Presence::Unreachable, _) => note(words::sync::later(lang)).into(),
        (Presence::SignedIn(_), Stage::Apart(stored)) => apart(lang, sync, &stored).into(),
        (Presence::SignedIn(_), Stage::Newer) => note(words::sync::newer(lang)).into(),
        (Presence::SignedIn(_), Stage::Failed(ApiError::Unreachable)) => {
            note(words::sync::later(lang)).into()
        }
        (Presence::SignedIn(_), Stage::Failed(error)) if !error.signed_out() => {
            note_of(words::refusal::sentence(lang, &error)).into()
        }
        _ => nothing(),
    }
}

/// A request for a meeting that waits, or what became of it; the page of the meetings says more.
fn of_request(dispatch: Dispatch, here: &Route) -> Node {
    let lang = expect_context::<Language>().get();
    if *here == Route::Meetings {
        return nothing();
    }
    let said = match (dispatch.waiting(), dispatch.outcome()) {
        // Signing in again is asked for already.
        (Some(_), _) if dispatch.signed_out() => return nothing(),
        (Some(_), _) => words::sync::meeting_waits(lang),
        (None, Outcome::Sent(_)) => words::sync::meeting_sent(lang),
        (None, Outcome::CameLate(_)) => words::sync::meeting_came_late(lang),
        (None, Outcome::Nothing | Outcome::Refused(_)) => return nothing(),
    };
    let way = el("a", "").attr("href", Route::Meetings.path()).text(words::sync::to_meetings(lang));
    note(said).text(" ").with(way).into()
}

/// Follows what is typed, and what other devices write; what waits for the network, or to be stored, goes
/// with it.
fn follow(session: Session, sync: Sync, (dispatch, keeper): (Dispatch, Keeper)) {
    let draft = expect_context::<Draft>();
    let (scenarios, reading) = (shared(Scenarios::new), shared(Reading::new));
    Effect::new(move |before: Option<bool>| {
        draft.follow();
        reading.follow();
        drop(scenarios.list());
        let investor = session.investor();
        match (before, investor) {
            // Whoever has just signed in waits for what is in the account.
            (None | Some(false), true) => {
                sync.begin();
                dispatch.begin();
            }
            (Some(true), true) => sync.soon(),
            (_, false) => {}
        }
        investor
    });
    let look = move || {
        if session.account_untracked().is_some() {
            sync.begin();
            dispatch.begin();
            keeper.begin();
        } else {
            session.ask();
        }
    };
    let back = window_event_listener(ev::online, move |_| look());
    // Leaving the page sends what was typed last; coming back asks what another device wrote.
    let seen = window_event_listener_untyped("visibilitychange", move |_| look());
    on_cleanup(move || {
        back.remove();
        seen.remove();
    });
}

fn note(text: &'static str) -> El {
    note_of(text.to_owned())
}

fn note_of(text: String) -> El {
    el("p", "device-note").attr("role", "status").text(text)
}

/// The session has run out: signing in opens in place, and nothing that was typed moves.
fn expired(lang: Lang, session: Session) -> El {
    let opened = kept(
        "again",
        || RwSignal::new(false),
        move |open| {
            if open.get() {
                return sign_in(lang, session, || ());
            }
            let again = el("button", "button button--primary")
                .attr("type", "button")
                .on_click(move || open.set(true))
                .text(words::sync::sign_in_again(lang));
            let without = el("button", "button button--quiet")
                .attr("type", "button")
                .on_click(move || session.end())
                .text(words::sync::go_on_without(lang));
            el("p", "row").with(again).with(without).into()
        },
    );
    el("section", "sync")
        .attr("aria-labelledby", "sync-title")
        .with(el("h2", "sync__title").attr("id", "sync-title").text(words::sync::expired(lang)))
        .with(el("p", "").text(words::sync::expired_meaning(lang)))
        .with(opened)
}

/// Two versions, and the choice.
fn apart(lang: Lang, sync: Sync, stored: &Arc<wire::Draft>) -> El {
    let choice = |choice: Choice, label: &'static str| {
        el("button", "button").attr("type", "button").on_click(move || sync.choose(choice)).text(label)
    };
    let when = format::day_and_time(lang, stored.changed_ms);
    el("section", "sync")
        .attr("role", "alert")
        .with(el("h2", "sync__title").text(words::sync::apart(lang)))
        .with(el("p", "").text(words::sync::apart_meaning(lang)))
        .with(el("p", "muted").text(words::sync::stored_at(lang, &when)))
        .with(el("h3", "sync__part").text(words::sync::differs(lang)))
        .with(el("ul", "").with_all(differences(lang, stored)))
        .with(
            el("p", "row")
                .with(choice(Choice::Device, words::sync::use_device(lang)))
                .with(choice(Choice::Account, words::sync::use_account(lang))),
        )
}

/// Where the two differ, question by question.
fn differences(lang: Lang, stored: &wire::Draft) -> Vec<El> {
    let form = |kept: &wire::Kept| {
        kept.get(Key::Draft.name()).and_then(|text| draft::form_in(text)).unwrap_or_default()
    };
    let firm = expect_context::<FirmData>().get();
    let steps = firm
        .as_ref()
        .map_or_else(Vec::new, |firm| differences::between(&form(&sync::here()), &form(&stored.kept), firm));
    let title = |step: &Step| {
        let item = |id: &String| {
            let firm = firm.as_ref()?;
            let risk = firm.risk.items.iter().find(|item| item.id == *id).map(|item| &item.text);
            let goal = firm.goals.items.iter().find(|item| item.id == *id).map(|item| &item.text);
            risk.or(goal).map(|text| lang.of(text).to_owned())
        };
        let own = || words::discover::title(lang, step).to_owned();
        match step {
            Step::Risk(id) | Step::Goal(id) => item(id).unwrap_or_else(own),
            _ => own(),
        }
    };
    let line = |text: String| el("li", "").text(text);
    if steps.is_empty() {
        return vec![line(words::sync::differs_elsewhere(lang).to_owned())];
    }
    let mut lines: Vec<El> = steps.iter().take(LISTED).map(|step| line(title(step))).collect();
    if let Some(more) = steps.len().checked_sub(LISTED).filter(|more| *more > 0) {
        lines.push(line(words::sync::and_more(lang, more)));
    }
    lines
}
