//! Who may ask, and who asks.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use wire::{Account, Language, Role};

use crate::accounts::session;
use crate::app::Shared;
use crate::error::ApiError;
use crate::metrics::Counter;
use crate::watch::watch;

/// Who may ask for a route. Kept before its handler is called, so that no handler can forget it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Guests too.
    Anyone,
    /// Whoever is signed in.
    Account,
    /// Only this role.
    Only(Role),
    /// Advisors and administrators.
    Staff,
}

impl Who {
    /// Whether somebody of this role, or a guest, may ask.
    #[must_use]
    pub fn admits(self, role: Option<Role>) -> bool {
        match self {
            Self::Anyone => true,
            Self::Account => role.is_some(),
            Self::Only(only) => role == Some(only),
            Self::Staff => matches!(role, Some(Role::Advisor | Role::Administrator)),
        }
    }
}

/// The account that asks. A handler that takes it cannot be called signed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub account: Account,
    /// The session, a UUID.
    pub session_id: String,
    /// When a password or passkey was last shown in this session.
    pub proved_ms: i64,
}

impl SignedIn {
    /// The account's key.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.account.id
    }

    /// Refuses what must not happen at a device that was left open.
    ///
    /// # Errors
    ///
    /// [`ApiError::NotFresh`] when no password or passkey was shown in the last ten minutes.
    pub fn must_be_fresh(&self, now_ms: i64) -> Result<(), ApiError> {
        if now_ms - self.proved_ms <= session::FRESH_MS { Ok(()) } else { Err(ApiError::NotFresh) }
    }
}

impl FromRequestParts<Shared> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, ApiError> {
        signed_in(parts, app).await?.ok_or(ApiError::SignedOut)
    }
}

/// A guest, or the account that asks, on routes that are open to both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaybeSignedIn(pub Option<SignedIn>);

impl FromRequestParts<Shared> for MaybeSignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, ApiError> {
        signed_in(parts, app).await.map(Self)
    }
}

/// Finds the session of a request, once.
async fn signed_in(parts: &mut Parts, app: &Shared) -> Result<Option<SignedIn>, ApiError> {
    if let Some(found) = parts.extensions.get::<SignedIn>() {
        return Ok(Some(found.clone()));
    }
    let Some(cookie) = session::cookie_of(&parts.headers) else { return Ok(None) };
    let found = if parts.method.is_safe() {
        app.kept.session(&app.db, cookie, app.now_ms()).await?
    } else {
        session::find(&app.db, cookie, app.now_ms()).await?
    };
    if let Some(found) = &found {
        parts.extensions.insert(found.clone());
    }
    Ok(found)
}

/// What stands before a route's handler.
#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) app: Shared,
    pub(crate) who: Who,
    pub(crate) counter: Arc<Counter>,
}

/// Watches a request, and lets it through to a route's handler or refuses it.
pub(crate) async fn gate(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    watch((&gate.app, &gate.counter), method, pass(&gate, request, next)).await
}

async fn pass(gate: &Gate, request: Request, next: Next) -> Response {
    match admit(&gate.app, gate.who, request).await {
        Ok((request, language)) => {
            let mut response = next.run(request).await;
            // Only a refusal is written in a language.
            if let Some(language) = language.filter(|_| !response.status().is_success()) {
                response.extensions_mut().insert(language);
            }
            response
        }
        Err(error) => error.into_response(),
    }
}

/// The request, with who asks, and the language of their account.
async fn admit(app: &Shared, who: Who, request: Request) -> Result<(Request, Option<Language>), ApiError> {
    if !request.method().is_safe() && is_from_elsewhere(request.headers()) {
        return Err(ApiError::CrossSite);
    }
    if who == Who::Anyone {
        return Ok((request, None));
    }
    let (mut parts, body) = request.into_parts();
    let signed_in = SignedIn::from_request_parts(&mut parts, app).await?;
    if !who.admits(Some(signed_in.account.role)) {
        return Err(ApiError::NotAllowed);
    }
    Ok((Request::from_parts(parts, body), Some(signed_in.account.language)))
}

/// Whether a browser says that another site started the request. Programs say nothing and carry no
/// cookie of somebody else.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let said = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = said(header::HeaderName::from_static("sec-fetch-site")) {
        return !["same-origin", "none"].contains(&site);
    }
    let Some(origin) = said(header::ORIGIN) else { return false };
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    said(header::HOST) != Some(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[track_caller]
    fn check(said: &[(&'static str, &'static str)], elsewhere: bool) {
        let headers = said
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)));
        assert_eq!(is_from_elsewhere(&headers.collect()), elsewhere, "{said:?}");
    }

    #[test]
    fn a_write_that_another_site_started_is_known() {
        check(&[("sec-fetch-site", "same-origin")], false);
        check(&[("sec-fetch-site", "cross-site")], true);
        check(&[("sec-fetch-site", "same-site")], true);
        check(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")], false);
        check(&[("origin", "https://evil.example"), ("host", "localhost:8080")], true);
        check(&[("origin", "null"), ("host", "localhost:8080")], true);
        check(&[("host", "localhost:8080")], false);
    }
}
