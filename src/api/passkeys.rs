//! Passkeys. What the device is asked in between is `passkey`'s matter.

use wire::{Account, AddPasskey, Passkey, PasskeyChallenge, PasskeySignIn};

use super::ApiError;
use super::ask::Ask;
use super::session::opened;

/// `GET /api/passkeys`: the passkeys of the account.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn list() -> Result<Vec<Passkey>, ApiError> {
    Ask::get("/api/passkeys").read().await
}

/// `POST /api/passkeys/challenge`: what the device is asked to make a passkey.
///
/// # Errors
///
/// `not_fresh` when no password was shown lately.
pub async fn ask_to_add() -> Result<PasskeyChallenge, ApiError> {
    Ask::post("/api/passkeys/challenge").read().await
}

/// `POST /api/passkeys`: adds the passkey that the device made.
///
/// # Errors
///
/// [`ApiError`].
pub async fn add(sent: &AddPasskey) -> Result<Passkey, ApiError> {
    Ask::post("/api/passkeys").with(sent).read().await
}

/// `DELETE /api/passkeys/{id}`: takes a passkey away.
///
/// # Errors
///
/// [`ApiError`].
pub async fn remove(id: &str) -> Result<(), ApiError> {
    Ask::delete(&["/api/passkeys/", id].concat()).done().await
}

/// `POST /api/session/passkey/challenge`: what the device is asked to sign in.
///
/// # Errors
///
/// [`ApiError`].
pub async fn ask_to_sign_in() -> Result<PasskeyChallenge, ApiError> {
    Ask::post("/api/session/passkey/challenge").read().await
}

/// `POST /api/session/passkey`: signs in with the device's answer.
///
/// # Errors
///
/// `passkey_refused`.
pub async fn sign_in(sent: &PasskeySignIn) -> Result<Account, ApiError> {
    opened(Ask::post("/api/session/passkey").with(sent)).await
}
