//! Events as iCalendar texts (RFC 5545, RFC 5546): for a mail, for a private feed, for a file.
//!
//! Times are written in UTC, which every calendar shows on its owner's own clock.

use chrono::DateTime;
use icalendar::{Calendar, Component, Event, EventLike, Parameter, Property};

use crate::meetings::zones;

/// The media type of all of them.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// What a calendar says about an event, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A name that no other event has; the same for every version.
    pub uid: String,
    /// Grows with every version.
    pub sequence: i64,
    /// Begin.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// When this version was made.
    pub stamp_ms: i64,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: String,
    /// What it is about; may be empty.
    pub about: String,
    /// Whether it takes place.
    pub status: Status,
    /// Who shares the calendar sees only that the time is taken.
    pub private: bool,
}

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Agreed,
    /// Its time is held.
    Held,
    /// It was called off.
    Cancelled,
}

/// Who sends it, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter<'a> {
    /// The firm's name.
    pub firm: &'a str,
    /// The firm's address, which organizes.
    pub organizer: &'a str,
    /// The reader's address.
    pub attendee: &'a str,
    /// The page of the app that shows it; may be empty.
    pub url: &'a str,
}

/// A time with its offset, such as `2026-12-12T14:00:00+08:00`, in milliseconds since 1970; none for other
/// text.
#[must_use]
pub fn moment_ms(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|time| time.timestamp_millis())
}

/// An event for a mail: a request, or its cancellation.
#[must_use]
pub fn message(entry: &Entry, letter: &Letter) -> String {
    let mut calendar = empty(letter.firm, method(entry));
    let mut event = event(entry, letter.url);
    event.append_property(with("ORGANIZER", mailto(letter.organizer), &[("CN", letter.firm)]));
    let invited = [("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "ACCEPTED")];
    event.append_property(with("ATTENDEE", mailto(letter.attendee), &invited));
    calendar.push(event.done());
    calendar.done().to_string()
}

/// The method of a mail's event: `REQUEST` or `CANCEL`.
#[must_use]
pub const fn method(entry: &Entry) -> &'static str {
    match entry.status {
        Status::Cancelled => "CANCEL",
        Status::Agreed | Status::Held => "REQUEST",
    }
}

/// Events for a feed that a calendar asks for again and again.
#[must_use]
pub fn feed(entries: &[Entry], letter: &Letter) -> String {
    let mut calendar = empty(letter.firm, "PUBLISH");
    calendar.append_property(with("REFRESH-INTERVAL", "PT1H", &[("VALUE", "DURATION")]));
    calendar.name(letter.firm);
    for entry in entries {
        calendar.push(event(entry, letter.url));
    }
    calendar.done().to_string()
}

/// One event that anybody may put into their calendar.
#[must_use]
pub fn file(entry: &Entry, firm: &str) -> String {
    let mut calendar = empty(firm, "PUBLISH");
    calendar.push(event(entry, ""));
    calendar.done().to_string()
}

/// A property with parameters.
fn with(key: &str, value: impl Into<String>, parameters: &[(&str, &str)]) -> Property {
    let mut property = Property::new(key, value);
    for (key, value) in parameters {
        property.append_parameter(Parameter::new(key, value));
    }
    property
}

fn mailto(address: &str) -> String {
    format!("mailto:{address}")
}

fn empty(firm: &str, method: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", format!("-//{firm}//Evergreen//EN").as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", method));
    calendar
}

fn event(entry: &Entry, url: &str) -> Event {
    let status = match entry.status {
        Status::Cancelled => "CANCELLED",
        Status::Agreed => "CONFIRMED",
        Status::Held => "TENTATIVE",
    };
    let mut event = Event::new();
    event
        .uid(&entry.uid)
        .summary(&entry.title)
        .location(&entry.place)
        .add_property("DTSTAMP", utc(entry.stamp_ms))
        .add_property("DTSTART", utc(entry.start_ms))
        .add_property("DTEND", utc(entry.end_ms))
        .add_property("SEQUENCE", entry.sequence.to_string())
        .add_property("STATUS", status)
        .add_property("TRANSP", "OPAQUE")
        .add_property("CLASS", if entry.private { "PRIVATE" } else { "PUBLIC" });
    if !entry.about.is_empty() {
        event.description(&entry.about);
    }
    if !url.is_empty() {
        event.append_property(with("URL", url, &[("VALUE", "URI")]));
    }
    event.done()
}

/// A time such as `20261201T013000Z`.
fn utc(ms: i64) -> String {
    zones::moment(ms).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            uid: "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90@evergreen".to_owned(),
            sequence: 2,
            start_ms: 1_796_088_600_000,
            end_ms: 1_796_091_300_000,
            stamp_ms: 1_795_579_200_000,
            title: "与陈岚, 高级顾问面谈".to_owned(),
            place: "视频".to_owned(),
            about: String::new(),
            status: Status::Agreed,
            private: true,
        }
    }

    const LETTER: Letter = Letter {
        firm: "常青证券",
        organizer: "service@example.com",
        attendee: "li.wei@example.com",
        url: "https://plan.example.com/meetings",
    };

    /// The lines of a text, folded ones put together again.
    fn lines(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(lines: &[String], expected: &str) {
        assert!(lines.iter().any(|line| line == expected), "{expected} is not in {lines:#?}");
    }

    #[test]
    fn an_event_is_a_request_with_its_times_in_utc() {
        let lines = lines(&message(&entry(), &LETTER));

        for expected in [
            "METHOD:REQUEST",
            "DTSTART:20261201T013000Z",
            "DTEND:20261201T021500Z",
            "DTSTAMP:20261125T040000Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "CLASS:PRIVATE",
            "UID:019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90@evergreen",
            "SUMMARY:与陈岚\\, 高级顾问面谈",
        ] {
            check(&lines, expected);
        }
    }

    #[test]
    fn an_event_that_was_called_off_is_a_cancellation_of_the_same() {
        let lines = lines(&message(&Entry { status: Status::Cancelled, sequence: 3, ..entry() }, &LETTER));

        for expected in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3"] {
            check(&lines, expected);
        }
        check(&lines, "UID:019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90@evergreen");
    }

    #[test]
    fn every_line_is_short_and_ends_as_the_rules_ask() {
        let long = Entry { title: "陈岚".repeat(40), about: "讲座内容，".repeat(40), ..entry() };
        for text in [message(&long, &LETTER), file(&long, "常青证券")] {
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            assert!(text.ends_with("END:VCALENDAR\r\n"));
        }
    }

    #[test]
    fn a_feed_holds_every_event() {
        let other = Entry { uid: "another".to_owned(), status: Status::Held, ..entry() };
        let lines = lines(&feed(&[entry(), other], &LETTER));

        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
        check(&lines, "METHOD:PUBLISH");
        check(&lines, "STATUS:TENTATIVE");
    }

    #[test]
    fn a_file_invites_nobody() {
        let text = file(&Entry { private: false, ..entry() }, "常青证券");

        assert!(!text.contains("ATTENDEE") && !text.contains("URL"), "{text}");
        check(&lines(&text), "CLASS:PUBLIC");
    }

    #[test]
    fn a_moment_has_its_offset() {
        assert_eq!(moment_ms("2026-12-01T09:30:00+08:00"), Some(1_796_088_600_000));
        assert_eq!(moment_ms("2026-12-01T09:30"), None);
    }
}
