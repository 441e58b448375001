//! What never changes once it is stored: assessments and plans.

use planner::change::Change;
use serde::Deserialize;
use wire::{AllocationStanding, Assessment, Assessments, NewAssessment, NewPlan, PlanSummary, Verification};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/assessments`: every assessment, and the one that counts now.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn assessments() -> Result<Assessments, ApiError> {
    Ask::get("/api/assessments").read().await
}

/// `POST /api/assessments`: takes an assessment; the server computes the class.
///
/// # Errors
///
/// [`ApiError`], such as after too many in a day.
pub async fn assess(sent: &NewAssessment) -> Result<Assessment, ApiError> {
    Ask::post("/api/assessments").with(sent).read().await
}

/// `GET /api/allocation`: where the allocation of the newest stored plan stands.
///
/// # Errors
///
/// [`ApiError`].
pub async fn allocation() -> Result<AllocationStanding, ApiError> {
    Ask::get("/api/allocation").read().await
}

/// `GET /api/plans`: the ledger of plans, the newest first.
///
/// # Errors
///
/// [`ApiError`].
pub async fn plans() -> Result<Vec<PlanSummary>, ApiError> {
    Ask::get("/api/plans").read().await
}

/// `POST /api/plans`: stores a plan, which the server makes anew.
///
/// # Errors
///
/// [`ApiError`], such as without an assessment that counts.
pub async fn store(sent: &NewPlan) -> Result<PlanSummary, ApiError> {
    Ask::post("/api/plans").with(sent).read().await
}

/// What a page reads of a stored plan.
#[derive(Deserialize)]
struct Changed {
    change: Option<Change>,
}

/// `GET /api/plans/{id}`: what changed between a stored plan and the one before; none for the first, and where
/// the two cannot be compared any more.
///
/// # Errors
///
/// [`ApiError`].
pub async fn change(id: &str) -> Result<Option<Change>, ApiError> {
    let Changed { change } = Ask::get(&["/api/plans/", id].concat()).read().await?;
    Ok(change)
}

/// `POST /api/plans/{id}/verification`: makes a stored plan anew, and compares.
///
/// # Errors
///
/// [`ApiError`].
pub async fn verify(id: &str) -> Result<Verification, ApiError> {
    Ask::post(&["/api/plans/", id, "/verification"].concat()).read().await
}
