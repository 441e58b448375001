//! Why the plan is in its zone, and what happens if it goes badly.

use std::sync::Arc;

use planner::Plan;

use crate::charts::spread::{Spread, Step};
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

/// What is explained beside the zone's figures.
const METHOD: [Explained; 6] = [
    method::FUNDED_RATIO,
    method::P_B_M,
    method::ZONE,
    method::NEAR_BORDER,
    method::CONFIDENCE,
    method::RETURNS,
];

/// P, B, M and E with their borders, and how K is spread.
pub(super) fn why(planned: &Planned) -> El {
    let Planned { lang, trial, firm, .. } = planned;
    let lang = *lang;
    let figures = words::retirement::figures(lang, &trial.standing, &firm.policy.zone);
    let rows = figures.into_iter().map(|figure| FigureRow {
        name: figure.name,
        value: figure.value,
        note: figure.note,
    });
    let short = format::percent(lang, 1.0 - trial.standing.success, 0);
    let (drawn, listed) = (Arc::clone(trial), Arc::clone(trial));
    let figure = Figure::new(
        words::charts::spread_sentence(lang, &short),
        move |room| spread(lang, &drawn).draw(room, |ratio| format::percent(lang, ratio, 0)),
        move || table(lang, &listed),
    );
    ruled_section(words::retirement::why(lang))
        .with(el("p", "muted").text(words::retirement::why_lead(lang, trial.projection.lifetimes)))
        .with(figure_table(rows))
        .with(figure.show(lang))
        .with(explained(lang, &METHOD))
}

/// What a bad market leaves, and what a little less return or a longer life would do.
pub(super) fn badly(planned: &Planned) -> El {
    let Planned { lang, trial, firm, .. } = planned;
    let lang = *lang;
    let (standing, wished) = (&trial.standing, trial.household.wished_year);
    let money = |amount| format::money_short(lang, trial.region, amount);
    let paid = standing.bad_market.min(1.0) * wished;
    let sentence = words::retirement::badly_sentence(lang, &money(paid), &money(wished), standing);
    let cut = standing.bad_market < 1.0;
    // A border nearby is said at the top of the page.
    let border = (!standing.near_border).then(|| words::zone::holds(lang, &firm.policy.zone));
    ruled_section(words::retirement::badly(lang))
        .with(el("p", "").text(sentence))
        .with(cut.then(|| el("p", "").text(words::retirement::badly_way_out(lang))))
        .with(border.map(|text| el("p", "muted").text(text)))
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
