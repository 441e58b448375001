//! All that is stored about the one who asks: given out, or erased.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};
use wire::{Prove, Role};

use super::examples;
use super::session::signed_out;
use crate::accounts::{self, session};
use crate::app::Shared;
use crate::error::ApiError;
use crate::limits;
use crate::mine;
use crate::route::Route;
use crate::sent::{Answer, Sent, answer};
use crate::transact;
use crate::who::{SignedIn, Who};

/// The routes of one's own data.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/account/export", Who::Account, export)
            .about("Everything that is stored about the account")
            .gives(
                StatusCode::OK,
                &Map::from_iter([
                    ("account".to_owned(), json!(examples::account())),
                    ("plans".to_owned(), json!([])),
                ]),
            ),
        Route::post("/api/session/proof", Who::Account, prove)
            .about("Shows the password again, for what is only done shortly after that")
            .takes(&Prove { password: examples::PASSWORD.to_owned() })
            .gives_nothing(StatusCode::NO_CONTENT)
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
        Route::delete("/api/account", Who::Only(Role::Investor), erase)
            .about("Erases the account, shortly after its password was shown; what the law asks for stays")
            .gives_nothing(StatusCode::NO_CONTENT),
    ]
}

/// `GET /api/account/export`
async fn export(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Map<String, Value>>, ApiError> {
    Ok(answer(mine::export(&app.db, &app.care.experts, who.id(), app.now_ms()).await?))
}

/// `POST /api/session/proof`
///
/// # Errors
///
/// [`ApiError::WrongPassword`]; [`ApiError::TooMany`].
async fn prove(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<Prove>,
) -> Result<StatusCode, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::SIGN_IN_TO, &who.account.email, now_ms)?;
    let row = accounts::by_id(&app.db, who.id()).await?.ok_or(ApiError::SignedOut)?;
    if !app.passwords.matches(sent.password, row.password_hash).await? {
        return Err(ApiError::WrongPassword);
    }
    transact!(app.db, |tx| session::prove(tx, &who.session_id, now_ms).await?)?;
    app.kept.forget_sessions();
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/account`
///
/// # Errors
///
/// [`ApiError::NotFresh`] when no password or passkey was shown in the last ten minutes.
async fn erase(State(app): State<Shared>, who: SignedIn) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    who.must_be_fresh(now_ms)?;
    transact!(app.db, |tx| mine::erase(tx, who.id(), &who.account.email, now_ms).await?)?;
    app.kept.forget_account(who.id());
    Ok(signed_out())
}
