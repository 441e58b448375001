//! A mix of asset classes: expected return, volatility, costs and losses.

use crate::firm::{Assumptions, Sleeve};
use crate::rate;

/// Arithmetic mean, standard deviation and costs of a mix; nominal fractions a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Arithmetic mean return before fees.
    pub arithmetic: f64,
    /// Standard deviation of a year's return.
    pub sd: f64,
    /// Product costs.
    pub fee: f64,
}

impl Moments {
    /// Compound return before fees.
    #[must_use]
    pub fn compound(self) -> f64 {
        rate::compound_of(self.arithmetic, self.sd)
    }

    /// Compound return after fees and inflation.
    #[must_use]
    pub fn real_net(self, inflation: f64) -> f64 {
        rate::real(self.compound() - self.fee, inflation)
    }

    /// Standard deviation of the logarithm of a year's return.
    #[must_use]
    pub fn log_sd(self) -> f64 {
        rate::log_sd(self.arithmetic, self.sd)
    }

    /// Return of a year that is `z` standard deviations off the median, before fees.
    #[must_use]
    pub fn quantile_return(self, z: f64) -> f64 {
        libm::exp(libm::log(1.0 + self.compound()) + z * self.log_sd()) - 1.0
    }

    /// Probability, 0 to 1, of a loss within a year, before fees.
    #[must_use]
    pub fn loss_probability(self) -> f64 {
        if self.sd <= 0.0 {
            return if self.compound() < 0.0 { 1.0 } else { 0.0 };
        }
        normal_share(-libm::log(1.0 + self.compound()) / self.log_sd())
    }

    /// Mean return of the worst share of years, `z` being the normal quantile of that share.
    ///
    /// # Formula
    ///
    /// `(1 + a) Φ(z - s) / Φ(z) - 1` for a lognormal with arithmetic mean `a` and log deviation `s`.
    #[must_use]
    pub fn mean_of_worst(self, z: f64) -> f64 {
        (1.0 + self.arithmetic) * normal_share(z - self.log_sd()) / normal_share(z) - 1.0
    }
}

/// Mean and deviation of weighted parts: `w'm` and `sqrt(w'Cw)` with `C = sd_i corr_ij sd_j`.
///
/// Shapes: all slices have one length, `correlation` that many rows of that length; what is
/// missing counts as nothing.
#[must_use]
pub fn combine(weights: &[f64], arithmetic: &[f64], sd: &[f64], correlation: &[Vec<f64>]) -> (f64, f64) {
    let mean = weights.iter().zip(arithmetic).map(|(weight, mean)| weight * mean).sum();
    let risks: Vec<f64> = weights.iter().zip(sd).map(|(weight, sd)| weight * sd).collect();
    let mut variance = 0.0;
    for (risk, row) in risks.iter().zip(correlation) {
        for (other, correlation) in risks.iter().zip(row) {
            variance += risk * other * correlation;
        }
    }
    (mean, variance.max(0.0).sqrt())
}

/// What a set of assumptions says about its asset classes, in the order of the set.
#[derive(Clone, Debug, PartialEq)]
pub struct Market<'a> {
    assumptions: &'a Assumptions,
    arithmetic: Vec<f64>,
    sd: Vec<f64>,
}

impl<'a> Market<'a> {
    /// The market of a set of assumptions.
    #[must_use]
    pub fn new(assumptions: &'a Assumptions) -> Self {
        let assets = &assumptions.asset;
        Self {
            assumptions,
            arithmetic: assets
                .iter()
                .map(|asset| rate::arithmetic_of(asset.compound_return, asset.volatility))
                .collect(),
            sd: assets.iter().map(|asset| asset.volatility).collect(),
        }
    }

    /// A sleeve as shares in the order of the set.
    #[must_use]
    pub fn shares(&self, sleeve: &Sleeve) -> Vec<f64> {
        self.assumptions.asset.iter().map(|asset| sleeve.get(&asset.id).copied().unwrap_or(0.0)).collect()
    }

    /// Moments of a mix, given as shares in the order of the set; nominal.
    #[must_use]
    pub fn moments(&self, shares: &[f64]) -> Moments {
        let (arithmetic, sd) =
            combine(shares, &self.arithmetic, &self.sd, &self.assumptions.correlation.matrix);
        let fee = shares.iter().zip(&self.assumptions.asset).map(|(share, asset)| share * asset.fee).sum();
        Moments { arithmetic, sd, fee }
    }
}

/// The share of risky wealth that suits a relative risk aversion: `excess / (gamma × sd²)`.
///
/// # Source
///
/// Merton, Lifetime Portfolio Selection under Uncertainty, 1969.
#[must_use]
pub fn merton_share(excess: f64, sd: f64, gamma: f64) -> f64 {
    excess / (gamma * sd * sd)
}

/// The same, where bond-like human capital stands beside financial wealth; at most 1, and 1 where
/// there is no financial wealth yet.
///
/// # Formula
///
/// `min(1, m (F + H) / F)`
#[must_use]
pub fn merton_share_with_human_capital(merton: f64, financial: f64, human: f64) -> f64 {
    if financial <= 0.0 {
        return 1.0;
    }
    (merton * (financial + human) / financial).min(1.0)
}

/// Share of a standard normal below `z`, 0 to 1.
#[must_use]
pub fn normal_share(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}
