//! The investor's own search: the only way to what does not suit.

use leptos::prelude::*;
use planner::suitability::{self, Found};

use super::Counter;
use crate::components::product_row::ProductRow;
use crate::components::section::ruled_section;
use crate::node::{El, el};
use crate::words;

/// Characters from which a search begins.
const LEAST: usize = 2;

/// The box, and what was found, in the order of the catalogue.
pub(super) fn search(counter: &Counter) -> El {
    let lang = counter.planned.lang;
    let visit = counter.visit;
    let (label, hint) = words::products::search_box(lang);
    let text = visit.searched.get();
    let input = el("input", "products__search")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "search-hint")
        .attr("value", text.clone())
        .on("input", move |event| visit.searched.set(event_target_value(&event)))
        .on("change", move |_| {
            let text = visit.searched.get_untracked();
            visit.address.set("q", Some(text).filter(|text| !text.trim().is_empty()));
        });
    ruled_section(words::products::search(lang))
        .with(el("p", "").text(words::products::search_lead(lang)))
        .with(
            el("div", "products__box")
                .with(el("label", "field__label").attr("for", "search").text(label))
                .with(input)
                .with(el("p", "muted").attr("id", "search-hint").text(hint)),
        )
        .with(results(counter, &text))
}

fn results(counter: &Counter, text: &str) -> El {
    let lang = counter.planned.lang;
    let asked = text.chars().filter(|letter| !letter.is_whitespace()).count() >= LEAST;
    let found = if asked {
        suitability::search(text, &counter.client, &counter.planned.firm, counter.shelf)
    } else {
        Vec::new()
    };
    let count = if asked { words::products::found(lang, found.len()) } else { String::new() };
    let rows = found.iter().map(|found| row(counter, found).show());
    el("div", "stack")
        .with(el("p", "muted").attr("role", "status").text(count))
        .with(el("ul", "products__rows").attr("role", "list").with_all(rows))
}

fn row(counter: &Counter, found: &Found) -> ProductRow {
    let lang = counter.planned.lang;
    let suits = found.failed.is_empty();
    let reason = if suits { String::new() } else { words::products::failed_short(lang, &found.failed) };
    ProductRow {
        id: found.product.id.clone(),
        link: counter.link(found.product),
        name: lang.of(&found.product.name).to_owned(),
        facts: vec![counter.kind(found.product).to_owned()],
        figure: (words::products::verdict(lang, suits).to_owned(), reason),
        warned: !suits,
    }
}
