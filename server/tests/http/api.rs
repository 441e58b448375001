//! The API's document, counts, export and erasing.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};
use server::clock::HOUR_MS;
use wire::Session;

use crate::support::{PASSWORD, Stage};

#[tokio::test]
async fn the_document_names_every_route_with_an_example_of_what_it_takes() {
    let stage = Stage::new().await;
    let document: Value = stage.browser().get("/api/openapi.json").await.json();

    assert_eq!(document["openapi"], "3.1.0");
    for route in server::routes::table(&stage.app).unwrap() {
        let operation = &document["paths"][route.path][route.method.as_str().to_lowercase()];
        let told = format!("{} {}", route.method, route.path);
        assert!(operation["summary"].as_str().is_some_and(|about| !about.is_empty()), "{told}");
        assert!(operation["responses"].as_object().is_some_and(|answers| 1 < answers.len()), "{told}");
        if route.takes.is_some() {
            let body = &operation["requestBody"]["content"]["application/json"];
            assert!(body["example"].is_object() && body["schema"].is_object(), "{told}");
        }
    }
}

#[tokio::test]
async fn the_page_of_the_api_runs_no_script_and_names_every_route() {
    let stage = Stage::new().await;
    let reply = stage.browser().get("/api/").await;
    let page = String::from_utf8_lossy(&reply.body);

    assert_eq!(reply.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
    assert!(!page.contains("<script") && !page.contains("style=") && !page.contains("=\"http"));
    for route in server::routes::table(&stage.app).unwrap() {
        assert!(page.contains(&format!("<code>{}</code>", route.path)), "{}", route.path);
    }
}

#[tokio::test]
async fn the_counts_name_routes_and_steps_and_nobody() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up("li.wei@example.com").await;
    let counted = browser.post("/api/steps/zone_shown", &json!({})).await;
    assert_eq!(counted.status, StatusCode::NO_CONTENT);
    browser.post("/api/steps/nothing", &json!({})).await.problem(StatusCode::NOT_FOUND);

    let reply = browser.get("/metrics").await;
    let text = String::from_utf8_lossy(&reply.body);

    assert!(text.contains("evergreen_steps_total{step=\"zone_shown\"} 1"), "{text}");
    assert!(text.contains("{method=\"POST\",path=\"/api/account\",status=\"200\"} 1"), "{text}");
    assert!(!text.contains("example.com"), "{text}");
}

#[tokio::test]
async fn every_answer_of_the_api_has_a_number_of_its_own() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let one = browser.get("/api/session").await;
    let other = browser.get("/api/session").await;
    assert_ne!(one.header("x-request-id"), other.header("x-request-id"));
}

#[tokio::test]
async fn everything_mine_is_given_out() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let account = browser.sign_up("li.wei@example.com").await;

    let export: Value = browser.get("/api/account/export").await.json();

    assert_eq!(export["account"]["id"], account.id);
    for kind in ["devices", "passkeys", "draft", "assessments", "plans"] {
        assert!(!export[kind].is_null(), "{kind}");
    }
    assert!(!export.to_string().contains("argon2"));
}

#[tokio::test]
async fn erasing_asks_for_the_password_again_and_frees_the_address() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let old = browser.sign_up("li.wei@example.com").await;
    stage.app.clock.advance(HOUR_MS);
    let refused = browser.delete("/api/account").await;
    assert_eq!(refused.problem(StatusCode::FORBIDDEN).code, "not_fresh");

    let proved = browser.post("/api/session/proof", &json!({ "password": PASSWORD })).await;
    assert_eq!(proved.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.delete("/api/account").await.status, StatusCode::NO_CONTENT);

    assert_eq!(browser.get("/api/session").await.json::<Session>().account, None);
    browser.sign_in("li.wei@example.com", PASSWORD).await.problem(StatusCode::UNAUTHORIZED);
    assert_ne!(browser.sign_up("li.wei@example.com").await.id, old.id);
    let stored: Vec<(String,)> = stage
        .app
        .db
        .all("select recipient from outbox where recipient <> ''", server::values![])
        .await
        .unwrap();
    assert_eq!(stored.len(), 1);
}
