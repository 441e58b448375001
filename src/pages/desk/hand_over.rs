//! How a client is looked after: the tier of service, and the hand-over to another advisor.

use leptos::prelude::*;
use wire::{ClientFile, NewHandOver};

use super::client::File;
use super::written::written;
use crate::api::desk as api;
use crate::components::disclosure::disclosure;
use crate::components::pick_field::PickField;
use crate::components::section::ruled_section;
use crate::node::{El, Node, el, kept};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// Tier and hand-over; somebody who only stands in changes neither.
pub(super) fn care(lang: Lang, file: File, known: &ClientFile) -> Option<El> {
    if known.client.deputy {
        return None;
    }
    let id = known.client.id.clone();
    let body = move || hand_over(lang, file, id.clone());
    Some(ruled_section(words::desk::care(lang)).with(tier(lang, file, known)).with(disclosure(
        "hand-over",
        words::desk::hand_over(lang),
        body,
    )))
}

fn tier(lang: Lang, file: File, known: &ClientFile) -> Node {
    let (id, chosen, tiers) = (known.client.id.clone(), known.client.tier.clone(), known.tiers.clone());
    kept(
        "tier",
        move || Call::new(file.desk.session),
        move |call| {
            let lines = tiers
                .iter()
                .map(|tier| (tier.id.clone(), lang.pick(&tier.name.zh, &tier.name.en).to_owned()));
            let promise = tiers
                .iter()
                .find(|tier| tier.id == chosen)
                .map(|tier| el("p", "muted").text(lang.pick(&tier.promise.zh, &tier.promise.en).to_owned()));
            let id = id.clone();
            let list = PickField {
                name: "tier".into(),
                label: words::desk::tier(lang),
                lines: lines.collect(),
                chosen: chosen.clone(),
                on_pick: Box::new(move |tier| {
                    let id = id.clone();
                    call.start(
                        move || api::set_tier(id.clone(), tier.clone()),
                        move |known| file.known.set(known),
                    );
                }),
            };
            el("div", "stack stack--tight desk__form")
                .with(list.show())
                .with(promise)
                .with(refusal(lang, call.error().as_ref()))
                .into()
        },
    )
}

/// What is typed for a hand-over.
#[derive(Clone, Copy, Debug)]
struct Handing {
    to: RwSignal<String>,
    reason: Unsent,
    note: Unsent,
    call: Call,
}

fn hand_over(lang: Lang, file: File, id: String) -> Node {
    let session = file.desk.session;
    let [reason, note] = ["reason", "note"].map(|part| ["hand-over/", &id, "/", part].concat());
    let state = move || {
        let handing = Handing {
            to: RwSignal::new(String::new()),
            reason: file.desk.unsent(reason),
            note: file.desk.unsent(note),
            call: Call::new(session),
        };
        (handing, Remote::new(session, api::colleagues))
    };
    kept("hand-over", state, move |(handing, colleagues)| {
        let id = id.clone();
        let form = once_here(colleagues, move |lang, colleagues| {
            let none = (String::new(), words::desk::nobody_chosen(lang).to_owned());
            let lines = colleagues.iter().map(|card| (card.id.clone(), card.name.clone()));
            let list = PickField {
                name: "hand-over-to".into(),
                label: words::desk::to_whom(lang),
                lines: [none].into_iter().chain(lines).collect(),
                chosen: handing.to.get(),
                on_pick: Box::new(move |id| handing.to.set(id)),
            };
            form(lang, file, &id, list.show(), handing).into()
        });
        el("div", "stack").with(el("p", "muted").text(words::desk::hand_over_lead(lang))).with(form).into()
    })
}

fn form(lang: Lang, file: File, id: &str, list: El, handing: Handing) -> El {
    let Handing { to, reason, note, call } = handing;
    let complete = !to.with(String::is_empty) && !reason.blank() && !note.blank();
    let id = id.to_owned();
    let send = el("button", "button button--primary")
        .attr("type", "button")
        .flag("disabled", !complete || call.going())
        .on_click(move || {
            let new = NewHandOver {
                to: to.get_untracked(),
                reason: reason.get_untracked(),
                note: note.get_untracked(),
            };
            let id = id.clone();
            // They are somebody else's client now.
            call.start(
                move || api::hand_over(id.clone(), new.clone()),
                move |()| {
                    reason.sent();
                    note.sent();
                    file.desk.address.set("client", None);
                },
            );
        })
        .text(words::desk::hand_over_now(lang));
    el("div", "stack desk__form")
        .with(list)
        .with(written("hand-over-reason", words::desk::hand_over_reason(lang), reason, ""))
        .with(written("hand-over-note", words::desk::hand_over_note(lang), note, ""))
        .with(refusal(lang, call.error().as_ref()))
        .with(el("p", "").with(send))
}
