//! What advisor and client agreed on for the allocation: decisions, and tilts for a while.

use std::collections::BTreeMap;

use planner::allocation::Weight;
use planner::tilt::Tilt;
use serde_json::json;
use sqlx::FromRow;
use wire::{Agreed, Decision, TiltView};

use crate::care::client;
use crate::db::{Db, Tx};
use crate::outbox::{self, Mail};
use crate::{token, values};

#[derive(Debug, FromRow)]
struct DecisionRow {
    by_name: String,
    at_ms: i64,
    reason: String,
    adjusted: i64,
    weights: String,
    digest: String,
}

#[derive(Debug, FromRow)]
struct TiltRow {
    by_name: String,
    at_ms: i64,
    reason: String,
    until_day: String,
    weights: String,
}

/// The statement for decisions that pass a condition, the newest first.
macro_rules! decisions {
    ($condition:literal) => {
        concat!(
            "select account.name as by_name, decision.at_ms, decision.reason, decision.adjusted,
                    decision.weights, decision.digest
             from decision
             join account on account.id = decision.by_id
             where ",
            $condition,
            " order by decision.at_ms desc, decision.id desc"
        )
    };
}

/// The statement for tilts that pass a condition, the newest first.
macro_rules! tilts {
    ($condition:literal) => {
        concat!(
            "select account.name as by_name, tilt.at_ms, tilt.reason, tilt.until_day, tilt.weights
             from tilt
             join account on account.id = tilt.by_id
             where ",
            $condition,
            " order by tilt.at_ms desc, tilt.id desc"
        )
    };
}

/// The last decision, and the tilt that holds on a day (`YYYY-MM-DD`).
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, account_id: &str, today: &str) -> Result<Agreed, sqlx::Error> {
    let decision = db.first(decisions!("decision.account_id = $1"), values![account_id]).await?;
    let holds = tilts!("tilt.account_id = $1 and tilt.ended_ms is null and $2 <= tilt.until_day");
    let tilt = db.first(holds, values![account_id, today]).await?;
    Ok(Agreed { decision: decision.map(self::decision), tilt: tilt.map(self::tilt) })
}

/// Every decision about an account's allocation, the newest first.
///
/// # Errors
///
/// When the database fails.
pub async fn every(db: &Db, account_id: &str) -> Result<Vec<Decision>, sqlx::Error> {
    let rows = db.all(decisions!("decision.account_id = $1"), values![account_id]).await?;
    Ok(rows.into_iter().map(decision).collect())
}

/// Every tilt of an account's allocation, the newest first, over or not.
///
/// # Errors
///
/// When the database fails.
pub async fn every_tilt(db: &Db, account_id: &str) -> Result<Vec<TiltView>, sqlx::Error> {
    let rows = db.all(tilts!("tilt.account_id = $1"), values![account_id]).await?;
    Ok(rows.into_iter().map(tilt).collect())
}

fn decision(row: DecisionRow) -> Decision {
    Decision {
        by: row.by_name,
        at_ms: row.at_ms,
        reason: row.reason,
        adjusted: row.adjusted != 0,
        weights: shares_of(&row.weights),
        digest: row.digest,
    }
}

fn tilt(row: TiltRow) -> TiltView {
    TiltView {
        by: row.by_name,
        reason: row.reason,
        until: row.until_day,
        at_ms: row.at_ms,
        weights: shares_of(&row.weights),
    }
}

/// Shares as this server wrote them.
fn shares_of(stored: &str) -> BTreeMap<String, f64> {
    serde_json::from_str(stored).unwrap_or_default()
}

fn stored(weights: &[Weight]) -> String {
    let shares: BTreeMap<&str, f64> =
        weights.iter().map(|weight| (weight.asset.as_str(), weight.share)).collect();
    json!(shares).to_string()
}

/// What an advisor decides.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Whose allocation.
    pub account_id: &'a str,
    /// Who decides.
    pub by_id: &'a str,
    /// Digest of the plan that was looked at.
    pub digest: &'a str,
    /// The weights, checked.
    pub weights: &'a [Weight],
    /// They are not as proposed.
    pub adjusted: bool,
    /// Why.
    pub reason: &'a str,
}

/// Records a decision, ends the tilt of the one before, and tells the client.
///
/// # Errors
///
/// When the database fails.
pub async fn decide(tx: &mut Tx, new: &New<'_>, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into decision (id, account_id, by_id, digest, weights, adjusted, reason, at_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            token::id(),
            new.account_id,
            new.by_id,
            new.digest,
            stored(new.weights),
            i64::from(new.adjusted),
            new.reason,
            now_ms
        ],
    )
    .await?;
    close_tilts(tx, new.account_id, now_ms).await?;
    tell(tx, "allocation_decided", (new.account_id, new.by_id), ("", new.reason), now_ms).await?;
    let event = json!({
        "account_id": new.account_id,
        "advisor_id": new.by_id,
        "adjusted": new.adjusted,
        "digest": new.digest,
    });
    outbox::event(tx, "allocation_decided", &event, now_ms).await
}

/// Writes to the client about an allocation: until when, and why.
async fn tell(
    tx: &mut Tx,
    kind: &'static str,
    (account_id, by_id): (&str, &str),
    (until, reason): (&str, &str),
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let (Some(to), Some(by)) = (client::reader(tx, account_id).await?, client::reader(tx, by_id).await?)
    else {
        return Ok(());
    };
    let payload = json!({ "name": to.name, "with": by.shown(), "until": until, "reason": reason });
    let mail = Mail { kind, to: &to.email, language: to.language(), payload };
    outbox::mail(tx, &mail, now_ms).await
}

/// Records a tilt in place of the one before, and tells the client.
///
/// # Errors
///
/// When the database fails.
pub async fn set_tilt(
    tx: &mut Tx,
    account_id: &str,
    by_id: &str,
    tilt: &Tilt,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    close_tilts(tx, account_id, now_ms).await?;
    tx.change(
        "insert into tilt (id, account_id, by_id, reason, until_day, weights, at_ms)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![
            token::id(),
            account_id,
            by_id,
            &tilt.reason,
            tilt.until.to_string(),
            stored(&tilt.weights),
            now_ms
        ],
    )
    .await?;
    let until = tilt.until.to_string();
    tell(tx, "tilt_set", (account_id, by_id), (&until, &tilt.reason), now_ms).await?;
    let event = json!({ "account_id": account_id, "advisor_id": by_id, "until": until });
    outbox::event(tx, "tilt_set", &event, now_ms).await
}

/// Ends the tilt that holds on a day (`YYYY-MM-DD`), tells the client, and says whether there was one.
///
/// # Errors
///
/// When the database fails.
pub async fn end_tilt(
    tx: &mut Tx,
    account_id: &str,
    by_id: &str,
    today: &str,
    now_ms: i64,
) -> Result<bool, sqlx::Error> {
    let ended = tx
        .change(
            "update tilt set ended_ms = $1
             where account_id = $2 and ended_ms is null and $3 <= until_day",
            values![now_ms, account_id, today],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    tell(tx, "tilt_ended", (account_id, by_id), ("", ""), now_ms).await?;
    let event = json!({ "account_id": account_id, "advisor_id": by_id });
    outbox::event(tx, "tilt_ended", &event, now_ms).await?;
    Ok(true)
}

/// What comes now takes the place of the tilt before.
async fn close_tilts(tx: &mut Tx, account_id: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "update tilt set ended_ms = $1 where account_id = $2 and ended_ms is null",
        values![now_ms, account_id],
    )
    .await?;
    Ok(())
}
