//! Name and language, and whether the mailbox is confirmed.

use leptos::prelude::*;
use wire::{Language as Spoken, Profile};

use crate::api;
use crate::components::section::ruled_section;
use crate::components::switch::switch;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, el, kept};
use crate::pages::sign_in::{fault_of, form, refusal, send_setting, text_field};
use crate::state::call::Call;
use crate::state::language::{Language, spoken};
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    lang: RwSignal<Lang>,
    call: Call,
}

/// Name and language.
pub(super) fn part(session: Session) -> Node {
    let state = move || {
        let account = session.account_untracked();
        let name = account.as_ref().map(|account| account.name.clone()).unwrap_or_default();
        let lang = account
            .map_or(Lang::Zh, |account| if account.language == Spoken::Zh { Lang::Zh } else { Lang::En });
        Typed { name: RwSignal::new(name), lang: RwSignal::new(lang), call: Call::new(session) }
    };
    kept("profile", state, move |typed| shown(session, typed).into())
}

fn shown(session: Session, typed: Typed) -> El {
    let language = expect_context::<Language>();
    let lang = language.get();
    let Typed { name, lang: chosen, call } = typed;
    let save = move || {
        let sent = Profile { name: name.get_untracked(), language: spoken(chosen.get_untracked()) };
        let ask = move || {
            let sent = sent.clone();
            async move { api::account::change(&sent).await }
        };
        call.start(ask, move |account| {
            session.begin(account);
            language.set(chosen.get_untracked());
        });
    };
    let field = TextField {
        hint: words::account::name_hint(lang).into(),
        problem: fault_of(lang, call, "name"),
        ..text_field(lang, "own-name", TextKind::OwnName, words::account::name(lang), name)
    };
    let at = Lang::ALL.iter().position(|one| *one == chosen.get()).unwrap_or(0);
    let choose = move |place: usize| {
        if let Some(lang) = Lang::ALL.get(place) {
            chosen.set(*lang);
        }
    };
    let languages = el("div", "stack stack--tight")
        .with(el("p", "field__label").text(words::account::language(lang)))
        .with(switch(
            "own-language",
            words::account::language(lang),
            Lang::ALL.map(Lang::own_name),
            at,
            choose,
        ));
    let saved = call.done().then(|| words::account::saved(lang));
    ruled_section(words::account::about_you(lang)).with(
        form(save)
            .with(field.show())
            .with(languages)
            .with(refusal(lang, call, &["name"]))
            .with(el("p", "muted").attr("role", "status").with(saved))
            .with(send_setting(lang, call, words::account::save(lang))),
    )
}

/// The mailbox is not confirmed: what that means, and another mail.
pub(super) fn unconfirmed(session: Session) -> Node {
    kept(
        "unconfirmed",
        move || Call::new(session),
        |call| {
            let lang = expect_context::<Language>().get();
            let again = el("button", "button button--quiet")
                .attr("type", "button")
                .attr_if("aria-disabled", call.going().then_some("true"))
                .on_click(move || call.start(api::account::confirm_again, |()| ()))
                .text(words::account::send_again(lang));
            let sent = call.done().then(|| words::account::sent_again(lang));
            el("div", "caution")
                .with(el("p", "").text(words::account::unconfirmed(lang)))
                .with(refusal(lang, call, &[]))
                .with(el("p", "row").with(again).with(el("span", "").attr("role", "status").with(sent)))
                .into()
        },
    )
}
