//! Meetings as iCalendar texts (RFC 5545, RFC 5546): for a mail, and for a private feed.
//!
//! Times are written in UTC, which every calendar shows on its owner's own clock.

use icalendar::{Calendar, Component, Event, EventLike, Parameter, Property};
use wire::{Language, Place};

use super::zones;
use crate::words::Words;

/// What a calendar says about a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identifier; the same for every version.
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
    /// It was called off.
    pub cancelled: bool,
    /// Both agreed; otherwise it is only held.
    pub agreed: bool,
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
    /// The reader's language.
    pub language: Language,
    /// The page of the app that shows it.
    pub url: &'a str,
}

/// The media type of both.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// A meeting for a mail: a request, or its cancellation.
#[must_use]
pub fn message(entry: &Entry, letter: &Letter) -> String {
    let method = if entry.cancelled { "CANCEL" } else { "REQUEST" };
    let mut calendar = empty(letter.firm);
    calendar.append_property(("METHOD", method));
    let mut event = event(entry, letter);
    event.append_property(with("ORGANIZER", mailto(letter.organizer), &[("CN", letter.firm)]));
    let invited = [("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "ACCEPTED")];
    event.append_property(with("ATTENDEE", mailto(letter.attendee), &invited));
    calendar.push(event.done());
    calendar.done().to_string()
}

/// Meetings for a feed that a calendar asks for again and again.
#[must_use]
pub fn feed(entries: &[Entry], letter: &Letter) -> String {
    let mut calendar = empty(letter.firm);
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.append_property(with("REFRESH-INTERVAL", "PT1H", &[("VALUE", "DURATION")]));
    calendar.name(letter.firm);
    for entry in entries {
        calendar.push(event(entry, letter));
    }
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

fn empty(firm: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", format!("-//{firm}//Evergreen//EN").as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar
}

fn event(entry: &Entry, letter: &Letter) -> Event {
    let title = title(letter.language, &entry.with);
    let status = match (entry.cancelled, entry.agreed) {
        (true, _) => "CANCELLED",
        (false, true) => "CONFIRMED",
        (false, false) => "TENTATIVE",
    };
    let mut event = Event::new();
    event
        .uid(&format!("{}@evergreen", entry.id))
        .summary(&title)
        .location(place(entry.place).say(letter.language))
        .add_property("DTSTAMP", utc(entry.stamp_ms))
        .add_property("DTSTART", utc(entry.start_ms))
        .add_property("DTEND", utc(entry.end_ms))
        .add_property("SEQUENCE", entry.sequence.to_string())
        .add_property("STATUS", status)
        .add_property("TRANSP", "OPAQUE")
        .add_property("CLASS", "PRIVATE");
    if !letter.url.is_empty() {
        event.append_property(with("URL", letter.url, &[("VALUE", "URI")]));
    }
    event.done()
}

/// What the event is called. What it is about stays in the app: calendars are read by others.
fn title(language: Language, with: &str) -> String {
    match language {
        Language::Zh => format!("与{with}面谈"),
        Language::En => format!("Meeting with {with}"),
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

/// A time such as `20261201T013000Z`.
fn utc(ms: i64) -> String {
    zones::moment(ms).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            id: "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90".to_owned(),
            sequence: 2,
            start_ms: 1_796_088_600_000,
            end_ms: 1_796_091_300_000,
            stamp_ms: 1_795_579_200_000,
            with: "陈岚, 高级顾问".to_owned(),
            place: Place::Video,
            cancelled: false,
            agreed: true,
        }
    }

    const LETTER: Letter = Letter {
        firm: "常青证券",
        organizer: "service@example.com",
        attendee: "li.wei@example.com",
        language: Language::Zh,
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
    fn a_meeting_is_a_request_with_its_times_in_utc() {
        let lines = lines(&message(&entry(), &LETTER));

        for expected in [
            "METHOD:REQUEST",
            "DTSTART:20261201T013000Z",
            "DTEND:20261201T021500Z",
            "DTSTAMP:20261125T040000Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "UID:019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90@evergreen",
            "SUMMARY:与陈岚\\, 高级顾问面谈",
        ] {
            check(&lines, expected);
        }
    }

    #[test]
    fn a_meeting_that_was_called_off_is_a_cancellation_of_the_same_event() {
        let lines = lines(&message(&Entry { cancelled: true, sequence: 3, ..entry() }, &LETTER));

        for expected in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3"] {
            check(&lines, expected);
        }
        check(&lines, "UID:019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90@evergreen");
    }

    #[test]
    fn every_line_is_short_and_ends_as_the_rules_ask() {
        let long = Entry { with: "陈岚".repeat(40), ..entry() };
        let text = message(&long, &LETTER);

        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn a_feed_holds_every_meeting() {
        let other = Entry { id: "another".to_owned(), agreed: false, ..entry() };
        let lines = lines(&feed(&[entry(), other], &LETTER));

        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
        check(&lines, "METHOD:PUBLISH");
        check(&lines, "STATUS:TENTATIVE");
    }
}
