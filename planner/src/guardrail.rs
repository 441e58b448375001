//! Guardrails in money: below this wealth spend that much, from that wealth on this much.

use serde::{Deserialize, Serialize};

use crate::border;
use crate::draws::Draws;
use crate::firm::Firm;
use crate::projection::{self, Column, Lifetimes};
use crate::{Ground, Inputs, kept, zone};

/// When to spend less, and when more may be spent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guardrails {
    /// Spend less below its wealth; none where even without wealth the plan is not that strained.
    pub cut: Option<Guardrail>,
    /// More may be spent from its wealth on; none where no wealth is enough.
    pub raise: Option<Guardrail>,
}

/// A wealth, and what to spend beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guardrail {
    /// Money invested today, in whole units of money of today.
    pub wealth: f64,
    /// What to spend a year of retirement beyond it, in whole units; not below what is essential.
    pub spending_year: f64,
    /// P with that wealth and the wished spending, 0 to 1.
    pub success_kept: f64,
    /// P with that wealth and that spending, 0 to 1.
    pub success_changed: f64,
}

/// Sets the guardrails of a plan as it stands, by the firm's [`crate::firm::GuardrailPolicy`].
///
/// # Formula
///
/// The rate of spending is `1 / M`: the wish as a share of what a median lifetime carries, other
/// income included. With wealth `W` it is `1 / M(W)`; the cut is where it has risen by the firm's
/// share, `M(W) = M / (1 + rise)`, the raise where it has fallen, `M(W) = M / (1 - fall)`.
///
/// # Source
///
/// Guyton and Klinger, Decision Rules and Maximum Initial Withdrawal Rates, 2006: the
/// capital-preservation and prosperity rules, there with the withdrawal as a share of wealth.
#[must_use]
pub fn set(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> Guardrails {
    let Ground { cases, returns, .. } = Ground::of(inputs, firm);
    let plan = &cases.tried;
    let draws = kept(draws, inputs.seed, inputs.lifetimes, plan.years);
    let played = projection::play(&[Column::of(plan)], &returns, draws, inputs.lifetimes);
    let policy = &firm.policy.guardrail;
    // One column went in and came out.
    let lifetimes = &played.into_iter().next().unwrap_or_default();
    let median = median(lifetimes, lifetimes.wealth);
    if median <= 0.0 {
        // A plan that carries nothing has no rate to hold on to.
        return Guardrails { cut: None, raise: None };
    }
    let wished = lifetimes.wished_year;
    let less = (wished * (1.0 - policy.cut)).max(lifetimes.essential_year.min(wished)).ceil();
    let more = (wished * (1.0 + policy.raise)).floor();
    let cut = reached(lifetimes, median / (1.0 + policy.rate_rise)).filter(|wealth| *wealth > 0.0);
    let raise = reached(lifetimes, median / (1.0 - policy.rate_fall));
    Guardrails {
        cut: cut.map(|wealth| guardrail(lifetimes, wealth, less)),
        raise: raise.map(|wealth| guardrail(lifetimes, wealth, more)),
    }
}

/// Median of K with another wealth.
fn median(lifetimes: &Lifetimes, wealth: f64) -> f64 {
    let mut ratios = lifetimes.funded_ratios(wealth, lifetimes.saving_year, lifetimes.wished_year);
    let [median] = projection::quantiles(&mut ratios, [0.5]);
    median
}

/// The least wealth at which the median of K reaches a mark.
fn reached(lifetimes: &Lifetimes, mark: f64) -> Option<f64> {
    border::least_whole(lifetimes.wealth, &|wealth| median(lifetimes, wealth) >= mark)
}

fn guardrail(lifetimes: &Lifetimes, wealth: f64, spending_year: f64) -> Guardrail {
    let success =
        |wished: f64| zone::success(&lifetimes.funded_ratios(wealth, lifetimes.saving_year, wished));
    Guardrail {
        wealth,
        spending_year,
        success_kept: success(lifetimes.wished_year),
        success_changed: success(spending_year),
    }
}
