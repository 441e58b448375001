//! Seats at talks: who comes, as long as there is room.

use std::collections::BTreeSet;

use serde_json::json;
use wire::{Account, Bilingual, Language, Talk, TalkSeat};

use crate::calendar::{self, Entry, Status};
use crate::clock::MINUTE_MS;
use crate::db::{Db, Tx, is_taken};
use crate::error::ApiError;
use crate::outbox::{self, Mail};
use crate::words::Words;
use crate::{transact, values};

/// How often another seat is tried after somebody else was quicker.
const TRIES: u32 = 100;

/// The name of a talk among all events.
#[must_use]
pub fn uid(talk_id: &str) -> String {
    format!("talk-{talk_id}@evergreen")
}

/// A talk as an event for anybody's calendar; none where its begin is no time.
///
/// The stamp is the begin: the file is then the same whenever it is made.
#[must_use]
pub fn entry(talk: &Talk, language: Language) -> Option<Entry> {
    let (start_ms, end_ms) = times(talk)?;
    Some(Entry {
        uid: uid(&talk.id),
        sequence: 0,
        start_ms,
        end_ms,
        stamp_ms: start_ms,
        title: in_language(&talk.title, language).to_owned(),
        place: in_language(&talk.place, language).to_owned(),
        about: in_language(&talk.about, language).to_owned(),
        status: Status::Agreed,
        private: false,
    })
}

/// Begin and end.
fn times(talk: &Talk) -> Option<(i64, i64)> {
    let start_ms = calendar::moment_ms(&talk.start)?;
    Some((start_ms, start_ms + i64::from(talk.minutes) * MINUTE_MS))
}

fn in_language(text: &Bilingual, language: Language) -> &str {
    match language {
        Language::Zh => &text.zh,
        Language::En => &text.en,
    }
}

/// Seats of the talks that are not over, as an account sees them.
///
/// # Errors
///
/// When the database fails.
pub async fn seats(
    db: &Db,
    talks: &[Talk],
    account_id: &str,
    now_ms: i64,
) -> Result<Vec<TalkSeat>, sqlx::Error> {
    let counts: Vec<(String, i64)> =
        db.all("select talk_id, count(*) from talk_seat group by talk_id", values![]).await?;
    let own: Vec<(String, i64)> =
        db.all("select talk_id, taken_ms from talk_seat where account_id = $1", values![account_id]).await?;
    let ahead = |talk: &&Talk| times(talk).is_some_and(|(_, end_ms)| now_ms < end_ms);
    let seat = |talk: &Talk| {
        let of = |rows: &[(String, i64)]| rows.iter().find(|(id, _)| *id == talk.id).map(|(_, value)| *value);
        let taken = of(&counts).and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
        TalkSeat { talk: talk.id.clone(), left: talk.seats.saturating_sub(taken), taken_ms: of(&own) }
    };
    Ok(talks.iter().filter(ahead).map(seat).collect())
}

/// Takes a seat, once; whoever has one keeps it.
///
/// # Errors
///
/// [`ApiError::Conflict`] when the talk has begun, or every seat is taken.
pub async fn take(db: &Db, talk: &Talk, account: &Account, now_ms: i64) -> Result<(), ApiError> {
    if times(talk).is_none_or(|(start_ms, _)| start_ms <= now_ms) {
        let words = Words::new("讲座已经开始或结束。", "The talk has begun or is over.");
        return Err(ApiError::Conflict("talk_over", words));
    }
    for _ in 0..TRIES {
        // Read outside of the transaction that writes: thousands may look at once, and the key decides.
        let taken: Vec<(i64, String)> =
            db.all("select seat, account_id from talk_seat where talk_id = $1", values![&talk.id]).await?;
        if taken.iter().any(|(_, guest)| *guest == account.id) {
            return Ok(());
        }
        let Some(seat) = free(&taken, talk.seats)? else { return Err(full()) };
        match transact!(db, |tx| sit(tx, talk, seat, account, now_ms).await?) {
            Err(ApiError::Storage(error)) if is_taken(&error) => {}
            done => return done,
        }
    }
    Err(full())
}

fn full() -> ApiError {
    ApiError::Conflict("talk_full", Words::new("座位已满。", "Every seat is taken."))
}

/// One of the free seats by chance, so that many who ask at once do not all want the same.
fn free(taken: &[(i64, String)], seats: u32) -> Result<Option<i64>, getrandom::Error> {
    let taken: BTreeSet<i64> = taken.iter().map(|(seat, _)| *seat).collect();
    let free: Vec<i64> = (1..=i64::from(seats)).filter(|seat| !taken.contains(seat)).collect();
    let mut random = [0; 8];
    getrandom::fill(&mut random)?;
    let place = u64::from_le_bytes(random).checked_rem(free.len() as u64);
    Ok(place.and_then(|place| free.get(usize::try_from(place).ok()?)).copied())
}

async fn sit(tx: &mut Tx, talk: &Talk, seat: i64, account: &Account, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into talk_seat (talk_id, seat, account_id, taken_ms) values ($1, $2, $3, $4)",
        values![&talk.id, seat, &account.id, now_ms],
    )
    .await?;
    tell(tx, ["talk_seat", "request"], talk, account, now_ms).await
}

/// Gives a seat back, and says whether there was one.
///
/// # Errors
///
/// When the database fails.
pub async fn leave(tx: &mut Tx, talk: &Talk, account: &Account, now_ms: i64) -> Result<bool, sqlx::Error> {
    let left = tx
        .change(
            "delete from talk_seat where talk_id = $1 and account_id = $2",
            values![&talk.id, &account.id],
        )
        .await?;
    if left == 0 {
        return Ok(false);
    }
    tell(tx, ["talk_left", "cancel"], talk, account, now_ms).await?;
    Ok(true)
}

/// A mail to the guest with the event for their calendar, and an event for the firm's systems.
async fn tell(
    tx: &mut Tx,
    [kind, ics]: [&'static str; 2],
    talk: &Talk,
    account: &Account,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let Some((start_ms, end_ms)) = times(talk) else { return Ok(()) };
    let event = json!({ "account_id": account.id, "talk_id": talk.id });
    outbox::event(tx, kind, &event, now_ms).await?;
    // A mailbox that nobody has confirmed could be anybody's.
    if !account.confirmed {
        return Ok(());
    }
    let payload = json!({
        "name": account.name,
        "talk_id": talk.id,
        "title": in_language(&talk.title, account.language),
        "where": in_language(&talk.place, account.language),
        "when": told(&talk.start),
        "ics": ics,
        // Grows with every step, though a seat that was given back leaves no row.
        "sequence": now_ms / MINUTE_MS,
        "start_ms": start_ms,
        "end_ms": end_ms,
        "stamp_ms": now_ms,
    });
    let mail = Mail { kind, to: &account.email, language: account.language, payload };
    outbox::mail(tx, &mail, now_ms).await
}

/// `2026-12-12T14:00:00+08:00` as people read it: `2026-12-12 14:00 (+08:00)`.
fn told(start: &str) -> String {
    let parts = (start.get(..10), start.get(11..16), start.get(19..));
    match parts {
        (Some(day), Some(time), Some(offset)) => format!("{day} {time} ({offset})"),
        _ => start.to_owned(),
    }
}

/// The talks that an account has a seat at, for its export.
///
/// # Errors
///
/// When the database fails.
pub async fn export(db: &Db, account_id: &str) -> Result<serde_json::Value, sqlx::Error> {
    let rows: Vec<(String, i64)> = db
        .all(
            "select talk_id, taken_ms from talk_seat where account_id = $1 order by taken_ms, talk_id",
            values![account_id],
        )
        .await?;
    Ok(rows.into_iter().map(|(talk, taken_ms)| json!({ "talk": talk, "taken_ms": taken_ms })).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_seats_of_the_talk_that_nobody_has_are_free() {
        let taken = [(1, String::new()), (3, String::new())];
        assert_eq!(free(&taken, 3).unwrap(), Some(2));
        assert_eq!(free(&taken, 1).unwrap(), None);
    }

    #[test]
    fn the_begin_is_told_as_people_read_it() {
        assert_eq!(told("2026-12-12T14:00:00+08:00"), "2026-12-12 14:00 (+08:00)");
        assert_eq!(told("soon"), "soon");
    }
}
