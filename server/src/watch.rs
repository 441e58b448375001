//! One line in the log and one in the counts for each request.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::http::{HeaderValue, Method};
use axum::response::Response;
use tracing::Instrument;

use crate::app::Shared;
use crate::metrics::Counter;
use crate::token;

/// Numbers of requests: drawn when the server starts, then counted. Each is its own on every server, and
/// none asks the machine for chance.
#[derive(Debug)]
pub(crate) struct Numbers {
    server: String,
    last: AtomicU64,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { server: token::id(), last: AtomicU64::new(0) }
    }
}

impl Numbers {
    fn next(&self) -> String {
        [&self.server, "-", &self.last.fetch_add(1, Ordering::Relaxed).to_string()].concat()
    }
}

/// Answers a request of a route, and notes method, route, status and time: no query, no header and no
/// identifier, which could be personal. The request's own number is in the log and in the answer.
pub(crate) async fn watch(
    (app, counter): (&Shared, &Counter),
    method: Method,
    answer: impl Future<Output = Response>,
) -> Response {
    let started = Instant::now();
    let id = app.numbers.next();
    let path = counter.path;
    let span = tracing::info_span!("request", id, %method, path);
    let mut response = answer.instrument(span.clone()).await;
    let took = started.elapsed();
    let status = response.status();
    counter.count(status, took);
    span.in_scope(|| {
        tracing::info!(status = status.as_u16(), ms = took.as_secs_f64() * 1000.0, "answered");
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}
