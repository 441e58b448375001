//! The mix as bars and figures: what is suggested, and what is held.

use std::sync::Arc;

use planner::Plan;
use planner::allocation::Weight;
use planner::firm::{Family, Firm};

use crate::charts::mix::{Group, Mix, Row};
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::components::section::section;
use crate::format;
use crate::node::{El, el};
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::words::{self, Lang};

/// Families in the order they are shown.
const FAMILIES: [Family; 3] = [Family::Growth, Family::Diversifier, Family::Defensive];

/// Shares below this are not shown, a fraction: they would read as nothing.
const VISIBLE: f64 = 0.0005;

/// The mix, and the holdings against it.
pub(in crate::pages) fn mix(planned: &Planned) -> El {
    let Planned { lang, plan, firm, .. } = planned;
    let lang = *lang;
    let [growth, diversifying, defensive] =
        FAMILIES.map(|family| format::percent(lang, family_share(plan, family), 0));
    let sentence = words::allocation::mix_sentence(lang, &growth, &diversifying, &defensive);
    let bars = if plan.allocation.held.is_some() { words::allocation::mix_bars(lang) } else { "" };
    let drawn = (Arc::clone(plan), Arc::clone(firm));
    let listed = drawn.clone();
    let figure = Figure::new(
        format!("{sentence}{}{bars}", lang.pick("", " ")),
        move |room| picture(lang, &drawn.0, &drawn.1).draw(room),
        move || table(lang, &listed.0, &listed.1),
    );
    section(words::allocation::mix(lang)).with(figure.show(lang)).with(against(lang, plan))
}

/// How far the holdings lie from the mix, or the way to sort them into classes.
fn against(lang: Lang, plan: &Plan) -> El {
    if let Some(distance) = distance(plan) {
        let money = format::money_short(lang, plan.region, distance * plan.allocation.money.wealth);
        let share = format::percent(lang, distance, 0);
        return el("p", "").text(words::allocation::distance(lang, &share, &money));
    }
    let way = el("a", "")
        .attr("href", Route::Discover("holdings".to_owned()).path())
        .text(words::allocation::to_holdings(lang));
    el("p", "row").with(el("span", "muted").text(words::allocation::not_sorted(lang))).with(way)
}

/// The share of a family in the suggested mix, 0 to 1.
pub(super) fn family_share(plan: &Plan, family: Family) -> f64 {
    plan.allocation.weights.iter().filter(|weight| weight.family == family).map(|weight| weight.share).sum()
}

/// Suggested and held share of every asset class that has either, by family.
fn rows(plan: &Plan, family: Family) -> Vec<(String, f64, Option<f64>)> {
    let weights = &plan.allocation.weights;
    let held = plan.allocation.held.as_deref();
    let share = |list: &[Weight], asset: &str| {
        list.iter().find(|weight| weight.asset == asset).map_or(0.0, |weight| weight.share)
    };
    let mut assets: Vec<&Weight> = weights.iter().collect();
    // What is held but not suggested is shown as well.
    assets.extend(
        held.into_iter().flatten().filter(|own| weights.iter().all(|weight| weight.asset != own.asset)),
    );
    assets
        .into_iter()
        .filter(|weight| weight.family == family)
        .map(|weight| {
            (weight.asset.clone(), share(weights, &weight.asset), held.map(|held| share(held, &weight.asset)))
        })
        .filter(|(_, share, held)| *share >= VISIBLE || held.is_some_and(|held| held >= VISIBLE))
        .collect()
}

pub(super) fn asset_name(lang: Lang, plan: &Plan, firm: &Firm, asset: &str) -> String {
    let known = firm.assumptions_of(plan.region).asset.iter().find(|known| known.id == asset);
    known.map_or_else(|| asset.to_owned(), |known| lang.of(&known.name).to_owned())
}

fn picture(lang: Lang, plan: &Plan, firm: &Firm) -> Mix {
    let percent = |share| format::percent(lang, share, 0);
    let row = |(asset, share, held): (String, f64, Option<f64>)| {
        let label =
            held.map_or_else(|| percent(share), |held| format!("{} / {}", percent(share), percent(held)));
        Row { name: asset_name(lang, plan, firm, &asset), share, held, label }
    };
    let group = |family| {
        let rows: Vec<_> = rows(plan, family).into_iter().map(row).collect();
        let title =
            format!("{} {}", words::allocation::family(lang, family), percent(family_share(plan, family)));
        (!rows.is_empty()).then_some(Group { family, title, rows })
    };
    let heading = words::allocation::mix_heading(lang, plan.allocation.held.is_some()).to_owned();
    Mix { groups: FAMILIES.into_iter().filter_map(group).collect(), heading }
}

pub(super) fn table(lang: Lang, plan: &Plan, firm: &Firm) -> Table {
    let wealth = plan.allocation.money.wealth;
    let percent = |share| format::percent(lang, share, 0);
    let row = |(asset, share, held): (String, f64, Option<f64>)| {
        let money = format::money(lang, plan.region, share * wealth);
        let name = asset_name(lang, plan, firm, &asset);
        let (own, gap) = held.map_or_else(Default::default, |held| {
            (percent(held), format::percent_signed(lang, held - share, 0))
        });
        vec![name, percent(share), money, own, gap]
    };
    Table {
        columns: words::allocation::mix_columns(lang).map(str::to_owned).to_vec(),
        rows: FAMILIES.into_iter().flat_map(|family| rows(plan, family)).map(row).collect(),
        prose_columns: 0,
    }
}

/// The share of the money that lies elsewhere than suggested, 0 to 1; none where holdings were not
/// sorted into classes.
fn distance(plan: &Plan) -> Option<f64> {
    plan.allocation.held.as_ref()?;
    let rows = FAMILIES.into_iter().flat_map(|family| rows(plan, family));
    Some(rows.map(|(_, share, held)| (share - held.unwrap_or(0.0)).abs()).sum::<f64>() / 2.0)
}
