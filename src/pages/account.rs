//! `/account`: who is signed in, and all that belongs to it; or the way in.

use leptos::prelude::*;

use crate::node::{El, Node, el, kept, live, nothing};
use crate::pages::address::Address;
use crate::pages::locked;
use crate::routes::Route;
use crate::state::language::Language;
use crate::state::session::{Presence, Session};
use crate::words::{self, Lang};

mod aside;
mod care;
mod data;
mod devices;
mod entry;
mod family;
mod invited;
mod leave;
mod links;
mod passkeys;
mod password;
mod plans;
mod profile;
mod proof;

pub use links::{confirm, reset};

/// What the address says: which way in, from which link, and where to go then.
const NAMES: &[&str] = &["do", "invitation", "household", "back"];

/// `/account`: who is signed in, and all that belongs to it; or the way in.
#[must_use]
pub fn page(_: Lang) -> Node {
    let session = expect_context::<Session>();
    kept(
        "account",
        || Address::of(&Route::Account, NAMES),
        move |address| {
            let lang = expect_context::<Language>().get();
            match session.presence() {
                Presence::Asking => locked::skeleton(words::app::loading(lang)),
                Presence::Unreachable => locked::failure(
                    lang,
                    words::account::headline(lang),
                    words::refusal::unreachable(lang).into(),
                    move || session.ask(),
                ),
                Presence::Guest | Presence::Expired(None) => entry::page(lang, session, address),
                Presence::SignedIn(account) | Presence::Expired(Some(account)) => {
                    own(lang, session, &account, address).into()
                }
            }
        },
    )
}

/// One's own page. Its parts are kept by their keys, so that a session that runs out closes none.
fn own(lang: Lang, session: Session, account: &wire::Account, address: Address) -> El {
    let investor = account.role == wire::Role::Investor;
    let of_investor =
        |part: fn(Session, Address) -> Node| if investor { part(session, address) } else { nothing() };
    el("div", "page account")
        .with(head(lang, session, account))
        .with(of_investor(invited::kin))
        .with(of_investor(|_, address| invited::advisor(address)))
        .with(of_investor(care::part))
        .with(of_investor(|session, _| aside::part(session)))
        .with(of_investor(|session, _| plans::part(session)))
        .with(of_investor(|session, _| family::part(session)))
        .with(profile::part(session))
        .with(live(move || safety(session).into()))
        .with(data::part(session))
        .with(leave::part(session, address))
}

fn head(lang: Lang, session: Session, account: &wire::Account) -> El {
    let role = words::account::role(lang, account.role);
    let about = [Some(account.email.as_str()), role].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    el("header", "page__head")
        .with(el("h1", "").text(words::account::greeting(lang, &account.name)))
        .with(el("p", "account__who").text(about))
        .with((!account.confirmed).then(|| profile::unconfirmed(session)))
}

fn safety(session: Session) -> El {
    let lang = expect_context::<Language>().get();
    crate::components::section::ruled_section(words::account::safety(lang))
        .with(password::part(lang, session))
        .with(passkeys::part(lang, session))
        .with(devices::part(lang, session))
}
