//! Accounts: opening, confirming, signing in and out, forgetting a password.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use axum::http::{Method, StatusCode, header};
use serde_json::json;
use server::clock::{DAY_MS, HOUR_MS};
use wire::{Confirm, Device, Session, SetPassword};

use crate::support::{PASSWORD, Stage};

const EMAIL: &str = "li.wei@example.com";

async fn token(stage: &Stage, kind: &str) -> String {
    let (_, payload) = stage.mail(kind).await.unwrap();
    payload["token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_signs_up_is_signed_in_and_confirms_by_the_link_in_the_mail() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let guest: Session = browser.get("/api/session").await.json();
    assert_eq!(guest.account, None);

    let account = browser.sign_up(" Li.Wei@Example.com ").await;
    assert_eq!((account.email.as_str(), account.confirmed), (EMAIL, false));

    let confirm = Confirm { token: token(&stage, "confirm_address").await, password: None };
    let session: Session = browser.post("/api/account/confirmation", &confirm).await.json();
    assert!(session.account.unwrap().confirmed);

    let again = browser.post("/api/account/confirmation", &confirm).await;
    assert_eq!(again.problem(StatusCode::GONE).code, "link_gone");
}

#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    let stage = Stage::new().await;
    let mut owner = stage.browser();
    owner.sign_up(EMAIL).await;
    let confirm = Confirm { token: token(&stage, "confirm_address").await, password: None };
    owner.post("/api/account/confirmation", &confirm).await.json::<Session>();

    let mut stranger = stage.browser();
    let second = stranger.sign_up(EMAIL).await;
    assert!(!second.confirmed);
    assert_eq!(stage.mail("address_has_account").await.unwrap().0, EMAIL);

    let mut guest = stage.browser();
    let known = guest.post("/api/password/mail", &json!({ "email": EMAIL })).await;
    let unknown = guest.post("/api/password/mail", &json!({ "email": "nobody@example.com" })).await;
    assert_eq!((known.status, unknown.status), (StatusCode::ACCEPTED, StatusCode::ACCEPTED));
    assert_eq!(known.body, unknown.body);

    let wrong = guest.sign_in(EMAIL, "some other words here").await;
    let nobody = guest.sign_in("nobody@example.com", PASSWORD).await;
    assert_eq!(wrong.problem(StatusCode::UNAUTHORIZED), nobody.problem(StatusCode::UNAUTHORIZED));
}

#[tokio::test]
async fn a_stranger_who_used_my_address_does_not_get_it_when_i_open_the_link() {
    let stage = Stage::new().await;
    stage.browser().sign_up(EMAIL).await;

    let confirm = |password: Option<&str>, token: &str| Confirm {
        token: token.to_owned(),
        password: password.map(str::to_owned),
    };
    let token = token(&stage, "confirm_address").await;
    let mut me = stage.browser();
    let without = me.post("/api/account/confirmation", &confirm(None, &token)).await;
    assert_eq!(without.problem(StatusCode::UNAUTHORIZED).code, "wrong_password");
    let with = me.post("/api/account/confirmation", &confirm(Some(PASSWORD), &token)).await;
    assert!(with.json::<Session>().account.unwrap().confirmed);
}

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_other_sites_and_the_database() {
    let stage = Stage::new().await;
    let sent = wire::SignUp {
        email: EMAIL.to_owned(),
        password: PASSWORD.to_owned(),
        name: String::new(),
        language: wire::Language::Zh,
    };
    let mut browser = stage.browser();
    let reply = browser.post("/api/account", &sent).await;

    let cookie = reply.header(header::SET_COOKIE);
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for attribute in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let secret = browser.cookie.unwrap().split_once('=').unwrap().1.to_owned();
    let stored: Vec<(String,)> =
        stage.app.db.all("select token_hash from session", server::values![]).await.unwrap();
    assert_ne!(stored[0].0, secret);
}

#[tokio::test]
async fn every_fault_of_a_sign_up_is_named_at_once_in_the_language_asked_for() {
    let stage = Stage::new().await;
    let body = json!({ "email": "li", "password": "short", "name": "x".repeat(81), "language": "zh" });
    let sent = Some(body.to_string().into_bytes());
    let mut browser = stage.browser();

    let english = [(header::ACCEPT_LANGUAGE, "en")];
    let reply = browser.send(Method::POST, "/api/account", &english, sent.clone()).await;
    let problem = reply.problem(StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> = problem.faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["email", "name", "password"]);
    assert_eq!((problem.faults[2].min, problem.faults[2].max), (Some(12.0), Some(128.0)));
    assert!(problem.detail.unwrap().is_ascii());

    let chinese = browser.send(Method::POST, "/api/account", &[], sent).await;
    assert!(!chinese.problem(StatusCode::UNPROCESSABLE_ENTITY).detail.unwrap().is_ascii());
    assert_eq!(chinese.header(header::CONTENT_LANGUAGE), "zh");
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_and_every_device_is_signed_out() {
    let stage = Stage::new().await;
    let mut old = stage.browser();
    old.sign_up(EMAIL).await;
    let mut browser = stage.browser();
    browser.post("/api/password/mail", &json!({ "email": EMAIL })).await;

    let set = SetPassword {
        token: token(&stage, "set_password").await,
        password: "five other plain words".to_owned(),
    };
    let session: Session = browser.put("/api/password", &set).await.json();
    assert!(session.account.unwrap().confirmed);

    assert_eq!(old.get("/api/session").await.json::<Session>().account, None);
    old.sign_in(EMAIL, PASSWORD).await.problem(StatusCode::UNAUTHORIZED);
    old.sign_in(EMAIL, "five other plain words").await.json::<Session>();
    browser.put("/api/password", &set).await.problem(StatusCode::GONE);
}

#[tokio::test]
async fn a_link_to_set_a_password_is_too_old_after_an_hour() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;
    browser.post("/api/password/mail", &json!({ "email": EMAIL })).await;
    let set = SetPassword { token: token(&stage, "set_password").await, password: PASSWORD.to_owned() };

    stage.app.clock.advance(HOUR_MS);

    browser.put("/api/password", &set).await.problem(StatusCode::GONE);
}

#[tokio::test]
async fn devices_are_listed_and_signed_out_one_by_one_or_all_at_once() {
    let stage = Stage::new().await;
    let mut phone = stage.browser();
    phone.sign_up(EMAIL).await;
    let mut laptop = stage.browser();
    laptop.sign_in(EMAIL, PASSWORD).await.json::<Session>();

    let devices: Vec<Device> = laptop.get("/api/sessions").await.json();
    let other = devices.iter().find(|device| !device.this).unwrap();
    assert_eq!(devices.len(), 2);
    let gone = laptop.delete(&format!("/api/sessions/{}", other.id)).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(phone.get("/api/session").await.json::<Session>().account, None);

    phone.sign_in(EMAIL, PASSWORD).await.json::<Session>();
    laptop.delete("/api/sessions").await;
    phone.get("/api/account").await.problem(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_session_that_is_not_used_for_thirty_days_ends() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;

    stage.app.clock.advance(29 * DAY_MS);
    browser.get("/api/account").await.json::<wire::Account>();
    stage.app.clock.advance(30 * DAY_MS);

    browser.get("/api/account").await.problem(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn guessing_passwords_has_to_wait_and_is_told_how_long() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    for _ in 0..10 {
        browser.sign_in(EMAIL, "some other words here").await.problem(StatusCode::UNAUTHORIZED);
    }

    let refused = browser.sign_in(EMAIL, "some other words here").await;

    let problem = refused.problem(StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::RETRY_AFTER), problem.retry_after_s.unwrap().to_string());
    browser.sign_in("other@example.com", PASSWORD).await.problem(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_write_that_another_site_started_is_refused() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;
    let cross = [(header::HeaderName::from_static("sec-fetch-site"), "cross-site")];

    let refused = browser.send(Method::DELETE, "/api/sessions", &cross, None).await;

    assert_eq!(refused.problem(StatusCode::FORBIDDEN).code, "cross_site");
    browser.get("/api/account").await.json::<wire::Account>();
}

#[tokio::test]
async fn changing_the_password_needs_the_old_one() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;
    let new = "five other plain words";

    let wrong = browser
        .put("/api/account/password", &json!({ "current": "not this one at all", "password": new }))
        .await;
    wrong.problem(StatusCode::UNAUTHORIZED);
    let right = browser.put("/api/account/password", &json!({ "current": PASSWORD, "password": new })).await;

    right.json::<Session>();
    stage.browser().sign_in(EMAIL, new).await.json::<Session>();
}
