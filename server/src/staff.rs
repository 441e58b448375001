//! Accounts that are opened on the command line: advisors and administrators.

use wire::{Account, Language, Role};

use crate::accounts::{self, NewAccount, email, link};
use crate::db::{Db, is_taken};
use crate::error::ApiError;
use crate::words::Words;
use crate::{token, transact};

/// Opens an account for an advisor or an administrator. Gives the end of the link by which they set their
/// password, which works for seven days.
///
/// # Errors
///
/// [`ApiError::Faults`] when it is no address; [`ApiError::Conflict`] when the address has an account.
pub async fn add(
    db: &Db,
    typed: &str,
    (name, language, role): (&str, Language, Role),
    now_ms: i64,
) -> Result<String, ApiError> {
    let email = email::check(typed).map_err(|fault| ApiError::Faults(vec![fault]))?;
    let secret = token::secret()?;
    let new =
        NewAccount { email: &email, name, language, role, password_hash: None, confirmed_ms: Some(now_ms) };
    transact!(db, |tx| {
        let id = accounts::create(tx, &new, now_ms).await.map_err(taken)?;
        link::create(tx, &id, link::Kind::Welcome, &secret, now_ms).await?;
    })?;
    Ok(secret)
}

fn taken(error: sqlx::Error) -> ApiError {
    if !is_taken(&error) {
        return error.into();
    }
    ApiError::Conflict(
        "address_taken",
        Words::new("这个邮箱已有账户。", "This address has an account already."),
    )
}

/// The account of a key or an address.
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is none.
pub async fn find(db: &Db, key_or_email: &str) -> Result<Account, ApiError> {
    let row = match accounts::by_id(db, key_or_email).await? {
        Some(row) => Some(row),
        None => accounts::by_email(db, &key_or_email.trim().to_lowercase()).await?,
    };
    row.map(|row| row.account()).ok_or(ApiError::NotFound)
}
