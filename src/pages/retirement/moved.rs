//! What moved since the last plan: a waterfall that sums to the change.

use std::sync::Arc;

use leptos::prelude::*;
use planner::change::{Change, Level, Step};

use super::Desk;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::components::waterfall::{Fall, waterfall};
use crate::format;
use crate::node::{El, Node, el, live};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::state::firm_data::FirmData;
use crate::state::last_plan::LastPlan;
use crate::words::{self, Lang, method};

/// What moved since the last plan; on a first visit, what will stand here.
pub(super) fn moved(planned: &Planned, desk: Desk) -> El {
    let lang = planned.lang;
    let (last, firm) = (expect_context::<LastPlan>(), expect_context::<FirmData>());
    let told = live(move || match (last.made(), desk.current.change()) {
        (None, _) => el("p", "muted").text(words::change::first_visit(lang)).into(),
        (Some(_), None) => {
            el("p", "muted").attr("role", "status").text(words::change::computing(lang)).into()
        }
        (Some(made), Some(change)) => {
            told(lang, &format::year_month(lang, made), &change, move || last.begin_anew(firm))
        }
    });
    ruled_section(words::change::title(lang)).with(told).with(explained(lang, &[method::CHANGE]))
}

fn told(lang: Lang, month: &str, change: &Arc<Change>, begin_anew: impl Fn() + 'static) -> Node {
    if unmoved(change) {
        return el("p", "").text(words::change::nothing(lang, month)).into();
    }
    let listed = Arc::clone(change);
    let title = words::change::title(lang);
    let button = el("button", "button")
        .attr("type", "button")
        .on_click(begin_anew)
        .text(words::change::begin_anew(lang));
    el("div", "section")
        .with(el("p", "").text(sentence(lang, month, change)))
        .with(waterfall(falls(lang, change)))
        .with(disclosure("table", words::charts::as_table(lang), move || {
            data_table(title, table(lang, &listed)).into()
        }))
        .with(el("div", "row").with(button).with(el("p", "muted").text(words::change::begin_anew_note(lang))))
        .into()
}

/// What moved since the plan of a month, in a sentence.
pub(in crate::pages) fn in_short(lang: Lang, month: &str, change: &Change) -> String {
    if unmoved(change) { words::change::nothing(lang, month) } else { sentence(lang, month, change) }
}

fn unmoved(change: &Change) -> bool {
    change.steps.iter().all(|step| step.before == step.after)
}

fn sentence(lang: Lang, month: &str, change: &Change) -> String {
    let ends = [change.before, change.after].map(|level| format::percent(lang, level.success, 1));
    let size = |step: &&Step| step.success().abs() + step.median().abs();
    let most = change.steps.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    let most = most.map_or("", |step| words::change::cause(lang, step.cause));
    let told = words::change::sentence(lang, month, ends.each_ref().map(String::as_str), most);
    if change.before.zone == change.after.zone {
        return told;
    }
    let zones = words::change::zones(lang, change.before.zone, change.after.zone);
    [told, zones].join(lang.pick("", " "))
}

/// From the last plan, one cause at a time, to this one.
fn falls(lang: Lang, change: &Change) -> Vec<Fall> {
    let end = |name, level: Level| Fall {
        name,
        span: [0.0, level.success],
        value: format::percent(lang, level.success, 1),
        end: true,
    };
    let step = |step: &Step| Fall {
        name: words::change::cause(lang, step.cause),
        span: [step.before.success, step.after.success],
        value: points(lang, step.success()),
        end: false,
    };
    let [before, after] = words::change::ends(lang);
    std::iter::once(end(before, change.before))
        .chain(change.steps.iter().map(step))
        .chain([end(after, change.after)])
        .collect()
}

/// A change of a share, in points with one decimal and its sign.
fn points(lang: Lang, change: f64) -> String {
    let points = format::percent_signed(lang, change, 1);
    words::change::points(lang, points.trim_end_matches('%'))
}

fn table(lang: Lang, change: &Change) -> Table {
    let percent = |share| format::percent(lang, share, 1);
    let [before, after] = words::change::ends(lang).map(str::to_owned);
    let none = String::new;
    let mut rows =
        vec![vec![before, none(), percent(change.before.success), none(), percent(change.before.median)]];
    rows.extend(change.steps.iter().map(|step| {
        vec![
            words::change::cause(lang, step.cause).to_owned(),
            points(lang, step.success()),
            percent(step.after.success),
            points(lang, step.median()),
            percent(step.after.median),
        ]
    }));
    let whole = |of: fn(&Level) -> f64| points(lang, of(&change.after) - of(&change.before));
    rows.push(vec![
        after,
        whole(|level| level.success),
        percent(change.after.success),
        whole(|level| level.median),
        percent(change.after.median),
    ]);
    Table { columns: words::change::columns(lang).map(str::to_owned).to_vec(), rows, prose_columns: 0 }
}
