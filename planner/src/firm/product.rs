//! What a firm offers: kinds of products and the products themselves, `products.toml`.

use serde::{Deserialize, Serialize};

use super::{AssetId, Class, Level, Region, Text};

/// The products of a firm: `products.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductList {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of the list, `YYYY-MM-DD`.
    pub dated: String,
    /// Terms up to this many days suit every horizon, 0 to 366.
    pub short_term_days: u32,
    /// Least knowledge for a complex product, 0 to 100 points.
    pub complex_knowledge: f64,
    /// The kinds of products.
    pub kind: Vec<ProductKind>,
    /// The products.
    pub product: Vec<Product>,
}

impl ProductList {
    /// The kind of a product. A checked list has it.
    #[must_use]
    pub fn kind_of(&self, product: &Product) -> Option<&ProductKind> {
        self.kind.iter().find(|kind| kind.id == product.kind)
    }
}

/// A kind of product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductKind {
    /// Its name in products, such as `bond_fund`.
    pub id: String,
    /// What investors read.
    pub name: Text,
    /// Least knowledge and experience that it asks for, 0 to 100 points.
    pub knowledge: f64,
}

/// What an investor wants of the money, least ambitious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// Keep it, and keep it at hand.
    Preserve,
    /// Do a little better than inflation.
    KeepPace,
    /// Grow in the long run.
    Growth,
    /// Grow much, with large swings.
    HighGrowth,
}

impl Objective {
    /// The objective behind the highest class that is recommended with it; none means no limit.
    #[must_use]
    pub const fn of_cap(cap: Option<Class>) -> Self {
        match cap {
            Some(Class::C1Lowest | Class::C1 | Class::C2) => Self::Preserve,
            Some(Class::C3) => Self::KeepPace,
            Some(Class::C4) => Self::Growth,
            Some(Class::C5) | None => Self::HighGrowth,
        }
    }
}

/// One product. A generic one in the default firm: it stands for no issuer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its name in addresses, such as `cn-money-1`.
    pub id: String,
    /// Who is offered it.
    pub region: Region,
    /// What investors read.
    pub name: Text,
    /// Its kind, one of [`ProductList::kind`].
    pub kind: String,
    /// Level given by the issuer.
    pub issuer_level: Level,
    /// Level given by this firm.
    pub distributor_level: Level,
    /// Days for which the money is tied; none where it can be had any day.
    #[serde(default)]
    pub term_days: Option<u32>,
    /// Least amount of a purchase, in its currency.
    pub minimum: f64,
    /// What it costs.
    pub fees: ProductFees,
    /// ISO 4217 code, that of its region.
    pub currency: String,
    /// How it is run.
    pub strategy: Text,
    /// What it invests in.
    pub direction: Text,
    /// The least ambitious objective that it serves.
    pub objective: Objective,
    /// The asset class that it stands for in the allocation.
    pub asset: AssetId,
    /// Hard to understand: asks for more knowledge.
    #[serde(default)]
    pub complex: bool,
    /// For qualified investors only.
    #[serde(default)]
    pub qualified: bool,
}

impl Product {
    /// The level that counts: the higher of the two.
    ///
    /// # Source
    ///
    /// Measures on the suitability of products of financial institutions, in force 2026-02-01.
    #[must_use]
    pub fn level(&self) -> Level {
        self.issuer_level.max(self.distributor_level)
    }
}

/// What a product costs. All are fractions of the money in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductFees {
    /// Once, at the purchase.
    pub subscription: f64,
    /// A year.
    pub management: f64,
    /// A year.
    pub custody: f64,
    /// A year; in China none after a year of holding, except for money funds.
    pub sales_service: f64,
    /// At the sale, by the time it was held; none after the last step.
    #[serde(default)]
    pub redemption: Vec<RedemptionStep>,
}

impl ProductFees {
    /// What it costs every year, a fraction; the purchase and the sale not counted.
    #[must_use]
    pub fn year(&self) -> f64 {
        self.management + self.custody + self.sales_service
    }

    /// The fee of a sale after so many days, a fraction.
    #[must_use]
    pub fn redemption_after(&self, days: u32) -> f64 {
        self.redemption.iter().find(|step| days < step.below_days).map_or(0.0, |step| step.fee)
    }
}

/// One step of the fee of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedemptionStep {
    /// It holds below this many days.
    pub below_days: u32,
    /// A fraction of the money sold.
    pub fee: f64,
}
