//! What fees cost: commission against a percentage fee.

/// What money grows to under a yearly fee, and what the fee takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeeDrag {
    /// Money at the end.
    pub end: f64,
    /// Share of the end wealth that the fee took, 0 to 1.
    pub lost_share: f64,
}

/// Grows money by a return, less a fee on the assets each year; fractions a year.
///
/// # Formula
///
/// `A ((1 + g)(1 - f))^n`, lost `1 - (1 - f)^n`
#[must_use]
pub fn drag(start: f64, gross: f64, fee: f64, years: u32) -> FeeDrag {
    let kept = crate::rate::growth(-fee, years);
    FeeDrag { end: start * crate::rate::growth(gross, years) * kept, lost_share: 1.0 - kept }
}

/// Commission a year as a share of assets: every turn is a purchase and a sale.
///
/// `turnover` is yearly sales over average assets (6.0 is 600%), `rate` the commission of a trade.
#[must_use]
pub fn commission_share(turnover: f64, rate: f64) -> f64 {
    2.0 * turnover * rate
}

/// The turnover at which commissions cost as much as a percentage fee.
#[must_use]
pub fn break_even_turnover(fee: f64, rate: f64) -> f64 {
    fee / (2.0 * rate)
}
