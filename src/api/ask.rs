//! One request to the server, and how its answer is read. Everything else in `api` is made of this.

use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::document;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wire::Problem;

use super::ApiError;

/// A request to the server.
#[must_use = "it is not sent before it is awaited"]
pub(super) struct Ask {
    method: Method,
    path: String,
    body: Option<String>,
    version: Option<i64>,
    key: Option<String>,
}

impl Ask {
    pub(super) fn get(path: &str) -> Self {
        Self::new(Method::GET, path)
    }

    pub(super) fn post(path: &str) -> Self {
        Self::new(Method::POST, path)
    }

    pub(super) fn put(path: &str) -> Self {
        Self::new(Method::PUT, path)
    }

    pub(super) fn delete(path: &str) -> Self {
        Self::new(Method::DELETE, path)
    }

    fn new(method: Method, path: &str) -> Self {
        Self { method, path: path.to_owned(), body: None, version: None, key: None }
    }

    /// With a value as JSON.
    pub(super) fn with<T: Serialize>(self, value: &T) -> Self {
        // Wire types always have a JSON form.
        Self { body: serde_json::to_string(value).ok(), ..self }
    }

    /// Only if the server still has this version.
    pub(super) fn based_on(self, version: i64) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Done once under this key, however often it is sent.
    pub(super) fn once(self, key: String) -> Self {
        Self { key: Some(key), ..self }
    }

    /// The answer as bytes.
    pub(super) async fn bytes(self) -> Result<Vec<u8>, ApiError> {
        Ok(self.send().await?.binary().await?)
    }

    /// The answer as text.
    pub(super) async fn text(self) -> Result<String, ApiError> {
        Ok(self.send().await?.text().await?)
    }

    /// The answer as a value.
    pub(super) async fn read<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        let text = self.text().await?;
        // A server of another version than the page.
        serde_json::from_str(&text)
            .map_err(|_| refused(Problem { code: "unreadable".to_owned(), ..Problem::default() }))
    }

    /// It was done; there is nothing to read.
    pub(super) async fn done(self) -> Result<(), ApiError> {
        self.send().await.map(drop)
    }

    async fn send(self) -> Result<Response, ApiError> {
        // Sentences of the server come in the language of the page, whatever the browser prefers.
        let lang =
            document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
        let mut request =
            RequestBuilder::new(&self.path).method(self.method).header("accept-language", &lang);
        if let Some(version) = self.version {
            request = request.header("if-match", &["\"", &version.to_string(), "\""].concat());
        }
        if let Some(key) = self.key {
            request = request.header("idempotency-key", &key);
        }
        let request = match self.body {
            Some(body) => request.header("content-type", "application/json").body(body)?,
            None => request.build()?,
        };
        let response = request.send().await?;
        if response.ok() {
            return Ok(response);
        }
        let status = response.status();
        // What stands between us and the server answers in its own words.
        let unknown = |_| Problem { status, ..Problem::default() };
        Err(refused(serde_json::from_str(&response.text().await?).unwrap_or_else(unknown)))
    }
}

fn refused(problem: Problem) -> ApiError {
    ApiError::Refused(Box::new(problem))
}

impl From<gloo_net::Error> for ApiError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Unreachable
    }
}
