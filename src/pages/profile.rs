//! `/profile`: the class, what capped it, and what does not fit together.

use leptos::prelude::*;
use planner::Plan;
use planner::firm::{Class, Dimension};

use crate::components::class_scale::{ClassRow, class_scale};
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::phrased::phrased;
use crate::components::section::{ruled_section, section};
use crate::format;
use crate::node::{El, Node, el};
use crate::pages::assessment;
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

mod choice;
mod flags;
mod reasons;

/// `/profile`: the class, what capped it, and what does not fit together.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let Planned { lang, plan, .. } = planned;
    let (lang, class) = (*lang, plan.profile.class);
    let head = el("header", "page__head")
        .with(phrased(el("h1", "page__answer"), &words::profile::sentence(lang, class)))
        .with(el("p", "").text(words::profile::class_meaning(lang, class)))
        .with(assessment::standing(lang, plan));
    el("article", "page profile")
        .with(head)
        .with(axis(lang, plan))
        .with(flags::contradictions(planned))
        .with(reasons::reasons(planned))
        .with(choice::choice(lang, plan))
        .with(dimensions(lang, plan))
        .with(flags::notices(planned))
        .with(validity(planned))
        .into()
}

/// The loss that goes with the class, how long the assessment counts, and where to go from here.
fn validity(planned: &Planned) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let lang = *lang;
    let share = format::percent(lang, plan.profile.loss_limit, 0);
    let months = firm.policy.suitability.assessment_valid_months;
    // It counts from the month in which they said that the class is theirs.
    let from = expect_context::<Draft>().confirmed().unwrap_or(plan.made);
    let until = format::year_month(lang, from.plus_months(months));
    let onward = el("a", "button button--primary")
        .attr("href", Route::Allocation.path())
        .text(words::profile::to_allocation(lang));
    let back = el("a", "button button--quiet")
        .attr("href", Route::Discover("review".to_owned()).path())
        .text(words::profile::to_answers(lang));
    el("section", "section section--ruled")
        .with(el("p", "").text(words::profile::loss_limit(lang, &share)))
        .with(el("p", "muted").text(words::profile::valid_until(lang, &until, months)))
        .with(el("p", "row").with(onward).with(back))
}

/// What is explained beside the axis.
const METHOD: [Explained; 3] = [method::PROFILE_SCORE, method::CLASS, method::NEEDED_RETURN];

/// What can be borne, what is wanted and what is needed, on one axis.
fn axis(lang: Lang, plan: &Plan) -> El {
    let profile = &plan.profile;
    let sentence = words::profile::axis_sentence(lang, profile.ability_class, profile.willingness_class);
    let need = match plan.allocation.needed.class {
        None => words::profile::need_none(lang).to_owned(),
        Some(needed) if needed > profile.class => words::profile::need_above(lang, needed),
        Some(needed) if needed > profile.recommended => words::profile::need_above_recommended(lang, needed),
        Some(_) => words::profile::need_within(lang).to_owned(),
    };
    section(words::profile::axis(lang))
        .with(el("p", "").text(sentence))
        .with(class_scale(lang, rows(lang, plan)))
        .with(el("p", "").text(need))
        .with(explained(lang, &METHOD))
}

fn rows(lang: Lang, plan: &Plan) -> [ClassRow; 4] {
    let profile = &plan.profile;
    let row = |name, class: Option<Class>, counts| {
        let text = class
            .map_or_else(|| words::profile::need_none(lang), |class| words::profile::class_name(lang, class));
        ClassRow { name, class, counts, text }
    };
    [
        row(words::profile::ability(lang), Some(profile.ability_class), false),
        row(words::profile::willingness(lang), Some(profile.willingness_class), false),
        row(words::profile::need(lang), plan.allocation.needed.class, false),
        row(words::profile::counts(lang), Some(profile.class), true),
    ]
}

/// The five dimensions from 0 to 100.
fn dimensions(lang: Lang, plan: &Plan) -> El {
    let profile = &plan.profile;
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
    ruled_section(words::profile::dimensions(lang))
        .with(el("p", "muted").text(words::profile::dimensions_lead(lang)))
        .with(figure_table(dimensions.map(row)))
}
