//! The firm's data and its shelf, as the app reads them.

use std::io::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;

use crate::content::{Caching, Content};

/// `GET /api/firm`, `/api/firm.bin`, `/api/shelf` and `/api/shelf.bin`
pub(super) async fn show(State(data): State<Arc<Content>>, asked: HeaderMap) -> Response {
    data.answer(&asked)
}

/// A checked document as JSON, ready to be sent. It does not change while the server runs.
///
/// # Errors
///
/// When it has no JSON form, such as for a number that is not finite.
pub(super) fn as_json(document: &impl Serialize) -> Result<Content, serde_json::Error> {
    Ok(prepare(serde_json::to_vec(document)?, "application/json"))
}

/// The same in the compact form that the app of this version reads.
pub(super) fn as_bytes(document: &impl Serialize) -> Content {
    prepare(planner::bytes::seal(document), "application/octet-stream")
}

fn prepare(plain: Vec<u8>, media_type: &'static str) -> Content {
    let brotli = compress(&plain).ok();
    Content::new(plain.into(), media_type, Caching::AskFirst).compressed(brotli.map(Into::into), None)
}

fn compress(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    // Quality 9 of 11: nearly the smallest size in a tenth of its time, at every start.
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
    writer.write_all(plain)?;
    writer.flush()?;
    Ok(writer.into_inner())
}
