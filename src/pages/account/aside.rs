//! What was put aside when two devices had typed different things.

use leptos::prelude::*;

use crate::components::section::ruled_section;
use crate::node::{Node, el, kept, nothing};
use crate::state::language::Language;
use crate::state::session::Session;
use crate::state::sync::{self, Sync};
use crate::words;

/// The way to bring it back; nothing where nothing was put aside.
pub(super) fn part(_: Session) -> Node {
    kept("aside", expect_context::<Sync>, |sync| {
        let lang = expect_context::<Language>().get();
        // It changes with a choice, and a choice changes how the two stand.
        drop(sync.stage());
        if sync::put_aside().is_none() {
            return nothing();
        }
        let swap = el("button", "button")
            .attr("type", "button")
            .on_click(move || sync.swap())
            .text(words::account::swap(lang));
        ruled_section(words::account::aside(lang))
            .with(el("p", "").text(words::account::aside_lead(lang)))
            .with(el("p", "").with(swap))
            .into()
    })
}
