//! The part of a page that stands on something of the account's, or what stands in its place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::node::{El, Node, el, live};
use crate::state::language::Language;
use crate::state::remote::{Found, Remote};
use crate::words::{self, Lang};

/// Shows a part once it is here: until then its room, or why it cannot be had, with another try.
#[must_use]
pub fn once_here<T: Send + Sync + 'static>(
    remote: Remote<T>,
    show: impl Fn(Lang, Arc<T>) -> Node + 'static,
) -> Node {
    let language = expect_context::<Language>();
    live(move || {
        let lang = language.get();
        match remote.get() {
            Found::Ready(value) => show(lang, value),
            Found::Loading => loading(lang).into(),
            Found::Failed(error) => el("div", "stack stack--tight")
                .attr("role", "alert")
                .with(el("p", "").text(words::refusal::sentence(lang, &error)))
                .with(
                    el("p", "").with(
                        el("button", "button")
                            .attr("type", "button")
                            .on_click(move || remote.retry())
                            .text(words::app::retry(lang)),
                    ),
                )
                .into(),
        }
    })
}

fn loading(lang: Lang) -> El {
    el("div", "stack stack--tight")
        .attr("aria-busy", "true")
        .with(el("p", "visually-hidden").text(words::app::loading(lang)))
        .with(el("span", "skeleton skeleton--line"))
        .with(el("span", "skeleton skeleton--line"))
}
