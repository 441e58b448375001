//! Faults of `upkeep.toml`, `stress.toml`, `fees.toml` and `wording.toml`; products have their own.

use super::{Fault, FaultReason, Sheet, label, products, region_key};
use crate::firm::shelf::{FACTS, FeeFacts, ShelfDocument, Shock, Sourced, StressTests, Upkeep, Wording};
use crate::firm::{Firm, Region};

/// Every fault of a shelf, in the order of its files.
pub(super) fn faults(document: &ShelfDocument, firm: &Firm) -> Vec<Fault> {
    [
        upkeep(&document.upkeep),
        products::faults(document, firm),
        stress(&document.stress, &document.wording, firm),
        fees(&document.fees, document),
        wording(&document.wording),
    ]
    .concat()
}

fn upkeep(upkeep: &Upkeep) -> Vec<Fault> {
    let mut sheet = Sheet::new("upkeep.toml");
    sheet.schema(upkeep.schema);
    sheet.day("dated", &upkeep.dated);
    let (band, tilt) = (&upkeep.band, &upkeep.tilt);
    sheet.ranges(
        "band",
        [
            ("absolute", band.absolute, 0.005..=0.2),
            ("relative", band.relative, 0.05..=1.0),
            ("back_to", band.back_to, 0.0..=1.0),
            ("smallest_trade", band.smallest_trade, 0.0..=0.02),
        ],
    );
    sheet.ranges(
        "tilt",
        [
            ("asset", tilt.asset, 0.0..=0.1),
            ("growth", tilt.growth, 0.0..=0.1),
            ("days", f64::from(tilt.days), 1.0..=366.0),
        ],
    );
    sheet.faults
}

fn stress(stress: &StressTests, wording: &Wording, firm: &Firm) -> Vec<Fault> {
    let mut sheet = Sheet::new("stress.toml");
    sheet.schema(stress.schema);
    sheet.day("dated", &stress.dated);
    sheet.names(stress.scenario.iter().map(|scenario| scenario.id.as_str()), |place| {
        format!("scenario.{place}.id")
    });
    for (place, scenario) in stress.scenario.iter().enumerate() {
        let key = format!("scenario.{}", label(&scenario.id, place));
        sheet.worded(&format!("{key}.name"), &scenario.name, wording);
        sheet.worded(&format!("{key}.text"), &scenario.text, wording);
        for region in Region::ALL {
            let key = format!("{key}.region.{}", region_key(region));
            match scenario.region.get(&region) {
                None => sheet.fault(key, FaultReason::Missing),
                Some(shock) => self::shock(&mut sheet, &key, shock, region, firm),
            }
        }
    }
    sheet.faults
}

/// A shock has a figure for every asset class of its region, and for nothing else.
fn shock(sheet: &mut Sheet, key: &str, shock: &Shock, region: Region, firm: &Firm) {
    if shock.until <= shock.from {
        sheet.fault(format!("{key}.until"), FaultReason::NotAfter(shock.from.to_string()));
    }
    sourced(sheet, &format!("{key}.inflation"), &shock.inflation, 1.0);
    let assets = &firm.assumptions_of(region).asset;
    for (id, figure) in &shock.returns {
        let key = format!("{key}.returns.{id}");
        sourced(sheet, &key, figure, 10.0);
        if !assets.iter().any(|asset| asset.id == *id) {
            sheet.fault(key, FaultReason::Unknown { name: id.clone() });
        }
    }
    for asset in assets.iter().filter(|asset| !shock.returns.contains_key(&asset.id)) {
        sheet.fault(format!("{key}.returns.{}", asset.id), FaultReason::Missing);
    }
}

/// A figure above the loss of everything, and where it comes from.
fn sourced(sheet: &mut Sheet, key: &str, figure: &Sourced, most: f64) {
    sheet.range(format!("{key}.value"), figure.value, -0.99..=most);
    sheet.text(&format!("{key}.source"), &figure.source);
}

fn fees(fees: &FeeFacts, document: &ShelfDocument) -> Vec<Fault> {
    let mut sheet = Sheet::new("fees.toml");
    sheet.schema(fees.schema);
    sheet.day("dated", &fees.dated);
    sheet.names(fees.fact.iter().map(|fact| fact.id.as_str()), |place| format!("fact.{place}.id"));
    for (place, fact) in fees.fact.iter().enumerate() {
        let key = format!("fact.{}", label(&fact.id, place));
        sheet.worded(&format!("{key}.name"), &fact.name, &document.wording);
        sheet.range(format!("{key}.value"), fact.value, 0.0..=30.0);
        sheet.text(&format!("{key}.source"), &fact.source);
    }
    for id in FACTS.into_iter().filter(|id| fees.value(id).is_none()) {
        sheet.fault(format!("fact.{id}"), FaultReason::Missing);
    }
    for (place, ceiling) in fees.ceiling.iter().enumerate() {
        let key = format!("ceiling.{place}");
        for name in &ceiling.kinds {
            if !document.products.kind.iter().any(|kind| kind.id == *name) {
                sheet.fault(format!("{key}.kinds"), FaultReason::Unknown { name: name.clone() });
            }
        }
        sheet.range(format!("{key}.subscription"), ceiling.subscription, 0.0..=products::MOST_ONCE);
        sheet.range(format!("{key}.sales_service"), ceiling.sales_service, 0.0..=products::MOST_A_YEAR);
        sheet.text(&format!("{key}.source"), &ceiling.source);
    }
    sheet.faults
}

fn wording(wording: &Wording) -> Vec<Fault> {
    let mut sheet = Sheet::new("wording.toml");
    sheet.schema(wording.schema);
    if wording.never.is_empty() {
        sheet.fault("never", FaultReason::TooFew { found: 0, least: 1 });
    }
    for (list, words) in [("never", &wording.never), ("allowed", &wording.allowed)] {
        sheet.names(words.iter().map(String::as_str), |place| format!("{list}.{place}"));
    }
    sheet.faults
}

impl Sheet {
    /// A sentence stands in both languages and promises nothing.
    pub(super) fn worded(&mut self, key: &str, text: &crate::firm::Text, wording: &Wording) {
        self.text(key, text);
        for (language, text) in [("zh", &text.zh), ("en", &text.en)] {
            for word in crate::wording::screen(text, wording) {
                self.fault(format!("{key}.{language}"), FaultReason::Word { word: word.to_owned() });
            }
        }
    }
}
