//! Engineer Zhao, 35, earns well and accepts no loss at all.

use planner::Moves;
use planner::answers::{Form, Sex};
use planner::firm::{Class, Level};
use planner::profile::ClassReason;

fn zhao() -> Form {
    let mut form = super::single(1991.0, Sex::Male, 60.0, 400_000.0, 12.0);
    super::money(&mut form, 15_000.0, 10_000.0, 150_000.0, 800_000.0);
    for (item, key) in [("S2", "y"), ("T2", "f"), ("T1", "a"), ("G1", "a"), ("G2", "a")] {
        super::support::choose(&mut form, item, &[key]);
    }
    form
}

#[test]
fn the_gate_decides_whatever_the_income() {
    let plan = super::plan(&zhao(), Moves::default());
    assert_eq!(plan.profile.class, Class::C1Lowest);
    assert!(plan.profile.reasons.contains(&ClassReason::Gate("S2".to_owned())));
}

#[test]
fn the_mix_holds_the_lowest_level_only() {
    let firm = super::support::firm();
    let plan = super::plan(&zhao(), Moves::default());
    let assets = &firm.assumptions_of(plan.region).asset;
    for weight in plan.allocation.weights.iter().filter(|weight| weight.share > 0.0) {
        let asset = assets.iter().find(|asset| asset.id == weight.asset).unwrap();
        assert_eq!(asset.min_product_level, Level::R1, "{}", weight.asset);
    }
}

#[test]
fn it_is_expected_to_lose_a_little_to_prices() {
    assert!(super::plan(&zhao(), Moves::default()).allocation.figures.real_net < 0.0);
}
