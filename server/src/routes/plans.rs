//! The ledger of plans.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use wire::{NewPlan, PlanSummary, Role, Verification};

use super::assessments::check_month;
use super::examples;
use crate::app::{App, Shared};
use crate::error::{ApiError, Fault};
use crate::limits;
use crate::outbox;
use crate::plans;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::transact;
use crate::who::{SignedIn, Who};
use crate::words::Words;

/// The routes of plans.
pub(super) fn routes(app: &App) -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    let stored = examples::stored_plan(app);
    let summary = stored.as_ref().map(|stored| stored.summary.clone());
    let verified = summary.as_ref().map(|summary| Verification {
        same: true,
        stored: summary.digest.clone(),
        now: summary.digest.clone(),
        engine: summary.engine.clone(),
    });
    vec![
        Route::get("/api/plans", investor, list)
            .about("The ledger of plans, the newest first")
            .gives(StatusCode::OK, &summary.iter().cloned().collect::<Vec<_>>()),
        Route::post("/api/plans", investor, store)
            .about("Makes a plan from a request and stores it, with what changed since the one before")
            .takes(&NewPlan { request: examples::request(), digest: None, note: String::new() })
            .gives_maybe(StatusCode::CREATED, summary.as_ref())
            .refuses(&[StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
        Route::get("/api/plans/{id}", investor, show)
            .about("A stored plan, with what it was made from and what changed since the one before")
            .gives_maybe(StatusCode::OK, stored.as_ref()),
        Route::post("/api/plans/{id}/verification", investor, verify)
            .about("Makes a stored plan anew and compares the digests")
            .gives_maybe(StatusCode::OK, verified.as_ref())
            .refuses(&[StatusCode::UNPROCESSABLE_ENTITY, StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `GET /api/plans`
async fn list(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<PlanSummary>>, ApiError> {
    Ok(answer(plans::ledger(&app.db, who.id()).await?))
}

/// `POST /api/plans`
///
/// # Errors
///
/// [`ApiError::Faults`] with everything that is missing or wrong; [`ApiError::Conflict`] without a valid
/// assessment, above its class, or when the device came to another digest.
async fn store(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<NewPlan>,
) -> Result<(StatusCode, Answer<PlanSummary>), ApiError> {
    let now_ms = app.now_ms();
    check(&sent, now_ms)?;
    app.limits.count(limits::PLAN_BY, who.id(), now_ms)?;
    let before = plans::newest(&app.db, who.id()).await?;
    let made = {
        let app = app.clone();
        app.clone().planning.run(move || plans::make(sent, before.as_ref(), &app.firm)).await??
    };
    let summary = transact!(app.db, |tx| {
        let summary = plans::store(tx, who.id(), &made, &app.firm_version, now_ms).await?;
        let told = json!({
            "account_id": who.id(),
            "plan_id": &summary.id,
            "zone": summary.zone,
            "class": summary.class,
        });
        outbox::event(tx, "plan_stored", &told, now_ms).await?;
        summary
    })?;
    Ok((StatusCode::CREATED, answer(summary)))
}

/// Longest note, in letters.
const NOTE_MAX: u8 = 200;

/// Lifetimes that the server plays at most: more would keep a core from others.
const LIFETIMES_MAX: u32 = 20_000;

fn check(sent: &NewPlan, now_ms: i64) -> Result<(), ApiError> {
    check_month("request.today", sent.request.today, now_ms)?;
    let mut faults = Vec::new();
    if usize::from(NOTE_MAX) < sent.note.chars().count() {
        let words = Words::new("备注最多 200 个字。", "A note has at most 200 letters.");
        faults.push(Fault::range("note", 0.0, NOTE_MAX.into(), words));
    }
    if sent.request.lifetimes.is_some_and(|lifetimes| LIFETIMES_MAX < lifetimes) {
        let words = Words::new("模拟次数过多。", "The server does not play so many lifetimes.");
        faults.push(Fault::range("request.lifetimes", 2.0, LIFETIMES_MAX.into(), words));
    }
    if faults.is_empty() { Ok(()) } else { Err(ApiError::Faults(faults)) }
}

/// `GET /api/plans/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no plan of the one who asks.
async fn show(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<Response, ApiError> {
    let body = app.kept.plan(&app.db, who.id(), &id).await?.ok_or(ApiError::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, body).into_response())
}

/// `POST /api/plans/{id}/verification`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no plan of the one who asks.
async fn verify(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Answer<Verification>, ApiError> {
    app.limits.count(limits::PLAN_BY, who.id(), app.now_ms())?;
    let remake = plans::remake(&app.db, who.id(), &id).await?.ok_or(ApiError::NotFound)?;
    Ok(answer(app.planning.run(move || plans::verify(remake)).await??))
}
