//! `/verify`: whether a plan on paper is what the planner says. All of it happens on this device.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use planner::Plan;
use planner::firm::Firm;

use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::section::ruled_section;
use crate::components::state_mark::{State, state_mark};
use crate::format;
use crate::node::{El, Node, Text, el, kept};
use crate::pages::locked::{no_firm_yet, no_plan_yet, skeleton};
use crate::pages::seal::{self, Paper, Seal, Unreadable};
use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Remade};
use crate::state::firm_data::FirmData;
use crate::words::{self, Lang};

/// `/verify`: whether a plan on paper is what the planner says.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let fragment = use_location().hash.get();
    let opened = fragment.clone();
    kept(
        fragment,
        move || StoredValue::new(open(&opened)),
        move |sealed| {
            sealed.with_value(|sealed| match sealed {
                Ok(sealed) => remade(lang, sealed),
                Err(why) => unreadable(lang, why).into(),
            })
        },
    )
}

/// Reads what the paper says, and has the plan made again.
fn open(fragment: &str) -> Result<Seal, Unreadable> {
    let sealed = seal::read(fragment)?;
    expect_context::<CurrentPlan>().verify(sealed.request.clone());
    Ok(sealed)
}

fn remade(lang: Lang, sealed: &Seal) -> Node {
    let current = expect_context::<CurrentPlan>();
    let Some(firm) = expect_context::<FirmData>().get() else { return no_firm_yet(lang) };
    match current.verified(&sealed.request) {
        Some(Remade::Plan(plan)) => compared(lang, &sealed.paper, &plan, &firm).into(),
        Some(Remade::Refused) => {
            let meaning = words::verify::refused_meaning(lang);
            said(words::verify::refused(lang), Some(State::of(false)), lang, &[meaning.into()]).into()
        }
        None if current.failed().with(Option::is_some) => no_plan_yet(lang),
        None => skeleton(words::verify::computing(lang)),
    }
}

fn compared(lang: Lang, paper: &Paper, plan: &Plan, firm: &Firm) -> El {
    let equal = plan.digest == paper.digest;
    let days = [&paper.dated, &plan.assumptions_dated].map(|day| format::day(lang, day));
    let [on_paper, today] = &days;
    let meaning: Vec<Text> = if equal {
        vec![words::verify::equal_meaning(lang).into()]
    } else {
        let moved =
            (on_paper != today).then(|| words::verify::other_assumptions(lang, on_paper, today).into());
        moved.into_iter().chain([words::verify::unequal_meaning(lang).into()]).collect()
    };
    let title = if equal { words::verify::equal(lang) } else { words::verify::unequal(lang) };
    let figures = ruled_section(words::verify::compare(lang))
        .with(el("p", "muted").text(words::allocation::made(lang, &format::year_month(lang, plan.made))))
        .with(figure_table(figures(lang, plan, firm)));
    said(title, Some(State::of(equal)), lang, &meaning).with(figures).with(digests(lang, paper, Some(plan)))
}

/// The figures that the paper has too.
pub(super) fn figures(lang: Lang, plan: &Plan, firm: &Firm) -> Vec<FigureRow> {
    let row = |name: &str, value: &str| FigureRow {
        name: name.to_owned(),
        value: value.to_owned(),
        note: String::new(),
    };
    let mut rows = vec![
        row(words::app::retirement(lang), words::zone::name(lang, plan.standing.zone)),
        row(words::app::profile(lang), words::profile::class_name(lang, plan.profile.class)),
    ];
    let figures = words::retirement::figures(lang, &plan.standing, &firm.policy.zone);
    rows.extend(figures.into_iter().map(|figure| row(&figure.name, &figure.value)));
    rows
}

fn digests(lang: Lang, paper: &Paper, plan: Option<&Plan>) -> El {
    let [on_paper, now] = words::verify::digests(lang);
    let line = |name: &'static str, digest: &str| {
        let digest = el("dd", "verify__digest").text(digest.to_owned());
        el("div", "").with(el("dt", "muted").text(name)).with(digest)
    };
    el("dl", "stack").with(line(on_paper, &paper.digest)).with(plan.map(|plan| line(now, &plan.digest)))
}

fn unreadable(lang: Lang, why: &Unreadable) -> El {
    let (title, meaning) = match why {
        Unreadable::Absent => (words::verify::absent(lang), words::verify::absent_meaning(lang)),
        Unreadable::Broken => (words::verify::broken(lang), words::verify::broken_meaning(lang)),
        Unreadable::OtherVersion(_) => {
            (words::verify::other_version(lang), words::verify::other_version_meaning(lang))
        }
    };
    let page = said(title, None, lang, &[meaning.into()]);
    let Unreadable::OtherVersion(Some(paper)) = why else { return page };
    let dated = format::day(lang, &paper.dated);
    let made = words::report::made_with(lang, &paper.engine, &dated);
    page.with(el("p", "").text(made)).with(digests(lang, paper, None))
}

/// The answer of the page, and what it means.
fn said(title: &'static str, state: Option<State>, lang: Lang, meaning: &[Text]) -> El {
    let mark = state.map(|state| {
        let [same, differs] = words::verify::marks(lang);
        el("p", "").with(state_mark(state, if state == State::of(true) { same } else { differs }))
    });
    let way = el("a", "button").attr("href", Route::Report.path()).text(words::report::to_report(lang));
    el("article", "page verify")
        .with(
            el("header", "page__head")
                .with(el("p", "visually-hidden").attr("role", "status").text(title))
                .with(mark)
                .with(el("h1", "page__answer").text(title))
                .with_all(meaning.iter().map(|text| el("p", "").text(text.clone()))),
        )
        .with(el("p", "").with(way))
}
