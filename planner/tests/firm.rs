//! What a firm edits: the files of this repository, and what a slip of the pen in them is called.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what it did not expect")]

use planner::firm::{
    Cap, CapWhen, Class, Clause, Family, Firm, FirmDocument, GoalItem, GoalKind, ItemKind, Level,
    LowerReading, Region, RiskItem, RiskOption, Sleeve, Sleeves, Text,
};

mod support;

/// Breaks the firm's document and compares every fault that is found.
#[track_caller]
fn check(slip: impl FnOnce(&mut FirmDocument), faults: &[&str]) {
    let mut document = support::document();
    slip(&mut document);
    let found = Firm::check(document).map(|_| ()).unwrap_err();
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), faults);
}

fn item<'a>(document: &'a mut FirmDocument, id: &str) -> &'a mut RiskItem {
    document.risk.items.iter_mut().find(|item| item.id == id).expect("an item")
}

fn option<'a>(document: &'a mut FirmDocument, id: &str, key: &str) -> &'a mut RiskOption {
    item(document, id).options.iter_mut().find(|option| option.key == key).expect("an option")
}

fn goal<'a>(document: &'a mut FirmDocument, id: &str) -> &'a mut GoalItem {
    document.goals.items.iter_mut().find(|item| item.id == id).expect("an item")
}

fn sleeves(document: &mut FirmDocument, region: Region) -> &mut Sleeves {
    document.policy.saa.sleeves.get_mut(&region).expect("sleeves")
}

fn sleeve<const N: usize>(weights: [(&str, f64); N]) -> Sleeve {
    weights.map(|(id, weight)| (id.to_owned(), weight)).into()
}

// The firm of this repository.

#[test]
fn the_firm_of_this_repository_has_no_fault() {
    assert_eq!(Firm::check(support::document()).map(|_| ()), Ok(()));
}

#[test]
fn a_firm_has_assumptions_for_every_region() {
    let firm = support::firm();
    for region in Region::ALL {
        assert_eq!(firm.assumptions_of(region).currency, region.currency());
    }
}

#[test]
fn nobody_has_approved_the_assumptions_yet() {
    assert!(support::firm().assumptions.iter().all(|set| set.approved_by.is_none()));
}

#[test]
fn the_firm_keeps_its_form_as_json() {
    let document = support::document();
    let stored = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<FirmDocument>(&stored).unwrap(), document);
}

#[test]
fn the_questionnaire_has_twenty_scored_items_two_objectives_and_two_gates() {
    let firm = support::firm();
    let count = |kinds: &[ItemKind]| firm.risk.items.iter().filter(|item| kinds.contains(&item.kind)).count();
    assert_eq!(count(&[ItemKind::Single, ItemKind::Multi]), 20);
    assert_eq!(count(&[ItemKind::Objective]), 2);
    assert_eq!(count(&[ItemKind::Gate]), 2);
}

#[test]
fn both_knowledge_questions_have_one_right_answer() {
    let firm = support::firm();
    for item in &firm.risk.items {
        let right = item.options.iter().filter(|option| option.correct).count();
        assert_eq!(right, usize::from(["K3", "K4"].contains(&item.id.as_str())), "{}", item.id);
    }
}

#[test]
fn chinese_sentences_use_chinese_punctuation() {
    for file in FILES {
        for line in support::text(file).lines().filter_map(chinese) {
            let numbers_apart: String = line.split_inclusive(',').map(without_thousands).collect();
            assert!(!numbers_apart.contains([',', ';', ':', '?', '!', '(', ')']), "{file}: {line}");
        }
    }
}

#[test]
fn no_sentence_promises_a_return() {
    const PROMISES: [&str; 16] = [
        "保本",
        "保收益",
        "稳赚",
        "零风险",
        "无风险",
        "一定上涨",
        "必涨",
        "刚性兑付",
        "最佳",
        "翻倍",
        "guaranteed",
        "risk-free",
        "cannot lose",
        "certain to",
        "the best",
        "will double",
    ];
    for file in FILES {
        let text = support::text(file);
        for promise in PROMISES {
            assert!(!text.contains(promise), "{file}: {promise}");
        }
    }
}

const FILES: [&str; 6] = [
    "firm.toml",
    "policy.toml",
    "assumptions/cny.toml",
    "assumptions/cad.toml",
    "questionnaires/risk.toml",
    "questionnaires/goals.toml",
];

/// The Chinese text of a line of a file.
fn chinese(line: &str) -> Option<&str> {
    let (_, text) = line.split_once("zh = \"")?;
    text.split_once('"').map(|(text, _)| text)
}

/// A piece that ends with a comma, without it where the comma groups digits.
fn without_thousands(piece: &str) -> &str {
    piece.strip_suffix(',').filter(|rest| rest.ends_with(|last: char| last.is_ascii_digit())).unwrap_or(piece)
}

// What slips are called.

#[test]
fn every_fault_is_named_at_once_in_the_order_of_the_files() {
    check(
        |firm| {
            firm.goals.items[0].text.en.clear();
            firm.risk.version.clear();
            firm.assumptions[1].inflation = 0.9;
            firm.policy.zone.green_success = 1.2;
            firm.identity.motto.zh = " ".to_owned();
        },
        &[
            "firm.toml: motto.zh: must not be empty",
            "policy.toml: zone.green_success: must be from 0.5 to 1, is 1.2",
            "assumptions/cad.toml: inflation: must be from -0.02 to 0.2, is 0.9",
            "questionnaires/risk.toml: version: must not be empty",
            "questionnaires/goals.toml: items.stage.text.en: must not be empty",
        ],
    );
}

#[test]
fn a_schema_of_the_future_is_not_read() {
    check(
        |firm| {
            firm.identity.schema = 2;
            firm.policy.schema = 0;
            firm.assumptions[0].schema = 3;
            firm.risk.schema = 4;
            firm.goals.schema = 5;
        },
        &[
            "firm.toml: schema: schema 2 is not supported, must be 1",
            "policy.toml: schema: schema 0 is not supported, must be 1",
            "assumptions/cny.toml: schema: schema 3 is not supported, must be 1",
            "questionnaires/risk.toml: schema: schema 4 is not supported, must be 1",
            "questionnaires/goals.toml: schema: schema 5 is not supported, must be 1",
        ],
    );
}

#[test]
fn days_and_mail_addresses_have_their_form() {
    check(
        |firm| {
            firm.identity.phone.clear();
            firm.identity.mail = "service at example.com".to_owned();
            firm.policy.dated = "22 November 2026".to_owned();
            firm.assumptions[0].dated = "2026-02-30".to_owned();
        },
        &[
            "firm.toml: phone: must not be empty",
            "firm.toml: mail: must be a mail address, is service at example.com",
            "policy.toml: dated: must be a day such as 2026-11-22, is 22 November 2026",
            "assumptions/cny.toml: dated: must be a day such as 2026-11-22, is 2026-02-30",
        ],
    );
}

#[test]
fn every_class_has_its_product_levels() {
    check(
        |firm| drop(firm.policy.suitability.levels.remove(&Class::C4)),
        &["policy.toml: suitability.levels.C4: is missing"],
    );
}

#[test]
fn the_lowest_class_holds_the_lowest_level_alone() {
    check(
        |firm| drop(firm.policy.suitability.levels.insert(Class::C1Lowest, vec![Level::R1, Level::R2])),
        &[
            "policy.toml: suitability.levels.C1-lowest: must be R1 alone: the lowest class holds nothing above it",
            "policy.toml: suitability.levels.C1: must hold R2, which suits the class below",
        ],
    );
}

#[test]
fn a_higher_class_loses_no_level() {
    check(
        |firm| {
            let levels = &mut firm.policy.suitability.levels;
            levels.insert(Class::C5, vec![Level::R1, Level::R2, Level::R3, Level::R5]);
        },
        &["policy.toml: suitability.levels.C5: must hold R4, which suits the class below"],
    );
}

#[test]
fn periods_and_ages_are_within_reason() {
    check(
        |firm| {
            firm.policy.suitability.assessment_valid_months = 0;
            firm.policy.suitability.upgrade_review_levels = 0;
            firm.policy.suitability.upgrade_window_days = 0;
            firm.policy.suitability.max_assessments_per_day = 0;
            firm.policy.suitability.elder_cap_age = 60;
        },
        &[
            "policy.toml: suitability.assessment_valid_months: must be from 1 to 36, is 0",
            "policy.toml: suitability.upgrade_review_levels: must be from 1 to 5, is 0",
            "policy.toml: suitability.upgrade_window_days: must be from 1 to 3660, is 0",
            "policy.toml: suitability.max_assessments_per_day: must be from 1 to 10, is 0",
            "policy.toml: suitability.elder_cap_age: must be from 65 to 120, is 60",
        ],
    );
    check(
        |firm| firm.policy.suitability.elder_age = 30,
        &["policy.toml: suitability.elder_age: must be from 50 to 120, is 30"],
    );
}

#[test]
fn the_screening_of_answers_is_within_reason() {
    check(
        |firm| {
            firm.policy.conduct.min_seconds_per_item = -1.0;
            firm.policy.conduct.fast_share = 2.0;
            firm.policy.conduct.straight_line_share = 0.2;
            firm.policy.conduct.flags_for_review = 0;
            firm.policy.conduct.gap_conversation_points = f64::NAN;
        },
        &[
            "policy.toml: conduct.min_seconds_per_item: must be from 0 to 60, is -1",
            "policy.toml: conduct.fast_share: must be from 0 to 1, is 2",
            "policy.toml: conduct.straight_line_share: must be from 0.5 to 1, is 0.2",
            "policy.toml: conduct.flags_for_review: must be from 1 to 12, is 0",
            "policy.toml: conduct.gap_conversation_points: must be from 0 to 100, is NaN",
        ],
    );
}

#[test]
fn horizon_caps_rise_with_the_years() {
    check(
        |firm| {
            firm.policy.saa.horizon_cap[1].below_years = 1.0;
            firm.policy.saa.horizon_cap[3].cap = 0.3;
        },
        &[
            "policy.toml: saa.horizon_cap.1.below_years: must be above 1, the one before it, is 1",
            "policy.toml: saa.horizon_cap.3.cap: must be at least 0.4, as the one before it, is 0.3",
        ],
    );
}

#[test]
fn more_tolerance_never_means_more_risk_aversion() {
    check(
        |firm| firm.policy.saa.gamma.at_tolerance_100 = 13.0,
        &["policy.toml: saa.gamma.at_tolerance_100: must be at most 12, as the one before it, is 13"],
    );
    check(
        |firm| firm.policy.saa.gamma.at_tolerance_0 = f64::INFINITY,
        &["policy.toml: saa.gamma.at_tolerance_0: must be from 0.5 to 50, is inf"],
    );
}

#[test]
fn growth_caps_exist_for_every_class_and_rise() {
    check(
        |firm| {
            firm.policy.saa.growth_cap.remove(&Class::C1);
            firm.policy.saa.growth_cap.insert(Class::C5, 0.7);
        },
        &[
            "policy.toml: saa.growth_cap.C1: is missing",
            "policy.toml: saa.growth_cap.C5: must be at least 0.75, as the one before it, is 0.7",
        ],
    );
}

#[test]
fn shares_and_rates_of_the_allocation_are_fractions() {
    check(
        |firm| {
            firm.policy.saa.growth_cap.insert(Class::C5, 95.0);
            firm.policy.saa.loss_cap.quantile = 0.0;
            firm.policy.saa.human_capital.counted_share = 1.5;
            firm.policy.saa.human_capital.discount_real = 2.0;
            firm.policy.saa.diversifier_share.insert(Class::C3, 10.0);
        },
        &[
            "policy.toml: saa.growth_cap.C5: must be from 0 to 1, is 95",
            "policy.toml: saa.loss_cap.quantile: must be from 0.001 to 0.5, is 0",
            "policy.toml: saa.human_capital.counted_share: must be from 0 to 1, is 1.5",
            "policy.toml: saa.human_capital.discount_real: must be from -0.05 to 0.2, is 2",
            "policy.toml: saa.diversifier_share.C3: must be from 0 to 1, is 10",
        ],
    );
}

#[test]
fn every_region_has_sleeves() {
    check(
        |firm| drop(firm.policy.saa.sleeves.remove(&Region::Canada)),
        &["policy.toml: saa.sleeves.canada: is missing"],
    );
}

#[test]
fn a_sleeve_sums_to_one() {
    check(
        |firm| sleeves(firm, Region::Canada).defensive = sleeve([("CASH", 0.25), ("BOND", 0.5)]),
        &["policy.toml: saa.sleeves.canada.defensive: must sum to 1, sums to 0.75"],
    );
    check(
        |firm| sleeves(firm, Region::Canada).defensive = sleeve([("CASH", -0.5), ("BOND", 1.5)]),
        &[
            "policy.toml: saa.sleeves.canada.defensive.BOND: must be from 0 to 1, is 1.5",
            "policy.toml: saa.sleeves.canada.defensive.CASH: must be from 0 to 1, is -0.5",
        ],
    );
}

#[test]
fn a_sleeve_holds_assets_of_its_own_region() {
    check(
        |firm| {
            sleeves(firm, Region::China).cash = "GELD".to_owned();
            sleeves(firm, Region::China).growth = sleeve([("CAEQ", 1.0)]);
        },
        &[
            "policy.toml: saa.sleeves.china.cash: GELD does not exist",
            "policy.toml: saa.sleeves.china.growth: CAEQ does not exist",
        ],
    );
}

#[test]
fn no_sleeve_is_above_the_class_that_holds_it() {
    check(
        |firm| {
            let sleeves = sleeves(firm, Region::China);
            sleeves.growth_c3 = Some(sleeve([("A_LARGE", 0.5), ("HK", 0.5)]));
            sleeves.defensive_c1 = Some(sleeve([("CREDIT", 1.0)]));
            sleeves.defensive_c1_lowest = Some(sleeve([("CREDIT", 1.0)]));
            sleeves.cash = "CREDIT".to_owned();
        },
        &[
            "policy.toml: saa.sleeves.china.cash: holds CREDIT of level R2, which does not suit class C1-lowest",
            "policy.toml: saa.sleeves.china.growth_c3: holds HK of level R4, which does not suit class C3",
            "policy.toml: saa.sleeves.china.defensive_c1: holds CREDIT of level R2, which does not suit class C1",
            "policy.toml: saa.sleeves.china.defensive_c1_lowest: holds CREDIT of level R2, which does not suit class C1-lowest",
        ],
    );
}

#[test]
fn a_plain_sleeve_must_suit_the_classes_without_a_special_one() {
    check(
        |firm| {
            let sleeves = sleeves(firm, Region::China);
            sleeves.growth_c3 = None;
            sleeves.defensive_c1 = None;
        },
        &[
            "policy.toml: saa.sleeves.china.growth: holds HK of level R4, which does not suit class C3",
            "policy.toml: saa.sleeves.china.defensive: holds CREDIT of level R2, which does not suit class C1",
        ],
    );
}

#[test]
fn diversifiers_suit_the_lowest_class_that_holds_them() {
    check(
        |firm| sleeves(firm, Region::China).diversifier = Some(sleeve([("ALT", 1.0)])),
        &["policy.toml: saa.sleeves.china.diversifier: holds ALT of level R4, which does not suit class C3"],
    );
}

#[test]
fn shares_stand_in_the_growth_sleeve_alone() {
    check(
        |firm| sleeves(firm, Region::Canada).defensive = sleeve([("BOND", 0.5), ("EM", 0.5)]),
        &[
            "policy.toml: saa.sleeves.canada.defensive: holds EM, a growth asset, outside the growth sleeve",
            "policy.toml: saa.sleeves.canada.defensive: holds EM of level R4, which does not suit class C2",
        ],
    );
    check(
        |firm| firm.assumptions[1].asset[1].family = Family::Growth,
        &["policy.toml: saa.sleeves.canada.defensive: holds BOND, a growth asset, outside the growth sleeve"],
    );
}

#[test]
fn lifetimes_come_in_pairs_and_are_neither_few_nor_endless() {
    check(|firm| firm.policy.zone.lifetimes = 9_999, &["policy.toml: zone.lifetimes: must be even, is 9999"]);
    check(
        |firm| firm.policy.zone.lifetimes = 98,
        &["policy.toml: zone.lifetimes: must be from 100 to 100000, is 98"],
    );
    check(
        |firm| firm.policy.zone.lifetimes = 100_002,
        &["policy.toml: zone.lifetimes: must be from 100 to 100000, is 100002"],
    );
}

#[test]
fn the_borders_of_the_zones_are_within_reason() {
    check(
        |firm| {
            let zone = &mut firm.policy.zone;
            zone.plan_survival = 0.0;
            zone.green_success = 0.4;
            zone.green_bad_market = 1.4;
            zone.bad_market_quantile = 0.0;
            zone.red_median = 1.1;
            zone.default_essential_share = 70.0;
            zone.ample_bad_market = 0.9;
            zone.sensitivity_return = 0.5;
            zone.sensitivity_years = 30;
            zone.later_years = 0;
        },
        &[
            "policy.toml: zone.plan_survival: must be from 0.01 to 0.75, is 0",
            "policy.toml: zone.green_success: must be from 0.5 to 1, is 0.4",
            "policy.toml: zone.green_bad_market: must be from 0 to 1, is 1.4",
            "policy.toml: zone.bad_market_quantile: must be from 0.01 to 0.5, is 0",
            "policy.toml: zone.red_median: must be from 0 to 1, is 1.1",
            "policy.toml: zone.default_essential_share: must be from 0 to 1, is 70",
            "policy.toml: zone.ample_bad_market: must be from 1 to 5, is 0.9",
            "policy.toml: zone.sensitivity_return: must be from 0 to 0.05, is 0.5",
            "policy.toml: zone.sensitivity_years: must be from 0 to 20, is 30",
            "policy.toml: zone.later_years: must be from 1 to 20, is 0",
        ],
    );
}

#[test]
fn guardrails_are_within_reason() {
    check(
        |firm| {
            let guardrail = &mut firm.policy.guardrail;
            guardrail.rate_rise = 0.0;
            guardrail.cut = 0.6;
            guardrail.rate_fall = 1.0;
            guardrail.raise = f64::NAN;
        },
        &[
            "policy.toml: guardrail.rate_rise: must be from 0.01 to 1, is 0",
            "policy.toml: guardrail.cut: must be from 0.01 to 0.5, is 0.6",
            "policy.toml: guardrail.rate_fall: must be from 0.01 to 0.9, is 1",
            "policy.toml: guardrail.raise: must be from 0.01 to 0.5, is NaN",
        ],
    );
}

#[test]
fn the_essential_share_is_held_between_two_ends_in_order() {
    check(
        |firm| firm.policy.zone.essential_clamp = [0.9, 0.5],
        &["policy.toml: zone.essential_clamp.1: must be at least 0.9, as the one before it, is 0.5"],
    );
}

#[test]
fn the_reserve_is_within_reason() {
    check(
        |firm| {
            firm.policy.reserve.target_months = -1.0;
            firm.policy.reserve.withdrawal_months = 240.0;
        },
        &[
            "policy.toml: reserve.target_months: must be from 0 to 60, is -1",
            "policy.toml: reserve.withdrawal_months: must be from 0 to 120, is 240",
        ],
    );
}

#[test]
fn lifetimes_follow_a_law_in_every_region() {
    check(
        |firm| {
            firm.policy.mortality.regions.remove(&Region::Canada);
            let china = firm.policy.mortality.regions.get_mut(&Region::China).expect("a law");
            china.male.m = 8.9;
            china.female.b = 0.0;
        },
        &[
            "policy.toml: mortality.china.male.m: must be from 60 to 110, is 8.9",
            "policy.toml: mortality.china.female.b: must be from 4 to 20, is 0",
            "policy.toml: mortality.canada: is missing",
        ],
    );
}

#[test]
fn each_statutory_age_has_one_rule() {
    check(
        |firm| {
            let rules = &mut firm.policy.pension.china.retirement;
            rules[1].cls = rules[0].cls;
            rules[2].months_per_step = 0;
        },
        &[
            "policy.toml: pension.china.retirement.1.cls: M60 stands twice",
            "policy.toml: pension.china.retirement.2.months_per_step: must be from 1 to 12, is 0",
            "policy.toml: pension.china.retirement.F55: is missing",
        ],
    );
}

#[test]
fn the_divisors_reach_to_seventy_and_fall() {
    check(
        |firm| firm.policy.pension.china.divisor.truncate(30),
        &["policy.toml: pension.china.divisor: must hold 31 or more, holds 30"],
    );
    check(
        |firm| firm.policy.pension.china.divisor[9] = 19.0,
        &["policy.toml: pension.china.divisor.10: must be at most 19, as the one before it, is 195"],
    );
    check(
        |firm| firm.policy.pension.china.divisor[30] = 0.0,
        &["policy.toml: pension.china.divisor.30: must be from 1 to 600, is 0"],
    );
}

#[test]
fn pensions_are_within_reason() {
    check(
        |firm| {
            let china = &mut firm.policy.pension.china;
            china.min_years_final = 10.0;
            china.employee_rate = 8.0;
            china.index_max = 0.3;
            china.average_wage_month = 0.0;
            let canada = &mut firm.policy.pension.canada;
            canada.cpp_full_years = 0.0;
            canada.oas_recovery_rate = 15.0;
        },
        &[
            "policy.toml: pension.china.min_years_final: must be from 15 to 50, is 10",
            "policy.toml: pension.china.employee_rate: must be from 0 to 0.5, is 8",
            "policy.toml: pension.china.index_max: must be at least 0.6, as the one before it, is 0.3",
            "policy.toml: pension.china.average_wage_month: must be from 100 to 1000000, is 0",
            "policy.toml: pension.canada.cpp_full_years: must be from 1 to 60, is 0",
            "policy.toml: pension.canada.oas_recovery_rate: must be from 0 to 1, is 15",
        ],
    );
}

#[test]
fn every_region_has_one_set_of_assumptions() {
    check(|firm| drop(firm.assumptions.pop()), &["assumptions/cad.toml: region: is missing"]);
    check(
        |firm| firm.assumptions.push(firm.assumptions[0].clone()),
        &["assumptions/cny.toml: region: china stands twice"],
    );
}

#[test]
fn a_set_is_in_the_currency_of_its_region() {
    check(
        |firm| firm.assumptions[1].currency = "USD".to_owned(),
        &["assumptions/usd.toml: currency: must be CAD, is USD"],
    );
}

#[test]
fn an_approver_has_a_name_in_both_languages() {
    check(
        |firm| {
            firm.assumptions[0].approved_by =
                Some(Text { zh: "投资委员会".to_owned(), en: String::new() });
        },
        &["assumptions/cny.toml: approved_by.en: must not be empty"],
    );
}

#[test]
fn assets_are_named_once_with_figures_within_reason() {
    check(
        |firm| {
            let assets = &mut firm.assumptions[0].asset;
            assets[0].compound_return = 1.6;
            assets[1].volatility = -0.1;
            assets[2].fee = 0.4;
            assets[3].name.en.clear();
            assets[4].source.zh.clear();
        },
        &[
            "assumptions/cny.toml: asset.CASH.compound_return: must be from -0.2 to 0.5, is 1.6",
            "assumptions/cny.toml: asset.CGB.volatility: must be from 0 to 1, is -0.1",
            "assumptions/cny.toml: asset.CREDIT.fee: must be from 0 to 0.1, is 0.4",
            "assumptions/cny.toml: asset.A_LARGE.name.en: must not be empty",
            "assumptions/cny.toml: asset.A_SMID.source.zh: must not be empty",
        ],
    );
    check(
        |firm| {
            firm.assumptions[0].asset[9].id = "CASH".to_owned();
            firm.assumptions[0].correlation.order[9] = "CASH".to_owned();
        },
        &["assumptions/cny.toml: asset.9.id: CASH stands twice"],
    );
}

#[test]
fn a_set_without_assets_is_no_set() {
    check(
        |firm| {
            firm.assumptions[0].asset.truncate(0);
            firm.assumptions[0].correlation.order.truncate(0);
            firm.assumptions[0].correlation.matrix.truncate(0);
            let sleeves = sleeves(firm, Region::China);
            sleeves.growth = sleeve([("A", 1.0)]);
            sleeves.growth_c3 = None;
            sleeves.diversifier = None;
            sleeves.defensive = sleeve([("B", 1.0)]);
            sleeves.defensive_c1 = None;
            sleeves.defensive_c1_lowest = None;
        },
        &[
            "policy.toml: saa.sleeves.china.cash: CASH does not exist",
            "policy.toml: saa.sleeves.china.growth: A does not exist",
            "policy.toml: saa.sleeves.china.defensive: B does not exist",
            "assumptions/cny.toml: asset: must hold 1 or more, holds 0",
        ],
    );
}

#[test]
fn correlations_stand_in_the_order_of_the_assets() {
    check(
        |firm| firm.assumptions[1].correlation.order.swap(0, 1),
        &["assumptions/cad.toml: correlation.order: must name every asset once, in the order of the assets"],
    );
}

#[test]
fn correlations_are_square() {
    check(
        |firm| drop(firm.assumptions[1].correlation.matrix.pop()),
        &["assumptions/cad.toml: correlation.matrix: must hold 8, holds 7"],
    );
    check(
        |firm| firm.assumptions[1].correlation.matrix[2].truncate(7),
        &["assumptions/cad.toml: correlation.matrix.2: must hold 8, holds 7"],
    );
}

#[test]
fn correlations_are_symmetric_with_ones_on_the_diagonal() {
    check(
        |firm| {
            firm.assumptions[1].correlation.matrix[0][2] = 0.5;
            firm.assumptions[1].correlation.matrix[3][3] = 0.9;
        },
        &[
            "assumptions/cad.toml: correlation.matrix.2.0: must be symmetric: -0.05 here, 0.5 across the diagonal",
            "assumptions/cad.toml: correlation.matrix.3.3: must be 1, is 0.9",
        ],
    );
    check(
        |firm| firm.assumptions[1].correlation.matrix[1][0] = f64::NAN,
        &["assumptions/cad.toml: correlation.matrix.1.0: must be from -1 to 1, is NaN"],
    );
    check(
        |firm| {
            firm.assumptions[1].correlation.matrix[1][0] = 1.5;
            firm.assumptions[1].correlation.matrix[0][1] = 1.5;
        },
        &["assumptions/cad.toml: correlation.matrix.1.0: must be from -1 to 1, is 1.5"],
    );
}

#[test]
fn correlations_are_positive_definite() {
    check(
        |firm| {
            let matrix = &mut firm.assumptions[1].correlation.matrix;
            matrix[2][3] = -0.7;
            matrix[3][2] = -0.7;
        },
        &["assumptions/cad.toml: correlation.matrix: must be positive definite"],
    );
}

#[test]
fn classes_begin_one_after_the_other_from_nothing() {
    check(
        |firm| {
            firm.risk.cutoffs[0].from = 5.0;
            firm.risk.cutoffs[2].from = 20.0;
        },
        &[
            "questionnaires/risk.toml: cutoffs.0.from: must be 0, is 5",
            "questionnaires/risk.toml: cutoffs.2.from: must be above 20, the one before it, is 20",
        ],
    );
    check(
        |firm| firm.risk.cutoffs[4].from = 101.0,
        &["questionnaires/risk.toml: cutoffs.4.from: must be from 0 to 100, is 101"],
    );
}

#[test]
fn every_class_begins_somewhere() {
    check(|firm| firm.risk.cutoffs.truncate(4), &["questionnaires/risk.toml: cutoffs: must hold 5, holds 4"]);
    check(
        |firm| firm.risk.cutoffs[0].class = Class::C1Lowest,
        &["questionnaires/risk.toml: cutoffs.0.class: must be C1 here"],
    );
}

#[test]
fn composites_are_weights_that_sum_to_one() {
    check(
        |firm| {
            firm.risk.composites.ability_capacity = 0.75;
            firm.risk.composites.ability_horizon = 0.5;
            firm.risk.composites.willingness_tolerance = 1.5;
            firm.risk.composites.willingness_composure = -0.5;
        },
        &[
            "questionnaires/risk.toml: composites.willingness_tolerance: must be from 0.01 to 1, is 1.5",
            "questionnaires/risk.toml: composites.willingness_composure: must be from 0 to 1, is -0.5",
            "questionnaires/risk.toml: composites.ability_capacity: must sum to 1, sums to 1.25",
        ],
    );
}

#[test]
fn caps_name_answers_that_exist() {
    let cap = |item: &str, options: &[&str]| Cap {
        class: Class::C2,
        when: CapWhen::Answer {
            item: item.to_owned(),
            options: options.iter().map(ToString::to_string).collect(),
        },
        text: Text { zh: "一句话。".to_owned(), en: "A sentence.".to_owned() },
    };
    check(
        |firm| firm.risk.caps = vec![cap("A9", &["a"]), cap("A2", &["a", "q", "a"]), cap("A3", &[])],
        &[
            "questionnaires/risk.toml: caps.0.when.answer.item: A9 does not exist",
            "questionnaires/risk.toml: caps.1.when.answer.options.2: a stands twice",
            "questionnaires/risk.toml: caps.1.when.answer.options.1: A2.q does not exist",
            "questionnaires/risk.toml: caps.2.when.answer.options: must hold 1 or more, holds 0",
        ],
    );
}

#[test]
fn caps_say_below_which_points_and_why() {
    check(
        |firm| {
            let cap = firm.risk.caps.last_mut().expect("a cap");
            if let CapWhen::Below { points, .. } = &mut cap.when {
                *points = 400.0;
            }
            cap.text.en.clear();
        },
        &[
            "questionnaires/risk.toml: caps.7.when.below.points: must be from 0 to 100, is 400",
            "questionnaires/risk.toml: caps.7.text.en: must not be empty",
        ],
    );
}

#[test]
fn items_and_options_are_named_once() {
    check(
        |firm| {
            item(firm, "A6").id = "A5".to_owned();
            option(firm, "C3", "d").key = "c".to_owned();
        },
        &[
            "questionnaires/risk.toml: items.9.id: A5 stands twice",
            "questionnaires/risk.toml: items.C3.options.3.key: c stands twice",
        ],
    );
    check(|firm| item(firm, "A6").id.clear(), &["questionnaires/risk.toml: items.9.id: must not be empty"]);
}

#[test]
fn items_and_options_speak_both_languages() {
    check(
        |firm| {
            item(firm, "A1").text.zh.clear();
            item(firm, "A1").why.en.clear();
            option(firm, "A1", "b").text.en.clear();
        },
        &[
            "questionnaires/risk.toml: items.A1.text.zh: must not be empty",
            "questionnaires/risk.toml: items.A1.why.en: must not be empty",
            "questionnaires/risk.toml: items.A1.options.b.text.en: must not be empty",
        ],
    );
}

#[test]
fn a_scored_item_has_a_dimension_a_weight_and_points() {
    check(
        |firm| {
            item(firm, "A1").dimension = None;
            item(firm, "A4").weight = 0.0;
            option(firm, "A4", "b").score = Some(350.0);
            item(firm, "A5").options.iter_mut().for_each(|option| option.score = None);
            option(firm, "K2", "c").score = None;
        },
        &[
            "questionnaires/risk.toml: items.A1.dimension: is missing",
            "questionnaires/risk.toml: items.A4.weight: must be from 0.01 to 100, is 0",
            "questionnaires/risk.toml: items.A4.options.b.score: must be from 0 to 100, is 350",
            "questionnaires/risk.toml: items.A5.options: must have a score on one option or more",
            "questionnaires/risk.toml: items.K2.options.c.score: is missing",
        ],
    );
}

#[test]
fn objectives_and_gates_are_not_scored() {
    check(
        |firm| {
            option(firm, "G1", "a").score = Some(10.0);
            let tolerance = item(firm, "T1").dimension;
            item(firm, "S2").dimension = tolerance;
        },
        &[
            "questionnaires/risk.toml: items.G1.options.a.score: must be left out here",
            "questionnaires/risk.toml: items.S2.dimension: must be left out here",
        ],
    );
}

#[test]
fn an_item_has_options() {
    check(
        |firm| item(firm, "T3").options.clear(),
        &["questionnaires/risk.toml: items.T3.options: must hold 1 or more, holds 0"],
    );
}

#[test]
fn every_dimension_is_always_scored_but_composure() {
    check(
        |firm| {
            let hidden = item(firm, "T1").dimension;
            for item in firm.risk.items.iter_mut().filter(|item| item.id.starts_with(['H', 'C'])) {
                item.dimension = hidden;
            }
        },
        &[
            "questionnaires/risk.toml: items: must have an item that scores horizon with every option",
            "questionnaires/risk.toml: items: must have an item that scores composure",
        ],
    );
    check(
        |firm| ["H1", "H2"].into_iter().for_each(|id| option(firm, id, "a").score = None),
        &["questionnaires/risk.toml: items: must have an item that scores horizon with every option"],
    );
}

#[test]
fn the_loss_limit_horizon_and_reserve_can_always_be_read() {
    check(
        |firm| {
            item(firm, "T2").options.iter_mut().for_each(|option| option.loss_limit = None);
            firm.risk.checks.clear();
        },
        &["questionnaires/risk.toml: items: must have an item that carries loss_limit"],
    );
    check(
        |firm| {
            option(firm, "T2", "f").loss_limit = None;
            option(firm, "H1", "e").horizon_years = None;
            option(firm, "A2", "a").reserve_months = None;
            option(firm, "G1", "d").objective_cap = None;
        },
        &[
            "questionnaires/risk.toml: items.G1.options.d.objective_cap: is missing",
            "questionnaires/risk.toml: items.H1.options.e.horizon_years: is missing",
            "questionnaires/risk.toml: items.A2.options.a.reserve_months: is missing",
            "questionnaires/risk.toml: items.T2.options.f.loss_limit: is missing",
        ],
    );
    check(
        |firm| option(firm, "T2", "a").loss_limit = Some(40.0),
        &["questionnaires/risk.toml: items.T2.options.a.loss_limit: must be from 0 to 1, is 40"],
    );
}

#[test]
fn the_loss_limit_is_read_from_one_item_alone() {
    check(
        |firm| item(firm, "T3").options.iter_mut().for_each(|option| option.loss_limit = Some(0.1)),
        &["questionnaires/risk.toml: items.T2: loss_limit stands twice"],
    );
}

#[test]
fn a_gate_alone_makes_an_investor_lowest_class() {
    check(
        |firm| option(firm, "T2", "f").lowest = true,
        &["questionnaires/risk.toml: items.T2.options.f.lowest: must be left out here"],
    );
    check(
        |firm| {
            option(firm, "S1", "n").lowest = false;
            option(firm, "S2", "y").lowest = false;
        },
        &["questionnaires/risk.toml: items: must have an item that is a gate with a lowest option"],
    );
}

#[test]
fn checks_name_answers_that_exist() {
    check(
        |firm| {
            let checks = &mut firm.risk.checks;
            checks[0].all[0].item = "T9".to_owned();
            checks[1].all[1].options.push("x".to_owned());
            checks[2].all.clear();
            checks[3].text.zh.clear();
            checks[4].id = "X4".to_owned();
            checks[8].any[0].options.clear();
        },
        &[
            "questionnaires/risk.toml: checks.4.id: X4 stands twice",
            "questionnaires/risk.toml: checks.X1.all.0.item: T9 does not exist",
            "questionnaires/risk.toml: checks.X2.all.1.options.3: T2.x does not exist",
            "questionnaires/risk.toml: checks.X3.all: must hold 1 or more, holds 0",
            "questionnaires/risk.toml: checks.X4.text.zh: must not be empty",
            "questionnaires/risk.toml: checks.X9.any.0.options: must hold 1 or more, holds 0",
        ],
    );
}

#[test]
fn a_clause_asks_for_no_more_options_than_can_be_chosen() {
    let clause = |item: &str, options: &[&str], at_least| Clause {
        item: item.to_owned(),
        options: options.iter().map(ToString::to_string).collect(),
        at_least,
    };
    check(
        |firm| {
            firm.risk.checks[0].all =
                vec![clause("K2", &["a", "b"], 3), clause("K2", &["a"], 0), clause("T1", &["a", "b"], 2)];
        },
        &[
            "questionnaires/risk.toml: checks.X1.all.0.at_least: must be from 1 to 2, is 3",
            "questionnaires/risk.toml: checks.X1.all.1.at_least: must be from 1 to 1, is 0",
            "questionnaires/risk.toml: checks.X1.all.2.at_least: must be from 1 to 1, is 2",
        ],
    );
}

#[test]
fn a_lower_reading_is_of_an_item_that_can_be_read_so() {
    let reading = |item: &str, score_at_most, loss_limit_at_most| LowerReading {
        item: item.to_owned(),
        score_at_most,
        loss_limit_at_most,
    };
    check(
        |firm| {
            firm.risk.checks[0].lower_readings = vec![
                reading("T9", 35.0, None),
                reading("T1", 350.0, None),
                reading("T1", 35.0, Some(0.1)),
                reading("T2", 35.0, Some(10.0)),
            ];
        },
        &[
            "questionnaires/risk.toml: checks.X1.lower_readings.0.item: T9 does not exist",
            "questionnaires/risk.toml: checks.X1.lower_readings.1.score_at_most: must be from 0 to 100, is 350",
            "questionnaires/risk.toml: checks.X1.lower_readings.2.loss_limit_at_most: must be left out here",
            "questionnaires/risk.toml: checks.X1.lower_readings.3.loss_limit_at_most: must be from 0 to 1, is 10",
        ],
    );
}

#[test]
fn every_notice_has_its_words() {
    check(
        |firm| {
            firm.risk.notices.remove("X12");
            firm.risk.notices.get_mut("ELDER").expect("a notice").en.clear();
        },
        &[
            "questionnaires/risk.toml: notices.ELDER.en: must not be empty",
            "questionnaires/risk.toml: notices.X12: is missing",
        ],
    );
}

#[test]
fn goals_are_named_once_and_offer_answers_where_they_ask_for_a_choice() {
    check(
        |firm| {
            firm.goals.version.clear();
            goal(firm, "worries").id = "aims".to_owned();
            goal(firm, "stage").options.clear();
            goal(firm, "cover").kind = GoalKind::Words;
            goal(firm, "heirs").why.zh.clear();
            goal(firm, "contact_way").options[1].key = "in_person".to_owned();
            goal(firm, "contact_way").options[0].text.zh.clear();
        },
        &[
            "questionnaires/goals.toml: version: must not be empty",
            "questionnaires/goals.toml: items.2.id: aims stands twice",
            "questionnaires/goals.toml: items.stage.options: must hold 1 or more, holds 0",
            "questionnaires/goals.toml: items.cover.options: must be left out here",
            "questionnaires/goals.toml: items.heirs.why.zh: must not be empty",
            "questionnaires/goals.toml: items.contact_way.options.1.key: in_person stands twice",
            "questionnaires/goals.toml: items.contact_way.options.in_person.text.zh: must not be empty",
        ],
    );
}

#[test]
fn the_life_goals_are_within_reason() {
    check(
        |firm| {
            let life = &mut firm.policy.life;
            life.places[0].cost_year.remove(&Region::Canada);
            life.places[0].growth_real = 0.5;
            life.places[1].id = "china".to_owned();
            life.loan.get_mut(&Region::China).expect("loans").debt_share = 0.4;
            life.protection.illness_years = [5.0, 3.0];
            life.estate.remove(&Region::China);
            life.estate.get_mut(&Region::Canada).expect("estates").probate_rate = 1.5;
        },
        &[
            "policy.toml: life.places.1.id: china stands twice",
            "policy.toml: life.places.china.cost_year.canada: is missing",
            "policy.toml: life.places.china.growth_real: must be from -0.05 to 0.1, is 0.5",
            "policy.toml: life.loan.china.debt_share: must be at least 0.5, as the one before it, is 0.4",
            "policy.toml: life.estate.china: is missing",
            "policy.toml: life.estate.canada.probate_rate: must be from 0 to 0.5, is 1.5",
            "policy.toml: life.protection.illness_years.1: must be at least 5, as the one before it, is 3",
        ],
    );
}
