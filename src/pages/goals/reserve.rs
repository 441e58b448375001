//! The reserve, and the support of parents: each in a sentence.

use super::Page;
use crate::node::{El, el};
use crate::words;

/// The reserve in a sentence.
pub(super) fn reserve(page: &Page) -> El {
    let reserve = &page.life.reserve;
    let gap = page.some_money(reserve.gap);
    let (wanted, had) = (page.money(reserve.wanted), page.money(reserve.had));
    el("p", "").text(words::goals::reserve(page.lang, reserve.apart, &wanted, &had, gap.as_deref()))
}

/// What parents get this year, and until when; nothing where nobody is supported.
pub(super) fn parents(page: &Page) -> El {
    let years = &page.life.balance;
    let last = years.iter().rev().find(|year| year.parents > 0.0);
    let now = years.first().map_or(0.0, |year| year.parents);
    let sentence = last.map(|last| words::goals::support(page.lang, &page.money(now), page.year(last.year)));
    el("div", "stack").with(sentence.map(|text| el("p", "").text(text)))
}
