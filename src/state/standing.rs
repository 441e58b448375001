//! Where an allocation stands, from the proposal to what was agreed on and what is held.

use std::collections::BTreeMap;

use planner::Plan;
use planner::allocation::Weight;
use planner::answers::Answers;
use planner::day::Day;
use planner::firm::Asset;
use planner::firm::shelf::BandPolicy;
use planner::rebalance::{self, Order, Record, State};
use wire::{AllocationStanding, AllocationState};

/// What is known of an allocation.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The plan of the answers on this device.
    pub plan: &'a Plan,
    /// The answers; none where they are not complete.
    pub answers: Option<&'a Answers>,
    /// The asset classes of the region.
    pub assets: &'a [Asset],
    /// The bands of the firm, once they are here.
    pub bands: Option<&'a BandPolicy>,
    /// The assessment is valid.
    pub assessed: bool,
    /// What the server knows; none for a guest, or before it has answered.
    pub agreed: Option<&'a AllocationStanding>,
    /// Today.
    pub today: Day,
}

/// Where an allocation stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// The weights that count: those agreed on, tilted or not, and before that the proposed ones.
    pub targets: Vec<Weight>,
    /// Asset classes that are out of range; none before the bands are here, or where holdings are not
    /// sorted.
    pub outside: Option<usize>,
    /// The answers on this device propose other weights than those that were confirmed as proposed.
    pub moved_on: bool,
}

/// Says where an allocation stands.
#[must_use]
pub fn of(facts: &Facts) -> Standing {
    let Facts { plan, answers, assets, bands, assessed, agreed, today } = *facts;
    let proposed = &plan.allocation.weights;
    let agreed = agreed.filter(|standing| standing.state != AllocationState::Proposed);
    let decision = agreed.and_then(|standing| standing.agreed.decision.as_ref());
    let until = |standing: &AllocationStanding| standing.agreed.tilt.as_ref()?.until.parse::<Day>().ok();
    let tilted_until = agreed.and_then(until).filter(|until| today <= *until);
    let tilt = agreed.and_then(|standing| standing.agreed.tilt.as_ref()).filter(|_| tilted_until.is_some());
    let weights = tilt.map(|tilt| &tilt.weights).or(decision.map(|decision| &decision.weights));
    let targets = weights.map_or_else(|| proposed.clone(), |weights| listed(assets, weights));
    let nothing_new = Order { new_money: 0.0, buy_only: false };
    let held = answers
        .zip(bands)
        .and_then(|(answers, bands)| rebalance::rebalance(answers, &targets, nothing_new, bands));
    let strays = |held: &rebalance::Rebalance| {
        held.positions.iter().filter(|position| position.strays(position.share)).count()
    };
    let record = Record { assessed, confirmed: decision.is_some(), tilted_until };
    let confirmed = decision.filter(|decision| !decision.adjusted);
    Standing {
        state: rebalance::state(&record, held.as_ref(), today),
        outside: held.as_ref().map(strays),
        moved_on: confirmed.is_some_and(|decision| differ(&listed(assets, &decision.weights), proposed)),
        targets,
    }
}

/// Weights by asset class in the order of the assumptions.
fn listed(assets: &[Asset], weights: &BTreeMap<String, f64>) -> Vec<Weight> {
    let weight = |asset: &Asset| Weight {
        asset: asset.id.clone(),
        family: asset.family,
        share: weights.get(&asset.id).copied().unwrap_or(0.0),
    };
    assets.iter().map(weight).collect()
}

fn differ(one: &[Weight], other: &[Weight]) -> bool {
    let share = |weights: &[Weight], asset: &str| {
        weights.iter().find(|weight| weight.asset == asset).map_or(0.0, |weight| weight.share)
    };
    let assets = one.iter().chain(other).map(|weight| weight.asset.as_str());
    // Weights are whole points.
    assets.into_iter().any(|asset| (share(one, asset) - share(other, asset)).abs() > 1e-6)
}
