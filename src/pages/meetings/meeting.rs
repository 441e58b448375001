//! One meeting of the investor, and what they may do with it.

use leptos::prelude::*;
use wire::{Meeting, MeetingAct, MeetingState, Side};

use super::facts::{self, Seen};
use super::feedback::feedback;
use super::refusal::refusal;
use super::tasks::{Ticks, tasks};
use super::times::{self, Choice};
use super::{Room, lies_ahead};
use crate::api::meetings as api;
use crate::components::words_field::words_field;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::focus::focus_later;
use crate::state::call::Call;
use crate::state::once::Once;
use crate::words::{self, Lang};

/// What is unfolded under a meeting, and what was pressed there.
#[derive(Clone, Copy, Debug)]
struct Card {
    open: RwSignal<Open>,
    reason: RwSignal<String>,
    choice: Choice,
    tried: RwSignal<bool>,
    call: Call,
    ticks: Ticks,
    once: Once,
    /// Hears a meeting after a change. It outlives every rendering: an answer may come after the next one.
    on_change: Callback<Meeting>,
}

/// What is unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Move,
    Cancel,
}

/// A meeting with its parts; what is typed under it stays while others come and go.
pub(super) fn meeting(lang: Lang, room: Room, meeting: Meeting) -> Node {
    let state = move || Card {
        open: RwSignal::new(Open::Nothing),
        reason: RwSignal::new(String::new()),
        choice: Choice::new(),
        tried: RwSignal::new(false),
        call: Call::new(room.session()),
        ticks: Ticks::new(room.session()),
        once: Once::new(),
        on_change: Callback::new(move |meeting| room.put(meeting)),
    };
    kept(meeting.id.clone(), state, move |card| show(lang, room, &meeting, card).into())
}

fn show(lang: Lang, room: Room, meeting: &Meeting, card: Card) -> El {
    let seen = Seen { lang, side: Side::Client, zone: room.zone() };
    let shown = el("article", "meeting")
        .with(facts::head(&seen, meeting, words::meetings::state(lang, meeting.state)))
        .with(facts::about(&seen, meeting));
    match meeting.state {
        MeetingState::Requested | MeetingState::Offered | MeetingState::Confirmed if !lies_ahead(meeting) => {
            let agreed = meeting.state == MeetingState::Confirmed;
            shown.with(el("p", "muted").text(words::meetings::over(lang, agreed)))
        }
        MeetingState::Requested | MeetingState::Offered | MeetingState::Confirmed => {
            shown.with(ways(lang, room, meeting, card)).with(opened(lang, room, meeting, card))
        }
        MeetingState::Held => shown
            .with(facts::summary(lang, meeting))
            .with(tasks(lang, meeting, card.ticks, card.on_change))
            .with(feedback(lang, room, meeting)),
        MeetingState::Declined | MeetingState::Cancelled => shown,
    }
}

fn ways(lang: Lang, room: Room, meeting: &Meeting, card: Card) -> El {
    let (id, start_ms) = (meeting.id.clone(), meeting.start_ms);
    let accept = (meeting.state == MeetingState::Offered).then(|| {
        let id = id.clone();
        el("button", "button button--primary")
            .attr("type", "button")
            .flag("disabled", card.call.going())
            .on_click(move || act(room, card, id.clone(), MeetingAct::Accept { start_ms }))
            .text(words::meetings::accept(lang))
    });
    let unfold = |what: Open, name: &'static str| {
        let open = card.open.get() == what;
        el("button", "button")
            .attr("type", "button")
            .attr("aria-expanded", if open { "true" } else { "false" })
            .on_click(move || {
                card.tried.set(false);
                card.open.set(if open { Open::Nothing } else { what });
            })
            .text(name)
    };
    let calendar = (meeting.state == MeetingState::Confirmed).then(|| {
        el("a", "button")
            .attr("href", api::calendar_file(&id))
            .attr("download", "meeting.ics")
            .text(words::meetings::to_calendar(lang))
    });
    el("div", "row meeting__ways")
        .with(accept)
        .with(calendar)
        .with(unfold(Open::Move, words::meetings::reschedule(lang)))
        .with(unfold(Open::Cancel, words::meetings::cancel(lang)))
}

/// What is unfolded, and why the last act was not done.
fn opened(lang: Lang, room: Room, meeting: &Meeting, card: Card) -> El {
    let id = meeting.id.clone();
    let body: Node = match card.open.get() {
        Open::Nothing => nothing(),
        Open::Move => move_it(lang, room, id, card).into(),
        Open::Cancel => cancel_it(lang, room, id, card).into(),
    };
    el("div", "meeting__opened").with(body).with(refusal(lang, card.call.error().as_ref()))
}

fn move_it(lang: Lang, room: Room, id: String, card: Card) -> El {
    let zone = room.zone();
    let name = ["move-", &id].concat();
    let id_of = id.clone();
    let picker = times::times(lang, (&name, &zone), room.slots(), card.choice, card.tried.get());
    let send = move |()| {
        card.tried.set(true);
        if let Some(start_ms) = card.choice.start_ms.get_untracked() {
            let reason = card.reason.get_untracked();
            act(room, card, id.clone(), MeetingAct::Reschedule { start_ms, reason });
        }
    };
    form(lang, card, &id_of, send, words::meetings::send(lang, None), picker)
}

fn cancel_it(lang: Lang, room: Room, id: String, card: Card) -> El {
    let id_of = id.clone();
    let send = move |()| {
        let reason = card.reason.get_untracked();
        act(room, card, id.clone(), MeetingAct::Cancel { reason });
    };
    form(lang, card, &id_of, send, words::meetings::cancel_yes(lang).to_owned(), nothing())
}

/// A part of its own, the reason, and the two ways out.
fn form(lang: Lang, card: Card, id: &str, send: impl Fn(()) + 'static, name: String, part: Node) -> El {
    let busy = card.call.going();
    let yes = el("button", "button button--primary")
        .attr("type", "button")
        .flag("disabled", busy)
        .on_click(move || send(()))
        .text(name);
    let no = el("button", "button button--quiet")
        .attr("type", "button")
        .on_click(move || card.open.set(Open::Nothing))
        .text(words::meetings::leave(lang));
    let [field, label] = ["field", "label"].map(|part| ["reason-", part, "-", id].concat());
    let reason = words_field(field, label.clone(), card.reason.get(), move |text| card.reason.set(text));
    el("div", "stack")
        .with(part)
        .with(
            el("div", "stack stack--tight")
                .with(el("p", "meeting__label").attr("id", label).text(words::meetings::reason_if_any(lang)))
                .with(reason),
        )
        .with(el("div", "row").with(yes).with(no))
}

fn act(room: Room, card: Card, id: String, act: MeetingAct) {
    let ask = move || api::act(id.clone(), act.clone(), card.once.key_of(&act));
    card.call.start(ask, move |meeting| {
        card.once.done();
        card.open.try_set(Open::Nothing);
        card.reason.try_set(String::new());
        card.choice.start_ms.try_set(None);
        focus_later(&["#", &facts::heading(&meeting.id)].concat());
        room.put(meeting);
        room.slots().reload();
    });
}
