//! What is delivered, by whom, and how often it is tried, on both engines.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use server::app::Shared;
use server::clock::{DAY_MS, MINUTE_MS};
use server::courier::{Courier, dead_letters, revive};
use server::mail::Mailer;
use server::outbox::{self, Mail};
use server::{transact, values};
use wire::Language;

use crate::support::{ENGINES, Fresh, NOW_MS, app_on};

async fn put(app: &Shared, kind: &'static str, to: &str) {
    let mail = Mail { kind, to, language: Language::Zh, payload: json!({ "token": "9f2c" }) };
    transact!(app.db, |tx| outbox::mail(tx, &mail, app.now_ms()).await?).unwrap();
}

fn courier(app: &Shared, folder: &Path) -> Arc<Courier> {
    Arc::new(Courier { app: app.clone(), mailer: Mailer::Folder(folder.to_owned()), webhook: None })
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn what_went_out_is_not_sent_again_and_its_words_are_forgotten() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        let folder = tempfile::tempdir().unwrap();
        put(&app, "confirm_address", "li@example.com").await;

        let first = courier(&app, folder.path()).round().await.unwrap();
        let second = courier(&app, folder.path()).round().await.unwrap();

        assert_eq!((first, second, files(folder.path())), (1, 0, 1), "{engine:?}");
        let row: Option<(Option<i64>, String, String)> =
            app.db.first("select sent_ms, recipient, payload from outbox", values![]).await.unwrap();
        assert_eq!(row, Some((Some(NOW_MS), String::new(), "{}".to_owned())), "{engine:?}");
    }
}

#[tokio::test]
async fn what_waits_for_its_time_is_left_alone_and_can_be_taken_back() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        let folder = tempfile::tempdir().unwrap();
        let mail = Mail {
            kind: "meeting_reminder",
            to: "li@example.com",
            language: Language::Zh,
            payload: json!({}),
        };
        for about in ["a", "b"] {
            transact!(app.db, |tx| outbox::mail_later(tx, &mail, about, NOW_MS, NOW_MS + DAY_MS).await?)
                .unwrap();
        }
        assert_eq!(courier(&app, folder.path()).round().await.unwrap(), 0, "{engine:?}");

        transact!(app.db, |tx| outbox::take_back(tx, "meeting_reminder", "a", NOW_MS).await?).unwrap();
        app.clock.advance(DAY_MS);

        assert_eq!(courier(&app, folder.path()).round().await.unwrap(), 1, "{engine:?}");
    }
}

#[tokio::test]
async fn what_fails_waits_longer_each_time_and_is_given_up_in_the_end() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        // A file where the folder should be.
        let file = tempfile::NamedTempFile::new().unwrap();
        let courier = courier(&app, file.path());
        put(&app, "confirm_address", "li@example.com").await;

        assert_eq!(courier.round().await.unwrap(), 1, "{engine:?}");
        assert_eq!(courier.round().await.unwrap(), 0, "{engine:?}: it waits");
        for _ in 0..15 {
            assert!(dead_letters(&app.db).await.unwrap().is_empty(), "{engine:?}");
            app.clock.advance(DAY_MS);
            assert_eq!(courier.round().await.unwrap(), 1, "{engine:?}");
        }

        let dead = dead_letters(&app.db).await.unwrap();
        assert_eq!(
            (dead.len(), dead[0].attempts, dead[0].kind.as_str()),
            (1, 16, "confirm_address"),
            "{engine:?}"
        );
        assert!(!dead[0].error.is_empty() && !dead[0].error.contains("li@example.com"), "{engine:?}");
        app.clock.advance(DAY_MS);
        assert_eq!(courier.round().await.unwrap(), 0, "{engine:?}");
        let revived = transact!(app.db, |tx| revive(tx, &dead[0].id, app.now_ms()).await?).unwrap();
        assert!(revived, "{engine:?}");
        assert_eq!(courier.round().await.unwrap(), 1, "{engine:?}");
    }
}

#[tokio::test]
async fn a_mail_that_can_never_go_out_is_given_up_at_once() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        let folder = tempfile::tempdir().unwrap();
        put(&app, "confirm_address", "no address").await;
        put(&app, "no_such_mail", "li@example.com").await;

        courier(&app, folder.path()).round().await.unwrap();

        assert_eq!(dead_letters(&app.db).await.unwrap().len(), 2, "{engine:?}");
    }
}

#[tokio::test]
async fn what_a_server_left_behind_is_delivered_by_another() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        let folder = tempfile::tempdir().unwrap();
        put(&app, "confirm_address", "li@example.com").await;
        // Leased, and then nothing: the server has died.
        let sql = "update outbox set leased_until_ms = $1, attempts = attempts + 1";
        transact!(app.db, |tx| tx.change(sql, values![NOW_MS + 2 * MINUTE_MS]).await?).unwrap();
        assert_eq!(courier(&app, folder.path()).round().await.unwrap(), 0, "{engine:?}");

        app.clock.advance(2 * MINUTE_MS);

        assert_eq!(courier(&app, folder.path()).round().await.unwrap(), 1, "{engine:?}");
        assert_eq!(files(folder.path()), 1, "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_share_the_work() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let app = app_on(fresh.db.clone());
        for at in 0..200 {
            put(&app, "confirm_address", &format!("client{at}@example.com")).await;
        }
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];

        let working: Vec<_> = folders
            .iter()
            .map(|folder| {
                let courier = courier(&app, folder.path());
                tokio::spawn(async move { while courier.round().await.unwrap() != 0 {} })
            })
            .collect();
        for one in working {
            one.await.unwrap();
        }

        let counts = folders.each_ref().map(|folder| files(folder.path()));
        println!("{engine:?}: two servers delivered {counts:?} of 200");
        assert_eq!(counts.iter().sum::<usize>(), 200, "{engine:?}: each went out once");
    }
}
