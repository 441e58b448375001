//! When the advisor can be met: weekly hours, other days, times away, and what is kept free.

use leptos::prelude::*;
use wire::{Absence, AdvisorCard, Availability, DayException, Language, WeekHours};

use super::Desk;
use crate::api::{self, ApiError};
use crate::clock;
use crate::components::entry_field::EntryField;
use crate::components::pick_field::PickField;
use crate::components::section::{ruled_section, section};
use crate::components::tick_field::tick_field;
use crate::format::moment;
use crate::node::{El, Node, Text, el, kept, keyed};
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::words::{self, Lang};

/// Minutes that can be kept free after a meeting.
const BUFFERS: [u16; 5] = [0, 15, 30, 45, 60];

/// Minutes since midnight of a new entry: from nine to five.
const USUAL: [u16; 2] = [540, 1020];

/// What is typed, and what was saved.
#[derive(Clone, Copy, Debug)]
struct Writing {
    typed: RwSignal<Availability>,
    call: Call,
}

/// The hours of the advisor.
pub(super) fn hours(lang: Lang, desk: Desk) -> Node {
    let state = move || {
        let both = || async { Ok((api::desk::availability().await?, api::desk::colleagues().await?)) };
        Remote::new(desk.session, both)
    };
    kept("hours", state, move |known: Remote<(Availability, Vec<AdvisorCard>)>| {
        once_here(known, move |_, both| {
            let begin = {
                let typed = both.0.clone();
                move || Writing { typed: RwSignal::new(typed), call: Call::new(desk.session) }
            };
            kept("writing", begin, move |writing| form(lang, writing, &both.1).into())
        })
    })
}

fn form(lang: Lang, writing: Writing, colleagues: &[AdvisorCard]) -> El {
    let typed = writing.typed.get();
    let error = writing.call.error();
    let save = el("button", "button button--primary")
        .attr("type", "submit")
        .flag("disabled", writing.call.going())
        .text(words::desk::save_hours(lang));
    let saved = el("p", "desk__saved").attr("role", "status");
    let saved = if writing.call.done() { saved.text(words::desk::saved(lang)) } else { saved };
    el("form", "stack stack--loose")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let new = writing.typed.get_untracked();
            let ask = move || api::desk::save_availability(new.clone());
            writing.call.start(ask, move |saved| drop(writing.typed.try_set(saved)));
        })
        .with(week(lang, writing, &typed))
        .with(days(lang, writing, &typed))
        .with(away(lang, writing, &typed, colleagues))
        .with(general(lang, writing, &typed, error.as_ref()))
        .with(refusal(lang, error.as_ref()))
        .with(el("div", "row").with(save).with(saved))
}

/// Changes what is typed.
fn change(writing: Writing, change: impl FnOnce(&mut Availability)) {
    writing.typed.update(change);
}

/// A time of the day; what cannot be read changes nothing.
fn time_box(name: String, label: Text, minutes: u16, on_time: impl Fn(u16) + 'static) -> El {
    EntryField {
        name,
        label,
        kind: "time",
        text: moment::of_minutes(minutes % 1440),
        problem: String::new(),
        on_type: Box::new(move |text| {
            if let Some(minutes) = moment::minutes_of(&text) {
                on_time(minutes);
            }
        }),
    }
    .show()
}

fn remove(lang: Lang, what: &str, away: impl Fn() + 'static) -> El {
    el("button", "button button--quiet")
        .attr("type", "button")
        .attr("aria-label", [words::desk::remove(lang), lang.pick("：", ": "), what].concat())
        .on_click(away)
        .text(words::desk::remove(lang))
}

fn add(name: &'static str, act: impl Fn() + 'static) -> El {
    let button = el("button", "button").attr("type", "button").on_click(act).text(name);
    el("p", "").with(button)
}

/// Begin and end of one entry, as two boxes.
fn span(
    lang: Lang,
    name: &str,
    [from, until]: [u16; 2],
    set: impl Fn(usize, u16) + Copy + 'static,
) -> [El; 2] {
    let [from_word, until_word] = words::desk::from_until(lang);
    [
        time_box([name, "-from"].concat(), from_word.into(), from, move |minutes| set(0, minutes)),
        time_box([name, "-until"].concat(), until_word.into(), until, move |minutes| set(1, minutes)),
    ]
}

fn week(lang: Lang, writing: Writing, typed: &Availability) -> El {
    let day = |day: u8| {
        let name = words::desk::weekday(lang, day);
        let own = typed.hours.iter().enumerate().filter(|(_, hours)| hours.day == day);
        let rows: Vec<Node> = own.map(|(at, hours)| week_row(lang, writing, at, *hours)).collect();
        let closed = rows.is_empty().then(|| el("p", "muted").text(words::desk::closed(lang)));
        el("div", "desk__day")
            .attr("role", "group")
            .attr("aria-label", name)
            .with(el("p", "meeting__label").text(name))
            .with(el("div", "stack stack--tight").with(closed).with_all(rows).with(add(
                words::desk::add_hours(lang),
                move || {
                    let [from_min, until_min] = USUAL;
                    change(writing, |typed| typed.hours.push(WeekHours { day, from_min, until_min }));
                },
            )))
    };
    section(words::desk::week(lang)).with_all((1..=7).map(day))
}

fn week_row(lang: Lang, writing: Writing, at: usize, hours: WeekHours) -> Node {
    keyed(["hours-", &at.to_string()].concat(), move || {
        let name = ["hours-", &at.to_string()].concat();
        let set = move |end: usize, minutes: u16| {
            change(writing, |typed| {
                if let Some(hours) = typed.hours.get_mut(at) {
                    let place = if end == 0 { &mut hours.from_min } else { &mut hours.until_min };
                    *place = minutes;
                }
            });
        };
        let what = words::desk::weekday(lang, hours.day);
        el("div", "desk__row")
            .with_all(span(lang, &name, [hours.from_min, hours.until_min], set))
            .with(remove(lang, what, move || change(writing, |typed| take(&mut typed.hours, at))))
            .into()
    })
}

/// Takes an entry out, if it is there.
fn take<T>(entries: &mut Vec<T>, at: usize) {
    if at < entries.len() {
        entries.remove(at);
    }
}

fn days(lang: Lang, writing: Writing, typed: &Availability) -> El {
    let rows = typed.exceptions.iter().enumerate().map(|(at, day)| day_row(lang, writing, at, day.clone()));
    ruled_section(words::desk::other_days(lang))
        .with(el("p", "muted").text(words::desk::other_days_lead(lang)))
        .with_all(rows)
        .with(add(words::desk::add_day(lang), move || {
            let day = clock::today().map(|today| today.to_string()).unwrap_or_default();
            let entry = DayException { day, from_min: 0, until_min: 1440, open: false };
            change(writing, |typed| typed.exceptions.push(entry));
        }))
}

fn day_row(lang: Lang, writing: Writing, at: usize, entry: DayException) -> Node {
    keyed(["day-", &at.to_string()].concat(), move || {
        let name = ["day-", &at.to_string()].concat();
        let edit = move |edit: &dyn Fn(&mut DayException)| {
            change(writing, |typed| {
                if let Some(entry) = typed.exceptions.get_mut(at) {
                    edit(entry);
                }
            });
        };
        let set = move |end: usize, minutes: u16| {
            edit(&|entry| {
                let place = if end == 0 { &mut entry.from_min } else { &mut entry.until_min };
                *place = minutes;
            });
        };
        let date = EntryField {
            name: [&name, "-date"].concat(),
            label: words::desk::date(lang).into(),
            kind: "date",
            text: entry.day.clone(),
            problem: String::new(),
            on_type: Box::new(move |text| edit(&|entry| entry.day.clone_from(&text))),
        };
        let kinds = words::desk::day_kinds(lang);
        let kind = PickField {
            name: [&name, "-kind"].concat().into(),
            label: words::desk::kind(lang),
            lines: ["away", "whole", "open"]
                .into_iter()
                .zip(kinds)
                .map(|(key, name)| (key.to_owned(), name.to_owned()))
                .collect(),
            chosen: kind_of(&entry).to_owned(),
            on_pick: Box::new(move |kind| {
                let [from_min, until_min] = if kind == "whole" { [0, 1440] } else { USUAL };
                edit(&|entry| {
                    entry.open = kind == "open";
                    (entry.from_min, entry.until_min) = (from_min, until_min);
                });
            }),
        };
        let row = el("div", "desk__row").with(date.show()).with(kind.show());
        let row = if kind_of(&entry) == "whole" {
            row
        } else {
            row.with_all(span(lang, &name, [entry.from_min, entry.until_min], set))
        };
        row.with(remove(lang, &entry.day, move || change(writing, |typed| take(&mut typed.exceptions, at))))
            .into()
    })
}

/// Which line of the list an entry is: closed for some hours, closed all day, or open besides.
const fn kind_of(entry: &DayException) -> &'static str {
    match (entry.open, entry.from_min, entry.until_min) {
        (true, _, _) => "open",
        (false, 0, 1440) => "whole",
        (false, _, _) => "away",
    }
}

fn away(lang: Lang, writing: Writing, typed: &Availability, colleagues: &[AdvisorCard]) -> El {
    let part =
        ruled_section(words::desk::away(lang)).with(el("p", "muted").text(words::desk::away_lead(lang)));
    let Some(first) = colleagues.first().map(|card| card.id.clone()) else {
        return part.with(el("p", "").text(words::desk::no_deputy(lang)));
    };
    let rows = typed.absences.iter().enumerate();
    let rows = rows.map(|(at, absence)| away_row(lang, writing, at, absence.clone(), colleagues.to_vec()));
    part.with_all(rows).with(add(words::desk::add_away(lang), move || {
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
        let now = clock::epoch_ms() as i64;
        // From the next full hour, for a week.
        let from_ms = (now / 3_600_000 + 1) * 3_600_000;
        let absence = Absence { from_ms, until_ms: from_ms + 7 * 86_400_000, deputy_id: first.clone() };
        change(writing, |typed| typed.absences.push(absence));
    }))
}

fn away_row(lang: Lang, writing: Writing, at: usize, absence: Absence, colleagues: Vec<AdvisorCard>) -> Node {
    keyed(["away-", &at.to_string()].concat(), move || {
        let name = ["away-", &at.to_string()].concat();
        let edit = move |edit: &dyn Fn(&mut Absence)| {
            change(writing, |typed| {
                if let Some(absence) = typed.absences.get_mut(at) {
                    edit(absence);
                }
            });
        };
        let [from_word, until_word] = words::desk::from_until(lang);
        let moment_box = |end: &str, label: &'static str, at_ms: i64, set: fn(&mut Absence, i64)| {
            EntryField {
                name: [&name, "-", end].concat(),
                label: label.into(),
                kind: "datetime-local",
                text: moment::local_text(at_ms),
                problem: String::new(),
                on_type: Box::new(move |text| {
                    if let Some(at_ms) = moment::of_local(&text) {
                        edit(&|absence| set(absence, at_ms));
                    }
                }),
            }
            .show()
        };
        let deputy = PickField {
            name: [&name, "-deputy"].concat().into(),
            label: words::desk::deputy(lang),
            lines: colleagues.iter().map(|card| (card.id.clone(), card.name.clone())).collect(),
            chosen: absence.deputy_id.clone(),
            on_pick: Box::new(move |id| edit(&|absence| absence.deputy_id.clone_from(&id))),
        };
        let what = words::desk::away(lang);
        el("div", "desk__row desk__row--wide")
            .with(moment_box("from", from_word, absence.from_ms, |absence, at_ms| absence.from_ms = at_ms))
            .with(moment_box("until", until_word, absence.until_ms, |absence, at_ms| {
                absence.until_ms = at_ms;
            }))
            .with(deputy.show())
            .with(remove(lang, what, move || change(writing, |typed| take(&mut typed.absences, at))))
            .into()
    })
}

fn general(lang: Lang, writing: Writing, typed: &Availability, error: Option<&ApiError>) -> El {
    let fault = |field: &str| {
        error
            .and_then(|error| error.fault(field))
            .map(|fault| words::refusal::fault(lang, fault))
            .unwrap_or_default()
    };
    let zone = EntryField {
        name: "time-zone".to_owned(),
        label: words::desk::time_zone(lang).into(),
        kind: "text",
        text: typed.time_zone.clone(),
        problem: fault("time_zone"),
        on_type: Box::new(move |text| change(writing, |typed| typed.time_zone = text)),
    };
    let capacity = EntryField {
        name: "capacity".to_owned(),
        label: words::desk::capacity(lang).into(),
        kind: "number",
        text: typed.capacity.to_string(),
        problem: fault("capacity"),
        on_type: Box::new(move |text| {
            if let Ok(capacity) = text.trim().parse() {
                change(writing, |typed| typed.capacity = capacity);
            }
        }),
    };
    let buffer = PickField {
        name: "buffer".into(),
        label: words::desk::buffer(lang),
        lines: BUFFERS.map(|minutes| (minutes.to_string(), words::desk::minutes(lang, minutes))).into(),
        chosen: typed.buffer_minutes.to_string(),
        on_pick: Box::new(move |minutes| {
            if let Ok(minutes) = minutes.parse() {
                change(writing, |typed| typed.buffer_minutes = minutes);
            }
        }),
    };
    let speaks = |language: Language| {
        let spoken = typed.languages.contains(&language);
        tick_field(words::desk::language(lang, language), spoken, true, move |spoken| {
            change(writing, |typed| {
                typed.languages.retain(|other| *other != language);
                if spoken {
                    typed.languages.push(language);
                }
            });
        })
    };
    let languages = el("fieldset", "")
        .with(el("legend", "meeting__label").text(words::desk::languages(lang)))
        .with(el("div", "row").with(speaks(Language::Zh)).with(speaks(Language::En)));
    ruled_section(words::desk::general(lang))
        .with(el("div", "columns").with(zone.show()).with(capacity.show()).with(buffer.show()))
        .with(languages)
}
