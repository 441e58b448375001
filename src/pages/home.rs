//! `/`: what this is and where to begin; later, where the plan stands.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::firm::Family;

use crate::components::hills::Hills;
use crate::components::zone_badge::ZoneBadge;
use crate::format;
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::steps;
use crate::words::zone::Mood;
use crate::words::{self, Lang};

/// `/`: what this is and where to begin; later, where the plan stands.
#[component]
pub fn HomePage() -> impl IntoView {
    let language = expect_context::<Language>();
    let draft = expect_context::<Draft>();
    let plan = expect_context::<CurrentPlan>().plan();
    let has_plan = Memo::new(move |_| plan.with(Option::is_some));
    let lang = move || language.get();
    view! {
        <div class="home">
            <section class="home__first">
                <div class="home__words">
                    {move || {
                        if has_plan.get() {
                            standing(language, plan)
                        } else {
                            view! {
                                <h1 class="home__headline">
                                    {words::home::headline(lang()).map(|phrase| view! {
                                        <span class="home__phrase">{phrase}</span>
                                    })}
                                </h1>
                                <p class="home__lead">{words::home::lead(lang())}</p>
                                {begin(language, draft)}
                            }
                            .into_any()
                        }
                    }}
                </div>
                <Hills label=Signal::derive(move || words::home::drawing(lang()).to_owned()) />
            </section>
            {move || match plan.get() {
                Some(plan) => parts(lang(), &plan),
                None => what_follows(lang()),
            }}
        </div>
    }
}

/// The one start, or the way back to where the investor was.
fn begin(language: Language, draft: Draft) -> AnyView {
    let firm = expect_context::<FirmData>();
    let lang = language.get();
    let way = firm.get().map(|firm| draft.form().with(|form| steps::all(form, &firm)));
    let minutes = way.as_deref().map_or(8, steps::minutes);
    if draft.untouched() {
        return view! {
            <p class="home__ways">
                <a class="button button--primary home__begin" href=Route::Discover("region".to_owned()).path()>
                    {words::home::begin(lang)}
                </a>
            </p>
            <ul class="home__terms" role="list">
                {words::home::terms(lang, minutes).map(|term| view! { <li>{term}</li> })}
            </ul>
        }
        .into_any();
    }
    let place = draft.place().unwrap_or_default();
    let at = way.and_then(|way| {
        let number = way.iter().position(|step| step.slug() == place)?;
        let left = steps::minutes(way.get(number..)?);
        Some(words::home::resume_at(lang, number + 1, way.len() - 1, left)).filter(|_| number + 1 < way.len())
    });
    view! {
        <p class="home__ways">
            <a class="button button--primary home__begin" href=Route::Discover(place).path()>
                {words::home::resume(lang)}
            </a>
        </p>
        <p class="home__at">{at}" "{words::app::stays_here(lang)}</p>
    }
    .into_any()
}

/// Where the plan stands: the zone, then the way to each part of the plan.
fn standing(language: Language, plan: Signal<Option<Arc<Plan>>>) -> AnyView {
    let answer = move || {
        let lang = language.get();
        plan.get().map(|plan| {
            view! {
                <div class="home__zone">
                    <ZoneBadge zone=Signal::stored(plan.standing.zone) lang=language.signal() />
                </div>
                <h1 class="home__answer">{words::zone::sentence(lang, &plan.standing, Mood::Is)}</h1>
                <p class="home__ways">
                    <a class="button button--primary home__begin" href=Route::Retirement.path()>
                        {words::home::to_plan(lang)}
                    </a>
                    <a class="button button--quiet" href=Route::Discover("review".to_owned()).path()>
                        {words::home::change_answers(lang)}
                    </a>
                </p>
                <p class="home__at">{words::app::stays_here(lang)}</p>
            }
        })
    };
    answer.into_any()
}

/// The parts of the plan, each with its answer in a sentence.
fn parts(lang: Lang, plan: &Plan) -> AnyView {
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
        view! {
            <li class="home__step">
                <h2 class="home__step-title"><a href=route.path()>{route.title(lang)}</a></h2>
                <p>{sentence}</p>
            </li>
        }
    };
    view! { <ul class="home__steps home__steps--parts" role="list">{rows.map(row)}</ul> }.into_any()
}

/// What will happen, for somebody who has not begun.
fn what_follows(lang: Lang) -> AnyView {
    let step = |(title, text): (&'static str, &'static str)| {
        view! {
            <li class="home__step">
                <h2 class="home__step-title">{title}</h2>
                <p>{text}</p>
            </li>
        }
    };
    view! { <ol class="home__steps" role="list">{words::home::steps(lang).map(step)}</ol> }.into_any()
}
