//! Where a stored plan differs from the same plan made again.

use serde::Serialize;
use serde_json::Value;

/// Most differences that are named: one changed figure moves many others.
pub const MOST_DIFFERENCES: usize = 12;

/// What a plan says about how it was made, which explains all else that differs.
const ORIGIN: [&str; 7] = ["schema", "engine", "made", "region", "assumptions_dated", "draft", "digest"];

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The field, dotted, such as `standing.success` or `projection.bands[3].p50`.
    pub field: String,
    /// What the stored plan says; none where it has no such field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored: Option<Value>,
    /// What it is now; none where there is no such field any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<Value>,
}

/// The first fields that differ: how the plan was made before what it says, then by name.
#[must_use]
pub fn differences(stored: &Value, now: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    for field in ORIGIN {
        compare(&mut found, field, stored.get(field), now.get(field));
    }
    let figures = |plan: &Value| {
        let mut plan = plan.clone();
        if let Value::Object(fields) = &mut plan {
            fields.retain(|field, _| !ORIGIN.contains(&field.as_str()));
        }
        plan
    };
    compare(&mut found, "", Some(&figures(stored)), Some(&figures(now)));
    found
}

fn compare(found: &mut Vec<Difference>, field: &str, stored: Option<&Value>, now: Option<&Value>) {
    if found.len() >= MOST_DIFFERENCES || stored == now {
        return;
    }
    match (stored, now) {
        (Some(Value::Object(stored)), Some(Value::Object(now))) => {
            let gone = stored.keys().filter(|key| !now.contains_key(*key));
            for key in now.keys().chain(gone) {
                let within = if field.is_empty() { key.clone() } else { format!("{field}.{key}") };
                compare(found, &within, stored.get(key), now.get(key));
            }
        }
        (Some(Value::Array(stored)), Some(Value::Array(now))) => {
            for place in 0..stored.len().max(now.len()) {
                compare(found, &format!("{field}[{place}]"), stored.get(place), now.get(place));
            }
        }
        _ => {
            found.push(Difference { field: field.to_owned(), stored: stored.cloned(), now: now.cloned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(stored: &Value, now: &Value) -> Vec<String> {
        differences(stored, now).into_iter().map(|difference| difference.field).collect()
    }

    #[test]
    fn equal_plans_have_no_difference() {
        let plan = json!({ "engine": "1", "standing": { "success": 0.1 }, "bands": [1.0, 2.0] });
        assert!(differences(&plan, &plan.clone()).is_empty());
    }

    #[test]
    fn the_engine_and_the_assumptions_come_before_the_figures() {
        let stored = json!({ "a": 1, "assumptions_dated": "2025-01-01", "engine": "1", "digest": "x" });
        let now = json!({ "a": 2, "assumptions_dated": "2026-01-01", "engine": "2", "digest": "y" });
        assert_eq!(fields(&stored, &now), ["engine", "assumptions_dated", "digest", "a"]);
    }

    #[test]
    fn a_difference_is_named_where_it_stands() {
        let stored = json!({ "standing": { "success": 0.8, "old": 1 }, "bands": [{ "p50": 1.0 }] });
        let now = json!({ "standing": { "success": 0.9 }, "bands": [{ "p50": 1.5 }, { "p50": 2.0 }] });
        assert_eq!(fields(&stored, &now), ["bands[0].p50", "bands[1]", "standing.success", "standing.old"]);
    }

    #[test]
    fn only_the_first_differences_are_named() {
        let (stored, now) = (json!({ "bands": vec![1; 100] }), json!({ "bands": vec![2; 100] }));
        assert_eq!(fields(&stored, &now).len(), MOST_DIFFERENCES);
    }

    #[test]
    fn what_is_no_plan_differs() {
        assert_eq!(fields(&json!(null), &json!({ "engine": "1" })), ["engine", ""]);
    }
}
