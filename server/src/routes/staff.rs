//! The firm's advisors, for an administrator.

use axum::extract::State;
use axum::http::StatusCode;
use wire::{Departure, DeparturePreview, NewDeparture, Role, StaffRow};

use super::examples;
use crate::app::Shared;
use crate::care::{advisor, departure};
use crate::error::ApiError;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::who::{SignedIn, Who};
use crate::{texts, transact};

/// The routes of the firm's advisors.
pub(super) fn routes() -> Vec<Route> {
    let administrator = Who::Only(Role::Administrator);
    vec![
        Route::get("/api/advisors", administrator, list)
            .about("The firm's advisors, with the number of their clients")
            .gives(StatusCode::OK, &vec![examples::staff_row()]),
        Route::get("/api/advisors/{id}/departure", administrator, foresee)
            .about("Where the clients of an advisor would go; nothing is changed")
            .gives(StatusCode::OK, &examples::departure_preview()),
        Route::post("/api/advisors/{id}/departure", administrator, depart)
            .about("Hands every client of an advisor who leaves over, each recorded with a note")
            .takes(&examples::departure())
            .gives(StatusCode::OK, &Departure { clients: 42 })
            .refuses(&[StatusCode::CONFLICT]),
    ]
}

/// `GET /api/advisors`
async fn list(State(app): State<Shared>) -> Result<Answer<Vec<StaffRow>>, ApiError> {
    advisor::furnish(&app.db, &app.care.service).await?;
    Ok(answer(departure::staff(&app.db).await?))
}

/// `GET /api/advisors/{id}/departure`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such advisor.
async fn foresee(State(app): State<Shared>, Id(id): Id) -> Result<Answer<DeparturePreview>, ApiError> {
    advisor::furnish(&app.db, &app.care.service).await?;
    let now_ms = app.now_ms();
    Ok(answer(transact!(app.db, |tx| departure::foresee(tx, &id, now_ms).await?)?))
}

/// `POST /api/advisors/{id}/departure`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such advisor, or none to take over; [`ApiError::Faults`];
/// [`ApiError::Conflict`] when nobody has room, or the advisor stands in for another one.
async fn depart(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<NewDeparture>,
) -> Result<Answer<Departure>, ApiError> {
    let reason = texts::block("reason", &sent.reason, 1..=500);
    let note = texts::advice("note", &sent.note, 1..=2000, &app.shelf.wording);
    let new = match (reason, note) {
        (Ok(reason), Ok(note)) => NewDeparture { to: sent.to, reason, note },
        (reason, note) => {
            return Err(ApiError::Faults([reason.err(), note.err()].into_iter().flatten().collect()));
        }
    };
    advisor::furnish(&app.db, &app.care.service).await?;
    let now_ms = app.now_ms();
    let clients = transact!(app.db, |tx| departure::record(tx, &id, &new, who.id(), now_ms).await?)?;
    Ok(answer(Departure { clients }))
}
