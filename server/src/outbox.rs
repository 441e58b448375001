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
    let row = ["mail", mail.kind, mail.to, mail.language.tag()];
    put(tx, row, &mail.payload, None, [now_ms; 2]).await
}

/// The same, to be sent at a later time, about something by its key: see [`take_back`].
///
/// # Errors
///
/// When the database fails.
pub async fn mail_later(
    tx: &mut Tx,
    mail: &Mail<'_>,
    about: &str,
    now_ms: i64,
    due_ms: i64,
) -> Result<(), sqlx::Error> {
    let row = ["mail", mail.kind, mail.to, mail.language.tag()];
    put(tx, row, &mail.payload, Some(about), [now_ms, due_ms]).await
}

/// Takes back what has not been sent yet of a kind, about something by its key.
///
/// # Errors
///
/// When the database fails.
pub async fn take_back(tx: &mut Tx, kind: &str, about: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "delete from outbox
         where about = $1 and kind = $2 and sent_ms is null
             and (leased_until_ms is null or leased_until_ms <= $3)",
        values![about, kind, now_ms],
    )
    .await?;
    Ok(())
}

/// Puts an event for the firm's own systems into the outbox: something of business meaning happened.
///
/// # Errors
///
/// When the database fails.
pub async fn event(tx: &mut Tx, kind: &'static str, payload: &Value, now_ms: i64) -> Result<(), sqlx::Error> {
    put(tx, ["event", kind, "", Language::default().tag()], payload, None, [now_ms; 2]).await
}

async fn put(
    tx: &mut Tx,
    [channel, kind, recipient, language]: [&str; 4],
    payload: &Value,
    about: Option<&str>,
    [created_ms, due_ms]: [i64; 2],
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into outbox (id, channel, kind, recipient, language, payload, about, created_ms, due_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            token::id(),
            channel,
            kind,
            recipient,
            language,
            payload.to_string(),
            about,
            created_ms,
            due_ms
        ],
    )
    .await?;
    Ok(())
}
