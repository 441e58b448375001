use planner::answers::{Answers, Form, check};
use planner::firm::product::{Objective, Product};
use planner::firm::shelf::Shelf;
use planner::firm::{Class, Firm, Level};
use planner::profile::{self, Profile};
use planner::suitability::{self, Client, Failed, Filter, Warning};
use proptest::prelude::*;

use crate::support::{TODAY, canada, china, choose, firm, shelf};

struct Case {
    firm: Firm,
    shelf: Shelf,
    answers: Answers,
    profile: Profile,
}

impl Case {
    fn of(form: &Form) -> Self {
        let firm = firm();
        let answers = check(form, &firm, TODAY).unwrap();
        Self { profile: profile::score(&answers, &firm), shelf: shelf(), answers, firm }
    }

    fn client(&self) -> Client<'_> {
        Client { profile: &self.profile, answers: &self.answers, assessed: true, qualified: false }
    }

    fn listed(&self, filter: &Filter) -> Vec<&Product> {
        suitability::shelf(&self.client(), &self.firm, &self.shelf, filter)
    }

    fn product(&self, id: &str) -> &Product {
        self.shelf.products.product.iter().find(|product| product.id == id).unwrap()
    }

    fn failed(&self, id: &str) -> Vec<Failed> {
        suitability::failed_tests(self.product(id), &self.client(), &self.firm, &self.shelf)
    }
}

/// An investor whose answers allow everything that is sold.
fn bold() -> Form {
    let mut form = china();
    let best = [("G1", "d"), ("G2", "d"), ("A1", "d"), ("A3", "d"), ("A4", "d"), ("A5", "a")];
    for (item, key) in best {
        choose(&mut form, item, &[key]);
    }
    choose(&mut form, "K1", &["e"]);
    choose(&mut form, "K2", &["a", "b", "c", "d", "e", "f"]);
    form
}

#[test]
fn a_balanced_investor_is_shown_index_funds_but_no_structured_product() {
    let case = Case::of(&china());
    let ids: Vec<&str> = case.listed(&Filter::default()).iter().map(|product| product.id.as_str()).collect();
    for id in ["cn-money-1", "cn-rates-index", "cn-large-etf", "cn-global-index", "cn-gold-etf"] {
        assert!(ids.contains(&id), "{id} in {ids:?}");
    }
    for id in ["cn-note-index", "cn-snowball", "cn-neutral", "ca-money"] {
        assert!(!ids.contains(&id), "{id}");
    }
}

#[test]
fn products_of_the_own_region_are_listed() {
    let case = Case::of(&canada());
    let listed = case.listed(&Filter::default());
    assert!(listed.len() > 5);
    assert!(listed.iter().all(|product| product.currency == "CAD"));
}

#[test]
fn the_list_goes_by_asset_class_then_level_then_cost() {
    let case = Case::of(&china());
    let assets: Vec<&str> =
        case.firm.assumptions_of(case.answers.region).asset.iter().map(|asset| asset.id.as_str()).collect();
    let rank = |product: &Product| {
        (
            assets.iter().position(|asset| *asset == product.asset),
            product.level(),
            (product.fees.year() * 1e9) as u64,
        )
    };
    let ranks: Vec<_> = case.listed(&Filter::default()).into_iter().map(rank).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

#[test]
fn the_higher_of_the_two_levels_counts() {
    let case = Case::of(&china());
    assert_eq!(case.product("cn-bond-plus").level(), Level::R3);
    assert_eq!(case.product("cn-growth-active").level(), Level::R4);
}

#[test]
fn each_test_fails_by_its_own_name() {
    let mut form = china();
    choose(&mut form, "G1", &["b"]);
    choose(&mut form, "H1", &["c"]);
    let case = Case::of(&form);
    let class = case.profile.recommended;
    assert_eq!(
        case.failed("cn-growth-active"),
        [
            Failed::Level { level: Level::R4, class },
            Failed::Objective { serves: Objective::Growth, wanted: Objective::KeepPace },
        ]
    );
    // The answer is 3 to 5 years: from the third year on the money may be needed.
    assert_eq!(case.failed("cn-treasury-5y"), [Failed::Term { days: Some(1825), years: 3.0 }]);
    assert_eq!(case.failed("cn-treasury-3y"), []);
    assert!(
        case.failed("cn-note-index").iter().any(|test| matches!(test, Failed::Kind { needed: 80.0, .. }))
    );
}

#[test]
fn shares_do_not_suit_money_that_is_needed_within_a_year() {
    let mut form = china();
    choose(&mut form, "H1", &["a"]);
    let case = Case::of(&form);
    assert!(case.failed("cn-large-etf").contains(&Failed::Term { days: None, years: 0.0 }));
    assert!(case.failed("cn-repo-7").is_empty(), "a week suits everybody");
    assert!(!case.failed("cn-cd-90").is_empty());
}

#[test]
fn nothing_is_listed_without_a_valid_assessment() {
    let case = Case::of(&china());
    let client = Client { assessed: false, ..case.client() };
    assert!(suitability::shelf(&client, &case.firm, &case.shelf, &Filter::default()).is_empty());
    let found = suitability::search("cn-money-1", &client, &case.firm, &case.shelf);
    assert_eq!(found[0].warning, Warning::NotAssessed);
    let mut form = china();
    form.conduct.attempts_today = 5;
    assert!(Case::of(&form).listed(&Filter::default()).is_empty(), "an advisor looks first");
}

#[test]
fn the_lowest_class_has_the_lowest_level_and_no_way_around() {
    let mut form = china();
    choose(&mut form, "S2", &["y"]);
    let case = Case::of(&form);
    assert_eq!(case.profile.class, Class::C1Lowest);
    let listed = case.listed(&Filter::default());
    assert!(!listed.is_empty() && listed.iter().all(|product| product.level() == Level::R1));
    let found = suitability::search("cn-large-etf", &case.client(), &case.firm, &case.shelf);
    assert_eq!(found[0].warning, Warning::Closed);
}

#[test]
fn a_search_finds_what_does_not_suit_with_its_warning() {
    let case = Case::of(&china());
    let search = |text: &str| suitability::search(text, &case.client(), &case.firm, &case.shelf);
    let warning = |text: &str| search(text)[0].warning;
    assert_eq!(warning("cn-large-etf"), Warning::None);
    assert_eq!(warning("INDEX-LINKED note"), Warning::Unsuitable, "R4 suits, but it is complex");
    assert!(search("黄金").len() >= 2);
    assert!(search("  ").is_empty());
    assert!(search("tulips").is_empty());
    assert!(search("ca-money").is_empty(), "another region");
}

#[test]
fn what_is_above_the_class_needs_more_than_what_only_does_not_fit() {
    let mut form = china();
    choose(&mut form, "G1", &["b"]);
    let case = Case::of(&form);
    let client = case.client();
    let warning = |id: &str| suitability::warning(&client, &case.failed(id));
    assert_eq!(warning("cn-hk-index"), Warning::AboveClass);
    assert_eq!(warning("cn-large-active"), Warning::Unsuitable, "R3, but for growth");
}

#[test]
fn products_for_qualified_investors_are_hidden_from_others() {
    let case = Case::of(&bold());
    let search = |qualified| {
        let client = Client { qualified, ..case.client() };
        suitability::search("cn-neutral", &client, &case.firm, &case.shelf).len()
    };
    assert_eq!((search(false), search(true)), (0, 1));
}

#[test]
fn fees_of_a_sale_fall_with_time() {
    let case = Case::of(&china());
    let fees = &case.product("cn-large-active").fees;
    let after = [0, 7, 29, 30, 179, 180].map(|days| fees.redemption_after(days));
    assert_eq!(after, [0.015, 0.0075, 0.0075, 0.005, 0.005, 0.0]);
    assert!((fees.year() - 0.014).abs() < 1e-12);
}

fn forms() -> impl Strategy<Value = Form> {
    (any::<u64>(), any::<bool>()).prop_map(|(seed, in_china)| {
        let mut form = if in_china { china() } else { canada() };
        let mut bits = seed;
        let firm = firm();
        for item in &firm.risk.items {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let option = &item.options[(bits >> 33) as usize % item.options.len()];
            choose(&mut form, &item.id, &[&option.key]);
        }
        // Gates would leave little to see.
        choose(&mut form, "S1", &["y"]);
        if bits % 4 > 0 {
            choose(&mut form, "S2", &["n"]);
        }
        form
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_product_above_the_class_is_ever_listed(form in forms(), qualified in any::<bool>()) {
        let case = Case::of(&form);
        let client = Client { qualified, ..case.client() };
        for product in suitability::shelf(&client, &case.firm, &case.shelf, &Filter::default()) {
            let levels = &case.firm.policy.suitability.levels[&case.profile.class];
            prop_assert!(levels.contains(&product.level()), "{} for {:?}", product.id, case.profile.class);
            prop_assert!(product.region == case.answers.region && (qualified || !product.qualified));
        }
    }

    #[test]
    fn a_filter_only_narrows(form in forms(), term in 0_u32..2000, minimum in 0.0..2e6_f64, level in 0_usize..5) {
        let case = Case::of(&form);
        let all = case.listed(&Filter::default());
        let level = [Level::R1, Level::R2, Level::R3, Level::R4, Level::R5][level];
        let filters = [
            Filter { term_days: Some(term), ..Filter::default() },
            Filter { minimum: Some(minimum), ..Filter::default() },
            Filter { level: Some(level), ..Filter::default() },
            Filter { kind: Some("index_fund".to_owned()), ..Filter::default() },
        ];
        for filter in filters {
            let narrowed = case.listed(&filter);
            let kept: Vec<&Product> = all.iter().copied().filter(|product| filter.passes(product)).collect();
            prop_assert_eq!(&narrowed, &kept, "and keeps the order");
            for product in narrowed {
                prop_assert!(product.term_days.unwrap_or(0) <= filter.term_days.unwrap_or(u32::MAX));
                prop_assert!(product.minimum <= filter.minimum.unwrap_or(f64::INFINITY));
            }
        }
    }

    #[test]
    fn what_a_search_calls_suitable_is_on_the_list(form in forms()) {
        let case = Case::of(&form);
        let listed = case.listed(&Filter::default());
        for found in suitability::search("基金", &case.client(), &case.firm, &case.shelf) {
            prop_assert_eq!(found.warning == Warning::None, listed.contains(&found.product));
            prop_assert!(found.warning != Warning::Unsuitable || !found.failed.is_empty());
        }
    }
}
