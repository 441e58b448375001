//! Faults of `[life]` of `policy.toml`.

use super::{FaultReason, Sheet, label, region_key};
use crate::firm::{EstatePolicy, LifePolicy, LoanPolicy, Place, ProtectionPolicy, Region};

/// Every fault of the life goals.
pub(super) fn faults(sheet: &mut Sheet, life: &LifePolicy) {
    if life.places.is_empty() {
        sheet.fault("life.places", FaultReason::TooFew { found: 0, least: 1 });
    }
    sheet.names(life.places.iter().map(|place| place.id.as_str()), |place| format!("life.places.{place}.id"));
    for (idx, own) in life.places.iter().enumerate() {
        place(sheet, &format!("life.places.{}", label(&own.id, idx)), own);
    }
    for region in Region::ALL {
        let key = |table: &str| format!("life.{table}.{}", region_key(region));
        match life.loan.get(&region) {
            Some(own) => loan(sheet, &key("loan"), own),
            None => sheet.fault(key("loan"), FaultReason::Missing),
        }
        match life.estate.get(&region) {
            Some(own) => estate(sheet, &key("estate"), own),
            None => sheet.fault(key("estate"), FaultReason::Missing),
        }
    }
    protection(sheet, &life.protection);
}

fn place(sheet: &mut Sheet, key: &str, place: &Place) {
    sheet.text(&format!("{key}.name"), &place.name);
    sheet.filled(format!("{key}.source"), &place.source);
    for region in Region::ALL {
        let key = format!("{key}.cost_year.{}", region_key(region));
        match place.cost_year.get(&region) {
            Some(&cost) => sheet.range(key, cost, 0.0..=1e8),
            None => sheet.fault(key, FaultReason::Missing),
        }
    }
    sheet.ranges(
        key,
        [
            ("years", f64::from(place.years), 1.0..=12.0),
            ("start_age", f64::from(place.start_age), 3.0..=40.0),
            ("growth_real", place.growth_real, -0.05..=0.1),
        ],
    );
}

fn loan(sheet: &mut Sheet, key: &str, loan: &LoanPolicy) {
    sheet.ranges(
        key,
        [
            ("home_share", loan.home_share, 0.0..=1.0),
            ("debt_share", loan.debt_share, 0.0..=1.0),
            ("down_share", loan.down_share, 0.0..=1.0),
            ("test_above", loan.test_above, 0.0..=0.1),
            ("test_least", loan.test_least, 0.0..=0.2),
            ("rate", loan.rate, 0.0..=0.3),
            ("years", f64::from(loan.years), 1.0..=40.0),
        ],
    );
    sheet.never_falls(format!("{key}.debt_share"), loan.debt_share, Some(loan.home_share));
}

fn protection(sheet: &mut Sheet, protection: &ProtectionPolicy) {
    let [least, most] = protection.illness_years;
    sheet.ranges(
        "life.protection",
        [
            ("own_share", protection.own_share, 0.0..=1.0),
            ("discount_real", protection.discount_real, -0.05..=0.2),
            ("illness_years.0", least, 0.0..=20.0),
            ("illness_years.1", most, 0.0..=20.0),
        ],
    );
    sheet.never_falls("life.protection.illness_years.1", most, Some(least));
    for region in Region::ALL {
        let key = format!("life.protection.final_costs.{}", region_key(region));
        match protection.final_costs.get(&region) {
            Some(&costs) => sheet.range(key, costs, 0.0..=1e8),
            None => sheet.fault(key, FaultReason::Missing),
        }
    }
}

fn estate(sheet: &mut Sheet, key: &str, estate: &EstatePolicy) {
    sheet.ranges(
        key,
        [
            ("spouse_first", estate.spouse_first, 0.0..=1e9),
            ("spouse_with_child", estate.spouse_with_child.unwrap_or(0.0), 0.0..=1.0),
            ("spouse_with_children", estate.spouse_with_children.unwrap_or(0.0), 0.0..=1.0),
            ("probate_rate", estate.probate_rate, 0.0..=0.5),
            ("probate_from", estate.probate_from, 0.0..=1e9),
        ],
    );
}
