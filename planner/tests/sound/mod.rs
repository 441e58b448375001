//! What must hold of every input, whatever its bytes: no panic, no figure that is none, and no zone
//! that contradicts its own P, B and M.
//!
//! The ordinary tests try some thousand inputs; `fuzz/` tries them for as long as it is left running.

#![expect(clippy::panic, reason = "a contradiction stops the run")]

use planner::answers::FormError;
use planner::firm::Firm;
use planner::frontier::{self, Frontier};
use planner::goals::{LifePlan, Stand};
use planner::zone::{self, Measures, Standing, Zone};
use planner::{Inputs, Moves, Plan, Request, guardrail, ways, why};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) mod mutation;

/// Lifetimes at most, so that many inputs can be tried.
const MOST_LIFETIMES: u32 = 64;

/// How far a byte string got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reached {
    /// It is no request.
    Nothing,
    /// It is a request that was refused.
    Refusal,
    /// It was planned.
    Plan,
}

/// Plans some bytes, asks every question about the plan, and panics at the first contradiction.
pub(crate) fn examine(bytes: &[u8], firm: &Firm) -> Reached {
    let Ok(request) = serde_json::from_slice::<Request>(bytes) else { return Reached::Nothing };
    let lifetimes =
        request.lifetimes.map_or(MOST_LIFETIMES, |lifetimes| lifetimes.min(MOST_LIFETIMES + lifetimes % 2));
    let request = Request { lifetimes: Some(lifetimes), ..request };
    let inputs = match Inputs::check(&request, firm) {
        Ok(inputs) => inputs,
        Err(errors) => {
            check_refusal(&errors);
            return Reached::Refusal;
        }
    };
    let mut draws = None;
    let plan = planner::plan_with(&mut draws, &inputs, firm);
    check_plan(&plan, firm);
    check_life(&planner::life_with(&mut draws, &inputs, firm), &plan, firm);
    check_map(&frontier::draw(&mut draws, &inputs, firm), &plan);
    check_why(&why::explain(&mut draws, &inputs, firm), &plan);
    is_stored_whole(&guardrail::set(&mut draws, &inputs, firm));
    is_stored_whole(&why::replay(&mut draws, &inputs, firm, 0.1));

    for way in ways::find(&mut draws, &inputs, firm) {
        is_stored_whole(&way);
        let after = standing(&mut draws, &request, way.moves, firm);
        assert_eq!(after.zone, Zone::Green, "{way:?}");
        assert_eq!(after.success.to_bits(), way.success_after.to_bits(), "{way:?}");
    }
    Reached::Plan
}

/// Where a request stands with other moves.
fn standing(
    draws: &mut Option<planner::draws::Draws>,
    request: &Request,
    moves: Moves,
    firm: &Firm,
) -> Standing {
    let inputs = Inputs::check(&Request { moves, ..request.clone() }, firm);
    let inputs = inputs.unwrap_or_else(|errors| panic!("a proposed move is refused: {errors:?}, {moves:?}"));
    planner::plan_with(draws, &inputs, firm).standing
}

/// Every refusal names its field and its reason, and can be sent.
fn check_refusal(errors: &[FormError]) {
    assert!(!errors.is_empty(), "refused without a reason");
    for error in errors {
        assert!(!error.field.to_string().is_empty() && !error.reason.to_string().is_empty(), "{error:?}");
    }
}

/// A figure that is NaN or infinite is written as `null`, and does not come back.
fn is_stored_whole<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap_or_else(|error| panic!("{error}: {value:?}"));
    let back: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert!(&back == value, "stored and read again, it differs: {text}");
}

fn check_plan(plan: &Plan, firm: &Firm) {
    is_stored_whole(plan);
    let Standing { zone, success, bad_market, median, essential, success_interval, .. } = plan.standing;
    let measures = Measures { success, bad_market, median, essential };
    assert_eq!(zone::classify(measures, &firm.policy.zone), zone, "{measures:?}");
    let [low, high] = success_interval;
    assert!((0.0..=1.0).contains(&success) && low <= success && success <= high, "{:?}", plan.standing);
    let points: f64 = plan.allocation.weights.iter().map(|weight| weight.share).sum();
    assert!((points - 1.0).abs() < 1e-9, "the weights sum to {points}");
    assert!(plan.advice.moves.iter().all(|found| found.zone_after == Zone::Green), "{:?}", plan.advice);
    assert!(zone != Zone::Green || plan.advice.moves.is_empty(), "green, and yet advised: {:?}", plan.advice);
}

fn check_life(life: &LifePlan, plan: &Plan, firm: &Firm) {
    is_stored_whole(life);
    assert_eq!(life.retirement.zone, plan.standing.zone);
    for goal in &life.goals {
        check_stand(goal.stand, firm);
        check_stand(goal.price.otherwise, firm);
    }
    let purse = life.purse;
    let parts = purse.reserve + purse.goals + purse.retirement;
    assert!((parts - purse.holdings).abs() <= 1e-9 * purse.holdings.max(1.0), "{purse:?}");
}

/// What must hold whatever share of a goal is essential.
fn check_stand(stand: Stand, firm: &Firm) {
    let policy = &firm.policy.zone;
    let [least, most] = policy.essential_clamp;
    let on_course = policy.green_success <= stand.success;
    match stand.zone {
        Zone::Green => assert!(on_course && policy.green_bad_market <= stand.bad_market, "{stand:?}"),
        Zone::Grey => assert!(least <= stand.bad_market && policy.red_median <= stand.median, "{stand:?}"),
        Zone::Red => assert!(stand.bad_market < most || stand.median < policy.red_median, "{stand:?}"),
    }
}

fn check_map(map: &Frontier, plan: &Plan) {
    is_stored_whole(map);
    assert_eq!(map.dot.zone, plan.standing.zone, "the dot is not where the plan is");
    let ages: Vec<u32> = map.columns.iter().map(|column| column.age).collect();
    assert!(ages.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{ages:?}");
    assert!(ages.contains(&map.dot.age), "{ages:?} lack the dot's {}", map.dot.age);
    for column in &map.columns {
        if let (Some(green), Some(red)) = (column.green_from, column.red_below) {
            assert!(red <= green, "{column:?}");
        }
        if let (Some(green), Some(red)) = (column.green_up_to, column.red_above) {
            assert!(green <= red, "{column:?}");
        }
    }
}

fn check_why(why: &why::Why, plan: &Plan) {
    is_stored_whole(why);
    let kept = f64::from(why.lifetimes - why.failing) / f64::from(why.lifetimes);
    assert_eq!(kept.to_bits(), plan.standing.success.to_bits(), "{why:?}");
    let shares: f64 = why.causes.iter().map(|blame| blame.share).sum();
    assert!(why.failing == 0 || (shares - 1.0).abs() < 1e-9, "{why:?}");
}
