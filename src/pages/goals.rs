//! `/goals`: every life goal beside retirement.

use std::sync::Arc;

use leptos::prelude::*;
use planner::answers::Origin;
use planner::firm::Firm;
use planner::goals::{Goal, LifePlan, Source};
use planner::zone::Zone;

use crate::components::phrased::phrased;
use crate::components::zone_badge::zone_badge;
use crate::format;
use crate::node::{El, Node, el, kept, live};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::state::current_plan::CurrentPlan;
use crate::state::life::Part;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

use desk::Desk;

mod balance;
mod desk;
mod edit;
mod estate;
mod goal;
mod housing;
mod order;
mod protection;
mod purse;
mod reserve;
mod tries;

/// What the parts of the page are made from.
#[derive(Clone)]
struct Page {
    lang: Lang,
    /// The life plan of what is tried; that of the answers where nothing is.
    life: Arc<LifePlan>,
    firm: Arc<Firm>,
    /// Years from now until retirement.
    retire_in: u32,
    desk: Desk,
}

/// `/goals`: every life goal beside retirement.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let planned = planned.clone();
    kept("goals", Desk::new, move |desk| article(&planned, desk).into())
}

fn article(planned: &Planned, desk: Desk) -> El {
    let current = expect_context::<CurrentPlan>();
    let article = el("article", "page goals");
    let Some(answered) = current.life() else {
        let title = el("h1", "").text(words::app::goals(planned.lang));
        return article
            .attr("aria-busy", "true")
            .with(title)
            .with(el("span", "skeleton skeleton--line"))
            .with(el("span", "skeleton skeleton--figure"));
    };
    let life = current.life_trial().unwrap_or_else(|| Arc::clone(&answered));
    let page = Page {
        lang: planned.lang,
        life,
        firm: Arc::clone(&planned.firm),
        retire_in: planned.trial.household.retire_in,
        desk,
    };
    article
        .with(head(&page))
        .with(tries::trying(&page, planned, &answered))
        .with(tries::collisions(&page))
        .with(order::order(&page))
        .with(purse::purse(&page))
        .with_all(Part::ALL.map(|part| section(&page, part)))
        .with(balance::balance(&page))
}

/// The answer, and right under it what competes and what is dearest.
fn head(page: &Page) -> El {
    let (lang, life) = (page.lang, &page.life);
    let counted = || life.goals.iter().filter(|goal| goal.source != Source::Nothing);
    let green = counted().filter(|goal| goal.stand.zone == Zone::Green).count();
    let pairs = life.collisions.len();
    let dearest = counted().max_by(|one, other| one.price.money.total_cmp(&other.price.money));
    let dearest = dearest.filter(|goal| goal.price.money >= 0.5);
    let dearest = dearest.map(|goal| words::goals::dearest(lang, &page.name(goal), &page.price(goal)));
    let lead = if life.goals.is_empty() {
        Some(words::goals::no_goals(lang).to_owned())
    } else {
        let competing = (pairs > 0).then(|| words::goals::competing(lang, pairs));
        let said: Vec<String> = competing.into_iter().chain(dearest).collect();
        (!said.is_empty()).then(|| said.join(lang.pick("", " ")))
    };
    el("header", "page__head")
        .with(phrased(el("h1", "page__answer"), &words::goals::answer(lang, counted().count(), green)))
        .with(lead.map(|text| el("p", "").text(text)))
}

/// A part under its heading: what the plan says about it, and the way to its details.
fn section(page: &Page, part: Part) -> El {
    let (lang, desk) = (page.lang, page.desk);
    let said = match part {
        Part::Reserve => reserve::reserve(page),
        Part::Cover => protection::protection(page),
        Part::Parents => reserve::parents(page),
        Part::Children => goal::studies(page),
        Part::Home => housing::home(page),
        Part::Debts => housing::debts(page),
        Part::Projects => goal::others(page),
        Part::Estate => estate::estate(page),
    };
    let title = el("h2", "goals__title").attr("id", part.name()).attr("tabindex", "-1");
    el("section", "section section--ruled")
        .with(title.text(words::goals::part(lang, part)))
        .with(said)
        .with(method_of(page, part).map(|figures| explained(lang, figures)))
        .with(live(move || edit::editor(lang, desk, part).into()))
}

/// What is explained in a part; nothing where it has no figures.
fn method_of(page: &Page, part: Part) -> Option<&'static [Explained]> {
    let life = &page.life;
    let any = |of: fn(&Origin) -> bool| life.goals.iter().any(|goal| of(&goal.origin));
    let (shown, figures): (bool, &[Explained]) = match part {
        Part::Reserve => (true, &[method::RESERVE]),
        Part::Cover => (true, &[method::PROTECTION]),
        // What is typed is shown as it is.
        Part::Parents => (false, &[]),
        Part::Children => {
            let studies = any(|origin| matches!(origin, Origin::Child(_)));
            (studies, &[method::STUDY, method::GOAL, method::PRICE])
        }
        Part::Home => {
            let home = any(|origin| *origin == Origin::Home);
            (home, &[method::LOAN, method::LOAN_LIMITS, method::GOAL, method::PRICE])
        }
        Part::Debts => (!life.loans.debts.is_empty(), &[method::PREPAY]),
        Part::Projects => {
            (any(|origin| matches!(origin, Origin::Project(_))), &[method::GOAL, method::PRICE])
        }
        Part::Estate => (true, &[method::ESTATE]),
    };
    shown.then_some(figures)
}

impl Page {
    /// Money in short.
    fn money(&self, amount: f64) -> String {
        format::money_short(self.lang, self.life.region, amount)
    }

    /// An amount where there is some, to half a unit.
    fn some_money(&self, amount: f64) -> Option<String> {
        (amount >= 0.5).then(|| self.money(amount))
    }

    /// The calendar year so many years from now.
    fn year(&self, in_years: u32) -> i32 {
        year(&self.life, in_years)
    }

    /// What a goal is called.
    fn name(&self, goal: &Goal) -> String {
        name(self.lang, &self.life, goal)
    }

    /// What a goal costs: in work where there is work left, in money where there is none.
    fn price(&self, goal: &Goal) -> String {
        price(self.lang, &self.life, self.retire_in, goal)
    }

    /// A goal by its place in the answers.
    fn goal(&self, project: usize) -> Option<&Goal> {
        self.life.goals.iter().find(|goal| goal.project == project)
    }
}

/// The calendar year so many years after a plan was made.
fn year(life: &LifePlan, in_years: u32) -> i32 {
    life.made.year + i32::try_from(in_years).unwrap_or(0)
}

/// What a goal is called.
pub(super) fn name(lang: Lang, life: &LifePlan, goal: &Goal) -> String {
    let age = match goal.origin {
        Origin::Child(idx) => life.children.get(idx).map_or(0, |child| child.age),
        Origin::Project(_) | Origin::Home => 0,
    };
    words::goals::name(lang, goal.kind, goal.origin, age, year(life, goal.in_years))
}

/// When a goal is, and how much it matters.
pub(super) fn when(lang: Lang, life: &LifePlan, goal: &Goal) -> String {
    let years = match goal.origin {
        Origin::Child(idx) => life.children.get(idx).map_or(1, |child| child.years),
        Origin::Project(_) | Origin::Home => 1,
    };
    let priority = words::fields::priority(lang, goal.priority);
    words::goals::when(lang, year(life, goal.in_years), years, priority)
}

/// What a goal costs: in work where there is work left, in money where there is none.
pub(super) fn price(lang: Lang, life: &LifePlan, retire_in: u32, goal: &Goal) -> String {
    match (goal.price.money >= 0.5, goal.price.work_months) {
        (false, _) => words::goals::none(lang).to_owned(),
        (true, Some(months)) => words::goals::work(lang, &words::goals::months(lang, months)),
        (true, None) if retire_in > 0 => words::goals::work_beyond(lang).to_owned(),
        (true, None) => format::money_short(lang, life.region, goal.price.money),
    }
}

/// The first goals in their order, each with its zone.
pub(super) fn brief(lang: Lang, life: &LifePlan, most: usize) -> El {
    let row = |goal: &Goal| {
        el("li", "goals__brief-row")
            .with(el("span", "goals__brief-name").text(name(lang, life, goal)))
            .with(el("span", "muted").text(when(lang, life, goal)))
            .with(stands(lang, goal))
    };
    let rows = life.goals.iter().take(most).map(row);
    el("ol", "goals__brief").attr("role", "list").with_all(rows)
}

/// Where a goal stands; a wish has no zone until it is taken up.
fn stands(lang: Lang, goal: &Goal) -> El {
    if goal.source == Source::Nothing {
        return el("span", "muted").text(words::goals::only_a_wish(lang));
    }
    zone_badge(lang, goal.stand.zone)
}
