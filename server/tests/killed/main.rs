//! The server is killed while it delivers: nothing is lost.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use serde_json::json;
use server::db::Db;
use server::outbox::{self, Mail};
use server::{transact, values, webhook};
use wire::Language;

#[path = "../support/mod.rs"]
mod support;

use support::{Engine, postgres_url};

const SECRET: &str = "a secret of many characters";
const MAILS: usize = 300;
const EVENTS: usize = 100;
const KILLS: usize = 4;

/// The events that arrived, signed as they should be, and how often each.
type Arrived = Arc<Mutex<BTreeMap<String, usize>>>;

async fn receive(State(arrived): State<Arrived>, headers: HeaderMap, body: String) {
    let of = |name: &str| headers.get(name).unwrap().to_str().unwrap().to_owned();
    let id = of("webhook-id");
    let expected = webhook::signature(SECRET, &id, &of("webhook-timestamp"), &body);
    assert_eq!(of("webhook-signature"), expected);
    *arrived.lock().unwrap().entry(id).or_default() += 1;
}

/// The firm's own system, as far as events go.
async fn firm_system() -> (String, Arrived) {
    let arrived = Arrived::default();
    let router = Router::new().route("/events", post(receive)).with_state(arrived.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/events", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, arrived)
}

fn start(data: &Path, database_url: Option<&str>, webhook_url: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evergreen-server"));
    command.args(["serve", "--port", "0", "--data"]).arg(data);
    command.env("EVERGREEN_WEBHOOK_URL", webhook_url).env("EVERGREEN_WEBHOOK_SECRET", SECRET);
    command.env_remove("DATABASE_URL").env_remove("EVERGREEN_SMTP_URL");
    if let Some(url) = database_url {
        command.env("DATABASE_URL", url);
    }
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

async fn fill(db: &Db) {
    let now_ms = server::clock::Clock::System.now_ms();
    transact!(db, |tx| {
        for at in 0..MAILS {
            let to = format!("client{at}@example.com");
            let payload = json!({ "token": "9f2c" });
            let mail = Mail { kind: "confirm_address", to: &to, language: Language::Zh, payload };
            outbox::mail(tx, &mail, now_ms).await?;
        }
        for at in 0..EVENTS {
            outbox::event(tx, "meeting_requested", &json!({ "at": at }), now_ms).await?;
        }
    })
    .unwrap();
}

async fn ids(db: &Db, channel: &str) -> BTreeSet<String> {
    let rows: Vec<(String,)> =
        db.all("select id from outbox where channel = $1", values![channel]).await.unwrap();
    rows.into_iter().map(|(id,)| id).collect()
}

async fn unsent(db: &Db) -> i64 {
    let row: Option<(i64,)> =
        db.first("select count(*) from outbox where sent_ms is null", values![]).await.unwrap();
    row.unwrap().0
}

/// Waits until so few are left, at most half a minute.
async fn until_left(db: &Db, most: i64) {
    let begun = Instant::now();
    while most < unsent(db).await {
        assert!(begun.elapsed() < Duration::from_secs(30), "{} are left", unsent(db).await);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn written(folder: &Path) -> BTreeSet<String> {
    let names =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".eml").map(str::to_owned)).collect()
}

async fn nothing_is_lost_on(engine: Engine) {
    let data = tempfile::tempdir().unwrap();
    let database_url = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(postgres_url().await),
    };
    let db = match &database_url {
        None => Db::open_file(&data.path().join("evergreen.db")).await.unwrap(),
        Some(url) => Db::connect(url).await.unwrap(),
    };
    let (webhook_url, arrived) = firm_system().await;
    fill(&db).await;
    let (mails, events) = (ids(&db, "mail").await, ids(&db, "event").await);

    let all = i64::try_from(MAILS + EVENTS).unwrap();
    for kill in 1..=KILLS {
        let mut child = start(data.path(), database_url.as_deref(), &webhook_url);
        until_left(&db, all - i64::try_from(kill).unwrap() * all / 8).await;
        child.kill().unwrap();
        child.wait().unwrap();
        // Two minutes go by: what the dead server had leased is free again.
        let sql = "update outbox set leased_until_ms = 0 where leased_until_ms is not null";
        transact!(db, |tx| tx.change(sql, values![]).await?).unwrap();
    }
    let mut child = start(data.path(), database_url.as_deref(), &webhook_url);
    until_left(&db, 0).await;
    child.kill().unwrap();
    child.wait().unwrap();

    let arrived = arrived.lock().unwrap();
    let twice = arrived.values().filter(|count| 1 < **count).count();
    println!(
        "{engine:?}: killed {KILLS} times; {} of {MAILS} mails and {} of {EVENTS} events arrived, {twice} events more than once",
        written(&data.path().join("mail")).len(),
        arrived.len()
    );
    assert_eq!(written(&data.path().join("mail")), mails, "{engine:?}");
    assert_eq!(arrived.keys().cloned().collect::<BTreeSet<_>>(), events, "{engine:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_in_the_outbox_is_delivered_though_the_server_is_killed_on_sqlite() {
    nothing_is_lost_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_in_the_outbox_is_delivered_though_the_server_is_killed_on_postgresql() {
    nothing_is_lost_on(Engine::Postgres).await;
}
