//! The last step: what is missing or absurd, or the way to the plan.

use leptos::prelude::*;
use planner::answers::{FormError, Reason};

use super::asking::Asking;
use super::question::{heading, title};
use crate::routes::Route;
use crate::state::steps::{self, Section, Step};
use crate::words;

/// What is missing, each with the way to its step; or the way to the plan.
pub(super) fn view(asking: Asking) -> AnyView {
    let problems = Memo::new(move |_| {
        asking
            .draft
            .answers()
            .with(|answers| answers.as_ref().err().map_or_else(Vec::new, |errors| by_step(errors)))
    });
    let list = move || {
        problems.with(|problems| {
            if problems.is_empty() {
                complete(asking)
            } else {
                let rows = problems.iter().map(|(step, errors)| row(asking, step, errors)).collect_view();
                view! {
                    <p class="question__lead">
                        {words::discover::missing(asking.lang.get(), problems.len())}
                    </p>
                    <ul class="review" role="list">{rows}</ul>
                }
                .into_any()
            }
        })
    };
    view! {
        {heading(asking, &Step::Review)}
        {list}
        <details class="fold">
            <summary class="fold__title">{asking.word(words::discover::all_questions)}</summary>
            {move || contents(asking)}
        </details>
    }
    .into_any()
}

fn complete(asking: Asking) -> AnyView {
    view! {
        <p class="question__note">{asking.word(words::discover::complete_way_on)}</p>
        <a class="button button--primary question__add" href=Route::Retirement.path()>{asking.word(words::discover::to_plan)}</a>
    }
    .into_any()
}

fn row(asking: Asking, step: &Step, errors: &[FormError]) -> AnyView {
    let (lang, region) = (asking.lang.get(), asking.region.get());
    let one_question = matches!(step, Step::Goal(_) | Step::Risk(_) | Step::Region);
    // An open question needs no reason: its name says what is missing.
    let told = errors.iter().filter(|error| !(one_question && error.reason == Reason::Missing));
    let sentences = told.map(|error| {
        let sentence = if one_question {
            words::problems::reason(lang, region, error)
        } else if asking.draft.text(&error.field).is_some() {
            words::problems::unreadable(lang, words::fields::unit(&error.field)).to_owned()
        } else {
            words::problems::sentence(lang, region, error)
        };
        view! { <li>{sentence}</li> }
    });
    view! {
        <li class="review__step">
            <a class="review__link" href=Route::Discover(step.slug()).path()>
                <span class="review__title">{title(asking, step)}</span>
                <span class="review__way">{words::discover::answer(lang)}</span>
            </a>
            <ul class="review__reasons" role="list">{sentences.collect_view()}</ul>
        </li>
    }
    .into_any()
}

/// Every question by its section, each a link.
fn contents(asking: Asking) -> AnyView {
    let lang = asking.lang.get();
    let steps = asking.draft.form().with(|form| asking.firm.with_value(|firm| steps::all(form, firm)));
    let section = |section| {
        let of_section = |step: &&Step| asking.firm.with_value(|firm| step.section(firm) == section);
        let links = steps.iter().filter(of_section).map(|step| {
            let href = Route::Discover(step.slug()).path();
            view! { <li><a class="review__jump" href=href>{title(asking, step)}</a></li> }
        });
        view! {
            <h3 class="review__section">{words::discover::section(lang, section)}</h3>
            <ul class="review" role="list">{links.collect_view()}</ul>
        }
    };
    let sections = Section::ALL.into_iter().filter(|section| *section != Section::Review);
    sections.map(section).collect_view().into_any()
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
