//! The advisor for life, and who else looks after a client.

use serde::{Deserialize, Serialize};

use crate::keyed::keyed;
use crate::{Language, Text};

keyed! {
    /// The field of an expert.
    ExpertKind {
        /// Cash, loans, larger households.
        PrivateBanking = "private_banking",
        /// Cover of lives, incomes and health.
        Insurance = "insurance",
        /// Allocation and products.
        Investment = "investment",
        /// Taxes.
        Tax = "tax",
        /// Wills, powers of attorney, property.
        Law = "law",
        /// Products for qualified investors.
        Alternatives = "alternatives",
        /// Retirement and pensions.
        Retirement = "retirement",
        /// Homes and mortgages.
        RealEstate = "real_estate",
    }
}

/// An advisor, as clients see one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdvisorCard {
    /// Identifier of their account, a UUID.
    pub id: String,
    /// Name.
    pub name: String,
    /// Languages they speak.
    pub languages: Vec<Language>,
    /// IANA name of their time zone, such as `Asia/Shanghai`.
    pub time_zone: String,
}

/// Another advisor who stands in while the own one is away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deputy {
    /// Who stands in.
    pub advisor: AdvisorCard,
    /// From then on.
    pub from_ms: i64,
    /// Until then.
    pub until_ms: i64,
}

/// The tier of service: what the client may expect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tier {
    /// Its name in the firm's data, such as `companion`.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What the client may expect, in plain words.
    pub promise: Text,
}

/// An expert whom the advisor brings in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expert {
    /// The field.
    pub kind: ExpertKind,
    /// Name or role.
    pub name: Text,
    /// What they help with.
    pub helps: Text,
}

/// A change of advisor, as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandOver {
    /// When.
    pub at_ms: i64,
    /// Name of the advisor before.
    pub from: String,
    /// Name of the advisor since.
    pub to: String,
    /// What the client was told.
    pub note: String,
}

/// Somebody of the same household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kin {
    /// Identifier of the link, a UUID.
    pub id: String,
    /// The other's name, or the address that was invited while nobody has agreed.
    pub name: String,
    /// Both have agreed.
    pub agreed: bool,
    /// When it was asked for.
    pub asked_ms: i64,
}

/// Who looks after the client that asks, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Care {
    /// The advisor for life; none until there is one with room.
    pub advisor: Option<AdvisorCard>,
    /// Since when.
    pub since_ms: Option<i64>,
    /// Who stands in now or next, where the advisor is away.
    pub deputy: Option<Deputy>,
    /// The tier of service.
    pub tier: Tier,
    /// The last contact.
    pub last_contact_ms: Option<i64>,
    /// The latest day of the next contact.
    pub next_contact_ms: Option<i64>,
    /// The expert team.
    pub experts: Vec<Expert>,
    /// Changes of advisor, newest first.
    pub hand_overs: Vec<HandOver>,
    /// The household.
    pub household: Vec<Kin>,
}

/// Asks for an advisor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct TakeAdvisor {
    /// The end of an advisor's invitation link; without it the firm chooses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invitation: Option<String>,
}

/// What an invitation link says to whoever opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invited {
    /// Who invites.
    pub advisor: AdvisorCard,
    /// The address that was invited.
    pub email: String,
    /// Until when the link works.
    pub expires_ms: i64,
}

/// Invites somebody of the household, or agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Token {
    /// The end of the link in the mail.
    pub token: String,
}
