//! `/desk`: the advisor's day, clients, hours and invitations; for an administrator the firm's advisors.

use std::sync::Arc;

use leptos::prelude::*;
use wire::{Account, Role};

use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::address::Address;
use crate::pages::locked::once_known;
use crate::routes::Route;
use crate::state::session::Session;
use crate::state::unsent::Unsent;
use crate::words::desk::View;
use crate::words::{self, Lang};

mod allocation;
mod client;
mod clients;
mod figures;
mod hand_over;
mod hours;
mod invitations;
mod leaving;
mod meeting;
mod notes;
mod staff;
mod summary;
mod today;
mod undelivered;
mod written;

/// What the page keeps while it is visited.
#[derive(Clone, Copy, Debug)]
struct Desk {
    session: Session,
    account_id: StoredValue<String>,
    address: Address,
    /// The IANA name of this device's time zone.
    zone: StoredValue<String>,
}

impl Desk {
    fn open(session: Session, account_id: &str) -> Self {
        Self {
            session,
            account_id: StoredValue::new(account_id.to_owned()),
            address: Address::of(&Route::Desk, &["view", "client", "q", "leaving"]),
            zone: StoredValue::new(moment::own_zone()),
        }
    }

    /// What is being written about something.
    fn unsent(self, about: String) -> Unsent {
        self.account_id.with_value(|account_id| Unsent::open(account_id, about))
    }
}

/// `/desk`: the advisor's day, clients, hours and invitations; for an administrator the firm's advisors.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let guest = || refused(lang, true).into();
    once_known(lang, words::desk::unreachable(lang), guest, |account| signed_in(lang, account))
}

fn signed_in(lang: Lang, account: &Arc<Account>) -> Node {
    let room = match account.role {
        Role::Investor => return refused(lang, false).into(),
        Role::Advisor => shown,
        Role::Administrator => staff::staff,
    };
    let (session, id) = (expect_context::<Session>(), account.id.clone());
    kept(account.id.clone(), move || Desk::open(session, &id), move |desk| room(lang, desk).into())
}

/// The desk is for advisors: what others do instead.
fn refused(lang: Lang, guest: bool) -> El {
    let back = String::from(js_sys::encode_uri_component(&Route::Desk.path()));
    let (href, name) = if guest {
        ([&Route::Account.path(), "?do=sign-in&back=", &back].concat(), words::desk::sign_in(lang))
    } else {
        (Route::Meetings.path(), words::desk::to_meetings(lang))
    };
    el("div", "page")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::desk::for_advisors(lang)))
                .with(el("p", "").text(words::desk::for_advisors_way_out(lang))),
        )
        .with(el("p", "").with(el("a", "button button--primary").attr("href", href).text(name)))
}

fn shown(lang: Lang, desk: Desk) -> El {
    let page = el("div", "page desk");
    if let Some(id) = desk.address.get("client") {
        return page.with(client::client(lang, desk, &id));
    }
    let view = desk.address.get("view").and_then(|name| View::of_name(&name)).unwrap_or_default();
    let body = match view {
        View::Today => today::today(lang, desk),
        View::Clients => clients::clients(lang, desk),
        View::Hours => hours::hours(lang, desk),
        View::Invitations => invitations::invitations(lang, desk),
    };
    let views = View::ALL.map(|view| (view.name(), words::desk::view(lang, view)));
    page.with(head(lang, desk, view.name(), &views)).with(body)
}

/// The heading, and the views as links, each by its name in the address: the first is what the address
/// without one shows.
fn head(lang: Lang, desk: Desk, here: &str, views: &[(&'static str, &'static str)]) -> El {
    let link = |(at, &(name, words)): (usize, &(&'static str, &'static str))| {
        let named = (at > 0).then(|| name.to_owned());
        let link = el("a", "chip")
            .attr("href", desk.address.with(&[("view", named), ("client", None), ("q", None)]))
            .attr_if("aria-current", (name == here).then_some("page"))
            .text(words);
        el("li", "").with(link)
    };
    let list = el("ul", "chips").attr("role", "list").with_all(views.iter().enumerate().map(link));
    el("header", "page__head")
        .with(el("h1", "").text(words::app::desk(lang)))
        .with(el("nav", "").attr("aria-label", words::desk::views(lang)).with(list))
}
