//! Clients: who their advisor is, since when, and when they are next in touch.

use serde_json::json;
use sqlx::FromRow;
use wire::{Account, Language};

use super::assign;
use crate::clock::DAY_MS;
use crate::db::{Db, Tx};
use crate::firm::care::Service;
use crate::outbox::{self, Mail};
use crate::values;

/// A client, as stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Client {
    /// The account.
    pub account_id: String,
    /// The advisor.
    pub advisor_id: String,
    /// Tier of service.
    pub tier: String,
    /// Since when the advisor is theirs.
    pub since_ms: i64,
    /// The last contact.
    pub contact_ms: Option<i64>,
    /// The latest time of the next one.
    pub next_contact_ms: i64,
}

/// The client of an account; none before there is an advisor.
///
/// # Errors
///
/// When the database fails.
pub async fn find(db: &Db, account_id: &str) -> Result<Option<Client>, sqlx::Error> {
    db.first(
        "select account_id, advisor_id, tier, since_ms, contact_ms, next_contact_ms
         from client
         where account_id = $1",
        values![account_id],
    )
    .await
}

/// The same within a transaction.
///
/// # Errors
///
/// When the database fails.
pub async fn find_in(tx: &mut Tx, account_id: &str) -> Result<Option<Client>, sqlx::Error> {
    tx.first(
        "select account_id, advisor_id, tier, since_ms, contact_ms, next_contact_ms
         from client
         where account_id = $1",
        values![account_id],
    )
    .await
}

/// The client, where an advisor may see them: their own, or one of an advisor whom they stand in for now.
///
/// # Errors
///
/// When the database fails.
pub async fn seen_by(
    db: &Db,
    advisor_id: &str,
    account_id: &str,
    now_ms: i64,
) -> Result<Option<Client>, sqlx::Error> {
    db.first(
        "select client.account_id, client.advisor_id, client.tier, client.since_ms, client.contact_ms,
                client.next_contact_ms
         from client
         where client.account_id = $1 and (
             client.advisor_id = $2
             or exists (
                 select 1
                 from absence
                 where absence.advisor_id = client.advisor_id and absence.deputy_id = $2
                     and absence.from_ms <= $3 and $3 < absence.until_ms
             )
         )",
        values![account_id, advisor_id, now_ms],
    )
    .await
}

/// Gives an account its advisor for life, if it has none: this one, or the one that the firm's rule
/// chooses. Says who it is; nobody where none has room.
///
/// # Errors
///
/// When the database fails.
pub async fn take(
    tx: &mut Tx,
    account: &Account,
    chosen: Option<&str>,
    service: &Service,
    now_ms: i64,
) -> Result<Option<String>, sqlx::Error> {
    if let Some(client) = find_in(tx, &account.id).await? {
        return Ok(Some(client.advisor_id));
    }
    let advisor_id = if let Some(advisor_id) = chosen {
        advisor_id.to_owned()
    } else {
        let candidates = assign::candidates(tx).await?;
        let Some(candidate) = assign::choose(&candidates, account.language) else { return Ok(None) };
        candidate.account_id.clone()
    };
    let tier = service.tier("");
    tx.change(
        "insert into client (account_id, advisor_id, tier, since_ms, contact_ms, next_contact_ms)
         values ($1, $2, $3, $4, null, $5)",
        values![&account.id, &advisor_id, &tier.id, now_ms, now_ms + FIRST_CONTACT_MS],
    )
    .await?;
    tell(tx, account, &advisor_id, now_ms).await?;
    Ok(Some(advisor_id))
}

/// A new client hears from the advisor within two weeks, whatever the tier.
const FIRST_CONTACT_MS: i64 = 14 * DAY_MS;

/// Tells both, and the firm's systems.
async fn tell(tx: &mut Tx, account: &Account, advisor_id: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    let Some(advisor) = reader(tx, advisor_id).await? else { return Ok(()) };
    // A mailbox that nobody has confirmed could be anybody's.
    if account.confirmed {
        let payload = json!({ "name": account.name, "with": advisor.name });
        let mail = Mail { kind: "advisor_assigned", to: &account.email, language: account.language, payload };
        outbox::mail(tx, &mail, now_ms).await?;
    }
    let payload = json!({ "name": advisor.name, "with": shown_name(&account.name, &account.email) });
    let mail = Mail { kind: "client_assigned", to: &advisor.email, language: advisor.language(), payload };
    outbox::mail(tx, &mail, now_ms).await?;
    let event = json!({ "account_id": account.id, "advisor_id": advisor_id });
    outbox::event(tx, "advisor_assigned", &event, now_ms).await
}

/// A name to speak of somebody by: the address where they gave none.
#[must_use]
pub fn shown_name<'a>(name: &'a str, email: &'a str) -> &'a str {
    if name.is_empty() { email } else { name }
}

/// Whom a mail goes to.
#[derive(Clone, Debug, FromRow)]
pub struct Reader {
    /// The account.
    pub id: String,
    /// Name; may be empty.
    pub name: String,
    /// Address; empty once erased.
    pub email: String,
    language: String,
}

impl Reader {
    /// The language of mail.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::of_tag(&self.language).unwrap_or_default()
    }

    /// A name to speak of them by.
    #[must_use]
    pub fn shown(&self) -> &str {
        shown_name(&self.name, &self.email)
    }
}

/// Whom a mail to an account goes to.
///
/// # Errors
///
/// When the database fails.
pub async fn reader(tx: &mut Tx, account_id: &str) -> Result<Option<Reader>, sqlx::Error> {
    tx.first(
        "select id, name, coalesce(email, '') as email, language
         from account
         where id = $1 and erased_ms is null",
        values![account_id],
    )
    .await
}

/// Notes a contact: the next one is counted from it by the tier.
///
/// # Errors
///
/// When the database fails.
pub async fn note_contact(
    tx: &mut Tx,
    account_id: &str,
    service: &Service,
    at_ms: i64,
) -> Result<(), sqlx::Error> {
    let Some(client) = find_in(tx, account_id).await? else { return Ok(()) };
    let contact_ms = client.contact_ms.map_or(at_ms, |before_ms| before_ms.max(at_ms));
    let next_ms = contact_ms + i64::from(service.tier(&client.tier).contact_days) * DAY_MS;
    tx.change(
        "update client set contact_ms = $1, next_contact_ms = $2 where account_id = $3",
        values![contact_ms, next_ms, account_id],
    )
    .await?;
    Ok(())
}

/// Changes the tier, and with it the next contact.
///
/// # Errors
///
/// When the database fails.
pub async fn set_tier(
    tx: &mut Tx,
    account_id: &str,
    tier: &str,
    service: &Service,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let Some(client) = find_in(tx, account_id).await? else { return Ok(()) };
    let days = i64::from(service.tier(tier).contact_days);
    let next_ms = client.contact_ms.map_or(client.next_contact_ms, |contact_ms| contact_ms + days * DAY_MS);
    tx.change(
        "update client set tier = $1, next_contact_ms = $2 where account_id = $3",
        values![tier, next_ms, account_id],
    )
    .await?;
    let event = json!({ "account_id": account_id, "tier": tier });
    outbox::event(tx, "tier_changed", &event, now_ms).await
}
