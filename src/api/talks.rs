//! Seats at talks.

use wire::TalkSeat;

use super::ApiError;
use super::ask::Ask;

/// `GET /api/talks/seats`: free seats of the talks ahead, and the own ones.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn seats() -> Result<Vec<TalkSeat>, ApiError> {
    Ask::get("/api/talks/seats").read().await
}

/// `POST /api/talks/{talk}/seat`: takes a seat; whoever has one keeps it.
///
/// # Errors
///
/// `talk_full` where every seat is taken, `talk_over` where the talk has begun.
pub async fn take(talk: &str) -> Result<TalkSeat, ApiError> {
    Ask::post(&seat(talk)).read().await
}

/// `DELETE /api/talks/{talk}/seat`: gives the own seat back.
///
/// # Errors
///
/// [`ApiError`].
pub async fn leave(talk: &str) -> Result<TalkSeat, ApiError> {
    Ask::delete(&seat(talk)).read().await
}

fn seat(talk: &str) -> String {
    ["/api/talks/", talk, "/seat"].concat()
}
