//! `/settings`: size of type, theme, and which colour means up.

use leptos::prelude::*;

use crate::components::section::section;
use crate::components::switch::switch;
use crate::node::{El, Node, el, kept};
use crate::state::appearance::{self, Choice};
use crate::words::{self, Lang};

/// `/settings`: how the app looks.
#[must_use]
pub fn page(lang: Lang) -> Node {
    // What is chosen stands on the root element; this follows it while the page is open.
    kept(
        "settings",
        || RwSignal::new(0_u32),
        move |changes| {
            changes.track();
            el("article", "page settings")
                .with(
                    el("header", "page__head")
                        .with(el("h1", "").text(words::app::appearance(lang)))
                        .with(el("p", "").text(words::settings::lead(lang))),
                )
                .with(row(
                    words::settings::size(lang),
                    appearance::TYPE,
                    words::settings::sizes(lang),
                    changes,
                ))
                .with(row(
                    words::settings::theme(lang),
                    appearance::THEME,
                    words::settings::themes(lang),
                    changes,
                ))
                .with(
                    row(
                        words::settings::market(lang),
                        appearance::MARKET,
                        words::settings::markets(lang),
                        changes,
                    )
                    .with(el("p", "muted").text(words::settings::market_note(lang))),
                )
                .into()
        },
    )
}

fn row<const N: usize>(
    title: &'static str,
    choice: Choice,
    names: [&'static str; N],
    changes: RwSignal<u32>,
) -> El {
    let on_choose = move |place| {
        appearance::choose(choice, place);
        changes.update(|count| *count += 1);
    };
    section(title).with(switch(choice.attribute, title, names, appearance::chosen(choice), on_choose))
}
