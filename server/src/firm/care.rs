//! How a firm looks after its clients: `service.toml` and `experts.toml`.
//!
//! The planner knows nothing of it, so it is checked here.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use planner::firm::shelf::Wording;
use planner::firm::{SCHEMA, Text};
use planner::wording;
use serde::Deserialize;
use wire::{ExpertKind, Language, MeetingSubject, Topic};

use super::Fault;
use crate::meetings::zones;

/// A slot begins and ends at a multiple of so many minutes since 1970.
pub const GRAIN_MINUTES: i64 = 15;

/// How clients are looked after, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Care {
    /// Tiers, meetings, what a new advisor begins with.
    pub service: Service,
    /// Whom an advisor brings in.
    pub experts: Experts,
}

/// `service.toml`
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of these rules, `YYYY-MM-DD`.
    pub dated: String,
    /// The tiers, the usual one first.
    pub tier: Vec<Tier>,
    /// When a client needs attention.
    pub attention: AttentionPolicy,
    /// Lengths and limits of meetings.
    pub meeting: MeetingPolicy,
    /// What a new advisor begins with.
    pub advisor: NewAdvisor,
}

/// A tier of service.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Its name in the data, such as `companion`.
    pub id: String,
    /// What clients read.
    pub name: Text,
    /// What they may expect, in plain words.
    pub promise: Text,
    /// Longest time between two contacts, in days.
    pub contact_days: u32,
}

/// When a client needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttentionPolicy {
    /// Days within which a client in the red zone is called.
    pub red_days: u32,
    /// Days before its end from which an assessment is spoken of.
    pub expiry_days: u32,
}

/// Lengths and limits of meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingPolicy {
    /// Length, in minutes.
    pub minutes: u32,
    /// Kept free after each, in minutes.
    pub buffer_minutes: u32,
    /// A new slot begins so often, in minutes.
    pub step_minutes: u32,
    /// Hours from now to the first slot.
    pub notice_hours: u32,
    /// Days from now to the last slot.
    pub horizon_days: u32,
    /// Hours from the reminder to the meeting.
    pub reminder_hours: u32,
    /// Meetings that one client may have ahead at once.
    pub open_requests: u32,
}

/// What a new advisor begins with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewAdvisor {
    /// IANA name of a time zone.
    pub time_zone: String,
    /// Most clients.
    pub capacity: u32,
    /// Languages that are spoken.
    pub languages: Vec<Language>,
    /// Weekly hours.
    pub hours: Vec<OfficeHours>,
}

/// Hours of several days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeHours {
    /// Days, 1 for Monday to 7.
    pub days: Vec<u8>,
    /// Begin, `HH:MM`.
    pub from: String,
    /// End, `HH:MM`, up to `24:00`.
    pub until: String,
}

impl OfficeHours {
    /// Begin and end in minutes since midnight, 0 to 1440; none where one of them is not a time.
    #[must_use]
    pub fn minutes(&self) -> Option<(i64, i64)> {
        Some((minute_of(&self.from)?, minute_of(&self.until)?))
    }
}

/// Minutes since midnight of `HH:MM`, 0 to 1440.
#[must_use]
pub fn minute_of(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 || !text.bytes().all(|byte| byte == b':' || byte.is_ascii_digit())
    {
        return None;
    }
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && hour * 60 + minute <= 1440).then_some(hour * 60 + minute)
}

/// `experts.toml`
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experts {
    /// Version of this file's form.
    pub schema: u32,
    /// Day of the file, `YYYY-MM-DD`.
    pub dated: String,
    /// The experts, in the order in which they are shown.
    pub expert: Vec<Expert>,
}

/// An expert.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expert {
    /// The field.
    pub kind: ExpertKind,
    /// Name or role.
    pub name: Text,
    /// What they help with.
    pub helps: Text,
    /// When they are brought in: topics, and what a meeting is about.
    pub topics: Vec<String>,
}

impl Service {
    /// A tier by its id; the usual one where the firm no longer has it.
    #[must_use]
    pub fn tier(&self, id: &str) -> &Tier {
        let found = self.tier.iter().find(|tier| tier.id == id);
        #[expect(clippy::indexing_slicing, reason = "`check` refuses a firm without a tier")]
        found.unwrap_or(&self.tier[0])
    }
}

impl Experts {
    /// Who is brought in for a topic and what it is about, in the order of the file.
    pub fn for_topic(&self, topic: Topic, about: Option<MeetingSubject>) -> impl Iterator<Item = &Expert> {
        let keys = [Some(topic.key()), about.map(MeetingSubject::key)];
        self.expert.iter().filter(move |expert| {
            keys.iter().flatten().any(|key| expert.topics.iter().any(|topic| topic == key))
        })
    }
}

impl Care {
    /// Checks both files.
    ///
    /// # Errors
    ///
    /// Every fault, in the order of the files.
    pub fn check(service: Service, experts: Experts, wording: &Wording) -> Result<Self, Vec<Fault>> {
        let faults = [check_service(&service, wording), check_experts(&experts, wording)].concat();
        if faults.is_empty() { Ok(Self { service, experts }) } else { Err(faults) }
    }
}

/// The faults of one file, gathered as it is read.
struct Sheet<'a> {
    file: &'static str,
    wording: &'a Wording,
    faults: Vec<Fault>,
}

impl Sheet<'_> {
    fn fault(&mut self, key: impl Into<String>, reason: impl Into<String>) {
        self.faults.push(Fault { file: self.file.to_owned(), key: key.into(), reason: reason.into() });
    }

    fn head(&mut self, schema: u32, dated: &str) {
        if schema != SCHEMA {
            self.fault("schema", format!("schema {schema} is not supported, must be {SCHEMA}"));
        }
        if dated.parse::<planner::day::Day>().is_err() {
            self.fault("dated", format!("must be a day such as 2026-11-22, is {dated}"));
        }
    }

    /// A sentence stands in both languages and promises nothing.
    fn text(&mut self, key: &str, text: &Text) {
        for (language, text) in [("zh", &text.zh), ("en", &text.en)] {
            let key = format!("{key}.{language}");
            if text.trim().is_empty() {
                self.fault(&key, "must not be empty");
            }
            for word in wording::screen(text, self.wording) {
                self.fault(&key, format!("must not say \"{word}\""));
            }
        }
    }

    fn range(&mut self, key: &str, value: u32, range: RangeInclusive<u32>) {
        if !range.contains(&value) {
            let (min, max) = range.into_inner();
            self.fault(key, format!("must be from {min} to {max}, is {value}"));
        }
    }

    /// Minutes that a calendar can hold.
    fn grains(&mut self, key: &str, value: u32, range: RangeInclusive<u32>) {
        self.range(key, value, range);
        if i64::from(value) % GRAIN_MINUTES != 0 {
            self.fault(key, format!("must be a multiple of {GRAIN_MINUTES}, is {value}"));
        }
    }
}

fn check_service(service: &Service, wording: &Wording) -> Vec<Fault> {
    let mut sheet = Sheet { file: "service.toml", wording, faults: Vec::new() };
    sheet.head(service.schema, &service.dated);
    check_tiers(&mut sheet, &service.tier);
    sheet.range("attention.red_days", service.attention.red_days, 1..=90);
    sheet.range("attention.expiry_days", service.attention.expiry_days, 1..=180);
    let meeting = &service.meeting;
    sheet.grains("meeting.minutes", meeting.minutes, 15..=240);
    sheet.grains("meeting.buffer_minutes", meeting.buffer_minutes, 0..=120);
    sheet.grains("meeting.step_minutes", meeting.step_minutes, 15..=240);
    sheet.range("meeting.notice_hours", meeting.notice_hours, 0..=336);
    sheet.range("meeting.horizon_days", meeting.horizon_days, 1..=180);
    sheet.range("meeting.reminder_hours", meeting.reminder_hours, 1..=168);
    sheet.range("meeting.open_requests", meeting.open_requests, 1..=20);
    check_advisor(&mut sheet, &service.advisor);
    sheet.faults
}

fn check_tiers(sheet: &mut Sheet, tiers: &[Tier]) {
    if tiers.is_empty() {
        sheet.fault("tier", "must hold 1 or more, holds 0");
    }
    let mut ids = BTreeSet::new();
    for (place, tier) in tiers.iter().enumerate() {
        let key = format!("tier[{place}]");
        if tier.id.trim().is_empty() {
            sheet.fault(format!("{key}.id"), "must not be empty");
        }
        if !ids.insert(&tier.id) {
            sheet.fault(format!("{key}.id"), format!("{} stands twice", tier.id));
        }
        sheet.text(&format!("{key}.name"), &tier.name);
        sheet.text(&format!("{key}.promise"), &tier.promise);
        sheet.range(&format!("{key}.contact_days"), tier.contact_days, 7..=731);
    }
}

fn check_advisor(sheet: &mut Sheet, advisor: &NewAdvisor) {
    if zones::zone(&advisor.time_zone).is_none() {
        sheet.fault("advisor.time_zone", format!("must be an IANA time zone, is {}", advisor.time_zone));
    }
    sheet.range("advisor.capacity", advisor.capacity, 1..=10_000);
    if advisor.languages.is_empty() {
        sheet.fault("advisor.languages", "must hold 1 or more, holds 0");
    }
    for (place, hours) in advisor.hours.iter().enumerate() {
        let key = format!("advisor.hours[{place}]");
        if hours.days.is_empty() || !hours.days.iter().all(|day| (1..=7).contains(day)) {
            sheet.fault(format!("{key}.days"), "must hold days from 1 to 7");
        }
        match hours.minutes() {
            None => sheet.fault(&key, "must have from and until such as 09:30"),
            Some((from, until)) if until <= from => sheet.fault(format!("{key}.until"), "must be after from"),
            Some(_) => {}
        }
    }
}

fn check_experts(experts: &Experts, wording: &Wording) -> Vec<Fault> {
    let mut sheet = Sheet { file: "experts.toml", wording, faults: Vec::new() };
    sheet.head(experts.schema, &experts.dated);
    for kind in ExpertKind::ALL {
        let count = experts.expert.iter().filter(|expert| expert.kind == kind).count();
        if count == 0 {
            sheet.fault("expert", format!("must hold one of kind {}", kind.key()));
        }
    }
    let known: Vec<&str> = Topic::ALL
        .into_iter()
        .map(Topic::key)
        .chain(MeetingSubject::ALL.into_iter().map(MeetingSubject::key))
        .collect();
    for (place, expert) in experts.expert.iter().enumerate() {
        let key = format!("expert[{place}]");
        sheet.text(&format!("{key}.name"), &expert.name);
        sheet.text(&format!("{key}.helps"), &expert.helps);
        for topic in expert.topics.iter().filter(|topic| !known.contains(&topic.as_str())) {
            sheet.fault(format!("{key}.topics"), format!("{topic} does not exist"));
        }
    }
    sheet.faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_two_digits_each() {
        assert_eq!(minute_of("09:30"), Some(570));
        assert_eq!(minute_of("24:00"), Some(1440));
        for text in ["9:30", "24:15", "12:60", "noon", "+1:00", ""] {
            assert_eq!(minute_of(text), None, "{text}");
        }
    }
}
