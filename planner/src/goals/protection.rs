//! What a household loses when somebody's income ends.

/// Human-life value: the income that others live on, today's value over the years left.
///
/// `own_share` is what the person consumes alone, 0 to 1; `growth` and `rate` are fractions a year.
///
/// # Formula
///
/// `sum of income (1 - own) ((1 + g) / (1 + r))^t for t in 0..years`
#[must_use]
pub fn human_life_value(income_year: f64, own_share: f64, growth: f64, rate: f64, years: u32) -> f64 {
    let step = (1.0 + growth) / (1.0 + rate);
    let mut income = income_year * (1.0 - own_share);
    let mut value = 0.0;
    for _ in 0..years {
        value += income;
        income *= step;
    }
    value
}
