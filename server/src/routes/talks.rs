//! Seats at talks.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use wire::{Role, Talk, TalkSeat};

use super::examples;
use crate::app::{App, Shared};
use crate::error::ApiError;
use crate::limits;
use crate::route::Route;
use crate::sent::{Answer, answer};
use crate::who::{SignedIn, Who};
use crate::{talks, transact};

/// The routes of seats.
pub(super) fn routes() -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    vec![
        Route::get("/api/talks/seats", investor, list)
            .about("Free seats of the talks ahead, and the own ones")
            .gives(StatusCode::OK, &vec![examples::talk_seat()]),
        Route::post("/api/talks/{talk}/seat", investor, take)
            .about("Takes a seat at a talk, once; a mail brings the event for the calendar")
            .gives(StatusCode::OK, &examples::talk_seat())
            .refuses(&[StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
        Route::delete("/api/talks/{talk}/seat", investor, leave)
            .about("Gives the own seat at a talk back")
            .gives(StatusCode::OK, &examples::talk_seat())
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `GET /api/talks/seats`
async fn list(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<TalkSeat>>, ApiError> {
    Ok(answer(talks::seats(&app.db, &app.library.talks.talks, who.id(), app.now_ms()).await?))
}

/// The talk of an address.
fn find<'a>(app: &'a App, id: &str) -> Result<&'a Talk, ApiError> {
    app.library.talks.talks.iter().find(|talk| talk.id == id).ok_or(ApiError::NotFound)
}

async fn one(app: &App, talk: &Talk, account_id: &str) -> Result<Answer<TalkSeat>, ApiError> {
    let seats = talks::seats(&app.db, std::slice::from_ref(talk), account_id, app.now_ms()).await?;
    // One that is over has no seats any more.
    seats.into_iter().next().map(answer).ok_or(ApiError::NotFound)
}

/// `POST /api/talks/{talk}/seat`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such talk; [`ApiError::Conflict`] when it has begun or every seat
/// is taken; [`ApiError::TooMany`].
async fn take(
    State(app): State<Shared>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Answer<TalkSeat>, ApiError> {
    let talk = find(&app, &id)?;
    let now_ms = app.now_ms();
    app.limits.count(limits::SEAT_BY, who.id(), now_ms)?;
    talks::take(&app.db, talk, &who.account, now_ms).await?;
    one(&app, talk, who.id()).await
}

/// `DELETE /api/talks/{talk}/seat`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such talk, it is over, or the one who asks has no seat;
/// [`ApiError::TooMany`].
async fn leave(
    State(app): State<Shared>,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Answer<TalkSeat>, ApiError> {
    let talk = find(&app, &id)?;
    let now_ms = app.now_ms();
    app.limits.count(limits::SEAT_BY, who.id(), now_ms)?;
    let left = transact!(app.db, |tx| talks::leave(tx, talk, &who.account, now_ms).await?)?;
    if !left {
        return Err(ApiError::NotFound);
    }
    one(&app, talk, who.id()).await
}
