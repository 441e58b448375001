//! Seats at talks.

use axum::extract::{FromRequestParts, Path, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use wire::{Role, Talk, TalkSeat};

use super::examples;
use crate::app::Shared;
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

/// A talk of an address, and who asks for a seat at it. It counts as asking, whatever comes of it.
struct Asked {
    app: Shared,
    who: SignedIn,
    id: String,
    now_ms: i64,
}

impl FromRequestParts<Shared> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, ApiError> {
        let who = SignedIn::from_request_parts(parts, app).await?;
        let Path(id) =
            Path::<String>::from_request_parts(parts, app).await.map_err(|_| ApiError::NotFound)?;
        let asked = Self { app: app.clone(), who, id, now_ms: app.now_ms() };
        asked.talk()?;
        app.limits.count(limits::SEAT_BY, asked.who.id(), asked.now_ms)?;
        Ok(asked)
    }
}

impl Asked {
    fn talk(&self) -> Result<&Talk, ApiError> {
        self.app.library.talks.talks.iter().find(|talk| talk.id == self.id).ok_or(ApiError::NotFound)
    }

    /// The seats of the talk as they are now.
    async fn seat(&self, talk: &Talk) -> Result<Answer<TalkSeat>, ApiError> {
        let talk = std::slice::from_ref(talk);
        let seats = talks::seats(&self.app.db, talk, self.who.id(), self.app.now_ms()).await?;
        // One that is over has no seats any more.
        seats.into_iter().next().map(answer).ok_or(ApiError::NotFound)
    }
}

/// `POST /api/talks/{talk}/seat`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such talk; [`ApiError::Conflict`] when it has begun or every seat
/// is taken; [`ApiError::TooMany`].
async fn take(asked: Asked) -> Result<Answer<TalkSeat>, ApiError> {
    let talk = asked.talk()?;
    talks::take(&asked.app.db, talk, &asked.who.account, asked.now_ms).await?;
    asked.seat(talk).await
}

/// `DELETE /api/talks/{talk}/seat`
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such talk, it is over, or the one who asks has no seat;
/// [`ApiError::TooMany`].
async fn leave(asked: Asked) -> Result<Answer<TalkSeat>, ApiError> {
    let talk = asked.talk()?;
    let (account, now_ms) = (&asked.who.account, asked.now_ms);
    if !transact!(asked.app.db, |tx| talks::leave(tx, talk, account, now_ms).await?)? {
        return Err(ApiError::NotFound);
    }
    asked.seat(talk).await
}
