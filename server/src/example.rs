//! One household, for the API's document and the made-up clients.

use planner::answers::Form;

/// A form that can be planned with the default firm's questionnaires.
pub(crate) fn form() -> Form {
    // A test reads it.
    serde_json::from_str(include_str!("example_form.json")).unwrap_or_default()
}
