//! The exponential of whole lanes: a polynomial that the compiler can vectorise.

use crate::{LANES, Lane};

/// Largest magnitude that [`exp`] takes; beyond it the argument is held there.
pub const REACH: f64 = 700.0;

/// Coefficients 1/k! of the exponential's series, highest power first, for k from 13 to 2.
const SERIES: [f64; 12] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    1.0 / 2.0,
];

/// `e^x` for every number of a lane.
///
/// The argument is split as `x = n ln 2 + r` with `|r| <= ln 2 / 2`; the series to the thirteenth
/// power leaves a relative error below 4.2e-18 there, so that rounding is all that remains: the
/// relative error is below 4e-16 (a test holds it against a library). Adds and multiplications
/// only, so that every machine gives the same bits.
#[inline]
#[must_use]
#[expect(clippy::indexing_slicing, reason = "lanes are of fixed length")]
pub fn exp(x: Lane) -> Lane {
    /// 1.5 × 2^52: adding it rounds to a whole number, kept in the lowest bits.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    const LN2_HIGH: f64 = 0.693_147_180_369_123_8;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

    let mut result = [0.0; LANES];
    for lane in 0..LANES {
        let held = x[lane].clamp(-REACH, REACH);
        let shifted = held * std::f64::consts::LOG2_E + ROUND;
        let n = shifted - ROUND;
        let r = (held - n * LN2_HIGH) - n * LN2_LOW;
        let mut sum = SERIES[0];
        for coefficient in &SERIES[1..] {
            sum = sum * r + coefficient;
        }
        let power = (sum * r + 1.0) * r + 1.0;
        let scale = f64::from_bits((shifted.to_bits() << 52).wrapping_add(0x3ff0_0000_0000_0000));
        result[lane] = power * scale;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_a_library_to_the_stated_error() {
        let mut worst: f64 = 0.0;
        for step in -30_000..=30_000 {
            let x = f64::from(step) * 0.000_731;
            let ours = exp([x; LANES])[0];
            worst = worst.max((ours / libm::exp(x) - 1.0).abs());
        }
        assert!(worst < 4e-16, "{worst:e}");
    }

    #[test]
    fn zero_gives_one_exactly_and_the_ends_are_finite() {
        assert_eq!(exp([0.0; LANES])[0].to_bits(), 1.0_f64.to_bits());
        assert!(exp([1e9; LANES])[0].is_finite());
        assert!(exp([-1e9; LANES])[0] > 0.0);
    }
}
