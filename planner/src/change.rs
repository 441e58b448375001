//! What moved since the last plan: from the old one to the new one, one cause at a time.

use serde::{Deserialize, Serialize};

use crate::answers::FormError;
use crate::draws::Draws;
use crate::firm::Firm;
use crate::projection::{self, Column};
use crate::zone::{self, Measures, Zone};
use crate::{Ground, Inputs, Request, kept};

/// What can move a plan, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The months that went by: fewer years to save, a higher age.
    Time,
    /// What was to be saved in these months, taken as saved.
    Contributions,
    /// The rest of what the money is worth now: the market, and what was saved otherwise.
    Market,
    /// Everything else the client changed, and what they try.
    Edits,
    /// The firm's rules and assumptions, and the play of chance where it differs.
    Assumptions,
}

impl Cause {
    /// Every cause, in the order in which it is told.
    pub const ALL: [Self; 5] =
        [Self::Time, Self::Contributions, Self::Market, Self::Edits, Self::Assumptions];
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// P, 0 to 1.
    pub success: f64,
    /// Median of K.
    pub median: f64,
    /// The zone.
    pub zone: Zone,
}

/// What one cause did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The cause.
    pub cause: Cause,
    /// Where the plan stood before it.
    pub before: Level,
    /// And after it; the next step begins there.
    pub after: Level,
}

impl Step {
    /// What it changed of P, from -1 to 1.
    #[must_use]
    pub fn success(&self) -> f64 {
        self.after.success - self.before.success
    }

    /// What it changed of the median of K.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.after.median - self.before.median
    }
}

/// The way from the last plan to this one. Every step begins where the one before it ended, so
/// together they are the whole change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The last plan.
    pub before: Level,
    /// One step a cause, in the order of [`Cause::ALL`].
    pub steps: Vec<Step>,
    /// This plan.
    pub after: Level,
}

/// Replans step by step from one request and firm to another.
///
/// The order is fixed, and a different one would share out the change differently. A form that
/// cannot be planned half way leaves its step at nothing; the next cause then takes both.
///
/// # Errors
///
/// Every reason why one of the two requests cannot be planned, those of the older first.
pub fn compare(
    (before, before_firm): (&Request, &Firm),
    (after, after_firm): (&Request, &Firm),
) -> Result<Change, Vec<FormError>> {
    let mut draws = None;
    let first = level(&mut draws, before, before_firm);
    let last = level(&mut draws, after, after_firm);
    let (first, last) = match (first, last) {
        (Ok(first), Ok(last)) => (first, last),
        (first, last) => return Err([first.err(), last.err()].into_iter().flatten().flatten().collect()),
    };
    let mut now = first;
    let steps = Cause::ALL.map(|cause| {
        let before_it = now;
        now = if cause == Cause::Assumptions {
            last
        } else {
            level(&mut draws, &moved(before, after, cause), before_firm).unwrap_or(now)
        };
        Step { cause, before: before_it, after: now }
    });
    Ok(Change { before: first, steps: steps.to_vec(), after: last })
}

/// The older request with everything of the newer one up to a cause.
fn moved(before: &Request, after: &Request, until: Cause) -> Request {
    if until >= Cause::Edits {
        return Request { seed: before.seed, lifetimes: before.lifetimes, ..after.clone() };
    }
    let mut request = Request { today: after.today, ..before.clone() };
    let money = &mut request.form.money;
    if until == Cause::Contributions {
        money.unsorted = Some(money.unsorted.unwrap_or(0.0) + contributed(before, after));
    }
    if until == Cause::Market {
        money.unsorted = after.form.money.unsorted;
        money.holdings.clone_from(&after.form.money.holdings);
    }
    request
}

/// What was to be saved between the two, in money of today.
fn contributed(before: &Request, after: &Request) -> f64 {
    if before.form.you.retired == Some(true) {
        return 0.0;
    }
    let months = i32::try_from(before.today.months_to(after.today)).unwrap_or(0).max(0);
    let years = f64::from(months) / 12.0;
    before.form.money.saving_year.unwrap_or(0.0) * years
}

fn level(draws: &mut Option<Draws>, request: &Request, firm: &Firm) -> Result<Level, Vec<FormError>> {
    let inputs = Inputs::check(request, firm)?;
    let Ground { cases, returns, .. } = Ground::of(&inputs, firm);
    let draws = kept(draws, inputs.seed, inputs.lifetimes, cases.tried.years);
    let played = projection::play(&[Column::of(&cases.tried)], &returns, draws, inputs.lifetimes);
    let policy = &firm.policy.zone;
    // One column went in and came out.
    let measures = zone::measure(&played.into_iter().next().unwrap_or_default(), policy);
    let Measures { success, median, .. } = measures;
    Ok(Level { success, median, zone: zone::classify(measures, policy) })
}
