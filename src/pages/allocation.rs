//! `/allocation`: the suggested mix, why, and what it may bring.

use std::rc::Rc;
use std::sync::Arc;

use planner::Plan;
use planner::firm::shelf::Shelf;
use planner::rebalance::State;

use crate::charts::glide::Glide;
use crate::components::assumptions_note::assumptions_note;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::drawn_figure::Figure as Drawn;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::phrased::phrased;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, keyed};
use crate::pages::explained::explained;
use crate::pages::locked::no_shelf_here;
use crate::pages::planned::Planned;
use crate::pages::{assessment, assumptions};
use crate::routes::Route;
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::words::allocation::Figure;
use crate::words::method::{self, Explained};
use crate::words::{self, Lang};

pub(super) mod agreed;
pub(super) mod mix;
mod stress;
mod upkeep;

use agreed::{Agreed, with_agreed};

/// `/allocation`: the suggested mix, why, and what it may bring.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let planned = planned.clone();
    with_agreed(move |agreed| article(&planned, agreed).into())
}

fn article(planned: &Planned, agreed: &Agreed) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let lang = *lang;
    let standing = agreed.standing(planned);
    let targets = standing.as_ref().map_or(&plan.allocation.weights, |standing| &standing.targets).clone();
    let proposed = standing
        .as_ref()
        .is_none_or(|standing| matches!(standing.state, State::Proposed | State::NeedsProfile));
    let since = standing.as_ref().and_then(agreed::since);
    let upkeep = move |planned: &Planned, shelf: &Arc<Shelf>| upkeep::upkeep(planned, shelf, &targets, since);
    let head = el("header", "page__head")
        .with(el("p", "allocation__state").attr("role", "status").text(agreed.line(lang, standing.as_ref())))
        .with(phrased(el("h1", "page__answer"), &sentence(lang, plan)))
        .with(proposed.then(|| el("p", "").text(words::allocation::proposal_note(lang))))
        .with(agreed.story(lang, standing.as_ref()))
        .with(assessment::standing(lang, plan))
        .with(plain_words(lang, plan));
    el("article", "page allocation")
        .with(head)
        .with(mix::mix(planned))
        .with(on_the_shelf(planned, "upkeep", upkeep))
        .with(why(lang, plan))
        .with(range(lang, plan))
        .with(on_the_shelf(planned, "stress", |planned, shelf| stress::stress(planned, shelf).into()))
        .with(needed(lang, plan))
        .with(glide(lang, plan))
        .with(onward(lang))
        .with(assumptions_note(assumptions::note(lang, plan, firm)))
}

/// A part that stands on the firm's shelf; its room while that is on its way.
fn on_the_shelf(
    planned: &Planned,
    key: &'static str,
    part: impl Fn(&Planned, &Arc<Shelf>) -> Node + 'static,
) -> Node {
    let planned = planned.clone();
    keyed(key, move || {
        let data = shared(ShelfData::new);
        data.ask();
        data.get().map_or_else(|| no_shelf_here(planned.lang), |shelf| part(&planned, &shelf))
    })
}

/// The ways to what fills the mix, and to what it costs.
fn onward(lang: Lang) -> El {
    let [products, fees] = words::allocation::onward(lang);
    let way = |route: Route, text: &'static str| el("a", "button").attr("href", route.path()).text(text);
    el("p", "row").with(way(Route::Products, products)).with(way(Route::Fees, fees))
}

/// The mix in a sentence.
pub(super) fn sentence(lang: Lang, plan: &Plan) -> String {
    let growth = mix::family_share(plan, planner::firm::Family::Growth);
    if growth < 0.005 {
        words::allocation::sentence_without_growth(lang).to_owned()
    } else {
        words::allocation::sentence(lang, &format::percent(lang, growth, 0))
    }
}

/// What has to be said plainly of a mix that does not keep up with prices.
fn plain_words(lang: Lang, plan: &Plan) -> Option<El> {
    let real = plan.allocation.figures.real_net;
    // What reads as 0.0% does not grow either.
    let flat = real < 0.0005;
    flat.then(|| {
        let text = words::allocation::loses_to_prices(lang, &format::percent_signed(lang, real, 1));
        el("div", "caution").with(el("p", "").text(text))
    })
}

/// What is explained beside the reasons of the mix.
const METHOD_OF_MIX: [Explained; 3] = [method::GROWTH_SHARE, method::SLEEVES, method::GLIDE_PATH];

/// What is explained beside the range of a year.
const METHOD_OF_RANGE: [Explained; 3] = [method::EXPECTED_RANGE, method::LOSS, method::NEEDED_RETURN];

/// The limit that decided the growth share, and all the others.
fn why(lang: Lang, plan: &Arc<Plan>) -> El {
    let allocation = &plan.allocation;
    let growth = format::percent(lang, allocation.growth_share, 0);
    let binding = words::allocation::binding(lang, allocation.binding, &growth, plan.profile.recommended);
    let floor = (allocation.cash_floor >= 0.005).then(|| {
        let share = format::percent(lang, allocation.cash_floor, 0);
        el("p", "").text(words::allocation::cash_floor(lang, &share))
    });
    let (title, listed) = (words::allocation::all_limits(lang), Arc::clone(plan));
    ruled_section(words::allocation::why(lang))
        .with(el("p", "").text(binding))
        .with(floor)
        .with(disclosure("limits", title, move || data_table(title, limits(lang, &listed)).into()))
        .with(explained(lang, &METHOD_OF_MIX))
}

fn limits(lang: Lang, plan: &Plan) -> Table {
    let row = |limit: &planner::allocation::LimitValue| {
        let decided =
            if limit.limit == plan.allocation.binding { words::allocation::decided(lang) } else { "" };
        let share = format::percent(lang, limit.share, 0);
        vec![words::allocation::limit(lang, limit.limit).to_owned(), share, decided.to_owned()]
    };
    Table {
        columns: words::allocation::limit_columns(lang).map(str::to_owned).to_vec(),
        rows: plan.allocation.limits.iter().map(row).collect(),
        prose_columns: 1,
    }
}

/// Suggested and held shares of every asset class, with the money.
pub(super) fn mix_table(planned: &Planned) -> Table {
    mix::table(planned.lang, &planned.plan, &planned.firm)
}

/// What a year may bring in the client's own money.
fn range(lang: Lang, plan: &Plan) -> El {
    ruled_section(words::allocation::range(lang))
        .with_all(range_of_a_year(lang, plan))
        .with(figure_table(figures(lang, plan)))
        .with(explained(lang, &METHOD_OF_RANGE))
}

/// A bad, a middling and a good year: in a sentence, and one by one. Where nothing is invested for
/// retirement yet, that is said, and the figures tell it in shares.
pub(super) fn range_of_a_year(lang: Lang, plan: &Plan) -> Vec<El> {
    let money = plan.allocation.money;
    if money.wealth < 0.5 {
        return vec![el("p", "").text(words::allocation::nothing_invested(lang))];
    }
    let result = |amount| words::allocation::result(lang, plan.region, amount);
    let wealth = format::money_short(lang, plan.region, money.wealth);
    let sentence = words::allocation::range_sentence(lang, &wealth, &result(money.bad), &result(money.good));
    let names = words::allocation::range_years(lang);
    let years = names.into_iter().zip([money.bad, money.median, money.good]).map(|(name, amount)| {
        el("li", "allocation__year")
            .with(el("span", "allocation__result").text(result(amount)))
            .with(el("span", "").text(name))
    });
    vec![el("p", "").text(sentence), el("ul", "allocation__years").attr("role", "list").with_all(years)]
}

/// The figures of the mix.
pub(super) fn figures(lang: Lang, plan: &Plan) -> impl Iterator<Item = FigureRow> {
    let mix = plan.allocation.figures;
    let loss = |share: f64| format::percent(lang, -share, 1);
    let figures = [
        (Figure::RealNet, format::percent_signed(lang, mix.real_net, 1)),
        (Figure::Compound, format::percent_signed(lang, mix.compound, 1)),
        (Figure::Volatility, format::percent(lang, mix.volatility, 1)),
        (Figure::LossProbability, format::percent(lang, mix.loss_probability, 0)),
        (Figure::Loss95, loss(mix.loss_95)),
        (Figure::MeanLossWorst, loss(mix.mean_loss_worst)),
        (Figure::Fee, format::percent(lang, mix.fee, 2)),
    ];
    let row = move |(figure, value)| {
        let (name, note) = words::allocation::figure(lang, figure);
        FigureRow { name: name.to_owned(), value, note: note.to_owned() }
    };
    figures.into_iter().map(row)
}

/// The real return that the goal needs, against the one that the mix expects.
fn needed(lang: Lang, plan: &Plan) -> El {
    let expected = plan.allocation.figures.real_net;
    let percent = |value| format::percent_signed(lang, value, 1);
    let sentence = match plan.allocation.needed.real_return {
        None => words::allocation::needed_none(lang).to_owned(),
        Some(needed) => {
            words::allocation::needed_sentence(lang, &percent(needed), &percent(expected), expected >= needed)
        }
    };
    let way =
        el("a", "button").attr("href", Route::Retirement.path()).text(words::allocation::to_retirement(lang));
    ruled_section(words::allocation::needed(lang))
        .with(el("p", "").text(sentence))
        .with(el("p", "").with(way))
}

/// How the growth share changes with age; nothing where it is none in every year.
fn glide(lang: Lang, plan: &Plan) -> Option<El> {
    let glide = Rc::new(glide_of(plan));
    if glide.shares.iter().all(|share| *share <= 0.0) {
        return None;
    }
    let sentence = glide_sentence(lang, &glide);
    let section = ruled_section(words::allocation::glide(lang));
    if glide.is_flat() {
        return Some(section.with(el("p", "").text(sentence)));
    }
    let listed = Rc::clone(&glide);
    let drawing = move |room| {
        let retire = words::charts::retire_at(lang, glide.age + glide.retire_in);
        glide.draw(room, &retire, |share| format::percent(lang, share, 0))
    };
    Some(section.with(Drawn::new(sentence, drawing, move || glide_table(lang, &listed)).show(lang)))
}

fn glide_table(lang: Lang, glide: &Glide) -> Table {
    let row = |(age, share): (u32, &f64)| vec![age.to_string(), format::percent(lang, *share, 0)];
    Table {
        columns: [words::charts::age(lang), words::allocation::growth_share(lang)]
            .map(str::to_owned)
            .to_vec(),
        rows: (glide.age..).zip(&glide.shares).map(row).collect(),
        prose_columns: 0,
    }
}

fn glide_of(plan: &Plan) -> Glide {
    let household = &plan.household;
    Glide { shares: plan.allocation.glide.clone(), age: household.age, retire_in: household.retire_in }
}

fn glide_sentence(lang: Lang, glide: &Glide) -> String {
    let percent = |share| format::percent(lang, share, 0);
    match glide.turning_points().as_slice() {
        [(_, now), ..] if glide.is_flat() => words::allocation::glide_flat(lang, &percent(*now)),
        [(_, now), (age, then), (last_age, last)] => words::allocation::glide_sentence(
            lang,
            &percent(*now),
            *age,
            &percent(*then),
            *last_age,
            &percent(*last),
        ),
        [(_, now), .., (last_age, last)] => {
            words::allocation::glide_from_to(lang, &percent(*now), *last_age, &percent(*last))
        }
        _ => String::new(),
    }
}
