//! The reserve for bad months.

use serde::{Deserialize, Serialize};

use super::{Pots, Room};

/// Months of spending wanted, had, and what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reserve {
    /// Months of spending wanted: the investor's, else the firm's.
    pub months: f64,
    /// The same as money.
    pub wanted: f64,
    /// What is there for it.
    pub had: f64,
    /// What is missing, 0 or more.
    pub gap: f64,
    /// It is a pot of its own. Where it is not, it is the part of the money for retirement that is
    /// held in cash.
    pub apart: bool,
}

/// Lays out the reserve.
pub(super) fn lay_out(room: &Room, pots: &Pots) -> Reserve {
    let asked = room.answers.life.reserve_months;
    let months = asked.unwrap_or(room.firm.policy.reserve.target_months);
    let wanted = months * room.answers.spending_year / 12.0;
    let had = if asked.is_some() { pots.reserve } else { wanted.min(room.cases.tried.wealth.max(0.0)) };
    Reserve { months, wanted, had, gap: (wanted - had).max(0.0), apart: asked.is_some() }
}
