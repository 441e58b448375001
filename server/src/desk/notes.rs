//! What advisors noted about a client. A new advisor reads them too.

use sqlx::FromRow;
use wire::Note;

use crate::db::{Db, Tx};
use crate::{token, values};

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    by_name: String,
    at_ms: i64,
    text: String,
}

/// The notes about a client, newest first.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, account_id: &str) -> Result<Vec<Note>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select note.id, account.name as by_name, note.at_ms, note.text
             from note
             join account on account.id = note.by_id
             where note.account_id = $1
             order by note.at_ms desc, note.id desc
             limit 200",
            values![account_id],
        )
        .await?;
    let note = |row: Row| Note { id: row.id, by: row.by_name, at_ms: row.at_ms, text: row.text };
    Ok(rows.into_iter().map(note).collect())
}

/// Writes a note.
///
/// # Errors
///
/// When the database fails.
pub async fn write(
    tx: &mut Tx,
    account_id: &str,
    by_id: &str,
    text: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into note (id, account_id, by_id, text, at_ms) values ($1, $2, $3, $4, $5)",
        values![token::id(), account_id, by_id, text, now_ms],
    )
    .await?;
    Ok(())
}
