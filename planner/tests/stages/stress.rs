use planner::allocation::Weight;
use planner::firm::{Family, Region};
use planner::stress::stress;
use planner::{Moves, Plan};
use proptest::prelude::*;

use crate::support::{china, firm, plan, shelf};

fn proposed() -> Plan {
    plan(&china(), Moves::default(), &firm())
}

fn only(asset: &str) -> Vec<Weight> {
    vec![Weight { asset: asset.to_owned(), family: Family::Growth, share: 1.0 }]
}

#[test]
fn one_asset_class_loses_what_it_lost_then() {
    let found = stress(&only("A_LARGE"), 1_000_000.0, Region::China, &shelf());
    let crisis = found.iter().find(|stress| stress.scenario == "crisis_2008").unwrap();
    assert!((crisis.change + 659_500.0).abs() < 1e-6, "{crisis:?}");
    // (1 - 0.6595) / 1.012 - 1
    assert!((crisis.real + 0.663_537_549).abs() < 1e-9, "{crisis:?}");
    assert!(crisis.change_real < crisis.change, "prices rose as well");
}

#[test]
fn every_crisis_is_played_for_both_regions() {
    let shelf = shelf();
    let ids = |region| -> Vec<String> {
        stress(&[], 1.0, region, &shelf).into_iter().map(|stress| stress.scenario).collect()
    };
    assert_eq!(ids(Region::China), ["crisis_2008", "china_2015", "lost_decade", "rates_2022"]);
    assert_eq!(ids(Region::Canada), ids(Region::China));
}

#[test]
fn the_proposed_mix_and_the_holdings_are_both_played() {
    let plan = proposed();
    let shelf = shelf();
    let wealth = plan.allocation.money.wealth;
    let target = stress(&plan.allocation.weights, wealth, Region::China, &shelf);
    let held = stress(&plan.allocation.held.unwrap(), wealth, Region::China, &shelf);
    assert_eq!(target.len(), held.len());
    assert!(target[0].change < 0.0 && held[0].change < 0.0);
    assert_ne!(target, held);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stress_is_linear_in_money(wealth in 1.0..1e9_f64, times in 0.0..100.0_f64) {
        let shelf = shelf();
        let mut mix = only("A_LARGE");
        mix[0].share = 0.6;
        let one = stress(&mix, wealth, Region::China, &shelf);
        let many = stress(&mix, wealth * times, Region::China, &shelf);
        for (one, many) in one.iter().zip(&many) {
            prop_assert!((one.change * times - many.change).abs() <= 1e-9 * wealth * times);
            prop_assert!((one.change_real * times - many.change_real).abs() <= 1e-9 * wealth * times);
            prop_assert_eq!(one.nominal, many.nominal);
        }
    }

    #[test]
    fn nobody_loses_more_than_everything(points in prop::collection::vec(1_u32..100, 10)) {
        let firm = firm();
        let sum = f64::from(points.iter().sum::<u32>());
        let assets = &firm.assumptions_of(Region::China).asset;
        let mix: Vec<Weight> = assets.iter().zip(&points).map(|(asset, point)| {
            Weight { asset: asset.id.clone(), family: asset.family, share: f64::from(*point) / sum }
        }).collect();
        for stress in stress(&mix, 100.0, Region::China, &shelf()) {
            prop_assert!(stress.nominal > -1.0 && stress.real > -1.0, "{stress:?}");
        }
    }
}
