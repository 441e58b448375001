//! What an advisor enters about an allocation, checked against the client's own limits: every fault at once.

use std::collections::BTreeMap;

use planner::adjust::{self, AdjustForm};
use planner::allocation::{Allocation, Weight};
use planner::day::Day;
use planner::entry::EntryError;
use planner::firm::shelf::Shelf;
use planner::tilt::{self, Ground, Tilt, TiltForm};
use wire::{Decide, Decision, NewTilt};

use crate::error::{ApiError, Fault};
use crate::faults;
use crate::plans::Newest;
use crate::texts;

/// How far weights may be from the proposed ones and still be the same.
const SAME: f64 = 1e-9;

/// A decision that can be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The weights, in the order of the proposal.
    pub weights: Vec<Weight>,
    /// They are not as proposed.
    pub adjusted: bool,
    /// Why, trimmed.
    pub reason: String,
}

/// Checks a decision about the newest plan of a client.
///
/// # Errors
///
/// [`ApiError::Faults`] with every field that cannot be taken, and the range that is allowed.
pub fn settle(sent: &Decide, newest: &Newest, shelf: &Shelf, today: Day) -> Result<Settled, ApiError> {
    let proposed = &newest.stored.plan.allocation;
    let shares = sent.weights.clone().unwrap_or_else(|| {
        proposed.weights.iter().map(|weight| (weight.asset.clone(), weight.share)).collect()
    });
    let form = AdjustForm { reason: sent.reason.clone(), shares };
    let weights = adjust::check(&form, &ground(newest, proposed, shelf, today));
    let (reason, weights) = both(reason(&sent.reason), weights)?;
    let adjusted = weights
        .iter()
        .zip(&proposed.weights)
        .any(|(weight, before)| SAME < (weight.share - before.share).abs());
    Ok(Settled { weights, adjusted, reason })
}

/// Checks a tilt of what was decided on for the newest plan of a client.
///
/// # Errors
///
/// [`ApiError::Faults`] with every field that cannot be taken, and the range that is allowed.
pub fn tilt(
    sent: &NewTilt,
    by: &str,
    (newest, decided): (&Newest, &Decision),
    shelf: &Shelf,
    today: Day,
) -> Result<Tilt, ApiError> {
    let form = TiltForm {
        by: by.to_owned(),
        reason: sent.reason.clone(),
        until: sent.until.clone(),
        shifts: sent.shifts.clone(),
    };
    let strategic = decided_on(&newest.stored.plan.allocation, &decided.weights);
    let tilt = tilt::check(&form, &ground(newest, &strategic, shelf, today));
    let (reason, tilt) = both(reason(&sent.reason), tilt)?;
    Ok(Tilt { reason, ..tilt })
}

/// The allocation of a plan with the weights that were decided on.
fn decided_on(proposed: &Allocation, decided: &BTreeMap<String, f64>) -> Allocation {
    let share = |weight: &Weight| decided.get(&weight.asset).copied().unwrap_or(0.0);
    let weights =
        proposed.weights.iter().map(|weight| Weight { share: share(weight), ..weight.clone() }).collect();
    Allocation { weights, ..proposed.clone() }
}

/// The client's limits are those of the plan and of the rules that it was made with.
fn ground<'a>(newest: &'a Newest, allocation: &'a Allocation, shelf: &'a Shelf, today: Day) -> Ground<'a> {
    let plan = &newest.stored.plan;
    Ground { allocation, profile: &plan.profile, region: plan.region, firm: &newest.firm, shelf, today }
}

/// A reason as a text; what it may say is the planner's check.
fn reason(typed: &str) -> Result<String, Fault> {
    texts::block("reason", typed, 1..=500)
}

/// Both, or the faults of both, one a field.
fn both<T>(
    reason: Result<String, Fault>,
    checked: Result<T, Vec<EntryError>>,
) -> Result<(String, T), ApiError> {
    match (reason, checked) {
        (Ok(reason), Ok(checked)) => Ok((reason, checked)),
        (reason, checked) => {
            let mut all: Vec<Fault> = reason.err().into_iter().collect();
            for fault in faults::of_entry(&checked.err().unwrap_or_default()) {
                if all.iter().all(|before| before.field != fault.field) {
                    all.push(fault);
                }
            }
            Err(ApiError::Faults(all))
        }
    }
}
