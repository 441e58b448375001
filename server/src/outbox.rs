//! What is to be sent, written in the same transaction as what it tells of.

use serde_json::Value;
use wire::Language;

use crate::db::Tx;
use crate::{token, values};

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// What it says, such as `confirm_address`; the texts are chosen by it when it is sent.
    pub kind: &'static str,
    /// The address.
    pub to: &'a str,
    /// The language.
    pub language: Language,
    /// What the texts speak of, such as the end of a link.
    pub payload: Value,
}

/// Puts a mail into the outbox.
///
/// # Errors
///
/// When the database fails.
pub async fn mail(tx: &mut Tx, mail: &Mail<'_>, now_ms: i64) -> Result<(), sqlx::Error> {
    put(tx, ["mail", mail.kind, mail.to, mail.language.tag()], &mail.payload, now_ms).await
}

/// Puts an event for the firm's own systems into the outbox: something of business meaning happened.
///
/// # Errors
///
/// When the database fails.
pub async fn event(tx: &mut Tx, kind: &'static str, payload: &Value, now_ms: i64) -> Result<(), sqlx::Error> {
    put(tx, ["event", kind, "", Language::default().tag()], payload, now_ms).await
}

async fn put(
    tx: &mut Tx,
    [channel, kind, recipient, language]: [&str; 4],
    payload: &Value,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into outbox (id, channel, kind, recipient, language, payload, created_ms, due_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $7)",
        values![token::id(), channel, kind, recipient, language, payload.to_string(), now_ms],
    )
    .await?;
    Ok(())
}
