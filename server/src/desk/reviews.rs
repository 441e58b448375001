//! Rises of a class by two or more: they count once an advisor has accepted them.

use serde_json::json;

use crate::assessments;
use crate::care::client;
use crate::db::Tx;
use crate::error::ApiError;
use crate::outbox::{self, Mail};
use crate::words::Words;

/// What an advisor decides about an assessment.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'a> {
    /// The assessment.
    pub assessment_id: &'a str,
    /// Whose it is.
    pub account_id: &'a str,
    /// Who decides.
    pub by_id: &'a str,
    /// It counts.
    pub accepted: bool,
    /// Why, checked.
    pub reason: &'a str,
}

/// Records the decision, and tells the client and the firm's systems.
///
/// # Errors
///
/// [`ApiError::Conflict`] when it does not wait, or a later assessment took its place.
pub async fn decide(tx: &mut Tx, verdict: &Verdict<'_>, now_ms: i64) -> Result<(), ApiError> {
    let Verdict { assessment_id, account_id, by_id, accepted, reason } = *verdict;
    let newest = assessments::newest(tx, account_id).await?;
    if newest.as_deref() != Some(assessment_id) {
        return Err(later_one());
    }
    if !assessments::review(tx, assessment_id, by_id, (accepted, reason), now_ms).await? {
        return Err(no_longer());
    }
    if let Some(reader) = client::reader(tx, account_id).await? {
        let payload = json!({ "name": reader.name, "reason": reason });
        let mail = Mail { kind: "review_decided", to: &reader.email, language: reader.language(), payload };
        outbox::mail(tx, &mail, now_ms).await?;
    }
    let event = json!({
        "account_id": account_id,
        "assessment_id": assessment_id,
        "advisor_id": by_id,
        "accepted": accepted,
    });
    outbox::event(tx, "assessment_reviewed", &event, now_ms).await?;
    Ok(())
}

fn later_one() -> ApiError {
    let words = Words::new(
        "客户之后又做了测评，请看最新一次。",
        "The client has taken a later assessment. Please look at that one.",
    );
    ApiError::Conflict("later_assessment", words)
}

fn no_longer() -> ApiError {
    let words = Words::new(
        "这次测评不需要复核，或已复核。",
        "This assessment does not wait, or was reviewed already.",
    );
    ApiError::Conflict("not_waiting", words)
}
