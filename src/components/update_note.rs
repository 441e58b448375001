//! A newer version waits, and asks before it takes over.

use crate::node::{El, el};
use crate::words::{self, Lang};

/// Says that a newer version is here; `on_agree` is called when the person wants it.
pub fn update_note(lang: Lang, on_agree: impl Fn() + 'static) -> El {
    let button =
        el("button", "button").attr("type", "button").on_click(on_agree).text(words::app::update_now(lang));
    el("div", "update-note")
        .attr("role", "status")
        .with(el("p", "").text(words::app::update_waits(lang)))
        .with(button)
}
