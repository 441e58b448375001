//! `/discover/:step`: the questions, one a screen on a phone, a few on a desk.

use std::rc::Rc;

use planner::firm::Region;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::components::progress_line::progress_line;
use crate::node::{El, Node, el, kept, keyed};
use crate::pages::asking::Asking;
use crate::pages::locked::no_firm_yet;
use crate::routes::Route;
use crate::state::steps::{Section, Step};
use crate::words::{self, Lang};

use visit::Visit;
use walk::Walk;

mod choices;
mod household;
mod money;
mod question;
mod review;
pub(super) mod visit;
mod walk;

/// `/discover/:step`: the questions, one a screen on a phone, a few on a desk.
#[must_use]
pub fn page(lang: Lang) -> Node {
    kept("discover", Visit::new, move |visit| match visit.walk() {
        Some(walk) => questions(lang, visit, walk).into(),
        None => no_firm_yet(lang),
    })
}

/// The first question, before anything can be answered.
#[must_use]
pub fn first(lang: Lang) -> Node {
    let section = words::discover::section(lang, Section::ALL[0]);
    let head = el("header", "discover__head")
        .with(progress_line("\u{a0}".to_owned(), Vec::new()))
        .with(el("p", "discover__section").text(section));
    el("div", "discover").with(head).with(el("div", "discover__questions").with(question::first(lang))).into()
}

fn questions(lang: Lang, visit: Visit, walk: Walk) -> El {
    let wide = visit.wide();
    let (head, ways, keys) = (head(lang, wide, &walk), ways(lang, visit, &walk), keys(lang, &walk));
    let steps = walk.screen().to_vec();
    let asking = Rc::new(Asking {
        draft: visit.draft,
        tried: visit.tried(&walk),
        region: walk.form.region.unwrap_or(Region::China),
        firm: walk.firm,
        form: walk.form,
        lang,
        wide,
        visit: Some(visit),
    });
    let question = |step| {
        let asking = Rc::clone(&asking);
        keyed(Step::slug(&step), move || question::view(&asking, &step))
    };
    el("form", "discover")
        .class_if("discover--wide", wide)
        .flag("novalidate", true)
        .attr("autocomplete", "off")
        .on("submit", move |event| {
            event.prevent_default();
            visit.go_on();
        })
        .on("keydown", move |event| {
            if goes_on(event.unchecked_ref()) {
                event.prevent_default();
                visit.go_on();
            }
        })
        .with(head)
        .with(el("div", "discover__questions").with_all(steps.into_iter().map(question)))
        .with(ways)
        .with(keys)
}

/// How far along, and the stretch: the page's heading where several questions stand under it.
fn head(lang: Lang, wide: bool, walk: &Walk) -> El {
    let section = walk.section().map(|section| words::discover::section(lang, section));
    el("header", "discover__head")
        .with(progress_line(walk.progress(lang), walk.stretches()))
        .with(el(if wide { "h1" } else { "p" }, "discover__section").with(section))
}

/// The ways back and on.
fn ways(lang: Lang, visit: Visit, walk: &Walk) -> El {
    let quiet_link =
        |route: Route, words| el("a", "button button--quiet").attr("href", route.path()).text(words);
    let back = walk.neighbour(-1).map(|step| quiet_link(Route::Discover(step), words::discover::back(lang)));
    let complete = walk.section() == Some(Section::More) && visit.complete();
    let to_plan = complete.then(|| quiet_link(Route::Retirement, words::discover::to_plan(lang)));
    let stuck = visit.tried(walk) && walk.has_problems(visit.draft);
    let later = walk.neighbour(1).filter(|_| stuck).map(|step| {
        el("button", "button button--quiet")
            .attr("type", "button")
            .on_click(move || visit.go(step.clone()))
            .text(words::discover::later(lang))
    });
    let on = if walk.skippable() { words::discover::skip(lang) } else { words::discover::next(lang) };
    let next = || el("button", "button button--primary discover__next").attr("type", "submit").text(on);
    el("footer", "discover__ways")
        .with(back)
        .with(el("span", "discover__room"))
        .with(to_plan)
        .with(later)
        .with((!walk.at_review()).then(next))
}

/// What the keyboard does, under the ways on.
fn keys(lang: Lang, walk: &Walk) -> Option<El> {
    let keys = || el("p", "discover__keys").attr("aria-hidden", "true").text(words::discover::keys(lang));
    (!walk.at_review()).then(keys)
}

/// Enter goes on, wherever it has no meaning of its own.
fn goes_on(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let own = target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "TEXTAREA" | "BUTTON" | "A" | "SUMMARY" | "SELECT")
    });
    // A Chinese keyboard takes Enter while it composes.
    event.key() == "Enter" && !own && !event.is_composing()
}
