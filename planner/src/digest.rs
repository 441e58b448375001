//! The fingerprint of a plan: equal on every machine that made the same plan.

use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::projection::Lifetimes;
use crate::{Moves, Plan, bytes};

/// SHA-256 over the plan as [`bytes`], its own digest left empty, and over the bits of every
/// lifetime's K; in hexadecimal.
///
/// A goal that is not tried leaves no trace, so plans from before it could be keep their digest.
pub(crate) fn of(plan: &Plan, lifetimes: &Lifetimes) -> String {
    let mut hash = Sha256::new();
    hash.update(bytes::encode(&fields(plan)));
    if let Some(goal) = plan.moves.goal {
        hash.update(bytes::encode(&goal));
    }
    for ratio in lifetimes.ratios() {
        hash.update(ratio.to_bits().to_le_bytes());
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The fields of a plan in their order. The encoding names none, so a tuple has a plan's bytes.
fn fields(plan: &Plan) -> impl Serialize + '_ {
    let Plan { schema, engine, made, region, assumptions_dated, draft, moves, .. } = plan;
    let Plan { profile, household, allocation, projection, standing, advice, digest, .. } = plan;
    let Moves { retire_age, saving_year, wished_year, one_off, growth_share, goal: _ } = moves;
    (
        (schema, engine, made, region, assumptions_dated, draft),
        (retire_age, saving_year, wished_year, one_off, growth_share),
        (profile, household, allocation, projection, standing, advice, digest),
    )
}
