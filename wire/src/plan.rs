//! Stored plans: what they were made from, what came out, and what changed since the one before.

use planner::change::Change;
use planner::date::YearMonth;
use planner::firm::Class;
use planner::zone::Zone;
use planner::{Plan, Request};
use serde::{Deserialize, Serialize};

/// Stores a plan. The server makes it anew from the request and believes no figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPlan {
    /// What the plan is made from. Its month is within a month of the server's.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::request"))]
    pub request: Request,
    /// The digest that the device came to, where it did: then the plan is only stored if the server comes
    /// to the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Own words about it, at most 200 letters; may be empty.
    #[serde(default)]
    pub note: String,
}

/// A stored plan in a line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanSummary {
    /// Identifier, a UUID.
    pub id: String,
    /// 1 for the first plan of the account.
    pub number: i64,
    /// When it was stored, milliseconds since 1970 in UTC.
    pub created_ms: i64,
    /// The month of the plan.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::month"))]
    pub made: YearMonth,
    /// The assessment that held then.
    pub assessment_id: String,
    /// The class.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::class"))]
    pub class: Class,
    /// The zone of retirement.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::zone"))]
    pub zone: Zone,
    /// P, 0 to 1.
    pub success: f64,
    /// Median of K.
    pub median: f64,
    /// Version of the planner.
    pub engine: String,
    /// Day of the assumption set, `YYYY-MM-DD`.
    pub assumptions_dated: String,
    /// SHA-256 of the plan.
    pub digest: String,
    /// SHA-256 of the firm's data that it was made with.
    pub firm: String,
    /// Own words about it.
    pub note: String,
}

/// A stored plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StoredPlan {
    /// Its line of the ledger.
    pub summary: PlanSummary,
    /// What it was made from.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub request: Request,
    /// What changed since the plan before; none for the first.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::maybe_object"))]
    pub change: Option<Change>,
    /// The plan.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub plan: Plan,
}

/// What came out when a stored plan was made anew from what it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verification {
    /// The same bits came out.
    pub same: bool,
    /// The stored digest.
    pub stored: String,
    /// The digest now.
    pub now: String,
    /// Version of the planner that was used now. Another version may come to another digest.
    pub engine: String,
}
