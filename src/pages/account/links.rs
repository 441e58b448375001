//! `/account/confirm` and `/account/reset`: where the links in mails lead.

use leptos::prelude::*;
use wire::{Confirm, SetPassword};

use crate::api;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, el, kept};
use crate::pages::address::Address;
use crate::pages::sign_in::{fault_of, form, refusal, send, text_field};
use crate::routes::Route;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// What such a page keeps.
#[derive(Clone, Copy)]
struct Linked {
    session: Session,
    address: Address,
    password: RwSignal<String>,
    call: Call,
}

impl Linked {
    fn open(route: &Route) -> Self {
        let session = expect_context::<Session>();
        Self {
            session,
            address: Address::of(route, &["token"]),
            password: RwSignal::new(String::new()),
            call: Call::new(session),
        }
    }

    fn token(self) -> Option<String> {
        self.address.get("token").filter(|token| !token.is_empty())
    }
}

/// `/account/confirm`: somebody reads that mailbox.
#[must_use]
pub fn confirm(_: Lang) -> Node {
    kept(
        "confirm",
        || Linked::open(&Route::ConfirmAddress),
        |linked| {
            let lang = expect_context::<Language>().get();
            let Some(token) = linked.token() else {
                return broken(lang, words::account::confirm_title(lang));
            };
            if linked.call.done() {
                return done(lang, words::account::confirmed(lang));
            }
            let Linked { session, password, call, .. } = linked;
            // Whoever is signed in to another account than the link's is told so, and asked for its password.
            let wrong = call.error().is_some_and(|error| error.code() == "wrong_password");
            let known = session.account().is_some() && !wrong;
            let press = move || {
                let sent =
                    Confirm { token: token.clone(), password: (!known).then(|| password.get_untracked()) };
                let ask = move || {
                    let sent = sent.clone();
                    async move { api::account::confirm(&sent).await }
                };
                call.start(ask, move |account| session.begin(account));
            };
            let problem = if wrong { words::account::wrong_password(lang).to_owned() } else { String::new() };
            let field = (!known).then(|| {
                let label = words::account::password(lang);
                TextField {
                    problem,
                    ..text_field(lang, "confirm-password", TextKind::Password, label, password)
                }
                .show()
            });
            let lead = words::account::confirm_lead(lang, known);
            page(lang, words::account::confirm_title(lang), lead)
                .with(form(press).with(field).with((!wrong).then(|| refusal(lang, call, &[]))).with(send(
                    lang,
                    call,
                    words::account::confirm(lang),
                )))
                .into()
        },
    )
}

/// `/account/reset`: a new password, by the link in a mail.
#[must_use]
pub fn reset(_: Lang) -> Node {
    kept(
        "reset",
        || Linked::open(&Route::ResetPassword),
        |linked| {
            let lang = expect_context::<Language>().get();
            let Some(token) = linked.token() else { return broken(lang, words::account::reset_title(lang)) };
            if linked.call.done() {
                return done(lang, words::account::password_set(lang));
            }
            let Linked { session, password, call, .. } = linked;
            let press = move || {
                let sent = SetPassword { token: token.clone(), password: password.get_untracked() };
                let ask = move || {
                    let sent = sent.clone();
                    async move { api::account::reset(&sent).await }
                };
                call.start(ask, move |account| session.begin(account));
            };
            let field = TextField {
                hint: words::account::password_hint(lang).into(),
                problem: fault_of(lang, call, "password"),
                ..text_field(
                    lang,
                    "reset-password",
                    TextKind::NewPassword,
                    words::account::new_password(lang),
                    password,
                )
            };
            let gone = call.error().is_some_and(|error| error.code() == "link_gone").then(|| {
                let again = [&Route::Account.path(), "?do=forgot"].concat();
                el("p", "").with(el("a", "").attr("href", again).text(words::account::send_mail(lang)))
            });
            page(lang, words::account::reset_title(lang), words::account::reset_lead(lang))
                .with(
                    form(press)
                        .with(field.show())
                        .with(refusal(lang, call, &["password"]))
                        .with(gone)
                        .with(send(lang, call, words::account::set_password(lang))),
                )
                .into()
        },
    )
}

fn page(_: Lang, title: &'static str, lead: &'static str) -> El {
    el("div", "page account")
        .with(el("header", "page__head").with(el("h1", "").text(title)).with(el("p", "").text(lead)))
}

fn done(lang: Lang, title: &'static str) -> Node {
    let way = el("a", "button button--primary").attr("href", Route::Account.path());
    el("div", "page account")
        .with(el("header", "page__head").attr("role", "status").with(el("h1", "").text(title)))
        .with(el("p", "").with(way.text(words::account::to_account(lang))))
        .into()
}

fn broken(lang: Lang, title: &'static str) -> Node {
    let way = el("a", "button").attr("href", Route::Account.path());
    page(lang, title, words::account::no_token(lang))
        .with(el("p", "").with(way.text(words::account::to_account(lang))))
        .into()
}
