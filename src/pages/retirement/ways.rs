//! The ways to green as cards: single moves, several together, and what does not lead there alone.

use std::sync::Arc;

use leptos::prelude::*;
use planner::Moves;
use planner::advice::{Move, OutOfReachWhy};
use planner::ways::Way;
use planner::zone::Zone;

use super::Desk;
use super::reach::is_tried;
use crate::components::disclosure::disclosure;
use crate::components::move_card::{MoveWords, move_card};
use crate::components::section::section;
use crate::format;
use crate::node::{El, Node, el, live, nothing};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::state::current_plan::Effort;
use crate::state::draft::Draft;
use crate::state::scenario::Knob;
use crate::words::ways::Goal;
use crate::words::{self, method};

/// Ways of several moves that stand in sight; the others unfold.
const IN_SIGHT: usize = 3;

/// The ways to green of the plan of the answers; inside green, how much room there is.
pub(in crate::pages) fn ways(planned: &Planned, desk: Desk) -> El {
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
        .with(together(planned, desk))
        .with(explained(lang, &[method::MOVES, method::WAYS]))
}

/// The ways of several moves, once they are found; nothing where there is none.
fn together(planned: &Planned, desk: Desk) -> Node {
    let planned = planned.clone();
    live(move || {
        let lang = planned.lang;
        let Some(ways) = desk.current.ways() else {
            return el("p", "muted").attr("role", "status").text(words::ways::searching(lang)).into();
        };
        if ways.is_empty() {
            return nothing();
        }
        let (first, rest) = ways.split_at(ways.len().min(IN_SIGHT));
        el("div", "section")
            .with(el("h3", "").text(words::ways::together(lang)))
            .with(el("p", "muted").text(words::ways::lead(lang)))
            .with(way_cards(&planned, desk, first))
            .with(others(&planned, desk, rest))
            .into()
    })
}

fn others(planned: &Planned, desk: Desk, ways: &[Way]) -> Option<Node> {
    let (planned, rest): (_, Arc<[Way]>) = (planned.clone(), ways.into());
    let title = words::ways::more(planned.lang, rest.len());
    (!ways.is_empty())
        .then(|| disclosure("more-ways", title, move || way_cards(&planned, desk, &rest).into()))
}

fn way_cards(planned: &Planned, desk: Desk, ways: &[Way]) -> El {
    let cards = ways.iter().map(|way| way_card(planned, desk, way));
    el("ul", "retirement__ways").attr("role", "list").with_all(cards)
}

fn way_card(planned: &Planned, desk: Desk, way: &Way) -> El {
    let Planned { lang, plan, .. } = planned;
    let (lang, moves) = (*lang, way.moves);
    let tried = planned.moves == moves;
    let button = if tried { words::retirement::undo_move } else { words::retirement::try_move };
    let goal = way.goal.and_then(|goal| goal_of(goal.project));
    let said = MoveWords {
        title: words::ways::title(lang, plan.region, way, goal),
        change: words::ways::change(lang, plan, way),
        cost: words::retirement::cost(lang, plan.region, way.cost, way.success_after),
        button: button(lang),
    };
    move_card(said, tried, move || {
        desk.try_moves.run((if tried { Moves::default() } else { moves }, Effort::Full));
    })
}

/// A goal of the answers, by its place among them.
pub(in crate::pages) fn goal_of(project: u32) -> Option<Goal> {
    expect_context::<Draft>().answers().with(|answers| {
        let answers = answers.as_ref().ok()?;
        let project = answers.projects.get(project as usize)?;
        let year = answers.today.year + i32::try_from(project.in_years).unwrap_or(0);
        Some(Goal { kind: project.kind, year })
    })
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
