//! The private calendar feed: made, copied once, taken back.

use leptos::prelude::*;
use wire::CalendarFeed;

use super::refusal::refusal;
use crate::api::meetings as api;
use crate::components::copy_field::copy_field;
use crate::components::section::ruled_section;
use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::state::session::Session;
use crate::words::{self, Lang};

/// The feed of whoever is signed in.
#[must_use]
pub(crate) fn feed(lang: Lang) -> Node {
    let session = expect_context::<Session>();
    let state = move || (Remote::new(session, api::feed), Call::new(session));
    kept("feed", state, move |(feed, call)| {
        ruled_section(words::meetings::feed(lang))
            .with(el("p", "muted").text(words::meetings::feed_lead(lang)))
            .with(once_here(feed, move |lang, known| shown(lang, feed, &known, call).into()))
            .into()
    })
}

fn shown(lang: Lang, feed: Remote<CalendarFeed>, known: &CalendarFeed, call: Call) -> El {
    let made = known.created_ms.is_some();
    let since = known.created_ms.map(|created_ms| {
        let day = moment::long_day(lang, &moment::own_zone(), created_ms);
        el("p", "").text(words::meetings::feed_since(lang, &day))
    });
    let link = known.url.clone().map(|url| {
        copy_field("feed-link", words::meetings::feed_link(lang).into(), url, words::meetings::copy(lang))
    });
    let make = el("button", "button")
        .attr("type", "button")
        .flag("disabled", call.going())
        .on_click(move || call.start(api::make_feed, move |known| feed.set(known)))
        .text(if made { words::meetings::make_feed_anew(lang) } else { words::meetings::make_feed(lang) });
    let revoke = made.then(|| {
        el("button", "button button--quiet")
            .attr("type", "button")
            .flag("disabled", call.going())
            .on_click(move || call.start(api::revoke_feed, move |known| feed.set(known)))
            .text(words::meetings::revoke_feed(lang))
    });
    el("div", "stack")
        .with(link)
        .with(since)
        .with(el("div", "row").with(make).with(revoke))
        .with(refusal(lang, call.error().as_ref()))
}
