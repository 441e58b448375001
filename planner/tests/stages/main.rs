//! Each stage, and the whole plan, on the firm of this repository.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "small whole numbers"
)]

#[path = "../support/mod.rs"]
mod support;

#[path = "../sound/mod.rs"]
mod sound;

mod absurd;
mod adjust;
mod advice;
mod allocation;
mod answers;
mod bytes;
mod change;
mod fees;
mod frontier;
mod goals;
mod guardrail;
mod household;
mod profile;
mod projection;
mod properties;
mod rebalance;
mod scenario;
mod stress;
mod suitability;
mod tilt;
mod ways;
mod why;
mod zone;
