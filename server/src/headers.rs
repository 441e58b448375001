//! What every answer says about security.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// The headers of every answer.
#[derive(Clone, Debug)]
pub struct SecurityHeaders {
    policy: HeaderValue,
}

impl SecurityHeaders {
    /// Headers that allow the inline scripts with these hashes (`sha256-…`), and no others.
    #[must_use]
    pub fn new(script_hashes: &[String]) -> Self {
        // A hash is base64, so the policy is always a valid header; without it nothing runs.
        let policy = HeaderValue::from_str(&policy(script_hashes))
            .unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
        Self { policy }
    }

    /// Adds the headers to an answer.
    #[must_use]
    pub fn add(&self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        // At once, instead of growing twice on the way.
        headers.reserve(FIXED.len() + 1);
        headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        for (name, value) in FIXED {
            headers.insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

const FIXED: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// Everything from our own origin, nothing else; no inline style, no inline script but the loader.
fn policy(script_hashes: &[String]) -> String {
    let hashes = script_hashes.iter().map(|hash| format!("'{hash}'"));
    let scripts: Vec<String> =
        ["'self'", "'wasm-unsafe-eval'"].into_iter().map(str::to_owned).chain(hashes).collect();
    let scripts = scripts.join(" ");
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; \
         connect-src 'self'; worker-src 'self'; img-src 'self' data:; manifest-src 'self'; \
         base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    )
}
