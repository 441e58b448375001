//! Faults of `questionnaires/risk.toml`.

use super::{Fault, FaultReason, Sheet, class_key, label};
use crate::firm::{
    Cap, CapWhen, Check, Class, Clause, Composites, Cutoff, Dimension, ItemKind, LowerReading, RiskItem,
    RiskOption, RiskQuestionnaire,
};

/// Notices that the planner gives by name.
const NOTICES: [&str; 5] = ["X10", "X11", "X12", "PROVISIONAL", "ELDER"];

/// Dimensions, and what is missing where no item always gives them points. Composure may go
/// without: who never had a loss has shown none.
const DIMENSIONS: [(Dimension, bool, &str); 5] = [
    (Dimension::Capacity, true, "scores capacity with every option"),
    (Dimension::Horizon, true, "scores horizon with every option"),
    (Dimension::Knowledge, true, "scores knowledge with every option"),
    (Dimension::Tolerance, true, "scores tolerance with every option"),
    (Dimension::Composure, false, "scores composure"),
];

/// A figure that the planner reads from exactly one item, whichever option is chosen.
struct Figure {
    name: &'static str,
    missing: &'static str,
    most: f64,
    read: fn(&RiskOption) -> Option<f64>,
}

const FIGURES: [Figure; 3] = [
    Figure { name: "loss_limit", missing: "carries loss_limit", most: 1.0, read: |option| option.loss_limit },
    Figure {
        name: "horizon_years",
        missing: "carries horizon_years",
        most: 100.0,
        read: |option| option.horizon_years,
    },
    Figure {
        name: "reserve_months",
        missing: "carries reserve_months",
        most: 120.0,
        read: |option| option.reserve_months,
    },
];

/// Every fault of the questionnaire.
pub(super) fn faults(risk: &RiskQuestionnaire) -> Vec<Fault> {
    let mut sheet = Sheet::new("questionnaires/risk.toml");
    sheet.schema(risk.schema);
    sheet.filled("version", &risk.version);
    cutoffs(&mut sheet, &risk.cutoffs);
    composites(&mut sheet, risk.composites);
    for (place, cap) in risk.caps.iter().enumerate() {
        cap_faults(&mut sheet, &format!("caps.{place}"), cap, &risk.items);
    }
    sheet.names(risk.items.iter().map(|item| item.id.as_str()), |place| format!("items.{place}.id"));
    for (place, item) in risk.items.iter().enumerate() {
        item_faults(&mut sheet, &format!("items.{}", label(&item.id, place)), item);
    }
    as_a_whole(&mut sheet, &risk.items);
    sheet.names(risk.checks.iter().map(|check| check.id.as_str()), |place| format!("checks.{place}.id"));
    for (place, check) in risk.checks.iter().enumerate() {
        check_faults(&mut sheet, &format!("checks.{}", label(&check.id, place)), check, &risk.items);
    }
    notices(&mut sheet, risk);
    sheet.faults
}

/// C1 to C5 follow each other, the first from 0.
fn cutoffs(sheet: &mut Sheet, cutoffs: &[Cutoff]) {
    let classes = Class::ALL.into_iter().filter(|class| *class != Class::C1Lowest);
    if cutoffs.len() != classes.clone().count() {
        sheet.fault(
            "cutoffs",
            FaultReason::Length { found: cutoffs.len(), expected: classes.clone().count() },
        );
    }
    let mut before = None;
    for (place, (cutoff, class)) in cutoffs.iter().zip(classes).enumerate() {
        if cutoff.class != class {
            sheet.fault(
                format!("cutoffs.{place}.class"),
                FaultReason::Unexpected { expected: class_key(class) },
            );
        }
        let key = format!("cutoffs.{place}.from");
        sheet.range(&key, cutoff.from, 0.0..=100.0);
        match before {
            None if cutoff.from > 0.0 => {
                sheet.fault(key, FaultReason::Fixed { value: cutoff.from, expected: 0.0 });
            }
            _ => sheet.ascends(key, cutoff.from, before),
        }
        before = Some(cutoff.from);
    }
}

fn composites(sheet: &mut Sheet, composites: Composites) {
    let Composites { ability_capacity, ability_horizon, willingness_tolerance, willingness_composure } =
        composites;
    sheet.ranges(
        "composites",
        [
            ("ability_capacity", ability_capacity, 0.0..=1.0),
            ("ability_horizon", ability_horizon, 0.0..=1.0),
            ("willingness_tolerance", willingness_tolerance, 0.01..=1.0),
            ("willingness_composure", willingness_composure, 0.0..=1.0),
        ],
    );
    sheet.sums_to_one("composites.ability_capacity", [ability_capacity, ability_horizon]);
    sheet.sums_to_one("composites.willingness_tolerance", [willingness_tolerance, willingness_composure]);
}

fn cap_faults(sheet: &mut Sheet, key: &str, cap: &Cap, items: &[RiskItem]) {
    match &cap.when {
        CapWhen::Answer { item, options } => {
            answers(sheet, &format!("{key}.when.answer"), item, options, items);
        }
        CapWhen::Below { points, .. } => {
            sheet.range(format!("{key}.when.below.points"), *points, 0.0..=100.0);
        }
    }
    sheet.text(&format!("{key}.text"), &cap.text);
}

/// An item and options of it, at least one, all of which exist.
fn answers(sheet: &mut Sheet, key: &str, item: &str, options: &[String], items: &[RiskItem]) {
    if options.is_empty() {
        sheet.fault(format!("{key}.options"), FaultReason::TooFew { found: 0, least: 1 });
    }
    let Some(found) = items.iter().find(|found| found.id == item) else {
        sheet.fault(format!("{key}.item"), FaultReason::Unknown { name: item.to_owned() });
        return;
    };
    sheet.names(options.iter().map(String::as_str), |place| format!("{key}.options.{place}"));
    for (place, option) in options.iter().enumerate() {
        if !found.options.iter().any(|found| found.key == *option) {
            sheet.fault(
                format!("{key}.options.{place}"),
                FaultReason::Unknown { name: format!("{item}.{option}") },
            );
        }
    }
}

fn item_faults(sheet: &mut Sheet, key: &str, item: &RiskItem) {
    match item.kind {
        ItemKind::Single | ItemKind::Multi => scored(sheet, key, item),
        ItemKind::Objective | ItemKind::Gate => unscored(sheet, key, item),
    }
    sheet.text(&format!("{key}.text"), &item.text);
    sheet.text(&format!("{key}.why"), &item.why);
    if item.options.is_empty() {
        sheet.fault(format!("{key}.options"), FaultReason::TooFew { found: 0, least: 1 });
    }
    sheet.names(item.options.iter().map(|option| option.key.as_str()), |place| {
        format!("{key}.options.{place}.key")
    });
    for (place, option) in item.options.iter().enumerate() {
        option_faults(sheet, &format!("{key}.options.{}", label(&option.key, place)), item.kind, option);
    }
    all_or_none(sheet, key, item, "objective_cap", |option| option.objective_cap.is_some());
    for figure in FIGURES {
        all_or_none(sheet, key, item, figure.name, |option| (figure.read)(option).is_some());
    }
}

/// A scored item has a dimension, a weight and points.
fn scored(sheet: &mut Sheet, key: &str, item: &RiskItem) {
    if item.dimension.is_none() {
        sheet.fault(format!("{key}.dimension"), FaultReason::Missing);
    }
    sheet.range(format!("{key}.weight"), item.weight, 0.01..=100.0);
    if !item.options.is_empty() && item.options.iter().all(|option| option.score.is_none()) {
        sheet.fault(format!("{key}.options"), FaultReason::NoScore);
    }
}

/// Objective items and gates have no dimension and no points.
fn unscored(sheet: &mut Sheet, key: &str, item: &RiskItem) {
    if item.dimension.is_some() {
        sheet.fault(format!("{key}.dimension"), FaultReason::NotHere);
    }
    for option in item.options.iter().filter(|option| option.score.is_some()) {
        sheet.fault(format!("{key}.options.{}.score", option.key), FaultReason::NotHere);
    }
}

fn option_faults(sheet: &mut Sheet, key: &str, kind: ItemKind, option: &RiskOption) {
    sheet.text(&format!("{key}.text"), &option.text);
    match option.score {
        Some(score) => sheet.range(format!("{key}.score"), score, 0.0..=100.0),
        None if kind == ItemKind::Multi => sheet.fault(format!("{key}.score"), FaultReason::Missing),
        None => {}
    }
    for figure in FIGURES {
        if let Some(value) = (figure.read)(option) {
            sheet.range(format!("{key}.{}", figure.name), value, 0.0..=figure.most);
        }
    }
    if option.lowest && kind != ItemKind::Gate {
        sheet.fault(format!("{key}.lowest"), FaultReason::NotHere);
    }
}

/// What one option of an item carries, all of them carry.
fn all_or_none(
    sheet: &mut Sheet,
    key: &str,
    item: &RiskItem,
    name: &str,
    carries: impl Fn(&RiskOption) -> bool,
) {
    if !item.options.iter().any(&carries) {
        return;
    }
    for (place, option) in item.options.iter().enumerate().filter(|(_, option)| !carries(option)) {
        sheet.fault(format!("{key}.options.{}.{name}", label(&option.key, place)), FaultReason::Missing);
    }
}

/// What the planner reads from the questionnaire can always be read.
fn as_a_whole(sheet: &mut Sheet, items: &[RiskItem]) {
    for (dimension, always, missing) in DIMENSIONS {
        let gives = |item: &RiskItem| {
            item.dimension == Some(dimension)
                && (!always || item.options.iter().all(|option| option.score.is_some()))
        };
        if !items.iter().any(gives) {
            sheet.fault("items", FaultReason::NoItem(missing));
        }
    }
    for figure in FIGURES {
        let mut carriers =
            items.iter().filter(|item| item.options.iter().any(|option| (figure.read)(option).is_some()));
        if carriers.next().is_none() {
            sheet.fault("items", FaultReason::NoItem(figure.missing));
        }
        for second in carriers {
            sheet.fault(
                format!("items.{}", second.id),
                FaultReason::Duplicate { name: figure.name.to_owned() },
            );
        }
    }
    let mut gates = items.iter().filter(|item| item.kind == ItemKind::Gate);
    if !gates.any(|gate| gate.options.iter().any(|option| option.lowest)) {
        sheet.fault("items", FaultReason::NoItem("is a gate with a lowest option"));
    }
}

fn check_faults(sheet: &mut Sheet, key: &str, check: &Check, items: &[RiskItem]) {
    if check.all.is_empty() {
        sheet.fault(format!("{key}.all"), FaultReason::TooFew { found: 0, least: 1 });
    }
    for (name, clauses) in [("all", &check.all), ("any", &check.any)] {
        for (place, clause) in clauses.iter().enumerate() {
            clause_faults(sheet, &format!("{key}.{name}.{place}"), clause, items);
        }
    }
    for (place, reading) in check.lower_readings.iter().enumerate() {
        reading_faults(sheet, &format!("{key}.lower_readings.{place}"), reading, items);
    }
    sheet.text(&format!("{key}.text"), &check.text);
}

/// A clause asks for one of its options or more, and for no more than it has or can be chosen.
fn clause_faults(sheet: &mut Sheet, key: &str, clause: &Clause, items: &[RiskItem]) {
    answers(sheet, key, &clause.item, &clause.options, items);
    let several = items.iter().any(|item| item.id == clause.item && item.kind == ItemKind::Multi);
    let most = if several { clause.options.len().max(1) } else { 1 };
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    sheet.range(format!("{key}.at_least"), count(clause.at_least), 1.0..=count(most));
}

fn reading_faults(sheet: &mut Sheet, key: &str, reading: &LowerReading, items: &[RiskItem]) {
    let item = items.iter().find(|item| item.id == reading.item);
    if item.is_none() {
        sheet.fault(format!("{key}.item"), FaultReason::Unknown { name: reading.item.clone() });
    }
    sheet.range(format!("{key}.score_at_most"), reading.score_at_most, 0.0..=100.0);
    let Some(limit) = reading.loss_limit_at_most else { return };
    sheet.range(format!("{key}.loss_limit_at_most"), limit, 0.0..=1.0);
    if item.is_some_and(|item| item.options.iter().all(|option| option.loss_limit.is_none())) {
        sheet.fault(format!("{key}.loss_limit_at_most"), FaultReason::NotHere);
    }
}

fn notices(sheet: &mut Sheet, risk: &RiskQuestionnaire) {
    for (id, text) in &risk.notices {
        sheet.text(&format!("notices.{id}"), text);
    }
    for id in NOTICES {
        if !risk.notices.contains_key(id) {
            sheet.fault(format!("notices.{id}"), FaultReason::Missing);
        }
    }
}
