//! Signing in and out, and the devices that are signed in.

use wire::{Account, Device, Prove, Session, SignIn};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/session`: who is signed in; none for a guest.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn show() -> Result<Option<Account>, ApiError> {
    Ok(Ask::get("/api/session").read::<Session>().await?.account)
}

/// `POST /api/session`: signs in with a password.
///
/// # Errors
///
/// `wrong_password`, whether or not there is such an account.
pub async fn sign_in(sent: &SignIn) -> Result<Account, ApiError> {
    opened(Ask::post("/api/session").with(sent)).await
}

/// What opens a session answers with its account.
pub(super) async fn opened(ask: Ask) -> Result<Account, ApiError> {
    // A session that was just opened has an account.
    ask.read::<Session>().await?.account.ok_or(ApiError::Unreachable)
}

/// `DELETE /api/session`: signs this device out.
///
/// # Errors
///
/// [`ApiError`].
pub async fn sign_out() -> Result<(), ApiError> {
    Ask::delete("/api/session").done().await
}

/// `POST /api/session/proof`: shows the password again.
///
/// # Errors
///
/// `wrong_password`.
pub async fn prove(password: String) -> Result<(), ApiError> {
    Ask::post("/api/session/proof").with(&Prove { password }).done().await
}

/// `GET /api/sessions`: the devices that are signed in.
///
/// # Errors
///
/// [`ApiError`].
pub async fn devices() -> Result<Vec<Device>, ApiError> {
    Ask::get("/api/sessions").read().await
}

/// `DELETE /api/sessions/{id}`: signs one device out.
///
/// # Errors
///
/// [`ApiError`].
pub async fn sign_out_one(id: &str) -> Result<(), ApiError> {
    Ask::delete(&["/api/sessions/", id].concat()).done().await
}

/// `DELETE /api/sessions`: signs every device out, this one too.
///
/// # Errors
///
/// [`ApiError`].
pub async fn sign_out_everywhere() -> Result<(), ApiError> {
    Ask::delete("/api/sessions").done().await
}
