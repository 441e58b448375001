//! Own holdings against the targets, and what brings them back into range.

use std::cmp::Ordering;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use planner::allocation::Weight;
use planner::answers::Field;
use planner::day::Day;
use planner::entry::EntryReason;
use planner::firm::shelf::{BandPolicy, Shelf};
use planner::rebalance::{self, OrderForm, Position, Rebalance};

use super::mix;
use crate::components::band_list::{Band, band_list};
use crate::components::choice_card::ChoiceCard;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::components::section::ruled_section;
use crate::format;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::address::Address;
use crate::pages::asked::Asked;
use crate::pages::entered::{Entered, EnteredField};
use crate::pages::explained::explained;
use crate::pages::planned::Planned;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::words::fields::Unit;
use crate::words::{self, Lang, method};

/// What the page keeps in its address: new money, and that nothing is sold.
const NAMES: [&str; 2] = ["new", "buy"];

/// Own holdings with their ranges around the targets, since when they are out of range, the trades, and
/// the boxes to enter them.
pub(super) fn upkeep(planned: &Planned, shelf: &Arc<Shelf>, targets: &[Weight], since: Option<Day>) -> Node {
    let (planned, shelf, targets) = (planned.clone(), Arc::clone(shelf), targets.to_vec());
    kept(
        "upkeep",
        || Address::of(&Route::Allocation, &NAMES),
        move |address| {
            let room = Room {
                planned: &planned,
                shelf: &shelf,
                targets: &targets,
                since,
                address,
                new_money: Entered::of(address, "new", None),
            };
            room.section().into()
        },
    )
}

struct Room<'a> {
    planned: &'a Planned,
    shelf: &'a Shelf,
    targets: &'a [Weight],
    /// The day on which this device first saw them out of range.
    since: Option<Day>,
    address: Address,
    new_money: Entered,
}

impl Room<'_> {
    fn section(&self) -> El {
        let lang = self.planned.lang;
        let BandPolicy { absolute, relative, .. } = self.shelf.upkeep.band;
        let (absolute, relative) = (format::percent(lang, absolute, 0), format::percent(lang, relative, 0));
        ruled_section(words::upkeep::title(lang))
            .with(el("p", "").text(words::upkeep::rule(lang, &absolute, &relative)))
            .with_all(self.compared())
            .with(self.boxes())
            .with(explained(lang, &[method::BANDS]))
    }

    /// The comparison and the trades; or what is missing.
    fn compared(&self) -> [Node; 3] {
        let lang = self.planned.lang;
        let draft = expect_context::<Draft>();
        let buy_only = self.address.get("buy").is_some();
        let form = OrderForm { new_money: self.new_money.number(), buy_only };
        let (order, refused) = match rebalance::check(&form) {
            Ok(order) => (order, None),
            Err(errors) => (rebalance::Order { new_money: 0.0, buy_only }, errors.into_iter().next()),
        };
        let targets = self.targets;
        let band = &self.shelf.upkeep.band;
        let Ok(now) = draft.answers().with(|answers| {
            answers
                .as_ref()
                .map(|answers| rebalance::rebalance(answers, targets, order, band))
                .map_err(|_| ())
        }) else {
            return [hint(words::upkeep::faulty(lang)), nothing(), nothing()];
        };
        let Some(now) = now else { return [hint(words::upkeep::not_sorted(lang)), nothing(), nothing()] };
        let now = Rc::new(now);
        [
            self.bands(&now).into(),
            self.trades(&now, buy_only, refused.map(|error| error.reason)).into(),
            self.table(&now),
        ]
    }

    fn bands(&self, now: &Rebalance) -> El {
        let lang = self.planned.lang;
        let day = expect_context::<Draft>().held_on().map(|day| format::day(lang, &day.to_string()));
        let outside = now.positions.iter().filter(|position| side(position) != Ordering::Equal).count();
        let since = self.since.map(|day| format::day(lang, &day.to_string()));
        let sentence = words::upkeep::outside(lang, outside, day.as_deref(), since.as_deref());
        let bands: Vec<_> = shown(now).map(|position| self.band(position)).collect();
        el("div", "stack").with(el("p", "allocation__outside").text(sentence)).with(band_list(&bands))
    }

    fn band(&self, position: &Position) -> Band {
        let lang = self.planned.lang;
        let percent = |share| format::percent(lang, share, 1);
        let range = range(position);
        let [low, high] = range.map(percent);
        let side = side(position);
        Band {
            name: self.name(&position.asset),
            words: words::upkeep::share(
                lang,
                &percent(position.share),
                &percent(position.target),
                [&low, &high],
            ),
            side,
            standing: words::upkeep::standing(lang, side),
            share: position.share,
            target: position.target,
            range,
        }
    }

    fn name(&self, asset: &str) -> String {
        mix::asset_name(self.planned.lang, &self.planned.plan, &self.planned.firm, asset)
    }

    fn trades(&self, now: &Rebalance, buy_only: bool, refused: Option<EntryReason>) -> El {
        let (lang, region, address) = (self.planned.lang, self.planned.plan.region, self.address);
        let money = |amount: f64| format::money(lang, region, amount);
        let (label, hint) = words::upkeep::new_money(lang);
        let new_money = EnteredField {
            address,
            name: "new",
            label,
            hint,
            unit: Unit::Money,
            entered: self.new_money.clone(),
            refused,
            emptied: None,
        };
        let only = ChoiceCard {
            name: "buy-only".to_owned(),
            text: words::upkeep::buy_only(lang).into(),
            many: true,
            chosen: buy_only,
            open: true,
            rank: None,
            on_choose: Box::new(move |chosen| address.set("buy", chosen.then(|| "only".to_owned()))),
            on_tap: None,
        };
        let moved: Vec<_> = now.positions.iter().filter(|position| position.trade != 0.0).collect();
        let row = |position: &&Position| {
            let (bought, amount) = (position.trade > 0.0, money(position.trade.abs()));
            el("li", "").text(words::upkeep::trade(lang, bought, &self.name(&position.asset), &amount))
        };
        let sum = |bought: bool| {
            moved.iter().map(|one| one.trade).filter(|trade| (*trade > 0.0) == bought).sum::<f64>().abs()
        };
        let result: Node = if moved.is_empty() {
            el("p", "").text(words::upkeep::no_trades(lang)).into()
        } else {
            let sum = words::upkeep::sum(lang, &money(sum(true)), &money(sum(false)), &money(now.new_money));
            el("div", "stack stack--tight")
                .with(el("ul", "allocation__trades").with_all(moved.iter().map(row)))
                .with(el("p", "").text(sum))
                .with(el("p", "").text(words::upkeep::after(lang, now.in_range_after, buy_only)))
                .into()
        };
        el("div", "stack")
            .with(el("h3", "").text(words::upkeep::trades(lang)))
            .with(el("div", "allocation__order").with(new_money.show(lang, region)).with(only.show()))
            .with(el("div", "").attr("role", "status").with(result))
            .with(el("p", "muted").text(words::upkeep::no_order(lang)))
    }

    fn table(&self, now: &Rc<Rebalance>) -> Node {
        let (lang, region) = (self.planned.lang, self.planned.plan.region);
        let (listed, planned) = (Rc::clone(now), self.planned.clone());
        let name = words::upkeep::as_table(lang);
        let row = move |position: &Position| {
            let percent = |share| format::percent(lang, share, 1);
            let [low, high] = range(position).map(percent);
            vec![
                mix::asset_name(lang, &planned.plan, &planned.firm, &position.asset),
                format::money(lang, region, position.held),
                percent(position.share),
                percent(position.target),
                [low.as_str(), "–", &high].concat(),
                format::money(lang, region, position.trade),
                percent(position.share_after),
            ]
        };
        disclosure("bands", name, move || {
            let table = Table {
                columns: words::upkeep::columns(lang).map(str::to_owned).to_vec(),
                rows: shown(&listed).map(&row).collect(),
                prose_columns: 0,
            };
            data_table(name, table).into()
        })
    }

    /// The boxes of the holdings; open from the start where nothing is sorted yet.
    fn boxes(&self) -> Node {
        let (lang, region, firm) =
            (self.planned.lang, self.planned.plan.region, Arc::clone(&self.planned.firm));
        let sorted = self.planned.plan.allocation.held.is_some();
        kept(
            "holdings",
            move || !sorted,
            move |open| {
                let draft = expect_context::<Draft>();
                let form = draft.form().get();
                let asked = Asked { draft, form: &form, lang, region, tried: false };
                el("details", "disclosure")
                    .flag("open", open)
                    .with(el("summary", "disclosure__title").text(words::upkeep::enter(lang)))
                    .with(
                        el("div", "disclosure__body stack")
                            .with(asked.holdings(&firm))
                            .with(rest(asked, lang))
                            .with(asked.holdings_total()),
                    )
                    .into()
            },
        )
    }
}

/// What is not sorted into asset classes.
fn rest(asked: Asked, lang: Lang) -> Node {
    asked.number_named(Field::Unsorted, words::discover::rest_box(lang).into(), "")
}

fn hint(text: &'static str) -> Node {
    el("p", "muted").attr("role", "status").text(text).into()
}

/// The asset classes that have a target or are held.
fn shown(now: &Rebalance) -> impl Iterator<Item = &Position> {
    now.positions.iter().filter(|position| position.target > 0.0 || position.held > 0.0)
}

fn range(position: &Position) -> [f64; 2] {
    [(position.target - position.band).max(0.0), position.target + position.band]
}

/// Below, within or above its range.
fn side(position: &Position) -> Ordering {
    if !position.strays(position.share) {
        return Ordering::Equal;
    }
    position.share.total_cmp(&position.target)
}
