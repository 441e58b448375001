//! Storing an assessment and a plan in the account.

use leptos::prelude::*;
use planner::answers::Form;
use planner::date::YearMonth;
use planner::profile::Profile;
use planner::{Moves, Request};
use wire::{Language, NewAssessment, NewPlan, PlanSummary, Step};

use crate::api::{self, ApiError};
use crate::compute::SEED;
use crate::state::counted;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;

/// What is stored: answers that are complete, and what the device came to.
#[derive(Clone, Debug)]
pub struct Record {
    form: Form,
    today: YearMonth,
    profile: Profile,
}

/// What can be stored now; none while answers are missing, or the plan is not there. Untracked.
#[must_use]
pub fn complete(draft: Draft, plan: CurrentPlan) -> Option<Record> {
    let plan = plan.plan().get_untracked()?;
    let complete = draft.answers().with_untracked(Result::is_ok);
    let form = untrack(|| draft.planned_form());
    complete.then(|| Record { form, today: draft.today(), profile: plan.profile.clone() })
}

/// Stores a plan, and an assessment before it where the one that counts is another.
///
/// # Errors
///
/// [`ApiError`], such as after too many assessments in a day, or where an advisor looks first.
pub async fn store(record: Record, language: Language) -> Result<PlanSummary, ApiError> {
    let Record { form, today, profile } = record;
    let known = api::records::assessments().await?;
    if !known.valid.is_some_and(|valid| same(&valid.profile, &profile)) {
        let sent = NewAssessment { form: form.clone(), today, language, texts: known.texts };
        api::records::assess(&sent).await?;
    }
    put(form, today).await
}

/// Stores a plan that nobody has asked to store. An assessment is taken for it only where the class is another
/// than the one that counts, and whoever answered has said that it is theirs: a year has few assessments.
/// Nothing is stored above the class that counts.
///
/// # Errors
///
/// [`ApiError`], as with [`store`].
pub async fn store_by_itself(
    record: Record,
    language: Language,
    confirmed: bool,
) -> Result<Option<PlanSummary>, ApiError> {
    let Record { form, today, profile } = record;
    let known = api::records::assessments().await?;
    let counts = known.valid.map(|valid| valid.class);
    if counts != Some(profile.class) && confirmed {
        let sent = NewAssessment { form: form.clone(), today, language, texts: known.texts };
        api::records::assess(&sent).await?;
    } else if counts.is_none_or(|class| class < profile.class) {
        return Ok(None);
    }
    put(form, today).await.map(Some)
}

/// The server makes the plan anew and believes no figure of the device.
async fn put(form: Form, today: YearMonth) -> Result<PlanSummary, ApiError> {
    let request = Request { form, moves: Moves::default(), today, seed: SEED, lifetimes: None };
    let stored = api::records::store(&NewPlan { request, digest: None, note: String::new() }).await?;
    counted::take(Step::PlanStored);
    Ok(stored)
}

/// Whether the same was answered, as far as it counts: notices of how often it was answered differ.
fn same(one: &Profile, other: &Profile) -> bool {
    let counts = |profile: &Profile| {
        (profile.class, profile.assessed, profile.ability, profile.willingness, profile.loss_limit)
    };
    counts(one) == counts(other)
}
