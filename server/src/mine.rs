//! All that is stored about one account: given out, or erased.

use serde_json::{Map, Value, json};
use sqlx::FromRow;

use crate::accounts::{self, passkey};
use crate::care::records;
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::firm::care::Experts;
use crate::{drafts, outbox, values};

/// Everything that is stored about an account, by its kind.
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such account; when the database fails.
pub async fn export(
    db: &Db,
    experts: &Experts,
    account_id: &str,
    now_ms: i64,
) -> Result<Map<String, Value>, ApiError> {
    let account = accounts::by_id(db, account_id).await?.ok_or(ApiError::NotFound)?.account();
    // Everything in here was written by us and has a JSON form.
    let json = |value: serde_json::Result<Value>| value.unwrap_or_default();
    let mut all = Map::from_iter([
        ("account".to_owned(), json(serde_json::to_value(account))),
        ("devices".to_owned(), devices(db, account_id).await?),
        ("passkeys".to_owned(), json(serde_json::to_value(passkey::of_account(db, account_id).await?))),
        ("draft".to_owned(), json(serde_json::to_value(drafts::read(db, account_id).await?))),
        ("assessments".to_owned(), assessments(db, account_id).await?),
        ("plans".to_owned(), plans(db, account_id).await?),
    ]);
    all.extend(records::export(db, account_id, experts, now_ms).await?);
    Ok(all)
}

async fn devices(db: &Db, account_id: &str) -> Result<Value, sqlx::Error> {
    let rows: Vec<(String, i64, i64)> = db
        .all(
            "select device, created_ms, seen_ms from session where account_id = $1 order by created_ms",
            values![account_id],
        )
        .await?;
    let device =
        |(name, created_ms, seen_ms)| json!({ "name": name, "created_ms": created_ms, "seen_ms": seen_ms });
    Ok(rows.into_iter().map(device).collect())
}

#[derive(Debug, FromRow)]
struct AssessmentRow {
    created_ms: i64,
    valid_until_ms: i64,
    form: String,
    language: String,
    texts: String,
    rules_dated: String,
    class: String,
    waits: i64,
    profile: String,
    accepted: Option<i64>,
    note: Option<String>,
}

async fn assessments(db: &Db, account_id: &str) -> Result<Value, sqlx::Error> {
    let rows: Vec<AssessmentRow> = db
        .all(
            "select created_ms, valid_until_ms, form, language, texts, rules_dated, class, waits, profile,
                    accepted, note
             from assessment
             left join assessment_review on assessment_review.assessment_id = assessment.id
             where account_id = $1
             order by created_ms",
            values![account_id],
        )
        .await?;
    let assessment = |row: AssessmentRow| {
        json!({
            "created_ms": row.created_ms,
            "valid_until_ms": row.valid_until_ms,
            "form": parsed(&row.form),
            "language": row.language,
            "texts": row.texts,
            "rules_dated": row.rules_dated,
            "class": row.class,
            "waits": row.waits != 0,
            "profile": parsed(&row.profile),
            "accepted": row.accepted.map(|accepted| accepted != 0),
            "note": row.note,
        })
    };
    Ok(rows.into_iter().map(assessment).collect())
}

async fn plans(db: &Db, account_id: &str) -> Result<Value, sqlx::Error> {
    let rows: Vec<(String,)> =
        db.all("select body from plan where account_id = $1 order by number", values![account_id]).await?;
    Ok(rows.iter().map(|(body,)| parsed(body)).collect())
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// Erases an account: it cannot be opened any more, its address is free, its draft and plans are gone.
///
/// What the law has a firm keep stays, under a key that leads to no person: assessments with their answers,
/// for twenty years (DOMAIN.md, SU-13).
///
/// # Errors
///
/// When the database fails.
pub async fn erase(tx: &mut Tx, account_id: &str, email: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    for sql in [
        "delete from session where account_id = $1",
        "delete from link where account_id = $1",
        "delete from passkey_challenge where account_id = $1",
        "delete from passkey where account_id = $1",
        "delete from draft where account_id = $1",
        "delete from plan where account_id = $1",
    ] {
        tx.change(sql, values![account_id]).await?;
    }
    records::erase(tx, account_id, email, now_ms).await?;
    tx.change("delete from outbox where recipient = $1 and channel = 'mail'", values![email]).await?;
    tx.change(
        "update account
         set email = null, name = '', password_hash = null, confirmed_ms = null, erased_ms = $1
         where id = $2",
        values![now_ms, account_id],
    )
    .await?;
    outbox::event(tx, "account_erased", &json!({ "account_id": account_id }), now_ms).await
}
