//! Stage 5: lifetimes become P, B, M, a zone, and how near its border is.

use serde::{Deserialize, Serialize};

use crate::firm::ZonePolicy;
use crate::projection::{self, Futures, Lifetimes};

/// The zone of a retirement. Red, grey and green exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// Essentials are not safe in a bad market, or even a typical market pays too little.
    Red,
    /// Undecided: small changes decide.
    Grey,
    /// On course.
    Green,
}

/// Where a retirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// The zone.
    pub zone: Zone,
    /// P: share of lifetimes that need no cut, 0 to 1.
    pub success: f64,
    /// 95% confidence interval of P from the simulation, 0 to 1.
    pub success_interval: [f64; 2],
    /// B: share of the wish that is paid in a bad market, one in ten; 1 is all of it.
    pub bad_market: f64,
    /// M: the same in the median market.
    pub median: f64,
    /// E: essential share of the wish, 0 to 1.
    pub essential: f64,
    /// Green and able to spend more, stop earlier or take less risk.
    pub ample: bool,
    /// The zone changes with a little more or less return or life.
    pub near_border: bool,
    /// The zone with less and with more real return.
    pub by_return: [Zone; 2],
    /// The zone with a shorter and with a longer life.
    pub by_life: [Zone; 2],
}

/// The three numbers that decide a zone, and the essential share they are held to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// P: share of lifetimes with K of at least 1.
    pub success: f64,
    /// B: the bad-market quantile of K.
    pub bad_market: f64,
    /// M: the median of K.
    pub median: f64,
    /// E: essential share of the wish, within the firm's limits.
    pub essential: f64,
}

impl Measures {
    /// Measures lifetimes by their funded ratios.
    #[must_use]
    pub fn of(ratios: &[f64], essential: f64, policy: &ZonePolicy) -> Self {
        let shares = [policy.bad_market_quantile, 0.5];
        let [bad_market, median] = projection::quantiles(&mut ratios.to_vec(), shares);
        Self { success: success(ratios), bad_market, median, essential }
    }
}

/// The zone of some measures. A value on a border belongs to the better zone.
#[must_use]
pub fn classify(measures: Measures, policy: &ZonePolicy) -> Zone {
    let Measures { success, bad_market, median, essential } = measures;
    if policy.green_success <= success && green_bad_market(essential, policy) <= bad_market {
        return Zone::Green;
    }
    if bad_market < essential || median < policy.red_median {
        return Zone::Red;
    }
    Zone::Grey
}

/// What B must reach for green: the firm's share, or the essential share if that is larger.
#[must_use]
pub fn green_bad_market(essential: f64, policy: &ZonePolicy) -> f64 {
    policy.green_bad_market.max(essential)
}

/// The essential share of a wish, held between the firm's limits.
#[must_use]
pub fn essential_share(essential_year: f64, wished_year: f64, policy: &ZonePolicy) -> f64 {
    let [least, most] = policy.essential_clamp;
    (essential_year / wished_year).clamp(least, most)
}

/// Says where the plan stands, and how near the border.
#[must_use]
pub fn stand(futures: &Futures, policy: &ZonePolicy) -> Standing {
    let ratios = futures.plan.ratios();
    let measures = measure(&futures.plan, policy);
    let zone = classify(measures, policy);
    let zones = |cases: &[Lifetimes; 2]| {
        cases.each_ref().map(|lifetimes| classify(measure(lifetimes, policy), policy))
    };
    let (by_return, by_life) = (zones(&futures.by_return), zones(&futures.by_life));
    Standing {
        zone,
        success: measures.success,
        success_interval: interval(&ratios),
        bad_market: measures.bad_market,
        median: measures.median,
        essential: measures.essential,
        ample: zone == Zone::Green && policy.ample_bad_market <= measures.bad_market,
        near_border: by_return.iter().chain(&by_life).any(|other| *other != zone),
        by_return,
        by_life,
    }
}

/// The measures of some lifetimes.
#[must_use]
pub fn measure(lifetimes: &Lifetimes, policy: &ZonePolicy) -> Measures {
    let essential = essential_share(lifetimes.essential_year, lifetimes.wished_year, policy);
    Measures::of(&lifetimes.ratios(), essential, policy)
}

/// Share of lifetimes, 0 to 1, that need no cut; 0 of none: nothing has been shown.
pub(crate) fn success(ratios: &[f64]) -> f64 {
    let passed = ratios.iter().filter(|ratio| **ratio >= 1.0).count();
    share(passed, ratios.len())
}

/// 95% confidence interval of P. The two lifetimes of a pair are not independent, so the spread is
/// taken over pairs.
fn interval(ratios: &[f64]) -> [f64; 2] {
    const TWO_SIDED_95: f64 = 1.96;
    let pairs = ratios.chunks_exact(2);
    let count = pairs.len();
    let (mut sum, mut squares) = (0.0, 0.0);
    for pair in pairs {
        let passed = share(pair.iter().filter(|ratio| **ratio >= 1.0).count(), 2);
        sum += passed;
        squares += passed * passed;
    }
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX).max(1));
    let mean = sum / count;
    let error = ((squares / count - mean * mean).max(0.0) / count).sqrt();
    [-TWO_SIDED_95, TWO_SIDED_95].map(|z| (mean + z * error).clamp(0.0, 1.0))
}

#[expect(clippy::cast_precision_loss, reason = "counts of lifetimes")]
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
