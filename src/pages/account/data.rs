//! All data: taken out, or erased.

use leptos::prelude::*;

use super::proof::proof;
use crate::api;
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::node::{El, Node, el, kept};
use crate::pages::address::go_quietly;
use crate::pages::sign_in::refusal;
use crate::routes::Route;
use crate::state::belongings::Belongings;
use crate::state::call::Call;
use crate::state::language::Language;
use crate::state::session::Session;
use crate::words;

/// Taking all data out, and erasing the account.
pub(super) fn part(session: Session) -> Node {
    let state = move || (Call::new(session), Belongings::here(), go_quietly());
    kept("data", state, move |(call, belongings, go)| {
        shown(session, call, move || {
            belongings.erase();
            go.try_run(Route::Home.path()).unwrap_or_default();
        })
        .into()
    })
}

fn shown(session: Session, call: Call, erased: impl Fn() + Clone + 'static) -> El {
    let lang = expect_context::<Language>().get();
    let file = el("a", "button")
        .attr("href", api::account::EXPORT)
        .attr("download", "evergreen.json")
        // A file, no page of the app.
        .attr("rel", "external")
        .text(words::account::export(lang));
    let investor = session.investor();
    let erase = move || {
        let erased = erased.clone();
        call.start(api::account::erase, move |()| erased());
    };
    let erasing = move || {
        let lang = expect_context::<Language>().get();
        let erase = erase.clone();
        el("div", "stack")
            .with_all(words::account::erase_meaning(lang).map(|text| el("p", "").text(text)))
            .with(proof(("erase-proof", "account__erase"), session, words::account::erase_yes, erase))
            .with(refusal(lang, call, &[]))
            .into()
    };
    ruled_section(words::account::data(lang))
        .with(el("p", "muted").text(words::account::export_lead(lang)))
        .with(el("p", "").with(file))
        .with(investor.then(|| disclosure("erase", words::account::erase(lang), erasing)))
}
