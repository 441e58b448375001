//! The fingerprint of a plan: equal on every machine that made the same plan.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::Plan;
use crate::projection::Lifetimes;

/// SHA-256 over the plan as JSON, its own digest left empty, and over the bits of every lifetime's
/// K; in hexadecimal.
pub(crate) fn of(plan: &Plan, lifetimes: &Lifetimes) -> String {
    let mut hash = Sha256::new();
    // A plan is numbers, texts and lists, which always can be written; were it ever not so, the
    // digest would be that of the lifetimes alone, and equal still.
    hash.update(serde_json::to_vec(plan).unwrap_or_default());
    for ratio in lifetimes.ratios() {
        hash.update(ratio.to_bits().to_le_bytes());
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
