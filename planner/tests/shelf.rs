//! What a firm keeps beside its rules, and what a slip of the pen in it is called.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use planner::firm::product::RedemptionStep;
use planner::firm::shelf::{Shelf, ShelfDocument};
use planner::firm::{Level, Region};
use planner::{bytes, wording};

mod support;

/// Breaks the shelf and compares every fault that is found.
#[track_caller]
fn check(slip: impl FnOnce(&mut ShelfDocument), faults: &[&str]) {
    let mut document = support::shelf_document();
    slip(&mut document);
    let found = Shelf::check(document, &support::firm()).map(|_| ()).unwrap_err();
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), faults);
}

#[test]
fn the_shelf_of_this_repository_has_no_fault() {
    let faults = Shelf::check(support::shelf_document(), &support::firm()).err().unwrap_or_default();
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn the_shelf_keeps_its_form_as_json_and_as_bytes() {
    let document = support::shelf_document();
    let stored = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<ShelfDocument>(&stored).unwrap(), document);
    assert_eq!(bytes::open(&bytes::seal(&document)), Some(document));
}

#[test]
fn both_regions_have_products_for_every_asset_class_of_their_sleeves() {
    let (firm, shelf) = (support::firm(), support::shelf());
    assert!(shelf.products.product.len() >= 40, "{}", shelf.products.product.len());
    for region in Region::ALL {
        for asset in &firm.assumptions_of(region).asset {
            let of = |product: &&_| {
                let product: &planner::firm::product::Product = product;
                product.region == region && product.asset == asset.id
            };
            assert!(shelf.products.product.iter().any(|product| of(&product)), "{region:?} {}", asset.id);
        }
    }
}

#[test]
fn every_figure_says_how_far_it_can_be_relied_on() {
    let shelf = support::shelf();
    let shocks = shelf.stress.scenario.iter().flat_map(|scenario| scenario.region.values());
    let figures = shocks.flat_map(|shock| shock.returns.values().chain([&shock.inflation]));
    let facts = shelf.fees.fact.iter().map(|fact| &fact.source);
    let ceilings = shelf.fees.ceiling.iter().map(|ceiling| &ceiling.source);
    for source in figures.map(|figure| &figure.source).chain(facts).chain(ceilings) {
        let marks =
            [("有原文", "text found"), ("凭记忆，未核实", "memory, unconfirmed"), ("推算", "derived")];
        let same = |(zh, en): &(&str, &str)| source.zh.contains(zh) == source.en.contains(en);
        assert!(marks.iter().any(|(_, mark)| source.en.contains(mark)), "{source:?}");
        assert!(marks.iter().all(same), "{source:?}");
    }
}

#[test]
fn a_product_id_stands_once() {
    check(
        |document| document.products.product[1].id = "cn-money-1".to_owned(),
        &["products.toml: product.1.id: cn-money-1 stands twice"],
    );
}

#[test]
fn a_product_names_a_known_asset_and_kind() {
    check(
        |document| {
            document.products.product[0].asset = "CAEQ".to_owned();
            document.products.product[1].kind = "lottery".to_owned();
        },
        &[
            "products.toml: product.cn-money-1.asset: CAEQ does not exist",
            "products.toml: product.cn-money-2.kind: lottery does not exist",
        ],
    );
}

#[test]
fn a_product_is_not_rated_below_what_it_holds() {
    check(
        |document| {
            let product = &mut document.products.product[15];
            (product.issuer_level, product.distributor_level) = (Level::R1, Level::R2);
        },
        &[
            "products.toml: product.cn-large-etf.distributor_level: must be R3 or above, the level of what it holds, is R2",
        ],
    );
}

#[test]
fn texts_of_a_product_stand_in_both_languages_and_promise_nothing() {
    check(
        |document| {
            let product = &mut document.products.product[0];
            product.name.en = " ".to_owned();
            product.strategy.zh = "保本，稳赚。".to_owned();
            product.strategy.en = "Guaranteed, and not guaranteed.".to_owned();
        },
        &[
            "products.toml: product.cn-money-1.name.en: must not be empty",
            "products.toml: product.cn-money-1.strategy.zh: must not say \"保本\"",
            "products.toml: product.cn-money-1.strategy.zh: must not say \"稳赚\"",
            "products.toml: product.cn-money-1.strategy.en: must not say \"guaranteed\"",
        ],
    );
}

#[test]
fn fees_are_in_their_range_and_under_the_ceiling_of_the_kind() {
    check(
        |document| {
            document.products.product[0].fees.management = 0.3;
            document.products.product[0].fees.sales_service = 0.002;
            document.products.product[18].fees.subscription = 0.015;
        },
        &[
            "products.toml: product.cn-money-1.fees.management: must be from 0 to 0.03, is 0.3",
            "products.toml: product.cn-money-1.fees.sales_service: must be from 0 to 0.0015, is 0.002",
            "products.toml: product.cn-large-active.fees.subscription: must be from 0 to 0.008, is 0.015",
        ],
    );
}

#[test]
fn a_redemption_fee_falls_with_time() {
    let step = |below_days, fee| RedemptionStep { below_days, fee };
    check(
        |document| {
            document.products.product[0].fees.redemption = vec![step(30, 0.005), step(7, 0.01)];
        },
        &[
            "products.toml: product.cn-money-1.fees.redemption.1.below_days: must be above 30, the one before it, is 7",
            "products.toml: product.cn-money-1.fees.redemption.1.fee: must be at most 0.005, as the one before it, is 0.01",
        ],
    );
}

#[test]
fn a_currency_is_that_of_the_region() {
    check(
        |document| document.products.product[0].currency = "USD".to_owned(),
        &["products.toml: product.cn-money-1.currency: must be CNY, is USD"],
    );
}

#[test]
fn a_crisis_has_a_figure_for_every_asset_class_and_for_nothing_else() {
    check(
        |document| {
            let shock = document.stress.scenario[0].region.get_mut(&Region::China).unwrap();
            let gold = shock.returns.remove("GOLD").unwrap();
            shock.returns.insert("TULIPS".to_owned(), gold);
            shock.inflation.source.en.clear();
            document.stress.scenario[1].region.remove(&Region::Canada);
        },
        &[
            "stress.toml: scenario.crisis_2008.region.china.inflation.source.en: must not be empty",
            "stress.toml: scenario.crisis_2008.region.china.returns.TULIPS: TULIPS does not exist",
            "stress.toml: scenario.crisis_2008.region.china.returns.GOLD: is missing",
            "stress.toml: scenario.china_2015.region.canada: is missing",
        ],
    );
}

#[test]
fn nothing_can_lose_more_than_everything() {
    check(
        |document| {
            let shock = document.stress.scenario[0].region.get_mut(&Region::Canada).unwrap();
            shock.returns.get_mut("CAEQ").unwrap().value = -33.0;
            shock.until = shock.from;
        },
        &[
            "stress.toml: scenario.crisis_2008.region.canada.until: must be after 2007-12",
            "stress.toml: scenario.crisis_2008.region.canada.returns.CAEQ.value: must be from -0.99 to 10, is -33",
        ],
    );
}

#[test]
fn fee_facts_that_the_comparison_begins_with_are_there() {
    check(
        |document| document.fees.fact.retain(|fact| fact.id != "stamp_duty"),
        &["fees.toml: fact.stamp_duty: is missing"],
    );
}

#[test]
fn bands_tilts_and_words_are_checked() {
    check(
        |document| {
            document.upkeep.band.back_to = 1.5;
            document.upkeep.tilt.days = 0;
            document.wording.never.push(String::new());
        },
        &[
            "upkeep.toml: band.back_to: must be from 0 to 1, is 1.5",
            "upkeep.toml: tilt.days: must be from 1 to 366, is 0",
            "wording.toml: never.43: must not be empty",
        ],
    );
}

/// Every text under a key `zh` or `en`.
fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, value)| match value.as_str() {
                Some(text) if ["zh", "en"].contains(&key.as_str()) => vec![text.to_owned()],
                _ => texts(value),
            })
            .collect(),
        serde_json::Value::Array(entries) => entries.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn no_text_of_the_firm_promises_anything() {
    let wording = support::shelf().wording.clone();
    let document = serde_json::to_value(support::document()).unwrap();
    let texts = texts(&document);
    assert!(texts.len() > 200, "{}", texts.len());
    for text in texts {
        assert_eq!(wording::screen(&text, &wording), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_word_that_promises_is_found_and_its_negation_is_not() {
    let shelf = support::shelf();
    for (text, words) in [
        ("本产品保本。", vec!["保本"]),
        ("本产品不保本，收益不保证收益。", vec![]),
        ("不保本，但保本。", vec!["保本"]),
        ("没有无风险的投资", vec![]),
        ("第一年不收费，业绩第一", vec!["第一"]),
        ("A Guaranteed return", vec!["guaranteed"]),
        ("Returns are not guaranteed.", vec![]),
        ("Not guaranteed? It is guaranteed!", vec!["guaranteed"]),
        ("a measured and pleasurable bestseller", vec![]),
        ("The best, for sure", vec!["sure", "best"]),
        ("最好的基金best", vec!["最好", "best"]),
        ("", vec![]),
    ] {
        assert_eq!(wording::screen(text, &shelf.wording), words, "{text}");
    }
}
