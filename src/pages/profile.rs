//! `/profile`: the class, what capped it, and what does not fit together.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;
use planner::firm::{Class, Dimension};

use crate::components::class_scale::{ClassRow, ClassScale};
use crate::components::figure_table::{FigureRow, FigureTable};
use crate::format;
use crate::live;
use crate::pages::assessment;
use crate::pages::planned::{Planned, once_planned};
use crate::routes::Route;
use crate::state::language::Language;
use crate::words::{self, Lang};

mod choice;
mod flags;
mod reasons;

/// `/profile`: the class, what capped it, and what does not fit together.
#[component]
pub fn ProfilePage() -> impl IntoView {
    once_planned(page)
}

fn page(planned: Planned) -> AnyView {
    let lang = expect_context::<Language>().signal();
    let Planned { plan, firm, .. } = planned;
    let class = Memo::new(move |_| plan.with(|plan| plan.profile.class));
    let limit = move || {
        let share = format::percent(lang.get(), plan.with(|plan| plan.profile.loss_limit), 0);
        words::profile::loss_limit(lang.get(), &share)
    };
    let valid = move || {
        let months = firm.with(|firm| firm.policy.suitability.assessment_valid_months);
        let until = plan.with(|plan| plan.made).plus_months(months);
        words::profile::valid_until(lang.get(), &format::year_month(lang.get(), until), months)
    };
    view! {
        <article class="page profile">
            <header class="page__head">
                <h1 class="page__answer">{live::text(move || words::profile::sentence(lang.get(), class.get()))}</h1>
                <p>{live::text(move || words::profile::class_meaning(lang.get(), class.get()))}</p>
                {assessment::standing(lang, plan)}
            </header>
            {axis(lang, plan)}
            {flags::contradictions(lang, planned)}
            {reasons::reasons(lang, planned)}
            {choice::choice(lang, plan)}
            {dimensions(lang, plan)}
            {flags::notices(lang, planned)}
            <section class="section section--ruled">
                <p>{live::text(limit)}</p>
                <p class="muted">{live::text(valid)}</p>
                <p class="row">
                    <a class="button button--primary" href=Route::Allocation.path()>
                        {live::text(move || words::profile::to_allocation(lang.get()))}
                    </a>
                    <a class="button button--quiet" href=Route::Discover("review".to_owned()).path()>
                        {live::text(move || words::profile::to_answers(lang.get()))}
                    </a>
                </p>
            </section>
        </article>
    }
    .into_any()
}

/// What can be borne, what is wanted and what is needed, on one axis.
fn axis(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let rows = Signal::derive(move || rows(lang.get(), &plan.get()));
    let sentence = move || {
        plan.with(|plan| {
            words::profile::axis_sentence(
                lang.get(),
                plan.profile.ability_class,
                plan.profile.willingness_class,
            )
        })
    };
    let need = move || {
        let lang = lang.get();
        plan.with(|plan| match plan.allocation.needed.class {
            None => words::profile::need_none(lang).to_owned(),
            Some(needed) if needed > plan.profile.class => words::profile::need_above(lang, needed),
            Some(needed) if needed > plan.profile.recommended => {
                words::profile::need_above_recommended(lang, needed)
            }
            Some(_) => words::profile::need_within(lang).to_owned(),
        })
    };
    view! {
        <section class="section">
            <h2>{live::text(move || words::profile::axis(lang.get()))}</h2>
            <p>{live::text(sentence)}</p>
            <ClassScale lang rows />
            <p>{live::text(need)}</p>
        </section>
    }
}

fn rows(lang: Lang, plan: &Plan) -> Vec<ClassRow> {
    let profile = &plan.profile;
    let row = |name: &str, class: Option<Class>, counts| {
        let text = class
            .map_or_else(|| words::profile::need_none(lang), |class| words::profile::class_name(lang, class));
        ClassRow { name: name.to_owned(), class, counts, text: text.to_owned() }
    };
    vec![
        row(words::profile::ability(lang), Some(profile.ability_class), false),
        row(words::profile::willingness(lang), Some(profile.willingness_class), false),
        row(words::profile::need(lang), plan.allocation.needed.class, false),
        row(words::profile::counts(lang), Some(profile.class), true),
    ]
}

/// The five dimensions from 0 to 100.
fn dimensions(lang: Signal<Lang>, plan: Signal<Arc<Plan>>) -> impl IntoView {
    let rows = Signal::derive(move || {
        let lang = lang.get();
        let profile = plan.with(|plan| plan.profile.clone());
        let dimensions = [
            (Dimension::Capacity, Some(profile.capacity)),
            (Dimension::Horizon, Some(profile.horizon)),
            (Dimension::Tolerance, Some(profile.tolerance)),
            (Dimension::Composure, profile.composure),
            (Dimension::Knowledge, Some(profile.knowledge)),
        ];
        let row = |(dimension, points): (Dimension, Option<f64>)| FigureRow {
            name: words::profile::dimension(lang, dimension).to_owned(),
            value: points.map_or_else(|| "—".to_owned(), |points| format::number(lang, points, 0)),
            note: if points.is_some() {
                words::profile::dimension_meaning(lang, dimension)
            } else {
                words::profile::no_evidence(lang)
            }
            .to_owned(),
        };
        dimensions.into_iter().map(row).collect()
    });
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::profile::dimensions(lang.get()))}</h2>
            <p class="muted">{live::text(move || words::profile::dimensions_lead(lang.get()))}</p>
            <FigureTable rows />
        </section>
    }
}
