//! The advisor for life, invitations, and the household.

use wire::{AddressOnly, Care, Invited, Kin, TakeAdvisor, Token};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/care`: who looks after the client that asks, and how.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses; so it is with every function here.
pub async fn show() -> Result<Care, ApiError> {
    Ask::get("/api/care").read().await
}

/// `POST /api/care`: takes the advisor who invited, or the one whom the firm's rule chooses.
///
/// # Errors
///
/// `link_gone` when the invitation no longer works.
pub async fn take(sent: &TakeAdvisor) -> Result<Care, ApiError> {
    Ask::post("/api/care").with(sent).read().await
}

/// `GET /api/invitations/{token}`: who invites.
///
/// # Errors
///
/// `link_gone`.
pub async fn invited(token: &str) -> Result<Invited, ApiError> {
    let token: String = js_sys::encode_uri_component(token).into();
    Ask::get(&["/api/invitations/", &token].concat()).read().await
}

/// `POST /api/household`: asks somebody by mail to belong to the household.
///
/// # Errors
///
/// [`ApiError`].
pub async fn ask_kin(email: String) -> Result<Kin, ApiError> {
    Ask::post("/api/household").with(&AddressOnly { email }).read().await
}

/// `POST /api/household/agreement`: agrees to belong to a household.
///
/// # Errors
///
/// `link_gone`.
pub async fn agree(token: String) -> Result<Care, ApiError> {
    Ask::post("/api/household/agreement").with(&Token { token }).read().await
}

/// `DELETE /api/household/{id}`: ends a link of the household, or takes an invitation back.
///
/// # Errors
///
/// [`ApiError`].
pub async fn leave(id: &str) -> Result<(), ApiError> {
    Ask::delete(&["/api/household/", id].concat()).done().await
}
