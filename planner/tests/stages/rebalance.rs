use planner::allocation::Weight;
use planner::answers::{Answers, check};
use planner::day::Day;
use planner::firm::Family;
use planner::rebalance::{self, Order, OrderForm, Rebalance, Record, State, rebalance, state};
use proptest::prelude::*;

use crate::support::{TODAY, china, firm, shelf};

const ASSETS: [&str; 4] = ["CASH", "CGB", "A_LARGE", "GOLD"];

fn holding(amounts: [f64; 4]) -> Answers {
    let mut form = china();
    form.money.holdings = ASSETS.map(str::to_owned).into_iter().zip(amounts).collect();
    check(&form, &firm(), TODAY).unwrap()
}

fn targets(shares: [f64; 4]) -> Vec<Weight> {
    let weight =
        |(asset, share): (&str, f64)| Weight { asset: asset.to_owned(), family: Family::Growth, share };
    ASSETS.into_iter().zip(shares).map(weight).collect()
}

fn run(amounts: [f64; 4], shares: [f64; 4], new_money: f64, buy_only: bool) -> Rebalance {
    let policy = shelf().upkeep.band;
    rebalance(&holding(amounts), &targets(shares), Order { new_money, buy_only }, &policy).unwrap()
}

fn trades(rebalance: &Rebalance) -> Vec<f64> {
    rebalance.positions.iter().map(|position| position.trade).collect()
}

#[test]
fn inside_the_bands_nothing_is_traded() {
    let rebalance = run([2_000.0, 3_200.0, 3_800.0, 1_000.0], [0.2, 0.3, 0.4, 0.1], 0.0, false);
    assert!(rebalance.in_range && rebalance.in_range_after);
    assert_eq!(trades(&rebalance), [0.0; 4]);
}

#[test]
fn outside_a_band_trades_go_back_to_half_of_it() {
    // Shares of 50% may be 45% to 55%, and go back to 52.5%; the three others together buy it.
    let rebalance = run([10_000.0, 15_000.0, 60_000.0, 15_000.0], [0.15, 0.2, 0.5, 0.15], 0.0, false);
    assert!(!rebalance.in_range && rebalance.in_range_after);
    assert_eq!(rebalance.positions[2].share_after, 0.525);
    assert_eq!(trades(&rebalance)[2], -7_500.0);
}

#[test]
fn a_band_ends_where_the_rule_says() {
    for (shares, in_range) in [
        ([0.0, 0.0, 0.551, 0.449], true),
        ([0.0, 0.0, 0.549, 0.451], false),
        ([0.125, 0.275, 0.6, 0.0], true),
        ([0.126, 0.274, 0.6, 0.0], false),
    ] {
        let targets = if shares[0] > 0.0 { [0.1, 0.3, 0.6, 0.0] } else { [0.0, 0.0, 0.6, 0.4] };
        let found = run(shares.map(|share| (share * 1e6_f64).round()), targets, 0.0, false);
        assert_eq!(found.in_range, in_range, "{shares:?}");
    }
}

#[test]
fn new_money_goes_first_to_what_is_furthest_below_its_band() {
    let rebalance = run([25_000.0, 25_000.0, 36_000.0, 4_000.0], [0.25, 0.25, 0.4, 0.1], 10_000.0, false);
    // 4% of gold is below 7.5%; up to half the band, 8.75% of 100,000, it takes 4,750.
    assert!(trades(&rebalance)[3] >= 4_750.0, "{:?}", trades(&rebalance));
    assert!(trades(&rebalance).iter().all(|trade| *trade >= 0.0));
    assert!(rebalance.in_range_after);
}

#[test]
fn buying_only_sells_nothing_even_where_that_stays_outside() {
    let rebalance = run([10_000.0, 10_000.0, 75_000.0, 5_000.0], [0.25, 0.25, 0.4, 0.1], 2_000.0, true);
    assert!(trades(&rebalance).iter().all(|trade| *trade >= 0.0));
    assert!(!rebalance.in_range_after);
}

#[test]
fn trades_too_small_to_matter_are_left_out() {
    // Gold is 0.4 points too high for half its band, and everything else trades.
    let rebalance = run([10_000.0, 10_000.0, 68_400.0, 11_600.0], [0.25, 0.25, 0.4, 0.1], 0.0, false);
    for position in &rebalance.positions {
        assert!(position.trade == 0.0 || position.trade.abs() >= 500.0, "{position:?}");
    }
    assert_eq!(rebalance.positions[3].trade, 0.0);
}

#[test]
fn small_new_money_is_placed_all_the_same() {
    let rebalance = run([25_000.0, 25_000.0, 40_000.0, 10_000.0], [0.25, 0.25, 0.4, 0.1], 40.0, false);
    assert_eq!(trades(&rebalance).iter().sum::<f64>(), 40.0);
    assert_eq!(trades(&rebalance).iter().filter(|trade| **trade != 0.0).count(), 1);
}

#[test]
fn what_is_not_sorted_cannot_be_compared() {
    let mut form = china();
    form.money.unsorted = Some(1.0);
    let answers = check(&form, &firm(), TODAY).unwrap();
    let order = Order { new_money: 0.0, buy_only: false };
    assert_eq!(rebalance(&answers, &targets([0.25; 4]), order, &shelf().upkeep.band), None);
}

#[test]
fn an_order_is_checked() {
    let form = |new_money| OrderForm { new_money: Some(new_money), buy_only: false };
    assert_eq!(rebalance::check(&form(1_000.7)).unwrap().new_money, 1_000.0);
    let faults = rebalance::check(&form(-5.0)).unwrap_err();
    assert_eq!(faults[0].to_string(), "new_money: must be from 0 to 100000000000, is -5");
    assert!(rebalance::check(&form(f64::NAN)).is_err());
}

#[test]
fn the_state_names_what_needs_an_act_first() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let today = day("2026-11-22");
    let inside = run([2_500.0, 2_500.0, 4_000.0, 1_000.0], [0.25, 0.25, 0.4, 0.1], 0.0, false);
    let outside = run([9_000.0, 0.0, 1_000.0, 0.0], [0.25, 0.25, 0.4, 0.1], 0.0, false);
    let until = day("2027-01-31");
    let confirmed = Record { assessed: true, confirmed: true, tilted_until: None };
    let tilted = Record { tilted_until: Some(until), ..confirmed };
    let expired = Record { tilted_until: Some(day("2026-11-21")), ..confirmed };
    for (record, rebalance, expected) in [
        (Record { assessed: false, ..tilted }, Some(&outside), State::NeedsProfile),
        (Record { confirmed: false, ..tilted }, Some(&outside), State::Proposed),
        (tilted, Some(&outside), State::OutOfRange),
        (tilted, Some(&inside), State::Tactical { until }),
        (expired, Some(&inside), State::InRange),
        (confirmed, Some(&inside), State::InRange),
        (confirmed, None, State::Confirmed),
    ] {
        assert_eq!(state(&record, rebalance, today), expected, "{record:?}");
    }
}

fn portfolios() -> impl Strategy<Value = ([f64; 4], [f64; 4], f64, bool)> {
    let amounts = prop::array::uniform4(prop_oneof![Just(0.0), 0.0..5e6_f64]);
    let points = prop::array::uniform4(prop_oneof![Just(0_u32), 0_u32..60]);
    let points = points.prop_filter("some target", |points| points.iter().sum::<u32>() > 0);
    let money = prop_oneof![Just(0.0), (0.0..2e6_f64).prop_map(f64::floor)];
    (amounts, points, money, any::<bool>()).prop_map(|(amounts, points, money, buy_only)| {
        let sum = f64::from(points.iter().sum::<u32>());
        let shares = planner::allocation::round_to_points(&points.map(|point| f64::from(point) / sum));
        (amounts, [shares[0], shares[1], shares[2], shares[3]], money, buy_only)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trades_sum_to_the_new_money_and_end_inside((amounts, shares, money, buy_only) in portfolios()) {
        prop_assume!(amounts.iter().sum::<f64>() + money > 10_000.0);
        let policy = shelf().upkeep.band;
        let found = run(amounts, shares, money, buy_only);
        prop_assert_eq!(trades(&found).iter().sum::<f64>(), money, "exactly");
        let total = found.wealth + money;
        for position in &found.positions {
            prop_assert_eq!(position.trade.fract(), 0.0);
            prop_assert!(position.held + position.trade >= 0.0, "nobody sells what they do not have");
            prop_assert!(!buy_only || position.trade >= 0.0);
            let small = position.trade != 0.0 && position.trade.abs() < policy.smallest_trade * total - 4.0;
            let alone = found.positions.iter().filter(|other| other.trade != 0.0).count() == 1;
            prop_assert!(!small || alone, "{position:?}");
        }
        let sold = found.positions.iter().any(|position| position.trade < 0.0);
        if sold {
            prop_assert!(!buy_only);
            for position in &found.positions {
                let half = policy.back_to * rebalance::band(position.target, policy.absolute, policy.relative);
                // Trades that were too small to make leave their room to others.
                let slack = 2.0 * policy.smallest_trade + 4.0 / total;
                prop_assert!((position.share_after - position.target).abs() <= half + slack, "{position:?}");
            }
        }
        if !buy_only {
            prop_assert!(found.in_range_after, "{found:?}");
        }
    }

    #[test]
    fn what_is_back_in_range_stays_there((amounts, shares, money, _) in portfolios()) {
        prop_assume!(amounts.iter().sum::<f64>() + money > 10_000.0);
        let once = run(amounts, shares, money, false);
        let after: Vec<f64> = once.positions.iter().map(|position| position.held + position.trade).collect();
        let twice = run([after[0], after[1], after[2], after[3]], shares, 0.0, false);
        prop_assert_eq!(trades(&twice), [0.0; 4]);
    }
}
