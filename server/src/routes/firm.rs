//! The firm's data, as the app reads it.

use std::io::Write;
use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use planner::firm::Firm;

use crate::content::{Caching, Content};

/// `GET /api/firm` and `GET /api/firm.bin`
pub(super) async fn show(State(data): State<Arc<Content>>, asked: HeaderMap) -> Response {
    data.answer(&asked)
}

/// The firm's data as JSON, ready to be sent. They do not change while the server runs.
///
/// # Errors
///
/// When they have no JSON form, such as for a number that is not finite.
pub(super) fn as_json(firm: &Firm) -> Result<Content, serde_json::Error> {
    Ok(prepare(serde_json::to_vec(&**firm)?, "application/json"))
}

/// The same in the compact form that the app of this version reads.
pub(super) fn as_bytes(firm: &Firm) -> Content {
    prepare(planner::bytes::encode(&**firm), "application/octet-stream")
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
