//! What could not be delivered, for an administrator.

use axum::extract::State;
use axum::http::StatusCode;
use wire::{DeadLetter, Role};

use super::examples;
use crate::app::Shared;
use crate::courier;
use crate::error::ApiError;
use crate::route::Route;
use crate::sent::{Answer, Id, answer};
use crate::transact;
use crate::who::Who;

/// The routes of the outbox.
pub(super) fn routes() -> Vec<Route> {
    let administrator = Who::Only(Role::Administrator);
    vec![
        Route::get("/api/dead-letters", administrator, list)
            .about("Mails and events that were given up, the latest first")
            .gives(StatusCode::OK, &vec![examples::dead_letter()]),
        Route::post("/api/dead-letters/{id}/revival", administrator, revive)
            .about("Has one delivered again")
            .gives_nothing(StatusCode::ACCEPTED),
    ]
}

/// `GET /api/dead-letters`
async fn list(State(app): State<Shared>) -> Result<Answer<Vec<DeadLetter>>, ApiError> {
    Ok(answer(courier::dead_letters(&app.db).await?))
}

/// `POST /api/dead-letters/{id}/revival`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no dead letter.
async fn revive(State(app): State<Shared>, Id(id): Id) -> Result<StatusCode, ApiError> {
    let revived = transact!(app.db, |tx| courier::revive(tx, &id, app.now_ms()).await?)?;
    if revived { Ok(StatusCode::ACCEPTED) } else { Err(ApiError::NotFound) }
}
