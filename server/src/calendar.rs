//! Events as calendar files (RFC 5545).

use chrono::{DateTime, Duration, FixedOffset, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

/// The media type of a calendar file.
pub(crate) const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// An event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'a> {
    /// A name that no other event has.
    pub(crate) uid: &'a str,
    /// When it begins.
    pub(crate) start: DateTime<FixedOffset>,
    /// How long it takes, in minutes.
    pub(crate) minutes: u32,
    /// What it is.
    pub(crate) title: &'a str,
    /// Where it is.
    pub(crate) place: &'a str,
    /// What it is about.
    pub(crate) about: &'a str,
}

/// A time with its offset, such as `2026-12-12T14:00:00+08:00`; none for other text.
#[must_use]
pub(crate) fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// A calendar with one event. Times are in UTC, which every calendar shows in its own zone.
///
/// The stamp is the start: the file is then the same whenever it is made.
#[must_use]
pub(crate) fn file(entry: Entry) -> String {
    let start = entry.start.with_timezone(&Utc);
    let event = Event::new()
        .uid(entry.uid)
        .timestamp(start)
        .starts(start)
        .ends(start + Duration::minutes(i64::from(entry.minutes)))
        .summary(entry.title)
        .location(entry.place)
        .description(entry.about)
        .done();
    Calendar::new().push(event).done().to_string()
}
