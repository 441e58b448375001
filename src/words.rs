//! Every sentence, Chinese and English side by side.
//!
//! A sentence is a plain function of [`Lang`], so that a missing text does not compile. What a
//! firm says itself (questions, names, disclosures) comes from its data through [`Lang::of`].

use planner::firm::Text;
use serde::{Deserialize, Serialize};

pub mod account;
pub mod allocation;
pub mod app;
pub mod change;
pub mod charts;
pub mod dashboard;
pub mod desk;
pub mod discover;
pub mod fees;
pub mod fields;
pub mod frontier;
pub mod goals;
pub mod home;
pub mod learn;
pub mod meetings;
pub mod method;
pub mod present;
pub mod problems;
pub mod products;
pub mod profile;
pub mod refusal;
pub mod report;
pub mod retirement;
pub mod scenario;
pub mod settings;
pub mod staff;
pub mod stress;
#[cfg(debug_assertions)]
pub mod styleguide;
pub mod sync;
pub mod upkeep;
pub mod verify;
pub mod ways;
pub mod why;
pub mod zone;

/// The language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// One of two texts.
    #[must_use]
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A text of the firm's data.
    #[must_use]
    pub fn of(self, text: &Text) -> &str {
        self.pick(&text.zh, &text.en)
    }

    /// The BCP 47 tag, for `<html lang>` and `Intl`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        self.pick("中文", "English")
    }
}
