//! What calendars say about a meeting. What it is about stays in the app: calendars are read by others.

use wire::{Language, Place};

use crate::calendar::{Entry, Status};
use crate::words::Words;

/// A version of a meeting, for whoever reads it in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Identifier of the meeting.
    pub id: String,
    /// Grows with every version.
    pub sequence: i64,
    /// Begin.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// When this version was made.
    pub stamp_ms: i64,
    /// Whom the reader meets.
    pub with: String,
    /// How they meet.
    pub place: Place,
    /// Whether both agreed, or it was called off.
    pub status: Status,
}

impl Version {
    /// In a language.
    #[must_use]
    pub fn entry(&self, language: Language) -> Entry {
        let title = match language {
            Language::Zh => format!("与{}面谈", self.with),
            Language::En => format!("Meeting with {}", self.with),
        };
        Entry {
            uid: format!("{}@evergreen", self.id),
            sequence: self.sequence,
            start_ms: self.start_ms,
            end_ms: self.end_ms,
            stamp_ms: self.stamp_ms,
            title,
            place: place(self.place).say(language).to_owned(),
            about: String::new(),
            status: self.status,
            private: true,
        }
    }
}

/// How they meet, in a word.
#[must_use]
pub const fn place(place: Place) -> Words {
    match place {
        Place::Branch => Words::new("营业部", "At the branch"),
        Place::Phone => Words::new("电话", "By telephone"),
        Place::Video => Words::new("视频", "By video"),
    }
}
