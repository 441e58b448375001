//! What is stored about a client beside account, assessments and plans: given out, or erased.

use serde_json::{Map, Value, json};

use super::{client, hand_over, household};
use crate::db::{Db, Tx};
use crate::desk::{decisions, notes};
use crate::firm::care::Experts;
use crate::meetings::store;
use crate::{talks, values};

/// Everything of it, by its kind.
///
/// # Errors
///
/// When the database fails.
pub async fn export(
    db: &Db,
    account_id: &str,
    experts: &Experts,
    now_ms: i64,
) -> Result<Map<String, Value>, sqlx::Error> {
    let client = client::find(db, account_id).await?;
    let advisor = client.map(|client| {
        json!({
            "advisor_id": client.advisor_id,
            "since_ms": client.since_ms,
            "tier": client.tier,
            "last_contact_ms": client.contact_ms,
            "next_contact_ms": client.next_contact_ms,
        })
    });
    let agreed = decisions::of(db, account_id, "").await?;
    Ok(Map::from_iter([
        ("advisor".to_owned(), json!(advisor)),
        ("hand_overs".to_owned(), json!(hand_over::of(db, account_id).await?)),
        ("household".to_owned(), json!(household::of(db, account_id, now_ms).await?)),
        ("meetings".to_owned(), json!(store::of_client(db, account_id, experts).await?)),
        ("notes".to_owned(), json!(notes::of(db, account_id).await?)),
        ("agreed".to_owned(), json!(agreed)),
        ("talks".to_owned(), talks::export(db, account_id).await?),
        ("decisions".to_owned(), json!(decisions::every(db, account_id).await?)),
        ("tilts".to_owned(), json!(decisions::every_tilt(db, account_id).await?)),
    ]))
}

/// Erases it. What the law has a firm keep stays, under a key that leads to no person: decisions about
/// allocations, and that meetings and hand-overs took place, without a word of what was said.
///
/// # Errors
///
/// When the database fails.
pub async fn erase(tx: &mut Tx, account_id: &str, email: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    for sql in [
        "delete from meeting_grain where meeting_id in (select id from meeting where account_id = $1)",
        "delete from task where meeting_id in (select id from meeting where account_id = $1)",
        "delete from feedback where meeting_id in (select id from meeting where account_id = $1)",
        "update meeting_step set reason = ''
         where meeting_id in (select id from meeting where account_id = $1)",
        "update meeting set name = '', words = '', agenda = '[]', summary = '' where account_id = $1",
        "update hand_over set note = '' where account_id = $1",
        "update invitation set email = '' where account_id = $1",
        "delete from outbox
         where sent_ms is null and about in (select id from meeting where account_id = $1)",
        "delete from note where account_id = $1",
        "delete from tilt where account_id = $1",
        "delete from kin where account_id = $1 or other_id = $1",
        "delete from feed where account_id = $1",
        "delete from replay where account_id = $1",
        "delete from talk_seat where account_id = $1",
        "delete from client where account_id = $1",
    ] {
        tx.change(sql, values![account_id]).await?;
    }
    tx.change("delete from kin where email = $1 and other_id is null", values![email]).await?;
    tx.change(
        "update meeting set state = 'cancelled', sequence = sequence + 1, changed_ms = $1
         where account_id = $2 and state in ('requested', 'offered', 'confirmed')",
        values![now_ms, account_id],
    )
    .await?;
    Ok(())
}
