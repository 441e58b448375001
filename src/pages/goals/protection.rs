//! What the household lacks when somebody's income ends.

use planner::goals::Protection;
use wire::{MeetingSubject, Topic};

use super::Page;
use crate::components::disclosure::disclosure;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::format;
use crate::node::{El, Node, el, keyed};
use crate::routes::Route;
use crate::words;
use crate::words::goals::protection::Figure;

/// The protection of each adult.
pub(super) fn protection(page: &Page) -> El {
    let adults = page.life.protection.iter().map(|adult| view(page, adult));
    let note = words::goals::protection::only_a_gap(page.lang);
    let topic = ["?topic=", Topic::GapFound.key(), "&subject=", MeetingSubject::Protection.key()].concat();
    let ask = el("a", "")
        .attr("href", [Route::Meetings.path(), topic].concat())
        .text(words::goals::protection::ask_advisor(page.lang));
    el("div", "stack").with_all(adults).with(el("p", "muted").text(note)).with(el("p", "").with(ask))
}

fn view(page: &Page, adult: &Protection) -> Node {
    let (page, adult) = (page.clone(), *adult);
    keyed(adult.who.to_string(), move || {
        let lang = page.lang;
        let [least, most] = adult.gap;
        let most = page.some_money(most);
        let least = page.money(least);
        let gap = most.as_deref().map(|most| [least.as_str(), most]);
        let figures_page = page.clone();
        let figures = disclosure("figures", words::goals::figures(lang), move || {
            figure_table(figures(&figures_page, &adult)).into()
        });
        el("article", "goals__goal")
            .with(el("h3", "").text(words::fields::who(lang, adult.who)))
            .with(el("p", "").text(words::goals::protection::sentence(lang, adult.who, gap)))
            .with(figures)
            .into()
    })
}

fn figures(page: &Page, adult: &Protection) -> Vec<FigureRow> {
    let lang = page.lang;
    let money = |amount| format::money(lang, page.life.region, amount);
    let range = |[least, most]: [f64; 2]| words::goals::from_to(lang, &page.money(least), &page.money(most));
    let rows = [
        (Figure::Needs, money(adult.needs)),
        (Figure::LifeValue, money(adult.life_value)),
        (Figure::Assets, money(adult.assets)),
        (Figure::Cover, money(adult.cover)),
        (Figure::Gap, range(adult.gap)),
        (Figure::IllnessNeeds, range(adult.illness_needs)),
        (Figure::IllnessCover, money(adult.illness_cover)),
        (Figure::IllnessGap, range(adult.illness_gap)),
    ];
    let row = |(figure, value)| {
        let (name, note) = words::goals::protection::figure(lang, figure);
        FigureRow { name: name.to_owned(), value, note: note.to_owned() }
    };
    rows.map(row).into_iter().collect()
}
