//! A private calendar feed, by a secret link that its owner can take back.

use sqlx::FromRow;
use wire::{Language, MeetingState, Place, Role};

use super::calendar::Version;
use crate::accounts::{language_of, role_of};
use crate::calendar::{Entry, Status};
use crate::clock::DAY_MS;
use crate::db::{Db, Tx};
use crate::{token, values};

/// Meetings up to so long ago stand in the feed.
const PAST_MS: i64 = 90 * DAY_MS;

/// Makes a new link; the one before no longer works.
///
/// # Errors
///
/// When the database fails.
pub async fn create(tx: &mut Tx, account_id: &str, secret: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into feed (account_id, token_hash, created_ms)
         values ($1, $2, $3)
         on conflict (account_id) do update set token_hash = excluded.token_hash, created_ms = excluded.created_ms",
        values![account_id, token::hash(secret), now_ms],
    )
    .await?;
    Ok(())
}

/// Takes the link back.
///
/// # Errors
///
/// When the database fails.
pub async fn revoke(tx: &mut Tx, account_id: &str) -> Result<(), sqlx::Error> {
    tx.change("delete from feed where account_id = $1", values![account_id]).await?;
    Ok(())
}

/// When an account's link was made; none without one.
///
/// # Errors
///
/// When the database fails.
pub async fn created(db: &Db, account_id: &str) -> Result<Option<i64>, sqlx::Error> {
    let found: Option<(i64,)> =
        db.first("select created_ms from feed where account_id = $1", values![account_id]).await?;
    Ok(found.map(|(created_ms,)| created_ms))
}

/// Whose feed a link leads to.
#[derive(Clone, Debug, FromRow)]
pub struct Owner {
    account_id: String,
    language: String,
    role: String,
}

impl Owner {
    /// The language of the feed.
    #[must_use]
    pub fn language(&self) -> Language {
        language_of(&self.language)
    }
}

/// The owner of a link, as long as it works.
///
/// # Errors
///
/// When the database fails.
pub async fn owner(db: &Db, secret: &str) -> Result<Option<Owner>, sqlx::Error> {
    db.first(
        "select feed.account_id, account.language, account.role
         from feed
         join account on account.id = feed.account_id
         where feed.token_hash = $1 and account.erased_ms is null",
        values![token::hash(secret)],
    )
    .await
}

#[derive(Debug, FromRow)]
struct Row {
    id: String,
    state: String,
    start_ms: i64,
    end_ms: i64,
    changed_ms: i64,
    sequence: i64,
    place: String,
    with_name: String,
}

/// The meetings of a feed: those ahead, and those not long ago.
///
/// # Errors
///
/// When the database fails.
pub async fn entries(db: &Db, owner: &Owner, now_ms: i64) -> Result<Vec<Entry>, sqlx::Error> {
    let sql = if role_of(&owner.role) == Role::Investor {
        "select meeting.id, meeting.state, meeting.start_ms, meeting.end_ms, meeting.changed_ms,
                meeting.sequence, meeting.place, account.name as with_name
         from meeting
         join account on account.id = meeting.advisor_id
         where meeting.account_id = $1 and $2 < meeting.end_ms and meeting.state <> 'declined'
         order by meeting.start_ms, meeting.id"
    } else {
        "select meeting.id, meeting.state, meeting.start_ms, meeting.end_ms, meeting.changed_ms,
                meeting.sequence, meeting.place,
                coalesce(nullif(account.name, ''), account.email, '') as with_name
         from meeting
         join account on account.id = meeting.account_id
         where meeting.advisor_id = $1 and $2 < meeting.end_ms and meeting.state <> 'declined'
         order by meeting.start_ms, meeting.id"
    };
    let rows: Vec<Row> = db.all(sql, values![&owner.account_id, now_ms - PAST_MS]).await?;
    Ok(rows.into_iter().map(|row| version(row).entry(owner.language())).collect())
}

fn version(row: Row) -> Version {
    let state = MeetingState::of_key(&row.state).unwrap_or(MeetingState::Cancelled);
    Version {
        id: row.id,
        sequence: row.sequence,
        start_ms: row.start_ms,
        end_ms: row.end_ms,
        stamp_ms: row.changed_ms,
        with: row.with_name,
        place: Place::of_key(&row.place).unwrap_or(Place::Phone),
        status: status(state),
    }
}

/// What a calendar says of a state.
#[must_use]
pub const fn status(state: MeetingState) -> Status {
    match state {
        MeetingState::Confirmed | MeetingState::Held => Status::Agreed,
        MeetingState::Requested | MeetingState::Offered => Status::Held,
        MeetingState::Declined | MeetingState::Cancelled => Status::Cancelled,
    }
}
