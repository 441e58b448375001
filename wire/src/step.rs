//! Steps of the main job that are counted, without anything about who took them.

use serde::{Deserialize, Serialize};

/// A step on the way from the first screen to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The first screen was opened.
    Opened,
    /// A first question was answered.
    FirstAnswer,
    /// Every question was answered.
    AllAnswered,
    /// The class was shown.
    ClassShown,
    /// A zone was shown.
    ZoneShown,
    /// A way to green was tried.
    WayTried,
    /// An account was opened.
    SignedUp,
    /// A plan was stored.
    PlanStored,
    /// A meeting was asked for.
    MeetingAsked,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 9] = [
        Self::Opened,
        Self::FirstAnswer,
        Self::AllAnswered,
        Self::ClassShown,
        Self::ZoneShown,
        Self::WayTried,
        Self::SignedUp,
        Self::PlanStored,
        Self::MeetingAsked,
    ];

    /// Its name in the address and in the counts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::FirstAnswer => "first_answer",
            Self::AllAnswered => "all_answered",
            Self::ClassShown => "class_shown",
            Self::ZoneShown => "zone_shown",
            Self::WayTried => "way_tried",
            Self::SignedUp => "signed_up",
            Self::PlanStored => "plan_stored",
            Self::MeetingAsked => "meeting_asked",
        }
    }
}
