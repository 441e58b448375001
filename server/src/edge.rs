//! What happens to every request, whatever its address: one layer, since each costs every read.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::{self, ApiError};
use crate::headers::SecurityHeaders;
use crate::language;

/// Longest request body, in bytes.
const BODY_LIMIT: usize = 256 * 1024;

/// Longest time to answer a request.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Answers within the limits of body and time, in the language that the request asked for, with what every
/// answer says about security. A handler that panics is a failure of ours and ends nothing else.
pub(crate) async fn edge(
    State(security): State<Arc<SecurityHeaders>>,
    request: Request,
    next: Next,
) -> Response {
    let asked = language::asked(request.headers());
    let response = answer(request, next).await.unwrap_or_else(IntoResponse::into_response);
    security.add(error::in_language(response, asked))
}

async fn answer(mut request: Request, next: Next) -> Result<Response, ApiError> {
    if !request.method().is_safe() {
        if BODY_LIMIT < length(request.headers()) {
            return Err(ApiError::TooLarge);
        }
        // For a body that does not say how long it is.
        DefaultBodyLimit::max(BODY_LIMIT).apply(&mut request);
    }
    let mut answer = pin!(next.run(request));
    let caught = std::future::poll_fn(|context| {
        match catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(cause) => std::task::Poll::Ready(Err(after_panic(cause))),
        }
    });
    // It asks the handler before the clock: most answers are there at once, and no timer is set for them.
    tokio::time::timeout(TIMEOUT, caught).await.unwrap_or(Err(ApiError::NotReady))
}

/// How long the body says it is, in bytes.
fn length(headers: &HeaderMap) -> usize {
    let said = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    said.and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn after_panic(_cause: Box<dyn Any + Send>) -> ApiError {
    tracing::error!("a handler panicked");
    ApiError::Internal
}
