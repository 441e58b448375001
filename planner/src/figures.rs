//! The figures of a plan that a text may name, such as `{{success}}` in an article.

use serde::{Deserialize, Serialize};

use crate::Plan;
use crate::answers::Form;
use crate::firm::{Class, Family, Firm, Region, Text};
use crate::zone::Zone;

/// A figure with what it takes to write it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A zone, by its name.
    Zone(Zone),
    /// A class, by its name.
    Class(Class),
    /// An age, in years.
    Age(u32),
    /// An amount in the currency of the plan, in today's money.
    Money(f64),
    /// A fraction, and the decimals it is written with as percent.
    Share(f64, u8),
    /// Months.
    Months(f64),
}

/// The name of every figure.
pub const KEYS: [&str; 19] = [
    "zone",
    "success",
    "bad_market",
    "median",
    "essential",
    "retire_age",
    "plan_age",
    "saving_year",
    "wished_year",
    "wealth",
    "growth_share",
    "loss_share",
    "loss_money",
    "real_return",
    "cost_share",
    "inflation",
    "class",
    "reserve_months",
    "pension_share",
];

/// A figure of a plan by its name; none where no figure is called so.
#[must_use]
pub fn figure(key: &str, plan: &Plan, firm: &Firm) -> Option<Figure> {
    let Plan { standing, household, allocation, profile, .. } = plan;
    let growth = allocation.weights.iter().filter(|weight| weight.family == Family::Growth);
    Some(match key {
        "zone" => Figure::Zone(standing.zone),
        "success" => Figure::Share(standing.success, 0),
        "bad_market" => Figure::Share(standing.bad_market, 0),
        "median" => Figure::Share(standing.median, 0),
        "essential" => Figure::Share(standing.essential, 0),
        "retire_age" => Figure::Age(household.people.first()?.retire_age),
        "plan_age" => Figure::Age(household.plan_age),
        "saving_year" => Figure::Money(household.saving_year),
        "wished_year" => Figure::Money(household.wished_year),
        "wealth" => Figure::Money(household.wealth + household.set_aside),
        "growth_share" => Figure::Share(growth.map(|weight| weight.share).sum(), 0),
        "loss_share" => Figure::Share(allocation.figures.loss_95, 0),
        "loss_money" => Figure::Money(allocation.figures.loss_95 * household.wealth),
        "real_return" => Figure::Share(allocation.figures.real_net, 1),
        "cost_share" => Figure::Share(allocation.figures.fee, 2),
        "inflation" => Figure::Share(firm.assumptions_of(plan.region).inflation, 1),
        "class" => Figure::Class(profile.class),
        "reserve_months" => Figure::Months(profile.reserve_months),
        "pension_share" => Figure::Share(pension_share(plan), 0),
        _ => return None,
    })
}

/// Share of the wished spending that pensions pay once all of them have begun, 0 or more.
fn pension_share(plan: &Plan) -> f64 {
    let streams = || plan.household.people.iter().flat_map(|person| &person.pensions);
    let begun = streams().map(|stream| stream.from_year).max().unwrap_or(0);
    let paid = streams().filter(|stream| begun < stream.until_year).map(|stream| stream.amount_year);
    paid.sum::<f64>() / plan.household.wished_year
}

/// A household whose figures stand for those of a reader without a plan, as its file has it:
/// `samples/*.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFile {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of its plan, `YYYY-MM-DD`.
    pub dated: String,
    /// Who they are, in a few words.
    pub name: Text,
    /// What they answered.
    pub form: Form,
}

/// The figures of a sample household.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Where they live.
    pub region: Region,
    /// Who they are, in a few words.
    pub name: Text,
    /// The figures in the order of [`KEYS`].
    pub figures: Vec<Figure>,
}

impl Sample {
    /// The figures of a plan.
    #[must_use]
    pub fn of(name: Text, plan: &Plan, firm: &Firm) -> Self {
        let figures = KEYS.iter().filter_map(|key| figure(key, plan, firm)).collect();
        Self { region: plan.region, name, figures }
    }

    /// A figure by its name.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<Figure> {
        self.figures.get(KEYS.iter().position(|known| *known == key)?).copied()
    }
}
