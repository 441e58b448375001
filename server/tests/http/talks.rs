//! Seats at talks: never more guests than seats.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::StatusCode;
use server::accounts::{self, NewAccount, session};
use server::transact;
use wire::{Language, Role, Talk, TalkSeat};

use crate::office::signed_in;
use crate::support::{Engine, NOW_MS, Stage};

/// The talk with the fewest seats that lies ahead.
fn talk(stage: &Stage) -> Talk {
    let talks = &stage.app.library.talks.talks;
    talks.iter().min_by_key(|talk| talk.seats).unwrap().clone()
}

#[tokio::test]
async fn a_seat_is_taken_once_and_given_back() {
    let stage = Stage::new().await;
    let talk = talk(&stage);
    let address = format!("/api/talks/{}/seat", talk.id);
    let (mut guest, _) = signed_in(&stage, Role::Investor, "li@example.com").await;

    let taken: TalkSeat = guest.post(&address, &()).await.json();
    let again: TalkSeat = guest.post(&address, &()).await.json();

    assert_eq!(taken, TalkSeat { talk: talk.id.clone(), left: talk.seats - 1, taken_ms: Some(NOW_MS) });
    assert_eq!(again, taken);
    let seats: Vec<TalkSeat> = guest.get("/api/talks/seats").await.json();
    assert!(seats.contains(&taken));
    let (to, payload) = stage.mail("talk_seat").await.unwrap();
    assert_eq!((to.as_str(), payload["title"].as_str()), ("li@example.com", Some(talk.title.en.as_str())));
    let all: serde_json::Value = guest.get("/api/account/export").await.json();
    assert_eq!(all["talks"][0]["talk"], talk.id.as_str());

    let left: TalkSeat = guest.delete(&address).await.json();
    assert_eq!((left.left, left.taken_ms), (talk.seats, None));
    assert_eq!(stage.mail("talk_left").await.unwrap().1["ics"], "cancel");
    guest.delete(&address).await.problem(StatusCode::NOT_FOUND);
    guest.post("/api/talks/none/seat", &()).await.problem(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_talk_that_has_begun_takes_nobody() {
    let stage = Stage::new().await;
    let talk = talk(&stage);
    let begin_ms = server::calendar::moment_ms(&talk.start).unwrap();
    stage.app.clock.advance(begin_ms - NOW_MS);
    let secret = server::token::secret().unwrap();
    let new = NewAccount {
        email: "li@example.com",
        name: "",
        language: Language::En,
        role: Role::Investor,
        password_hash: None,
        confirmed_ms: None,
    };
    transact!(stage.app.db, |tx| {
        let id = accounts::create(tx, &new, begin_ms).await?;
        session::open(tx, &id, "", &secret, begin_ms).await?;
    })
    .unwrap();

    let refused = stage.browser_with(&secret).post(&format!("/api/talks/{}/seat", talk.id), &()).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "talk_over");
}

async fn no_more_guests_than_seats(engine: Engine) {
    let stage = Stage::on(engine).await;
    let talk = talk(&stage);
    let seats = usize::try_from(talk.seats).unwrap();
    let guests = seats + 20;
    let secrets: Vec<String> = (0..guests).map(|_| server::token::secret().unwrap()).collect();
    transact!(stage.app.db, |tx| {
        for (at, secret) in secrets.iter().enumerate() {
            let email = format!("guest{at}@example.com");
            let new = NewAccount {
                email: &email,
                name: "",
                language: Language::Zh,
                role: Role::Investor,
                password_hash: None,
                confirmed_ms: None,
            };
            let id = accounts::create(tx, &new, NOW_MS).await?;
            session::open(tx, &id, "", secret, NOW_MS).await?;
        }
    })
    .unwrap();

    let asking: Vec<_> = secrets
        .iter()
        .map(|secret| {
            let (mut browser, address) = (stage.browser_with(secret), format!("/api/talks/{}/seat", talk.id));
            tokio::spawn(async move { browser.post(&address, &()).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for one in asking {
        statuses.push(one.await.unwrap());
    }

    let count = |status| statuses.iter().filter(|given| **given == status).count();
    let (taken, refused) = (count(StatusCode::OK), count(StatusCode::CONFLICT));
    println!("{engine:?}: {guests} asked for {seats} seats, {taken} have one, {refused} were refused");
    assert_eq!((taken, refused), (seats, guests - seats), "{engine:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_never_more_guests_than_seats_on_sqlite() {
    no_more_guests_than_seats(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_never_more_guests_than_seats_on_postgresql() {
    no_more_guests_than_seats(Engine::Postgres).await;
}
