//! Goals that want the same money, and what is tried about one of them.

use planner::GoalMove;
use planner::answers::Priority;
use planner::goals::price::Collision;
use planner::goals::{Goal, LifePlan};
use planner::ways::{KEPT_SHARE, POSTPONED_YEARS};

use super::Page;
use crate::components::section::section;
use crate::format;
use crate::node::{El, el};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::words::{self, Lang};

/// What is being tried, what it changes, and the way back; nothing where nothing is.
pub(super) fn trying(page: &Page, planned: &Planned, answered: &LifePlan) -> Option<El> {
    let (lang, desk) = (page.lang, page.desk);
    planned.trying().then_some(())?;
    let tried = planned.moves.goal.and_then(|step| {
        let goal = page.goal(step.project as usize)?;
        Some(words::goals::trying(lang, &page.name(goal), &what(lang, step)))
    });
    let elsewhere = planned.moves.goal.is_none() || planned.moves != goal_alone(planned);
    let zones = [answered.retirement.zone, page.life.retirement.zone];
    let pairs = [answered.collisions.len(), page.life.collisions.len()];
    let button = |word: &'static str| el("button", "button").attr("type", "button").text(word);
    let undo = tried
        .is_some()
        .then(|| button(words::retirement::undo_move(lang)).on_click(move || desk.try_goal(None)));
    let reset = elsewhere.then(|| button(words::retirement::reset(lang)).on_click(move || desk.reset()));
    let retirement = el("a", "button button--quiet")
        .attr("href", Route::Retirement.path())
        .text(words::goals::see_retirement(lang));
    let note = el("section", "goals__trying")
        .attr("role", "status")
        .with(tried.map(|text| el("p", "goals__tried").text(text)))
        .with(elsewhere.then(|| el("p", "").text(words::goals::trying_elsewhere(lang))))
        .with(el("p", "").text(words::goals::tried_result(lang, zones, pairs)))
        .with(el("p", "row").with(undo).with(reset).with(retirement));
    Some(note)
}

/// What is tried, were it the goal alone.
fn goal_alone(planned: &Planned) -> planner::Moves {
    planner::Moves { goal: planned.moves.goal, ..planner::Moves::default() }
}

fn what(lang: Lang, step: GoalMove) -> String {
    let later = (step.years_later > 0).then(|| words::goals::postpone(lang, step.years_later));
    let less =
        (step.share < 1.0).then(|| words::goals::reduce(lang, &format::percent(lang, 1.0 - step.share, 0)));
    later.into_iter().chain(less).collect::<Vec<_>>().join(lang.pick("，", ", "))
}

/// Goals that want the same money, and what can be tried about each; nothing where none do.
pub(super) fn collisions(page: &Page) -> Option<El> {
    let (lang, life) = (page.lang, &page.life);
    (!life.collisions.is_empty()).then_some(())?;
    let sentences = life.collisions.iter().filter_map(|collision| sentence(page, collision));
    let sentences = sentences.map(|text| el("li", "").text(text));
    let section = section(words::goals::collisions(lang))
        .with(el("ul", "").with_all(sentences))
        .with(el("p", "muted").text(words::goals::collisions_lead(lang)))
        .with(el("ul", "").attr("role", "list").with_all(involved(life).map(|goal| row(page, goal))));
    Some(section)
}

fn sentence(page: &Page, collision: &Collision) -> Option<String> {
    let lang = page.lang;
    let with = page.goal(collision.with)?;
    let (name, amount) = (page.name(with), page.money(collision.amount));
    Some(match collision.short.and_then(|short| page.goal(short)) {
        Some(short) => words::goals::lacks(lang, &page.name(short), &name, &amount),
        None => words::goals::retirement_lacks(lang, &name, with.price.otherwise.zone, &amount),
    })
}

/// The goals that compete, each once, in the order of funding.
fn involved(life: &LifePlan) -> impl Iterator<Item = &Goal> {
    let competes = |goal: &&Goal| {
        let same = |place: usize| place == goal.project;
        life.collisions.iter().any(|collision| same(collision.with) || collision.short.is_some_and(same))
    };
    life.goals.iter().filter(competes)
}

/// A goal that competes, with a button for all that can be tried about it.
fn row(page: &Page, goal: &Goal) -> El {
    let (lang, desk, name) = (page.lang, page.desk, page.name(goal));
    let button = |step: GoalMove| {
        el("button", "button")
            .attr("type", "button")
            .on_click(move || desk.try_goal(Some(step)))
            .text(what(lang, step))
            .with(el("span", "visually-hidden").text(format!(" {name}")))
    };
    el("li", "goals__try")
        .with(el("span", "").text(name.clone()))
        .with(el("span", "goals__buttons").with_all(moves(goal).into_iter().map(button)))
}

/// What can be tried about a goal: as far as it may give, and where they did not say, a little. Needs
/// are reduced only where they said so.
fn moves(goal: &Goal) -> Vec<GoalMove> {
    let project = u32::try_from(goal.project).unwrap_or(u32::MAX);
    let years_later = if goal.wait_years > 0 { goal.wait_years } else { POSTPONED_YEARS[0] };
    let share = match goal.shrink_share {
        Some(share) => Some(1.0 - share).filter(|share| *share < 1.0),
        None => (goal.priority != Priority::Need).then_some(KEPT_SHARE),
    };
    let later = GoalMove { project, years_later, share: 1.0 };
    let less = share.map(|share| GoalMove { project, years_later: 0, share });
    std::iter::once(later).chain(less).collect()
}
