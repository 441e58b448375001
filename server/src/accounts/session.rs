//! Sessions: a cookie on a device, its hash in the database.

use axum::http::{HeaderMap, HeaderValue, header};
use sqlx::FromRow;
use wire::{Account, Device};

use super::{language_of, role_of};
use crate::clock::{DAY_MS, HOUR_MS, MINUTE_MS};
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::who::SignedIn;
use crate::{token, transact, values};

/// A session ends so long after its device was last seen.
const IDLE_MS: i64 = 30 * DAY_MS;

/// How exactly it is known when a device was last seen. A read then seldom becomes a write.
const SEEN_TO_MS: i64 = HOUR_MS;

/// So long after a password was shown, what is grave is done without asking for it again.
pub const FRESH_MS: i64 = 10 * MINUTE_MS;

/// The cookie's name. The prefix has browsers keep it only from this very host, over TLS; they take
/// `http://localhost` and `http://127.0.0.1` for safe too.
pub(crate) const COOKIE: &str = "__Host-session";

/// Signs a device in, and gives its cookie's value.
///
/// # Errors
///
/// When the database fails.
pub async fn open(
    tx: &mut Tx,
    account_id: &str,
    device: &str,
    secret: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into session (id, account_id, token_hash, device, created_ms, proved_ms, seen_ms, expires_ms)
         values ($1, $2, $3, $4, $5, $5, $5, $6)",
        values![&token::id(), account_id, token::hash(secret), device, now_ms, now_ms + IDLE_MS],
    )
    .await?;
    Ok(())
}

#[derive(Debug, FromRow)]
struct Found {
    session_id: String,
    proved_ms: i64,
    seen_ms: i64,
    account_id: String,
    email: Option<String>,
    confirmed_ms: Option<i64>,
    name: String,
    language: String,
    role: String,
}

/// Who holds a cookie; nobody once its session has ended. Notes that the device was seen.
///
/// # Errors
///
/// When the database fails.
pub async fn find(db: &Db, cookie: &str, now_ms: i64) -> Result<Option<SignedIn>, ApiError> {
    let found: Option<Found> = db
        .first(
            "select session.id as session_id, session.proved_ms, session.seen_ms,
                    account.id as account_id, account.email, account.confirmed_ms, account.name,
                    account.language, account.role
             from session
             join account on account.id = session.account_id
             where session.token_hash = $1 and $2 < session.expires_ms and account.erased_ms is null",
            values![token::hash(cookie), now_ms],
        )
        .await?;
    let Some(found) = found else { return Ok(None) };
    if found.seen_ms + SEEN_TO_MS <= now_ms {
        prolong(db, &found.session_id, now_ms).await?;
    }
    Ok(Some(SignedIn {
        account: Account {
            id: found.account_id,
            email: found.email.unwrap_or_default(),
            confirmed: found.confirmed_ms.is_some(),
            name: found.name,
            language: language_of(&found.language),
            role: role_of(&found.role),
        },
        session_id: found.session_id,
        proved_ms: found.proved_ms,
    }))
}

async fn prolong(db: &Db, id: &str, now_ms: i64) -> Result<(), ApiError> {
    transact!(db, |tx| {
        tx.change(
            "update session set seen_ms = $1, expires_ms = $2 where id = $3",
            values![now_ms, now_ms + IDLE_MS, id],
        )
        .await?;
    })
}

#[derive(Debug, FromRow)]
struct DeviceRow {
    id: String,
    device: String,
    created_ms: i64,
    seen_ms: i64,
}

/// The devices of the account that asks, the one seen last first.
///
/// # Errors
///
/// When the database fails.
pub async fn devices(db: &Db, who: &SignedIn, now_ms: i64) -> Result<Vec<Device>, sqlx::Error> {
    let rows: Vec<DeviceRow> = db
        .all(
            "select id, device, created_ms, seen_ms
             from session
             where account_id = $1 and $2 < expires_ms
             order by seen_ms desc, id desc",
            values![who.id(), now_ms],
        )
        .await?;
    let device = |row: DeviceRow| Device {
        this: row.id == who.session_id,
        id: row.id,
        name: row.device,
        created_ms: row.created_ms,
        seen_ms: row.seen_ms,
    };
    Ok(rows.into_iter().map(device).collect())
}

/// Ends one session of an account, and says whether there was such a one.
///
/// # Errors
///
/// When the database fails.
pub async fn close(tx: &mut Tx, account_id: &str, id: &str) -> Result<bool, sqlx::Error> {
    let closed =
        tx.change("delete from session where id = $1 and account_id = $2", values![id, account_id]).await?;
    Ok(closed != 0)
}

/// Signs an account out everywhere.
///
/// # Errors
///
/// When the database fails.
pub async fn close_all(tx: &mut Tx, account_id: &str) -> Result<(), sqlx::Error> {
    tx.change("delete from session where account_id = $1", values![account_id]).await?;
    Ok(())
}

/// Notes that a password or passkey was shown just now.
///
/// # Errors
///
/// When the database fails.
pub async fn prove(tx: &mut Tx, id: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change("update session set proved_ms = $1 where id = $2", values![now_ms, id]).await?;
    Ok(())
}

/// The value of the session's cookie.
pub(crate) fn cookie_of(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value)
}

/// The header that has a browser keep a session's secret.
pub(crate) fn set_cookie(secret: &str) -> (header::HeaderName, HeaderValue) {
    cookie(secret, IDLE_MS / 1000)
}

/// The header that has a browser forget it.
pub(crate) fn clear_cookie() -> (header::HeaderName, HeaderValue) {
    cookie("", 0)
}

fn cookie(value: &str, seconds: i64) -> (header::HeaderName, HeaderValue) {
    let text = format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict");
    // A secret is hexadecimal, so this is always a valid header.
    (header::SET_COOKIE, HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("")))
}
