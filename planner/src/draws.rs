//! Standard normal draws: the only chance in the planner, kept between runs.
//!
//! The draws of a pair of lifetimes depend on the seed and the pair's number alone, so a plan does
//! not depend on how many lifetimes or years are drawn, nor on where.

use lanes::{LANES, Lane};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// Standard normal draws of antithetic pairs, by block of pairs, then by year.
#[derive(Clone, Debug)]
pub struct Draws {
    seed: u64,
    pairs: usize,
    years: usize,
    /// `years` lanes for each block; lanes beyond the last pair are drawn, but not counted.
    lanes: Vec<Lane>,
}

impl Draws {
    /// Draws for so many lifetimes, two a pair, of so many years.
    #[must_use]
    pub fn new(seed: u64, lifetimes: u32, years: u32) -> Self {
        let pairs = (lifetimes as usize).div_ceil(2).max(1);
        let years = years as usize;
        let mut lanes = vec![[0.0; LANES]; pairs.div_ceil(LANES) * years];
        for (block, lanes) in lanes.chunks_exact_mut(years.max(1)).enumerate() {
            for lane in 0..LANES {
                // u64, not usize: usize is 32 bits in the browser and 64 on the server.
                let pair = (block * LANES + lane) as u64;
                let mut rng = ChaCha8Rng::seed_from_u64(seed);
                rng.set_stream(pair);
                for draws in lanes.iter_mut() {
                    #[expect(clippy::indexing_slicing, reason = "`lane` is below LANES")]
                    let draw = &mut draws[lane];
                    *draw = normal_quantile(open_unit(rng.next_u64()));
                }
            }
        }
        Self { seed, pairs, years, lanes }
    }

    /// The seed they were drawn from.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Pairs of lifetimes.
    #[must_use]
    pub const fn pairs(&self) -> usize {
        self.pairs
    }

    /// Years of each lifetime.
    #[must_use]
    pub const fn years(&self) -> usize {
        self.years
    }

    /// True if these draws serve such a run.
    #[must_use]
    pub const fn serve(&self, seed: u64, lifetimes: u32, years: u32) -> bool {
        self.seed == seed && self.pairs * 2 >= lifetimes as usize && self.years >= years as usize
    }

    /// These draws mixed with others, year by year: so much of these, so much of those. There are as
    /// many years as shares, fewer where either has fewer.
    #[must_use]
    pub(crate) fn mixed(&self, other: &Self, shares: &[[f64; 2]]) -> Self {
        let years = shares.len().min(self.years).min(other.years);
        let pairs = self.pairs.min(other.pairs);
        let blocks = self.blocks().zip(other.blocks()).take(pairs.div_ceil(LANES));
        let lanes = blocks.flat_map(|(own, other)| {
            let years = own.iter().zip(other).zip(shares).take(years);
            years.map(|((own, other), [of_own, of_other])| {
                let mut mixed = *own;
                for (draw, other) in mixed.iter_mut().zip(other) {
                    *draw = of_own * *draw + of_other * other;
                }
                mixed
            })
        });
        Self { seed: self.seed, pairs, years, lanes: lanes.collect() }
    }

    /// Blocks of lanes, each with the draws of all years.
    pub fn blocks(&self) -> impl Iterator<Item = &[Lane]> {
        self.lanes.chunks_exact(self.years.max(1))
    }
}

/// A number above 0 and below 1 from the upper 53 bits, in the middle of its step.
#[expect(clippy::cast_precision_loss, reason = "53 bits fit an f64")]
fn open_unit(bits: u64) -> f64 {
    const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
    ((bits >> 11) as f64 + 0.5) * STEP
}

/// The standard normal quantile of a probability between 0 and 1, both excluded.
///
/// Relative error about 1e-16.
///
/// # Source
///
/// Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37, 1988.
#[must_use]
pub fn normal_quantile(probability: f64) -> f64 {
    let q = probability - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let tail = if q < 0.0 { probability } else { 1.0 - probability };
    let r = (-libm::log(tail)).sqrt();
    let z = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &FAR) };
    if q < 0.0 { -z } else { z }
}

/// A ratio of two polynomials of degree seven, highest power first.
fn ratio(x: f64, [above, below]: &[[f64; 8]; 2]) -> f64 {
    let at =
        |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, coefficient| sum * x + coefficient);
    at(above) / at(below)
}

#[expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "as printed in the source")]
const CENTRE: [[f64; 8]; 2] = [
    [
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0,
    ],
    [
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0,
    ],
];

#[expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "as printed in the source")]
const MIDDLE: [[f64; 8]; 2] = [
    [
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0,
    ],
    [
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0,
    ],
];

#[expect(clippy::unreadable_literal, clippy::excessive_precision, reason = "as printed in the source")]
const FAR: [[f64; 8]; 2] = [
    [
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0,
    ],
    [
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::normal_share;

    #[test]
    fn the_quantile_is_the_inverse_of_the_normal_share() {
        for probability in [1e-12, 1e-5, 0.05, 0.075, 0.3, 0.5, 0.7, 0.95, 0.999_99] {
            let back = normal_share(normal_quantile(probability));
            assert!((back / probability - 1.0).abs() < 1e-13, "at {probability}: {back}");
        }
    }

    #[test]
    fn a_pair_draws_the_same_however_many_are_drawn_beside_it() {
        let (few, many) = (Draws::new(7, 4, 30), Draws::new(7, 1000, 60));
        let (few, many) = (few.blocks().next().unwrap(), many.blocks().next().unwrap());
        assert_eq!(few, &many[..30]);
    }

    #[test]
    fn mixed_draws_keep_their_deviation_and_what_they_have_in_common() {
        let (own, other) = (Draws::new(1, 20_000, 20), Draws::new(2, 20_000, 25));
        let mixed = own.mixed(&other, &[[0.8, 0.6]; 20]);
        assert_eq!((mixed.pairs(), mixed.years()), (10_000, 20));
        let pairs = mixed.blocks().flatten().flatten().zip(own.blocks().flatten().flatten());
        let (mut squares, mut common, mut count) = (0.0, 0.0, 0.0);
        for (mixed, own) in pairs {
            squares += mixed * mixed;
            common += mixed * own;
            count += 1.0;
        }
        assert!((squares / count - 1.0).abs() < 0.02 && (common / count - 0.8).abs() < 0.02);
        assert_eq!(own.mixed(&other, &[[1.0, 0.0]; 20]).blocks().next(), own.blocks().next());
    }

    #[test]
    fn draws_have_mean_zero_and_deviation_one() {
        let draws = Draws::new(1, 20_000, 20);
        let all: Vec<f64> = draws.blocks().flatten().flatten().copied().collect();
        let count = f64::from(u32::try_from(all.len()).unwrap());
        let mean = all.iter().sum::<f64>() / count;
        let variance = all.iter().map(|z| z * z).sum::<f64>() / count - mean * mean;
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
    }
}
