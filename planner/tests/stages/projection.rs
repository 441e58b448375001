use planner::allocation::LogReturn;
use planner::draws::Draws;
use planner::funding::{Flows, fund};
use planner::household::Household;
use planner::projection::{Column, play, quantile};
use planner::{Inputs, Moves};

use crate::support::{china, firm, plan, request};

/// The household of the method's worked example: 40, retires at 63, plan age 92.
pub(crate) fn worked_example(saving_year: f64, wished_year: f64) -> (Household, Vec<LogReturn>) {
    let years = 92 - 40 + 1;
    let from = |year: u32, before: f64, after: f64| -> Vec<f64> {
        (0..years).map(|t| if t < year { before } else { after }).collect()
    };
    let household = Household {
        age: 40,
        people: Vec::new(),
        retire_in: 23,
        years,
        plan_age: 92,
        wealth: 500_000.0,
        set_aside: 0.0,
        uncovered: 0.0,
        wished_year,
        essential_year: 0.7 * 150_000.0,
        saving_year,
        saving_factor: from(23, 1.0, 0.0),
        saving_diverted: from(0, 0.0, 0.0),
        income: from(23, 0.0, 60_000.0),
        spending_factor: from(23, 0.0, 1.0),
        obligations: from(0, 0.0, 0.0),
        gap_year: 90_000.0,
    };
    // Growth 50% before and 30% after retirement, as in the table of model portfolios.
    let before = LogReturn { mean: libm::log(1.0298), sd: 0.0860 };
    let after = LogReturn { mean: libm::log(1.0198), sd: 0.0537 };
    let returns = (0..years).map(|t| if t < 23 { before } else { after }).collect();
    (household, returns)
}

pub(crate) fn ratios(household: &Household, returns: &[LogReturn]) -> Vec<f64> {
    let draws = Draws::new(3, 10_000, household.years);
    play(&[Column::of(household)], returns, &draws, 10_000)[0].ratios()
}

#[test]
fn the_worked_example_comes_out_as_an_independent_sketch_had_it() {
    let (household, returns) = worked_example(50_000.0, 150_000.0);
    let ratios = ratios(&household, &returns);
    let success = ratios.iter().filter(|ratio| **ratio >= 1.0).count() as f64 / 10_000.0;
    assert!((success - 0.757).abs() < 0.015, "P {success}");
    assert!((quantile(&ratios, 0.1) - 0.891).abs() < 0.012, "B {}", quantile(&ratios, 0.1));
    assert!((quantile(&ratios, 0.5) - 1.17).abs() < 0.012, "M {}", quantile(&ratios, 0.5));
}

#[test]
fn without_volatility_every_lifetime_is_hand_arithmetic() {
    let (household, _) = worked_example(50_000.0, 150_000.0);
    let returns = vec![LogReturn { mean: libm::log(1.02), sd: 0.0 }; 53];
    let by_hand = fund(&Flows::of(&household), 0.02).ratio();
    for ratio in ratios(&household, &returns) {
        assert!((ratio / by_hand - 1.0).abs() < 1e-12);
    }
}

#[test]
fn the_same_seed_gives_the_same_bits_whatever_was_kept() {
    let firm = firm();
    let inputs = Inputs::check(&request(&china(), Moves::default()), &firm).unwrap();
    let mut kept = Some(Draws::new(1, 30_000, 90));
    assert_eq!(planner::plan_with(&mut kept, &inputs, &firm), planner::plan(&inputs, &firm));
    let other =
        Inputs::check(&planner::Request { seed: 2, ..request(&china(), Moves::default()) }, &firm).unwrap();
    assert_ne!(planner::plan(&inputs, &firm).digest, planner::plan(&other, &firm).digest);
}

#[test]
fn bands_begin_at_todays_wealth_and_are_in_order() {
    let plan = plan(&china(), Moves::default(), &firm());
    let bands = &plan.projection.bands;
    assert_eq!(bands.len(), plan.household.years as usize + 1);
    assert_eq!(bands[0].p10, plan.household.wealth);
    assert_eq!(bands[0].p90, plan.household.wealth);
    for band in bands {
        assert!(
            0.0 <= band.p10
                && band.p10 <= band.p25
                && band.p25 <= band.p50
                && band.p50 <= band.p75
                && band.p75 <= band.p90
        );
    }
}

#[test]
fn the_distribution_of_k_holds_every_lifetime() {
    let plan = plan(&china(), Moves::default(), &firm());
    let sum: f64 = plan.projection.distribution.shares.iter().sum();
    assert!((sum - 1.0).abs() < 1e-9);
}
