//! The draft: what a signed-in investor has on the device.

use sqlx::FromRow;
use wire::{Draft, Kept};

use crate::db::{Db, Tx};
use crate::values;

#[derive(Debug, FromRow)]
struct DraftRow {
    version: i64,
    changed_ms: i64,
    kept: String,
}

impl DraftRow {
    fn draft(self) -> Draft {
        // Written by us from the same type.
        let kept = serde_json::from_str(&self.kept).unwrap_or_default();
        Draft { version: self.version, changed_ms: self.changed_ms, kept }
    }
}

/// The draft of an account; the empty one of version 0 before it was written.
///
/// # Errors
///
/// When the database fails.
pub async fn read(db: &Db, account_id: &str) -> Result<Draft, sqlx::Error> {
    let row: Option<DraftRow> = db
        .first("select version, changed_ms, kept from draft where account_id = $1", values![account_id])
        .await?;
    Ok(row.map(DraftRow::draft).unwrap_or_default())
}

/// What came of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is stored as this version.
    Done(Draft),
    /// It was based on an older version; this one is stored.
    Stale(Draft),
}

/// Writes a draft that is based on a version.
///
/// # Errors
///
/// When the database fails.
pub async fn write(
    tx: &mut Tx,
    account_id: &str,
    based_on: i64,
    kept: &Kept,
    now_ms: i64,
) -> Result<Written, sqlx::Error> {
    let stored: Option<DraftRow> = tx
        .first("select version, changed_ms, kept from draft where account_id = $1", values![account_id])
        .await?;
    let stored = stored.map(DraftRow::draft).unwrap_or_default();
    if stored.version != based_on {
        return Ok(Written::Stale(stored));
    }
    let version = based_on + 1;
    // Texts by their name always have a JSON form.
    let text = serde_json::to_string(kept).unwrap_or_default();
    tx.change(
        "insert into draft (account_id, version, changed_ms, kept)
         values ($1, $2, $3, $4)
         on conflict (account_id) do update
         set version = excluded.version, changed_ms = excluded.changed_ms, kept = excluded.kept",
        values![account_id, version, now_ms, text],
    )
    .await?;
    Ok(Written::Done(Draft { version, changed_ms: now_ms, kept: kept.clone() }))
}
