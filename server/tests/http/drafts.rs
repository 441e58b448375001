//! The draft of an account, written by several devices.

use axum::http::{Method, StatusCode, header};
use serde_json::json;
use wire::{Draft, DraftConflict};

use crate::support::{Browser, PASSWORD, Reply, Stage};

const EMAIL: &str = "li.wei@example.com";

async fn write(browser: &mut Browser, based_on: &str, text: &str) -> Reply {
    let body = json!({ "kept": { "evergreen.draft": text } }).to_string().into_bytes();
    browser.send(Method::PUT, "/api/draft", &[(header::IF_MATCH, based_on)], Some(body)).await
}

#[tokio::test]
async fn a_draft_is_read_on_another_device_as_it_was_written() {
    let stage = Stage::new().await;
    let mut phone = stage.browser();
    phone.sign_up(EMAIL).await;
    let empty = phone.get("/api/draft").await;
    assert_eq!((empty.header(header::ETAG), empty.json::<Draft>()), ("\"0\"", Draft::default()));

    let written = write(&mut phone, "\"0\"", "{\"schema\":2} 你好").await;
    assert_eq!(written.header(header::ETAG), "\"1\"");

    let mut laptop = stage.browser();
    laptop.sign_in(EMAIL, PASSWORD).await;
    let read: Draft = laptop.get("/api/draft").await.json();
    assert_eq!(read, written.json::<Draft>());
    assert_eq!(read.kept["evergreen.draft"], "{\"schema\":2} 你好");
}

#[tokio::test]
async fn the_second_of_two_devices_gets_both_versions_and_overwrites_nothing() {
    let stage = Stage::new().await;
    let mut phone = stage.browser();
    phone.sign_up(EMAIL).await;
    let mut laptop = stage.browser();
    laptop.sign_in(EMAIL, PASSWORD).await;
    write(&mut phone, "\"0\"", "from the phone").await.json::<Draft>();

    let refused = write(&mut laptop, "\"0\"", "from the laptop").await;

    assert_eq!(refused.problem(StatusCode::PRECONDITION_FAILED).code, "changed_meanwhile");
    let conflict: DraftConflict = serde_json::from_slice(&refused.body).unwrap();
    assert_eq!(conflict.stored.kept["evergreen.draft"], "from the phone");
    assert_eq!(conflict.sent.kept["evergreen.draft"], "from the laptop");
    let stored: Draft = phone.get("/api/draft").await.json();
    assert_eq!(stored, conflict.stored);
}

#[tokio::test]
async fn a_write_says_which_version_it_is_based_on() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;
    for based_on in ["", "*", "1", "\"one\""] {
        let refused = write(&mut browser, based_on, "").await;
        assert_eq!(refused.problem(StatusCode::PRECONDITION_REQUIRED).code, "base_missing", "{based_on}");
    }
}

#[tokio::test]
async fn a_draft_that_is_too_long_is_refused() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up(EMAIL).await;

    let refused = write(&mut browser, "\"0\"", &"x".repeat(200_000)).await;
    assert_eq!(refused.problem(StatusCode::UNPROCESSABLE_ENTITY).faults[0].field, "kept");
    let refused = write(&mut browser, "\"0\"", &"x".repeat(300_000)).await;
    refused.problem(StatusCode::PAYLOAD_TOO_LARGE);
}
