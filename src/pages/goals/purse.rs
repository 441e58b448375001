//! Where the money is: the parts sum to the holdings.

use super::Page;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::section::ruled_section;
use crate::components::zone_badge::zone_badge;
use crate::format;
use crate::node::{El, el};
use crate::pages::explained::explained;
use crate::routes::Route;
use crate::words::{self, method};

/// Where the money is, and where retirement stands with its part.
pub(super) fn purse(page: &Page) -> El {
    let lang = page.lang;
    let purse = &page.life.purse;
    let amounts = [purse.reserve, purse.goals, purse.retirement, purse.holdings];
    let share = |amount: f64| {
        let of = if purse.holdings > 0.0 { amount / purse.holdings } else { 0.0 };
        format::percent(lang, of, 0)
    };
    let rows = words::goals::purse_parts(lang).into_iter().zip(amounts).map(|(name, amount)| FigureRow {
        name: name.to_owned(),
        value: format::money(lang, page.life.region, amount),
        note: share(amount),
    });
    let sentence =
        words::goals::purse_sentence(lang, &page.money(purse.holdings), &page.money(purse.retirement));
    let retirement = el("a", "button button--quiet")
        .attr("href", Route::Retirement.path())
        .text(words::goals::see_retirement(lang));
    ruled_section(words::goals::purse(lang))
        .with(el("p", "").text(sentence))
        .with(figure_table(rows))
        .with(explained(lang, &[method::POTS]))
        .with(el("p", "row").with(zone_badge(lang, page.life.retirement.zone)).with(retirement))
}
