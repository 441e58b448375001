//! Makes a mail of what the outbox holds: subject, text, HTML and, for a meeting, its calendar.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde_json::Value;
use wire::{Language, Place};

use super::words::{FOOT, GREETING, MONTHS, TEXTS, Texts, WEEKDAYS};
use crate::calendar::{self, Entry, Letter, Status};
use crate::meetings::calendar::{self as meeting, Version};
use crate::meetings::zones;
use crate::talks;

/// A mail, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// One line.
    pub subject: String,
    /// For those who read plain text.
    pub text: String,
    /// The same as HTML, without anything from elsewhere.
    pub html: String,
    /// A meeting for the reader's calendar: the method of its content type, and the text.
    pub calendar: Option<(&'static str, String)>,
}

/// Who writes, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// The firm's name in both languages, Chinese first.
    pub firm: [&'a str; 2],
    /// The firm's address.
    pub address: &'a str,
    /// Where people reach the server, without a slash at the end.
    pub public_url: &'a str,
}

impl<'a> Sender<'a> {
    const fn name(&self, language: Language) -> &'a str {
        match language {
            Language::Zh => self.firm[0],
            Language::En => self.firm[1],
        }
    }
}

/// Makes the mail of a kind for an address; none for a kind without texts.
#[must_use]
pub fn compose(
    kind: &str,
    to: &str,
    language: Language,
    payload: &Value,
    sender: &Sender,
) -> Option<Composed> {
    let texts = TEXTS.iter().find(|texts| texts.kind == kind)?;
    let filler = Filler::new(language, payload, sender);
    let paragraphs = paragraphs(texts, &filler);
    let link = link(texts, &filler, sender);
    let foot = filler.fill(FOOT.say(language)).unwrap_or_default();
    Some(Composed {
        subject: filler.fill(texts.subject.say(language)).unwrap_or_else(|| sender.name(language).to_owned()),
        text: as_text(&paragraphs, link.as_ref(), &foot),
        html: as_html(language, &paragraphs, link.as_ref(), &foot),
        calendar: calendar_of(to, language, payload, sender),
    })
}

fn paragraphs(texts: &Texts, filler: &Filler) -> Vec<String> {
    std::iter::once(&GREETING)
        .chain(texts.body)
        .filter_map(|words| filler.fill(words.say(filler.language)))
        .collect()
}

/// The button's words and its whole address.
fn link(texts: &Texts, filler: &Filler, sender: &Sender) -> Option<(String, String)> {
    let (words, path) = texts.link?;
    let path = filler.fill(path)?;
    Some((words.say(filler.language).to_owned(), format!("{}{path}", sender.public_url)))
}

/// Fills in the words in braces.
struct Filler {
    language: Language,
    words: BTreeMap<String, String>,
}

impl Filler {
    fn new(language: Language, payload: &Value, sender: &Sender) -> Self {
        let own = payload.as_object().into_iter().flatten();
        let mut words: BTreeMap<String, String> =
            own.filter_map(|(key, value)| Some((key.clone(), one_line(value.as_str()?)))).collect();
        words.insert("firm".to_owned(), sender.name(language).to_owned());
        words.insert("time".to_owned(), time_of(language, payload).unwrap_or_default());
        let place = payload.get("place").and_then(Value::as_str).and_then(Place::of_key);
        let place = place.map(|place| meeting::place(place).say(language).to_owned());
        words.insert("place".to_owned(), place.unwrap_or_default());
        Self { language, words }
    }

    /// The text with its braces filled; none where one of them has nothing to be filled with.
    fn fill(&self, text: &str) -> Option<String> {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (key, after) = after.split_once('}')?;
            let word = self.words.get(key).filter(|word| !word.is_empty())?;
            filled.push_str(before);
            filled.push_str(word);
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }
}

/// Words that somebody typed become one line: a subject has no second one.
fn one_line(text: &str) -> String {
    text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The begin of the meeting on the reader's clock, and on the other's where it differs.
fn time_of(language: Language, payload: &Value) -> Option<String> {
    let start_ms = payload.get("start_ms")?.as_i64()?;
    let zone_of = |key: &str| payload.get(key).and_then(Value::as_str);
    let on_clock = |name: &str| Some(zones::zone(name)?.to_datetime(zones::moment(start_ms)));
    let own = zone_of("zone")?;
    let first = on_clock(own)?;
    let other = zone_of("other_zone").filter(|other| *other != own);
    let second = other.and_then(|name| Some((on_clock(name)?, name))).filter(|(second, _)| *second != first);
    let told = told(language, first, own);
    Some(match second {
        Some((second, name)) => format!("{told} = {}", self::told(language, second, name)),
        None => told,
    })
}

fn told(language: Language, time: DateTime, zone: &str) -> String {
    let day = usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or(0);
    let weekday = WEEKDAYS.get(day).map_or("", |words| words.say(language));
    let clock = time.strftime("%H:%M");
    let (year, month, day) = (time.year(), time.month(), time.day());
    match language {
        Language::Zh => format!("{year}年{month}月{day}日{weekday} {clock}（{zone}）"),
        Language::En => {
            let month = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
            format!("{weekday} {day} {month} {year}, {clock} ({zone})")
        }
    }
}

/// The meeting or talk for the reader's calendar, where the payload has an `ics`: `request` or `cancel`.
fn calendar_of(
    to: &str,
    language: Language,
    payload: &Value,
    sender: &Sender,
) -> Option<(&'static str, String)> {
    let (entry, path) = match payload.get("talk_id") {
        Some(_) => (talk_entry(payload)?, "/learn/talks"),
        None => (meeting_entry(language, payload)?, "/meetings"),
    };
    let url = format!("{}{path}", sender.public_url);
    let letter = Letter { firm: sender.name(language), organizer: sender.address, attendee: to, url: &url };
    Some((calendar::method(&entry), calendar::message(&entry, &letter)))
}

fn text<'a>(payload: &'a Value, key: &str) -> Option<&'a str> {
    payload.get(key).and_then(Value::as_str)
}

fn number(payload: &Value, key: &str) -> Option<i64> {
    payload.get(key).and_then(Value::as_i64)
}

/// Whether the event takes place; none where no calendar goes with the mail.
fn status(payload: &Value) -> Option<Status> {
    match text(payload, "ics")? {
        "cancel" => Some(Status::Cancelled),
        "request" => Some(Status::Agreed),
        _ => None,
    }
}

fn meeting_entry(language: Language, payload: &Value) -> Option<Entry> {
    let version = Version {
        id: text(payload, "meeting_id")?.to_owned(),
        sequence: number(payload, "sequence")?,
        start_ms: number(payload, "start_ms")?,
        end_ms: number(payload, "end_ms")?,
        stamp_ms: number(payload, "stamp_ms")?,
        with: one_line(text(payload, "with")?),
        place: text(payload, "place").and_then(Place::of_key)?,
        status: status(payload)?,
    };
    Some(version.entry(language))
}

/// A seat at a talk.
fn talk_entry(payload: &Value) -> Option<Entry> {
    Some(Entry {
        uid: talks::uid(text(payload, "talk_id")?),
        sequence: number(payload, "sequence")?,
        start_ms: number(payload, "start_ms")?,
        end_ms: number(payload, "end_ms")?,
        stamp_ms: number(payload, "stamp_ms")?,
        title: one_line(text(payload, "title")?),
        place: one_line(text(payload, "where")?),
        about: String::new(),
        status: status(payload)?,
        private: false,
    })
}

fn as_text(paragraphs: &[String], link: Option<&(String, String)>, foot: &str) -> String {
    let link = link.map(|(words, url)| format!("{words}:\n{url}"));
    let parts = paragraphs.iter().cloned().chain(link).chain([format!("--\n{foot}")]);
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn as_html(language: Language, paragraphs: &[String], link: Option<&(String, String)>, foot: &str) -> String {
    let paragraphs =
        paragraphs.iter().map(|text| format!("<p>{}</p>\n", escaped(text))).collect::<Vec<_>>().concat();
    let link = link.map_or_else(String::new, |(words, url)| {
        format!("<p><a href=\"{}\" style=\"{BUTTON}\">{}</a></p>\n", escaped(url), escaped(words))
    });
    format!(
        "<!doctype html>\n<html lang=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n\
         <body style=\"{BODY}\">\n{paragraphs}{link}<hr style=\"border:0;border-top:1px solid #ccc\">\n\
         <p style=\"font-size:13px;color:#555\">{}</p>\n</body></html>\n",
        language.tag(),
        escaped(foot)
    )
}

/// Mail programs read no stylesheets, so the little that is styled stands in the tags.
const BODY: &str = "font:16px/1.6 system-ui,sans-serif;max-width:36em;margin:24px auto;padding:0 16px";
const BUTTON: &str = "display:inline-block;padding:10px 20px;border-radius:6px;background:#1f5c46;color:#fff;text-decoration:none";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests;
