//! Requests to a server with a small app and the repository's firm.

use axum::http::{Method, StatusCode, header};

use crate::support::{Reply, Stage};

async fn get(address: &str, headers: &[(header::HeaderName, &str)]) -> Reply {
    ask(Method::GET, address, headers).await
}

async fn ask(method: Method, address: &str, headers: &[(header::HeaderName, &str)]) -> Reply {
    Stage::new().await.browser().send(method, address, headers, None).await
}

#[tokio::test]
async fn the_firm_is_sent_as_json_that_must_be_asked_for_again() {
    let answer = get("/api/firm", &[]).await;

    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/json");
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
    assert!(answer.header(header::ETAG).starts_with('"'));
    let document: planner::firm::FirmDocument = serde_json::from_slice(&answer.body).unwrap();
    assert!(planner::firm::Firm::check(document).is_ok());
}

#[tokio::test]
async fn the_shelf_is_sent_apart_and_in_both_forms() {
    let json = get("/api/shelf", &[]).await;
    let compact = get("/api/shelf.bin", &[]).await;

    assert_eq!(json.header(header::CONTENT_TYPE), "application/json");
    assert_eq!(compact.header(header::CONTENT_TYPE), "application/octet-stream");
    assert_eq!(compact.header(header::CACHE_CONTROL), "no-cache");
    let document: planner::firm::shelf::ShelfDocument = serde_json::from_slice(&json.body).unwrap();
    assert_eq!(planner::bytes::open(&compact.body), Some(document));

    let tag = compact.header(header::ETAG).to_owned();
    let again = get("/api/shelf.bin", &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_ne!(get("/api/firm.bin", &[]).await.header(header::ETAG), tag);
}

#[tokio::test]
async fn the_app_reads_the_same_firm_from_fewer_bytes() {
    let json = get("/api/firm", &[]).await;
    let compact = get("/api/firm.bin", &[]).await;
    let document: planner::firm::FirmDocument = serde_json::from_slice(&json.body).unwrap();
    assert_eq!(planner::bytes::open(&compact.body), Some(document));
    assert!(compact.body.len() < json.body.len());
    assert_ne!(compact.header(header::ETAG), json.header(header::ETAG));
}

#[tokio::test]
async fn the_firm_is_not_sent_twice() {
    let first = get("/api/firm", &[]).await;
    let etag = first.header(header::ETAG);

    let second = get("/api/firm", &[(header::IF_NONE_MATCH, etag)]).await;

    assert_eq!(second.status, StatusCode::NOT_MODIFIED);
    assert_eq!(second.header(header::ETAG), etag);
    assert!(second.body.is_empty());
}

#[tokio::test]
async fn the_firm_is_not_sent_twice_in_another_encoding_either() {
    let brotli = get("/api/firm", &[(header::ACCEPT_ENCODING, "br")]).await;
    let plain = get("/api/firm", &[]).await;
    assert_ne!(brotli.header(header::ETAG), plain.header(header::ETAG));

    let again = get("/api/firm", &[(header::IF_NONE_MATCH, brotli.header(header::ETAG))]).await;

    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn the_firm_is_sent_again_when_another_version_is_known() {
    let answer = get("/api/firm", &[(header::IF_NONE_MATCH, "\"0123\", W/\"4567\"")]).await;

    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn the_firm_is_compressed_for_a_browser_that_takes_brotli() {
    let plain = get("/api/firm", &[]).await;
    let brotli = get("/api/firm", &[(header::ACCEPT_ENCODING, "gzip, br")]).await;

    assert_eq!(brotli.header(header::CONTENT_ENCODING), "br");
    assert!(brotli.body.len() < plain.body.len());
    assert!(plain.headers.get(header::CONTENT_ENCODING).is_none());
    assert_eq!(plain.header(header::VARY), "accept-encoding");
}

#[tokio::test]
async fn an_unknown_address_of_the_api_is_a_problem() {
    for address in ["/api/nothing", "/api/nothing/", "/api/firm/more"] {
        let answer = get(address, &[(header::ACCEPT, "text/html")]).await;

        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.header(header::CONTENT_TYPE), wire::Problem::MEDIA_TYPE, "{address}");
        let problem: wire::Problem = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem.status, 404, "{address}");
    }
}

#[tokio::test]
async fn a_method_that_an_address_does_not_take_is_a_problem() {
    let answer = ask(Method::DELETE, "/api/firm", &[]).await;

    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header(header::CONTENT_TYPE), wire::Problem::MEDIA_TYPE);
}

#[tokio::test]
async fn every_address_of_the_app_opens_the_page() {
    for address in ["/", "/retirement", "/discover/3"] {
        let answer = get(address, &[(header::ACCEPT, "text/html,*/*")]).await;

        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-cache");
    }
}

#[tokio::test]
async fn a_missing_file_is_not_answered_with_the_page() {
    for (address, accept) in [("/old-0a1b2c3d4e5f6072.js", "text/html"), ("/words", "application/json")] {
        let answer = get(address, &[(header::ACCEPT, accept)]).await;

        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
}

#[tokio::test]
async fn a_file_with_a_hash_is_kept_for_ever_and_the_worker_is_not() {
    let hashed = get("/evergreen-0a1b2c3d4e5f6071.js", &[]).await;
    let worker = get("/worker_loader.js", &[]).await;

    assert!(hashed.header(header::CACHE_CONTROL).contains("immutable"));
    assert_eq!(worker.header(header::CACHE_CONTROL), "no-cache");
}

#[tokio::test]
async fn a_file_is_sent_in_the_best_form_that_the_browser_takes() {
    for (offer, coding, body) in [
        ("gzip, deflate, br", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("br;q=0, gzip", Some("gzip"), "gzip"),
        ("identity", None, "export default 1"),
    ] {
        let answer = get("/evergreen-0a1b2c3d4e5f6071.js", &[(header::ACCEPT_ENCODING, offer)]).await;

        let sent = answer.headers.get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap());
        assert_eq!(sent, coding, "{offer}");
        assert_eq!(answer.body, body, "{offer}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/javascript; charset=utf-8");
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    for address in ["/", "/api/firm", "/api/nothing", "/healthz", "/missing.js"] {
        let answer = get(address, &[(header::ACCEPT, "text/html")]).await;

        let policy = answer.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), "{address}");
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{address}");
        assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer", "{address}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{address}");
        assert!(answer.headers.contains_key("permissions-policy"), "{address}");
    }
}

#[tokio::test]
async fn the_policy_allows_the_script_of_the_page_by_its_hash() {
    let answer = get("/", &[(header::ACCEPT, "text/html")]).await;

    let policy = answer.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{policy}");
    assert!(!policy.contains("unsafe-inline"), "{policy}");
}

#[tokio::test]
async fn the_server_says_that_it_is_alive() {
    assert_eq!(get("/healthz", &[]).await.status, StatusCode::OK);
}
