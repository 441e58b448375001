//! Delivers what the outbox holds: at least once, by any number of servers that share the work.
//!
//! A server leases some rows for a while, delivers them, and notes that they went out. If it dies in
//! between, the lease ends and another one delivers them again. What fails waits twice as long each time,
//! and is given up in the end: a dead letter, to be looked at by an administrator.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use sqlx::FromRow;
use tokio::task::JoinSet;
use wire::DeadLetter;

use crate::accounts::language_of;
use crate::app::Shared;
use crate::clock::{DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS};
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::mail::{self, Mailer, Sender, Undelivered};
use crate::webhook::{Event, Webhook};
use crate::{transact, values};

/// Rows that are leased at once.
const BATCH: i64 = 16;
/// A lease lasts longer than any delivery.
const LEASE_MS: i64 = 2 * MINUTE_MS;
/// The first wait after a failure.
const FIRST_WAIT_MS: i64 = 10 * SECOND_MS;
/// The longest.
const LONGEST_WAIT_MS: i64 = 6 * HOUR_MS;
/// After so many attempts it is given up: a little more than a day.
const ATTEMPTS: i64 = 16;
/// What went out is forgotten after a while, and so are events that nobody wants.
const KEPT_MS: i64 = 30 * DAY_MS;
/// How long an empty outbox is left alone.
const REST: Duration = Duration::from_secs(2);

/// Delivers for one server.
#[derive(Clone, Debug)]
pub struct Courier {
    /// What the server knows.
    pub app: Shared,
    /// How mail leaves.
    pub mailer: Mailer,
    /// Where events go; without it they wait.
    pub webhook: Option<Webhook>,
}

/// A row that this server delivers.
#[derive(Clone, Debug, FromRow)]
struct Leased {
    id: String,
    channel: String,
    kind: String,
    recipient: String,
    language: String,
    payload: String,
    created_ms: i64,
    attempts: i64,
}

impl Courier {
    /// Delivers for ever.
    pub async fn run(self) {
        let this = Arc::new(self);
        let mut swept_ms = 0;
        loop {
            let now_ms = this.app.now_ms();
            if swept_ms + HOUR_MS <= now_ms {
                swept_ms = now_ms;
                report(this.sweep(now_ms).await);
            }
            match this.round().await {
                Ok(0) => tokio::time::sleep(REST).await,
                Ok(_) => {}
                Err(error) => {
                    report(Err(error));
                    tokio::time::sleep(REST).await;
                }
            }
        }
    }

    /// Leases some rows and delivers them, all at once. Says how many there were.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn round(self: &Arc<Self>) -> Result<usize, ApiError> {
        let leased = self.lease().await?;
        let count = leased.len();
        let mut work = JoinSet::new();
        for row in leased {
            let this = Arc::clone(self);
            work.spawn(async move { this.deliver(row).await });
        }
        while let Some(done) = work.join_next().await {
            // Whoever panicked has not noted it, so it is delivered again.
            done.unwrap_or(Ok(()))?;
        }
        Ok(count)
    }

    async fn lease(&self) -> Result<Vec<Leased>, ApiError> {
        let now_ms = self.app.now_ms();
        // Without a webhook there is one channel.
        let channel = if self.webhook.is_some() { "" } else { "mail" };
        transact!(self.app.db, |tx| {
            tx.all(
                "update outbox
                 set leased_until_ms = $1, attempts = attempts + 1
                 where id in (
                     select id
                     from outbox
                     where sent_ms is null and dead_ms is null and due_ms <= $2
                         and (leased_until_ms is null or leased_until_ms <= $2)
                         and ($3 = '' or channel = $3)
                     order by due_ms, id
                     limit $4
                 )
                 returning id, channel, kind, recipient, language, payload, created_ms, attempts",
                values![now_ms + LEASE_MS, now_ms, channel, BATCH],
            )
            .await?
        })
    }

    async fn deliver(&self, row: Leased) -> Result<(), ApiError> {
        let done = match row.channel.as_str() {
            "event" => self.send_event(&row).await,
            _ => self.send_mail(&row).await,
        };
        let now_ms = self.app.now_ms();
        match done {
            Ok(()) => note_sent(&self.app.db, &row.id, now_ms).await,
            Err(failure) => {
                tracing::warn!(kind = row.kind, attempts = row.attempts, "not delivered: {}", failure.reason);
                note_failed(&self.app.db, &row, &failure, now_ms).await
            }
        }
    }

    async fn send_mail(&self, row: &Leased) -> Result<(), Undelivered> {
        let identity = &self.app.firm.identity;
        let sender = Sender {
            firm: [&identity.name.zh, &identity.name.en],
            address: &identity.mail,
            public_url: &self.app.settings.public_url,
        };
        let payload = payload(row)?;
        let mail = mail::compose(&row.kind, &row.recipient, language_of(&row.language), &payload, &sender)
            .ok_or_else(|| Undelivered::ever("there are no words for this mail"))?;
        self.mailer.send(&row.id, &row.recipient, &mail, &sender, row.created_ms).await
    }

    async fn send_event(&self, row: &Leased) -> Result<(), Undelivered> {
        let Some(webhook) = self.webhook.clone() else { return Err(Undelivered::yet("there is no webhook")) };
        let data = payload(row)?;
        let (row, now_ms) = (row.clone(), self.app.now_ms());
        let sent = tokio::task::spawn_blocking(move || {
            let event = Event { id: &row.id, kind: &row.kind, at_ms: row.created_ms, data: &data };
            webhook.send(&event, now_ms)
        });
        sent.await.map_err(|error| Undelivered::yet(error.to_string()))?
    }

    /// Forgets what went out long ago.
    async fn sweep(&self, now_ms: i64) -> Result<(), ApiError> {
        let unwanted = if self.webhook.is_some() { "" } else { "event" };
        transact!(self.app.db, |tx| {
            tx.change(
                "delete from outbox where sent_ms < $1 or (channel = $2 and created_ms < $1)",
                values![now_ms - KEPT_MS, unwanted],
            )
            .await?;
        })
    }
}

fn report(done: Result<(), ApiError>) {
    if let Err(error) = done {
        tracing::error!("the outbox could not be read: {error}");
    }
}

fn payload(row: &Leased) -> Result<Value, Undelivered> {
    serde_json::from_str(&row.payload).map_err(|_| Undelivered::ever("its payload cannot be read"))
}

/// Notes that it went out. Whom it went to and what it said is then no longer kept: it may hold the end
/// of a link.
async fn note_sent(db: &Db, id: &str, now_ms: i64) -> Result<(), ApiError> {
    transact!(db, |tx| {
        tx.change(
            "update outbox
             set sent_ms = $1, leased_until_ms = null, error = null, recipient = '', payload = '{}'
             where id = $2",
            values![now_ms, id],
        )
        .await?;
    })
}

async fn note_failed(db: &Db, row: &Leased, failure: &Undelivered, now_ms: i64) -> Result<(), ApiError> {
    let given_up = failure.for_good || ATTEMPTS <= row.attempts;
    let due_ms = now_ms + wait_ms(row.attempts, chance());
    transact!(db, |tx| {
        tx.change(
            "update outbox
             set leased_until_ms = null, error = $1, due_ms = $2, dead_ms = $3
             where id = $4 and sent_ms is null",
            values![&failure.reason, due_ms, given_up.then_some(now_ms), &row.id],
        )
        .await?;
    })
}

/// How long to wait after so many attempts: twice as long each time, and half as long again by chance,
/// from 0 to 255, so that many that failed together do not come back together.
#[must_use]
pub fn wait_ms(attempts: i64, chance: u8) -> i64 {
    let doublings = u32::try_from((attempts - 1).clamp(0, 20)).unwrap_or(0);
    let wait_ms = (FIRST_WAIT_MS << doublings).min(LONGEST_WAIT_MS);
    wait_ms + wait_ms / 2 * i64::from(chance) / 255
}

fn chance() -> u8 {
    let mut random = [0; 1];
    // Without chance it still waits.
    getrandom::fill(&mut random).unwrap_or_default();
    let [random] = random;
    random
}

#[derive(Debug, FromRow)]
struct DeadRow {
    id: String,
    channel: String,
    kind: String,
    created_ms: i64,
    dead_ms: i64,
    attempts: i64,
    error: Option<String>,
}

/// What was given up, the latest first.
///
/// # Errors
///
/// When the database fails.
pub async fn dead_letters(db: &Db) -> Result<Vec<DeadLetter>, sqlx::Error> {
    let rows: Vec<DeadRow> = db
        .all(
            "select id, channel, kind, created_ms, dead_ms, attempts, error
             from outbox
             where dead_ms is not null
             order by dead_ms desc, id desc
             limit 1000",
            values![],
        )
        .await?;
    let letter = |row: DeadRow| DeadLetter {
        id: row.id,
        channel: row.channel,
        kind: row.kind,
        created_ms: row.created_ms,
        dead_ms: row.dead_ms,
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        error: row.error.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(letter).collect())
}

/// Has a dead letter delivered again, and says whether there was such a one.
///
/// # Errors
///
/// When the database fails.
pub async fn revive(tx: &mut Tx, id: &str, now_ms: i64) -> Result<bool, sqlx::Error> {
    let revived = tx
        .change(
            "update outbox set dead_ms = null, attempts = 0, due_ms = $1 where id = $2 and dead_ms is not null",
            values![now_ms, id],
        )
        .await?;
    Ok(revived != 0)
}

/// Has every dead letter delivered again, and says how many there were.
///
/// # Errors
///
/// When the database fails.
pub async fn revive_all(tx: &mut Tx, now_ms: i64) -> Result<u64, sqlx::Error> {
    tx.change(
        "update outbox set dead_ms = null, attempts = 0, due_ms = $1 where dead_ms is not null",
        values![now_ms],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_twice_as_long_up_to_a_quarter_of_a_day() {
        assert_eq!(wait_ms(1, 0), 10 * SECOND_MS);
        assert_eq!(wait_ms(2, 0), 20 * SECOND_MS);
        assert_eq!(wait_ms(5, 0), 160 * SECOND_MS);
        assert_eq!(wait_ms(14, 0), LONGEST_WAIT_MS);
        assert_eq!(wait_ms(i64::MAX, 0), LONGEST_WAIT_MS);
    }

    #[test]
    fn chance_makes_a_wait_longer_by_up_to_half() {
        assert_eq!(wait_ms(1, 255), 15 * SECOND_MS);
        assert!((0..=255).all(|chance| (10_000..=15_000).contains(&wait_ms(1, chance))));
    }

    #[test]
    fn it_is_tried_for_more_than_a_day() {
        let all: i64 = (1..ATTEMPTS).map(|attempts| wait_ms(attempts, 0)).sum();
        assert!(DAY_MS < all, "{all}");
    }
}
