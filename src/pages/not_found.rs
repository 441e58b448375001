//! Any other address: there is nothing, and the way out.

use crate::node::{Node, el};
use crate::routes::Route;
use crate::words::{self, Lang};

/// Any other address: there is nothing, and the way out.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let way = el("a", "button").attr("href", Route::Home.path()).text(words::app::to_home(lang));
    el("div", "page")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::not_found(lang)))
                .with(el("p", "").text(words::app::not_found_way_out(lang))),
        )
        .with(el("p", "").with(way))
        .into()
}
