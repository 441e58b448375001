//! The ways to green as cards, and what does not lead there alone.

use leptos::prelude::*;
use planner::advice::{Move, OutOfReachWhy};
use planner::firm::Region;
use planner::zone::Zone;

use super::Desk;
use super::reach::is_tried;
use super::scenario::Knob;
use crate::components::move_card::{MoveCard, MoveWords};
use crate::format;
use crate::live;
use crate::state::current_plan::Effort;
use crate::words::{self, Lang};

/// The ways to green of the plan of the answers; inside green, how much room there is.
pub(super) fn ways(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let advice = Memo::new(move |_| {
        let plan = desk.planned.plan.get();
        (plan.standing.zone, plan.advice.clone(), plan.region, plan.household.wished_year)
    });
    live::part(move || {
        let (zone, advice, region, wished) = advice.get();
        let lang_now = lang.get();
        let money = |amount| format::money(lang_now, region, amount);
        let room = advice.green_spending_year.filter(|_| zone == Zone::Green).map(
            |most| view! { <p>{words::retirement::green_room(lang_now, &money(most), &money(wished))}</p> },
        );
        let green = zone == Zone::Green;
        let cards = advice.moves.into_iter().map(|step| card(desk, region, step)).collect_view();
        let none = (!green && cards.is_empty())
            .then(|| view! { <p>{words::retirement::no_single_way(lang_now)}</p> });
        let lead = (!green && !cards.is_empty())
            .then(|| view! { <p class="muted">{words::retirement::ways_lead(lang_now)}</p> });
        // That nothing can be saved any more stands at the levers already.
        let beyond =
            advice.out_of_reach.into_iter().filter(|lever| !green && lever.why != OutOfReachWhy::Retired);
        let beyond = beyond.map(|lever| {
            view! { <li>{words::retirement::out_of_reach(lang_now, lever.lever, lever.why)}</li> }
        });
        let beyond = beyond.collect_view();
        let heading = if green { words::retirement::green_heading } else { words::retirement::ways };
        view! {
            <section class="section">
                <h2>{heading(lang_now)}</h2>
                {room}
                {lead}
                {none}
                {(!cards.is_empty()).then(|| view! { <ul class="retirement__ways" role="list">{cards}</ul> })}
                {(!beyond.is_empty()).then(|| view! { <ul class="retirement__beyond">{beyond}</ul> })}
            </section>
        }
    })
}

fn card(desk: Desk, region: Region, step: Move) -> AnyView {
    let lang = desk.language.signal();
    let knob = Knob::of(step.lever);
    let tried = Signal::derive(move || desk.moves.with(|moves| is_tried(step.lever, step.value, moves)));
    let text = Signal::derive(move || texts(lang.get(), region, &step, tried.get()));
    let on_toggle = Callback::new(move |()| {
        let value = (!tried.get_untracked()).then_some(step.value);
        desk.try_moves.run((knob.moved(desk.moves.get_untracked(), value), Effort::Full));
    });
    view! { <MoveCard text tried on_toggle /> }.into_any()
}

fn texts(lang: Lang, region: Region, step: &Move, tried: bool) -> MoveWords {
    let button = if tried { words::retirement::undo_move } else { words::retirement::try_move };
    MoveWords {
        title: words::retirement::move_title(lang, region, step),
        change: words::retirement::move_change(lang, region, step),
        cost: words::retirement::move_cost(lang, region, step),
        button: button(lang).to_owned(),
    }
}
