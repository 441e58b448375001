//! What a signed-in investor has on the device: one document an account.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Everything that the app keeps on a device and that goes with the account: answers, scenarios, what was
/// read. Each write makes a new version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draft {
    /// How often it was written; 0 before the first time. It is the ETag too, in quotes.
    pub version: i64,
    /// When it was written last, milliseconds since 1970 in UTC; 0 before the first time.
    pub changed_ms: i64,
    /// Texts by their name, as the app keeps them. The server does not look into them.
    pub kept: Kept,
}

/// Texts by their name: at most [`KEYS_MAX`] names of at most [`NAME_MAX`] letters, together at most
/// [`BYTES_MAX`] bytes.
pub type Kept = BTreeMap<String, String>;

/// Most names in a draft.
pub const KEYS_MAX: usize = 64;
/// Most letters of a name.
pub const NAME_MAX: usize = 80;
/// Most bytes of names and texts together.
pub const BYTES_MAX: usize = 200_000;

/// Writes the draft. `If-Match` says which version it is based on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteDraft {
    /// Texts by their name; replaces all of them.
    pub kept: Kept,
}

/// The problem of a write that is based on an old version: both versions, for the person to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftConflict {
    /// The problem itself.
    #[serde(flatten)]
    pub problem: crate::Problem,
    /// What is stored: written by another device.
    pub stored: Draft,
    /// What was sent.
    pub sent: WriteDraft,
}
