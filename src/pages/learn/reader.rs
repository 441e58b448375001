//! What is known of the reader.

use leptos::prelude::*;
use planner::firm::Region;
use wire::{Country, Gap, Stage};

use super::recommend::Reader;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::gaps;
use crate::state::shared;
use crate::state::shelf::ShelfData;

/// The item of the life-goal questionnaire that asks for the stage of life.
const STAGE: &str = "stage";

/// The reader as far as the answers and the plan tell; somebody new where there is no plan. Tracked.
pub(super) fn look() -> Reader {
    let form = expect_context::<Draft>().form();
    let chosen = form.with(|form| form.goals.get(STAGE).and_then(|chosen| chosen.first().cloned()));
    Reader {
        gaps: gaps_of().unwrap_or_else(|| vec![Gap::NewHere]),
        stage: chosen.and_then(|chosen| Stage::ALL.into_iter().find(|stage| stage.key() == chosen)),
        country: form.with(|form| form.region).map(country),
    }
}

fn gaps_of() -> Option<Vec<Gap>> {
    let current = expect_context::<CurrentPlan>();
    let (plan, firm, life) = (current.plan().get()?, expect_context::<FirmData>().get()?, current.life());
    // The bands stand on the shelf; until it is here, nobody knows what is out of range.
    let shelf = shared(ShelfData::new);
    shelf.ask();
    let shelf = shelf.get();
    expect_context::<Draft>().answers().with(|answers| {
        let answers = answers.as_ref().ok()?;
        Some(gaps::of(&gaps::Reader {
            plan: &plan,
            answers,
            firm: &firm,
            life: life.as_deref(),
            bands: shelf.as_deref().map(|shelf| &shelf.upkeep.band),
        }))
    })
}

/// The country of a region.
pub(super) const fn country(region: Region) -> Country {
    match region {
        Region::China => Country::Cn,
        Region::Canada => Country::Ca,
    }
}
