//! What never changes once it is stored: assessments and plans.

use wire::{AllocationStanding, Assessment, Assessments, NewAssessment, NewPlan, PlanSummary};

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
