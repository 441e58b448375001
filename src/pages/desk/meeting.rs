//! One meeting at the desk, and what the advisor may do with it.

use leptos::prelude::*;
use wire::{Meeting, MeetingAct, MeetingState, Side};

use super::written::written;
use super::{Desk, summary};
use crate::api::meetings as api;
use crate::clock;
use crate::components::entry_field::EntryField;
use crate::format::moment;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::meetings::facts::{self, Seen};
use crate::pages::meetings::refusal::refusal;
use crate::state::call::Call;
use crate::state::once::Once;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// What is unfolded under a meeting, and what is typed there.
#[derive(Clone, Copy, Debug)]
struct Card {
    open: RwSignal<Option<Way>>,
    /// As the box has it, on this device's clock.
    time: RwSignal<String>,
    reason: Unsent,
    tried: RwSignal<bool>,
    call: Call,
    once: Once,
    on_change: Callback<Meeting>,
}

/// A way that asks for more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Offer,
    Decline,
    Cancel,
}

/// A meeting with its parts; `on_change` hears it after whatever was done.
pub(super) fn meeting(lang: Lang, desk: Desk, meeting: Meeting, on_change: Callback<Meeting>) -> Node {
    let about = ["meeting/", &meeting.id].concat();
    let state = move || Card {
        open: RwSignal::new(None),
        time: RwSignal::new(String::new()),
        reason: desk.unsent(about),
        tried: RwSignal::new(false),
        call: Call::new(desk.session),
        once: Once::new(),
        on_change,
    };
    kept(meeting.id.clone(), state, move |card| show(lang, desk, &meeting, card).into())
}

fn show(lang: Lang, desk: Desk, meeting: &Meeting, card: Card) -> El {
    let seen = Seen { lang, side: Side::Advisor, zone: desk.zone.get_value() };
    let file = el("p", "").with(
        el("a", "")
            .attr("href", desk.address.with(&[("client", Some(meeting.client_id.clone()))]))
            .text(words::desk::to_file(lang)),
    );
    let here = desk.address.get("client").is_some();
    let shown = el("article", "meeting")
        .with(facts::head(&seen, meeting, words::desk::state(lang, meeting.state)))
        .with(facts::about(&seen, meeting))
        .with((!here).then_some(file));
    match meeting.state {
        MeetingState::Requested | MeetingState::Offered | MeetingState::Confirmed => {
            shown.with(ways(lang, meeting, card)).with(opened(lang, meeting, card))
        }
        MeetingState::Held => shown.with(summary::summary(lang, desk, meeting, card.on_change)),
        MeetingState::Declined | MeetingState::Cancelled => shown,
    }
}

fn ways(lang: Lang, meeting: &Meeting, card: Card) -> El {
    let (id, start_ms, state) = (meeting.id.clone(), meeting.start_ms, meeting.state);
    let at_once = |name: &'static str, sent: MeetingAct| {
        let id = id.clone();
        el("button", "button button--primary")
            .attr("type", "button")
            .flag("disabled", card.call.going())
            .on_click(move || act(card, id.clone(), sent.clone()))
            .text(name)
    };
    let unfold = |way: Way| {
        let open = card.open.get() == Some(way);
        el("button", "button")
            .attr("type", "button")
            .attr("aria-expanded", if open { "true" } else { "false" })
            .on_click(move || {
                card.tried.set(false);
                card.open.set((!open).then_some(way));
            })
            .text(name(lang, way))
    };
    #[expect(clippy::cast_precision_loss, reason = "times of this age fit 53 bits")]
    let begun = start_ms as f64 <= clock::epoch_ms();
    let confirmed = state == MeetingState::Confirmed;
    let confirm = (state == MeetingState::Requested)
        .then(|| at_once(words::desk::confirm(lang), MeetingAct::Confirm { start_ms }));
    let hold = (confirmed && begun).then(|| at_once(words::desk::hold(lang), MeetingAct::Hold));
    let calendar = confirmed.then(|| {
        el("a", "button")
            .attr("href", api::calendar_file(&id))
            .attr("download", "meeting.ics")
            .text(words::meetings::to_calendar(lang))
    });
    el("div", "row meeting__ways")
        .with(confirm)
        .with(hold)
        .with(unfold(Way::Offer))
        .with(unfold(if confirmed { Way::Cancel } else { Way::Decline }))
        .with(calendar)
}

const fn name(lang: Lang, way: Way) -> &'static str {
    match way {
        Way::Offer => words::desk::offer(lang),
        Way::Decline => words::desk::decline(lang),
        Way::Cancel => words::meetings::cancel(lang),
    }
}

/// What is unfolded, and why the last act was not done.
fn opened(lang: Lang, meeting: &Meeting, card: Card) -> El {
    let body: Node = card.open.get().map_or_else(nothing, |way| form(lang, meeting, card, way).into());
    el("div", "meeting__opened").with(body).with(refusal(lang, card.call.error().as_ref()))
}

fn form(lang: Lang, meeting: &Meeting, card: Card, way: Way) -> El {
    let (tried, id) = (card.tried.get(), meeting.id.clone());
    let time = card.time.get();
    let no_time = tried && moment::of_local(&time).is_none();
    let time = (way == Way::Offer).then(|| {
        EntryField {
            name: ["time-", &id].concat(),
            label: words::desk::new_time(lang, &moment::clock(lang, &moment::own_zone(), meeting.start_ms))
                .into(),
            kind: "datetime-local",
            text: time,
            problem: if no_time { words::desk::no_time(lang).to_owned() } else { String::new() },
            on_type: Box::new(move |text| card.time.set(text)),
        }
        .show()
    });
    let no_reason = tried && card.reason.blank();
    let problem = if no_reason { words::desk::no_reason(lang) } else { "" };
    let reason = written(&["reason-", &id].concat(), words::desk::reason(lang), card.reason, problem);
    let yes = el("button", "button button--primary")
        .attr("type", "button")
        .flag("disabled", card.call.going())
        .on_click(move || send(card, &id, way))
        .text(name(lang, way));
    let no = el("button", "button button--quiet")
        .attr("type", "button")
        .on_click(move || card.open.set(None))
        .text(words::meetings::leave(lang));
    el("div", "stack").with(time).with(reason).with(el("div", "row").with(yes).with(no))
}

fn send(card: Card, id: &str, way: Way) {
    card.tried.set(true);
    let reason = card.reason.get_untracked();
    if reason.trim().is_empty() {
        return;
    }
    let sent = match way {
        Way::Offer => match card.time.with_untracked(|time| moment::of_local(time)) {
            Some(start_ms) => MeetingAct::Offer { start_ms, reason },
            None => return,
        },
        Way::Decline => MeetingAct::Decline { reason },
        Way::Cancel => MeetingAct::Cancel { reason },
    };
    act(card, id.to_owned(), sent);
}

fn act(card: Card, id: String, act: MeetingAct) {
    let ask = move || api::act(id.clone(), act.clone(), card.once.key_of(&act));
    card.call.start(ask, move |meeting| {
        card.once.done();
        card.open.try_set(None);
        card.reason.sent();
        card.on_change.run(meeting);
    });
}
