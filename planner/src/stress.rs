//! What past crises would take from a mix, in own money.

use serde::{Deserialize, Serialize};

use crate::allocation::Weight;
use crate::firm::Region;
use crate::firm::shelf::{Shelf, Shock};
use crate::rate;

/// What one crisis would do to a mix that is left alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stress {
    /// The crisis: [`crate::firm::shelf::Scenario::id`].
    pub scenario: String,
    /// Nominal return over the whole time, a fraction; costs not counted.
    pub nominal: f64,
    /// The same after inflation.
    pub real: f64,
    /// Change of the money in money of that end; a loss is negative.
    pub change: f64,
    /// Change in purchasing power, in money of its beginning.
    pub change_real: f64,
}

/// Plays every crisis of the firm's file on a mix of so much money, in the order of the file.
///
/// The mix is left alone: nothing is sold, added or brought back to its weights. A crisis that the
/// file does not tell for a region is left out.
///
/// # Formula
///
/// `nominal = sum of weight × return`, `real = (1 + nominal) / (1 + inflation) - 1`.
#[must_use]
pub fn stress(mix: &[Weight], wealth: f64, region: Region, shelf: &Shelf) -> Vec<Stress> {
    let scenarios = shelf.stress.scenario.iter();
    scenarios
        .filter_map(|scenario| {
            let shock = scenario.region.get(&region)?;
            let nominal = nominal(mix, shock);
            let real = rate::real(nominal, shock.inflation.value);
            let (change, change_real) = (wealth * nominal, wealth * real);
            Some(Stress { scenario: scenario.id.clone(), nominal, real, change, change_real })
        })
        .collect()
}

fn nominal(mix: &[Weight], shock: &Shock) -> f64 {
    mix.iter()
        .map(|weight| weight.share * shock.returns.get(&weight.asset).map_or(0.0, |figure| figure.value))
        .sum()
}
