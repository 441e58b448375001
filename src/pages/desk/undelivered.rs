//! What could not be delivered, and the press that has it delivered again.

use leptos::prelude::*;
use wire::DeadLetter;

use super::Desk;
use crate::api::desk as api;
use crate::format::moment;
use crate::node::{El, Node, el, kept};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::words::{self, Lang};

/// The list, the latest first.
pub(super) fn undelivered(lang: Lang, desk: Desk) -> Node {
    let open = move || (Remote::new(desk.session, api::dead_letters), Call::new(desk.session));
    kept("undelivered", open, move |(letters, call)| {
        el("section", "stack")
            .with(el("p", "muted").text(words::staff::undelivered_lead(lang)))
            .with(refusal(lang, call.error().as_ref()))
            .with(once_here(letters, move |lang, known| list(lang, desk, (letters, call), &known).into()))
            .into()
    })
}

fn list(
    lang: Lang,
    desk: Desk,
    (letters, call): (Remote<Vec<DeadLetter>>, Call),
    known: &[DeadLetter],
) -> El {
    if known.is_empty() {
        return el("p", "").attr("role", "status").text(words::staff::all_delivered(lang));
    }
    let zone = desk.zone.get_value();
    let row = |letter: &DeadLetter| {
        let id = letter.id.clone();
        let again = el("button", "button")
            .attr("type", "button")
            .flag("disabled", call.going())
            .on_click(move || {
                let id = id.clone();
                call.start(move || api::revive(id.clone()), move |()| letters.reload());
            })
            .text(words::staff::deliver_again(lang));
        let day = moment::long_day(lang, &zone, letter.dead_ms);
        el("li", "desk__invited")
            .with(el("p", "desk__name").text(words::staff::letter(lang, &letter.channel, &letter.kind)))
            .with(el("p", "muted").text(words::staff::given_up(lang, letter.attempts, &day)))
            .with(el("p", "").text(letter.error.clone()))
            .with(el("p", "").with(again))
    };
    el("ul", "").attr("role", "list").with_all(known.iter().map(row))
}
