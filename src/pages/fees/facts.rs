//! The firm's reference figures, each with where it comes from.

use std::sync::Arc;

use planner::fees::FeeField;
use planner::firm::Region;
use planner::firm::shelf::{FeeCeiling, FeeFact, Shelf};

use super::Fees;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, el};
use crate::words::{self, Lang};

/// The figures, with a button that takes one over where a field counts the same.
pub(super) fn facts(fees: &Fees) -> El {
    let (lang, region) = (fees.lang, fees.region);
    let dated = format::day(lang, &fees.shelf.fees.dated);
    let listed = Arc::clone(&fees.shelf);
    let name = words::fees::ceilings(lang);
    let own = fees.shelf.fees.ceiling.iter().any(|ceiling| ceiling.region == region);
    let ceilings = own.then(|| {
        disclosure("ceilings", name, move || data_table(name, ceilings(lang, region, &listed)).into())
    });
    ruled_section(words::fees::facts(lang))
        .with(el("p", "muted").text(words::fees::facts_note(lang, &dated)))
        .with(
            el("ul", "fees__facts")
                .attr("role", "list")
                .with_all(fees.shelf.fees.fact.iter().map(|fact| row(fees, fact))),
        )
        .with(ceilings)
}

fn row(fees: &Fees, fact: &FeeFact) -> El {
    let (lang, address, value) = (fees.lang, fees.address, fact.value);
    let name = lang.of(&fact.name).to_owned();
    let button = counts(&fact.id).map(|field| {
        let spoken = el("span", "visually-hidden").text([" ", &name].concat());
        el("button", "button button--quiet fees__take")
            .attr("type", "button")
            .on_click(move || address.set(field.name(), Some(value.to_string())))
            .text(words::fees::take(lang))
            .with(spoken)
    });
    let value_text = if value < 0.01 { format::rate(lang, value) } else { format::percent(lang, value, 0) };
    el("li", "fees__fact")
        .with(el("span", "fees__fact-name").text(name))
        .with(el("span", "fees__fact-value").text(value_text))
        .with(el("span", "fees__fact-source").text(lang.of(&fact.source).to_owned()))
        .with(button)
}

/// The field that counts the same as a figure of the firm.
fn counts(id: &str) -> Option<FeeField> {
    match id {
        "commission_today" | "commission_2008" | "commission_2009" => Some(FeeField::Commission),
        "stamp_duty" => Some(FeeField::StampDuty),
        "turnover_china" | "turnover_abroad" => Some(FeeField::Turnover),
        "advisory_fee" | "trailer_canada" => Some(FeeField::Fee),
        _ => None,
    }
}

fn ceilings(lang: Lang, region: Region, shelf: &Shelf) -> Table {
    // A checked ceiling names kinds that are there.
    let kinds = |ceiling: &FeeCeiling| {
        let kinds = shelf.products.kind.iter().filter(|kind| ceiling.kinds.contains(&kind.id));
        kinds.map(|kind| lang.of(&kind.name)).collect::<Vec<_>>().join(lang.pick("、", ", "))
    };
    let own = shelf.fees.ceiling.iter().filter(|ceiling| ceiling.region == region);
    let row = |ceiling: &FeeCeiling| {
        vec![
            kinds(ceiling),
            format::rate(lang, ceiling.subscription),
            format::rate(lang, ceiling.sales_service),
            lang.of(&ceiling.source).to_owned(),
        ]
    };
    Table {
        columns: words::fees::ceiling_columns(lang).map(str::to_owned).to_vec(),
        rows: own.map(row).collect(),
        prose_columns: 1,
    }
}
