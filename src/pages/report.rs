//! `/report`: the whole plan on paper.

use leptos::prelude::*;
use planner::Plan;
use planner::goals::{LifePlan, Source};
use planner::ways::Way;
use planner::zone::Zone;

use crate::charts::{code, track};
use crate::clock;
use crate::components::data_table::{Table, data_table};
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::qr_code::qr_code;
use crate::components::section::section;
use crate::components::zone_badge::zone_badge;
use crate::components::zone_track::zone_track;
use crate::format::{self, mask};
use crate::node::{El, Node, Text, el, kept};
use crate::pages::allocation::agreed::with_agreed;
use crate::pages::planned::Planned;
use crate::pages::{allocation, assessment, assumptions, goals, retirement, seal};
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::words::zone::Mood;
use crate::words::{self, Lang};

/// Ways of several moves on the paper.
const WAYS: usize = 3;

/// `/report`: the whole plan on paper.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let planned = planned.clone();
    kept("report", ask, move |current| paper(&planned, current).into())
}

/// Asks what the paper shows beside the zone.
fn ask() -> CurrentPlan {
    let current = expect_context::<CurrentPlan>();
    current.ask_life();
    current.ask_ways();
    current
}

fn paper(planned: &Planned, current: CurrentPlan) -> El {
    let (life, ways) = (current.life(), current.ways());
    el("article", "page report")
        .with(head(planned, life.is_some() && ways.is_some()))
        .with(standing(planned))
        .with(mix(planned))
        .with(ways_to_green(planned, ways.as_deref()))
        .with(life_goals(planned, life.as_deref()))
        .with(stands_on(planned))
        .with(warnings(planned))
        .with(check(planned, current))
}

/// Whose paper it is and of when, and the button that prints it.
fn head(planned: &Planned, complete: bool) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let lang = *lang;
    let day = clock::today().map(|day| format::day(lang, &day.to_string()));
    let day = day.map(|day| words::report::printed(lang, &day)).unwrap_or_default();
    let firm = format!("{} · {} · ", lang.of(&firm.identity.name), firm.identity.phone);
    let from = el("p", "report__from").text(firm).with(el("span", "phrase").text(day));
    let print = el("button", "button button--primary")
        .attr("type", "button")
        .attr("aria-disabled", if complete { "false" } else { "true" })
        .on_click(move || {
            if complete {
                // A browser without a printer does nothing.
                window().print().unwrap_or_default();
            }
        })
        .text(words::report::print(lang));
    let note = if complete { words::report::paper(lang) } else { words::report::waiting(lang) };
    let tries = planned.trying().then(|| el("p", "muted").text(words::report::without_tries(lang)));
    let act = el("div", "report__act")
        .with(el("p", "row").with(print))
        .with(el("p", "muted").attr("role", "status").text(note))
        .with(tries);
    el("header", "page__head")
        .with(from)
        .with(el("h1", "").text(words::report::title(lang, &format::year_month(lang, plan.made))))
        .with(act)
}

/// The zone with P, B, M and its confidence.
fn standing(planned: &Planned) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let (lang, standing, household) = (*lang, &plan.standing, &plan.household);
    let policy = &firm.policy.zone;
    let money = |amount| format::money(lang, plan.region, amount);
    let retire_age = household.age + household.retire_in;
    let basis = words::report::household(
        lang,
        retire_age,
        household.plan_age,
        &money(household.saving_year),
        &money(household.wished_year),
        &money(household.wealth),
    );
    let near = standing.near_border.then(|| words::zone::near_border(lang, standing, policy)).flatten();
    section(words::report::retirement(lang))
        .with(el("div", "row").with(zone_badge(lang, standing.zone)))
        .with(el("p", "report__answer").text(words::zone::sentence(lang, standing, Mood::Is)))
        .with(zone_track(lang, standing.zone, &track::place(standing, policy), None))
        .with(el("p", "").text(basis))
        .with(near.map(|text| el("p", "").text(text)))
        .with(zone_figures(lang, planned, plan))
}

fn zone_figures(lang: Lang, planned: &Planned, plan: &Plan) -> El {
    let figures = words::retirement::figures(lang, &plan.standing, &planned.firm.policy.zone);
    let row = |figure: words::retirement::Figure| FigureRow {
        name: figure.name,
        value: figure.value,
        note: figure.note,
    };
    figure_table(figures.into_iter().map(row))
}

/// The class, the mix, and what a year may take.
fn mix(planned: &Planned) -> El {
    let Planned { lang, plan, .. } = planned;
    let lang = *lang;
    let mut table = allocation::mix_table(planned);
    if plan.allocation.held.is_none() {
        // Nothing is held by class: two columns would be empty.
        table.columns.truncate(3);
        table.rows.iter_mut().for_each(|row| row.truncate(3));
    }
    let class = if plan.profile.held {
        words::profile::held(lang).to_owned()
    } else {
        words::profile::sentence(lang, plan.profile.class)
    };
    let told = planned.clone();
    let state = with_agreed(move |agreed| {
        let standing = agreed.standing(&told);
        el("span", "report__state").text(agreed.line(lang, standing.as_ref())).into()
    });
    section(words::report::allocation(lang))
        .with(el("p", "row").with(state))
        .with(el("p", "report__answer").text(class))
        .with(assessment::standing(lang, plan))
        .with(el("p", "").text(allocation::sentence(lang, plan)))
        .with(data_table(words::allocation::mix(lang), table))
        .with(el("h3", "").text(words::allocation::range(lang)))
        .with_all(allocation::range_of_a_year(lang, plan))
        .with(figure_table(allocation::figures(lang, plan)))
}

/// Single moves, ways of several, and what does not lead there.
fn ways_to_green(planned: &Planned, several: Option<&Vec<Way>>) -> El {
    let Planned { lang, plan, .. } = planned;
    let (lang, region, advice) = (*lang, plan.region, &plan.advice);
    if plan.standing.zone == Zone::Green {
        let money = |amount| format::money(lang, region, amount);
        let room = advice.green_spending_year.map(|most| {
            words::retirement::green_room(lang, &money(most), &money(plan.household.wished_year))
        });
        return section(words::retirement::green_heading(lang)).with(room.map(|text| el("p", "").text(text)));
    }
    let lead = if advice.moves.is_empty() {
        words::retirement::no_single_way(lang)
    } else {
        words::retirement::ways_lead(lang)
    };
    let single = advice.moves.iter().map(|step| {
        way(
            words::retirement::move_title(lang, region, step),
            words::retirement::move_change(lang, region, step),
            words::retirement::move_cost(lang, region, step),
        )
    });
    let beyond = advice
        .out_of_reach
        .iter()
        .map(|lever| el("li", "").text(words::retirement::out_of_reach(lang, lever.lever, lever.why)));
    section(words::retirement::ways(lang))
        .with(el("p", "muted").text(lead))
        .with(el("ul", "report__ways").attr("role", "list").with_all(single))
        .with((!advice.out_of_reach.is_empty()).then(|| el("ul", "muted").with_all(beyond)))
        .with(together(planned, several))
}

fn together(planned: &Planned, several: Option<&Vec<Way>>) -> Node {
    let Planned { lang, plan, .. } = planned;
    let lang = *lang;
    let Some(several) = several else {
        return el("p", "muted").attr("role", "status").text(words::ways::searching(lang)).into();
    };
    let cards = several.iter().take(WAYS).map(|found| {
        let goal = found.goal.and_then(|goal| retirement::ways::goal_of(goal.project));
        way(
            words::ways::title(lang, plan.region, found, goal),
            words::ways::change(lang, plan, found),
            words::retirement::cost(lang, plan.region, found.cost, found.success_after),
        )
    });
    let part = || {
        el("div", "section")
            .with(el("h3", "").text(words::ways::together(lang)))
            .with(el("ul", "report__ways").attr("role", "list").with_all(cards))
    };
    (!several.is_empty()).then(part).into()
}

fn way(title: String, change: String, cost: String) -> El {
    el("li", "report__way")
        .with(el("strong", "").text(title))
        .with(el("span", "").text(change))
        .with(el("span", "muted").text(cost))
}

/// The life goals in the order of funding.
fn life_goals(planned: &Planned, life: Option<&LifePlan>) -> El {
    let lang = planned.lang;
    let part = section(words::report::goals(lang));
    let Some(life) = life else {
        return part.with(el("p", "muted").text(words::app::computing(lang)));
    };
    if life.goals.is_empty() {
        return part.with(el("p", "").text(words::goals::no_goals(lang)));
    }
    let retire_in = planned.plan.household.retire_in;
    let money = |amount| format::money_short(lang, life.region, amount);
    let rows = life.goals.iter().map(|goal| {
        let zone = if goal.source == Source::Nothing {
            words::goals::only_a_wish(lang)
        } else {
            words::zone::name(lang, goal.stand.zone)
        };
        let pot =
            if goal.source == Source::Pot { money(goal.pot) } else { words::goals::none(lang).to_owned() };
        vec![
            goals::name(lang, life, goal),
            goals::when(lang, life, goal),
            money(goal.amount),
            pot,
            zone.to_owned(),
            goals::price(lang, life, retire_in, goal),
        ]
    });
    let table = Table {
        columns: words::report::goal_columns(lang).map(str::to_owned).to_vec(),
        rows: rows.collect(),
        prose_columns: 0,
    };
    part.with(data_table(words::report::goals(lang), table))
        .with(el("p", "muted").text(words::report::goal_price(lang)))
}

/// The assumptions, every one of them.
fn stands_on(planned: &Planned) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let note = assumptions::note(*lang, plan, firm);
    let draft = note.draft.map(|draft| el("span", "assumptions-note__draft").text(draft));
    section(note.title)
        .class_if("report__assumptions", true)
        .with(el("p", "").with(el("strong", "").text(note.set)).text(" ").with(draft))
        .with_all(note.paragraphs.into_iter().map(|text| el("p", "").text(text)))
        .with(data_table(note.every, (note.table)()))
}

fn warnings(planned: &Planned) -> El {
    let lang = planned.lang;
    let disclosure = lang.of(&planned.firm.identity.disclosure).to_owned();
    let warnings = words::report::warnings_list(lang).map(Text::from).into_iter();
    let all = warnings.chain([Text::from(disclosure)]).map(|text| el("li", "").text(text));
    section(words::report::warnings(lang)).with(el("ul", "").with_all(all))
}

/// The digest, and the code by which the figures can be checked.
fn check(planned: &Planned, current: CurrentPlan) -> El {
    let Planned { lang, plan, .. } = planned;
    let lang = *lang;
    let dated = format::day(lang, &plan.assumptions_dated);
    let part = section(words::report::check(lang));
    let marks =
        [words::report::digest(lang, &plan.digest), words::report::made_with(lang, &plan.engine, &dated)]
            .map(|text| el("p", "report__digest").text(text));
    if mask::on() {
        return part.with(el("p", "").text(words::report::check_hidden(lang))).with_all(marks);
    }
    let request = current.request();
    let sealed = request.map(|request| seal::write(plan, &request));
    part.class_if("report__check", true).with(sealed.map(|sealed| sealed_code(lang, &sealed))).with_all(marks)
}

fn sealed_code(lang: Lang, sealed: &str) -> El {
    let way = [Route::Verify.path().as_str(), "#", sealed].concat();
    let code = code::code(&[window().location().origin().unwrap_or_default().as_str(), &way].concat());
    let meaning =
        if code.is_some() { words::report::check_meaning(lang) } else { words::report::check_too_long(lang) };
    let link = el("a", "report__link").attr("href", way).text(words::report::check_link(lang));
    el("div", "report__code")
        .with(code.map(|code| qr_code(words::report::code(lang), code)))
        .with(el("div", "stack").with(el("p", "").text(meaning)).with(el("p", "").with(link)))
}
