//! Faults of `policy.toml`.

use std::collections::BTreeMap;

use super::{Fault, FaultReason, Sheet, class_key, region_key};
use crate::firm::{
    Asset, Assumptions, Class, ConductPolicy, Family, GuardrailPolicy, HorizonCap, Level, MortalityPolicy,
    PensionCanada, PensionChina, PensionPolicy, Policy, Region, ReservePolicy, RetireClass, RetireRule,
    SaaPolicy, Sleeve, Sleeves, SuitabilityPolicy, ZonePolicy,
};

/// Divisors from the first age on: China's table goes from 40 to 70.
const FEWEST_DIVISORS: usize = 31;

/// Every fault of the policy; sleeves are held against the sets of assumptions.
pub(super) fn faults(policy: &Policy, sets: &[Assumptions]) -> Vec<Fault> {
    let mut sheet = Sheet::new("policy.toml");
    sheet.schema(policy.schema);
    sheet.day("dated", &policy.dated);
    suitability(&mut sheet, &policy.suitability);
    conduct(&mut sheet, &policy.conduct);
    saa(&mut sheet, &policy.saa);
    sleeves(&mut sheet, policy, sets);
    zone(&mut sheet, &policy.zone);
    guardrail(&mut sheet, &policy.guardrail);
    reserve(&mut sheet, &policy.reserve);
    mortality(&mut sheet, &policy.mortality);
    pension(&mut sheet, &policy.pension);
    super::life::faults(&mut sheet, &policy.life);
    sheet.faults
}

fn suitability(sheet: &mut Sheet, suitability: &SuitabilityPolicy) {
    levels(sheet, &suitability.levels);
    let elder_age = f64::from(suitability.elder_age);
    sheet.ranges(
        "suitability",
        [
            ("assessment_valid_months", f64::from(suitability.assessment_valid_months), 1.0..=36.0),
            ("upgrade_review_levels", f64::from(suitability.upgrade_review_levels), 1.0..=5.0),
            ("upgrade_window_days", f64::from(suitability.upgrade_window_days), 1.0..=3660.0),
            ("max_assessments_per_day", f64::from(suitability.max_assessments_per_day), 1.0..=10.0),
            ("elder_age", elder_age, 50.0..=120.0),
            ("elder_cap_age", f64::from(suitability.elder_cap_age), elder_age.clamp(50.0, 120.0)..=120.0),
        ],
    );
}

/// Every class has its levels, the lowest R1 alone, and no class less than the one below it.
fn levels(sheet: &mut Sheet, levels: &BTreeMap<Class, Vec<Level>>) {
    let mut below: &[Level] = &[];
    for class in Class::ALL {
        let key = format!("suitability.levels.{}", class_key(class));
        let Some(own) = levels.get(&class) else {
            sheet.fault(key, FaultReason::Missing);
            continue;
        };
        if class == Class::C1Lowest && own.as_slice() != [Level::R1] {
            sheet.fault(&key, FaultReason::LowestLevel);
        }
        for &level in below.iter().filter(|level| !own.contains(level)) {
            sheet.fault(&key, FaultReason::LevelLost { level });
        }
        below = own;
    }
}

fn conduct(sheet: &mut Sheet, conduct: &ConductPolicy) {
    sheet.ranges(
        "conduct",
        [
            ("min_seconds_per_item", conduct.min_seconds_per_item, 0.0..=60.0),
            ("fast_share", conduct.fast_share, 0.0..=1.0),
            ("straight_line_share", conduct.straight_line_share, 0.5..=1.0),
            ("flags_for_review", f64::from(conduct.flags_for_review), 1.0..=12.0),
            ("gap_conversation_points", conduct.gap_conversation_points, 0.0..=100.0),
        ],
    );
}

fn saa(sheet: &mut Sheet, saa: &SaaPolicy) {
    horizon_caps(sheet, &saa.horizon_cap);
    sheet.ranges(
        "saa.gamma",
        [
            ("at_tolerance_0", saa.gamma.at_tolerance_0, 0.5..=50.0),
            ("at_tolerance_100", saa.gamma.at_tolerance_100, 0.5..=50.0),
        ],
    );
    sheet.never_rises(
        "saa.gamma.at_tolerance_100",
        saa.gamma.at_tolerance_100,
        Some(saa.gamma.at_tolerance_0),
    );
    growth_caps(sheet, &saa.growth_cap);
    sheet.range("saa.loss_cap.quantile", saa.loss_cap.quantile, 0.001..=0.5);
    sheet.ranges(
        "saa.human_capital",
        [
            ("counted_share", saa.human_capital.counted_share, 0.0..=1.0),
            ("discount_real", saa.human_capital.discount_real, -0.05..=0.2),
        ],
    );
    for (&class, &share) in &saa.diversifier_share {
        sheet.range(format!("saa.diversifier_share.{}", class_key(class)), share, 0.0..=1.0);
    }
}

fn horizon_caps(sheet: &mut Sheet, caps: &[HorizonCap]) {
    let mut before: Option<HorizonCap> = None;
    for (place, &cap) in caps.iter().enumerate() {
        let key = format!("saa.horizon_cap.{place}");
        sheet.range(format!("{key}.below_years"), cap.below_years, 0.0..=100.0);
        sheet.ascends(format!("{key}.below_years"), cap.below_years, before.map(|before| before.below_years));
        sheet.range(format!("{key}.cap"), cap.cap, 0.0..=1.0);
        sheet.never_falls(format!("{key}.cap"), cap.cap, before.map(|before| before.cap));
        before = Some(cap);
    }
}

fn growth_caps(sheet: &mut Sheet, caps: &BTreeMap<Class, f64>) {
    let mut before = None;
    for class in Class::ALL {
        let key = format!("saa.growth_cap.{}", class_key(class));
        let Some(&cap) = caps.get(&class) else {
            sheet.fault(key, FaultReason::Missing);
            continue;
        };
        sheet.range(&key, cap, 0.0..=1.0);
        sheet.never_falls(&key, cap, before);
        before = Some(cap);
    }
}

fn sleeves(sheet: &mut Sheet, policy: &Policy, sets: &[Assumptions]) {
    for region in Region::ALL {
        let key = format!("saa.sleeves.{}", region_key(region));
        let Some(sleeves) = policy.saa.sleeves.get(&region) else {
            sheet.fault(key, FaultReason::Missing);
            continue;
        };
        // A region without a set is a fault of the assumptions.
        if let Some(set) = sets.iter().find(|set| set.region == region) {
            SleeveCheck { key, policy, assets: &set.asset }.all(sheet, sleeves);
        }
    }
}

/// What the sleeves of one region are held against.
struct SleeveCheck<'a> {
    key: String,
    policy: &'a Policy,
    assets: &'a [Asset],
}

impl SleeveCheck<'_> {
    fn all(&self, sheet: &mut Sheet, sleeves: &Sleeves) {
        let cash = Sleeve::from([(sleeves.cash.clone(), 1.0)]);
        let named = [
            ("cash", Some(&cash)),
            ("growth", Some(&sleeves.growth)),
            ("growth_c3", sleeves.growth_c3.as_ref()),
            ("diversifier", sleeves.diversifier.as_ref()),
            ("defensive", Some(&sleeves.defensive)),
            ("defensive_c1", sleeves.defensive_c1.as_ref()),
            ("defensive_c1_lowest", sleeves.defensive_c1_lowest.as_ref()),
        ];
        for (name, sleeve) in named {
            if let Some(sleeve) = sleeve {
                self.one(sheet, name, sleeve);
                self.levels(sheet, name, sleeve, self.lowest_class(sleeves, name));
            }
        }
    }

    /// Weights are shares of known assets and make a whole; growth assets stand in growth sleeves.
    fn one(&self, sheet: &mut Sheet, name: &str, sleeve: &Sleeve) {
        let key = format!("{}.{name}", self.key);
        for (id, &weight) in sleeve {
            sheet.range(format!("{key}.{id}"), weight, 0.0..=1.0);
            let Some(asset) = self.asset(id) else {
                sheet.fault(&key, FaultReason::Unknown { name: id.clone() });
                continue;
            };
            if asset.family == Family::Growth && !name.starts_with("growth") {
                sheet.fault(&key, FaultReason::GrowthOutside { asset: id.clone() });
            }
        }
        sheet.sums_to_one(&key, sleeve.values().copied());
    }

    /// No asset is above the levels of the lowest class that holds the sleeve.
    fn levels(&self, sheet: &mut Sheet, name: &str, sleeve: &Sleeve, class: Option<Class>) {
        let Some(class) = class else { return };
        let Some(suited) = self.policy.suitability.levels.get(&class) else { return };
        for id in sleeve.iter().filter(|(_, weight)| **weight > 0.0).map(|(id, _)| id) {
            let Some(asset) = self.asset(id) else { continue };
            let level = asset.min_product_level;
            if !suited.contains(&level) {
                let reason = FaultReason::AboveClass { asset: id.clone(), level, class };
                sheet.fault(format!("{}.{name}", self.key), reason);
            }
        }
    }

    /// The lowest class that holds a sleeve, which is the strictest, since levels only grow.
    fn lowest_class(&self, sleeves: &Sleeves, name: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|&class| match name {
            "growth" => {
                self.has_growth(class) && std::ptr::eq(sleeves.growth_of(class), &raw const sleeves.growth)
            }
            "growth_c3" => self.has_growth(class),
            "diversifier" => self.policy.saa.diversifier_share.get(&class).is_some_and(|share| *share > 0.0),
            "defensive" => std::ptr::eq(sleeves.defensive_of(class), &raw const sleeves.defensive),
            "defensive_c1" => class == Class::C1,
            // Cash and the sleeve of the lowest class.
            _ => true,
        })
    }

    fn has_growth(&self, class: Class) -> bool {
        self.policy.saa.growth_cap.get(&class).is_some_and(|cap| *cap > 0.0)
    }

    fn asset(&self, id: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.id == id)
    }
}

/// Green and red exclude each other: with a green P of one half or more M is at least 1, and a
/// red M is below 1 at most.
fn zone(sheet: &mut Sheet, zone: &ZonePolicy) {
    sheet.range("zone.plan_survival", zone.plan_survival, 0.01..=0.75);
    sheet.range("zone.lifetimes", f64::from(zone.lifetimes), 100.0..=100_000.0);
    if !zone.lifetimes.is_multiple_of(2) {
        sheet.fault("zone.lifetimes", FaultReason::Odd(zone.lifetimes));
    }
    let [least, most] = zone.essential_clamp;
    sheet.ranges(
        "zone",
        [
            ("green_success", zone.green_success, 0.5..=1.0),
            ("green_bad_market", zone.green_bad_market, 0.0..=1.0),
            ("bad_market_quantile", zone.bad_market_quantile, 0.01..=0.5),
            ("red_median", zone.red_median, 0.0..=1.0),
            ("default_essential_share", zone.default_essential_share, 0.0..=1.0),
            ("essential_clamp.0", least, 0.0..=1.0),
            ("essential_clamp.1", most, 0.0..=1.0),
        ],
    );
    sheet.never_falls("zone.essential_clamp.1", most, Some(least));
    sheet.ranges(
        "zone",
        [
            ("ample_bad_market", zone.ample_bad_market, 1.0..=5.0),
            ("sensitivity_return", zone.sensitivity_return, 0.0..=0.05),
            ("sensitivity_years", f64::from(zone.sensitivity_years), 0.0..=20.0),
            ("later_years", f64::from(zone.later_years), 1.0..=20.0),
        ],
    );
}

fn guardrail(sheet: &mut Sheet, guardrail: &GuardrailPolicy) {
    sheet.ranges(
        "guardrail",
        [
            ("rate_rise", guardrail.rate_rise, 0.01..=1.0),
            ("cut", guardrail.cut, 0.01..=0.5),
            ("rate_fall", guardrail.rate_fall, 0.01..=0.9),
            ("raise", guardrail.raise, 0.01..=0.5),
        ],
    );
}

fn reserve(sheet: &mut Sheet, reserve: &ReservePolicy) {
    sheet.ranges(
        "reserve",
        [
            ("target_months", reserve.target_months, 0.0..=60.0),
            ("withdrawal_months", reserve.withdrawal_months, 0.0..=120.0),
        ],
    );
}

fn mortality(sheet: &mut Sheet, mortality: &MortalityPolicy) {
    for region in Region::ALL {
        let key = format!("mortality.{}", region_key(region));
        let Some(both) = mortality.regions.get(&region) else {
            sheet.fault(key, FaultReason::Missing);
            continue;
        };
        for (sex, law) in [("male", both.male), ("female", both.female)] {
            sheet.ranges(&format!("{key}.{sex}"), [("m", law.m, 60.0..=110.0), ("b", law.b, 4.0..=20.0)]);
        }
    }
}

fn pension(sheet: &mut Sheet, pension: &PensionPolicy) {
    retirement(sheet, &pension.china.retirement);
    china(sheet, &pension.china);
    divisors(sheet, &pension.china.divisor);
    canada(sheet, &pension.canada);
}

/// Each of the three statutory ages has one rule.
fn retirement(sheet: &mut Sheet, rules: &[RetireRule]) {
    for (place, rule) in rules.iter().enumerate() {
        let key = format!("pension.china.retirement.{place}");
        if rules.iter().take(place).any(|earlier| earlier.cls == rule.cls) {
            sheet.fault(format!("{key}.cls"), FaultReason::Duplicate { name: format!("{:?}", rule.cls) });
        }
        sheet.ranges(
            &key,
            [
                ("base_age", f64::from(rule.base_age), 40.0..=70.0),
                ("months_per_step", f64::from(rule.months_per_step), 1.0..=12.0),
                ("max_delay", f64::from(rule.max_delay), 0.0..=120.0),
            ],
        );
    }
    for cls in [RetireClass::M60, RetireClass::F55, RetireClass::F50] {
        if !rules.iter().any(|rule| rule.cls == cls) {
            sheet.fault(format!("pension.china.retirement.{cls:?}"), FaultReason::Missing);
        }
    }
}

fn china(sheet: &mut Sheet, china: &PensionChina) {
    let final_from = china.min_years_base.clamp(0.0, 50.0);
    sheet.ranges(
        "pension.china",
        [
            ("flex_years", f64::from(china.flex_years), 0.0..=10.0),
            ("min_years_base", china.min_years_base, 0.0..=50.0),
            (
                "min_years_final",
                china.min_years_final,
                if final_from.is_nan() { 0.0 } else { final_from }..=50.0,
            ),
            ("min_years_first_rise", f64::from(china.min_years_first_rise), 2000.0..=2100.0),
            ("min_years_step", china.min_years_step, 0.0..=5.0),
            ("employee_rate", china.employee_rate, 0.0..=0.5),
            ("base_accrual", china.base_accrual, 0.0..=0.05),
            ("index_min", china.index_min, 0.0..=10.0),
            ("index_max", china.index_max, 0.0..=10.0),
        ],
    );
    sheet.never_falls("pension.china.index_max", china.index_max, Some(china.index_min));
    sheet.ranges(
        "pension.china",
        [
            ("divisor_age_from", f64::from(china.divisor_age_from), 30.0..=70.0),
            ("average_wage_month", china.average_wage_month, 100.0..=1_000_000.0),
            ("wage_growth_real", china.wage_growth_real, -0.05..=0.1),
            ("account_return_real", china.account_return_real, -0.05..=0.1),
            ("annuity_exit_tax", china.annuity_exit_tax, 0.0..=0.6),
            ("personal_pension_cap", china.personal_pension_cap, 0.0..=1_000_000.0),
            ("personal_pension_exit_tax", china.personal_pension_exit_tax, 0.0..=0.6),
        ],
    );
}

fn divisors(sheet: &mut Sheet, divisors: &[f64]) {
    if divisors.len() < FEWEST_DIVISORS {
        sheet.fault(
            "pension.china.divisor",
            FaultReason::TooFew { found: divisors.len(), least: FEWEST_DIVISORS },
        );
    }
    let mut before = None;
    for (place, &months) in divisors.iter().enumerate() {
        let key = format!("pension.china.divisor.{place}");
        sheet.range(&key, months, 1.0..=600.0);
        sheet.never_rises(&key, months, before);
        before = Some(months);
    }
}

fn canada(sheet: &mut Sheet, canada: &PensionCanada) {
    sheet.ranges(
        "pension.canada",
        [
            ("cpp_max_month", canada.cpp_max_month, 0.0..=10_000.0),
            ("cpp_early_per_month", canada.cpp_early_per_month, 0.0..=0.01),
            ("cpp_late_per_month", canada.cpp_late_per_month, 0.0..=0.02),
            ("cpp_full_years", canada.cpp_full_years, 1.0..=60.0),
            ("ympe", canada.ympe, 1_000.0..=1_000_000.0),
            ("oas_max_month", canada.oas_max_month, 0.0..=10_000.0),
            ("oas_late_per_month", canada.oas_late_per_month, 0.0..=0.02),
            ("oas_full_years", canada.oas_full_years, 1.0..=60.0),
            ("oas_recovery_from", canada.oas_recovery_from, 0.0..=1_000_000.0),
            ("oas_recovery_rate", canada.oas_recovery_rate, 0.0..=1.0),
        ],
    );
}
