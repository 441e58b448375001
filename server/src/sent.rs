//! What was sent, read at the edge.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::header;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::app::Shared;
use crate::error::{ApiError, Fault};
use crate::words::Words;

/// A body that has the right shape. Whether its values can be taken is the handler's question.
#[derive(Clone, Debug)]
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Shared> for Sent<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, ApiError> {
        let is_json =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(
                |kind| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/json"),
            );
        if !is_json {
            return Err(ApiError::NotJson);
        }
        let body = Bytes::from_request(request, app).await.map_err(|_| ApiError::TooLarge)?;
        read(&body).map(Self)
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    // PostgreSQL keeps every letter but this one.
    if body.windows(6).any(|part| part == br"\u0000") {
        let words = Words::new("含有不能使用的字符。", "It holds a character that cannot be used.");
        return Err(ApiError::Faults(vec![Fault::new("", "character", words)]));
    }
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if !error.inner().is_data() {
            return ApiError::NotReadable;
        }
        let words = Words::new("内容的形式不对。", "It does not have the right shape.");
        ApiError::Faults(vec![Fault::new(error.path().to_string().trim_matches('.'), "shape", words)])
    })?;
    reader.end().map_err(|_| ApiError::NotReadable)?;
    Ok(value)
}

/// The identifier in an address; anything else is not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id(pub String);

impl FromRequestParts<Shared> for Id {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, ApiError> {
        let Path(id) = Path::<Uuid>::from_request_parts(parts, app).await.map_err(|_| ApiError::NotFound)?;
        Ok(Self(id.to_string()))
    }
}

/// An answer that nobody keeps.
pub type Answer<T> = ([(header::HeaderName, &'static str); 1], Json<T>);

/// An answer that belongs to one person: no cache keeps it.
pub fn answer<T>(value: T) -> Answer<T> {
    ([(header::CACHE_CONTROL, "no-store")], Json(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, field: &str, reason: &str) {
        let refused = read::<wire::SignIn>(body.as_bytes()).unwrap_err();
        let ApiError::Faults(faults) = refused else { panic!("{refused:?}") };
        assert_eq!((faults[0].field.as_str(), faults[0].reason), (field, reason), "{body}");
    }

    #[test]
    fn a_field_of_the_wrong_shape_is_named() {
        check(r#"{"email": 1, "password": ""}"#, "email", "shape");
        check(r#"{"email": ""}"#, "", "shape");
        check(r#"{"email": "\u0000", "password": ""}"#, "", "character");
    }

    #[test]
    fn what_is_no_json_cannot_be_read() {
        for body in ["", "{", "{\"email\":\"\",\"password\":\"\"} more"] {
            let refused = read::<wire::SignIn>(body.as_bytes()).unwrap_err();
            assert!(matches!(refused, ApiError::NotReadable), "{body}: {refused:?}");
        }
    }
}
