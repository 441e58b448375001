//! The advisor for life.

use leptos::prelude::*;
use wire::{Care, TakeAdvisor};

use crate::api;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, kept, live};
use crate::pages::address::Address;
use crate::pages::contact::next_contact;
use crate::pages::remote::once_here;
use crate::pages::sign_in::refusal;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// The advisor for life, and who may become it.
pub(super) fn part(session: Session, address: Address) -> Node {
    let state = move || (Remote::new(session, api::care::show), Call::new(session));
    kept("care", state, move |(care, call)| {
        let lang = expect_context::<Language>().get();
        ruled_section(words::account::advisor(lang))
            .with(once_here(care, move |lang, found| shown(lang, &found, (care, call), address).into()))
            .into()
    })
}

fn shown(lang: Lang, found: &Care, state: (Remote<Care>, Call), address: Address) -> El {
    let invitation = address.get("invitation");
    let Some(advisor) = &found.advisor else {
        return el("div", "stack")
            .with(el("p", "").text(words::account::no_advisor(lang)))
            .with(live(move || taking(state, address).into()));
    };
    let day = |at_ms| format::day_of(lang, at_ms);
    let since = found.since_ms.map(day);
    let face = el("div", "account__advisor").with(el("p", "account__name").text(advisor.name.clone())).with(
        el("p", "muted").text(words::account::advisor_about(lang, &advisor.languages, since.as_deref())),
    );
    let promise = lang.pick(&found.tier.promise.zh, &found.tier.promise.en).to_owned();
    let next = found.next_contact_ms.map(|at_ms| next_contact(lang, at_ms, &day(at_ms)));
    let deputy = found.deputy.as_ref().map(|deputy| {
        words::account::deputy(lang, &deputy.advisor.name, &day(deputy.from_ms), &day(deputy.until_ms))
    });
    let changes = found.hand_overs.iter().map(|change| {
        let told = words::account::handed_over(lang, &day(change.at_ms), &change.from, &change.to);
        el("p", "muted").text(told).text(" ").text(change.note.clone())
    });
    let refused =
        invitation.map(|_| el("p", "caution").text(words::account::has_advisor(lang, &advisor.name)));
    el("div", "stack")
        .with(refused)
        .with(face)
        .with(el("p", "").text(promise))
        .with(next.map(|text| el("p", "").text(text)))
        .with(deputy.map(|text| el("p", "").text(text)))
        .with_all(changes)
}

/// The press that takes an advisor.
fn taking((care, call): (Remote<Care>, Call), address: Address) -> El {
    let lang = expect_context::<Language>().get();
    // Whoever was refused by an old link may still have one whom the firm chooses.
    let gone = call.error().is_some_and(|error| error.code() == "link_gone");
    let invitation = address.get("invitation").filter(|_| !gone);
    let label =
        if invitation.is_some() { words::account::accept(lang) } else { words::account::take_advisor(lang) };
    let sent = TakeAdvisor { invitation };
    let take = move || {
        let sent = sent.clone();
        let ask = move || {
            let sent = sent.clone();
            async move { api::care::take(&sent).await }
        };
        call.start(ask, move |found| {
            care.set(found);
            address.set("invitation", None);
        });
    };
    let none = call.done().then(|| el("p", "").attr("role", "status").text(words::account::no_room(lang)));
    let press = el("button", "button button--primary")
        .attr("type", "button")
        .attr_if("aria-disabled", call.going().then_some("true"))
        .on_click(take)
        .text(label);
    el("div", "stack").with(none).with(refusal(lang, call, &[])).with(el("p", "").with(press))
}
