//! The server as the app sees it: one function for each endpoint, one file for each area.
//!
//! This file has what is asked for without an account: the firm's documents and the library.

use gloo_net::http::Request;
use web_sys::RequestCredentials;
use wire::{Fault, Problem, Step};

use crate::words::Lang;

pub mod account;
mod ask;
pub mod care;
pub mod desk;
pub mod draft;
pub mod meetings;
pub mod passkeys;
pub mod records;
pub mod session;
pub mod talks;

use ask::Ask;

/// Why there is no answer that can be used.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiError {
    /// No network, or no server.
    Unreachable,
    /// The server said no, and why: field by field where it can.
    Refused(Box<Problem>),
    /// The person, or the device, gave no passkey.
    NoPasskey,
}

impl ApiError {
    /// The reason in one word, such as `wrong_password`; empty where nobody answered.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Refused(problem) => &problem.code,
            Self::Unreachable | Self::NoPasskey => "",
        }
    }

    /// Nobody is signed in, or no longer.
    #[must_use]
    pub fn signed_out(&self) -> bool {
        self.code() == "signed_out"
    }

    /// What is wrong with a field of what was sent; none where nothing is.
    #[must_use]
    pub fn fault(&self, field: &str) -> Option<&Fault> {
        match self {
            Self::Refused(problem) => problem.faults.iter().find(|fault| fault.field == field),
            Self::Unreachable | Self::NoPasskey => None,
        }
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
    Ask::get(document.path()).bytes().await
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
    Ask::get(&leaf.path()).text().await
}

/// The address of a talk's calendar file.
#[must_use]
pub fn calendar_file(talk: &str) -> String {
    ["/api/talks/", talk, ".ics"].concat()
}

/// `POST /api/steps/{step}`: counts a step of the main job, without anything about who took it.
/// Nobody waits for it, and nobody hears of a failure.
pub async fn count(step: Step) {
    let path = ["/api/steps/", step.name()].concat();
    // A count that is lost on its way is lost.
    let nobody = Request::post(&path).credentials(RequestCredentials::Omit);
    nobody.send().await.map(drop).unwrap_or_default();
}
