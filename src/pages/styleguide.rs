//! `/styleguide`: every component in its states. Development builds alone have it.

use crate::node::{El, Node, el};
use crate::words::{self, Lang};

mod asked;
mod drawn;
mod framed;
mod listed;
mod marked;
mod met;

/// A component or a chart by its file's name, and what it looks like in each of its states.
struct Shelf(&'static str, Vec<Node>);

/// `/styleguide`: every component in its states.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let shelves = [
        marked::shelves(lang),
        asked::shelves(),
        met::shelves(),
        listed::shelves(lang),
        drawn::shelves(lang),
        framed::shelves(lang),
    ];
    let shelf = |Shelf(name, states)| {
        let state = |state: Node| el("div", "section").with(state);
        el("section", "section section--ruled")
            .attr("data-component", name)
            .with(el("h2", "").text(name))
            .with_all(states.into_iter().map(state))
    };
    el("div", "page")
        .with(el("h1", "").text(words::styleguide::title(lang)))
        .with(buttons())
        .with_all(shelves.into_iter().flatten().map(shelf))
        .into()
}

/// What is no component of its own: the classes of `base.css`.
fn buttons() -> El {
    let button = |class: &'static str| el("button", class).attr("type", "button").text(class);
    el("p", "row")
        .attr("data-component", "buttons")
        .with_all(["button", "button button--primary", "button button--quiet"].map(button))
        .with(button("button").flag("disabled", true))
}
