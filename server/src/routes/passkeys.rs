//! Passkeys: adding one, signing in with one.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use wire::{AddPasskey, Passkey, PasskeyChallenge, PasskeySignIn};

use super::account::check_name;
use super::examples;
use super::session::start;
use crate::accounts::{self, passkey};
use crate::app::Shared;
use crate::asker::Asker;
use crate::error::ApiError;
use crate::limits;
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::transact;
use crate::who::{SignedIn, Who};

/// The routes of passkeys.
pub(super) fn routes() -> Vec<Route> {
    let id = || examples::ID.to_owned();
    let challenge =
        PasskeyChallenge { id: id(), options: json!({ "publicKey": { "challenge": "c2VjcmV0" } }) };
    let passkey = Passkey {
        id: id(),
        name: "Phone".to_owned(),
        created_ms: examples::TIME_MS,
        used_ms: Some(examples::TIME_MS),
    };
    let credential = || json!({ "id": "AQ", "rawId": "AQ", "type": "public-key", "response": {} });
    vec![
        Route::get("/api/passkeys", Who::Account, list)
            .about("The passkeys of the account")
            .gives(StatusCode::OK, &vec![passkey.clone()]),
        Route::post("/api/passkeys/challenge", Who::Account, ask_to_add)
            .about("What an authenticator is asked in order to make a passkey")
            .gives(StatusCode::OK, &challenge)
            .refuses(&[StatusCode::CONFLICT]),
        Route::post("/api/passkeys", Who::Account, add)
            .about("Adds the passkey that an authenticator made")
            .takes(&AddPasskey { challenge_id: id(), name: "Phone".to_owned(), credential: credential() })
            .gives(StatusCode::CREATED, &passkey)
            .refuses(&[StatusCode::CONFLICT]),
        Route::delete("/api/passkeys/{id}", Who::Account, remove)
            .about("Takes a passkey away")
            .gives_nothing(StatusCode::NO_CONTENT),
        Route::post("/api/session/passkey/challenge", Who::Anyone, ask_to_sign_in)
            .about("What an authenticator is asked in order to sign in")
            .gives(StatusCode::OK, &challenge)
            .refuses(&[StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
        Route::post("/api/session/passkey", Who::Anyone, sign_in)
            .about("Signs in with a passkey, and sets the session's cookie")
            .takes(&PasskeySignIn { challenge_id: id(), credential: credential() })
            .gives(StatusCode::OK, &examples::session())
            .refuses(&[StatusCode::UNAUTHORIZED, StatusCode::CONFLICT, StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `GET /api/passkeys`
async fn list(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<Passkey>>, ApiError> {
    Ok(answer(passkey::of_account(&app.db, who.id()).await?))
}

/// `POST /api/passkeys/challenge`
///
/// # Errors
///
/// [`ApiError::NotFresh`] when no password was shown lately; [`ApiError::Conflict`] where there are no
/// passkeys.
async fn ask_to_add(State(app): State<Shared>, who: SignedIn) -> Result<Answer<PasskeyChallenge>, ApiError> {
    let now_ms = app.now_ms();
    who.must_be_fresh(now_ms)?;
    let (options, state) = app.passkeys.start_adding(&who.account)?;
    let challenge = transact!(app.db, |tx| {
        passkey::keep_challenge(tx, Some(who.id()), (options.clone(), &state), now_ms).await?
    })?;
    Ok(answer(challenge))
}

/// `POST /api/passkeys`
///
/// # Errors
///
/// [`ApiError::PasskeyRefused`] when the answer does not belong to the question.
async fn add(
    State(app): State<Shared>,
    who: SignedIn,
    Sent(sent): Sent<AddPasskey>,
) -> Result<(StatusCode, Answer<Passkey>), ApiError> {
    let now_ms = app.now_ms();
    let name = check_name(&sent.name).map_err(|fault| ApiError::Faults(vec![fault]))?;
    let added = transact!(app.db, |tx| {
        let state = passkey::take_challenge(tx, &sent.challenge_id, Some(who.id()), now_ms).await?;
        let credential = app.passkeys.finish_adding(&state, sent.credential.clone())?;
        passkey::add(tx, who.id(), &name, &credential, now_ms).await?
    })?;
    Ok((StatusCode::CREATED, answer(added)))
}

/// `DELETE /api/passkeys/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no passkey of the one who asks.
async fn remove(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<StatusCode, ApiError> {
    let removed = transact!(app.db, |tx| passkey::remove(tx, who.id(), &id).await?)?;
    if removed { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::NotFound) }
}

/// `POST /api/session/passkey/challenge`
///
/// # Errors
///
/// [`ApiError::Conflict`] where there are no passkeys; [`ApiError::TooMany`].
async fn ask_to_sign_in(
    State(app): State<Shared>,
    asker: Asker,
) -> Result<Answer<PasskeyChallenge>, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::SIGN_IN_FROM, asker.network, now_ms)?;
    let (options, state) = app.passkeys.start_sign_in()?;
    let challenge = transact!(app.db, |tx| {
        passkey::keep_challenge(tx, None, (options.clone(), &state), now_ms).await?
    })?;
    Ok(answer(challenge))
}

/// `POST /api/session/passkey`
///
/// # Errors
///
/// [`ApiError::PasskeyRefused`] when no passkey of ours signed the question.
async fn sign_in(
    State(app): State<Shared>,
    asker: Asker,
    Sent(sent): Sent<PasskeySignIn>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::SIGN_IN_FROM, asker.network, now_ms)?;
    let (claim, credential_id) = app.passkeys.claimed(&sent.credential)?;
    let account_id = transact!(app.db, |tx| {
        let state = passkey::take_challenge(tx, &sent.challenge_id, None, now_ms).await?;
        let stored = passkey::find(tx, &credential_id).await?.ok_or(ApiError::PasskeyRefused)?;
        let mut credential = stored.credential()?;
        let result = app.passkeys.finish_sign_in(&state, &claim, &credential)?;
        credential.update_credential(&result);
        passkey::used(tx, &stored.id, &credential, now_ms).await?;
        stored.account_id
    })?;
    let row = accounts::by_id(&app.db, &account_id).await?.ok_or(ApiError::PasskeyRefused)?;
    start(&app, &row.account(), &asker).await
}
