//! Counts: what is read of them, and the steps of the main job that are reported.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use wire::Step;

use crate::app::Shared;
use crate::error::ApiError;
use crate::route::Route;
use crate::who::Who;

/// The routes of counts.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/metrics", Who::Anyone, show)
            .about("Counts of this server since it started, for Prometheus; nothing about a person")
            .gives_other("text/plain; version=0.0.4; charset=utf-8"),
        Route::post("/api/steps/{step}", Who::Anyone, count)
            .about("Counts that somebody took a step of the main job; nothing about who it was is kept")
            .gives_nothing(StatusCode::NO_CONTENT),
    ]
}

/// `GET /metrics`
async fn show(State(app): State<Shared>) -> ([(axum::http::HeaderName, &'static str); 1], String) {
    let kind = (axum::http::header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    ([kind], app.metrics.text())
}

/// `POST /api/steps/{step}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such step.
async fn count(
    State(app): State<Shared>,
    step: Result<Path<Step>, axum::extract::rejection::PathRejection>,
) -> Result<StatusCode, ApiError> {
    let Path(step) = step.map_err(|_| ApiError::NotFound)?;
    app.metrics.step(step);
    Ok(StatusCode::NO_CONTENT)
}
