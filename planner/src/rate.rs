//! Rates: real and nominal, arithmetic and compound. All are fractions, `0.05` for five percent.

/// The real rate of a nominal one: `(1 + nominal) / (1 + inflation) - 1`.
#[must_use]
pub fn real(nominal: f64, inflation: f64) -> f64 {
    (1.0 + nominal) / (1.0 + inflation) - 1.0
}

/// The compound return of a lognormal return with this arithmetic mean and standard deviation.
///
/// # Formula
///
/// `1 + g = (1 + a)^2 / sqrt((1 + a)^2 + s^2)`
#[must_use]
pub fn compound_of(arithmetic: f64, sd: f64) -> f64 {
    let mean = 1.0 + arithmetic;
    mean * mean / (mean * mean + sd * sd).sqrt() - 1.0
}

/// The arithmetic mean of a lognormal return with this compound return and standard deviation;
/// the inverse of [`compound_of`].
///
/// # Formula
///
/// With `x = (1 + a)^2` and `c = (1 + g)^2`: `x^2 / (x + s^2) = c`, so
/// `x = (c + sqrt(c^2 + 4 c s^2)) / 2`.
#[must_use]
pub fn arithmetic_of(compound: f64, sd: f64) -> f64 {
    let square = (1.0 + compound) * (1.0 + compound);
    f64::midpoint(square, (square * square + 4.0 * square * sd * sd).sqrt()).sqrt() - 1.0
}

/// Standard deviation of the logarithm of a lognormal return: `sqrt(ln(1 + s^2 / (1 + a)^2))`.
#[must_use]
pub fn log_sd(arithmetic: f64, sd: f64) -> f64 {
    let mean = 1.0 + arithmetic;
    libm::log1p(sd * sd / (mean * mean)).sqrt()
}

/// Present value of runs of payments, each an amount at the start of so many years, one run after
/// the other.
///
/// # Formula
///
/// `sum of payment_t / (1 + rate)^t`
#[must_use]
pub fn present_value_of_runs(runs: &[(f64, u32)], rate: f64) -> f64 {
    let mut value = 0.0;
    let mut discount = 1.0;
    for (payment, years) in runs {
        for _ in 0..*years {
            value += payment * discount;
            discount /= 1.0 + rate;
        }
    }
    value
}

/// `(1 + rate)^years`, by whole years.
#[must_use]
pub fn growth(rate: f64, years: u32) -> f64 {
    (0..years).fold(1.0, |product, _| product * (1.0 + rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_and_compound_returns_are_inverse() {
        for (compound, sd) in [(0.065, 0.23), (0.016, 0.004), (0.0, 0.0), (-0.02, 0.3)] {
            assert!((compound_of(arithmetic_of(compound, sd), sd) - compound).abs() < 1e-12);
        }
    }
}
