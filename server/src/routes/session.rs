//! Signing in and out, and the devices that are signed in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use wire::{Device, Session, SignIn};

use super::examples;
use crate::accounts::{self, session};
use crate::app::Shared;
use crate::asker::Asker;
use crate::error::ApiError;
use crate::limits;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::who::{MaybeSignedIn, SignedIn, Who};
use crate::{token, transact};

/// The routes of sessions.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/session", Who::Anyone, show)
            .about("Who is signed in; nobody for a guest")
            .gives(StatusCode::OK, &examples::session()),
        Route::post("/api/session", Who::Anyone, sign_in)
            .about("Signs in with a password, and sets the session's cookie")
            .takes(&SignIn { email: examples::EMAIL.to_owned(), password: examples::PASSWORD.to_owned() })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[StatusCode::UNAUTHORIZED, StatusCode::TOO_MANY_REQUESTS]),
        Route::delete("/api/session", Who::Anyone, sign_out)
            .about("Signs this device out")
            .gives_nothing(StatusCode::NO_CONTENT),
        Route::get("/api/sessions", Who::Account, devices)
            .about("The devices that are signed in")
            .gives(StatusCode::OK, &vec![examples::device()]),
        Route::delete("/api/sessions", Who::Account, sign_out_everywhere)
            .about("Signs every device out, this one too")
            .gives_nothing(StatusCode::NO_CONTENT),
        Route::delete("/api/sessions/{id}", Who::Account, sign_out_one)
            .about("Signs one device out")
            .gives_nothing(StatusCode::NO_CONTENT),
    ]
}

/// `GET /api/session`
async fn show(MaybeSignedIn(who): MaybeSignedIn) -> Answer<Session> {
    answer(Session { account: who.map(|who| who.account) })
}

/// `POST /api/session`
///
/// # Errors
///
/// [`ApiError::WrongPassword`], whether or not there is such an account; [`ApiError::TooMany`].
async fn sign_in(
    State(app): State<Shared>,
    asker: Asker,
    Sent(sent): Sent<SignIn>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    let email = sent.email.trim().to_lowercase();
    app.limits.count(limits::SIGN_IN_FROM, asker.network, now_ms)?;
    app.limits.count(limits::SIGN_IN_TO, &email, now_ms)?;

    let found = accounts::by_email(&app.db, &email).await?;
    let hash = found.as_ref().and_then(|row| row.password_hash.clone());
    let matches = app.passwords.matches(sent.password, hash).await?;
    let row = found.filter(|_| matches).ok_or(ApiError::WrongPassword)?;

    start(&app, &row.account(), &asker).await
}

/// Signs a device in to an account, and says so with a cookie.
pub(super) async fn start(
    app: &Shared,
    account: &wire::Account,
    asker: &Asker,
) -> Result<Response, ApiError> {
    let secret = token::secret()?;
    let now_ms = app.now_ms();
    transact!(app.db, |tx| session::open(tx, &account.id, &asker.device, &secret, now_ms).await?)?;
    Ok(([session::set_cookie(&secret)], answer(Session { account: Some(account.clone()) })).into_response())
}

/// `DELETE /api/session`
async fn sign_out(
    State(app): State<Shared>,
    MaybeSignedIn(who): MaybeSignedIn,
) -> Result<Response, ApiError> {
    if let Some(who) = who {
        transact!(app.db, |tx| session::close(tx, who.id(), &who.session_id).await?)?;
        app.kept.forget_sessions();
    }
    Ok(signed_out())
}

/// `GET /api/sessions`
async fn devices(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<Device>>, ApiError> {
    Ok(answer(session::devices(&app.db, &who, app.now_ms()).await?))
}

/// `DELETE /api/sessions`
async fn sign_out_everywhere(State(app): State<Shared>, who: SignedIn) -> Result<Response, ApiError> {
    transact!(app.db, |tx| session::close_all(tx, who.id()).await?)?;
    app.kept.forget_sessions();
    Ok(signed_out())
}

/// `DELETE /api/sessions/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no session of the one who asks.
async fn sign_out_one(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<StatusCode, ApiError> {
    let closed = transact!(app.db, |tx| session::close(tx, who.id(), &id).await?)?;
    app.kept.forget_sessions();
    if closed { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::NotFound) }
}

/// Nothing, and a cookie to forget.
pub(super) fn signed_out() -> Response {
    (StatusCode::NO_CONTENT, [session::clear_cookie()]).into_response()
}
