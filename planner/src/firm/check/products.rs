//! Faults of `products.toml`.

use super::{Fault, FaultReason, Sheet, label};
use crate::firm::Firm;
use crate::firm::product::{Product, ProductFees};
use crate::firm::shelf::ShelfDocument;

/// Largest fee of a purchase or a sale, a fraction.
pub(super) const MOST_ONCE: f64 = 0.05;

/// Largest management or sales service fee, a fraction a year.
pub(super) const MOST_A_YEAR: f64 = 0.03;

/// Longest term, in days.
const LONGEST_TERM: f64 = 3660.0;

/// Every fault of the products; kinds, assets and fee ceilings are looked up.
pub(super) fn faults(document: &ShelfDocument, firm: &Firm) -> Vec<Fault> {
    let list = &document.products;
    let mut sheet = Sheet::new("products.toml");
    sheet.schema(list.schema);
    sheet.day("dated", &list.dated);
    sheet.range("short_term_days", f64::from(list.short_term_days), 0.0..=366.0);
    sheet.range("complex_knowledge", list.complex_knowledge, 0.0..=100.0);
    sheet.names(list.kind.iter().map(|kind| kind.id.as_str()), |place| format!("kind.{place}.id"));
    for (place, kind) in list.kind.iter().enumerate() {
        let key = format!("kind.{}", label(&kind.id, place));
        sheet.worded(&format!("{key}.name"), &kind.name, &document.wording);
        sheet.range(format!("{key}.knowledge"), kind.knowledge, 0.0..=100.0);
    }
    sheet
        .names(list.product.iter().map(|product| product.id.as_str()), |place| format!("product.{place}.id"));
    for (place, product) in list.product.iter().enumerate() {
        let key = format!("product.{}", label(&product.id, place));
        self::product(&mut sheet, &key, product, document);
        asset(&mut sheet, &key, product, firm);
        fees(&mut sheet, &key, &product.fees);
        ceilings(&mut sheet, &key, product, document);
    }
    sheet.faults
}

fn product(sheet: &mut Sheet, key: &str, product: &Product, document: &ShelfDocument) {
    for (name, text) in
        [("name", &product.name), ("strategy", &product.strategy), ("direction", &product.direction)]
    {
        sheet.worded(&format!("{key}.{name}"), text, &document.wording);
    }
    if document.products.kind_of(product).is_none() {
        sheet.fault(format!("{key}.kind"), FaultReason::Unknown { name: product.kind.clone() });
    }
    let term = product.term_days.map_or(1.0, f64::from);
    sheet.range(format!("{key}.term_days"), term, 1.0..=LONGEST_TERM);
    sheet.range(format!("{key}.minimum"), product.minimum, 0.0..=1e9);
    let expected = product.region.currency();
    if product.currency != expected {
        let found = product.currency.clone();
        sheet.fault(format!("{key}.currency"), FaultReason::Currency { found, expected });
    }
}

/// The asset class is one of the region's, and the product is not rated below it.
fn asset(sheet: &mut Sheet, key: &str, product: &Product, firm: &Firm) {
    let assets = &firm.assumptions_of(product.region).asset;
    let Some(asset) = assets.iter().find(|asset| asset.id == product.asset) else {
        sheet.fault(format!("{key}.asset"), FaultReason::Unknown { name: product.asset.clone() });
        return;
    };
    let (level, least) = (product.level(), asset.min_product_level);
    if level < least {
        sheet.fault(format!("{key}.distributor_level"), FaultReason::BelowAsset { level, least });
    }
}

fn fees(sheet: &mut Sheet, key: &str, fees: &ProductFees) {
    let key = format!("{key}.fees");
    sheet.ranges(
        &key,
        [
            ("subscription", fees.subscription, 0.0..=MOST_ONCE),
            ("management", fees.management, 0.0..=MOST_A_YEAR),
            ("custody", fees.custody, 0.0..=0.01),
            ("sales_service", fees.sales_service, 0.0..=MOST_A_YEAR),
        ],
    );
    let mut before: Option<(f64, f64)> = None;
    for (place, step) in fees.redemption.iter().enumerate() {
        let key = format!("{key}.redemption.{place}");
        let days = f64::from(step.below_days);
        sheet.range(format!("{key}.below_days"), days, 1.0..=LONGEST_TERM);
        sheet.ascends(format!("{key}.below_days"), days, before.map(|(days, _)| days));
        sheet.range(format!("{key}.fee"), step.fee, 0.0..=MOST_ONCE);
        sheet.never_rises(format!("{key}.fee"), step.fee, before.map(|(_, fee)| fee));
        before = Some((days, step.fee));
    }
}

/// Fees are within what the rules allow to funds of the kind.
fn ceilings(sheet: &mut Sheet, key: &str, product: &Product, document: &ShelfDocument) {
    let own = document.fees.ceiling.iter();
    for ceiling in own.filter(|rule| rule.region == product.region && rule.kinds.contains(&product.kind)) {
        let fees = &product.fees;
        for (name, value, most) in [
            ("subscription", fees.subscription, ceiling.subscription),
            ("sales_service", fees.sales_service, ceiling.sales_service),
        ] {
            // Beyond its own range it is a fault already.
            if value > most && value <= MOST_ONCE {
                let reason = FaultReason::Range { value, min: 0.0, max: most };
                sheet.fault(format!("{key}.fees.{name}"), reason);
            }
        }
    }
}
