//! The firm's data and its shelf, as the app reads them.

use std::io::Write;
use std::sync::Arc;

use axum::http::HeaderMap;
use serde::Serialize;

use crate::app::App;
use crate::content::{Caching, Content};
use crate::route::Route;
use crate::who::Who;

/// The routes of the firm's data.
///
/// # Errors
///
/// When a document has no JSON form, such as for a number that is not finite.
pub(super) fn routes(app: &App) -> Result<Vec<Route>, serde_json::Error> {
    Ok(vec![
        show("/api/firm", as_json(&*app.firm)?).about("The firm's rules, assumptions and questionnaires"),
        show("/api/firm.bin", as_bytes(&*app.firm)).about("The same in the form that the app reads"),
        show("/api/shelf", as_json(&*app.shelf)?).about("Products, stress tests and fee facts"),
        show("/api/shelf.bin", as_bytes(&*app.shelf)).about("The same in the form that the app reads"),
        show("/api/samples", as_json(&app.library.samples)?).about("Figures of sample households"),
    ])
}

/// Gives something that does not change while the server runs, or says that it is known already.
fn show(path: &'static str, content: Content) -> Route {
    let media_type = content.media_type();
    let content = Arc::new(content);
    let handler = move |asked: HeaderMap| {
        let content = content.clone();
        async move { content.answer(&asked) }
    };
    Route::get(path, Who::Anyone, handler).gives_other(media_type)
}

/// A checked document as JSON, ready to be sent.
pub(super) fn as_json(document: &impl Serialize) -> Result<Content, serde_json::Error> {
    Ok(prepare(serde_json::to_vec(document)?, "application/json"))
}

/// The same in the compact form that the app of this version reads.
fn as_bytes(document: &impl Serialize) -> Content {
    prepare(planner::bytes::seal(document), "application/octet-stream")
}

/// A body that does not change while the server runs, compressed once.
pub(super) fn prepare(plain: Vec<u8>, media_type: &'static str) -> Content {
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
