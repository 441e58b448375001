//! The ways to green as cards, and what does not lead there alone.

use planner::advice::{Move, OutOfReachWhy};
use planner::zone::Zone;

use super::Desk;
use super::reach::is_tried;
use super::scenario::Knob;
use crate::components::method_note::method_note;
use crate::components::move_card::{MoveWords, move_card};
use crate::components::section::section;
use crate::format;
use crate::node::{El, el};
use crate::pages::planned::Planned;
use crate::state::current_plan::Effort;
use crate::words::{self, method};

/// The ways to green of the plan of the answers; inside green, how much room there is.
pub(super) fn ways(planned: &Planned, desk: Desk) -> El {
    let Planned { lang, plan, .. } = planned;
    let (lang, advice) = (*lang, &plan.advice);
    if plan.standing.zone == Zone::Green {
        let money = |amount| format::money(lang, plan.region, amount);
        let room = advice.green_spending_year.map(|most| {
            words::retirement::green_room(lang, &money(most), &money(plan.household.wished_year))
        });
        return section(words::retirement::green_heading(lang))
            .with(room.map(|text| el("p", "").text(text)))
            .with(cards(planned, desk));
    }
    let lead = if advice.moves.is_empty() {
        el("p", "").text(words::retirement::no_single_way(lang))
    } else {
        el("p", "muted").text(words::retirement::ways_lead(lang))
    };
    // That nothing can be saved any more stands at the levers already.
    let beyond: Vec<_> = advice
        .out_of_reach
        .iter()
        .filter(|lever| lever.why != OutOfReachWhy::Retired)
        .map(|lever| el("li", "").text(words::retirement::out_of_reach(lang, lever.lever, lever.why)))
        .collect();
    section(words::retirement::ways(lang))
        .with(lead)
        .with(cards(planned, desk))
        .with((!beyond.is_empty()).then(|| el("ul", "retirement__beyond").with_all(beyond)))
        .with(method_note("method", method::title(lang), method::notes(lang, &[method::MOVES])))
}

fn cards(planned: &Planned, desk: Desk) -> Option<El> {
    let moves = &planned.plan.advice.moves;
    let cards = moves.iter().map(|step| card(planned, desk, *step));
    (!moves.is_empty()).then(|| el("ul", "retirement__ways").attr("role", "list").with_all(cards))
}

fn card(planned: &Planned, desk: Desk, step: Move) -> El {
    let (lang, region) = (planned.lang, planned.plan.region);
    let tried = is_tried(step.lever, step.value, &planned.moves);
    let button = if tried { words::retirement::undo_move } else { words::retirement::try_move };
    let said = MoveWords {
        title: words::retirement::move_title(lang, region, &step),
        change: words::retirement::move_change(lang, region, &step),
        cost: words::retirement::move_cost(lang, region, &step),
        button: button(lang),
    };
    move_card(said, tried, move || {
        desk.turn(Knob::of(step.lever), (!tried).then_some(step.value), Effort::Full);
    })
}
