//! What the investor thought of a meeting: two questions and free words.

use leptos::prelude::*;
use wire::{Feedback, Meeting};

use super::Room;
use super::refusal::refusal;
use crate::api::meetings as api;
use crate::components::problem_note::problem_note;
use crate::components::switch::switch;
use crate::components::words_field::words_field;
use crate::node::{El, Node, el, kept};
use crate::state::call::Call;
use crate::words::{self, Lang};

/// What is being answered.
#[derive(Clone, Copy, Debug)]
struct Judging {
    points: RwSignal<[Option<u8>; 2]>,
    words: RwSignal<String>,
    tried: RwSignal<bool>,
    call: Call,
}

/// The questions, or the thanks.
pub(super) fn feedback(lang: Lang, room: Room, meeting: &Meeting) -> Node {
    let part = move || {
        el("section", "stack stack--tight")
            .with(el("h4", "meeting__label").text(words::meetings::feedback(lang)))
    };
    if let Some(Feedback { understood, helped, words }) = &meeting.feedback {
        let own = (!words.is_empty()).then(|| el("blockquote", "meeting__words").text(words.clone()));
        let thanks = words::meetings::thanks(lang, *understood, *helped);
        return part().with(el("p", "").attr("role", "status").text(thanks)).with(own).into();
    }
    let id = meeting.id.clone();
    let state = move || Judging {
        points: RwSignal::new([None; 2]),
        words: RwSignal::new(String::new()),
        tried: RwSignal::new(false),
        call: Call::new(room.session()),
    };
    kept("feedback", state, move |judging| part().with(form(lang, room, &id, judging)).into())
}

fn form(lang: Lang, room: Room, id: &str, judging: Judging) -> El {
    let points = judging.points.get();
    let missing = judging.tried.get() && points.contains(&None);
    let question =
        |(place, (name, text)): (usize, (&'static str, &'static str))| {
            let chosen = points.get(place).copied().flatten();
            // None of the five is chosen before somebody does.
            let at = chosen.map_or(usize::MAX, |points| usize::from(points).saturating_sub(1));
            el("div", "stack stack--tight").with(el("p", "").attr("aria-hidden", "true").text(text)).with(
                switch(name, text, ["1", "2", "3", "4", "5"], at, move |at| {
                    judging.points.update(|points| {
                        if let Some(point) = points.get_mut(place) {
                            *point = u8::try_from(at + 1).ok();
                        }
                    });
                }),
            )
        };
    let questions = ["understood", "helped"].into_iter().zip(words::meetings::questions(lang));
    // Several meetings may stand on the page.
    let [field, label, fault] = ["words", "label", "fault"].map(|part| ["feedback-", part, "-", id].concat());
    let own = words_field(field, label.clone(), judging.words.get(), move |text| judging.words.set(text));
    let id = id.to_owned();
    let button = el("button", "button button--primary")
        .attr("type", "submit")
        .flag("disabled", judging.call.going())
        .text(words::meetings::send_feedback(lang));
    // A form of its own: its radio buttons are no group with those of other meetings.
    el("form", "stack")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            send(room, &id, judging);
        })
        .with(el("p", "muted").text(words::meetings::scale(lang)))
        .with_all(questions.enumerate().map(question))
        .with(
            el("div", "stack stack--tight")
                .with(el("p", "").attr("id", label).text(words::meetings::anything_else(lang)))
                .with(own),
        )
        .with(missing.then(|| problem_note(fault, words::meetings::answer_both(lang))))
        .with(refusal(lang, judging.call.error().as_ref()))
        .with(el("p", "").with(button))
}

fn send(room: Room, id: &str, judging: Judging) {
    judging.tried.set(true);
    let [Some(understood), Some(helped)] = judging.points.get_untracked() else { return };
    let feedback = Feedback { understood, helped, words: judging.words.get_untracked() };
    let id = id.to_owned();
    judging.call.start(move || api::judge(id.clone(), feedback.clone()), move |meeting| room.put(meeting));
}
