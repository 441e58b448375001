//! How long people live: the Gompertz law, plan ages, and the risk of outliving money.

use crate::firm::Gompertz;

/// Oldest age that is ever planned for, in years.
const OLDEST: u32 = 110;

/// Probability, 0 to 1, that somebody of age `from` reaches age `to`; both in years.
///
/// # Formula
///
/// `S = exp(exp((x - m) / b) * (1 - exp((y - x) / b)))`
///
/// # Source
///
/// Milevsky, Retirement Income Recipes in R, 2020.
#[must_use]
pub fn survival(from: f64, to: f64, law: Gompertz) -> f64 {
    let Gompertz { m, b } = law;
    libm::exp(libm::exp((from - m) / b) * (1.0 - libm::exp((to - from) / b)))
}

/// The age, in whole years, reached with at least this probability; at least one year from now.
#[must_use]
pub fn plan_age(age: u32, probability: f64, law: Gompertz) -> u32 {
    let reached = |to: &u32| survival(f64::from(age), f64::from(*to), law) >= probability;
    (age + 1..=OLDEST).take_while(reached).last().unwrap_or(age + 1)
}

/// Value of one unit a year for life, paid continuously, at a continuous discount rate a year.
///
/// # Formula
///
/// Integral of `exp(-v t) S(x, x + t)`, by Simpson's rule in steps of 1/50 year until nobody lives.
#[must_use]
pub fn annuity_factor(discount: f64, age: f64, law: Gompertz) -> f64 {
    const STEP_YEARS: f64 = 0.02;
    const STEPS: u32 = 6_000;

    let value = |step: u32| {
        let t = f64::from(step) * STEP_YEARS;
        libm::exp(-discount * t) * survival(age, age + t, law)
    };
    let inner: f64 =
        (1..STEPS).map(|step| if step % 2 == 1 { 4.0 * value(step) } else { 2.0 * value(step) }).sum();
    (value(0) + inner + value(STEPS)) * STEP_YEARS / 3.0
}

/// Years of life left on average: the annuity factor without discount.
#[must_use]
pub fn life_expectancy(age: f64, law: Gompertz) -> f64 {
    annuity_factor(0.0, age, law)
}

/// Probability of outliving money that is spent at a constant real rate, by moment matching.
///
/// `log_mean` and `sd` are mean and standard deviation of the logarithm of a year's real return;
/// `rate` is spending a year as a share of the money at the start. It is an approximation that
/// checks the projection, good to about 0.015.
///
/// # Formula
///
/// The present value of spending for life has moments `M1 = a(v - s²/2)` and
/// `M2 = (a(v - s²/2) - a(2v - 2s²)) / (v/2 - 3s²/4)`, `a` being [`annuity_factor`]; its reciprocal
/// is taken as gamma with shape `(2 M2 - M1²) / (M2 - M1²)` and scale `(M2 - M1²) / (M2 M1)`.
///
/// # Source
///
/// Milevsky and Robinson, A Sustainable Spending Rate without Simulation, 2005.
#[must_use]
pub fn lifetime_ruin(log_mean: f64, sd: f64, age: f64, law: Gompertz, rate: f64) -> f64 {
    let variance = sd * sd;
    let first = annuity_factor(log_mean - variance / 2.0, age, law);
    let second = (first - annuity_factor(2.0 * log_mean - 2.0 * variance, age, law))
        / (log_mean / 2.0 - 0.75 * variance);
    let spread = second - first * first;
    gamma_share((2.0 * second - first * first) / spread, rate / (spread / (second * first)))
}

/// Regularised lower incomplete gamma function, by its power series.
fn gamma_share(shape: f64, x: f64) -> f64 {
    let mut term = 1.0 / shape;
    let mut sum = term;
    let mut next = shape;
    while term > sum * 1e-15 {
        next += 1.0;
        term *= x / next;
        sum += term;
    }
    sum * libm::exp(shape * libm::log(x) - x - libm::lgamma(shape))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: Gompertz = Gompertz { m: 88.9, b: 10.0 };

    #[test]
    fn everybody_reaches_the_present_and_fewer_reach_a_later_age() {
        assert!((survival(65.0, 65.0, LAW) - 1.0).abs() < 1e-15);
        assert!(survival(65.0, 90.0, LAW) < survival(65.0, 80.0, LAW));
    }

    #[test]
    fn the_plan_age_is_the_last_age_reached_with_the_probability() {
        let age = plan_age(60, 0.25, LAW);
        assert_eq!(age, 92);
        assert!(survival(60.0, f64::from(age), LAW) >= 0.25);
        assert!(survival(60.0, f64::from(age + 1), LAW) < 0.25);
    }

    #[test]
    fn the_very_old_still_plan_for_a_year() {
        assert_eq!(plan_age(109, 0.25, LAW), 110);
    }
}
