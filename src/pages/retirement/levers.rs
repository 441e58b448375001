//! The levers: retirement age, saving, spending, growth share.

use leptos::prelude::*;
use planner::Moves;
use planner::answers::Answers;

use super::Desk;
use super::reach::{in_plan, reach};
use crate::components::lever_slider::LeverSlider;
use crate::format;
use crate::node::{El, Node, el, nothing};
use crate::pages::planned::Planned;
use crate::state::current_plan::Effort;
use crate::state::draft::Draft;
use crate::state::scenario::Knob;
use crate::words::zone::Mood;
use crate::words::{self, Lang};

/// The levers, and the way back to the plan.
pub(super) fn levers(planned: &Planned, desk: Desk) -> El {
    let Planned { lang, plan, .. } = planned;
    let most_saved = most_saved();
    let lever = |knob| lever(planned, desk, knob, most_saved);
    let [first, second] = if plan.household.retire_in == 0 {
        let retired = el("p", "muted").text(words::retirement::retired_levers(*lang));
        [retired.into(), nothing()]
    } else {
        [lever(Knob::Age), lever(Knob::Save)]
    };
    let growth = if plan.allocation.growth_cap > 0.0 { lever(Knob::Growth) } else { nothing() };
    el("div", "retirement__levers")
        .with(el("h2", "").text(words::retirement::levers(*lang)))
        .with(el("p", "muted").text(words::retirement::levers_lead(*lang)))
        .with(el("div", "retirement__sliders").with(first).with(second).with(lever(Knob::Spend)).with(growth))
        .with(reset(planned, desk))
}

/// The way back, and that something is tried.
fn reset(planned: &Planned, desk: Desk) -> El {
    let lang = planned.lang;
    let button = el("button", "button")
        .attr("type", "button")
        .flag("disabled", !planned.trying())
        .on_click(move || desk.try_moves.run((Moves::default(), Effort::Full)))
        .text(words::retirement::reset(lang));
    let mut status = el("p", "retirement__trying").attr("role", "status");
    if planned.trying() {
        // Spoken when a lever rests: the heading that says it stands far above.
        let outcome = words::zone::sentence(lang, &planned.trial.standing, Mood::Would);
        status = status
            .text(words::retirement::trying(lang))
            .text(" ")
            .with(el("span", "visually-hidden").text(outcome));
    }
    el("div", "retirement__reset").with(button).with(status)
}

/// The most that is offered to be saved a year: half of what is earned.
pub(super) fn most_saved() -> f64 {
    let income = |answers: &Answers| answers.people.iter().map(|person| person.income_year).sum();
    0.5 * expect_context::<Draft>().answers().with(|answers| answers.as_ref().map_or(0.0, income))
}

fn lever(planned: &Planned, desk: Desk, knob: Knob, most_saved: f64) -> Node {
    let Planned { lang, plan, moves, .. } = planned;
    let (lang, region) = (*lang, plan.region);
    let base = in_plan(knob, plan);
    let value = knob.tried(moves).unwrap_or(base);
    let reach = reach(knob, plan, most_saved);
    let number = |value| format::number(lang, value, 0);
    let percent = |value| format::percent(lang, value, 0);
    let say = |value| match knob {
        Knob::Age => words::retirement::age(lang, &number(value)),
        Knob::Growth => percent(value),
        Knob::Save | Knob::Spend | Knob::Add => format::money(lang, region, value),
    };
    let mut note = words::retirement::in_plan(lang, &say(base));
    if knob == Knob::Growth {
        note.push_str(lang.pick("，", "; "));
        note.push_str(&words::retirement::growth_cap(lang, &percent(reach.max)));
    }
    let unit = match knob {
        Knob::Age => words::retirement::years_old(lang),
        Knob::Growth => words::retirement::PERCENT_UNIT,
        Knob::Save | Knob::Spend | Knob::Add => words::retirement::money_unit(lang, region),
    };
    let turn = |effort: Effort| {
        Callback::new(move |value: f64| {
            // Back at the plan's own value, nothing is tried.
            let moved = (value - base).abs() > 1e-9;
            desk.turn(knob, moved.then_some(value), effort);
        })
    };
    let slider = LeverSlider {
        name: lever_name(knob),
        label: label(lang, knob),
        exact_label: words::retirement::exact(lang, label(lang, knob)),
        unit,
        value,
        text: number(if knob == Knob::Growth { value * 100.0 } else { value }),
        spoken: say(value),
        planned: base,
        note,
        reach,
        read: reader(knob),
        on_drag: turn(Effort::Preview),
        on_rest: turn(Effort::Full),
    };
    slider.show()
}

const fn label(lang: Lang, knob: Knob) -> &'static str {
    match knob {
        Knob::Age => words::retirement::retire_age(lang),
        Knob::Save => words::retirement::saving(lang),
        Knob::Spend | Knob::Add => words::retirement::spending(lang),
        Knob::Growth => words::retirement::growth(lang),
    }
}

const fn lever_name(knob: Knob) -> &'static str {
    match knob {
        Knob::Age => "lever-age",
        Knob::Save => "lever-save",
        Knob::Spend => "lever-spend",
        Knob::Growth => "lever-growth",
        Knob::Add => "lever-add",
    }
}

/// Reads the box of a lever: an amount, a whole age, or a percentage.
fn reader(knob: Knob) -> fn(&str) -> Option<f64> {
    match knob {
        Knob::Age => |text| format::parse_amount(text).map(f64::round),
        Knob::Growth => |text| format::parse_percent(text),
        Knob::Save | Knob::Spend | Knob::Add => |text| format::parse_amount(text).map(f64::round),
    }
}
