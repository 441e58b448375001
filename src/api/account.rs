//! The account: opening it, its mailbox, its password, its name, its end.

use wire::{Account, AddressOnly, Confirm, NewPassword, Profile, SetPassword, SignUp};

use super::ApiError;
use super::ask::Ask;
use super::session::opened;

/// The address of everything that is stored about the account, as a file.
pub const EXPORT: &str = "/api/account/export";

/// `POST /api/account`: opens an account, and signs in.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or with every field that it does not take; so it is with
/// every function here.
pub async fn sign_up(sent: &SignUp) -> Result<Account, ApiError> {
    opened(Ask::post("/api/account").with(sent)).await
}

/// `PUT /api/account`: changes name and language.
///
/// # Errors
///
/// [`ApiError`].
pub async fn change(sent: &Profile) -> Result<Account, ApiError> {
    Ask::put("/api/account").with(sent).read().await
}

/// `PUT /api/account/password`: changes the password, and signs every other device out.
///
/// # Errors
///
/// `wrong_password`.
pub async fn change_password(sent: &NewPassword) -> Result<Account, ApiError> {
    opened(Ask::put("/api/account/password").with(sent)).await
}

/// `POST /api/account/confirmation`: confirms the mailbox with the end of the link in the mail.
///
/// # Errors
///
/// `link_gone`, `wrong_password`, `address_taken`.
pub async fn confirm(sent: &Confirm) -> Result<Account, ApiError> {
    opened(Ask::post("/api/account/confirmation").with(sent)).await
}

/// `POST /api/account/confirmation/mail`: sends that mail again.
///
/// # Errors
///
/// [`ApiError`].
pub async fn confirm_again() -> Result<(), ApiError> {
    Ask::post("/api/account/confirmation/mail").done().await
}

/// `POST /api/password/mail`: sends a mail to set a new password, if the address has an account.
///
/// # Errors
///
/// [`ApiError`].
pub async fn forgot(email: String) -> Result<(), ApiError> {
    Ask::post("/api/password/mail").with(&AddressOnly { email }).done().await
}

/// `PUT /api/password`: sets a new password with the end of the link in the mail.
///
/// # Errors
///
/// `link_gone`.
pub async fn reset(sent: &SetPassword) -> Result<Account, ApiError> {
    opened(Ask::put("/api/password").with(sent)).await
}

/// `DELETE /api/account`: erases the account, shortly after its password was shown.
///
/// # Errors
///
/// `not_fresh`.
pub async fn erase() -> Result<(), ApiError> {
    Ask::delete("/api/account").done().await
}
