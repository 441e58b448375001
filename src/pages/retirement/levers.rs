//! The levers: retirement age, saving, spending, growth share.

use leptos::prelude::*;
use planner::Moves;

use super::Desk;
use super::reach::{planned, reach};
use super::scenario::Knob;
use crate::components::lever_slider::LeverSlider;
use crate::format;
use crate::live;
use crate::state::current_plan::Effort;
use crate::state::draft::Draft;
use crate::words::{self, Lang};

/// The levers, and the way back to the plan.
pub(super) fn levers(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let retired = Memo::new(move |_| desk.planned.plan.get().household.retire_in == 0);
    let capped = Memo::new(move |_| desk.planned.plan.get().allocation.growth_cap <= 0.0);
    let trying = Memo::new(move |_| desk.moves.get() != Moves::default());
    view! {
        <h2>{live::text(move || words::retirement::levers(lang.get()))}</h2>
        <p class="muted">{live::text(move || words::retirement::levers_lead(lang.get()))}</p>
        {live::part(move || if retired.get() {
            view! { <p class="muted">{words::retirement::retired_levers(lang.get())}</p> }.into_any()
        } else {
            (lever(desk, Knob::Age), lever(desk, Knob::Save)).into_any()
        })}
        {lever(desk, Knob::Spend)}
        {live::part(move || (!capped.get()).then(|| lever(desk, Knob::Growth)))}
        <div class="retirement__reset">
            <button
                class="button"
                type="button"
                prop:disabled=move || !trying.get()
                on:click=move |_| desk.try_moves.run((Moves::default(), Effort::Full))
            >
                {live::text(move || words::retirement::reset(lang.get()))}
            </button>
            <p class="retirement__trying" role="status">
                {live::part(move || trying.get().then(|| view! {
                    {words::retirement::trying(lang.get())}
                    " "
                    <span class="visually-hidden">{outcome(desk)}</span>
                }))}
            </p>
        </div>
    }
}

/// The sentence of what is tried, spoken when a lever rests: its heading stands far above.
fn outcome(desk: Desk) -> String {
    words::zone::sentence(desk.language.get(), &desk.planned.trial.get().standing, words::zone::Mood::Would)
}

fn lever(desk: Desk, knob: Knob) -> AnyView {
    let lang = desk.language.signal();
    let plan = desk.planned.plan;
    let region = move || plan.get().region;
    let base = Signal::derive(move || planned(knob, &plan.get()));
    let value =
        Signal::derive(move || desk.moves.with(|moves| knob.tried(moves)).unwrap_or_else(|| base.get()));
    let draft = expect_context::<Draft>();
    let most_saved = Memo::new(move |_| {
        let income = |answers: &planner::answers::Answers| {
            answers.people.iter().map(|person| person.income_year).sum()
        };
        0.5 * draft.answers().with(|answers| answers.as_ref().map_or(0.0, income))
    });
    let reach = Signal::derive(move || reach(knob, &plan.get(), most_saved.get()));
    let say = move |value: f64| match knob {
        Knob::Age => words::retirement::age(lang.get(), &format::number(lang.get(), value, 0)),
        Knob::Growth => format::percent(lang.get(), value, 0),
        Knob::Save | Knob::Spend | Knob::Add => format::money(lang.get(), region(), value),
    };
    let note = move || {
        let note = words::retirement::in_plan(lang.get(), &say(base.get()));
        if knob != Knob::Growth {
            return note;
        }
        let cap = words::retirement::growth_cap(lang.get(), &format::percent(lang.get(), reach.get().max, 0));
        format!("{note}{}{cap}", lang.get().pick("，", "; "))
    };
    let text = move || match knob {
        Knob::Growth => format::number(lang.get(), value.get() * 100.0, 0),
        _ => format::number(lang.get(), value.get(), 0),
    };
    let unit = move || match knob {
        Knob::Age => words::retirement::years_old(lang.get()).to_owned(),
        Knob::Growth => words::retirement::PERCENT_UNIT.to_owned(),
        Knob::Save | Knob::Spend | Knob::Add => {
            words::retirement::money_unit(lang.get(), region()).to_owned()
        }
    };
    let turn = move |effort: Effort| {
        Callback::new(move |value: f64| {
            // Back at the plan's own value, nothing is tried.
            let moved = (value - base.get_untracked()).abs() > 1e-9;
            let moves = knob.moved(desk.moves.get_untracked(), moved.then_some(value));
            desk.try_moves.run((moves, effort));
        })
    };
    view! {
        <LeverSlider
            name=lever_name(knob)
            label=Signal::derive(move || label(lang.get(), knob).to_owned())
            exact_label=Signal::derive(move || words::retirement::exact(lang.get(), label(lang.get(), knob)))
            unit=Signal::derive(unit)
            value
            text=Signal::derive(text)
            spoken=Signal::derive(move || say(value.get()))
            planned=base
            note=Signal::derive(note)
            reach
            read=reader(knob)
            on_drag=turn(Effort::Preview)
            on_rest=turn(Effort::Full)
        />
    }
    .into_any()
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
