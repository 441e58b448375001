//! The advisor's desk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::keyed::keyed;
use crate::{AdvisorCard, Language, Meeting, PlanSummary, Tier};

keyed! {
    /// Why a client needs attention, the most urgent first.
    Attention {
        /// A meeting was asked for and not answered.
        Request = "request",
        /// A rise of the class waits for the advisor.
        Review = "review",
        /// The plan is red, and they have not spoken since.
        Red = "red",
        /// The assessment has ended.
        Expired = "expired",
        /// The latest day of the next contact is over.
        Overdue = "overdue",
        /// The assessment ends soon.
        ExpiresSoon = "expires_soon",
        /// No assessment yet.
        NotAssessed = "not_assessed",
        /// The proposed allocation was not confirmed yet.
        ToConfirm = "to_confirm",
        /// The plan is a year old: it is time to go through it as a whole.
        ReviewDue = "review_due",
        /// Nothing: they are looked after.
        None = "none",
    }
}

/// A client in the advisor's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClientRow {
    /// Identifier of the account, a UUID.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Language.
    pub language: Language,
    /// They are looked after as a deputy.
    pub deputy: bool,
    /// Why they need attention: the most urgent reason.
    pub attention: Attention,
    /// `red`, `grey` or `green`; none without a plan.
    pub zone: Option<String>,
    /// `C1-lowest` to `C5`; none without an assessment.
    pub class: Option<String>,
    /// When the assessment ends, or ended.
    pub assessed_until_ms: Option<i64>,
    /// A rise of the class waits for the advisor.
    #[serde(default)]
    pub rise_waits: bool,
    /// When the newest plan was stored.
    #[serde(default)]
    pub planned_ms: Option<i64>,
    /// When that plan is due to be gone through as a whole: a year after it was stored.
    #[serde(default)]
    pub review_due_ms: Option<i64>,
    /// Last contact.
    pub last_contact_ms: Option<i64>,
    /// Latest day of the next contact.
    pub next_contact_ms: i64,
    /// Tier of service, such as `companion`.
    pub tier: String,
}

/// What the advisor has to do today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Today {
    /// Meetings of today on the advisor's own clock, earliest first.
    pub meetings: Vec<Meeting>,
    /// Meetings that wait for the advisor's answer, oldest first.
    pub requests: Vec<Meeting>,
    /// Meetings whose time is over and that nobody has closed: not said to have taken place or called off,
    /// or held and not written up. The oldest first.
    #[serde(default)]
    pub to_close: Vec<Meeting>,
    /// Clients who need attention, the most urgent first.
    pub attention: Vec<ClientRow>,
    /// Rises of a class that wait for the advisor.
    pub reviews: Vec<Review>,
}

/// A rise of a class by two or more that waits for the advisor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// Identifier of the assessment.
    pub assessment_id: String,
    /// Whose.
    pub client_id: String,
    /// Their name.
    pub client_name: String,
    /// Class before.
    pub from: Option<String>,
    /// Class that was reached.
    pub to: String,
    /// When.
    pub at_ms: i64,
}

/// What the advisor decides about a rise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewDecision {
    /// The rise counts.
    pub accepted: bool,
    /// Why, at most 500 characters.
    pub reason: String,
}

/// A note about a client; the client does not see it on the page, but in an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Identifier, a UUID.
    pub id: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at_ms: i64,
    /// What.
    pub text: String,
}

/// Writes a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// At most 4,000 characters.
    pub text: String,
    /// It was a contact with the client: the next one is counted from now.
    #[serde(default)]
    pub contact: bool,
}

/// A confirmed or adjusted allocation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// Who decided.
    pub by: String,
    /// When.
    pub at_ms: i64,
    /// Why; the client reads it.
    pub reason: String,
    /// The proposed weights were changed.
    pub adjusted: bool,
    /// Weights by asset class, fractions that sum to 1.
    pub weights: BTreeMap<String, f64>,
    /// Digest of the plan that it was decided on.
    pub digest: String,
}

/// Confirms the proposed allocation, or adjusts it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// Digest of the plan that was looked at: refused if there is a newer one.
    pub digest: String,
    /// Other weights by asset class, fractions that sum to 1; the proposed ones without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<BTreeMap<String, f64>>,
    /// Why, at most 500 characters; the client reads it.
    pub reason: String,
}

/// Weights that differ from the strategic ones for a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TiltView {
    /// Who answers for it.
    pub by: String,
    /// Why; the client reads it.
    pub reason: String,
    /// Last day, `YYYY-MM-DD`.
    pub until: String,
    /// When it was set.
    pub at_ms: i64,
    /// Tilted weights by asset class, fractions that sum to 1.
    pub weights: BTreeMap<String, f64>,
}

/// Tilts the weights for a while.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTilt {
    /// Why, at most 500 characters; the client reads it.
    pub reason: String,
    /// Last day in UTC, `YYYY-MM-DD`, today or later. The range of a fault is told as the begins of the
    /// first and the last day that are taken, in milliseconds since 1970.
    pub until: String,
    /// Change of weight by asset class, fractions that sum to 0.
    pub shifts: BTreeMap<String, f64>,
}

/// What the advisor and the client agreed on for the allocation, as the client sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreed {
    /// The last decision; none before the first.
    pub decision: Option<Decision>,
    /// The tilt that holds today.
    pub tilt: Option<TiltView>,
}

keyed! {
    /// Where the allocation of the newest stored plan stands.
    AllocationState {
        /// Proposed: the advisor has not looked at it yet.
        Proposed = "proposed",
        /// Confirmed, as proposed or adjusted.
        Confirmed = "confirmed",
        /// Confirmed, and tilted for a while.
        Tactical = "tactical",
    }
}

/// How far a client's allocation has come, from the proposal to what was agreed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AllocationStanding {
    /// Where the allocation of the newest plan stands.
    pub state: AllocationState,
    /// Digest of the newest plan; none without a stored plan.
    pub digest: Option<String>,
    /// What was agreed on last: by whom, when and why. Where its digest is not that of the newest plan, it
    /// was about an earlier one.
    pub agreed: Agreed,
}

/// A client at the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClientFile {
    /// As in the list.
    pub client: ClientRow,
    /// The newest plan's line of the ledger; none without a plan.
    #[serde(default)]
    pub plan: Option<PlanSummary>,
    /// A rise of the class that waits for the advisor.
    #[serde(default)]
    pub review: Option<Review>,
    /// What the plan is made from, as the planner reads it; none without a plan.
    pub request: Option<Value>,
    /// Digest of that plan, recomputed by the server.
    pub digest: Option<String>,
    /// When it was stored.
    pub planned_ms: Option<i64>,
    /// Decision and tilt.
    pub agreed: Agreed,
    /// Notes, newest first.
    pub notes: Vec<Note>,
    /// Meetings, newest first.
    pub meetings: Vec<Meeting>,
    /// Names of the household's others who have agreed.
    pub household: Vec<String>,
    /// The tiers of service that the firm has.
    #[serde(default)]
    pub tiers: Vec<Tier>,
}

/// Weekly hours on the advisor's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WeekHours {
    /// 1 for Monday to 7.
    pub day: u8,
    /// Begin, minutes since midnight, 0 to 1440.
    pub from_min: u16,
    /// End, minutes since midnight, above the begin.
    pub until_min: u16,
}

/// A day that is not as every week.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayException {
    /// `YYYY-MM-DD`
    pub day: String,
    /// Begin, minutes since midnight, 0 to 1440.
    pub from_min: u16,
    /// End, minutes since midnight, above the begin.
    pub until_min: u16,
    /// Open besides the weekly hours; otherwise closed within them.
    pub open: bool,
}

/// A time away, with the one who stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// From then on.
    pub from_ms: i64,
    /// Until then.
    pub until_ms: i64,
    /// Identifier of the deputy.
    pub deputy_id: String,
}

/// When an advisor can be met. Written as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Availability {
    /// IANA name of the time zone, such as `Asia/Shanghai`.
    pub time_zone: String,
    /// Most clients, 1 to 10,000.
    pub capacity: u32,
    /// Languages that are spoken, one or more.
    pub languages: Vec<Language>,
    /// Kept free after each meeting: 0 to 120 minutes, a multiple of 15.
    pub buffer_minutes: u16,
    /// Weekly hours, at most 70.
    pub hours: Vec<WeekHours>,
    /// Days that are not as every week, at most 400.
    pub exceptions: Vec<DayException>,
    /// Times away, at most 50.
    pub absences: Vec<Absence>,
}

/// Gives a client to another advisor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewHandOver {
    /// Identifier of the advisor to be.
    pub to: String,
    /// Why, for the firm's records, at most 500 characters.
    pub reason: String,
    /// What the client is told, at most 2,000 characters.
    pub note: String,
}

/// Gives every client of an advisor who leaves to others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDeparture {
    /// Identifier of the advisor who takes them all; without it each client gets the one with room who
    /// speaks their language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Why, for the firm's records, at most 500 characters.
    pub reason: String,
    /// What each client is told, at most 2,000 characters.
    pub note: String,
}

/// What came of a departure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Departure {
    /// How many clients were handed over.
    pub clients: u32,
}

/// Where the clients of an advisor would go, as it stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeparturePreview {
    /// The clients, by the language they are written to in.
    pub clients: Vec<LanguageCount>,
    /// Who would take how many where nobody is named, the most first.
    pub successors: Vec<Successor>,
    /// How many would find nobody with room who speaks their language.
    pub without_room: u32,
    /// The advisor stands in for another one now or soon, and cannot leave before somebody else does.
    pub stands_in: bool,
}

/// How many clients are written to in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageCount {
    /// The language.
    pub language: Language,
    /// How many.
    pub clients: u32,
}

/// Who would take over some of the clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Successor {
    /// Identifier of the advisor.
    pub advisor_id: String,
    /// How many.
    pub clients: u32,
}

/// An advisor, as an administrator sees one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaffRow {
    /// As clients see them.
    pub advisor: AdvisorCard,
    /// Clients now.
    pub clients: u32,
    /// Most clients.
    pub capacity: u32,
}

/// Changes the tier of service of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetTier {
    /// Its name in the firm's data.
    pub tier: String,
}

/// Invites somebody to become a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// E-mail address.
    pub email: String,
    /// The language of the mail.
    pub language: Language,
}

/// An invitation that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Invitation {
    /// Identifier, a UUID.
    pub id: String,
    /// E-mail address.
    pub email: String,
    /// When it was sent.
    pub created_ms: i64,
    /// Until when its link works.
    pub expires_ms: i64,
    /// When it was accepted.
    pub accepted_ms: Option<i64>,
    /// The whole link. Only told when it is made: afterwards nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The other advisors of the firm.
pub type Colleagues = Vec<AdvisorCard>;

/// Something that could not be delivered after many attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeadLetter {
    /// Identifier, a UUID.
    pub id: String,
    /// `mail` or `event`.
    pub channel: String,
    /// What it says, such as `meeting_confirmed`.
    pub kind: String,
    /// When it was written.
    pub created_ms: i64,
    /// When it was given up.
    pub dead_ms: i64,
    /// How often it was tried.
    pub attempts: u32,
    /// What the last attempt failed with.
    pub error: String,
}
