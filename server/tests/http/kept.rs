//! What is kept in memory: sessions for a second, plans for good.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::StatusCode;
use serde_json::json;
use server::kept::SESSION_MS;
use server::{token, transact, values};
use wire::{Account, Confirm, Device, Language, Profile, Session, SetPassword};

use crate::support::{Browser, Engine, Fresh, PASSWORD, Stage, app_on, site};

const EMAIL: &str = "li.wei@example.com";

/// A phone and a laptop of one account, whose sessions have just been looked up, and stay so: the clock
/// stands still.
async fn two_devices(stage: &Stage) -> [Browser; 2] {
    let (mut phone, mut laptop) = (stage.browser(), stage.browser());
    phone.sign_up(EMAIL).await;
    laptop.sign_in(EMAIL, PASSWORD).await.json::<Session>();
    for device in [&mut phone, &mut laptop] {
        device.get("/api/account").await.json::<Account>();
    }
    [phone, laptop]
}

async fn link(stage: &Stage, kind: &str) -> String {
    let (_, payload) = stage.mail(kind).await.unwrap();
    payload.get("token").unwrap().as_str().unwrap().to_owned()
}

async fn must_be_signed_out(device: &mut Browser, by: &str) {
    let refused = device.get("/api/account").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{by}");
}

#[tokio::test]
async fn a_device_that_is_signed_out_cannot_read_at_once() {
    let stage = Stage::new().await;
    let [mut phone, mut laptop] = two_devices(&stage).await;
    let mut thief = Browser { cookie: phone.cookie.clone(), ..stage.browser() };
    thief.get("/api/account").await.json::<Account>();

    phone.delete("/api/session").await;
    must_be_signed_out(&mut thief, "signing out").await;

    phone.sign_in(EMAIL, PASSWORD).await.json::<Session>();
    let devices: Vec<Device> = phone.get("/api/sessions").await.json();
    let other = devices.iter().find(|device| !device.this).unwrap();
    phone.delete(&format!("/api/sessions/{}", other.id)).await;
    must_be_signed_out(&mut laptop, "signing one out").await;

    laptop.sign_in(EMAIL, PASSWORD).await.json::<Session>();
    laptop.get("/api/account").await.json::<Account>();
    phone.delete("/api/sessions").await;
    must_be_signed_out(&mut laptop, "signing all out").await;
}

#[tokio::test]
async fn a_new_password_and_an_erased_account_end_every_session_at_once() {
    let stage = Stage::new().await;
    let [mut phone, mut laptop] = two_devices(&stage).await;
    let change = json!({ "current": PASSWORD, "password": "five other plain words" });
    phone.put("/api/account/password", &change).await.json::<Session>();
    must_be_signed_out(&mut laptop, "changing the password").await;

    phone.get("/api/account").await.json::<Account>();
    laptop.post("/api/password/mail", &json!({ "email": EMAIL })).await;
    let set = SetPassword { token: link(&stage, "set_password").await, password: PASSWORD.to_owned() };
    laptop.put("/api/password", &set).await.json::<Session>();
    must_be_signed_out(&mut phone, "setting the password").await;

    phone.sign_in(EMAIL, PASSWORD).await.json::<Session>();
    phone.get("/api/account").await.json::<Account>();
    assert_eq!(laptop.delete("/api/account").await.status, StatusCode::NO_CONTENT);
    must_be_signed_out(&mut phone, "erasing").await;
}

#[tokio::test]
async fn a_new_name_and_a_confirmed_mailbox_are_read_at_once_on_every_device() {
    let stage = Stage::new().await;
    let [mut phone, mut laptop] = two_devices(&stage).await;
    phone
        .put("/api/account", &Profile { name: "李伟".to_owned(), language: Language::Zh })
        .await
        .json::<Account>();
    assert_eq!(laptop.get("/api/account").await.json::<Account>().name, "李伟");

    let confirm = Confirm { token: link(&stage, "confirm_address").await, password: None };
    phone.post("/api/account/confirmation", &confirm).await.json::<Session>();
    assert!(laptop.get("/api/account").await.json::<Account>().confirmed);
}

#[tokio::test]
async fn a_session_that_ends_at_another_server_reads_for_a_second_and_writes_nothing() {
    let fresh = Fresh::on(Engine::Sqlite).await;
    let (one, other) = (app_on(fresh.db.clone()), app_on(fresh.db.clone()));
    let mut here = Browser::of(server::routes::router(&one, site()).unwrap());
    let mut there = Browser::of(server::routes::router(&other, site()).unwrap());
    here.sign_up(EMAIL).await;
    here.get("/api/account").await.json::<Account>();
    there.cookie.clone_from(&here.cookie);

    there.delete("/api/sessions").await;

    let profile = Profile { name: "x".to_owned(), language: Language::En };
    here.put("/api/account", &profile).await.problem(StatusCode::UNAUTHORIZED);
    one.clock.advance(SESSION_MS - 1);
    here.get("/api/account").await.json::<Account>();
    one.clock.advance(1);
    here.get("/api/account").await.problem(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_plan_is_kept_for_its_owner_alone_until_the_account_is_erased() {
    let stage = Stage::new().await;
    let (db, mut owner, mut stranger) = (&stage.app.db, stage.browser(), stage.browser());
    let account = owner.sign_up(EMAIL).await;
    stranger.sign_up("someone@example.com").await;
    let id = token::id();
    transact!(db, |tx| {
        tx.change("insert into firm_version (digest, created_ms, document) values ('0', 0, '{}')", values![])
            .await?;
        tx.change(
            "insert into plan (id, account_id, number, created_ms, firm_digest, request, summary, body)
             values ($1, $2, 1, 0, '0', '{}', '{}', '{\"plan\":7}')",
            values![&id, &account.id],
        )
        .await?;
    })
    .unwrap();
    let address = format!("/api/plans/{id}");
    let first = owner.get(&address).await;
    transact!(db, |tx| tx.change("delete from plan where id = $1", values![&id]).await?).unwrap();

    let again = owner.get(&address).await;

    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    assert_eq!(again.header("content-type"), "application/json");
    assert_eq!(again.header("cache-control"), "no-store");
    stranger.get(&address).await.problem(StatusCode::NOT_FOUND);
    assert!(stage.app.kept.plan(db, &account.id, &id).await.unwrap().is_some());
    assert_eq!(owner.delete("/api/account").await.status, StatusCode::NO_CONTENT);
    assert!(stage.app.kept.plan(db, &account.id, &id).await.unwrap().is_none());
}
