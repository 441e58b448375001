//! Passkeys: what browser and server tell each other (WebAuthn level 3).

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passkey {
    /// Identifier, a UUID.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was made, milliseconds since 1970 in UTC.
    pub created_ms: i64,
    /// When it was last used; none before the first time.
    pub used_ms: Option<i64>,
}

/// What an authenticator is asked, good for five minutes and one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PasskeyChallenge {
    /// Identifier, a UUID, to be sent back with the answer.
    pub id: String,
    /// For `navigator.credentials.create` or `.get`, after `parseCreationOptionsFromJSON` or
    /// `parseRequestOptionsFromJSON` of its `publicKey`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub options: Value,
}

/// Adds the passkey that an authenticator made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddPasskey {
    /// The challenge's identifier.
    pub challenge_id: String,
    /// What its owner calls it, at most 80 letters.
    pub name: String,
    /// The credential, as its `toJSON` gives it.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub credential: Value,
}

/// Signs in with a passkey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeySignIn {
    /// The challenge's identifier.
    pub challenge_id: String,
    /// The assertion, as its `toJSON` gives it.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::object"))]
    pub credential: Value,
}
