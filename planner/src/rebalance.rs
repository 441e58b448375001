//! How far a holding may drift from its target.

/// The band around a target weight: the smaller of an absolute one and a share of the target.
///
/// All are fractions; the 5/25 rule has 0.05 and 0.25.
///
/// # Source
///
/// Swedroe's 5/25 rule.
#[must_use]
pub fn band(target: f64, absolute: f64, relative: f64) -> f64 {
    absolute.min(relative * target)
}
