//! The server as the app sees it: one function for each endpoint.

use gloo_net::http::Request;
use wire::Problem;

use crate::words::Lang;

/// Why the server gave no answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No network, or no server.
    Unreachable,
    /// The server said no, with its reason in English.
    Refused(String),
}

impl From<gloo_net::Error> for ApiError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Unreachable
    }
}

/// A document of the firm in its compact form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// `GET /api/firm.bin`: policy, assumptions and questionnaires.
    Firm,
    /// `GET /api/shelf.bin`: products, stress tests, fee facts, bands.
    Shelf,
}

impl Document {
    const fn path(self) -> &'static str {
        match self {
            Self::Firm => "/api/firm.bin",
            Self::Shelf => "/api/shelf.bin",
        }
    }
}

/// A document of the firm as it is now. The browser's cache asks by ETag.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses.
pub async fn document(document: Document) -> Result<Vec<u8>, ApiError> {
    let response = Request::get(document.path()).send().await?;
    if response.ok() {
        return Ok(response.binary().await?);
    }
    Err(refusal(&response.text().await?))
}

/// A part of the library.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
    /// `GET /api/articles`: every article, as it stands in a list.
    Articles,
    /// `GET /api/articles/{slug}/{lang}`: an article.
    Article(String, Lang),
    /// `GET /api/articles/text/{lang}`: all bodies as plain text.
    Texts(Lang),
    /// `GET /api/glossary`: words that are explained.
    Glossary,
    /// `GET /api/talks`: talks and seminars.
    Talks,
    /// `GET /api/samples`: figures of sample households.
    Samples,
}

impl Leaf {
    fn path(&self) -> String {
        let lang = |lang: &Lang| lang.pick("zh", "en");
        match self {
            Self::Articles => "/api/articles".to_owned(),
            Self::Article(slug, of) => ["/api/articles/", slug, "/", lang(of)].concat(),
            Self::Texts(of) => ["/api/articles/text/", lang(of)].concat(),
            Self::Glossary => "/api/glossary".to_owned(),
            Self::Talks => "/api/talks".to_owned(),
            Self::Samples => "/api/samples".to_owned(),
        }
    }
}

/// A part of the library as JSON.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses.
pub async fn leaf(leaf: &Leaf) -> Result<String, ApiError> {
    let response = Request::get(&leaf.path()).send().await?;
    let body = response.text().await?;
    if response.ok() { Ok(body) } else { Err(refusal(&body)) }
}

/// The address of a talk's calendar file.
#[must_use]
pub fn calendar_file(talk: &str) -> String {
    ["/api/talks/", talk, ".ics"].concat()
}

/// The reason in the body of an answer that is not a success.
fn refusal(body: &str) -> ApiError {
    let reason = serde_json::from_str::<Problem>(body).map(|problem| problem.detail.unwrap_or(problem.title));
    ApiError::Refused(reason.unwrap_or_default())
}
