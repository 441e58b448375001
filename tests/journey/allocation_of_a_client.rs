//! An allocation on its way: proposed, confirmed, in range or out of it, tilted for a while.

use std::collections::BTreeMap;

use evergreen::state::standing::{self, Facts, Standing};
use planner::answers::{self, Form};
use planner::day::Day;
use planner::firm::Region;
use planner::rebalance::State;
use planner::{Moves, Plan};
use wire::{Agreed, AllocationStanding, AllocationState, Decision, TiltView};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A client whose holdings are exactly what the plan proposes.
fn on_target() -> (Form, Plan) {
    let firm = super::support::firm();
    let mut form = super::support::china();
    form.money.unsorted = None;
    form.money.holdings.clear();
    form.money.holdings.insert("CASH".to_owned(), 1_000_000.0);
    // What is held does not decide what is proposed, only how much there is.
    let plan = super::support::plan(&form, Moves::default(), &firm);
    form.money.holdings =
        weights(&plan).into_iter().map(|(asset, share)| (asset, 1_000_000.0 * share)).collect();
    (form, plan)
}

fn weights(plan: &Plan) -> BTreeMap<String, f64> {
    let weights = plan.allocation.weights.iter().filter(|weight| weight.share > 0.0);
    weights.map(|weight| (weight.asset.clone(), weight.share)).collect()
}

fn decided(weights: BTreeMap<String, f64>, adjusted: bool) -> AllocationStanding {
    let decision = Decision {
        by: "Lin".to_owned(),
        at_ms: 1_795_000_000_000,
        reason: "As talked over".to_owned(),
        adjusted,
        weights,
        digest: "d".to_owned(),
    };
    AllocationStanding {
        state: AllocationState::Confirmed,
        digest: Some("d".to_owned()),
        agreed: Agreed { decision: Some(decision), tilt: None },
    }
}

fn standing(form: &Form, plan: &Plan, agreed: Option<&AllocationStanding>, today: &str) -> Standing {
    let firm = super::support::firm();
    let answers = answers::check(form, &firm, super::support::TODAY).unwrap();
    standing::of(&Facts {
        plan,
        answers: Some(&answers),
        assets: &firm.assumptions_of(Region::China).asset,
        bands: Some(&super::support::shelf().upkeep.band),
        assessed: true,
        agreed,
        today: day(today),
    })
}

/// The weights with some of the largest one moved to cash.
fn shifted(plan: &Plan, by: f64) -> BTreeMap<String, f64> {
    let mut weights = weights(plan);
    let largest = weights.iter().filter(|(asset, _)| *asset != "CASH");
    let largest = largest.max_by(|one, other| one.1.total_cmp(other.1)).unwrap().0.clone();
    *weights.get_mut(&largest).unwrap() -= by;
    *weights.entry("CASH".to_owned()).or_default() += by;
    weights
}

#[test]
fn it_is_a_proposal_for_a_guest_and_until_the_advisor_decides() {
    let (form, plan) = on_target();
    let waiting =
        AllocationStanding { state: AllocationState::Proposed, ..decided(shifted(&plan, 0.2), true) };
    for agreed in [None, Some(&waiting)] {
        let standing = standing(&form, &plan, agreed, "2026-11-26");
        assert_eq!((standing.state, standing.outside), (State::Proposed, Some(0)));
        assert_eq!(standing.targets, plan.allocation.weights);
    }
}

#[test]
fn confirmed_as_proposed_it_is_in_range_until_holdings_leave_it() {
    let (mut form, plan) = on_target();
    let agreed = decided(weights(&plan), false);
    let calm = standing(&form, &plan, Some(&agreed), "2026-11-26");
    assert_eq!((calm.state, calm.outside, calm.moved_on), (State::InRange, Some(0), false));

    *form.money.holdings.entry("CASH".to_owned()).or_default() += 400_000.0;
    let strayed = standing(&form, &plan, Some(&agreed), "2026-11-26");
    assert_eq!(strayed.state, State::OutOfRange);
    assert!(strayed.outside.unwrap() > 0);

    form.money.holdings.clear();
    form.money.unsorted = Some(1_000_000.0);
    let unknown = standing(&form, &plan, Some(&agreed), "2026-11-26");
    assert_eq!((unknown.state, unknown.outside), (State::Confirmed, None));
}

#[test]
fn what_the_advisor_adjusted_is_what_holdings_are_held_to() {
    let (form, plan) = on_target();
    let agreed = decided(shifted(&plan, 0.2), true);
    let standing = standing(&form, &plan, Some(&agreed), "2026-11-26");
    assert_eq!((standing.state, standing.moved_on), (State::OutOfRange, false));
}

#[test]
fn a_tilt_holds_to_its_last_day_and_no_longer() {
    let (mut form, plan) = on_target();
    let tilted = shifted(&plan, 0.2);
    form.money.holdings = tilted.iter().map(|(asset, share)| (asset.clone(), 1_000_000.0 * share)).collect();
    let mut agreed = decided(weights(&plan), false);
    agreed.state = AllocationState::Tactical;
    agreed.agreed.tilt = Some(TiltView {
        by: "Lin".to_owned(),
        reason: "A large payment is near".to_owned(),
        until: "2027-01-31".to_owned(),
        at_ms: 1_795_000_000_000,
        weights: tilted,
    });
    let during = standing(&form, &plan, Some(&agreed), "2027-01-31");
    assert_eq!(during.state, State::Tactical { until: day("2027-01-31") });
    let after = standing(&form, &plan, Some(&agreed), "2027-02-01");
    assert_eq!(after.state, State::OutOfRange);
}

#[test]
fn answers_that_moved_on_do_not_move_what_was_confirmed() {
    let (form, plan) = on_target();
    let agreed = decided(shifted(&plan, 0.2), false);
    let standing = standing(&form, &plan, Some(&agreed), "2026-11-26");
    assert!(standing.moved_on);
    assert_ne!(standing.targets, plan.allocation.weights);
}
