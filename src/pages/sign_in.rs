//! Signing in, wherever it is asked for: by password or by passkey.

use leptos::prelude::*;
use wire::{PasskeySignIn, SignIn};

use crate::api::{self, ApiError};
use crate::components::problem_note::problem_note;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, Text, el, kept, nothing};
use crate::pages::focus::focus_later;
use crate::passkey;
use crate::state::call::Call;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What is typed to sign in.
#[derive(Clone, Copy)]
struct Typed {
    email: RwSignal<String>,
    password: RwSignal<String>,
    call: Call,
    passkey: Call,
}

/// The form to sign in with, and what follows.
#[must_use]
pub(super) fn sign_in(lang: Lang, session: Session, then: impl Fn() + Clone + 'static) -> Node {
    let state = move || Typed {
        email: RwSignal::new(session.email()),
        password: RwSignal::new(String::new()),
        call: Call::new(session),
        passkey: Call::new(session),
    };
    kept("sign-in", state, move |typed| {
        let then = then.clone();
        let opened = move |account| {
            session.begin(account);
            then();
        };
        let by_password = {
            let opened = opened.clone();
            move || {
                let sent =
                    SignIn { email: typed.email.get_untracked(), password: typed.password.get_untracked() };
                let ask = move || {
                    let sent = sent.clone();
                    async move { api::session::sign_in(&sent).await }
                };
                typed.call.start(ask, opened.clone());
            }
        };
        let fields = [
            text_field(lang, "sign-in-email", TextKind::Email, words::account::email(lang), typed.email),
            text_field(
                lang,
                "sign-in-password",
                TextKind::Password,
                words::account::password(lang),
                typed.password,
            ),
        ];
        form(by_password)
            .with_all(fields.map(TextField::show))
            .with(refusal(lang, typed.call, &[]))
            .with(send(lang, typed.call, words::account::sign_in(lang)))
            .with(by_passkey(lang, typed.passkey, opened))
            .into()
    })
}

/// The other way in, where the browser knows passkeys.
fn by_passkey(lang: Lang, call: Call, opened: impl Fn(wire::Account) + Clone + 'static) -> Node {
    if !passkey::known() {
        return nothing();
    }
    let press = move || call.start(answer_question, opened.clone());
    el("div", "stack stack--tight")
        .with(
            el("button", "button button--wide")
                .attr("type", "button")
                .attr_if("aria-disabled", call.going().then_some("true"))
                .on_click(press)
                .text(words::account::by_passkey(lang)),
        )
        .with(refusal(lang, call, &[]))
        .into()
}

async fn answer_question() -> Result<wire::Account, ApiError> {
    let question = api::passkeys::ask_to_sign_in().await?;
    let credential = passkey::answer(&question.options).await?;
    api::passkeys::sign_in(&PasskeySignIn { challenge_id: question.id, credential }).await
}

/// A form that is sent by Enter or by its button.
pub(super) fn form(send: impl Fn() + 'static) -> El {
    el("form", "account__form").attr("novalidate", "").on("submit", move |event| {
        event.prevent_default();
        send();
    })
}

/// A line of text without anything wrong, and without a hint.
pub(super) fn text_field(
    lang: Lang,
    name: &'static str,
    kind: TextKind,
    label: impl Into<Text>,
    text: RwSignal<String>,
) -> TextField {
    TextField {
        name,
        label: label.into(),
        hint: "".into(),
        kind,
        text,
        problem: String::new(),
        show_hide: [words::account::show_password(lang), words::account::hide_password(lang)],
    }
}

/// What the server does not take about a field of a call, in a sentence; empty where nothing is wrong.
pub(super) fn fault_of(lang: Lang, call: Call, field: &str) -> String {
    call.error()
        .and_then(|error| error.fault(field).map(|fault| words::refusal::fault(lang, fault)))
        .unwrap_or_default()
}

/// The button that sends a form. It says that it waits.
pub(super) fn send(lang: Lang, call: Call, label: &'static str) -> El {
    sending(el("button", "button button--primary button--wide"), lang, call, label)
}

/// The same where the page has something more important: one of many settings.
pub(super) fn send_setting(lang: Lang, call: Call, label: &'static str) -> El {
    sending(el("button", "button"), lang, call, label)
}

fn sending(button: El, lang: Lang, call: Call, label: &'static str) -> El {
    let going = call.going();
    button
        .attr("type", "submit")
        .attr_if("aria-disabled", going.then_some("true"))
        .attr_if("aria-busy", going.then_some("true"))
        .text(if going { words::app::sending(lang) } else { label })
}

/// Why a call was refused, unless each reason stands at its own field.
pub(super) fn refusal(lang: Lang, call: Call, fields: &[&str]) -> El {
    let error = call.error();
    let at_fields =
        error.as_ref().is_some_and(|error| fields.iter().any(|field| error.fault(field).is_some()));
    if at_fields {
        focus_later("[aria-invalid=true]");
    }
    let sentence = error.filter(|_| !at_fields).map(|error| words::refusal::sentence(lang, &error));
    // It stands there from the beginning, so that what comes is read out.
    el("div", "account__refusal")
        .attr("role", "alert")
        .with(sentence.map(|sentence| problem_note(String::new(), &sentence)))
}
