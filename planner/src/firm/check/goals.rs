//! Faults of `questionnaires/goals.toml`.

use super::{Fault, FaultReason, Sheet, label};
use crate::firm::{GoalItem, GoalKind, GoalsQuestionnaire};

/// Every fault of the questionnaire.
pub(super) fn faults(goals: &GoalsQuestionnaire) -> Vec<Fault> {
    let mut sheet = Sheet::new("questionnaires/goals.toml");
    sheet.schema(goals.schema);
    sheet.filled("version", &goals.version);
    sheet.names(goals.items.iter().map(|item| item.id.as_str()), |place| format!("items.{place}.id"));
    for (place, item) in goals.items.iter().enumerate() {
        item_faults(&mut sheet, &format!("items.{}", label(&item.id, place)), item);
    }
    sheet.faults
}

fn item_faults(sheet: &mut Sheet, key: &str, item: &GoalItem) {
    sheet.text(&format!("{key}.text"), &item.text);
    sheet.text(&format!("{key}.why"), &item.why);
    match (item.kind, item.options.is_empty()) {
        (GoalKind::Words, false) => sheet.fault(format!("{key}.options"), FaultReason::NotHere),
        (GoalKind::Single | GoalKind::Multi | GoalKind::TopThree, true) => {
            sheet.fault(format!("{key}.options"), FaultReason::TooFew { found: 0, least: 1 });
        }
        _ => {}
    }
    sheet.names(item.options.iter().map(|option| option.key.as_str()), |place| {
        format!("{key}.options.{place}.key")
    });
    for (place, option) in item.options.iter().enumerate() {
        sheet.text(&format!("{key}.options.{}.text", label(&option.key, place)), &option.text);
    }
}
