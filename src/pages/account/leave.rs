//! Signing out.

use leptos::prelude::*;

use super::entry::SIGN_IN;
use crate::api;
use crate::node::{El, Node, el, kept};
use crate::pages::address::Address;
use crate::pages::sign_in::refusal;
use crate::state::belongings::Belongings;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::session::Session;
use crate::state::sync::Sync;
use crate::words;

/// What the part keeps.
#[derive(Clone, Copy)]
struct Leaving {
    session: Session,
    address: Address,
    call: Call,
    sync: Sync,
    belongings: Belongings,
    /// Something on the device is not in the account.
    behind: RwSignal<bool>,
}

/// Signing out, once all that was typed is in the account.
pub(super) fn part(session: Session, address: Address) -> Node {
    let state = move || Leaving {
        session,
        address,
        call: Call::new(session),
        sync: expect_context(),
        belongings: Belongings::here(),
        behind: RwSignal::new(false),
    };
    kept("leave", state, |leaving| leaving.shown().into())
}

impl Leaving {
    fn shown(self) -> El {
        let lang = expect_context::<Language>().get();
        let investor = self.session.investor();
        let out = el("button", "button")
            .attr("type", "button")
            .attr_if("aria-disabled", self.call.going().then_some("true"))
            .on_click(move || self.sign_out(false))
            .text(words::account::sign_out(lang));
        let behind = self.behind.get().then(|| {
            let anyway = el("button", "button")
                .attr("type", "button")
                .on_click(move || self.sign_out(true))
                .text(words::account::sign_out_leaving(lang));
            el("div", "caution")
                .attr("role", "alert")
                .with(el("p", "").text(words::account::not_all_stored(lang)))
                .with(el("p", "").with(anyway))
        });
        el("section", "section section--ruled account__leave")
            .with(investor.then(|| el("p", "muted").text(words::account::sign_out_meaning(lang))))
            .with(behind)
            .with(refusal(lang, self.call, &[]))
            .with(el("p", "").with(out))
    }

    fn sign_out(self, leaving: bool) {
        let Self { session, address, call, sync, belongings, behind } = self;
        let carries = untrack(|| session.investor()) && !leaving;
        let ask = move || async move {
            if carries && !sync.now().await {
                return Ok(false);
            }
            api::session::sign_out().await.map(|()| true)
        };
        call.start(ask, move |out| {
            match (out, carries) {
                (false, _) => return behind.set(true),
                (true, true) => belongings.erase(),
                // What is in no account stays where it is: an advisor may have tried the questions here.
                (true, false) => session.end(),
            }
            // Whoever signs out has an account.
            address.set("do", Some(SIGN_IN.to_owned()));
        });
    }
}
