//! Whether the process is alive, and whether it can do its work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::Shared;
use crate::error::ApiError;
use crate::route::Route;
use crate::values;
use crate::who::Who;

/// The routes of health.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Who::Anyone, alive).about("200 while the process answers").gives_other(TEXT),
        Route::get("/readyz", Who::Anyone, ready)
            .about("200 while the database answers")
            .gives_other(TEXT)
            .refuses(&[StatusCode::SERVICE_UNAVAILABLE]),
    ]
}

const TEXT: &str = "text/plain; charset=utf-8";

/// `GET /healthz`
async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`
///
/// # Errors
///
/// [`ApiError::NotReady`] while the database does not answer.
async fn ready(State(app): State<Shared>) -> Result<&'static str, ApiError> {
    let answered: Result<Option<(i64,)>, _> =
        app.db.first("select count(*) from account where id = ''", values![]).await;
    answered.map_err(|error| {
        tracing::warn!("the database does not answer: {error}");
        ApiError::NotReady
    })?;
    Ok("ok\n")
}
