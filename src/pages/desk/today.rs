//! What there is to do today: requests, meetings, clients who need attention.

use leptos::ev;
use leptos::prelude::*;
use wire::{Meeting, Today};

use super::{Desk, clients, meeting};
use crate::api;
use crate::components::section::{ruled_section, section};
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::meetings::feed::feed;
use crate::pages::remote::once_here;
use crate::state::remote::Remote;
use crate::words::{self, Lang};

/// The day of the advisor.
pub(super) fn today(lang: Lang, desk: Desk) -> Node {
    let open = move || {
        let today = Remote::new(desk.session, api::desk::today);
        // Clients may have asked meanwhile.
        let back = window_event_listener(ev::focus, move |_| today.reload());
        on_cleanup(move || back.remove());
        // What was answered moves to another list, or changes what needs attention.
        (today, Callback::new(move |_: Meeting| today.reload()))
    };
    kept("today", open, move |(today, change)| {
        el("div", "stack stack--loose")
            .with(once_here(today, move |lang, known| shown(lang, desk, change, &known).into()))
            .with(feed(lang))
            .into()
    })
}

fn shown(lang: Lang, desk: Desk, change: Callback<Meeting>, known: &Today) -> El {
    let cards = |meetings: &[Meeting]| -> Vec<Node> {
        meetings.iter().map(|one| meeting::meeting(lang, desk, one.clone(), change)).collect()
    };
    let requests = cards(&known.requests);
    let asked = section(words::desk::requests(lang)).with(if requests.is_empty() {
        el("p", "muted").text(words::desk::no_requests(lang)).into()
    } else {
        nothing()
    });
    let over = cards(&known.to_close);
    let over = (!over.is_empty()).then(|| {
        ruled_section(words::desk::to_close(lang))
            .with(el("p", "muted").text(words::desk::to_close_lead(lang)))
            .with_all(over)
    });
    // What waits above is not shown a second time.
    let above = known.requests.iter().chain(&known.to_close);
    let ids: Vec<&str> = above.map(|meeting| meeting.id.as_str()).collect();
    let others: Vec<Meeting> =
        known.meetings.iter().filter(|meeting| !ids.contains(&meeting.id.as_str())).cloned().collect();
    let meetings = cards(&others);
    let held = ruled_section(words::desk::meetings_today(lang)).with(if meetings.is_empty() {
        el("p", "muted").text(words::desk::no_meetings_today(lang)).into()
    } else {
        nothing()
    });
    let waiting = ruled_section(words::desk::attention(lang));
    let waiting = if known.attention.is_empty() {
        waiting.with(el("p", "muted").text(words::desk::all_well(lang)))
    } else {
        waiting.with(clients::list(lang, desk, &known.attention))
    };
    el("div", "stack stack--loose")
        .with(asked.with_all(requests))
        .with(over)
        .with(held.with_all(meetings))
        .with(waiting)
}
