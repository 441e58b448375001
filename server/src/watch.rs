//! One line in the log and one in the counts for each request.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::app::Shared;
use crate::token;

/// Answers a request of a route, and notes method, route, status and time: no query, no header and no
/// identifier, which could be personal. The request's own number is in the log and in the answer.
pub(crate) async fn watch(
    State((app, path)): State<(Shared, &'static str)>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let id = token::id();
    let method = request.method().clone();
    let span = tracing::info_span!("request", id, %method, path);
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = started.elapsed();
    let status = response.status();
    app.metrics.request(&method, path, status, took);
    span.in_scope(|| {
        tracing::info!(status = status.as_u16(), ms = took.as_secs_f64() * 1000.0, "answered");
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}
