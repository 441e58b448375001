//! An advisor leaves the firm: every client is handed over, each as a recorded act with a note.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::json;
use wire::{DeparturePreview, Language, LanguageCount, NewDeparture, NewHandOver, StaffRow, Successor};

use super::advisor::CardRow;
use super::assign::{self, Candidate};
use super::hand_over;
use crate::accounts::language_of;
use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::outbox;
use crate::values;
use crate::words::Words;

/// Hands every client of an advisor over: all to one, or each to the one with room who speaks their
/// language. The advisor gets no new clients from then on. Gives how many there were.
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such advisor; [`ApiError::Conflict`] when nobody has room for
/// one of the clients, the advisor would be their own successor, or stands in for others: then nothing
/// changes.
pub async fn record(
    tx: &mut Tx,
    advisor_id: &str,
    new: &NewDeparture,
    by_id: &str,
    now_ms: i64,
) -> Result<u32, ApiError> {
    let mut candidates = successors(tx, advisor_id).await?;
    if new.to.as_deref() == Some(advisor_id) {
        let words = Words::new("接手的顾问须是另一位。", "Another advisor has to take them over.");
        return Err(ApiError::Conflict("same_advisor", words));
    }
    if stands_in(tx, advisor_id, now_ms).await? {
        let words = Words::new(
            "该顾问正在或即将代班，请先让被代班的顾问另选代班人。",
            "They stand in for another advisor now or soon. That advisor has to name somebody else first.",
        );
        return Err(ApiError::Conflict("stands_in", words));
    }
    let mut count = 0;
    for (account_id, language) in clients(tx, advisor_id).await? {
        let to = match &new.to {
            Some(to) => to.clone(),
            None => next(&mut candidates, language).ok_or_else(no_room)?,
        };
        let each = NewHandOver { to, reason: new.reason.clone(), note: new.note.clone() };
        hand_over::record(tx, &account_id, &each, by_id, now_ms).await?;
        count += 1;
    }
    tx.change("update advisor set capacity = 0 where account_id = $1", values![advisor_id]).await?;
    let event = json!({ "advisor_id": advisor_id, "clients": count });
    outbox::event(tx, "advisor_departed", &event, now_ms).await?;
    Ok(count)
}

/// Where the clients of an advisor would go if each got the one whom the firm's rule chooses.
///
/// # Errors
///
/// [`ApiError::NotFound`] when there is no such advisor.
pub async fn foresee(tx: &mut Tx, advisor_id: &str, now_ms: i64) -> Result<DeparturePreview, ApiError> {
    let mut candidates = successors(tx, advisor_id).await?;
    let clients = clients(tx, advisor_id).await?;
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut without_room = 0;
    for (_, language) in &clients {
        match next(&mut candidates, *language) {
            Some(id) => *taken.entry(id).or_default() += 1,
            None => without_room += 1,
        }
    }
    let mut successors: Vec<Successor> =
        taken.into_iter().map(|(advisor_id, clients)| Successor { advisor_id, clients }).collect();
    successors.sort_by_key(|successor| Reverse(successor.clients));
    let count = |language: Language| {
        let clients = clients.iter().filter(|(_, spoken)| *spoken == language).count();
        LanguageCount { language, clients: u32::try_from(clients).unwrap_or(u32::MAX) }
    };
    Ok(DeparturePreview {
        clients: [Language::Zh, Language::En]
            .map(count)
            .into_iter()
            .filter(|count| count.clients != 0)
            .collect(),
        successors,
        without_room,
        stands_in: stands_in(tx, advisor_id, now_ms).await?,
    })
}

/// The advisors but the one who leaves.
async fn successors(tx: &mut Tx, advisor_id: &str) -> Result<Vec<Candidate>, ApiError> {
    let mut candidates = assign::candidates(tx).await?;
    let all = candidates.len();
    candidates.retain(|candidate| candidate.account_id != advisor_id);
    if candidates.len() == all { Err(ApiError::NotFound) } else { Ok(candidates) }
}

/// The clients of an advisor with their languages, always in the same order.
async fn clients(tx: &mut Tx, advisor_id: &str) -> Result<Vec<(String, Language)>, sqlx::Error> {
    let clients: Vec<(String, String)> = tx
        .all(
            "select client.account_id, account.language
             from client
             join account on account.id = client.account_id
             where client.advisor_id = $1
             order by client.account_id",
            values![advisor_id],
        )
        .await?;
    Ok(clients.into_iter().map(|(id, language)| (id, language_of(&language))).collect())
}

/// The one whom the firm's rule chooses, who then has one client more; nobody where none has room.
fn next(candidates: &mut [Candidate], language: Language) -> Option<String> {
    let id = assign::choose(candidates, language)?.account_id.clone();
    for candidate in candidates.iter_mut().filter(|candidate| candidate.account_id == id) {
        candidate.clients += 1;
    }
    Some(id)
}

fn no_room() -> ApiError {
    let words = Words::new(
        "其他顾问的名额不足，没有作任何变更。请指定接手的顾问，或增加名额。",
        "The other advisors have no room for all of them; nothing was changed. Name who takes over, or give them more room.",
    );
    ApiError::Conflict("no_room", words)
}

/// A client whose advisor is away must not lose the one who stands in.
async fn stands_in(tx: &mut Tx, advisor_id: &str, now_ms: i64) -> Result<bool, sqlx::Error> {
    let ahead: Option<(String,)> = tx
        .first(
            "select advisor_id from absence where deputy_id = $1 and $2 < until_ms limit 1",
            values![advisor_id, now_ms],
        )
        .await?;
    Ok(ahead.is_some())
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    card: CardRow,
    capacity: i64,
    clients: i64,
}

/// Every advisor with the number of their clients, by name.
///
/// # Errors
///
/// When the database fails.
pub async fn staff(db: &Db) -> Result<Vec<StaffRow>, sqlx::Error> {
    let rows: Vec<Row> = db
        .all(
            "select advisor.account_id, account.name, advisor.languages, advisor.time_zone, advisor.capacity,
                    (select count(*) from client where client.advisor_id = advisor.account_id) as clients
             from advisor
             join account on account.id = advisor.account_id
             where account.erased_ms is null and account.role = 'advisor'
             order by account.name, account.id",
            values![],
        )
        .await?;
    let count = |count: i64| u32::try_from(count).unwrap_or(0);
    let row = |row: Row| StaffRow {
        clients: count(row.clients),
        capacity: count(row.capacity),
        advisor: row.card.card(),
    };
    Ok(rows.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_are_spread_until_there_is_no_room() {
        let candidate = |id: &str, capacity| Candidate {
            account_id: id.to_owned(),
            languages: "zh".to_owned(),
            capacity,
            clients: 0,
        };
        let mut candidates = [candidate("a", 1), candidate("b", 2)];

        let chosen: Vec<Option<String>> = (0..4).map(|_| next(&mut candidates, Language::Zh)).collect();

        let expected = [Some("a"), Some("b"), Some("b"), None];
        assert_eq!(chosen, expected.map(|id| id.map(str::to_owned)));
    }
}
