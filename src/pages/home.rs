//! `/`: what this is and where to begin; later, where the plan stands.

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Family;

use crate::components::hills::hills;
use crate::components::zone_badge::zone_badge;
use crate::format;
use crate::node::{El, Node, el};
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::steps;
use crate::words::zone::Mood;
use crate::words::{self, Lang};

/// `/`: what this is and where to begin; later, where the plan stands.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let plan = expect_context::<CurrentPlan>().plan().get();
    let first = match &plan {
        Some(plan) => standing(lang, plan),
        None => welcome(lang),
    };
    let parts = match &plan {
        Some(plan) => parts(lang, plan),
        None => what_follows(lang),
    };
    el("div", "home")
        .with(el("section", "home__first").with(first).with(hills(words::home::drawing(lang))))
        .with(parts)
        .into()
}

/// What this is, and the one start or the way back to where the investor was.
fn welcome(lang: Lang) -> El {
    let phrase = |phrase| el("span", "home__phrase").text(phrase);
    let words = el("div", "home__words")
        .with(el("h1", "home__headline").with_all(words::home::headline(lang).map(phrase)))
        .with(el("p", "home__lead").text(words::home::lead(lang)));
    let draft = expect_context::<Draft>();
    let firm = expect_context::<FirmData>().get();
    let way = firm.map(|firm| draft.form().with(|form| steps::all(form, &firm)));
    if draft.untouched() {
        let minutes = way.as_deref().map_or(8, steps::minutes);
        let terms = words::home::terms(lang, minutes).map(|term| el("li", "").text(term));
        return words
            .with(ways(main_way("region".to_owned(), words::home::begin(lang))))
            .with(el("ul", "home__terms").attr("role", "list").with_all(terms));
    }
    let place = draft.place().unwrap_or_default();
    let at = way.and_then(|way| {
        let number = way.iter().position(|step| step.slug() == place)?;
        let left = steps::minutes(way.get(number..)?);
        Some(words::home::resume_at(lang, number + 1, way.len() - 1, left)).filter(|_| number + 1 < way.len())
    });
    let at = at.unwrap_or_default();
    words
        .with(ways(main_way(place, words::home::resume(lang))))
        .with(el("p", "home__at").text(at).text(" ").text(words::app::stays_here(lang)))
}

fn main_way(step: String, name: &'static str) -> El {
    el("a", "button button--primary home__begin").attr("href", Route::Discover(step).path()).text(name)
}

fn ways(first: El) -> El {
    el("p", "home__ways").with(first)
}

/// Where the plan stands: the zone, then the way to each part of the plan.
fn standing(lang: Lang, plan: &Plan) -> El {
    let to_plan = el("a", "button button--primary home__begin")
        .attr("href", Route::Retirement.path())
        .text(words::home::to_plan(lang));
    let change = el("a", "button button--quiet")
        .attr("href", Route::Discover("review".to_owned()).path())
        .text(words::home::change_answers(lang));
    let sentence = words::zone::sentence(lang, &plan.standing, Mood::Is);
    el("div", "home__words")
        .with(el("div", "home__zone").with(zone_badge(lang, plan.standing.zone)))
        .with(el("h1", "home__answer").text(sentence))
        .with(ways(to_plan).text(" ").with(change))
        .with(el("p", "home__at").text(words::app::stays_here(lang)))
}

/// The parts of the plan, each with its answer in a sentence.
fn parts(lang: Lang, plan: &Plan) -> El {
    let class = if plan.profile.held {
        words::profile::held(lang).to_owned()
    } else {
        words::profile::sentence(lang, plan.profile.class)
    };
    let growth = plan.allocation.weights.iter().filter(|weight| weight.family == Family::Growth);
    let growth = format::percent(lang, growth.map(|weight| weight.share).sum(), 0);
    let ways = words::home::ways(lang, plan.standing.zone, plan.advice.moves.len());
    let rows = [
        (Route::Profile, class),
        (Route::Allocation, words::allocation::sentence(lang, &growth)),
        (Route::Retirement, ways),
    ];
    let row = |(route, sentence): (Route, String)| {
        let title = el("a", "").attr("href", route.path()).text(route.title(lang));
        step(title.into(), sentence.into())
    };
    el("ul", "home__steps home__steps--parts").attr("role", "list").with_all(rows.map(row))
}

/// What will happen, for somebody who has not begun.
fn what_follows(lang: Lang) -> El {
    let steps = words::home::steps(lang).map(|(title, text)| step(title.into(), text.into()));
    el("ol", "home__steps").attr("role", "list").with_all(steps)
}

fn step(title: Node, text: Node) -> El {
    el("li", "home__step").with(el("h2", "home__step-title").with(title)).with(el("p", "").with(text))
}
