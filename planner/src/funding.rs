//! The funded ratio of cash flows at one constant return: the projection without chance.

use crate::household::Household;

/// Cash flows at the start of each year, in money of today.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// Money today.
    pub wealth: f64,
    /// What comes in each year: saving, pensions, less what is owed.
    pub inflow: Vec<f64>,
    /// Wished spending of each year.
    pub spending: Vec<f64>,
}

impl Flows {
    /// The flows of a household.
    #[must_use]
    pub fn of(household: &Household) -> Self {
        let inflow = household.income.iter().zip(&household.obligations).enumerate();
        Self {
            wealth: household.wealth,
            inflow: inflow.map(|(year, (income, owed))| household.saving(year) + income - owed).collect(),
            spending: household.spending_factor.iter().map(|factor| household.wished_year * factor).collect(),
        }
    }
}

/// Present values of what there is and of what is wished.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funding {
    /// Money today and everything that comes in.
    pub resources: f64,
    /// The wished spending.
    pub wishes: f64,
}

impl Funding {
    /// The funded ratio: the multiple of the wished spending that can be carried to the end.
    #[must_use]
    pub fn ratio(self) -> f64 {
        self.resources / self.wishes
    }
}

/// The funding of flows at a constant real return, a fraction a year.
///
/// # Formula
///
/// `K = (W0 + sum d_t inflow_t) / sum d_t spending_t` with `d_t = (1 + r)^-t`
#[must_use]
pub fn fund(flows: &Flows, real_return: f64) -> Funding {
    let mut funding = Funding { resources: flows.wealth, wishes: 0.0 };
    let mut discount = 1.0;
    for (inflow, spending) in flows.inflow.iter().zip(&flows.spending) {
        funding.resources += discount * inflow;
        funding.wishes += discount * spending;
        discount /= 1.0 + real_return;
    }
    funding
}

/// The constant real return at which the flows are just funded, a fraction a year; none if even
/// 15% is too little, and -10% if that is enough.
#[must_use]
pub fn needed_return(household: &Household) -> Option<f64> {
    let flows = Flows::of(household);
    let funded = |rate: f64| {
        let funding = fund(&flows, rate);
        funding.resources >= funding.wishes
    };
    let (mut low, mut high) = (-0.10, 0.15);
    if !funded(high) {
        return None;
    }
    if funded(low) {
        return Some(low);
    }
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if funded(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}
