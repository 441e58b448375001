//! Two servers on one PostgreSQL behave as one.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::{Method, StatusCode, header};
use server::db::Db;
use server::kept::SESSION_MS;
use wire::{Draft, Session};

use crate::support::{Browser, PASSWORD, app_on, postgres_url, site};

async fn server_on(url: &str) -> axum::Router {
    let app = app_on(Db::connect(url).await.unwrap());
    server::routes::router(&app, site()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_at_one_server_is_known_at_the_other_and_signed_out_at_both() {
    let url = postgres_url().await;
    let app = app_on(Db::connect(&url).await.unwrap());
    let one = server::routes::router(&app, site()).unwrap();
    let other = server_on(&url).await;
    let mut browser = Browser::of(one);
    browser.sign_up("li.wei@example.com").await;
    browser.get("/api/account").await.json::<wire::Account>();

    let mut same_person = Browser { cookie: browser.cookie.clone(), ..Browser::of(other) };
    assert!(same_person.get("/api/session").await.json::<Session>().account.is_some());
    same_person.delete("/api/sessions").await;

    // The first server may keep for a second what it has just looked up, and its clock stands still.
    app.clock.advance(SESSION_MS);
    assert_eq!(browser.get("/api/session").await.json::<Session>().account, None);
    same_person.sign_in("li.wei@example.com", PASSWORD).await.json::<Session>();
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_at_two_servers_one_writes_and_the_other_is_told() {
    let url = postgres_url().await;
    let (one, other) = (server_on(&url).await, server_on(&url).await);
    let mut browser = Browser::of(one.clone());
    browser.sign_up("li.wei@example.com").await;
    let cookie = browser.cookie.clone();

    let writes: Vec<_> = (0..8)
        .map(|at| {
            let router = if at % 2 == 0 { one.clone() } else { other.clone() };
            let mut device = Browser { cookie: cookie.clone(), ..Browser::of(router) };
            tokio::spawn(async move {
                let body = format!("{{\"kept\":{{\"n\":\"{at}\"}}}}").into_bytes();
                device
                    .send(Method::PUT, "/api/draft", &[(header::IF_MATCH, "\"0\"")], Some(body))
                    .await
                    .status
            })
        })
        .collect();
    let mut statuses = Vec::new();
    for write in writes {
        statuses.push(write.await.unwrap());
    }

    statuses.sort();
    assert_eq!(statuses[0], StatusCode::OK);
    assert!(statuses[1..].iter().all(|status| *status == StatusCode::PRECONDITION_FAILED), "{statuses:?}");
    assert_eq!(browser.get("/api/draft").await.json::<Draft>().version, 1);
}
