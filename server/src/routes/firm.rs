//! The firm's data and its shelf, as the app reads them.

use std::sync::{Arc, OnceLock};

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;

use crate::app::{App, Shared};
use crate::content::{Caching, Content};
use crate::error::ApiError;
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
        samples(),
    ])
}

const JSON: &str = "application/json";

/// Gives the sample households, which are planned when somebody first asks for them.
fn samples() -> Route {
    let content: Arc<OnceLock<Content>> = Arc::default();
    let handler = move |State(app): State<Shared>, asked: HeaderMap| {
        let content = Arc::clone(&content);
        async move {
            if let Some(content) = content.get() {
                return Ok::<Response, ApiError>(content.answer(&asked));
            }
            let planned = app.clone();
            let made =
                app.planning.run(move || as_json(&planned.library.samples.plan(&planned.firm))).await?;
            let made = made.map_err(|_| ApiError::Internal)?;
            Ok(content.get_or_init(|| made).answer(&asked))
        }
    };
    Route::get("/api/samples", Who::Anyone, handler).about("Figures of sample households").gives_other(JSON)
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
    Ok(prepare(serde_json::to_vec(document)?, JSON))
}

/// The same in the compact form that the app of this version reads.
fn as_bytes(document: &impl Serialize) -> Content {
    prepare(planner::bytes::seal(document), "application/octet-stream")
}

/// A body that does not change while the server runs, compressed once.
pub(super) fn prepare(plain: Vec<u8>, media_type: &'static str) -> Content {
    Content::new(plain.into(), media_type, Caching::AskFirst).compressed_when_asked()
}
