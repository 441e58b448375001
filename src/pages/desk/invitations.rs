//! Invitations: a link for somebody who is to become a client.

use leptos::prelude::*;
use wire::{Invitation, Language, NewInvitation};

use super::Desk;
use crate::api::desk as api;
use crate::clock;
use crate::components::copy_field::copy_field;
use crate::components::entry_field::EntryField;
use crate::components::pick_field::PickField;
use crate::components::section::{ruled_section, section};
use crate::components::state_mark::{State, state_mark};
use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::words::{self, Lang};

/// What is typed, and the link that was made.
#[derive(Clone, Copy, Debug)]
struct Inviting {
    email: RwSignal<String>,
    language: RwSignal<Language>,
    link: RwSignal<Option<String>>,
    call: Call,
    known: Remote<Vec<Invitation>>,
}

/// The form, the link, and what was sent.
pub(super) fn invitations(lang: Lang, desk: Desk) -> Node {
    let state = move || Inviting {
        email: RwSignal::new(String::new()),
        language: RwSignal::new(if lang == Lang::Zh { Language::Zh } else { Language::En }),
        link: RwSignal::new(None),
        call: Call::new(desk.session),
        known: Remote::new(desk.session, api::invitations),
    };
    kept("invitations", state, move |inviting| {
        let link = inviting.link.get().map(|url| {
            copy_field("invitation-link", words::desk::link(lang).into(), url, words::meetings::copy(lang))
        });
        el("div", "stack stack--loose")
            .with(section(words::desk::invite(lang)).with(form(lang, inviting)).with(link))
            .with(
                ruled_section(words::desk::invited(lang))
                    .with(once_here(inviting.known, move |lang, known| list(lang, desk, &known).into())),
            )
            .into()
    })
}

fn form(lang: Lang, inviting: Inviting) -> El {
    let error = inviting.call.error();
    let fault = error.as_ref().and_then(|error| error.fault("email"));
    let email = EntryField {
        name: "invite-email".to_owned(),
        label: words::desk::address(lang).into(),
        kind: "email",
        text: inviting.email.get(),
        problem: fault.map(|fault| words::refusal::fault(lang, fault)).unwrap_or_default(),
        on_type: Box::new(move |text| inviting.email.set(text)),
    };
    let language = PickField {
        name: "invite-language".into(),
        label: words::desk::mail_language(lang),
        lines: [Language::Zh, Language::En]
            .map(|language| (language.tag().to_owned(), words::desk::language(lang, language).to_owned()))
            .into(),
        chosen: inviting.language.get().tag().to_owned(),
        on_pick: Box::new(move |tag| inviting.language.set(Language::of_tag(&tag).unwrap_or_default())),
    };
    let send = el("button", "button button--primary")
        .attr("type", "submit")
        .flag("disabled", inviting.call.going())
        .text(words::desk::make_link(lang));
    el("form", "stack desk__form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let new = NewInvitation {
                email: inviting.email.get_untracked(),
                language: inviting.language.get_untracked(),
            };
            inviting.call.start(
                move || api::invite(new.clone()),
                move |made| {
                    inviting.link.try_set(made.url);
                    inviting.email.try_set(String::new());
                    inviting.known.reload();
                },
            );
        })
        .with(el("p", "muted").text(words::desk::invite_lead(lang)))
        .with(email.show())
        .with(language.show())
        .with(refusal(lang, error.as_ref().filter(|_| fault.is_none())))
        .with(el("p", "").with(send))
}

fn list(lang: Lang, desk: Desk, known: &[Invitation]) -> El {
    if known.is_empty() {
        return el("p", "muted").text(words::desk::nobody_invited(lang));
    }
    let zone = desk.zone.get_value();
    let row = |invitation: &Invitation| {
        let day = |at_ms: i64| moment::long_day(lang, &zone, at_ms);
        #[expect(clippy::cast_precision_loss, reason = "times of this age fit 53 bits")]
        let over = invitation.expires_ms as f64 <= clock::epoch_ms();
        let (state, word) = match invitation.accepted_ms {
            Some(at_ms) => (State::Done, words::desk::accepted(lang, &day(at_ms))),
            None if over => (State::Idle, words::desk::link_over(lang).to_owned()),
            None => (State::Ask, words::desk::link_until(lang, &day(invitation.expires_ms))),
        };
        el("li", "desk__invited")
            .with(el("p", "").text(invitation.email.clone()))
            .with(state_mark(state, word))
    };
    el("ul", "").attr("role", "list").with_all(known.iter().map(row))
}
