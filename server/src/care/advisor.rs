//! Advisors: what clients see of them, and who stands in while they are away.

use std::ops::Range;

use sqlx::FromRow;
use wire::{AdvisorCard, Language};

use crate::db::{Db, Tx};
use crate::error::ApiError;
use crate::firm::care::{NewAdvisor, Service};
use crate::{transact, values};

/// An advisor, as stored.
#[derive(Clone, Debug, FromRow)]
pub struct CardRow {
    /// The account.
    pub account_id: String,
    /// Name.
    pub name: String,
    /// Languages, with commas between them.
    pub languages: String,
    /// IANA name.
    pub time_zone: String,
}

impl CardRow {
    /// As clients see it.
    #[must_use]
    pub fn card(self) -> AdvisorCard {
        AdvisorCard {
            id: self.account_id,
            name: self.name,
            languages: languages_of(&self.languages),
            time_zone: self.time_zone,
        }
    }
}

/// Languages of a stored list.
#[must_use]
pub fn languages_of(list: &str) -> Vec<Language> {
    list.split(',').filter_map(Language::of_tag).collect()
}

/// The list of languages, as stored.
#[must_use]
pub fn list_of(languages: &[Language]) -> String {
    languages.iter().map(|language| language.tag()).collect::<Vec<_>>().join(",")
}

/// Makes an advisor of an account, with the hours that the firm begins with.
///
/// # Errors
///
/// When the database fails.
pub async fn create(
    tx: &mut Tx,
    account_id: &str,
    new: &NewAdvisor,
    buffer_min: u32,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into advisor (account_id, time_zone, capacity, languages, buffer_min)
         values ($1, $2, $3, $4, $5)
         on conflict (account_id) do nothing",
        values![
            account_id,
            &new.time_zone,
            i64::from(new.capacity),
            list_of(&new.languages),
            i64::from(buffer_min)
        ],
    )
    .await?;
    for hours in &new.hours {
        let Some((from_min, until_min)) = hours.minutes() else { continue };
        for day in &hours.days {
            tx.change(
                "insert into week_hours (advisor_id, day, from_min, until_min)
                 values ($1, $2, $3, $4)
                 on conflict (advisor_id, day, from_min) do nothing",
                values![account_id, i64::from(*day), from_min, until_min],
            )
            .await?;
        }
    }
    Ok(())
}

/// Makes advisors of the accounts that were opened for one and have no hours yet.
///
/// # Errors
///
/// When the database fails.
pub async fn furnish(db: &Db, service: &Service) -> Result<(), ApiError> {
    let bare: Vec<(String,)> = db
        .all(
            "select account.id
             from account
             left join advisor on advisor.account_id = account.id
             where account.role <> 'investor' and account.role = 'advisor' and account.erased_ms is null
                 and advisor.account_id is null",
            values![],
        )
        .await?;
    if bare.is_empty() {
        return Ok(());
    }
    transact!(db, |tx| {
        for (id,) in &bare {
            create(tx, id, &service.advisor, service.meeting.buffer_minutes).await?;
        }
    })
}

/// An advisor, as clients see one.
///
/// # Errors
///
/// When the database fails.
pub async fn card(db: &Db, id: &str) -> Result<Option<AdvisorCard>, sqlx::Error> {
    let row: Option<CardRow> = db
        .first(
            "select advisor.account_id, account.name, advisor.languages, advisor.time_zone
             from advisor
             join account on account.id = advisor.account_id
             where advisor.account_id = $1",
            values![id],
        )
        .await?;
    Ok(row.map(CardRow::card))
}

/// Every advisor of the firm, by name.
///
/// # Errors
///
/// When the database fails.
pub async fn all(db: &Db) -> Result<Vec<AdvisorCard>, sqlx::Error> {
    let rows: Vec<CardRow> = db
        .all(
            "select advisor.account_id, account.name, advisor.languages, advisor.time_zone
             from advisor
             join account on account.id = advisor.account_id
             where account.erased_ms is null and account.role = 'advisor'
             order by account.name, account.id",
            values![],
        )
        .await?;
    Ok(rows.into_iter().map(CardRow::card).collect())
}

/// A time during which somebody stands in.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Cover {
    /// From then on.
    pub from_ms: i64,
    /// Until then.
    pub until_ms: i64,
    /// Who stands in.
    pub deputy_id: String,
}

/// Who stands in for an advisor within a window, the earliest first.
///
/// # Errors
///
/// When the database fails.
pub async fn covers(db: &Db, id: &str, window: &Range<i64>) -> Result<Vec<Cover>, sqlx::Error> {
    db.all(
        "select from_ms, until_ms, deputy_id
         from absence
         where advisor_id = $1 and from_ms < $2 and $3 < until_ms
         order by from_ms",
        values![id, window.end, window.start],
    )
    .await
}
