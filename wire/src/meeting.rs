//! Meetings: asked for, confirmed, held, and what came of them.

use serde::{Deserialize, Serialize};

use crate::keyed::keyed;
use crate::{AdvisorCard, Expert, Text};

keyed! {
    /// Why a meeting is asked for.
    Topic {
        /// The zone of retirement changed.
        ZoneCrossed = "zone_crossed",
        /// The plan shows a gap.
        GapFound = "gap_found",
        /// A product above the own class, which the portal never sells.
        ProductAboveClass = "product_above_class",
        /// The yearly look at everything.
        AnnualReview = "annual_review",
        /// A life goal.
        Goal = "goal",
        /// Anything else, in own words.
        Own = "own",
    }
}

keyed! {
    /// What a meeting is about, within its topic.
    MeetingSubject {
        /// Retirement.
        Retirement = "retirement",
        /// The mix of assets.
        Allocation = "allocation",
        /// The emergency reserve.
        Reserve = "reserve",
        /// Cover of lives, incomes and health.
        Protection = "protection",
        /// Loans.
        Loan = "loan",
        /// A home.
        Home = "home",
        /// Education.
        Education = "education",
        /// What is passed on.
        Estate = "estate",
        /// Taxes.
        Tax = "tax",
        /// A product.
        Product = "product",
        /// A product for qualified investors.
        Alternatives = "alternatives",
        /// Cash and larger household affairs.
        Cash = "cash",
    }
}

keyed! {
    /// How they meet.
    Place {
        /// At the branch.
        Branch = "branch",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

keyed! {
    /// Where a meeting stands.
    MeetingState {
        /// The client asked; the advisor has to answer.
        Requested = "requested",
        /// The advisor offered another time; the client has to answer.
        Offered = "offered",
        /// Both agreed.
        Confirmed = "confirmed",
        /// It took place.
        Held = "held",
        /// The advisor said no, with a reason.
        Declined = "declined",
        /// One of the two called it off.
        Cancelled = "cancelled",
    }
}

keyed! {
    /// One of the two who meet.
    Side {
        /// The client.
        Client = "client",
        /// The advisor, or the deputy.
        Advisor = "advisor",
    }
}

/// A time that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Begin.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// Whom they would meet: an identifier in [`Slots::advisors`].
    pub advisor_id: String,
}

/// The times that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slots {
    /// The own advisor, and who stands in for them.
    pub advisors: Vec<AdvisorCard>,
    /// The times, earliest first.
    pub slots: Vec<Slot>,
}

/// Asks for a meeting. Sent with an `Idempotency-Key`, it can be sent again without harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// Why.
    pub topic: Topic,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<MeetingSubject>,
    /// Name of the product or goal that it is about, at most 120 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// In own words, at most 2,000 characters; may be empty.
    #[serde(default)]
    pub words: String,
    /// How they meet.
    pub place: Place,
    /// Begin of the slot.
    pub start_ms: i64,
    /// IANA name of the client's time zone, such as `America/Toronto`.
    pub time_zone: String,
}

/// One point of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaPoint {
    /// What is talked about.
    pub text: Text,
    /// The page of the app that shows it, such as `/retirement`; may be empty.
    pub path: String,
}

/// Something that was agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Identifier, a UUID.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub side: Side,
    /// When it was done.
    pub done_ms: Option<i64>,
}

/// What the client thought of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// "I understood my plan", 1 for not at all to 5.
    pub understood: u8,
    /// "The meeting helped me", 1 for not at all to 5.
    pub helped: u8,
    /// In own words, at most 2,000 characters; may be empty.
    #[serde(default)]
    pub words: String,
}

/// One step in the life of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeetingStep {
    /// When.
    pub at_ms: i64,
    /// Who.
    pub side: Side,
    /// Where it stood after it.
    pub state: MeetingState,
    /// The begin of the meeting after it.
    pub start_ms: i64,
    /// Why; may be empty.
    pub reason: String,
}

/// A meeting, as both who meet see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Identifier, a UUID.
    pub id: String,
    /// Where it stands.
    pub state: MeetingState,
    /// Begin.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// Whom the client meets.
    pub advisor: AdvisorCard,
    /// Identifier of the client's account.
    pub client_id: String,
    /// The client's name.
    pub client_name: String,
    /// IANA name of the client's time zone.
    pub client_zone: String,
    /// Why.
    pub topic: Topic,
    /// What it is about.
    pub subject: Option<MeetingSubject>,
    /// Name of the product or goal that it is about; may be empty.
    pub name: String,
    /// In the client's own words; may be empty.
    pub words: String,
    /// How they meet.
    pub place: Place,
    /// What will be talked about, from the client's plan.
    pub agenda: Vec<AgendaPoint>,
    /// Whom the advisor may bring in.
    pub experts: Vec<Expert>,
    /// What happened to it, oldest first.
    pub steps: Vec<MeetingStep>,
    /// What came of it; empty before the advisor wrote it.
    pub summary: String,
    /// What was agreed on.
    pub tasks: Vec<Task>,
    /// What the client thought of it.
    pub feedback: Option<Feedback>,
}

/// What one of the two does with a meeting.
///
/// `start_ms` is the time that they saw: it is refused if the meeting was moved meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum MeetingAct {
    /// The advisor takes the time that was asked for.
    Confirm {
        /// The time they saw.
        start_ms: i64,
    },
    /// The client takes the time that was offered.
    Accept {
        /// The time they saw.
        start_ms: i64,
    },
    /// The advisor offers another time.
    Offer {
        /// Begin of the new slot.
        start_ms: i64,
        /// Why, at most 500 characters.
        reason: String,
    },
    /// The client asks for another time.
    Reschedule {
        /// Begin of the new slot.
        start_ms: i64,
        /// Why, at most 500 characters; may be empty.
        #[serde(default)]
        reason: String,
    },
    /// The advisor says no.
    Decline {
        /// Why, at most 500 characters.
        reason: String,
    },
    /// One of the two calls it off.
    Cancel {
        /// Why, at most 500 characters; the advisor has to give one.
        #[serde(default)]
        reason: String,
    },
    /// The advisor says that it took place.
    Hold,
}

/// What came of a meeting, as the advisor writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// At most 4,000 characters.
    pub summary: String,
    /// What was agreed on, at most 20; replaces those that are not done yet.
    pub tasks: Vec<NewTask>,
}

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTask {
    /// At most 300 characters.
    pub text: String,
    /// Who does it.
    pub side: Side,
}

/// Ticks something off, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// It is done.
    pub done: bool,
}

/// The private calendar feed of whoever asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarFeed {
    /// When its link was made; none without a link.
    pub created_ms: Option<i64>,
    /// The whole link. Only told when it is made: afterwards nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
