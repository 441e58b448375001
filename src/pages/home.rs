//! `/`: what this is and where to begin; once the answers are complete, the dashboard's chunk.

use leptos::prelude::*;

use crate::chunks::Chunks;
use crate::components::hills::hills;
use crate::node::{El, Node, el};
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::steps;
use crate::words::{self, Lang};

/// `/`: what this is and where to begin; once the answers are complete, where the plan stands.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let complete = expect_context::<Draft>().answers().with(Result::is_ok);
    let dashboard = complete.then(|| expect_context::<Chunks>().page("home", lang)).flatten();
    dashboard.unwrap_or_else(|| around(lang, welcome(lang)).into())
}

/// `/` for somebody who has not begun; the minutes are what the questions take.
#[must_use]
pub fn newcomer(lang: Lang, minutes: u32) -> Node {
    around(lang, invitation(lang, minutes)).into()
}

/// Minutes that the questions take, as long as the firm's own are not here.
pub const USUAL_MINUTES: u32 = 10;

/// The page around what it says first.
fn around(lang: Lang, welcome: El) -> El {
    let first = el("section", "home__first").with(welcome).with(hills(words::home::drawing(lang)));
    el("div", "home").with(first).with(what_follows(lang))
}

/// What this is, and the one start.
fn invitation(lang: Lang, minutes: u32) -> El {
    let terms = words::home::terms(lang, minutes).map(|term| el("li", "").text(term));
    what_it_is(lang)
        .with(ways(main_way("region".to_owned(), words::home::begin(lang))))
        .with(el("ul", "home__terms").attr("role", "list").with_all(terms))
}

fn what_it_is(lang: Lang) -> El {
    let phrase = |phrase| el("span", "home__phrase").text(phrase);
    el("div", "home__words")
        .with(el("h1", "home__headline").with_all(words::home::headline(lang).map(phrase)))
        .with(el("p", "home__lead").text(words::home::lead(lang)))
}

/// What this is, and the one start or the way back to where the investor was.
fn welcome(lang: Lang) -> El {
    let draft = expect_context::<Draft>();
    let firm = expect_context::<FirmData>().get();
    let way = firm.map(|firm| draft.form().with(|form| steps::all(form, &firm)));
    if draft.untouched() {
        return invitation(lang, way.as_deref().map_or(USUAL_MINUTES, steps::minutes));
    }
    let place = draft.place().unwrap_or_default();
    let at = way.and_then(|way| {
        let number = way.iter().position(|step| step.slug() == place)?;
        let left = steps::minutes(way.get(number..)?);
        Some(words::home::resume_at(lang, number + 1, way.len() - 1, left)).filter(|_| number + 1 < way.len())
    });
    let at = at.unwrap_or_default();
    what_it_is(lang)
        .with(ways(main_way(place, words::home::resume(lang))))
        .with(el("p", "home__at").text(at).text(" ").text(words::app::stays_here(lang)))
}

fn main_way(step: String, name: &'static str) -> El {
    el("a", "button button--primary home__begin").attr("href", Route::Discover(step).path()).text(name)
}

fn ways(first: El) -> El {
    el("p", "home__ways").with(first)
}

/// What will happen, for somebody who has not begun.
fn what_follows(lang: Lang) -> El {
    let steps = words::home::steps(lang).map(|(title, text)| step(title.into(), text.into()));
    el("ol", "home__steps").attr("role", "list").with_all(steps)
}

fn step(title: Node, text: Node) -> El {
    el("li", "home__step").with(el("h2", "home__step-title").with(title)).with(el("p", "").with(text))
}
