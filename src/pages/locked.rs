//! What stands in the place of a plan that is not there yet: what is missing, or what failed.

use std::sync::Arc;

use leptos::prelude::*;
use wire::Account;

use crate::node::{Node, Text, el};
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::session::{Presence, Session};
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::state::steps::{self, Step};
use crate::words::{self, Lang};

/// What stands on every page of the plan for somebody who has not answered anything.
#[must_use]
pub fn nothing_answered(lang: Lang) -> Node {
    let way = el("a", "button button--primary")
        .attr("href", Route::Discover("region".to_owned()).path())
        .text(words::home::begin(lang));
    el("div", "page")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::not_begun(lang)))
                .with(el("p", "").text(words::home::lead(lang))),
        )
        .with(el("p", "").with(way))
        .into()
}

/// A page for whoever is signed in: what stands there while the server is asked, where it cannot be asked,
/// for a guest, and for an account, whose page stays while a session that has run out is renewed.
pub fn once_known(
    lang: Lang,
    unreachable: &'static str,
    guest: impl FnOnce() -> Node,
    own: impl FnOnce(&Arc<Account>) -> Node,
) -> Node {
    let session = expect_context::<Session>();
    match session.presence() {
        Presence::Asking => skeleton(words::app::loading(lang)),
        Presence::Unreachable => {
            let way_out = words::meetings::unreachable_way_out(lang).into();
            failure(lang, unreachable, way_out, move || session.ask())
        }
        Presence::Guest | Presence::Expired(None) => guest(),
        Presence::SignedIn(account) | Presence::Expired(Some(account)) => own(&account),
    }
}

/// What is missing before there is a plan, with the way to the next open question.
#[must_use]
pub fn missing_answers(lang: Lang) -> Node {
    let (open, next) = expect_context::<Draft>().answers().with(|answers| {
        let errors = answers.as_ref().err().map_or(&[][..], Vec::as_slice);
        let mut steps: Vec<_> = errors.iter().map(|error| Step::of(&error.field).slug()).collect();
        steps.dedup();
        (steps.len(), steps::next_open(errors).slug())
    });
    let way = el("a", "button button--primary")
        .attr("href", Route::Discover(next).path())
        .text(words::app::to_next_open(lang));
    el("div", "page")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::not_yet(lang)))
                .with(el("p", "").text(words::app::not_yet_count(lang, open))),
        )
        .with(el("p", "").with(way))
        .into()
}

/// The room of a plan that is being computed for the first time, or why it cannot be.
#[must_use]
pub fn no_plan_yet(lang: Lang) -> Node {
    let plan = expect_context::<CurrentPlan>();
    if expect_context::<FirmData>().get().is_none() {
        return no_firm_yet(lang);
    }
    match plan.failed().get() {
        Some(sentence) => failure(lang, words::app::no_plan(lang), sentence.into(), move || plan.retry()),
        None => skeleton(words::app::computing(lang)),
    }
}

/// The room of the firm's data while they load, or why there are none.
#[must_use]
pub fn no_firm_yet(lang: Lang) -> Node {
    let firm = expect_context::<FirmData>();
    if firm.failed().get() {
        let way_out = words::app::firm_missing_way_out(lang);
        failure(lang, words::app::firm_missing(lang), way_out.into(), move || firm.retry())
    } else {
        skeleton(words::app::loading(lang))
    }
}

/// The room of a page that could not be fetched.
#[must_use]
pub fn page_missing(lang: Lang, retry: impl Fn() + 'static) -> Node {
    failure(lang, words::app::page_missing(lang), words::app::page_missing_way_out(lang).into(), retry)
}

/// The room of the firm's shelf while it loads, or why there is none.
#[must_use]
pub fn no_shelf_yet(lang: Lang) -> Node {
    let shelf = shared(ShelfData::new);
    if shelf.failed() {
        let way_out = words::app::shelf_missing_way_out(lang);
        failure(lang, words::app::shelf_missing(lang), way_out.into(), move || shelf.retry())
    } else {
        skeleton(words::app::loading(lang))
    }
}

/// The room of a part that stands on the firm's shelf, or why it is not there.
#[must_use]
pub fn no_shelf_here(lang: Lang) -> Node {
    let shelf = shared(ShelfData::new);
    if !shelf.failed() {
        return el("div", "section")
            .attr("aria-busy", "true")
            .with(el("p", "visually-hidden").text(words::app::loading(lang)))
            .with(el("span", "skeleton skeleton--figure"))
            .into();
    }
    let retry = el("button", "button")
        .attr("type", "button")
        .on_click(move || shelf.retry())
        .text(words::app::retry(lang));
    el("div", "section")
        .attr("role", "alert")
        .with(el("p", "").text(words::app::shelf_missing(lang)))
        .with(el("p", "muted").text(words::app::shelf_missing_way_out(lang)))
        .with(el("p", "").with(retry))
        .into()
}

/// What failed, what to do about it, and the button that tries again.
#[must_use]
pub fn failure(lang: Lang, what: &'static str, way_out: Text, retry: impl Fn() + 'static) -> Node {
    let retry = el("button", "button button--primary")
        .attr("type", "button")
        .on_click(retry)
        .text(words::app::retry(lang));
    el("div", "page")
        .with(
            el("header", "page__head")
                .attr("role", "alert")
                .with(el("h1", "").text(what))
                .with(el("p", "").text(way_out)),
        )
        .with(el("p", "").with(retry))
        .into()
}

/// Reserved space while something is on its way, with its name for those who hear the page.
#[must_use]
pub fn skeleton(what: &'static str) -> Node {
    el("div", "page")
        .attr("aria-busy", "true")
        .with(el("p", "visually-hidden").attr("role", "status").text(what))
        .with(el("span", "skeleton skeleton--title"))
        .with(el("span", "skeleton skeleton--line"))
        .with(el("span", "skeleton skeleton--figure"))
        .into()
}
