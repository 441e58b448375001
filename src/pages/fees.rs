//! `/fees`: commission against a percentage fee.

use std::sync::Arc;

use leptos::prelude::*;
use planner::fees::{self, Comparison, FeeField, FeeForm};
use planner::firm::Region;
use planner::firm::shelf::Shelf;

use crate::components::phrased::phrased;
use crate::components::section::section;
use crate::format;
use crate::node::{El, Node, el, kept};
use crate::pages::address::Address;
use crate::pages::entered::{Entered, EnteredField};
use crate::pages::locked::no_shelf_yet;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::shared;
use crate::state::shelf::ShelfData;
use crate::words::fields::Unit;
use crate::words::{self, Lang};

mod facts;
mod results;

/// The numbers in the address: the names of the fields.
const NAMES: [&str; 9] = [
    FeeField::Assets.name(),
    FeeField::Turnover.name(),
    FeeField::Commission.name(),
    FeeField::StampDuty.name(),
    FeeField::FundCost.name(),
    FeeField::Fee.name(),
    FeeField::TradingCost.name(),
    FeeField::Growth.name(),
    FeeField::Years.name(),
];

/// What the page is made from.
struct Fees {
    lang: Lang,
    region: Region,
    shelf: Arc<Shelf>,
    address: Address,
    /// Every field, with what stands in it.
    entered: Vec<(FeeField, Entered)>,
}

/// `/fees`: commission against a percentage fee.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let data = shared(ShelfData::new);
    data.ask();
    let Some(shelf) = data.get() else { return no_shelf_yet(lang) };
    let draft = expect_context::<Draft>();
    kept(
        "fees",
        || Address::of(&Route::Fees, &NAMES),
        move |address| {
            let (region, held) =
                draft.form().with(|form| (form.region.unwrap_or(Region::China), held(&form.money)));
            let usual = |field| usual(field, region, held, &shelf);
            let entered = FeeField::ALL
                .into_iter()
                .map(|field| (field, Entered::of(address, field.name(), Some(usual(field)))))
                .collect();
            article(&Fees { lang, region, shelf: Arc::clone(&shelf), address, entered }).into()
        },
    )
}

/// What they own by their answers; none where they have not said.
fn held(money: &planner::answers::MoneyForm) -> Option<f64> {
    let sum = money.holdings.values().sum::<f64>() + money.unsorted.unwrap_or(0.0);
    (sum >= 1.0).then_some(sum)
}

/// What a field holds until somebody changes it: the own holdings, and the firm's figures.
fn usual(field: FeeField, region: Region, held: Option<f64>, shelf: &Shelf) -> f64 {
    let china = region == Region::China;
    let fact = |id| shelf.fees.value(id).unwrap_or(0.0);
    match field {
        FeeField::Assets => held.unwrap_or(500_000.0),
        FeeField::Turnover if china => fact("turnover_china"),
        FeeField::Turnover => fact("turnover_abroad"),
        FeeField::Commission => fact("commission_today"),
        FeeField::StampDuty if china => fact("stamp_duty"),
        FeeField::Fee => fact("advisory_fee"),
        FeeField::StampDuty | FeeField::FundCost | FeeField::TradingCost => 0.0,
        FeeField::Growth => 0.05,
        FeeField::Years => 20.0,
    }
}

fn article(fees: &Fees) -> El {
    let lang = fees.lang;
    let checked = fees::check(&fees.form());
    let compared = checked.as_ref().ok().map(fees::compare);
    let refused = checked.err().unwrap_or_default();
    let field = |field: FeeField| {
        let reason = refused.iter().find(|error| error.field == field.name());
        fees.field(field, reason.map(|error| error.reason.clone()))
    };
    let group = |title, fields: &[FeeField]| {
        el("fieldset", "fees__group")
            .with(el("legend", "fees__legend").text(title))
            .with_all(fields.iter().map(|one| field(*one)))
    };
    let [assets, by_trade, by_share] = words::fees::groups(lang);
    let numbers =
        section(words::fees::numbers(lang)).with(el("p", "muted").text(words::fees::kept(lang))).with(
            el("div", "fees__groups")
                .with(group(
                    assets,
                    &[FeeField::Assets, FeeField::Growth, FeeField::Years, FeeField::FundCost],
                ))
                .with(group(by_trade, &[FeeField::Turnover, FeeField::Commission, FeeField::StampDuty]))
                .with(group(by_share, &[FeeField::Fee, FeeField::TradingCost])),
        );
    el("article", "page fees")
        .with(head(fees, compared.as_ref()))
        .with(numbers)
        .with(compared.as_ref().map(|compared| results::costs(fees, compared)))
        .with(compared.map(|compared| results::years(fees, compared)))
        .with(facts::facts(fees))
}

/// What both cost a year, and what has to be said of it.
fn head(fees: &Fees, compared: Option<&Comparison>) -> El {
    let lang = fees.lang;
    let answer = compared.map_or_else(
        || words::fees::no_answer(lang).to_owned(),
        |compared| {
            let [trade, share] = [&compared.commission, &compared.fee].map(|model| {
                [format::rate(lang, model.share), format::money(lang, fees.region, model.money)]
            });
            words::fees::sentence(
                lang,
                trade.each_ref().map(String::as_str),
                share.each_ref().map(String::as_str),
            )
        },
    );
    let break_even = compared.map(|compared| {
        let turnover = |value: Option<f64>| value.map(|value| format::percent(lang, value, 0));
        let (alone, all) = (turnover(compared.break_even), turnover(compared.same_cost));
        el("p", "").text(words::fees::break_even(lang, alone.as_deref(), all.as_deref()))
    });
    el("header", "page__head")
        .with(phrased(el("h1", "page__answer").attr("aria-live", "polite"), &answer))
        .with(break_even)
        .with(honest(fees))
}

/// The plain word about a percentage fee at the commission of today.
fn honest(fees: &Fees) -> Option<El> {
    let lang = fees.lang;
    let fee = fees.number(FeeField::Fee).filter(|fee| (0.0..=0.05).contains(fee) && *fee > 0.0)?;
    let today = fees.shelf.fees.value("commission_today").filter(|rate| *rate > 0.0)?;
    let turnover = format::percent(lang, fees::break_even_turnover(fee, today), 0);
    let (today, fee) = (format::rate(lang, today), format::rate(lang, fee));
    let text = words::fees::honest(lang, &today, &fee, &turnover);
    Some(el("div", "caution").with(el("p", "").text(text)))
}

impl Fees {
    fn number(&self, field: FeeField) -> Option<f64> {
        self.entered.iter().find(|(own, _)| *own == field)?.1.number()
    }

    fn form(&self) -> FeeForm {
        FeeForm {
            assets: self.number(FeeField::Assets),
            turnover: self.number(FeeField::Turnover),
            commission: self.number(FeeField::Commission),
            stamp_duty: self.number(FeeField::StampDuty),
            fund_cost: self.number(FeeField::FundCost),
            fee: self.number(FeeField::Fee),
            trading_cost: self.number(FeeField::TradingCost),
            growth: self.number(FeeField::Growth),
            years: self.number(FeeField::Years),
        }
    }

    fn field(&self, field: FeeField, refused: Option<planner::entry::EntryReason>) -> Node {
        let (label, hint) = words::fees::field(self.lang, field);
        let entered = self.entered.iter().find(|(own, _)| *own == field);
        EnteredField {
            address: self.address,
            name: field.name(),
            label,
            hint,
            unit: unit(field),
            entered: entered.map_or(Entered::Nothing, |(_, entered)| entered.clone()),
            refused,
            emptied: Some(""),
        }
        .show(self.lang, self.region)
    }
}

/// What a field counts.
const fn unit(field: FeeField) -> Unit {
    match field {
        FeeField::Assets => Unit::Money,
        FeeField::Years => Unit::Years,
        FeeField::Turnover
        | FeeField::Commission
        | FeeField::StampDuty
        | FeeField::FundCost
        | FeeField::Fee
        | FeeField::TradingCost
        | FeeField::Growth => Unit::Percent,
    }
}
