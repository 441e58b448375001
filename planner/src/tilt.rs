//! The house view: weights that differ from the strategic ones for a while.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::allocation::{Allocation, Weight};
use crate::answers::Limit;
use crate::day::Day;
use crate::draws;
use crate::entry::{Desk, EntryError, EntryReason};
use crate::firm::shelf::Shelf;
use crate::firm::{AssetId, Family, Firm, Region};
use crate::portfolio::Market;
use crate::profile::Profile;

/// How far a sum of shifts may be from nothing, and a figure beyond its limit.
const TOLERANCE: f64 = 1e-9;

/// A tilt as a person of the firm entered it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TiltForm {
    /// Who answers for it.
    pub by: String,
    /// Why; the client reads it.
    pub reason: String,
    /// Last day, `YYYY-MM-DD`.
    pub until: String,
    /// Change of weight by asset class, fractions that sum to 0.
    pub shifts: BTreeMap<AssetId, f64>,
}

/// A tilt of one client's weights, checked: shown as temporary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tilt {
    /// Who answers for it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Last day.
    pub until: Day,
    /// The tilted weights, in the order of the allocation; they sum to one.
    pub weights: Vec<Weight>,
}

/// Whose weights are tilted, by which rules, and when.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The strategic allocation.
    pub allocation: &'a Allocation,
    /// The profile it was made for.
    pub profile: &'a Profile,
    /// Where they retire.
    pub region: Region,
    /// Their firm.
    pub firm: &'a Firm,
    /// Limits of a tilt, and words that no reason may use.
    pub shelf: &'a Shelf,
    /// The first day of the tilt.
    pub today: Day,
}

/// Checks a tilt for one client: limits of size and time, and what the client's class, product
/// levels and loss limit allow. Weights may only rise where the level suits the class; the growth
/// share stays within the cap of the class, the cash above what the next years need, and the loss
/// of a bad year within the client's own limit, or where it is without the tilt.
///
/// # Errors
///
/// Every reason why it cannot be used, each with the range that is allowed.
pub fn check(form: &TiltForm, ground: &Ground) -> Result<Tilt, Vec<EntryError>> {
    let mut desk = Desk::default();
    words(&mut desk, form, ground.shelf);
    let until = until(&mut desk, &form.until, ground);
    let weights = weights(&mut desk, form, ground);
    if desk.errors.is_empty() {
        class(&mut desk, &weights, ground);
        loss(&mut desk, &weights, ground);
    }
    let (by, reason) = (form.by.trim().to_owned(), form.reason.trim().to_owned());
    desk.close(Tilt { by, reason, until, weights })
}

fn words(desk: &mut Desk, form: &TiltForm, shelf: &Shelf) {
    for (field, text) in [("by", &form.by), ("reason", &form.reason)] {
        if text.trim().is_empty() {
            desk.fault(field, EntryReason::Missing);
        }
    }
    for word in crate::wording::screen(&form.reason, &shelf.wording) {
        desk.fault("reason", EntryReason::Word(word.to_owned()));
    }
}

/// The last day; today where it is not one, which then is a fault.
fn until(desk: &mut Desk, text: &str, ground: &Ground) -> Day {
    let Ok(day) = text.parse::<Day>() else {
        let reason = if text.is_empty() { EntryReason::Missing } else { EntryReason::Day(text.to_owned()) };
        desk.fault("until", reason);
        return ground.today;
    };
    let days = i32::try_from(ground.shelf.upkeep.tilt.days).unwrap_or(i32::MAX);
    let last = ground.today.plus_days(days);
    if !(ground.today..=last).contains(&day) {
        let (first, last) = (ground.today.to_string(), last.to_string());
        desk.fault("until", EntryReason::Days { day: day.to_string(), first, last });
    }
    day
}

/// The tilted weights, where every shift is within its limits.
fn weights(desk: &mut Desk, form: &TiltForm, ground: &Ground) -> Vec<Weight> {
    let most = ground.shelf.upkeep.tilt;
    let strategic = &ground.allocation.weights;
    if form.shifts.is_empty() {
        desk.fault("shifts", EntryReason::Missing);
    }
    for (asset, shift) in &form.shifts {
        let field = format!("shifts.{asset}");
        let Some(weight) = strategic.iter().find(|weight| weight.asset == *asset) else {
            desk.fault(field, EntryReason::Unknown(asset.clone()));
            continue;
        };
        let Limit { min, max, .. } = shift_limit(weight, ground.shelf);
        within(desk, field, *shift, min, max);
    }
    within(desk, "shifts", form.shifts.values().sum(), 0.0, 0.0);
    let of = |weight: &Weight| form.shifts.get(&weight.asset).copied().unwrap_or(0.0);
    let growth = strategic.iter().filter(|weight| weight.family == Family::Growth).map(of).sum();
    within(desk, "growth", growth, -most.growth, most.growth);
    // A hair below nothing is nothing.
    strategic
        .iter()
        .map(|weight| Weight { share: (weight.share + of(weight)).max(0.0), ..weight.clone() })
        .collect()
}

/// Notes a figure that is outside its range by more than rounding, or no number.
pub(crate) fn within(desk: &mut Desk, field: impl Into<String>, value: f64, min: f64, max: f64) {
    if !(min - TOLERANCE..=max + TOLERANCE).contains(&value) {
        desk.fault(field, EntryReason::Range { value, min, max });
    }
}

/// Growth share, cash and product levels stay as the class and the next years allow.
fn class(desk: &mut Desk, weights: &[Weight], ground: &Ground) {
    growth(desk, weights, ground);
    levels(desk, "shifts", weights, ground);
    for (weight, before) in weights.iter().zip(&ground.allocation.weights) {
        if is_cash(weight, ground) {
            let floor = ground.allocation.cash_floor.min(before.share);
            let (min, max) = (floor - before.share, ground.shelf.upkeep.tilt.asset);
            within(desk, format!("shifts.{}", weight.asset), weight.share - before.share, min, max);
        }
    }
}

/// The growth share stays within the cap of the class, or where the proposal has it.
pub(crate) fn growth(desk: &mut Desk, weights: &[Weight], ground: &Ground) {
    let growth = |weights: &[Weight]| -> f64 {
        weights.iter().filter(|weight| weight.family == Family::Growth).map(|weight| weight.share).sum()
    };
    let cap = ground.allocation.growth_cap.max(growth(&ground.allocation.weights));
    within(desk, "growth", growth(weights), 0.0, cap);
}

/// Weights only rise above the proposal where the level of the asset class suits the client's class.
pub(crate) fn levels(desk: &mut Desk, field: &str, weights: &[Weight], ground: &Ground) {
    let Ground { allocation, profile, region, firm, .. } = ground;
    let suits = firm.policy.suitability.levels.get(&profile.recommended);
    for (weight, before) in weights.iter().zip(&allocation.weights) {
        let asset = firm.assumptions_of(*region).asset.iter().find(|asset| asset.id == weight.asset);
        let level = asset.map(|asset| asset.min_product_level);
        let fits = level.is_some_and(|level| suits.is_some_and(|levels| levels.contains(&level)));
        if weight.share > before.share + TOLERANCE && !fits {
            desk.fault(format!("{field}.{}", weight.asset), EntryReason::Level);
        }
    }
}

/// Whether it is the asset class that is spent first.
pub(crate) fn is_cash(weight: &Weight, ground: &Ground) -> bool {
    let sleeves = ground.firm.policy.saa.sleeves.get(&ground.region);
    sleeves.is_some_and(|sleeves| sleeves.cash == weight.asset)
}

/// The loss of a bad year stays within the client's own limit, or where it is without the tilt.
pub(crate) fn loss(desk: &mut Desk, weights: &[Weight], ground: &Ground) {
    let market = Market::new(ground.firm.assumptions_of(ground.region));
    let z = draws::normal_quantile(ground.firm.policy.saa.loss_cap.quantile);
    let loss_of = |weights: &[Weight]| {
        let shares: Vec<f64> = weights.iter().map(|weight| weight.share).collect();
        (-market.moments(&shares).quantile_return(z)).max(0.0)
    };
    let limit = ground.profile.loss_limit.max(loss_of(&ground.allocation.weights));
    within(desk, "loss", loss_of(weights), 0.0, limit);
}

impl Tilt {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, today: Day) -> bool {
        today <= self.until
    }
}

/// The share limits of one shift: what a page shows beside its field.
#[must_use]
pub fn shift_limit(weight: &Weight, shelf: &Shelf) -> Limit {
    let most = shelf.upkeep.tilt.asset;
    Limit { min: (-most).max(0.0 - weight.share), max: most.min(1.0 - weight.share), whole: false }
}
