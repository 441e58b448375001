//! One product: the four tests, what it is, what it costs, and the way to the advisor.

use planner::firm::product::Product;
use planner::suitability::{self, Failed, Warning};

use super::{Counter, ask, list};
use crate::components::data_table::{Table, data_table};
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::section::{ruled_section, section};
use crate::components::test_list::{Test, test_list};
use crate::format;
use crate::node::{El, Node, el};
use crate::pages::explained::explained;
use crate::pages::focus::focus_later;
use crate::routes::Route;
use crate::words::{self, method};

/// One product.
pub(super) fn detail(counter: &Counter, product: &Product) -> Node {
    let lang = counter.planned.lang;
    let failed = counter.failed(product);
    let warning = suitability::warning(&counter.client, &failed);
    let suits = failed.is_empty();
    let verdict = el("p", "products__verdict")
        .class_if("products__verdict--warned", !suits)
        .text(words::products::verdict(lang, suits));
    let head = el("header", "page__head")
        .with(back(counter))
        .with(verdict)
        .with(heading(lang.of(&product.name).to_owned()))
        .with(el("p", "").text(lang.of(&product.strategy).to_owned()));
    let article = el("article", "page products").with(head).with(tests(counter, product, &failed));
    let article = if warning == Warning::None {
        article
    } else {
        article.with(ask::warning(counter, product, warning))
    };
    article
        .with(facts(counter, product))
        .with(fees(counter, product))
        .with((warning == Warning::None).then(|| ask::contact(counter, product, true)))
        .into()
}

/// No product that may be seen has that id.
pub(super) fn unknown(counter: &Counter) -> Node {
    let head = el("header", "page__head")
        .with(back(counter))
        .with(heading(words::products::unknown(counter.planned.lang).to_owned()));
    el("article", "page products").with(head).into()
}

/// The heading takes the keys: another product is another page.
fn heading(name: String) -> El {
    el("h1", "page__answer").attr("tabindex", "-1").text(name).made(|_| focus_later("main h1"))
}

fn back(counter: &Counter) -> El {
    let link = el("a", "")
        .attr("href", counter.visit.address.with(&[("id", None)]))
        .text(words::products::back(counter.planned.lang));
    el("p", "products__back").with(link)
}

fn tests(counter: &Counter, product: &Product, failed: &[Failed]) -> El {
    let lang = counter.planned.lang;
    let term = words::products::term(lang, product.term_days);
    let reasons = words::products::passed(lang, product.level(), counter.client.profile.recommended, &term);
    let names = words::products::test_names(lang);
    let test = |(idx, (name, reason)): (usize, (&'static str, String))| {
        let failed = failed.iter().find(|failed| words::products::place_of(failed) == idx);
        Test {
            name,
            passed: failed.is_none(),
            outcome: words::products::outcome(lang, failed.is_none()),
            reason: failed.map_or(reason, |failed| words::products::failed(lang, failed)),
        }
    };
    section(words::products::tests(lang))
        .with(test_list(names.into_iter().zip(reasons).enumerate().map(test)))
        .with(explained(lang, &[method::SUITABILITY]))
}

fn facts(counter: &Counter, product: &Product) -> El {
    let (lang, region) = (counter.planned.lang, counter.planned.plan.region);
    let (issuer, own) = (product.issuer_level, product.distributor_level);
    let levels = if issuer == own {
        words::products::one_level(lang).to_owned()
    } else {
        words::products::two_levels(lang, issuer, own)
    };
    let assets = &counter.planned.firm.assumptions_of(region).asset;
    let asset = assets.iter().find(|asset| asset.id == product.asset);
    let values = [
        (format!("{:?}", product.level()), levels),
        (counter.kind(product).to_owned(), String::new()),
        (lang.of(&product.direction).to_owned(), String::new()),
        (words::products::term(lang, product.term_days), String::new()),
        (format::money(lang, region, product.minimum), String::new()),
        (product.currency.clone(), String::new()),
        (words::products::objective(lang, product.objective).to_owned(), String::new()),
        (asset.map_or("", |asset| lang.of(&asset.name)).to_owned(), list::place(counter, &product.asset)),
    ];
    let rows = words::products::fact_names(lang).into_iter().zip(values);
    let row =
        |(name, (value, note)): (&str, (String, String))| FigureRow { name: name.to_owned(), value, note };
    ruled_section(words::products::facts(lang))
        .with(el("div", "products__facts").with(figure_table(rows.map(row))))
}

fn fees(counter: &Counter, product: &Product) -> El {
    let (lang, region) = (counter.planned.lang, counter.planned.plan.region);
    let fees = &product.fees;
    let year = fees.year();
    let shares = [
        fees.subscription,
        fees.management,
        fees.custody,
        fees.sales_service,
        year,
        fees.subscription + year,
    ];
    let sum = counter.sum();
    let row = |name: String, share: f64| {
        let money = sum.map_or_else(|| "–".to_owned(), |sum| format::money(lang, region, share * sum));
        vec![name, format::rate(lang, share), money]
    };
    let lines = words::products::fee_lines(lang).map(str::to_owned).into_iter().zip(shares);
    let sales =
        fees.redemption.iter().map(|step| (words::products::redemption(lang, step.below_days), step.fee));
    let table = Table {
        columns: words::products::fee_columns(lang).map(str::to_owned).to_vec(),
        rows: lines.chain(sales).map(|(name, share)| row(name, share)).collect(),
        prose_columns: 0,
    };
    let compare = el("a", "").attr("href", Route::Fees.path()).text(words::products::to_fees(lang));
    ruled_section(words::products::fees(lang))
        .with(el("div", "products__sum").with(counter.sum_field()))
        .with(data_table(words::products::fees(lang), table))
        .with(el("p", "muted").text(words::products::fee_note(lang)).text(" ").with(compare))
}
