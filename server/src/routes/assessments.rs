//! Assessments: taking one, and those taken.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use planner::date::YearMonth;
use serde_json::json;
use wire::{Assessment, Assessments, Language, NewAssessment, Role};

use super::examples;
use crate::app::{App, Shared};
use crate::assessments;
use crate::clock;
use crate::error::{ApiError, Fault};
use crate::language;
use crate::outbox;
use crate::route::Route;
use crate::sent::{Answer, Sent, answer};
use crate::transact;
use crate::who::{SignedIn, Who};
use crate::words::Words;

/// The routes of assessments.
pub(super) fn routes(app: &App) -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    let taken = examples::assessment(&app.firm);
    let sent = NewAssessment {
        form: examples::form(),
        today: examples::MONTH,
        language: Language::Zh,
        texts: assessments::texts(&app.firm, Language::Zh),
    };
    let all = Assessments {
        valid: taken.clone(),
        all: taken.iter().cloned().collect(),
        next_ms: None,
        texts: sent.texts.clone(),
    };
    vec![
        Route::get("/api/assessments", investor, list)
            .about("Every assessment, the one that counts now, and when the next one is taken")
            .gives(StatusCode::OK, &all),
        Route::post("/api/assessments", investor, take)
            .about("Takes an assessment. The class is computed by the server; the record never changes")
            .takes(&sent)
            .gives_maybe(StatusCode::CREATED, taken.as_ref())
            .refuses(&[StatusCode::CONFLICT]),
    ]
}

/// `GET /api/assessments`
async fn list(
    State(app): State<Shared>,
    who: SignedIn,
    headers: HeaderMap,
) -> Result<Answer<Assessments>, ApiError> {
    let language = language::asked(&headers).unwrap_or(who.account.language);
    Ok(answer(assessments::of_account(&app.db, who.id(), (&app.firm, language), app.now_ms()).await?))
}

/// `POST /api/assessments`
///
/// # Errors
///
/// [`ApiError::Faults`] with everything that is missing or wrong; [`ApiError::Conflict`] when there were
/// too many, or the questionnaire's texts have changed.
async fn take(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<NewAssessment>,
) -> Result<(StatusCode, Answer<Assessment>), ApiError> {
    let now_ms = app.now_ms();
    check_month("today", sent.today, now_ms)?;
    let taken = transact!(app.db, |tx| {
        let taken = assessments::take(tx, who.id(), &sent, &app.firm, now_ms).await?;
        let told = json!({ "account_id": who.id(), "assessment_id": &taken.id, "class": taken.class });
        outbox::event(tx, "assessment_taken", &told, now_ms).await?;
        taken
    })?;
    Ok((StatusCode::CREATED, answer(taken)))
}

/// Whether a month on a device is that of the server, or next to it: the device may be anywhere on earth,
/// and have been offline over the turn of a month.
///
/// # Errors
///
/// [`ApiError::Faults`] where it is another one.
pub(super) fn check_month(field: &str, month: YearMonth, now_ms: i64) -> Result<(), ApiError> {
    if clock::month_of(now_ms).months_to(month).abs() <= 1 {
        return Ok(());
    }
    let words = Words::new("日期与服务器相差太远。", "The month is far from the server's.");
    Err(ApiError::Faults(vec![Fault::new(field, "range", words)]))
}
