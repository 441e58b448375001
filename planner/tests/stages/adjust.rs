use planner::Moves;
use planner::adjust::{AdjustForm, check};
use planner::answers::Form;
use planner::tilt::Ground;

use crate::support::{china, choose, firm, plan, shelf};

/// The faults of the proposal with some shares changed; none where it is taken.
fn faults(form: &Form, changes: &[(&str, f64)], reason: &str) -> Vec<String> {
    let (firm, shelf) = (firm(), shelf());
    let plan = plan(form, Moves::default(), &firm);
    let mut shares: std::collections::BTreeMap<String, f64> =
        plan.allocation.weights.iter().map(|weight| (weight.asset.clone(), weight.share)).collect();
    for (asset, change) in changes {
        *shares.entry((*asset).to_owned()).or_default() += change;
    }
    let ground = Ground {
        allocation: &plan.allocation,
        profile: &plan.profile,
        region: plan.region,
        firm: &firm,
        shelf: &shelf,
        today: "2026-11-22".parse().unwrap(),
    };
    let form = AdjustForm { reason: reason.to_owned(), shares };
    check(&form, &ground).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_proposal_itself_is_always_taken() {
    assert_eq!(faults(&china(), &[], "如建议所示。"), [""; 0]);
}

#[test]
fn less_growth_than_proposed_is_taken() {
    assert_eq!(faults(&china(), &[("A_LARGE", -0.1), ("CGB", 0.1)], "您希望波动更小。"), [""; 0]);
}

#[test]
fn growth_above_the_cap_of_the_class_is_refused() {
    let faults = faults(&china(), &[("A_LARGE", 0.5), ("CGB", -0.5)], "您希望更多股票。");
    assert!(!faults.is_empty(), "{faults:?}");
}

#[test]
fn every_fault_is_named_at_once() {
    let faults = faults(&china(), &[("TULIPS", 0.1), ("CGB", -2.0)], " ");
    assert_eq!(faults.len(), 4, "{faults:?}");
    assert_eq!(faults.first().map(String::as_str), Some("reason: has no answer"));
    assert!(faults.iter().any(|fault| fault.contains("TULIPS does not exist")), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.starts_with("weights: must be from 1 to 1")), "{faults:?}");
}

#[test]
fn what_does_not_suit_the_class_cannot_be_raised() {
    let mut form = china();
    choose(&mut form, "S2", &["y"]);
    let faults = faults(&form, &[("A_LARGE", 0.05), ("CASH", -0.05)], "您希望有一点股票。");
    assert!(faults.iter().any(|fault| fault.contains("does not suit the class")), "{faults:?}");
}
