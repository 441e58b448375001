//! What a firm decides about life goals beside retirement: `[life]` of `policy.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Region, Text};

/// Life goals beside retirement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifePolicy {
    /// Places of study.
    pub places: Vec<Place>,
    /// Loans for homes, by region.
    pub loan: BTreeMap<Region, LoanPolicy>,
    /// Protection of those who live on an income.
    pub protection: ProtectionPolicy,
    /// What an estate costs and who inherits, by region.
    pub estate: BTreeMap<Region, EstatePolicy>,
}

impl LifePolicy {
    /// The loans of a region. A checked firm has them for every region.
    #[must_use]
    pub fn loan_of(&self, region: Region) -> &LoanPolicy {
        #[expect(clippy::indexing_slicing, reason = "`check` refuses a firm without loans for each region")]
        &self.loan[&region]
    }

    /// The estates of a region. A checked firm has them for every region.
    #[must_use]
    pub fn estate_of(&self, region: Region) -> &EstatePolicy {
        #[expect(clippy::indexing_slicing, reason = "`check` refuses a firm without estates for each region")]
        &self.estate[&region]
    }
}

/// A place of study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name in the form.
    pub id: String,
    /// What investors read.
    pub name: Text,
    /// Cost of a year of study today, living included, in the currency of each region.
    pub cost_year: BTreeMap<Region, f64>,
    /// Years of study.
    pub years: u32,
    /// Age at which study begins, in years.
    pub start_age: u32,
    /// Real growth of the cost, a fraction a year.
    pub growth_real: f64,
    /// Where the figures come from.
    pub source: String,
}

/// Loans for homes in one region. Shares are fractions of income.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoanPolicy {
    /// Most that a home's payments may take of the household's income.
    pub home_share: f64,
    /// Most that all debts may take of the household's income.
    pub debt_share: f64,
    /// Least down payment, a share of the price.
    pub down_share: f64,
    /// The limits are tested at the contract's rate plus this much, a fraction a year; 0 for no test.
    pub test_above: f64,
    /// And at this rate at least, a fraction a year; 0 for no test.
    pub test_least: f64,
    /// Interest of a new loan, quoted a year, a fraction.
    pub rate: f64,
    /// Years of a new loan.
    pub years: u32,
}

/// Protection of those who live on an income.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtectionPolicy {
    /// Share of the spending or income that a person consumes alone, 0 to 1.
    pub own_share: f64,
    /// Real discount rate, a fraction a year.
    pub discount_real: f64,
    /// Years of income replaced in an illness: least and most.
    pub illness_years: [f64; 2],
    /// Costs of a death, in the currency of each region.
    pub final_costs: BTreeMap<Region, f64>,
}

/// Estates in one region. Money in its currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EstatePolicy {
    /// Half of the marital property is the spouse's own before anything is inherited.
    pub spouse_half: bool,
    /// Without a will, the spouse gets this much first.
    pub spouse_first: f64,
    /// Without a will, parents inherit beside spouse and children.
    pub parents_inherit: bool,
    /// Without a will, the spouse's part of the rest beside one child, 0 to 1; none means an equal part.
    #[serde(default)]
    pub spouse_with_child: Option<f64>,
    /// The same beside two or more children, 0 to 1; none means an equal part.
    #[serde(default)]
    pub spouse_with_children: Option<f64>,
    /// Cost of probate, a fraction of the estate above `probate_from`.
    pub probate_rate: f64,
    /// See `probate_rate`.
    pub probate_from: f64,
}
