//! The way in: opening an account, signing in, a forgotten password.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::{Role, SignUp, Step, TakeAdvisor};

use super::invited;
use crate::api;
use crate::components::switch::switch;
use crate::components::text_field::{TextField, TextKind};
use crate::node::{El, Node, el, kept};
use crate::pages::address::{Address, go_quietly};
use crate::pages::sign_in::{fault_of, form, refusal, send, sign_in, text_field};
use crate::routes::Route;
use crate::state::call::Call;
use crate::state::counted;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::language::{Language, spoken};
use crate::state::ledger;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// The ways in, by their names in the address.
const SIGN_UP: &str = "sign-up";
pub(super) const SIGN_IN: &str = "sign-in";
const FORGOT: &str = "forgot";

/// Where the sign-up leads, and what it takes along.
#[derive(Clone, Copy)]
struct Entry {
    session: Session,
    address: Address,
    draft: Draft,
    plan: CurrentPlan,
    go: Callback<String>,
}

/// The way in.
pub(super) fn page(_: Lang, session: Session, address: Address) -> Node {
    let state =
        move || Entry { session, address, draft: expect_context(), plan: expect_context(), go: go_quietly() };
    kept("entry", state, move |entry| {
        let lang = expect_context::<Language>().get();
        entry.draw(lang).into()
    })
}

impl Entry {
    fn draw(self, lang: Lang) -> El {
        let way = self.way();
        let body = match way {
            FORGOT => forgot(lang, self.session, self.address),
            SIGN_IN => self.signing_in(lang),
            _ => self.signing_up(lang),
        };
        let asked = self.address.get("household").map(|_| invited::asked(lang));
        let back = self.back().map(|_| el("p", "muted").text(words::account::then_back(lang)));
        el("div", "page account")
            .with(
                el("header", "page__head")
                    .with(el("h1", "").text(words::account::headline(lang)))
                    .with(el("p", "").text(words::account::lead(lang))),
            )
            .with(invited::advisor(self.address))
            .with(asked)
            .with(
                el("div", "account__entry")
                    .with((way != FORGOT).then(|| self.ways(lang, way)))
                    .with(body)
                    .with(back),
            )
    }

    /// Which way in. Whoever was here before signs in; whoever comes by an invitation opens an account.
    fn way(self) -> &'static str {
        match self.address.get("do").as_deref() {
            Some(SIGN_IN) => SIGN_IN,
            Some(FORGOT) => FORGOT,
            Some(SIGN_UP) => SIGN_UP,
            _ if self.session.email().is_empty() => SIGN_UP,
            _ => SIGN_IN,
        }
    }

    /// The page to go back to: only one of our own.
    fn back(self) -> Option<String> {
        self.address.get("back").filter(|back| back.starts_with('/') && !back.starts_with("//"))
    }

    fn ways(self, lang: Lang, way: &str) -> El {
        let names = [words::account::sign_up(lang), words::account::sign_in(lang)];
        let address = self.address;
        let choose = move |place: usize| {
            let way = if place == 0 { SIGN_UP } else { SIGN_IN };
            address.set("do", Some(way.to_owned()));
        };
        switch("way-in", words::account::way_in(lang), names, usize::from(way == SIGN_IN), choose)
    }

    fn signing_in(self, lang: Lang) -> Node {
        let forgotten = self.address.with(&[("do", Some(FORGOT.to_owned()))]);
        el("div", "stack")
            .with(sign_in(lang, self.session, move || self.go_on(false)))
            .with(el("p", "").with(el("a", "").attr("href", forgotten).text(words::account::forgot(lang))))
            .into()
    }

    fn signing_up(self, lang: Lang) -> Node {
        let state = move || Typed {
            email: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            password: RwSignal::new(String::new()),
            call: Call::new(self.session),
        };
        kept("sign-up", state, move |typed| self.sign_up_form(lang, typed).into())
    }

    fn sign_up_form(self, lang: Lang, typed: Typed) -> El {
        let Typed { email, name, password, call } = typed;
        let fault = |field: &str| fault_of(lang, call, field);
        let fields = [
            TextField {
                problem: fault("email"),
                ..text_field(lang, "sign-up-email", TextKind::Email, words::account::email(lang), email)
            },
            TextField {
                hint: words::account::name_hint(lang).into(),
                problem: fault("name"),
                ..text_field(lang, "sign-up-name", TextKind::OwnName, words::account::name(lang), name)
            },
            TextField {
                hint: words::account::password_hint(lang).into(),
                problem: fault("password"),
                ..text_field(
                    lang,
                    "sign-up-password",
                    TextKind::NewPassword,
                    words::account::password(lang),
                    password,
                )
            },
        ];
        let along =
            (!self.draft.untouched()).then(|| el("p", "muted").text(words::account::draft_comes_along(lang)));
        form(move || self.sign_up(lang, typed))
            .with_all(fields.map(TextField::show))
            .with(along)
            .with(refusal(lang, call, &["email", "name", "password"]))
            .with(send(lang, call, words::account::sign_up(lang)))
    }

    /// Opens the account, with the advisor who invited or the one with room, and takes along what a
    /// guest has typed.
    fn sign_up(self, lang: Lang, typed: Typed) {
        let sent = SignUp {
            email: typed.email.get_untracked(),
            password: typed.password.get_untracked(),
            name: typed.name.get_untracked(),
            language: spoken(lang),
        };
        let taken = TakeAdvisor { invitation: self.address.get("invitation") };
        let ask = move || {
            let (sent, taken) = (sent.clone(), taken.clone());
            async move {
                let account = api::account::sign_up(&sent).await?;
                // Where nobody has room, or the invitation is gone, the page of the account says so.
                drop(api::care::take(&taken).await);
                Ok(account)
            }
        };
        typed.call.start(ask, move |account| {
            self.session.begin(account);
            counted::take(Step::SignedUp);
            // The page of the account stores the plan by itself; whoever goes on elsewhere does not see it.
            if self.back().is_some()
                && let Some(record) = ledger::complete(self.draft, self.plan)
            {
                spawn_local(async move { drop(ledger::store(record, spoken(lang)).await) });
            }
            self.go_on(true);
        });
    }

    /// Back to where one came from; else those who work here go to their desk, and others to a page without
    /// the words of the way in. An invitation that was not taken yet stays.
    fn go_on(self, taken: bool) {
        let invitation = self.address.get("invitation").filter(|_| !taken);
        let staff = self.session.account_untracked().is_some_and(|account| account.role != Role::Investor);
        let own = || {
            if staff {
                return Route::Desk.path();
            }
            self.address.with(&[("do", None), ("invitation", invitation), ("back", None)])
        };
        // The page has left where the sign-in led to another one meanwhile.
        self.go.try_run(self.back().unwrap_or_else(own)).unwrap_or_default();
    }
}

/// What is typed to open an account.
#[derive(Clone, Copy)]
struct Typed {
    email: RwSignal<String>,
    name: RwSignal<String>,
    password: RwSignal<String>,
    call: Call,
}

/// A mail to set a new password.
fn forgot(lang: Lang, session: Session, address: Address) -> Node {
    let state = move || (RwSignal::new(session.email()), Call::new(session));
    kept("forgot", state, move |(email, call)| {
        let back = address.with(&[("do", Some(SIGN_IN.to_owned()))]);
        let back =
            el("p", "").with(el("a", "").attr("href", back).text(words::account::back_to_sign_in(lang)));
        if call.done() {
            return el("div", "stack")
                .with(el("p", "").attr("role", "status").text(words::account::mail_sent(lang)))
                .with(back)
                .into();
        }
        let send_mail = move || {
            let email = email.get_untracked();
            call.start(move || api::account::forgot(email.clone()), |()| ());
        };
        let field = TextField {
            problem: fault_of(lang, call, "email"),
            ..text_field(lang, "forgot-email", TextKind::Email, words::account::email(lang), email)
        };
        el("div", "stack")
            .with(el("h2", "").text(words::account::forgot(lang)))
            .with(el("p", "").text(words::account::forgot_lead(lang)))
            .with(form(send_mail).with(field.show()).with(refusal(lang, call, &["email"])).with(send(
                lang,
                call,
                words::account::send_mail(lang),
            )))
            .with(back)
            .into()
    })
}
