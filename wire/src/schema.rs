//! JSON schemas of the planner's types, as far as the API's document shows them.

use schemars::{Schema, SchemaGenerator, json_schema};

/// The investor's form: `planner::answers::Form`.
pub(crate) fn form(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "description": "The investor's form; unknown fields are refused" })
}

/// What a plan is made from: `planner::Request`.
pub(crate) fn request(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "required": ["form", "today", "seed"],
        "additionalProperties": false,
        "properties": {
            "form": { "type": "object" },
            "moves": { "type": "object" },
            "today": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" },
            "seed": { "type": "integer", "minimum": 0 },
            "lifetimes": { "type": ["integer", "null"], "minimum": 2, "maximum": 100_000 },
        },
    })
}

/// A month.
pub(crate) fn month(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" })
}

/// A class.
pub(crate) fn class(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["C1-lowest", "C1", "C2", "C3", "C4", "C5"] })
}

/// A zone.
pub(crate) fn zone(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["red", "grey", "green"] })
}

/// Anything with named fields.
pub(crate) fn object(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object" })
}

/// The same, or nothing.
pub(crate) fn maybe_object(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["object", "null"] })
}
