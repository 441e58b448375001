//! What came of a meeting: written by the advisor, with what was agreed on.

use leptos::prelude::*;
use wire::{Feedback, Meeting, NewTask, Side, Summary};

use super::Desk;
use crate::api::meetings as api;
use crate::components::entry_field::EntryField;
use crate::components::pick_field::PickField;
use crate::components::words_field::words_field;
use crate::node::{El, Node, el, kept, keyed};
use crate::pages::meetings::facts;
use crate::pages::meetings::refusal::refusal;
use crate::pages::meetings::tasks::{Ticks, tasks};
use crate::state::call::Call;
use crate::state::unsent::Unsent;
use crate::words::{self, Lang};

/// Most tasks of a meeting.
const MOST_TASKS: usize = 20;

/// What is being written.
#[derive(Clone, Copy, Debug)]
struct Writing {
    open: RwSignal<bool>,
    summary: RwSignal<String>,
    tasks: RwSignal<Vec<NewTask>>,
    /// Both as they are kept on the device until they are sent.
    unsent: Unsent,
    call: Call,
    ticks: Ticks,
}

impl Writing {
    /// Begins with what was being written, or with what was written before; what is done stays as it is.
    fn begin(meeting: &Meeting, desk: Desk) -> Self {
        let unsent = desk.unsent(["summary/", &meeting.id].concat());
        let begun: Option<Summary> = serde_json::from_str(&unsent.get_untracked()).ok();
        let open = |task: &wire::Task| {
            task.done_ms.is_none().then(|| NewTask { text: task.text.clone(), side: task.side })
        };
        let opened = meeting.summary.is_empty() || begun.is_some();
        let Summary { summary, tasks } = begun.unwrap_or_else(|| Summary {
            summary: meeting.summary.clone(),
            tasks: meeting.tasks.iter().filter_map(open).collect(),
        });
        Self {
            open: RwSignal::new(opened),
            summary: RwSignal::new(summary),
            tasks: RwSignal::new(tasks),
            unsent,
            call: Call::new(desk.session),
            ticks: Ticks::new(desk.session),
        }
    }

    fn write(self, text: String) {
        self.summary.set(text);
        self.keep();
    }

    fn change(self, change: impl FnOnce(&mut Vec<NewTask>)) {
        self.tasks.update(change);
        self.keep();
    }

    fn keep(self) {
        let typed = Summary { summary: self.summary.get_untracked(), tasks: self.tasks.get_untracked() };
        // Wire types always have a JSON form.
        self.unsent.set(serde_json::to_string(&typed).unwrap_or_default());
    }
}

/// What was written, or the form; and what the client thought.
pub(super) fn summary(lang: Lang, desk: Desk, meeting: &Meeting, on_change: Callback<Meeting>) -> Node {
    let meeting = meeting.clone();
    let begin = {
        let meeting = meeting.clone();
        move || Writing::begin(&meeting, desk)
    };
    kept("summary", begin, move |writing| {
        let part = el("div", "stack");
        let part = if writing.open.get() {
            part.with(form(lang, &meeting, writing, on_change))
        } else {
            let edit = el("button", "button")
                .attr("type", "button")
                .on_click(move || writing.open.set(true))
                .text(words::desk::edit(lang));
            part.with(facts::summary(lang, &meeting))
                .with(tasks(lang, &meeting, writing.ticks, on_change))
                .with(el("p", "").with(edit))
        };
        part.with(meeting.feedback.as_ref().map(|feedback| judged(lang, feedback))).into()
    })
}

fn judged(lang: Lang, Feedback { understood, helped, words }: &Feedback) -> El {
    let own = (!words.is_empty()).then(|| el("blockquote", "meeting__words").text(words.clone()));
    el("section", "stack stack--tight")
        .with(el("h4", "meeting__label").text(words::desk::feedback(lang)))
        .with(el("p", "").text(words::desk::points(lang, *understood, *helped)))
        .with(own)
}

fn form(lang: Lang, meeting: &Meeting, writing: Writing, on_change: Callback<Meeting>) -> El {
    let id = meeting.id.clone();
    let [field, label] = ["field", "label"].map(|part| ["summary-", part, "-", &id].concat());
    let own = words_field(field, label.clone(), writing.summary.get(), move |text| writing.write(text));
    let rows = writing.tasks.get();
    let count = rows.len();
    let rows = rows.into_iter().enumerate().map(|(at, task)| row(lang, &id, writing, at, &task));
    let rows: Vec<Node> = rows.collect();
    let more = (count < MOST_TASKS).then(|| {
        el("button", "button")
            .attr("type", "button")
            .on_click(move || {
                let task = NewTask { text: String::new(), side: Side::Advisor };
                writing.change(|tasks| tasks.push(task));
            })
            .text(words::desk::add_task(lang))
    });
    let save = el("button", "button button--primary")
        .attr("type", "submit")
        .flag("disabled", writing.call.going())
        .text(words::desk::send_summary(lang));
    el("form", "stack desk__form")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            send(&id, writing, on_change);
        })
        .with(
            el("div", "stack stack--tight")
                .with(el("p", "meeting__label").attr("id", label).text(words::meetings::summary(lang)))
                .with(el("p", "muted").text(words::desk::summary_hint(lang)))
                .with(own),
        )
        .with(el("p", "meeting__label").text(words::meetings::tasks(lang)))
        .with_all(rows)
        .with(el("p", "").with(more))
        .with(refusal(lang, writing.call.error().as_ref()))
        .with(el("p", "").with(save))
}

fn row(lang: Lang, id: &str, writing: Writing, at: usize, task: &NewTask) -> Node {
    let change = move |change: &dyn Fn(&mut NewTask)| {
        writing.change(|tasks| {
            if let Some(task) = tasks.get_mut(at) {
                change(task);
            }
        });
    };
    let (id, task) = (id.to_owned(), task.clone());
    keyed(["task-", &at.to_string()].concat(), move || {
        let text = EntryField {
            name: ["task-", &at.to_string(), "-", &id].concat(),
            label: words::desk::task(lang, at + 1).into(),
            kind: "text",
            text: task.text.clone(),
            problem: String::new(),
            on_type: Box::new(move |text| change(&|task| task.text.clone_from(&text))),
        };
        let side = |side: Side| (side.key().to_owned(), words::desk::doer(lang, side).to_owned());
        let doer = PickField {
            name: ["doer-", &at.to_string(), "-", &id].concat().into(),
            label: words::desk::who(lang),
            lines: Side::ALL.map(side).into(),
            chosen: task.side.key().to_owned(),
            on_pick: Box::new(move |key| {
                if let Some(side) = Side::of_key(&key) {
                    change(&|task| task.side = side);
                }
            }),
        };
        let away = el("button", "button button--quiet")
            .attr("type", "button")
            .attr("aria-label", words::desk::remove_task(lang, at + 1))
            .on_click(move || {
                writing.change(|tasks| {
                    if at < tasks.len() {
                        tasks.remove(at);
                    }
                });
            })
            .text(words::desk::remove(lang));
        el("div", "desk__row").with(text.show()).with(doer.show()).with(away).into()
    })
}

fn send(id: &str, writing: Writing, on_change: Callback<Meeting>) {
    let id = id.to_owned();
    let mut tasks = writing.tasks.get_untracked();
    // An empty row was added and never filled in.
    tasks.retain(|task| !task.text.trim().is_empty());
    let sent = Summary { summary: writing.summary.get_untracked(), tasks };
    writing.call.start(
        move || api::summarize(id.clone(), sent.clone()),
        move |meeting: Meeting| {
            writing.unsent.sent();
            writing.open.try_set(false);
            on_change.run(meeting);
        },
    );
}
