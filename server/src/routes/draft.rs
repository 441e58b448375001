//! What a signed-in investor has on the device, the same on every device.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use wire::{Draft, Kept, Role, WriteDraft};

use super::examples;
use crate::app::Shared;
use crate::drafts::{self, Written};
use crate::error::{ApiError, Fault};
use crate::route::Route;
use crate::sent::{Sent, answer};
use crate::transact;
use crate::who::{SignedIn, Who};
use crate::words::Words;

/// The routes of the draft.
pub(super) fn routes() -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    vec![
        Route::get("/api/draft", investor, show)
            .about("The draft; empty, of version 0, before it was written. Its ETag is its version")
            .gives(StatusCode::OK, &examples::draft()),
        Route::put("/api/draft", investor, write)
            .about("Writes the draft, unless another device wrote it meanwhile: then both versions come back")
            .header("If-Match", "The version that this one is based on, in quotes")
            .takes(&WriteDraft { kept: examples::draft().kept })
            .gives(StatusCode::OK, &examples::draft())
            .refuses_with(StatusCode::PRECONDITION_FAILED, &examples::draft_conflict())
            .refuses(&[StatusCode::PRECONDITION_REQUIRED]),
    ]
}

/// `GET /api/draft`
async fn show(State(app): State<Shared>, who: SignedIn) -> Result<Response, ApiError> {
    Ok(tagged(drafts::read(&app.db, who.id()).await?))
}

/// `PUT /api/draft`
///
/// # Errors
///
/// [`ApiError::BaseMissing`] without `If-Match`; [`ApiError::ChangedMeanwhile`] with both versions;
/// [`ApiError::Faults`] when it is too long.
async fn write(
    State(app): State<Shared>,
    who: SignedIn,
    headers: HeaderMap,
    Sent(sent): Sent<WriteDraft>,
) -> Result<Response, ApiError> {
    let based_on = based_on(&headers).ok_or(ApiError::BaseMissing)?;
    check(&sent.kept)?;
    let now_ms = app.now_ms();
    let written = transact!(app.db, |tx| drafts::write(tx, who.id(), based_on, &sent.kept, now_ms).await?)?;
    match written {
        Written::Done(draft) => Ok(tagged(draft)),
        Written::Stale(stored) => {
            // Texts and numbers always have a JSON form.
            let json = |value: Result<_, serde_json::Error>| value.unwrap_or_default();
            let versions = (json(serde_json::to_value(stored)), json(serde_json::to_value(sent)));
            Err(ApiError::ChangedMeanwhile(Box::new(versions)))
        }
    }
}

/// The version in `If-Match`: a number in quotes.
fn based_on(headers: &HeaderMap) -> Option<i64> {
    let tag = headers.get(header::IF_MATCH)?.to_str().ok()?.trim();
    tag.trim_start_matches("W/").strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

fn tagged(draft: Draft) -> Response {
    // A number in quotes is always a valid header.
    let tag = HeaderValue::from_str(&format!("\"{}\"", draft.version));
    ([(header::ETAG, tag.unwrap_or_else(|_| HeaderValue::from_static("\"0\"")))], answer(draft))
        .into_response()
}

fn check(kept: &Kept) -> Result<(), ApiError> {
    let bytes: usize = kept.iter().map(|(name, text)| name.len() + text.len()).sum();
    let longest = kept.keys().map(|name| name.chars().count()).max().unwrap_or(0);
    if kept.len() <= wire::draft::KEYS_MAX
        && longest <= wire::draft::NAME_MAX
        && bytes <= wire::draft::BYTES_MAX
    {
        return Ok(());
    }
    let words = Words::new("内容过多，无法保存。", "This is more than can be kept.");
    Err(ApiError::Faults(vec![Fault::new("kept", "too_long", words)]))
}
