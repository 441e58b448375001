//! An allocation that an advisor sets in place of the proposed one, within what suits the client.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::allocation::Weight;
use crate::entry::{Desk, EntryError, EntryReason};
use crate::firm::AssetId;
use crate::tilt::{self, Ground};

/// How far a sum of shares may be from one.
const TOLERANCE: f64 = 1e-9;

/// Weights as an advisor entered them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdjustForm {
    /// Why; the client reads it.
    pub reason: String,
    /// Share of each asset class, 0 to 1, summing to 1; what is not named has none.
    pub shares: BTreeMap<AssetId, f64>,
}

/// Checks weights for one client, and gives them in the order of the proposal.
///
/// The growth share stays within the cap of the class, cash above what the next years need, and the loss
/// of a bad year within the client's own limit; weights only rise above the proposal where the level suits
/// the class. What the proposal itself does is always allowed.
///
/// # Errors
///
/// Every reason why they cannot be used, each with the range that is allowed.
pub fn check(form: &AdjustForm, ground: &Ground) -> Result<Vec<Weight>, Vec<EntryError>> {
    let mut desk = Desk::default();
    if form.reason.trim().is_empty() {
        desk.fault("reason", EntryReason::Missing);
    }
    for word in crate::wording::screen(&form.reason, &ground.shelf.wording) {
        desk.fault("reason", EntryReason::Word(word.to_owned()));
    }
    let weights = weights(&mut desk, form, ground);
    if desk.errors.is_empty() {
        tilt::growth(&mut desk, &weights, ground);
        tilt::levels(&mut desk, "weights", &weights, ground);
        cash(&mut desk, &weights, ground);
        tilt::loss(&mut desk, &weights, ground);
    }
    desk.close(weights)
}

/// The shares in the order of the proposal, each from 0 to 1, together one.
fn weights(desk: &mut Desk, form: &AdjustForm, ground: &Ground) -> Vec<Weight> {
    let proposed = &ground.allocation.weights;
    for (asset, share) in &form.shares {
        let field = format!("weights.{asset}");
        if proposed.iter().any(|weight| weight.asset == *asset) {
            tilt::within(desk, field, *share, 0.0, 1.0);
        } else {
            desk.fault(field, EntryReason::Unknown(asset.clone()));
        }
    }
    let sum: f64 = form.shares.values().sum();
    if !(1.0 - TOLERANCE..=1.0 + TOLERANCE).contains(&sum) {
        desk.fault("weights", EntryReason::Range { value: sum, min: 1.0, max: 1.0 });
    }
    let share = |weight: &Weight| form.shares.get(&weight.asset).copied().unwrap_or(0.0);
    proposed.iter().map(|weight| Weight { share: share(weight), ..weight.clone() }).collect()
}

/// Cash stays above what the next years need, or where the proposal has it.
fn cash(desk: &mut Desk, weights: &[Weight], ground: &Ground) {
    for (weight, before) in weights.iter().zip(&ground.allocation.weights) {
        if tilt::is_cash(weight, ground) {
            let floor = ground.allocation.cash_floor.min(before.share);
            tilt::within(desk, format!("weights.{}", weight.asset), weight.share, floor, 1.0);
        }
    }
}
