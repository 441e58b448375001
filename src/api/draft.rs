//! What the app keeps on a device and goes with the account.

use wire::{Draft, Kept, WriteDraft};

use super::ApiError;
use super::ask::Ask;

/// `GET /api/draft`: the draft; empty, of version 0, before it was written.
///
/// # Errors
///
/// [`ApiError`] where there is no server, or it refuses.
pub async fn show() -> Result<Draft, ApiError> {
    Ask::get("/api/draft").read().await
}

/// `PUT /api/draft`: replaces the version that this one is based on.
///
/// # Errors
///
/// `changed_meanwhile` when another device wrote a newer one.
pub async fn write(kept: Kept, based_on: i64) -> Result<Draft, ApiError> {
    Ask::put("/api/draft").based_on(based_on).with(&WriteDraft { kept }).read().await
}
