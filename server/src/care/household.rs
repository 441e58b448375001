//! The household: two accounts that both asked to belong together. Either may end it.

use serde_json::json;
use sqlx::FromRow;
use wire::{Account, Kin, Language};

use super::client;
use crate::clock::DAY_MS;
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::outbox::{self, Mail};
use crate::words::Words;
use crate::{token, values};

/// How long an invitation works.
const LASTS_MS: i64 = 14 * DAY_MS;

/// Most links of one account, asked for or agreed to.
const MOST: i64 = 12;

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    email: String,
    created_ms: i64,
    agreed_ms: Option<i64>,
    name: Option<String>,
}

/// The links of an account that hold or wait.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, account_id: &str, now_ms: i64) -> Result<Vec<Kin>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select kin.id, kin.email, kin.created_ms, kin.agreed_ms,
                    coalesce(nullif(other.name, ''), other.email) as name
             from kin
             left join account other
                 on other.id = case when kin.account_id = $1 then kin.other_id else kin.account_id end
             where (kin.account_id = $1 or kin.other_id = $1) and kin.ended_ms is null
                 and (kin.agreed_ms is not null or $2 < kin.expires_ms)
             order by kin.created_ms, kin.id",
            values![account_id, now_ms],
        )
        .await?;
    Ok(rows.into_iter().map(kin).collect())
}

fn kin(row: Row) -> Kin {
    let agreed = row.agreed_ms.is_some();
    let name = row.name.filter(|_| agreed).unwrap_or(row.email);
    Kin { id: row.id, name, agreed, asked_ms: row.created_ms }
}

/// Names of those whom an account is linked with.
///
/// # Errors
///
/// When the database fails.
pub async fn names(db: &Db, account_id: &str, now_ms: i64) -> Result<Vec<String>, sqlx::Error> {
    let all = of(db, account_id, now_ms).await?;
    Ok(all.into_iter().filter(|kin| kin.agreed).map(|kin| kin.name).collect())
}

/// Asks somebody by mail. The answer is the same whether or not the address has an account.
///
/// # Errors
///
/// [`ApiError::Conflict`] when it is the own address, or there are too many already.
pub async fn ask(
    tx: &mut Tx,
    account: &Account,
    email: &str,
    language: Language,
    secret: &str,
    now_ms: i64,
) -> Result<Kin, ApiError> {
    if email == account.email {
        let words = Words::new("这是您自己的邮箱。", "This is your own address.");
        return Err(ApiError::Conflict("own_address", words));
    }
    let (count,): (i64,) = tx
        .first(
            "select count(*) from kin where (account_id = $1 or other_id = $1) and ended_ms is null",
            values![&account.id],
        )
        .await?
        .unwrap_or_default();
    if MOST <= count {
        let words = Words::new("家庭成员已达上限。", "A household has no more members than that.");
        return Err(ApiError::Conflict("household_full", words));
    }
    let id = token::id();
    tx.change(
        "insert into kin (id, account_id, email, token_hash, created_ms, expires_ms)
         values ($1, $2, $3, $4, $5, $6)",
        values![&id, &account.id, email, token::hash(secret), now_ms, now_ms + LASTS_MS],
    )
    .await?;
    let with = client::shown_name(&account.name, &account.email);
    let payload = json!({ "with": with, "token": secret });
    outbox::mail(tx, &Mail { kind: "household_invitation", to: email, language, payload }, now_ms).await?;
    Ok(Kin { id, name: email.to_owned(), agreed: false, asked_ms: now_ms })
}

/// Agrees to a link. Nobody agrees with themselves.
///
/// # Errors
///
/// [`ApiError::LinkGone`] when it no longer works.
pub async fn agree(tx: &mut Tx, account_id: &str, secret: &str, now_ms: i64) -> Result<(), ApiError> {
    let agreed: Option<(String, String)> = tx
        .first(
            "update kin
             set agreed_ms = $1, other_id = $2
             where token_hash = $3 and agreed_ms is null and ended_ms is null and $1 < expires_ms
                 and account_id <> $2
             returning id, account_id",
            values![now_ms, account_id, token::hash(secret)],
        )
        .await?;
    let (_, other_id) = agreed.ok_or(ApiError::LinkGone)?;
    let event = json!({ "account_id": other_id, "other_id": account_id });
    outbox::event(tx, "household_linked", &event, now_ms).await?;
    Ok(())
}

/// Ends a link of an account, and says whether there was such a one.
///
/// # Errors
///
/// When the database fails.
pub async fn end(tx: &mut Tx, account_id: &str, id: &str, now_ms: i64) -> Result<bool, sqlx::Error> {
    let ended = tx
        .change(
            "update kin
             set ended_ms = $1
             where id = $2 and (account_id = $3 or other_id = $3) and ended_ms is null",
            values![now_ms, id, account_id],
        )
        .await?;
    Ok(ended != 0)
}
