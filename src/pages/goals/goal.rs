//! One goal in its section: where it stands in a sentence, and its figures folded away.

use planner::answers::{Child, Origin};
use planner::goals::{Goal, Source};

use super::{Page, stands};
use crate::components::disclosure::disclosure;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::format;
use crate::node::{El, Node, el, keyed};
use crate::words;
use crate::words::goals::Figure;

/// The studies of the children, and those that are over.
pub(super) fn studies(page: &Page) -> El {
    let lang = page.lang;
    let studies = page.life.goals.iter().filter(|goal| matches!(goal.origin, Origin::Child(_)));
    let over = page.life.children.iter().filter(|child| child.years == 0);
    let over = over.map(|child| el("p", "muted").text(words::goals::study_over(lang, child.age)));
    el("div", "stack").with_all(studies.map(|goal| view(page, goal))).with_all(over)
}

/// The large amounts of other kinds.
pub(super) fn others(page: &Page) -> El {
    let others = page.life.goals.iter().filter(|goal| matches!(goal.origin, Origin::Project(_)));
    el("div", "stack").with_all(others.map(|goal| view(page, goal)))
}

/// One goal.
pub(super) fn view(page: &Page, goal: &Goal) -> Node {
    let (page, goal) = (page.clone(), goal.clone());
    keyed(format!("goal-{}", goal.project), move || article(&page, &goal).into())
}

fn article(page: &Page, goal: &Goal) -> El {
    let lang = page.lang;
    let study = match goal.origin {
        Origin::Child(idx) => page.life.children.get(idx).map(|child| study(page, child)),
        Origin::Project(_) | Origin::Home => None,
    };
    let loan = page.some_money(goal.for_loan).map(|amount| words::goals::for_loan(lang, &amount));
    let head =
        el("div", "goals__goal-head").with(el("h3", "").text(page.name(goal))).with(stands(lang, goal));
    let (figures_page, figures_goal) = (page.clone(), goal.clone());
    let figures = disclosure("figures", words::goals::figures(lang), move || {
        figure_table(figures(&figures_page, &figures_goal)).into()
    });
    el("article", "goals__goal")
        .with(head)
        .with(el("p", "").text(sentence(page, goal)))
        .with(loan.map(|text| el("p", "").text(text)))
        .with(study.map(|text| el("p", "muted").text(text)))
        .with(figures)
}

fn sentence(page: &Page, goal: &Goal) -> String {
    let (lang, year, amount) = (page.lang, page.year(goal.in_years), page.money(goal.amount));
    match goal.source {
        Source::Pot => {
            let (pot, saving) = (page.money(goal.pot), page.money(goal.from_saving));
            let lacking = page.some_money(goal.uncovered);
            words::goals::funded(lang, year, &amount, &pot, &saving, lacking.as_deref())
        }
        Source::Retirement => words::goals::paid_by_retirement(lang, year, &amount),
        Source::Nothing => words::goals::wished(lang, year, &amount),
    }
}

fn study(page: &Page, child: &Child) -> String {
    let lang = page.lang;
    let place = page.firm.policy.life.places.iter().find(|place| place.id == child.place);
    let place = place.map_or("", |place| lang.of(&place.name));
    let growth = format::percent(lang, child.growth, 1);
    words::goals::study(lang, place, child.years, &page.money(child.cost_year), &growth)
}

/// P, B, M, what is needed and there, and the price; of what has no pot the price alone.
fn figures(page: &Page, goal: &Goal) -> Vec<FigureRow> {
    let lang = page.lang;
    let share = |value| format::percent(lang, value, 0);
    let money = |value: f64| format::money(lang, page.life.region, value);
    let Goal { stand, funding, price, .. } = goal;
    let mut figures = Vec::new();
    if goal.source == Source::Pot {
        figures.extend([
            (Figure::Success, Some(share(stand.success))),
            (Figure::BadMarket, Some(share(stand.bad_market))),
            (Figure::Median, Some(share(stand.median))),
            (Figure::Need, Some(money(funding.need))),
            (Figure::Have, Some(money(funding.have))),
            (Figure::SavingMonth, Some(money(funding.saving_month))),
            (Figure::GreenSaving, Some(money(goal.green_saving_year))),
            (Figure::Waiting, goal.green_saving_waiting.map(money)),
            (Figure::Shrunk, goal.green_saving_shrunk.map(money)),
            (Figure::Growth, Some(share(goal.growth_share))),
        ]);
    }
    figures.extend([
        (Figure::PriceMoney, Some(money(price.money))),
        (Figure::PriceSaving, price.saving_month.map(money)),
        (Figure::PriceWork, price.work_months.map(|months| words::goals::months(lang, months))),
    ]);
    let row = |(figure, value): (Figure, Option<String>)| {
        let (name, note) = words::goals::figure(lang, figure);
        Some(FigureRow { name: name.to_owned(), value: value?, note: note.to_owned() })
    };
    figures.into_iter().filter_map(row).collect()
}
