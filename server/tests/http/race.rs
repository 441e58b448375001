//! Many ask for one time at once: one gets it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use axum::http::StatusCode;
use server::accounts::{self, NewAccount, session};
use server::{care, transact};
use wire::{Language, Meeting, MeetingAct, Role};

use crate::office::{Pair, advisor, request};
use crate::support::{Browser, ENGINES, Engine, NOW_MS, Stage};

const CLIENTS: usize = 1000;

/// So many clients of one advisor, each in a browser of their own.
async fn clients(stage: &Stage, count: usize) -> Vec<Browser> {
    let (_, advisor_id) = advisor(stage, "chen@example.com", "陈岚", 2000).await;
    let secrets: Vec<String> = (0..count).map(|_| server::token::secret().unwrap()).collect();
    transact!(stage.app.db, |tx| {
        for (at, secret) in secrets.iter().enumerate() {
            let email = format!("client{at}@example.com");
            let new = NewAccount {
                email: &email,
                name: "",
                language: Language::En,
                role: Role::Investor,
                password_hash: None,
                confirmed_ms: None,
            };
            let id = accounts::create(tx, &new, NOW_MS).await?;
            session::open(tx, &id, "", secret, NOW_MS).await?;
            let account = wire::Account {
                id,
                email,
                confirmed: false,
                name: String::new(),
                language: Language::En,
                role: Role::Investor,
            };
            care::client::take(tx, &account, Some(&advisor_id), &stage.app.care.service, NOW_MS).await?;
        }
    })
    .unwrap();
    secrets.iter().map(|secret| stage.browser_with(secret)).collect()
}

async fn one_of_many_books(engine: Engine) {
    let stage = Stage::on(engine).await;
    let mut browsers = clients(&stage, CLIENTS).await;
    let slots: wire::Slots = browsers[0].get("/api/meetings/slots").await.json();
    let start_ms = slots.slots[0].start_ms;

    let asked = browsers.into_iter().map(|mut browser| {
        tokio::spawn(async move { browser.post("/api/meetings", &request(start_ms)).await.status })
    });
    let asked: Vec<_> = asked.collect();
    let mut statuses = Vec::new();
    for one in asked {
        statuses.push(one.await.unwrap());
    }

    let booked = statuses.iter().filter(|status| **status == StatusCode::OK).count();
    let refused = statuses.iter().filter(|status| **status == StatusCode::CONFLICT).count();
    println!("{engine:?}: {CLIENTS} asked for one time, {booked} booked, {refused} refused");
    assert_eq!((booked, refused), (1, CLIENTS - 1), "{engine:?}");
    let stored: Option<(i64,)> =
        stage.app.db.first("select count(*) from meeting", server::values![]).await.unwrap();
    assert_eq!(stored, Some((1,)), "{engine:?}: what was refused left nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_who_ask_for_one_time_one_gets_it_on_sqlite() {
    one_of_many_books(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_who_ask_for_one_time_one_gets_it_on_postgresql() {
    one_of_many_books(Engine::Postgres).await;
}

/// Overlapping times, confirmed and moved at once, never share a quarter of an hour.
#[tokio::test(flavor = "multi_thread")]
async fn meetings_that_are_moved_at_once_never_overlap() {
    for engine in ENGINES {
        let stage = Stage::on(engine).await;
        let mut browsers = clients(&stage, 8).await;
        let slots: wire::Slots = browsers[0].get("/api/meetings/slots").await.json();
        let starts: Vec<i64> = slots.slots.iter().map(|slot| slot.start_ms).take(8).collect();
        let moving: Vec<_> = browsers
            .drain(..)
            .enumerate()
            .map(|(at, mut browser)| {
                let starts = starts.clone();
                tokio::spawn(async move {
                    for turn in 0..6 {
                        let start_ms = starts[(at + turn) % starts.len()];
                        let mine: Vec<Meeting> = browser.get("/api/meetings").await.json();
                        let reply = match mine.first() {
                            None => browser.post("/api/meetings", &request(start_ms)).await,
                            Some(meeting) => {
                                let act = MeetingAct::Reschedule { start_ms, reason: String::new() };
                                browser.post(&format!("/api/meetings/{}/acts", meeting.id), &act).await
                            }
                        };
                        assert!([StatusCode::OK, StatusCode::CONFLICT].contains(&reply.status), "{reply:?}");
                    }
                })
            })
            .collect();
        for one in moving {
            one.await.unwrap();
        }

        let held: Vec<(i64, i64)> = stage
            .app
            .db
            .all("select start_ms, end_ms from meeting order by start_ms", server::values![])
            .await
            .unwrap();
        let buffer_ms = 15 * 60_000;
        let apart = held.windows(2).all(|pair| pair[0].1 + buffer_ms <= pair[1].0);
        assert!(!held.is_empty() && apart, "{engine:?}: {held:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_request_that_is_sent_many_times_at_once_books_once() {
    for engine in ENGINES {
        let stage = Stage::on(engine).await;
        let mut pair = Pair::new(&stage).await;
        let sent = request(pair.slots().await[0].start_ms);
        let cookie = pair.client.cookie.clone();

        let sending: Vec<_> = (0..20)
            .map(|_| {
                let mut browser = stage.browser();
                browser.cookie.clone_from(&cookie);
                let body = serde_json::to_vec(&sent).unwrap();
                let key = axum::http::HeaderName::from_static("idempotency-key");
                tokio::spawn(async move {
                    let method = axum::http::Method::POST;
                    browser.send(method, "/api/meetings", &[(key, "one-key")], Some(body)).await
                })
            })
            .collect();
        let mut ids = Vec::new();
        for one in sending {
            ids.push(one.await.unwrap().json::<Meeting>().id);
        }

        ids.dedup();
        assert_eq!(ids.len(), 1, "{engine:?}");
    }
}
