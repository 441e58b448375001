//! The products that suit, by asset class, and what narrows them.

use leptos::prelude::*;
use planner::firm::Asset;
use planner::firm::product::Product;
use planner::suitability::{self, Filter};

use super::{Counter, search};
use crate::components::phrased::phrased;
use crate::components::pick_field::PickField;
use crate::components::product_row::ProductRow;
use crate::format;
use crate::node::{El, Node, el};
use crate::pages::explained::explained;
use crate::pages::focus::focus_later;
use crate::words::{self, method};

/// Terms to narrow by, in days.
const TERMS: [u32; 5] = [0, 31, 180, 365, 1095];

/// Least purchases to narrow by.
const MINIMUMS: [f64; 4] = [100.0, 1_000.0, 10_000.0, 100_000.0];

/// The list of what suits, and the search for the rest.
pub(super) fn list(counter: &Counter) -> El {
    let lang = counter.planned.lang;
    let all = suits(counter, &Filter::default());
    let answer = words::products::sentence(lang, counter.client.profile.recommended, all.len());
    let head = el("header", "page__head")
        .with(phrased(el("h1", "page__answer"), &answer))
        .with(el("p", "").text(words::products::lead(lang)));
    let body = if all.is_empty() {
        el("p", "").text(words::products::none_suit(lang))
    } else {
        narrowed(counter, &all)
    };
    let seen = counter.visit.seen;
    el("article", "page products")
        .with(head)
        .with(body)
        .with(explained(lang, &[method::SUITABILITY]))
        .with(search::search(counter))
        .made(move |_| {
            // The way back from a product leads to its row.
            let seen = seen.get_value();
            if !seen.is_empty() {
                focus_later(&["[data-product='", &seen, "']"].concat());
            }
        })
}

fn suits<'a>(counter: &Counter<'a>, filter: &Filter) -> Vec<&'a Product> {
    suitability::shelf(&counter.client, &counter.planned.firm, counter.shelf, filter)
}

fn narrowed(counter: &Counter, all: &[&Product]) -> El {
    let (lang, region) = (counter.planned.lang, counter.planned.plan.region);
    let listed = suits(counter, &filter(counter));
    let currency = words::fields::currency(lang, region);
    let count = words::products::count(lang, listed.len(), all.len(), currency);
    let body: Node = if listed.is_empty() {
        none_listed(counter).into()
    } else {
        el("div", "products__groups").with_all(groups(counter, &listed)).into()
    };
    el("section", "section")
        .with(el("h2", "visually-hidden").text(words::products::filters(lang)))
        .with(filters(counter, all))
        .with(el("p", "muted").attr("role", "status").text(count))
        .with(body)
}

fn none_listed(counter: &Counter) -> El {
    let lang = counter.planned.lang;
    let clear = el("a", "button")
        .attr("href", counter.visit.address.with(&[("kind", None), ("term", None), ("min", None)]))
        .text(words::products::clear(lang));
    el("p", "row").with(el("span", "").text(words::products::none_listed(lang))).with(clear)
}

/// What the address narrows by. What is no number, and no kind, does not narrow.
fn filter(counter: &Counter) -> Filter {
    let address = counter.visit.address;
    let kind = address.get("kind");
    Filter {
        term_days: address.get("term").and_then(|days| days.parse().ok()),
        minimum: address.get("min").and_then(|most| most.parse().ok()),
        level: None,
        kind: kind.filter(|kind| counter.shelf.products.kind.iter().any(|known| known.id == *kind)),
    }
}

fn filters(counter: &Counter, all: &[&Product]) -> El {
    let (lang, region) = (counter.planned.lang, counter.planned.plan.region);
    let [kind, term, minimum] = words::products::filter_names(lang);
    let offered = counter.shelf.products.kind.iter().filter(|kind| all.iter().any(|one| one.kind == kind.id));
    let kinds = offered.map(|kind| (kind.id.clone(), lang.of(&kind.name).to_owned())).collect();
    let term_name = |days: u32| match days {
        0 => words::products::term(lang, None),
        days => words::products::at_most_tied(lang, &words::products::span(lang, days)),
    };
    let terms = TERMS.iter().map(|days| (days.to_string(), term_name(*days))).collect();
    let minimum_name =
        |most: f64| words::products::at_most_minimum(lang, &format::money_short(lang, region, most));
    let minimums = MINIMUMS.iter().map(|most| (most.to_string(), minimum_name(*most))).collect();
    el("div", "products__filters")
        .with(pick(counter, "kind", kind, kinds))
        .with(pick(counter, "term", term, terms))
        .with(pick(counter, "min", minimum, minimums))
        .with(counter.sum_field())
}

fn pick(counter: &Counter, name: &'static str, label: &'static str, lines: Vec<(String, String)>) -> El {
    let address = counter.visit.address;
    let any = (String::new(), words::products::any(counter.planned.lang).to_owned());
    PickField {
        name: name.into(),
        label,
        lines: std::iter::once(any).chain(lines).collect(),
        chosen: address.get(name).unwrap_or_default(),
        on_pick: Box::new(move |value| address.set(name, Some(value).filter(|value| !value.is_empty()))),
    }
    .show()
}

/// The products under their asset classes, in the order they come.
fn groups(counter: &Counter, listed: &[&Product]) -> Vec<El> {
    let assets = &counter.planned.firm.assumptions_of(counter.planned.plan.region).asset;
    let group = |asset: &Asset| {
        let own: Vec<_> = listed.iter().filter(|product| product.asset == asset.id).collect();
        let rows = own.iter().map(|product| row(counter, product).show());
        (!own.is_empty()).then(|| {
            el("section", "products__group")
                .with(el("h3", "").text(counter.planned.lang.of(&asset.name).to_owned()))
                .with(el("p", "products__place").text(place(counter, &asset.id)))
                .with(el("ul", "products__rows").attr("role", "list").with_all(rows))
        })
    };
    assets.iter().filter_map(group).collect()
}

/// The place of an asset class in the own mix.
pub(super) fn place(counter: &Counter, asset: &str) -> String {
    let (lang, plan) = (counter.planned.lang, &counter.planned.plan);
    let weight = plan.allocation.weights.iter().find(|weight| weight.asset == asset);
    match weight.map_or(0.0, |weight| weight.share) {
        share if share < 0.005 => words::products::no_place(lang).to_owned(),
        share => {
            let money = format::money_short(lang, plan.region, share * plan.allocation.money.wealth);
            words::products::place(lang, &format::percent(lang, share, 0), &money)
        }
    }
}

fn row(counter: &Counter, product: &Product) -> ProductRow {
    let (lang, region) = (counter.planned.lang, counter.planned.plan.region);
    let year = product.fees.year();
    let meaning = counter.sum().map_or_else(
        || words::products::a_year(lang).to_owned(),
        |sum| words::products::year_money(lang, &format::money(lang, region, year * sum)),
    );
    ProductRow {
        id: product.id.clone(),
        link: counter.link(product),
        name: lang.of(&product.name).to_owned(),
        facts: vec![
            counter.kind(product).to_owned(),
            format!("{:?}", product.level()),
            words::products::term(lang, product.term_days),
            words::products::minimum(lang, &format::money_short(lang, region, product.minimum)),
        ],
        figure: (format::rate(lang, year), meaning),
        warned: false,
    }
}
