//! A change of advisor: only as a recorded act, with a reason and a note to the client.

use serde_json::json;
use sqlx::FromRow;
use wire::{HandOver, NewHandOver};

use super::client;
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::outbox::{self, Mail};
use crate::words::Words;
use crate::{meetings, token, values};

#[derive(Debug, FromRow)]
struct Row {
    at_ms: i64,
    from_name: String,
    to_name: String,
    note: String,
}

/// Every change of advisor of an account, newest first.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, account_id: &str) -> Result<Vec<HandOver>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select hand_over.at_ms, before.name as from_name, after.name as to_name, hand_over.note
             from hand_over
             join account before on before.id = hand_over.from_id
             join account after on after.id = hand_over.to_id
             where hand_over.account_id = $1
             order by hand_over.at_ms desc, hand_over.id desc",
            values![account_id],
        )
        .await?;
    let sent = |row: Row| HandOver { at_ms: row.at_ms, from: row.from_name, to: row.to_name, note: row.note };
    Ok(rows.into_iter().map(sent).collect())
}

/// Gives a client to another advisor, tells both, and calls off the meetings ahead with the one before.
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such client or advisor; [`ApiError::Conflict`] when it is
/// theirs already.
pub async fn record(
    tx: &mut Tx,
    account_id: &str,
    new: &NewHandOver,
    by_id: &str,
    now_ms: i64,
) -> Result<(), ApiError> {
    let client = client::find_in(tx, account_id).await?.ok_or(ApiError::NotFound)?;
    if client.advisor_id == new.to {
        let words = Words::new("这位顾问已经在服务该客户。", "This advisor looks after the client already.");
        return Err(ApiError::Conflict("same_advisor", words));
    }
    let to: Option<(String,)> =
        tx.first("select account_id from advisor where account_id = $1", values![&new.to]).await?;
    let (Some(_), Some(advisor)) = (to, client::reader(tx, &new.to).await?) else {
        return Err(ApiError::NotFound);
    };
    tx.change(
        "insert into hand_over (id, account_id, from_id, to_id, by_id, reason, note, at_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![token::id(), account_id, &client.advisor_id, &new.to, by_id, &new.reason, &new.note, now_ms],
    )
    .await?;
    tx.change(
        "update client set advisor_id = $1, since_ms = $2 where account_id = $3",
        values![&new.to, now_ms, account_id],
    )
    .await?;
    meetings::store::call_off_ahead(tx, account_id, &client.advisor_id, now_ms).await?;
    if let Some(reader) = client::reader(tx, account_id).await? {
        let payload = json!({ "name": reader.name, "with": advisor.shown(), "note": new.note });
        let mail = Mail { kind: "handed_over", to: &reader.email, language: reader.language(), payload };
        outbox::mail(tx, &mail, now_ms).await?;
        let payload = json!({ "name": advisor.name, "with": reader.shown() });
        let mail =
            Mail { kind: "client_assigned", to: &advisor.email, language: advisor.language(), payload };
        outbox::mail(tx, &mail, now_ms).await?;
    }
    let event = json!({ "account_id": account_id, "from": client.advisor_id, "to": new.to });
    outbox::event(tx, "client_handed_over", &event, now_ms).await?;
    Ok(())
}
