//! Who looks after a client: the advisor for life, the deputy, the expert team, the household.

pub mod advisor;
pub mod assign;
pub mod availability;
pub mod client;
pub mod departure;
pub mod hand_over;
pub mod household;
pub mod invitation;
pub mod records;

use wire::{Expert, Text, Tier};

use crate::firm::care;

/// A sentence of the firm, as it is sent.
#[must_use]
pub fn text(text: &planner::firm::Text) -> Text {
    Text { zh: text.zh.clone(), en: text.en.clone() }
}

/// An expert, as sent.
#[must_use]
pub fn expert(expert: &care::Expert) -> Expert {
    Expert { kind: expert.kind, name: text(&expert.name), helps: text(&expert.helps) }
}

/// A tier, as sent.
#[must_use]
pub fn tier(tier: &care::Tier) -> Tier {
    Tier { id: tier.id.clone(), name: text(&tier.name), promise: text(&tier.promise) }
}
