//! The fingerprint of a plan: equal on every machine that made the same plan.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::projection::Lifetimes;
use crate::{Plan, bytes};

/// SHA-256 over the plan as [`bytes`], its own digest left empty, and over the bits of every
/// lifetime's K; in hexadecimal.
pub(crate) fn of(plan: &Plan, lifetimes: &Lifetimes) -> String {
    let mut hash = Sha256::new();
    hash.update(bytes::encode(plan));
    for ratio in lifetimes.ratios() {
        hash.update(ratio.to_bits().to_le_bytes());
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
