//! Requests that may be sent again: the same key gives the same answer.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::FromRow;

use crate::db::{Db, Tx};
use crate::error::{ApiError, Fault};
use crate::words::Words;
use crate::{token, values};

/// The header.
pub const HEADER: &str = "idempotency-key";

/// Longest key, in letters.
const LONGEST: usize = 64;

/// A key, with what was sent under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    key: String,
    request_hash: String,
}

#[derive(Debug, FromRow)]
struct Row {
    request_hash: String,
    answer: String,
}

impl Key {
    /// Reads the key of a request, and remembers what was sent.
    ///
    /// # Errors
    ///
    /// [`ApiError::Faults`] when it is too long, or not made of plain letters, digits and hyphens.
    pub fn read(
        headers: &axum::http::HeaderMap,
        path: &str,
        sent: &impl Serialize,
    ) -> Result<Option<Self>, ApiError> {
        let Some(value) = headers.get(HEADER) else { return Ok(None) };
        let plain = |key: &&str| {
            (1..=LONGEST).contains(&key.len())
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let Some(key) = value.to_str().ok().filter(plain) else {
            let words = Words::new(
                "Idempotency-Key 应为 1 至 64 个字母、数字或连字符。",
                "An Idempotency-Key is made of 1 to 64 letters, digits or hyphens.",
            );
            return Err(ApiError::Faults(vec![Fault::new(HEADER, "shape", words)]));
        };
        // Wire types always have a JSON form.
        let body = serde_json::to_string(sent).unwrap_or_default();
        Ok(Some(Self { key: key.to_owned(), request_hash: token::hash(&format!("{path}\n{body}")) }))
    }

    fn read_row<T: DeserializeOwned>(&self, row: Option<Row>) -> Result<Option<T>, ApiError> {
        let Some(row) = row else { return Ok(None) };
        if row.request_hash != self.request_hash {
            let words =
                Words::new("这个请求编号已用于另一个请求。", "This key was used for another request.");
            return Err(ApiError::Conflict("key_used", words));
        }
        serde_json::from_str(&row.answer).map(Some).map_err(|_| ApiError::Internal)
    }
}

/// The answer that was given under a key before; none the first time, and without a key.
///
/// # Errors
///
/// [`ApiError::Conflict`] when something else was sent under the key.
pub async fn answered<T: DeserializeOwned>(
    db: &Db,
    key: Option<&Key>,
    account_id: &str,
) -> Result<Option<T>, ApiError> {
    let Some(key) = key else { return Ok(None) };
    key.read_row(db.first(FIND, values![account_id, &key.key]).await?)
}

/// The same within the transaction that would answer.
///
/// # Errors
///
/// [`ApiError::Conflict`] when something else was sent under the key.
pub async fn answered_in<T: DeserializeOwned>(
    tx: &mut Tx,
    key: Option<&Key>,
    account_id: &str,
) -> Result<Option<T>, ApiError> {
    let Some(key) = key else { return Ok(None) };
    key.read_row(tx.first(FIND, values![account_id, &key.key]).await?)
}

/// Keeps an answer under a key, in the transaction that does what was asked.
///
/// # Errors
///
/// When the database fails, or another request with the key was quicker.
pub async fn keep(
    tx: &mut Tx,
    key: Option<&Key>,
    account_id: &str,
    answer: &impl Serialize,
    now_ms: i64,
) -> Result<(), ApiError> {
    let Some(key) = key else { return Ok(()) };
    let answer = serde_json::to_string(answer).map_err(|_| ApiError::Internal)?;
    tx.change(
        "insert into replay (account_id, key, request_hash, answer, created_ms) values ($1, $2, $3, $4, $5)",
        values![account_id, &key.key, &key.request_hash, answer, now_ms],
    )
    .await?;
    Ok(())
}

const FIND: &str = "select request_hash, answer from replay where account_id = $1 and key = $2";

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderMap, HeaderValue};

    fn headers(key: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(axum::http::HeaderName::from_static(HEADER), HeaderValue::from_static(key))])
    }

    #[test]
    fn a_key_is_plain_and_not_long() {
        assert!(Key::read(&headers("0193-abc"), "/", &1).unwrap().is_some());
        assert!(Key::read(&HeaderMap::new(), "/", &1).unwrap().is_none());
        for key in ["", "a b", "a/b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            assert!(Key::read(&headers(key), "/", &1).is_err(), "{key}");
        }
    }

    #[test]
    fn what_was_sent_belongs_to_the_key() {
        let one = Key::read(&headers("a"), "/", &1).unwrap();
        assert_eq!(one, Key::read(&headers("a"), "/", &1).unwrap());
        assert_ne!(one, Key::read(&headers("a"), "/", &2).unwrap());
        assert_ne!(one, Key::read(&headers("a"), "/other", &1).unwrap());
    }
}
