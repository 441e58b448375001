//! The zone map: where green, grey and red lie over the age of retirement and the money.
//!
//! One column an age. In a column the borders are order statistics over the same lifetimes as the
//! plan's, so there is no grid, and the plan's own zone agrees with its place on the map.

use serde::{Deserialize, Serialize};

use crate::border::Borders;
use crate::draws::Draws;
use crate::firm::{Firm, ZonePolicy};
use crate::household::{self, Household};
use crate::projection::{self, Column, Lifetimes};
use crate::zone::Zone;
use crate::{Ground, Inputs, Moves, advice, kept};

/// Most ages on a map.
pub const AGES: u32 = 41;

/// Oldest age of retirement on a map, in years: the oldest that can be tried.
pub const OLDEST: u32 = 100;

/// Ages right of the plan's own that a map shows at least, where [`OLDEST`] allows.
const AGES_BEYOND: u32 = 5;

/// The zones over the age of retirement and the saving or spending of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frontier {
    /// One column an age, youngest first, without gaps: from the investor's age on, later where
    /// the plan's retirement is far off. Who is retired has one column, their age.
    pub columns: Vec<AgeColumn>,
    /// Where the plan stands.
    pub dot: Dot,
    /// The cheapest way to green by retiring later and saving more; none if there is none. Costs
    /// nothing where the plan is green.
    pub by_saving: Option<Way>,
    /// The cheapest way to green by retiring later and spending less; as above.
    pub by_spending: Option<Way>,
    /// Lifetimes the borders were taken from.
    pub lifetimes: u32,
}

/// The borders at one age of retirement, in whole units of money of today a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeColumn {
    /// Age of retirement of the investor, in years.
    pub age: u32,
    /// Green from this saving in the first year on, with the plan's spending; none if no saving
    /// is enough.
    pub green_from: Option<f64>,
    /// Red below this saving, 0 where nothing is red; none if every saving is red.
    pub red_below: Option<f64>,
    /// Green up to this spending in retirement, with the plan's saving; none if no spending is.
    pub green_up_to: Option<f64>,
    /// Red above this spending; none if every spending is red.
    pub red_above: Option<f64>,
}

/// The plan's place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dot {
    /// Age of retirement, in years.
    pub age: u32,
    /// Saved in the first year, in money of today.
    pub saving_year: f64,
    /// Wished spending in retirement a year, in money of today.
    pub wished_year: f64,
    /// Its zone.
    pub zone: Zone,
}

/// A place in green, and what it costs to move there from the plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// Age of retirement, in years; not before the plan's.
    pub age: u32,
    /// Saved in the first year, or spent in a year of retirement, in money of today.
    pub value: f64,
    /// Cost to the client as in [`advice::Move::cost`], in money of today.
    pub cost: f64,
}

/// Draws the map of a plan, from the first lifetimes that the request asks for.
///
/// Few lifetimes are a fixed part of many, so a map that follows a finger may ask for fewer.
///
/// # Formula
///
/// In one column `K = (a + s b) / (w c)` on each path, `s` being the saving and `w` the spending
/// of a year. Green needs the `1 - P` upper quantile of `(w c - a) / b` for P, and the upper
/// bad-market quantile of `(max(E, green B) w c - a) / b` for B; red is below those of `E` and of
/// the red median. In spending the borders are lower quantiles of `(a + s b) / c`.
#[must_use]
pub fn draw(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> Frontier {
    let Ground { cases, returns, .. } = Ground::of(inputs, firm);
    let plan = &cases.tried;
    let households = households(inputs, firm, plan);
    let years = households.iter().map(|household| household.years).max().unwrap_or(1);
    let draws = kept(draws, inputs.seed, inputs.lifetimes, years);
    let columns: Vec<Column> = households.iter().map(Column::of).collect();
    let played = projection::play(&columns, &returns, draws, inputs.lifetimes);
    let policy = &firm.policy.zone;

    let columns: Vec<AgeColumn> =
        households.iter().zip(&played).map(|(h, l)| borders(h, l, policy)).collect();
    let own_age = plan.age + plan.retire_in;
    let own = households.iter().zip(&played).find(|(household, _)| household.retire_in == plan.retire_in);
    // The plan's own age is always among the columns; without lifetimes nothing has been shown.
    let zone = own.map_or(Zone::Red, |(household, lifetimes)| {
        Borders { lifetimes, policy }.zone(household.saving_year, household.wished_year)
    });
    let discounts = advice::discounts(&returns, years);
    let ways = Ways { inputs, plan, discounts: &discounts };
    Frontier {
        by_saving: ways.cheapest(&households, &columns, Ways::by_saving),
        by_spending: ways.cheapest(&households, &columns, Ways::by_spending),
        dot: Dot { age: own_age, saving_year: plan.saving_year, wished_year: plan.wished_year, zone },
        columns,
        lifetimes: u32::try_from(played.first().map_or(0, |first| first.spending.len())).unwrap_or(u32::MAX),
    }
}

/// The household at every age of the map.
fn households(inputs: &Inputs, firm: &Firm, plan: &Household) -> Vec<Household> {
    if inputs.answers.you().retired {
        return vec![plan.clone()];
    }
    let own = plan.age + plan.retire_in;
    let first = plan.age.max((own + AGES_BEYOND).min(OLDEST).saturating_sub(AGES - 1));
    let last = (first + AGES - 1).min(OLDEST.max(first));
    (first..=last)
        .map(|age| {
            let moves = Moves { retire_age: Some(age), ..inputs.moves };
            household::household(&inputs.answers, firm, &moves, 0)
        })
        .collect()
}

fn borders(household: &Household, lifetimes: &Lifetimes, policy: &ZonePolicy) -> AgeColumn {
    let borders = Borders { lifetimes, policy };
    let Household { saving_year, wished_year, .. } = *household;
    let mut carried = borders.carried(saving_year);
    AgeColumn {
        age: household.age + household.retire_in,
        green_from: borders.least_saving(Zone::Green, wished_year),
        red_below: borders.least_saving(Zone::Grey, wished_year),
        green_up_to: borders.most_spending(Zone::Green, saving_year, &mut carried),
        red_above: borders.most_spending(Zone::Grey, saving_year, &mut carried),
    }
}

/// What it takes to get from the plan to another place.
struct Ways<'a> {
    inputs: &'a Inputs,
    plan: &'a Household,
    discounts: &'a [f64],
}

impl Ways<'_> {
    /// The cheapest of the ways to the columns from the plan's age to the latest the client named.
    fn cheapest(
        &self,
        households: &[Household],
        columns: &[AgeColumn],
        way: fn(&Self, &Household, &AgeColumn) -> Option<Way>,
    ) -> Option<Way> {
        let own = self.plan.age + self.plan.retire_in;
        let latest = self.inputs.answers.you().retire_age_latest.unwrap_or(OLDEST).max(own);
        let within = households
            .iter()
            .zip(columns)
            .filter(|(_, column)| own <= column.age && column.age <= latest)
            .filter_map(|(household, column)| way(self, household, column));
        within.min_by(|a, b| a.cost.total_cmp(&b.cost))
    }

    /// Retire at the column's age, and save what is still needed, out of the household's income.
    fn by_saving(&self, household: &Household, column: &AgeColumn) -> Option<Way> {
        let value = column.green_from?.max(self.plan.saving_year);
        let income: f64 = self.inputs.answers.people.iter().map(|person| person.income_year).sum();
        let more = value - self.plan.saving_year;
        (more <= 0.0 || value <= income).then(|| Way {
            age: column.age,
            value,
            cost: self.later(household)
                + more * advice::present_value(&household.saving_factor, self.discounts),
        })
    }

    /// Retire at the column's age, and spend what is green there, not below what is essential.
    fn by_spending(&self, household: &Household, column: &AgeColumn) -> Option<Way> {
        let value = column.green_up_to?.min(self.plan.wished_year);
        let less = self.plan.wished_year - value;
        (less <= 0.0 || self.plan.essential_year <= value).then(|| Way {
            age: column.age,
            value,
            cost: self.later(household)
                + less * advice::present_value(&household.spending_factor, self.discounts),
        })
    }

    fn later(&self, household: &Household) -> f64 {
        let income_year = self.inputs.answers.you().income_year;
        advice::cost_of_later(self.plan, household.retire_in, income_year, self.discounts)
    }
}
