//! The files of the app, and the page itself for every address of the app.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::error::ApiError;
use crate::site::Site;

/// `GET /…`: the file of this name; the page for an address of the app; 404 otherwise.
pub(super) async fn show(State(site): State<Arc<Site>>, uri: Uri, asked: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let content = match site.file(path) {
        Some(file) => Some(file),
        None if is_navigation(path, &asked) => site.page(),
        None => None,
    };
    match content {
        Some(content) => content.answer(&asked),
        None => ApiError::NoSuchAddress.into_response(),
    }
}

/// Whether a person opened an address of the app, rather than a page asking for a file.
fn is_navigation(path: &str, asked: &HeaderMap) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let html = asked
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("text/html"));
    html && !last.contains('.')
}
