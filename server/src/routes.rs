//! Every address, in one table.
//!
//! Each file below has the part of the table that it answers; [`table`] puts the parts together. The router
//! and the API's document are both made from it, and so is the test that walks every route as everybody.
//! What is not in it: the app's files, for every address outside of `/api`.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};

use crate::app::{App, Shared};
use crate::edge;
use crate::error::ApiError;
use crate::headers::SecurityHeaders;
use crate::route::Route;
use crate::site::Site;

mod account;
mod allocation;
mod api;
mod assessments;
mod care;
mod counts;
mod desk;
mod draft;
mod examples;
mod firm;
mod health;
mod library;
mod meetings;
mod mine;
mod outbox;
mod passkeys;
mod plans;
mod session;
mod site;
mod staff;
mod talks;

/// Every route.
///
/// # Errors
///
/// When the firm's data has no JSON form, such as a number that is not finite.
pub fn table(app: &App) -> Result<Vec<Route>, serde_json::Error> {
    let parts = [
        health::routes(),
        counts::routes(),
        firm::routes(app)?,
        library::routes(app)?,
        talks::routes(),
        session::routes(),
        account::routes(),
        passkeys::routes(),
        mine::routes(),
        draft::routes(),
        assessments::routes(app),
        plans::routes(app),
        care::routes(),
        meetings::routes(),
        desk::routes(app),
        allocation::routes(),
        staff::routes(),
        outbox::routes(),
    ];
    let mut routes: Vec<Route> = parts.into_iter().flatten().collect();
    let about_them = api::routes(&routes)?;
    routes.extend(about_them);
    Ok(routes)
}

/// Answers every request: the routes of the table, and the built app for everything else.
///
/// # Errors
///
/// When the firm's data has no JSON form, such as a number that is not finite.
pub fn router(app: &Shared, files: Site) -> Result<Router, serde_json::Error> {
    let security = SecurityHeaders::new(files.script_hashes());
    let routes = table(app)?.into_iter().fold(Router::new(), |router, route| route.mount(router, app));
    let router = routes
        .method_not_allowed_fallback(async || ApiError::MethodNotAllowed)
        .route("/api/{*rest}", any(async || ApiError::NoSuchAddress))
        .with_state(app.clone())
        .fallback_service(get(site::show).with_state(Arc::new(files)))
        .layer(from_fn_with_state(Arc::new(security), edge::edge));
    Ok(router)
}
