use planner::fees::{Comparison, Cost, FeeField, FeeForm, check, compare};
use proptest::prelude::*;

use crate::support::shelf;

fn form() -> FeeForm {
    FeeForm {
        assets: Some(1_000_000.0),
        turnover: Some(6.0),
        commission: Some(0.001_42),
        stamp_duty: Some(0.0),
        fund_cost: Some(0.0),
        fee: Some(0.01),
        trading_cost: Some(0.0),
        growth: Some(0.06),
        years: Some(25.0),
    }
}

fn compared(form: FeeForm) -> Comparison {
    compare(&check(&form).unwrap())
}

#[track_caller]
fn close(found: f64, printed: f64, half: f64) {
    assert!((found - printed).abs() <= half, "{found} for {printed}");
}

#[test]
fn the_documents_own_numbers_come_out() {
    let turnover = |turnover, commission| {
        compared(FeeForm { turnover: Some(turnover), commission: Some(commission), ..form() }).commission
    };
    close(turnover(6.0, 0.001_42).share, 0.0170, 0.000_05);
    close(turnover(6.0, 0.001_42).money, 17_040.0, 1e-6);
    close(turnover(6.0, 0.001_28).share, 0.0154, 0.000_05);
    close(turnover(0.4, 0.001_28).share, 0.0010, 0.000_05);
}

#[test]
fn a_fee_breaks_even_at_the_documented_turnover() {
    let at = |commission| compared(FeeForm { commission: Some(commission), ..form() });
    close(at(0.001_28).break_even.unwrap(), 3.91, 0.005);
    close(at(0.000_2).break_even.unwrap(), 25.0, 1e-9);
    assert_eq!(at(0.0).break_even, None);
    assert_eq!(at(0.0).same_cost, None);
}

#[test]
fn at_the_turnover_of_same_cost_both_models_cost_the_same() {
    let costs =
        FeeForm { stamp_duty: Some(0.0005), fund_cost: Some(0.003), trading_cost: Some(0.001), ..form() };
    let turnover = compared(costs).same_cost;
    let same = compared(FeeForm { turnover, ..costs });
    close(same.commission.share, same.fee.share, 1e-12);
    close(same.commission.drag.end, same.fee.drag.end, 1e-3);
}

#[test]
fn a_fee_takes_what_the_document_says_over_25_years() {
    let one = compared(form());
    close(one.end_without_costs, 4.292e6, 500.0);
    close(one.fee.drag.end, 3.338e6, 500.0);
    close(one.fee.drag.lost_share, 0.222, 0.0005);
    close(compared(FeeForm { fee: Some(0.02), ..form() }).fee.drag.end, 2.590e6, 500.0);
}

#[test]
fn every_line_is_told_in_percent_and_money_and_they_sum() {
    let found = compared(FeeForm { stamp_duty: Some(0.0005), fund_cost: Some(0.004), ..form() });
    let costs: Vec<Cost> = found.commission.lines.iter().map(|line| line.cost).collect();
    assert_eq!(costs, [Cost::Commission, Cost::StampDuty, Cost::Funds]);
    for model in [&found.commission, &found.fee] {
        close(model.lines.iter().map(|line| line.share).sum(), model.share, 1e-15);
        close(model.lines.iter().map(|line| line.money).sum(), model.money, 1e-9);
    }
    close(found.commission.lines[1].money, 3_000.0, 1e-9);
}

#[test]
fn the_table_ends_where_the_formula_does() {
    let found = compared(form());
    assert_eq!(found.years.len(), 25);
    let last = found.years[24];
    assert_eq!(last.year, 25);
    close(last.fee_end, found.fee.drag.end, 1e-6 * last.fee_end);
    close(last.commission_end, found.commission.drag.end, 1e-6 * last.commission_end);
}

#[test]
fn every_fault_is_named_with_its_range_at_once() {
    let found =
        check(&FeeForm { assets: None, turnover: Some(-1.0), years: Some(2.5), ..form() }).unwrap_err();
    let texts: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "assets: has no answer",
            "turnover: must be from 0 to 30, is -1",
            "years: must be a whole number, is 2.5",
        ]
    );
    assert!(check(&FeeForm { growth: Some(f64::NAN), ..form() }).is_err());
}

#[test]
fn the_firms_own_facts_are_answers_that_can_be_used() {
    let shelf = shelf();
    let fact = |id: &str| shelf.fees.value(id);
    let form = FeeForm {
        turnover: fact("turnover_china"),
        commission: fact("commission_today"),
        stamp_duty: fact("stamp_duty"),
        fee: fact("advisory_fee"),
        ..form()
    };
    let found = compared(form);
    assert!(found.commission.share < found.fee.share, "a fee is not paid for by saved commission");
    for fact in &shelf.fees.fact {
        assert!(fact.value > 0.0);
    }
}

#[test]
fn even_the_largest_costs_leave_something() {
    let most = |field: FeeField| Some(field.limit().max);
    let found = compared(FeeForm {
        turnover: most(FeeField::Turnover),
        commission: most(FeeField::Commission),
        stamp_duty: most(FeeField::StampDuty),
        fund_cost: most(FeeField::FundCost),
        ..form()
    });
    assert!(found.commission.share <= 0.5 + 1e-12 && found.commission.drag.end > 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn costs_only_grow_with_turnover_fee_and_years(
        turnover in 0.0..15.0_f64, fee in 0.0..0.025_f64, years in 1_u32..40, growth in -0.05..0.1_f64,
        more in 0.01..1.0_f64,
    ) {
        let base = FeeForm {
            turnover: Some(turnover), fee: Some(fee), years: Some(f64::from(years)),
            growth: Some(growth), stamp_duty: Some(0.0005), ..form()
        };
        let found = compared(base);
        let busier = compared(FeeForm { turnover: Some(turnover * (1.0 + more) + 0.01), ..base });
        prop_assert!(busier.commission.share > found.commission.share);
        prop_assert!(busier.commission.drag.end < found.commission.drag.end);
        prop_assert_eq!(&busier.fee, &found.fee);
        let dearer = compared(FeeForm { fee: Some(fee + more * 0.02), ..base });
        prop_assert!(dearer.fee.share > found.fee.share && dearer.fee.drag.end < found.fee.drag.end);
        prop_assert!(dearer.break_even > found.break_even);
        let longer = compared(FeeForm { years: Some(f64::from(years + 1)), ..base });
        prop_assert!(longer.fee.drag.lost_share >= found.fee.drag.lost_share);
        prop_assert!(longer.commission.drag.lost_share >= found.commission.drag.lost_share);
    }
}
