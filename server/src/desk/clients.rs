//! An advisor's clients, sorted by who needs attention.

use std::collections::BTreeSet;

use sqlx::FromRow;
use wire::{ClientRow, Language, Review};

use super::attention::{self, Known};
use super::standing::{self, Circle, Standing, looked_after};
use crate::clock::months_later_ms;
use crate::db::Db;
use crate::firm::care::AttentionPolicy;

/// A plan is gone through as a whole once in so many months.
const REVIEW_MONTHS: u32 = 12;

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

/// A client with what is stored about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// As in the list.
    pub row: ClientRow,
    /// What plan, assessments and decisions say.
    pub standing: Standing,
}

impl Seen {
    /// The rise of the class that waits for the advisor.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        let waiting = self.standing.waiting.clone()?;
        Some(Review {
            assessment_id: waiting.assessment_id,
            client_id: self.row.id.clone(),
            client_name: self.row.name.clone(),
            from: waiting.from,
            to: waiting.to,
            at_ms: waiting.at_ms,
        })
    }
}

/// The clients of a circle, the most urgent first.
///
/// # Errors
///
/// When the database fails.
pub async fn of(db: &Db, circle: Circle<'_>, policy: AttentionPolicy) -> Result<Vec<Seen>, sqlx::Error> {
    let sql = concat!(
        "select client.account_id, client.advisor_id, account.name, coalesce(account.email, '') as email,
                account.language, client.tier, client.contact_ms, client.next_contact_ms
         from client
         join account on account.id = client.account_id
         where account.erased_ms is null and ",
        looked_after!()
    );
    let rows: Vec<Row> = db.all(sql, &circle.values()).await?;
    let requests = requests(db, circle).await?;
    let mut standings = standing::of(db, circle).await?;
    let seen = |row: Row| {
        let standing = standings.remove(&row.account_id).unwrap_or_default();
        let known = known(&row, &standing, &requests);
        let attention = attention::attention(&known, policy, circle.now_ms);
        Seen { row: sent(row, &standing, &known, attention, circle.advisor_id), standing }
    };
    let mut clients: Vec<Seen> = rows.into_iter().map(seen).collect();
    clients.sort_by(|one, other| key(one).cmp(&key(other)));
    Ok(clients)
}

fn key(seen: &Seen) -> (wire::Attention, i64, &str) {
    attention::order(seen.row.attention, seen.row.next_contact_ms, &seen.row.name)
}

fn known(row: &Row, standing: &Standing, requests: &BTreeSet<String>) -> Known {
    let planned_ms = standing.plan.as_ref().map(|plan| plan.created_ms);
    Known {
        request: requests.contains(&row.account_id),
        review: standing.waiting.is_some(),
        red: standing.zone() == Some(planner::zone::Zone::Red),
        planned: standing.plan.is_some(),
        decided: standing.is_decided(),
        planned_ms,
        review_due_ms: planned_ms.map(|planned_ms| months_later_ms(planned_ms, REVIEW_MONTHS)),
        assessed_until_ms: standing.assessed_until_ms,
        last_contact_ms: row.contact_ms,
        next_contact_ms: row.next_contact_ms,
    }
}

fn sent(
    row: Row,
    standing: &Standing,
    known: &Known,
    attention: wire::Attention,
    advisor_id: &str,
) -> ClientRow {
    ClientRow {
        deputy: row.advisor_id != advisor_id,
        id: row.account_id,
        name: row.name,
        email: row.email,
        language: Language::of_tag(&row.language).unwrap_or_default(),
        attention,
        zone: standing.zone().map(|zone| standing::zone_name(zone).to_owned()),
        class: standing.class.clone(),
        assessed_until_ms: known.assessed_until_ms,
        rise_waits: known.review,
        planned_ms: known.planned_ms,
        review_due_ms: known.review_due_ms,
        last_contact_ms: row.contact_ms,
        next_contact_ms: row.next_contact_ms,
        tier: row.tier,
    }
}

/// Clients whose request waits for an answer.
async fn requests(db: &Db, circle: Circle<'_>) -> Result<BTreeSet<String>, sqlx::Error> {
    let sql = concat!(
        "select distinct meeting.account_id
         from client
         join meeting on meeting.account_id = client.account_id
         where meeting.state = 'requested' and ",
        looked_after!()
    );
    let rows: Vec<(String,)> = db.all(sql, &circle.values()).await?;
    Ok(rows.into_iter().map(|(account_id,)| account_id).collect())
}
