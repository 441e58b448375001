//! An advisor's invitation to become a client: a link that works once.

use serde_json::json;
use sqlx::FromRow;
use wire::{Invitation, NewInvitation};

use crate::clock::DAY_MS;
use crate::db::{Db, Tx};
use crate::outbox::{self, Mail};
use crate::{token, values};

/// How long the link works.
const LASTS_MS: i64 = 14 * DAY_MS;

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    email: String,
    created_ms: i64,
    expires_ms: i64,
    accepted_ms: Option<i64>,
}

/// Invites an address by mail.
///
/// # Errors
///
/// When the database fails.
pub async fn create(
    tx: &mut Tx,
    (advisor_id, advisor_name): (&str, &str),
    new: &NewInvitation,
    secret: &str,
    now_ms: i64,
) -> Result<Invitation, sqlx::Error> {
    let invitation = Invitation {
        id: token::id(),
        email: new.email.clone(),
        created_ms: now_ms,
        expires_ms: now_ms + LASTS_MS,
        accepted_ms: None,
        url: None,
    };
    tx.change(
        "insert into invitation (id, advisor_id, email, token_hash, created_ms, expires_ms)
         values ($1, $2, $3, $4, $5, $6)",
        values![
            &invitation.id,
            advisor_id,
            &invitation.email,
            token::hash(secret),
            now_ms,
            invitation.expires_ms
        ],
    )
    .await?;
    let payload = json!({ "with": advisor_name, "token": secret });
    let mail = Mail { kind: "invitation", to: &new.email, language: new.language, payload };
    outbox::mail(tx, &mail, now_ms).await?;
    Ok(invitation)
}

/// The invitations of an advisor, newest first.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, advisor_id: &str) -> Result<Vec<Invitation>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select id, email, created_ms, expires_ms, accepted_ms
             from invitation
             where advisor_id = $1
             order by created_ms desc, id desc
             limit 200",
            values![advisor_id],
        )
        .await?;
    let sent = |row: Row| Invitation {
        id: row.id,
        email: row.email,
        created_ms: row.created_ms,
        expires_ms: row.expires_ms,
        accepted_ms: row.accepted_ms,
        url: None,
    };
    Ok(rows.into_iter().map(sent).collect())
}

/// An invitation that still works.
#[derive(Clone, Debug, FromRow)]
pub struct Open {
    /// Its key.
    pub id: String,
    /// Who invites.
    pub advisor_id: String,
    /// Who is invited.
    pub email: String,
    /// Until when it works.
    pub expires_ms: i64,
}

/// The invitation of a link, as long as it works.
///
/// # Errors
///
/// When the database fails.
pub async fn look_up(db: &Db, secret: &str, now_ms: i64) -> Result<Option<Open>, sqlx::Error> {
    db.first(
        "select id, advisor_id, email, expires_ms
         from invitation
         where token_hash = $1 and accepted_ms is null and $2 < expires_ms",
        values![token::hash(secret), now_ms],
    )
    .await
}

/// Uses a link up for an account, and says who invited; nobody where it no longer works.
///
/// # Errors
///
/// When the database fails.
pub async fn accept(
    tx: &mut Tx,
    secret: &str,
    account_id: &str,
    now_ms: i64,
) -> Result<Option<String>, sqlx::Error> {
    let accepted: Option<(String,)> = tx
        .first(
            "update invitation
             set accepted_ms = $1, account_id = $2
             where token_hash = $3 and accepted_ms is null and $1 < expires_ms
             returning advisor_id",
            values![now_ms, account_id, token::hash(secret)],
        )
        .await?;
    Ok(accepted.map(|(advisor_id,)| advisor_id))
}
