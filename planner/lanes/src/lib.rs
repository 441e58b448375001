//! The planner's inner loops: many lifetimes side by side.
//!
//! A crate of its own, so that it alone is compiled for speed: in the browser's worker everything
//! around it is compiled for size. None of it is inlined into its callers, which would take their
//! level of optimisation.

mod exponential;
mod order;

pub use exponential::{REACH, exp};
pub use order::{nth, quantiles, rank};

/// Pairs that are played side by side: the width of the inner loops.
pub const LANES: usize = 8;

/// One block of pairs in one year.
pub type Lane = [f64; LANES];

/// A year's step of the discount factor: `e^-mean`, and the deviation.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Factor of the median return.
    pub factor: f64,
    /// Standard deviation of the logarithmic return.
    pub sd: f64,
}

/// Discount factors of a block at the start of each year; the other lifetime of a pair has the
/// opposite draws, hence the reciprocal of the exponential.
#[inline(never)]
#[expect(clippy::indexing_slicing, reason = "lanes are of fixed length")]
pub fn discount(block: &[Lane], steps: &[Step], discounts: &mut [[Lane; 2]]) {
    let mut up = [1.0; LANES];
    let mut down = [1.0; LANES];
    for ((draws, step), year) in block.iter().zip(steps).zip(discounts) {
        *year = [up, down];
        let mut exponent = *draws;
        for value in &mut exponent {
            *value *= step.sd;
        }
        let growth = exp(exponent);
        for lane in 0..LANES {
            up[lane] *= step.factor / growth[lane];
            down[lane] *= step.factor * growth[lane];
        }
    }
}

/// Adds to `sums`, for each lifetime of a block, the sum of weights times discount factors, in the
/// order of the years; the first weight is that of the first discount factor.
#[inline(never)]
#[expect(clippy::indexing_slicing, reason = "lanes are of fixed length")]
pub fn weigh(weights: &[f64], discounts: &[[Lane; 2]], sums: &mut Vec<f64>) {
    let mut sum = [[0.0; LANES]; 2];
    for (weight, year) in weights.iter().zip(discounts) {
        for lane in 0..LANES {
            sum[0][lane] += weight * year[0][lane];
            sum[1][lane] += weight * year[1][lane];
        }
    }
    push(sums, sum);
}

/// Adds the wealth of a block at the start of each year to that year's list, from the same wealth
/// on, with what flows in at the start of each year. Money that is gone stays gone.
#[inline(never)]
#[expect(clippy::indexing_slicing, reason = "lanes are of fixed length")]
pub fn grow(block: &[Lane], steps: &[Step], flows: &[f64], start: f64, wealth: &mut [Vec<f64>]) {
    let mut now = [[start; LANES]; 2];
    for (((draws, step), flow), wealth) in block.iter().zip(steps).zip(flows).zip(&mut *wealth) {
        push(wealth, now);
        let growth = exp(draws.map(|draw| draw * step.sd));
        let [up, down] = &mut now;
        for lane in 0..LANES {
            up[lane] = (up[lane] + flow).max(0.0) * (growth[lane] / step.factor);
            down[lane] = (down[lane] + flow).max(0.0) / (growth[lane] * step.factor);
        }
    }
    if let Some(wealth) = wealth.last_mut() {
        push(wealth, now);
    }
}

/// The funded ratio K of every lifetime: `(wealth + inflow + saving_year × saving) / (wished_year ×
/// spending)`.
#[inline(never)]
#[must_use]
pub fn ratios(
    [inflow, saving, spending]: [&[f64]; 3],
    [wealth, saving_year, wished_year]: [f64; 3],
) -> Vec<f64> {
    let sums = inflow.iter().zip(saving).zip(spending);
    sums.map(|((inflow, saving), spending)| {
        (wealth + inflow + saving_year * saving) / (wished_year * spending)
    })
    .collect()
}

fn push(sums: &mut Vec<f64>, [up, down]: [Lane; 2]) {
    for pair in up.into_iter().zip(down) {
        sums.extend([pair.0, pair.1]);
    }
}
