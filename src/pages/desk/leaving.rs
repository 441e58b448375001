//! An advisor who leaves: where every client goes, first foreseen, then done.

use std::sync::Arc;

use leptos::prelude::*;
use wire::{Departure, DeparturePreview, NewDeparture, StaffRow};

use super::Desk;
use super::written::written;
use crate::api::ApiError;
use crate::api::desk as api;
use crate::components::data_table::{Table, data_table};
use crate::components::pick_field::PickField;
use crate::components::section::{ruled_section, section};
use crate::node::{El, Node, el, kept};
use crate::pages::focus::focus_later;
use crate::pages::meetings::refusal::refusal;
use crate::pages::remote::once_here;
use crate::state::call::Call;
use crate::state::remote::Remote;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// What is known, and what is typed.
#[derive(Clone, Copy, Debug)]
struct Leaving {
    staff: Remote<Vec<StaffRow>>,
    preview: Remote<DeparturePreview>,
    /// The one who takes all of them over; empty for the firm's rule.
    to: RwSignal<String>,
    reason: Unsent,
    note: Unsent,
    tried: RwSignal<bool>,
    /// It was pressed once, and is asked about.
    asked: RwSignal<bool>,
    call: Call,
    done: RwSignal<Option<Departure>>,
}

/// An advisor by identifier.
pub(super) fn leaving(lang: Lang, desk: Desk, id: String) -> Node {
    let key = ["leaving-", &id].concat();
    let [reason, note] = ["/reason", "/note"].map(|part| ["departure/", &id, part].concat());
    let whose = id.clone();
    let open = move || Leaving {
        staff: Remote::new(desk.session, api::advisors),
        preview: Remote::new(desk.session, move || api::foresee(whose.clone())),
        to: RwSignal::new(String::new()),
        reason: desk.unsent(reason),
        note: desk.unsent(note),
        tried: RwSignal::new(false),
        asked: RwSignal::new(false),
        call: Call::new(desk.session),
        done: RwSignal::new(None),
    };
    kept(key, open, move |leaving| {
        let back =
            el("a", "").attr("href", desk.address.with(&[("leaving", None)])).text(words::staff::back(lang));
        let id = id.clone();
        let body = once_here(leaving.staff, move |lang, staff| {
            let Some(row) = staff.iter().find(|row| row.advisor.id == id).cloned() else {
                return el("p", "").text(words::staff::no_such_advisor(lang)).into();
            };
            one(lang, &leaving, &staff, &row).into()
        });
        el("div", "stack stack--loose").with(el("p", "").with(back)).with(body).into()
    })
}

fn one(lang: Lang, leaving: &Leaving, staff: &Arc<Vec<StaffRow>>, row: &StaffRow) -> El {
    let name = row.advisor.name.clone();
    let page = el("div", "stack stack--loose");
    let head = el("header", "page__head").with(el("h1", "").text(words::staff::leaves(lang, &name)));
    if let Some(Departure { clients }) = leaving.done.get() {
        let said = el("p", "").attr("role", "status").text(words::staff::done(lang, &name, clients));
        return page.with(head.with(said));
    }
    let (leaving, staff, row) = (*leaving, Arc::clone(staff), row.clone());
    page.with(head.with(el("p", "").text(words::staff::leaves_lead(lang))))
        .with(once_here(leaving.preview, move |lang, preview| {
            form(lang, &leaving, &staff, &row, &preview).into()
        }))
}

fn form(lang: Lang, leaving: &Leaving, staff: &[StaffRow], row: &StaffRow, preview: &DeparturePreview) -> El {
    let others: Vec<&StaffRow> = staff.iter().filter(|other| other.advisor.id != row.advisor.id).collect();
    let Leaving { to, asked, .. } = *leaving;
    let rule = (String::new(), words::staff::by_rule(lang).to_owned());
    let lines = others.iter().map(|other| (other.advisor.id.clone(), other.advisor.name.clone()));
    let list = PickField {
        name: "leaving-to".into(),
        label: words::staff::to_whom(lang),
        lines: [rule].into_iter().chain(lines).collect(),
        chosen: leaving.to.get(),
        on_pick: Box::new(move |id| {
            to.set(id);
            asked.set(false);
        }),
    };
    let named = others.iter().find(|other| other.advisor.id == leaving.to.get()).copied();
    let languages: Vec<String> = preview
        .clients
        .iter()
        .map(|count| words::staff::in_language(lang, count.clients, count.language))
        .collect();
    let total = total(preview);
    let about = [&[words::staff::clients_of(lang, total)][..], &languages].concat();
    let tried = leaving.tried.get();
    let error = leaving.call.error();
    let problem = |text: Unsent, field: &str, missing: &str| {
        fault(lang, error.as_ref(), field)
            .unwrap_or_else(|| if tried && text.blank() { missing.to_owned() } else { String::new() })
    };
    let reason = problem(leaving.reason, "reason", words::desk::no_reason(lang));
    let note = problem(leaving.note, "note", words::staff::no_note(lang));
    let blocked = preview.stands_in || (named.is_none() && 0 < preview.without_room);
    el("div", "stack stack--loose")
        .with(el("p", "").text(about.join(" · ")))
        .with(preview.stands_in.then(|| el("p", "caution").text(words::staff::stands_in(lang))))
        .with(
            section(words::staff::preview(lang))
                .with(el("div", "desk__form").with(list.show()))
                .with((0 < total).then(|| table(lang, &others, named, preview)))
                .with_all(
                    cautions(lang, named, preview).into_iter().map(|said| el("p", "caution").text(said)),
                ),
        )
        .with(
            ruled_section(words::staff::to_departure(lang))
                .class_if("desk__form", true)
                .with(written("leaving-reason", words::desk::hand_over_reason(lang), leaving.reason, &reason))
                .with(written("leaving-note", words::staff::note(lang), leaving.note, &note))
                .with(refusal(lang, error.as_ref().filter(|error| !has_faults(error))))
                .with(act(lang, leaving, row, total, blocked)),
        )
}

fn total(preview: &DeparturePreview) -> u32 {
    preview.clients.iter().map(|count| count.clients).sum()
}

/// What the server says of a field.
fn fault(lang: Lang, error: Option<&ApiError>, field: &str) -> Option<String> {
    Some(words::refusal::fault(lang, error?.fault(field)?))
}

/// It is said under the fields.
fn has_faults(error: &ApiError) -> bool {
    error.fault("reason").is_some() || error.fault("note").is_some()
}

/// How many clients each of the others would take over: all go to the named one.
fn taken(other: &StaffRow, named: Option<&StaffRow>, preview: &DeparturePreview) -> u32 {
    let id = &other.advisor.id;
    match named {
        Some(named) if named.advisor.id == *id => total(preview),
        Some(_) => 0,
        None => {
            let share = preview.successors.iter().find(|successor| successor.advisor_id == *id);
            share.map_or(0, |successor| successor.clients)
        }
    }
}

fn table(lang: Lang, others: &[&StaffRow], named: Option<&StaffRow>, preview: &DeparturePreview) -> El {
    let row = |other: &&StaffRow| {
        let taken = taken(other, named, preview);
        let figures = [other.clients, taken, other.clients + taken, other.capacity];
        [other.advisor.name.clone()].into_iter().chain(figures.map(|figure| figure.to_string())).collect()
    };
    let table = Table {
        columns: words::staff::preview_columns(lang).map(str::to_owned).into(),
        rows: others.iter().map(row).collect(),
        prose_columns: 0,
    };
    data_table(words::staff::preview(lang), table)
}

/// What stands against it, or ought to be known before.
fn cautions(lang: Lang, named: Option<&StaffRow>, preview: &DeparturePreview) -> Vec<String> {
    let Some(named) = named else {
        return (0 < preview.without_room)
            .then(|| words::staff::without_room(lang, preview.without_room))
            .into_iter()
            .collect();
    };
    let name = &named.advisor.name;
    let above = named.capacity < named.clients + total(preview);
    let unspoken = preview.clients.iter().filter(|count| !named.advisor.languages.contains(&count.language));
    let unspoken = unspoken.map(|count| words::staff::not_spoken(lang, name, count.clients, count.language));
    above.then(|| words::staff::above_capacity(lang, name)).into_iter().chain(unspoken).collect()
}

/// The press, and the question whether it is meant.
fn act(lang: Lang, leaving: &Leaving, row: &StaffRow, clients: u32, blocked: bool) -> El {
    let leaving = *leaving;
    let part = el("div", "stack stack--tight").attr("aria-live", "polite");
    if !leaving.asked.get() {
        let ask = el("button", "button button--primary")
            .attr("type", "button")
            .attr("id", "leaving-ask")
            .flag("disabled", blocked)
            .on_click(move || {
                leaving.tried.set(true);
                let complete = !untrack(|| leaving.reason.blank() || leaving.note.blank());
                leaving.asked.set(complete);
                if complete {
                    focus_later("#leaving-sure");
                }
            })
            .text(words::staff::hand_over_all(lang, clients));
        return part.with(el("p", "").with(ask));
    }
    let id = row.advisor.id.clone();
    let yes = el("button", "button button--primary")
        .attr("type", "button")
        .attr("id", "leaving-sure")
        .flag("disabled", leaving.call.going())
        .on_click(move || send(&leaving, id.clone()))
        .text(words::staff::sure(lang));
    let no = el("button", "button button--quiet")
        .attr("type", "button")
        .on_click(move || {
            leaving.asked.set(false);
            focus_later("#leaving-ask");
        })
        .text(words::staff::not_yet(lang));
    part.with(el("p", "").text(words::staff::are_you_sure(lang))).with(el("div", "row").with(yes).with(no))
}

fn send(leaving: &Leaving, id: String) {
    let leaving = *leaving;
    let to = Some(leaving.to.get_untracked()).filter(|to| !to.is_empty());
    let (reason, note) = (leaving.reason.get_untracked(), leaving.note.get_untracked());
    let new = NewDeparture { to, reason, note };
    let ask = move || {
        let asked = api::depart(id.clone(), new.clone());
        async move {
            let answer = asked.await;
            // What is wrong is mended before it is asked again; room may have gone meanwhile.
            if answer.is_err() {
                leaving.asked.try_set(false);
                leaving.preview.reload();
            }
            answer
        }
    };
    leaving.call.start(ask, move |done| {
        leaving.reason.sent();
        leaving.note.sent();
        leaving.done.try_set(Some(done));
    });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn advisor(id: &str, languages: &[&str], clients: u32, capacity: u32) -> StaffRow {
        serde_json::from_value(json!({
            "advisor": { "id": id, "name": id, "languages": languages, "time_zone": "Asia/Shanghai" },
            "clients": clients,
            "capacity": capacity,
        }))
        .unwrap()
    }

    fn preview() -> DeparturePreview {
        serde_json::from_value(json!({
            "clients": [{ "language": "zh", "clients": 3 }, { "language": "en", "clients": 1 }],
            "successors": [{ "advisor_id": "b", "clients": 2 }],
            "without_room": 2,
            "stands_in": false,
        }))
        .unwrap()
    }

    #[test]
    fn by_the_rule_each_takes_a_share_and_a_named_one_takes_all() {
        let (b, c) = (advisor("b", &["zh"], 5, 7), advisor("c", &["zh", "en"], 0, 9));
        let shares = |named| [&b, &c].map(|other| taken(other, named, &preview()));

        assert_eq!(shares(None), [2, 0]);
        assert_eq!(shares(Some(&c)), [0, 4]);
    }

    #[test]
    fn what_a_named_one_cannot_do_is_said_before() {
        let (b, c) = (advisor("b", &["zh"], 5, 7), advisor("c", &["zh", "en"], 0, 9));

        assert_eq!(cautions(Lang::En, None, &preview()), [words::staff::without_room(Lang::En, 2)]);
        assert_eq!(
            cautions(Lang::En, Some(&b), &preview()),
            [
                words::staff::above_capacity(Lang::En, "b"),
                words::staff::not_spoken(Lang::En, "b", 1, wire::Language::En)
            ]
        );
        assert_eq!(cautions(Lang::En, Some(&c), &preview()), [""; 0]);
    }
}
