//! The last step: what is missing or absurd, or the way to the plan.

use leptos::prelude::*;
use planner::answers::{FormError, Reason};

use super::question::{heading, title};
use crate::node::{El, el};
use crate::pages::asking::Asking;
use crate::pages::asking::rows::fold;
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::state::steps::{self, Section, Step};
use crate::words;

/// What is missing, each with the way to its step; or the way to the plan.
pub(super) fn view(asking: &Asking, question: El) -> El {
    let lang = asking.lang;
    let problems = by_step(&asking.draft.open());
    let question = question.with(heading(asking, &Step::Review));
    let question = if problems.is_empty() {
        let (draft, plan) = (asking.draft, expect_context::<CurrentPlan>().plan());
        let finish = move || {
            draft.ask_for_class();
            if let Some(plan) = plan.get_untracked() {
                draft.assessed(plan.profile.class);
            }
        };
        let way = el("a", "button button--primary question__add")
            .attr("href", Route::Retirement.path())
            .on_click(finish);
        question
            .with(el("p", "question__note").text(words::discover::complete_way_on(lang)))
            .with(way.text(words::discover::to_plan(lang)))
    } else {
        let rows = problems.iter().map(|(step, errors)| row(asking, step, errors));
        question
            .with(el("p", "question__lead").text(words::discover::missing(lang, problems.len())))
            .with(el("ul", "review").attr("role", "list").with_all(rows))
    };
    question.with(contents(asking, fold(words::discover::all_questions(lang), false)))
}

fn row(asking: &Asking, step: &Step, errors: &[FormError]) -> El {
    let (lang, region) = (asking.lang, asking.region);
    let one_question = matches!(step, Step::Goal(_) | Step::Risk(_) | Step::Region);
    // An open question needs no reason: its name says what is missing.
    let told = errors.iter().filter(|error| !(one_question && error.reason == Reason::Missing));
    let sentences = told.map(|error| {
        el("li", "").text(if one_question {
            words::problems::reason(lang, region, error)
        } else if asking.draft.text(&error.field).is_some() {
            words::problems::unreadable(lang, words::fields::unit(&error.field)).to_owned()
        } else {
            words::problems::sentence(lang, region, error)
        })
    });
    let link = el("a", "review__link")
        .attr("href", Route::Discover(step.slug()).path())
        .with(el("span", "review__title").text(title(asking, step)))
        .with(el("span", "review__way").text(words::discover::answer(lang)));
    el("li", "review__step")
        .with(link)
        .with(el("ul", "review__reasons").attr("role", "list").with_all(sentences))
}

/// Every question by its section, each a link.
fn contents(asking: &Asking, fold: El) -> El {
    let steps = steps::all(&asking.form, &asking.firm);
    let link = |step: &Step| {
        let jump = el("a", "review__jump").attr("href", Route::Discover(step.slug()).path());
        el("li", "").with(jump.text(title(asking, step)))
    };
    let sections = Section::ALL.into_iter().filter(|section| *section != Section::Review);
    sections.fold(fold, |fold, section| {
        let links = steps.iter().filter(|step| step.section(&asking.firm) == section).map(link);
        fold.with(el("h3", "review__section").text(words::discover::section(asking.lang, section)))
            .with(el("ul", "review").attr("role", "list").with_all(links))
    })
}

/// Problems by the step that asks, in the order of the steps.
fn by_step(errors: &[FormError]) -> Vec<(Step, Vec<FormError>)> {
    let mut steps: Vec<(Step, Vec<FormError>)> = Vec::new();
    for error in errors {
        let step = Step::of(&error.field);
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, errors)) => errors.push(error.clone()),
            None => steps.push((step, vec![error.clone()])),
        }
    }
    steps
}
