//! An advisor's clients, sorted by who needs attention.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::FromRow;
use wire::{ClientRow, Language};

use super::attention::{self, Known};
use crate::db::Db;
use crate::firm::care::AttentionPolicy;
use crate::values;

#[derive(Debug, FromRow)]
struct Row {
    account_id: String,
    advisor_id: String,
    name: String,
    email: String,
    language: String,
    tier: String,
    contact_ms: Option<i64>,
    next_contact_ms: i64,
}

/// What a client's stored plan and assessment say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// `red`, `grey` or `green`.
    pub zone: Option<String>,
    /// `C1-lowest` to `C5`.
    pub class: Option<String>,
    /// Digest of the plan.
    pub digest: Option<String>,
    /// When the plan was stored.
    pub planned_ms: Option<i64>,
    /// When the assessment ends.
    pub assessed_until_ms: Option<i64>,
    /// A rise of the class waits for the advisor.
    pub review: bool,
}

/// The clients of an advisor, and those whom they look after as a deputy now; the most urgent first.
///
/// # Errors
///
/// When the database fails.
pub async fn of(
    db: &Db,
    advisor_id: &str,
    policy: AttentionPolicy,
    now_ms: i64,
) -> Result<Vec<ClientRow>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select client.account_id, client.advisor_id, account.name, coalesce(account.email, '') as email,
                    account.language, client.tier, client.contact_ms, client.next_contact_ms
             from client
             join account on account.id = client.account_id
             where account.erased_ms is null and (
                 client.advisor_id = $1
                 or client.advisor_id in (
                     select advisor_id from absence where deputy_id = $1 and from_ms <= $2 and $2 < until_ms
                 )
             )",
            values![advisor_id, now_ms],
        )
        .await?;
    let waiting = waiting(db, advisor_id).await?;
    let decided = decided(db, advisor_id, now_ms).await?;
    let client = |row: Row| {
        let standing = Standing::default();
        let known = known(&row, &standing, &waiting, &decided);
        let attention = attention::attention(&known, policy, now_ms);
        ClientRow {
            deputy: row.advisor_id != advisor_id,
            id: row.account_id,
            name: row.name,
            email: row.email,
            language: Language::of_tag(&row.language).unwrap_or_default(),
            attention,
            zone: standing.zone,
            class: standing.class,
            assessed_until_ms: standing.assessed_until_ms,
            last_contact_ms: row.contact_ms,
            next_contact_ms: row.next_contact_ms,
            tier: row.tier,
        }
    };
    let mut clients: Vec<ClientRow> = rows.into_iter().map(client).collect();
    clients.sort_by(|one, other| key(one).cmp(&key(other)));
    Ok(clients)
}

fn key(row: &ClientRow) -> (wire::Attention, i64, &str) {
    attention::order(row.attention, row.next_contact_ms, &row.name)
}

fn known(
    row: &Row,
    standing: &Standing,
    waiting: &BTreeSet<String>,
    decided: &BTreeMap<String, String>,
) -> Known {
    Known {
        request: waiting.contains(&row.account_id),
        review: standing.review,
        red: standing.zone.as_deref() == Some("red"),
        planned: standing.digest.is_some(),
        decided: standing.digest.is_some() && decided.get(&row.account_id) == standing.digest.as_ref(),
        planned_ms: standing.planned_ms,
        assessed_until_ms: standing.assessed_until_ms,
        last_contact_ms: row.contact_ms,
        next_contact_ms: row.next_contact_ms,
    }
}

/// Clients whose request waits for an answer.
async fn waiting(db: &Db, advisor_id: &str) -> Result<BTreeSet<String>, sqlx::Error> {
    let rows: Vec<(String,)> = db
        .all(
            "select distinct account_id
             from meeting
             where advisor_id = $1 and state = 'requested'",
            values![advisor_id],
        )
        .await?;
    Ok(rows.into_iter().map(|(account_id,)| account_id).collect())
}

/// The digest of the plan that was decided on last, by client.
async fn decided(db: &Db, advisor_id: &str, now_ms: i64) -> Result<BTreeMap<String, String>, sqlx::Error> {
    let rows: Vec<(String, String)> = db
        .all(
            "select decision.account_id, decision.digest
             from decision
             join client on client.account_id = decision.account_id
             where client.advisor_id = $1
                 or client.advisor_id in (
                     select advisor_id from absence where deputy_id = $1 and from_ms <= $2 and $2 < until_ms
                 )
             order by decision.at_ms, decision.id",
            values![advisor_id, now_ms],
        )
        .await?;
    // A later one takes the place of an earlier one.
    Ok(rows.into_iter().collect())
}
