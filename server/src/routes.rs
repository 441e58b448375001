//! Every address, in one table.
//!
//! | address          | handler               | gives                                  |
//! |------------------|-----------------------|----------------------------------------|
//! | `GET /healthz`   | [`health::show`]      | 200 while the process answers          |
//! | `GET /api/firm`  | [`firm::show`]        | the firm's checked data, as JSON       |
//! | `/api/firm.bin`  | [`firm::show`]        | the same, as the app reads it          |
//! | `GET /api/shelf` | [`firm::show`]        | products, stress tests, fee facts      |
//! | `/api/shelf.bin` | [`firm::show`]        | the same, as the app reads it          |
//! | `/api/*`         |                       | 404, as problem details                |
//! | everything else  | [`site::show`]        | a file of the app, or the page itself  |

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use planner::firm::Firm;
use planner::firm::shelf::Shelf;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::{Level, Span};

use crate::error::ApiError;
use crate::headers::SecurityHeaders;
use crate::site::Site;

mod firm;
mod health;
mod site;

/// Longest request body, in bytes.
const BODY_LIMIT: usize = 256 * 1024;

/// Longest time to answer a request.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Answers every request from a firm's checked data, its shelf and the built app.
///
/// # Errors
///
/// When the firm's data has no JSON form, such as a number that is not finite.
pub fn router(data: &Firm, shelf: &Shelf, files: Site) -> Result<Router, serde_json::Error> {
    let security = SecurityHeaders::new(files.script_hashes());

    let api = Router::new()
        .route("/firm", get(firm::show).with_state(Arc::new(firm::as_json(&**data)?)))
        .route("/firm.bin", get(firm::show).with_state(Arc::new(firm::as_bytes(&**data))))
        .route("/shelf", get(firm::show).with_state(Arc::new(firm::as_json(&**shelf)?)))
        .route("/shelf.bin", get(firm::show).with_state(Arc::new(firm::as_bytes(&**shelf))))
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .fallback(async || ApiError::NoSuchAddress);

    let router = Router::new()
        .nest("/api", api)
        // A nested router does not see its own bare prefix with a slash.
        .route("/api/", any(async || ApiError::NoSuchAddress))
        .route("/healthz", get(health::show))
        .fallback_service(get(site::show).with_state(Arc::new(files)))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .layer(map_response(move |response: Response| {
            let security = security.clone();
            async move { security.add(response) }
        }))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_response(DefaultOnResponse::new().level(Level::INFO)),
        );
    Ok(router)
}

/// Method and path of a request; no query and no header, which could hold something personal.
fn span(request: &Request) -> Span {
    tracing::info_span!("request", method = %request.method(), path = request.uri().path())
}

fn after_panic(_cause: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    ApiError::Internal.into_response()
}
