//! Assessments: what was answered, and the class that follows. They never change.

use planner::answers::Form;
use planner::date::YearMonth;
use planner::firm::Class;
use planner::profile::Profile;
use serde::{Deserialize, Serialize};

use crate::Language;

/// Sends the answers of a finished questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAssessment {
    /// The form. How often and when it was answered before, the server knows itself.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::form"))]
    pub form: Form,
    /// The month on the device; within a month of the server's.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::month"))]
    pub today: YearMonth,
    /// The language in which it was read.
    pub language: Language,
    /// SHA-256 of the texts that were shown, as [`Assessments::texts`] had it when they were loaded.
    pub texts: String,
}

/// A finished assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Identifier, a UUID.
    pub id: String,
    /// When it was sent, milliseconds since 1970 in UTC.
    pub created_ms: i64,
    /// Until when it counts.
    pub valid_until_ms: i64,
    /// The class, after what the investor lowered.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::class"))]
    pub class: Class,
    /// It counts only once an advisor has looked at it: a rise of two classes, or answered too fast.
    pub waits: bool,
    /// Day of the firm's rules, `YYYY-MM-DD`.
    pub rules_dated: String,
    /// The language in which it was read.
    pub language: Language,
    /// SHA-256 of the texts that were shown.
    pub texts: String,
    /// Class, reasons and notices, as computed by the server.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub profile: Profile,
}

/// Every assessment of an account, and whether there may be another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessments {
    /// The one that counts now: the newest that has not run out and does not wait.
    pub valid: Option<Assessment>,
    /// All of them, the newest first.
    pub all: Vec<Assessment>,
    /// When the next one is taken; none for now.
    pub next_ms: Option<i64>,
    /// SHA-256 of the questionnaire's texts as they are now.
    pub texts: String,
}
