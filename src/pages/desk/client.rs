//! One client at the desk: plan, allocation, notes, tier, hand-over, meetings.

use leptos::prelude::*;
use wire::{ClientFile, Meeting, ReviewDecision};

use super::written::written;
use super::{Desk, allocation, clients, figures, hand_over, meeting, notes};
use crate::api::desk as api;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::section::{ruled_section, section};
use crate::components::zone_badge::zone_badge;
use crate::format::{self, moment};
use crate::node::{El, Node, el, kept};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// What the page knows of a client.
#[derive(Clone, Copy, Debug)]
pub(super) struct File {
    pub(super) desk: Desk,
    pub(super) known: Remote<ClientFile>,
    /// Hears a meeting after a change. It outlives every rendering: an answer may come after the next one.
    on_change: Callback<Meeting>,
}

/// A client by identifier.
pub(super) fn client(lang: Lang, desk: Desk, id: &str) -> Node {
    let key = ["client-", id].concat();
    let id = id.to_owned();
    let open = move || {
        let known = Remote::new(desk.session, move || api::client(id.clone()));
        File { desk, known, on_change: Callback::new(move |_: Meeting| known.reload()) }
    };
    kept(key, open, move |file| {
        let back =
            el("a", "").attr("href", desk.address.with(&[("client", None)])).text(words::desk::back(lang));
        el("div", "stack stack--loose")
            .with(el("p", "").with(back))
            .with(once_here(file.known, move |lang, known| shown(lang, file, &known).into()))
            .into()
    })
}

fn shown(lang: Lang, file: File, known: &ClientFile) -> El {
    let meetings =
        known.meetings.iter().map(|one| meeting::meeting(lang, file.desk, one.clone(), file.on_change));
    let meetings: Vec<Node> = meetings.collect();
    let none = meetings.is_empty().then(|| el("p", "muted").text(words::desk::no_meetings(lang)));
    el("div", "stack stack--loose")
        .with(head(lang, file, known))
        .with(rise(lang, file, known))
        .with(plan(lang, known))
        .with(allocation::allocation(lang, file, known))
        .with(ruled_section(words::desk::meetings(lang)).with(none).with_all(meetings))
        .with(notes::notes(lang, file, known))
        .with(hand_over::care(lang, file, known))
}

fn head(lang: Lang, file: File, known: &ClientFile) -> El {
    let client = &known.client;
    let zone = file.desk.zone.get_value();
    let day = |at_ms: i64| moment::long_day(lang, &zone, at_ms);
    let row =
        |name: &'static str, value: String| FigureRow { name: name.to_owned(), value, note: String::new() };
    let [address, language, last, next, household] = words::desk::facts(lang);
    let never = || words::desk::never(lang).to_owned();
    let mut rows = vec![
        row(address, client.email.clone()),
        row(language, words::desk::language(lang, client.language).to_owned()),
        row(last, client.last_contact_ms.map_or_else(never, day)),
        row(next, day(client.next_contact_ms)),
    ];
    if !known.household.is_empty() {
        rows.push(row(household, known.household.join(lang.pick("、", ", "))));
    }
    el("div", "stack")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(clients::name(client)))
                .with(el("p", "desk__why").text(words::desk::attention_of(lang, client.attention)))
                .with(client.deputy.then(|| el("p", "caution").text(words::desk::as_deputy(lang)))),
        )
        .with(figure_table(rows).class_if("desk__facts", true))
}

/// What the newest stored plan says, as the client sees it.
fn plan(lang: Lang, known: &ClientFile) -> El {
    let part = section(words::desk::plan(lang));
    let Some(plan) = &known.plan else { return part.with(el("p", "muted").text(words::desk::no_plan(lang))) };
    let zone = moment::own_zone();
    let day = |at_ms: i64| moment::long_day(lang, &zone, at_ms);
    let [success, class, made, assumptions] = words::desk::plan_facts(lang);
    let row = |name: &str, value: String, note: String| FigureRow { name: name.to_owned(), value, note };
    let until = known.client.assessed_until_ms.map(|at_ms| words::desk::assessed_until(lang, &day(at_ms)));
    let rows = [
        row(success, format::percent(lang, plan.success, 1), String::new()),
        row(class, words::profile::class_name(lang, plan.class).to_owned(), until.unwrap_or_default()),
        row(made, day(plan.created_ms), String::new()),
        row(assumptions, format::day(lang, &plan.assumptions_dated), String::new()),
    ];
    part.with(zone_badge(lang, plan.zone))
        .with(figure_table(rows).class_if("desk__facts", true))
        .with(figures::figures(lang, known))
}

/// A rise of the class that waits for a decision.
#[derive(Clone, Copy, Debug)]
struct Deciding {
    reason: Unsent,
    tried: RwSignal<bool>,
    call: Call,
}

fn rise(lang: Lang, file: File, known: &ClientFile) -> Option<Node> {
    let review = known.review.clone()?;
    let about = ["rise/", &review.assessment_id].concat();
    let state = move || Deciding {
        reason: file.desk.unsent(about),
        tried: RwSignal::new(false),
        call: Call::new(file.desk.session),
    };
    Some(kept("rise", state, move |deciding| {
        let missing = deciding.tried.get() && deciding.reason.blank();
        let missing = if missing { words::desk::no_reason(lang) } else { "" };
        let decide = |accepted: bool| {
            let id = review.assessment_id.clone();
            move || {
                deciding.tried.set(true);
                let reason = deciding.reason.get_untracked();
                if !reason.trim().is_empty() {
                    let (id, sent) = (id.clone(), ReviewDecision { accepted, reason });
                    let ask = move || api::review(id.clone(), sent.clone());
                    deciding.call.start(ask, move |known| {
                        deciding.reason.sent();
                        file.known.set(known);
                    });
                }
            }
        };
        let button = |class, accepted, name| {
            el("button", class)
                .attr("type", "button")
                .flag("disabled", deciding.call.going())
                .on_click(decide(accepted))
                .text(name)
        };
        let [yes, no] = words::desk::rise_answers(lang);
        let from = review.from.as_deref().unwrap_or_default();
        section(words::desk::rise(lang))
            .with(el("p", "").text(words::desk::rise_of(lang, from, &review.to)))
            .with(written("rise-reason", words::desk::reason(lang), deciding.reason, missing))
            .with(
                el("div", "row")
                    .with(button("button button--primary", true, yes))
                    .with(button("button", false, no)),
            )
            .with(refusal(lang, deciding.call.error().as_ref()))
            .into()
    }))
}
