//! Accounts and sessions.

use serde::{Deserialize, Serialize};

use crate::Language;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Has a plan and an advisor.
    Investor,
    /// Has clients.
    Advisor,
    /// Runs the firm's side: advisors, hand-overs, what was not delivered.
    Administrator,
}

/// An account, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Account {
    /// Identifier, a UUID.
    pub id: String,
    /// E-mail address, in lower case.
    pub email: String,
    /// Somebody who reads that mailbox has said so.
    pub confirmed: bool,
    /// The name to be addressed by; may be empty.
    pub name: String,
    /// The language of mail and messages.
    pub language: Language,
    /// What it may do.
    pub role: Role,
}

/// Who is asking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// The account that is signed in; none for a guest.
    pub account: Option<Account>,
}

/// Opens an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignUp {
    /// E-mail address, at most 254 characters.
    pub email: String,
    /// 12 to 128 characters, not a common one.
    pub password: String,
    /// The name to be addressed by, at most 80 characters; may be empty.
    #[serde(default)]
    pub name: String,
    /// The language of mail and messages.
    pub language: Language,
}

/// Signs in with a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: String,
}

/// Asks for a mail to an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddressOnly {
    /// E-mail address.
    pub email: String,
}

/// Says that the mailbox is read, with what stood in the mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The end of the link in the mail.
    pub token: String,
    /// The account's password; needed where that account is not the one signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

/// Sets a new password with what stood in a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// The end of the link in the mail.
    pub token: String,
    /// 12 to 128 characters, not a common one.
    pub password: String,
}

/// Changes the password while signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The password up to now.
    pub current: String,
    /// 12 to 128 characters, not a common one.
    pub password: String,
}

/// A device that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Device {
    /// Identifier of its session, a UUID.
    pub id: String,
    /// Browser and system as far as they can be told, such as `Chrome, Android`; may be empty.
    pub name: String,
    /// When it signed in, milliseconds since 1970 in UTC.
    pub created_ms: i64,
    /// When it was last seen, to the hour.
    pub seen_ms: i64,
    /// It is the one that is asking.
    pub this: bool,
}

/// What an owner may change about an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The name to be addressed by, at most 80 characters; may be empty.
    pub name: String,
    /// The language of mail and messages.
    pub language: Language,
}

/// Shows the password again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prove {
    /// The account's password.
    pub password: String,
}
