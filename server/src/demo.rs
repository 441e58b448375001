//! Made-up advisors and clients, with plans in every zone and meetings of every kind, so that a first look
//! shows something.

use anyhow::Context;
use wire::{Language, Role};

use crate::accounts::{self, NewAccount};
use crate::app::{App, Settings};
use crate::care::advisor;
use crate::db::Db;
use crate::error::ApiError;
use crate::firm::FirmFiles;
use crate::{transact, values};

mod lives;
mod meetings;

/// The password of every made-up account. They are for trying out, on this machine alone.
const PASSWORD: &str = "evergreen on the hill";

/// Somebody made up.
struct Person {
    email: &'static str,
    name: &'static str,
    language: Language,
    role: Role,
}

const fn person(email: &'static str, name: &'static str, language: Language, role: Role) -> Person {
    Person { email, name, language, role }
}

const PEOPLE: [Person; 11] = [
    person("admin@example.com", "Admin", Language::En, Role::Administrator),
    person("chen@example.com", "陈思远", Language::Zh, Role::Advisor),
    person("morgan@example.com", "Alex Morgan", Language::En, Role::Advisor),
    person("li.wei@example.com", "李伟", Language::Zh, Role::Investor),
    person("wang.fang@example.com", "王芳", Language::Zh, Role::Investor),
    person("zhao.min@example.com", "赵敏", Language::Zh, Role::Investor),
    person("zhou.lin@example.com", "周琳", Language::Zh, Role::Investor),
    person("sun.hao@example.com", "孙浩", Language::Zh, Role::Investor),
    person("taylor@example.com", "Jamie Taylor", Language::En, Role::Investor),
    person("lee@example.com", "Sam Lee", Language::En, Role::Investor),
    person("noor@example.com", "Noor Khan", Language::En, Role::Investor),
];

/// Fills a database with made-up accounts, once, and prints their sign-ins.
///
/// # Errors
///
/// When the database fails, or the firm's questionnaires are others than the default ones.
pub(crate) async fn fill(db: Db, data: FirmFiles) -> anyhow::Result<()> {
    let settings = Settings { public_url: "http://localhost".to_owned(), behind_proxy: false };
    let app = App::new(db, data, settings).context("preparing the firm's data")?;
    if accounts::by_email(&app.db, PEOPLE.first().map_or("", |first| first.email)).await?.is_none() {
        let hash = app.passwords.hash(PASSWORD.to_owned()).await.context("hashing the password")?;
        make(&app, &hash).await.context("making up people")?;
    }
    println!("Sign in as one of these, with the password \"{PASSWORD}\":");
    for Person { email, name, role, .. } in &PEOPLE {
        println!("  {:13} {email} ({name})", accounts::role_name(*role));
    }
    Ok(())
}

async fn make(app: &App, password_hash: &str) -> Result<(), ApiError> {
    for person in &PEOPLE {
        open(app, person, password_hash).await?;
    }
    advisor::furnish(&app.db, &app.care.service).await?;
    lives::live(app).await?;
    meetings::meet(app).await?;
    // Nobody of them has a mailbox.
    for person in &PEOPLE {
        transact!(app.db, |tx| {
            tx.change("delete from outbox where recipient = $1", values![person.email]).await?
        })?;
    }
    Ok(())
}

async fn open(app: &App, person: &Person, password_hash: &str) -> Result<String, ApiError> {
    let now_ms = app.now_ms();
    let new = NewAccount {
        email: person.email,
        name: person.name,
        language: person.language,
        role: person.role,
        password_hash: Some(password_hash),
        confirmed_ms: Some(now_ms),
    };
    transact!(app.db, |tx| accounts::create(tx, &new, now_ms).await?)
}

/// The account of somebody made up.
async fn account(app: &App, email: &str) -> Result<wire::Account, ApiError> {
    let row = accounts::by_email(&app.db, email).await?.ok_or(ApiError::NotFound)?;
    Ok(row.account())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use wire::{Attention, MeetingState};

    use super::*;
    use crate::accounts::password::Passwords;
    use crate::clock::Clock;
    use crate::desk::clients;
    use crate::desk::standing::Circle;
    use crate::firm::{Source, load};
    use crate::meetings::store;

    #[tokio::test]
    async fn a_first_look_shows_every_zone_and_kind_of_meeting() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open_file(&folder.path().join("evergreen.db")).await.unwrap();
        let settings = Settings { public_url: "http://localhost".to_owned(), behind_proxy: false };
        let mut app = App::new(db, load(&Source::Embedded).unwrap(), settings).unwrap();
        app.passwords = Passwords::quick();
        // 2026-11-25: as the years go by, the same answers stand in other zones.
        app.clock = Clock::at(1_795_579_200_000);
        make(&app, "").await.unwrap();

        let (mut zones, mut reasons, mut states) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (mut agreed, mut crossed) = (0, 0);
        for email in ["chen@example.com", "morgan@example.com"] {
            let id = account(&app, email).await.unwrap().id;
            let circle = Circle { advisor_id: &id, only: None, now_ms: app.now_ms() };
            let seen = clients::of(&app.db, circle, app.care.service.attention).await.unwrap();
            assert_eq!(seen.len(), 4, "{email}: as many clients each, so that the first one gets the next");
            for client in seen {
                zones.extend(client.row.zone);
                reasons.insert(client.row.attention);
                agreed += i32::from(client.standing.decided.is_some());
                let meetings = store::of_client(&app.db, &client.row.id, &app.care.experts).await.unwrap();
                let of_the_zone = |text: &str| text.starts_with("Since the plan before");
                let points = meetings.iter().flat_map(|meeting| &meeting.agenda);
                crossed += points.filter(|point| of_the_zone(&point.text.en)).count();
                states.extend(meetings.into_iter().map(|meeting| meeting.state));
            }
        }

        assert_eq!(zones.into_iter().collect::<Vec<_>>(), ["green", "grey", "red"]);
        for reason in [Attention::Request, Attention::Review, Attention::Red, Attention::Overdue] {
            assert!(reasons.contains(&reason), "{reason:?} in {reasons:?}");
        }
        for state in
            [MeetingState::Requested, MeetingState::Offered, MeetingState::Confirmed, MeetingState::Held]
        {
            assert!(states.contains(&state), "{state:?}");
        }
        assert_eq!((agreed, crossed), (2, 1));
        let mails: Option<(i64,)> =
            app.db.first("select count(*) from outbox where channel = 'mail'", values![]).await.unwrap();
        assert_eq!(mails, Some((0,)));
    }
}
