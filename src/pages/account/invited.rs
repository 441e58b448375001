//! Invitations: by an advisor, and to a household.

use leptos::prelude::*;

use crate::api;
use crate::components::section::section;
use crate::format;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::address::Address;
use crate::pages::remote::once_here;
use crate::pages::sign_in::refusal;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// Who invites, for whoever came by an advisor's link.
pub(super) fn advisor(address: Address) -> Node {
    let Some(token) = address.get("invitation") else { return nothing() };
    let session = expect_context::<Session>();
    let state = move || {
        Remote::new(session, move || {
            let token = token.clone();
            async move { api::care::invited(&token).await }
        })
    };
    kept("invited", state, |invited| {
        once_here(invited, |lang, invited| {
            let name = &invited.advisor.name;
            let until = format::day_of(lang, invited.expires_ms);
            el("section", "section account__invitation")
                .with(el("h2", "").text(words::account::invited_by(lang, name)))
                .with(el("p", "").text(words::account::invited_meaning(lang, name, &until)))
                .into()
        })
    })
}

/// What a household invitation means, for whoever has to sign in first.
pub(super) fn asked(lang: Lang) -> El {
    section(words::account::household_asked(lang))
        .with(el("p", "").text(words::account::household_meaning(lang)))
        .with(el("p", "muted").text(words::account::sign_in_first(lang)))
}

/// The decision about a household invitation; nothing without one.
pub(super) fn kin(session: Session, address: Address) -> Node {
    let Some(token) = address.get("household") else { return nothing() };
    kept(
        "kin",
        move || Call::new(session),
        move |call| {
            let lang = expect_context::<Language>().get();
            let token = token.clone();
            let agree = move || {
                let token = token.clone();
                // The family is asked for when its part is opened.
                call.start(move || api::care::agree(token.clone()), move |_| address.set("household", None));
            };
            let yes = el("button", "button button--primary")
                .attr("type", "button")
                .attr_if("aria-disabled", call.going().then_some("true"))
                .on_click(agree)
                .text(words::account::agree(lang));
            let no = el("button", "button")
                .attr("type", "button")
                .on_click(move || address.set("household", None))
                .text(words::account::not_now(lang));
            section(words::account::household_asked(lang))
                .with(el("p", "").text(words::account::household_meaning(lang)))
                .with(refusal(lang, call, &[]))
                .with(el("p", "row").with(yes).with(no))
                .into()
        },
    )
}
