//! Refusals, as problem details.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use wire::Problem;

/// Why a request under `/api` was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// 404: there is no such address.
    NoSuchAddress,
    /// 405: the address does not take this method.
    MethodNotAllowed,
    /// 500: a handler gave up. The cause is logged, never sent.
    Internal,
}

impl ApiError {
    /// The HTTP status.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NoSuchAddress => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn detail(self) -> &'static str {
        match self {
            Self::NoSuchAddress => "There is nothing at this address.",
            Self::MethodNotAllowed => "This address does not take this method.",
            Self::Internal => "Something went wrong on our side.",
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        problem(self.status(), self.detail())
    }
}

/// An answer that carries a problem and is not stored by anyone.
pub(crate) fn problem(status: StatusCode, detail: &str) -> Response {
    let problem = Problem {
        status: status.as_u16(),
        title: status.canonical_reason().unwrap_or("Error").to_owned(),
        detail: Some(detail.to_owned()),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(Problem::MEDIA_TYPE)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    // A problem is two numbers and two strings: it always has a JSON form.
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    (status, headers, body).into_response()
}
