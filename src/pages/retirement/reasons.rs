//! Why the plan is in its zone, and what happens if it goes badly.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Plan;

use super::Desk;
use crate::charts::spread::{Spread, Step};
use crate::components::data_table::Table;
use crate::components::drawn_figure::{Drawing, DrawnFigure};
use crate::components::figure_table::{FigureRow, FigureTable};
use crate::format;
use crate::live;
use crate::words::{self, Lang};

/// P, B, M and E with their borders, and how K is spread.
pub(super) fn why(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let trial = desk.planned.trial;
    let firm = desk.planned.firm;
    let rows = Signal::derive(move || {
        let figures = words::retirement::figures(lang.get(), &trial.get().standing, &firm.get().policy.zone);
        figures
            .into_iter()
            .map(|figure| FigureRow { name: figure.name, value: figure.value, note: figure.note })
            .collect()
    });
    let drawing: Drawing = Arc::new(move |room| {
        let lang = lang.get();
        spread(lang, &trial.get()).draw(room, |ratio| format::percent(lang, ratio, 0))
    });
    let sentence = Signal::derive(move || {
        let short = 1.0 - trial.get().standing.success;
        words::charts::spread_sentence(lang.get(), &format::percent(lang.get(), short, 0))
    });
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::retirement::why(lang.get()))}</h2>
            <p class="muted">{live::text(move || words::retirement::why_lead(lang.get(), trial.get().projection.lifetimes))}</p>
            <FigureTable rows />
            <DrawnFigure lang sentence drawing table=Signal::derive(move || table(lang.get(), &trial.get())) />
        </section>
    }
}

/// What a bad market leaves, and what a little less return or a longer life would do.
pub(super) fn badly(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let trial = desk.planned.trial;
    let sentence = move || {
        let plan = trial.get();
        let (standing, wished) = (plan.standing, plan.household.wished_year);
        let money = |amount| format::money_short(lang.get(), plan.region, amount);
        let paid = standing.bad_market.min(1.0) * wished;
        words::retirement::badly_sentence(lang.get(), &money(paid), &money(wished), &standing)
    };
    let border = move || {
        // A border nearby is said at the top of the page.
        let (near, policy) = (trial.get().standing.near_border, desk.planned.firm.get().policy.zone);
        (!near).then(|| view! { <p class="muted">{words::zone::holds(lang.get(), &policy)}</p> })
    };
    view! {
        <section class="section section--ruled">
            <h2>{live::text(move || words::retirement::badly(lang.get()))}</h2>
            <p>{live::text(sentence)}</p>
            {live::part(move || {
                let cut = trial.get().standing.bad_market < 1.0;
                cut.then(|| view! { <p>{words::retirement::badly_way_out(lang.get())}</p> })
            })}
            {live::part(border)}
        </section>
    }
}

fn spread(lang: Lang, plan: &Plan) -> Spread {
    let standing = &plan.standing;
    let share = |value| format::percent(lang, value, 0);
    Spread {
        distribution: plan.projection.distribution.clone(),
        marks: vec![
            (1.0, words::charts::whole_wish(lang).to_owned()),
            (standing.median, words::charts::median_mark(lang, &share(standing.median))),
            (standing.bad_market, words::charts::bad_mark(lang, &share(standing.bad_market))),
        ],
    }
}

fn table(lang: Lang, plan: &Plan) -> Table {
    let share = |value| format::percent(lang, value, 0);
    let row = |step: &Step| {
        let name = if step.open {
            words::charts::from_on(lang, &share(step.from))
        } else {
            words::charts::span(lang, &share(step.from), &share(step.to))
        };
        vec![name, format::percent(lang, step.share, 1)]
    };
    Table {
        columns: words::charts::spread_columns(lang).map(str::to_owned).to_vec(),
        rows: spread(lang, plan).steps().iter().map(row).collect(),
        prose_columns: 0,
    }
}
