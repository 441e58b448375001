//! Whether the process is alive.

/// `GET /healthz`
pub(super) async fn show() -> &'static str {
    "ok\n"
}
