//! Links in mails that work once.

use sqlx::FromRow;

use crate::clock::{DAY_MS, HOUR_MS};
use crate::db::Tx;
use crate::{token, values};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Confirms the mailbox.
    Confirm,
    /// Sets a new password.
    Reset,
    /// Sets the first password of an account that the firm opened.
    Welcome,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::Welcome => "welcome",
        }
    }

    /// How long the link works.
    const fn lasts_ms(self) -> i64 {
        match self {
            Self::Confirm | Self::Welcome => 7 * DAY_MS,
            Self::Reset => HOUR_MS,
        }
    }
}

/// Makes a link that ends in a secret.
///
/// # Errors
///
/// When the database fails.
pub async fn create(
    tx: &mut Tx,
    account_id: &str,
    kind: Kind,
    secret: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into link (id, account_id, kind, token_hash, created_ms, expires_ms)
         values ($1, $2, $3, $4, $5, $6)",
        values![token::id(), account_id, kind.name(), token::hash(secret), now_ms, now_ms + kind.lasts_ms()],
    )
    .await?;
    Ok(())
}

/// The account that a link was made for.
#[derive(Clone, Debug, FromRow)]
pub struct Linked {
    /// The account.
    pub account_id: String,
    /// Its password, Argon2id in PHC form.
    pub password_hash: Option<String>,
}

/// What a link leads to, as long as it works.
///
/// # Errors
///
/// When the database fails.
pub async fn look_up(
    db: &crate::db::Db,
    kind: Kind,
    secret: &str,
    now_ms: i64,
) -> Result<Option<Linked>, sqlx::Error> {
    db.first(
        "select link.account_id, account.password_hash
         from link
         join account on account.id = link.account_id
         where link.token_hash = $1 and link.kind = $2 and link.used_ms is null and $3 < link.expires_ms
             and account.erased_ms is null",
        values![token::hash(secret), kind.name(), now_ms],
    )
    .await
}

/// Uses a link up, and every other of its kind for the same account. Says whether it still worked.
///
/// # Errors
///
/// When the database fails.
pub async fn use_up(
    tx: &mut Tx,
    account_id: &str,
    kind: Kind,
    secret: &str,
    now_ms: i64,
) -> Result<bool, sqlx::Error> {
    let used = tx
        .change(
            "update link set used_ms = $1
             where token_hash = $2 and account_id = $3 and used_ms is null and $1 < expires_ms",
            values![now_ms, token::hash(secret), account_id],
        )
        .await?;
    tx.change(
        "update link set used_ms = $1 where account_id = $2 and kind = $3 and used_ms is null",
        values![now_ms, account_id, kind.name()],
    )
    .await?;
    Ok(used != 0)
}
