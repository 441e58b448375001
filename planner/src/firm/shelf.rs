//! What a firm keeps beside its rules: products, stress tests, fee facts, bands and wording.
//!
//! It is sent apart from [`super::FirmDocument`], only to pages that show it. Read from files that
//! people edit, it may be absurd; [`Shelf`] is the same after its check.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::product::ProductList;
use super::{AssetId, Fault, Firm, Region, Text, check};
use crate::date::YearMonth;

/// The shelf as its files have it: anything may be absurd.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShelfDocument {
    /// How an allocation is kept: `upkeep.toml`.
    pub upkeep: Upkeep,
    /// The products: `products.toml`.
    pub products: ProductList,
    /// What past crises did: `stress.toml`.
    pub stress: StressTests,
    /// Reference figures of fees: `fees.toml`.
    pub fees: FeeFacts,
    /// Words that no text may use: `wording.toml`.
    pub wording: Wording,
}

/// The shelf after its check: every number in range, every reference found.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf(ShelfDocument);

impl Deref for Shelf {
    type Target = ShelfDocument;

    fn deref(&self) -> &ShelfDocument {
        &self.0
    }
}

impl Shelf {
    /// The shelf of a document that the server has already checked.
    #[must_use]
    pub const fn checked_by_server(document: ShelfDocument) -> Self {
        Self(document)
    }

    /// Checks a document against the firm whose assets and regions it names.
    ///
    /// # Errors
    ///
    /// Every fault of the document at once, in the order of its files.
    pub fn check(document: ShelfDocument, firm: &Firm) -> Result<Self, Vec<Fault>> {
        let faults = check::shelf_faults(&document, firm);
        if faults.is_empty() { Ok(Self(document)) } else { Err(faults) }
    }
}

/// How an allocation is kept: `upkeep.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upkeep {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of these rules, `YYYY-MM-DD`.
    pub dated: String,
    /// When and how far holdings are brought back to their targets.
    pub band: BandPolicy,
    /// How far the house view may go for a while.
    pub tilt: TiltPolicy,
}

/// When and how far holdings are brought back to their targets. All are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandPolicy {
    /// Widest band around a target, in weight.
    pub absolute: f64,
    /// Widest band as a share of the target.
    pub relative: f64,
    /// Trades go back to this share of the band.
    pub back_to: f64,
    /// Smaller trades are left out, as a share of all the money.
    pub smallest_trade: f64,
}

/// How far the house view may go for a while.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiltPolicy {
    /// Largest change of one asset class, in weight, a fraction.
    pub asset: f64,
    /// Largest change of the growth share, a fraction.
    pub growth: f64,
    /// Longest time, in days.
    pub days: u32,
}

/// What past crises did: `stress.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StressTests {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of the file, `YYYY-MM-DD`.
    pub dated: String,
    /// The crises.
    pub scenario: Vec<Scenario>,
}

/// One crisis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name, such as `crisis_2008`.
    pub id: String,
    /// What investors read.
    pub name: Text,
    /// What happened.
    pub text: Text,
    /// What it did to an investor of each region.
    pub region: BTreeMap<Region, Shock>,
}

/// What a crisis did to an investor of one region, in the currency of the region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shock {
    /// It begins with the end of this month.
    pub from: YearMonth,
    /// And ends with the end of this one.
    pub until: YearMonth,
    /// Inflation over the whole time.
    pub inflation: Sourced,
    /// Nominal return of each asset class over the whole time, costs not counted.
    pub returns: BTreeMap<AssetId, Sourced>,
}

/// A figure and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    /// A fraction.
    pub value: f64,
    /// Where it comes from, with its mark: text found, memory (unconfirmed) or derived.
    pub source: Text,
}

/// Reference figures of fees: `fees.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeFacts {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of the file, `YYYY-MM-DD`.
    pub dated: String,
    /// The figures, by id; [`FACTS`] must be there.
    pub fact: Vec<FeeFact>,
    /// What funds may charge.
    pub ceiling: Vec<FeeCeiling>,
}

/// The facts that the comparison begins with: commission and stamp duty of today, yearly turnover
/// of active investors, and an advisory fee.
pub const FACTS: [&str; 4] = ["commission_today", "stamp_duty", "turnover_china", "advisory_fee"];

impl FeeFacts {
    /// The value of a fact; none where the file has none. A checked file has all of [`FACTS`].
    #[must_use]
    pub fn value(&self, id: &str) -> Option<f64> {
        self.fact.iter().find(|fact| fact.id == id).map(|fact| fact.value)
    }
}

/// One reference figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeFact {
    /// Its name, such as `stamp_duty`.
    pub id: String,
    /// What investors read.
    pub name: Text,
    /// A fraction; of a trade, of the assets a year, or of the assets traded a year.
    pub value: f64,
    /// Where it comes from, with its mark.
    pub source: Text,
}

/// What funds of some kinds may charge at most. All are fractions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeCeiling {
    /// Whose funds.
    pub region: Region,
    /// The kinds of products that it holds for.
    pub kinds: Vec<String>,
    /// Once, at the purchase.
    pub subscription: f64,
    /// A year.
    pub sales_service: f64,
    /// Where it comes from, with its mark.
    pub source: Text,
}

/// Words that no text may use: `wording.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Version of this file's form.
    pub schema: u32,
    /// Words that promise, or lead astray; Latin ones count as whole words, in any case.
    pub never: Vec<String>,
    /// Longer phrases in which they may stand, such as a negation.
    pub allowed: Vec<String>,
}
