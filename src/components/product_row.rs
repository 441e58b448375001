//! A product in a list: its name, what it is, and what it costs or why it does not suit.

use crate::node::{El, el};

/// What stands in the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductRow {
    /// The product's id, to find its link by.
    pub id: String,
    /// Where the row leads.
    pub link: String,
    /// What it is called.
    pub name: String,
    /// Kind, level, term, minimum: one after the other.
    pub facts: Vec<String>,
    /// At the right: what counts most here, and what it means.
    pub figure: (String, String),
    /// It does not suit.
    pub warned: bool,
}

impl ProductRow {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { id, link, name, facts, figure: (figure, meaning), warned } = self;
        let link = el("a", "product-row__link").attr("href", link).attr("data-product", id).text(name);
        let facts = facts.into_iter().map(|fact| el("li", "product-row__fact").text(fact));
        el("li", "product-row")
            .class_if("product-row--warned", warned)
            .with(el("p", "product-row__name").with(link))
            .with(el("ul", "product-row__facts").attr("role", "list").with_all(facts))
            .with(
                el("p", "product-row__figure")
                    .with(el("b", "").text(figure))
                    .text(" ")
                    .with(el("span", "").text(meaning)),
            )
    }
}
