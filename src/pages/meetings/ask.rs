//! Asks for a meeting: what about, how, when. Without network the request waits on the device.

use std::rc::Rc;

use leptos::prelude::*;
use wire::{MeetingSubject, NewMeeting, Place, Topic};

use super::Room;
use super::refusal::refusal;
use super::times::{self, Choice};
use crate::components::choice_card;
use crate::components::choice_list::ChoiceList;
use crate::components::disclosure::disclosure;
use crate::components::entry_field::EntryField;
use crate::components::pick_field::PickField;
use crate::components::problem_note::problem_note;
use crate::components::words_field::words_field;
use crate::format::moment;
use crate::node::{El, Node, el, nothing};
use crate::pages::focus::focus_later;
use crate::state::current_plan::CurrentPlan;
use crate::state::dispatch::{Dispatch, Outcome};
use crate::state::request::{Request, Typed};
use crate::state::shared;
use crate::words::{self, Lang};

/// Topics, in the order they are offered.
const TOPICS: [Topic; 6] = [
    Topic::AnnualReview,
    Topic::ZoneCrossed,
    Topic::GapFound,
    Topic::Goal,
    Topic::ProductAboveClass,
    Topic::Own,
];

/// The request of a visit: its time, and how far it has come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sending {
    choice: Choice,
    /// Somebody tried to send it: what is missing is said.
    tried: RwSignal<bool>,
    dispatch: Dispatch,
}

impl Sending {
    pub(super) fn open() -> Self {
        Self { choice: Choice::new(), tried: RwSignal::new(false), dispatch: shared(Dispatch::new) }
    }
}

impl Room {
    /// Sends what waits, and follows what becomes of it for as long as the page is visited.
    pub(super) fn follow_dispatch(self) {
        let dispatch = self.sending.dispatch;
        dispatch.listen(move |taken| {
            // The times are others than before.
            self.sending.choice.start_ms.set(None);
            self.slots().reload();
            if taken {
                self.request.clear();
                self.sending.tried.set(false);
                self.meetings.reload();
                // The form may fold away under the hand that sent it.
                focus_later(".meetings__sent");
            }
        });
        // What became of it was read here.
        on_cleanup(move || dispatch.read());
        dispatch.begin();
    }

    /// Sends what was typed, if nothing is missing.
    fn send_typed(self) {
        self.sending.tried.set(true);
        let typed = self.request.get_untracked();
        let start_ms = self.sending.choice.start_ms.get_untracked();
        match complete(typed, start_ms, self.zone()) {
            Some(meeting) => self.sending.dispatch.ask(meeting),
            // The first thing that is missing has the keys.
            None => {
                focus_later(".meeting-request [aria-invalid] input, .meeting-request input[aria-invalid]");
            }
        }
    }
}

/// The request, if nothing is missing.
fn complete(typed: Typed, start_ms: Option<i64>, time_zone: String) -> Option<NewMeeting> {
    let Typed { topic, subject, name, words, place } = typed;
    let topic = topic?;
    let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty() && has_name(topic));
    Some(NewMeeting {
        topic,
        subject: subject.or_else(|| subject_of(topic)),
        name,
        words,
        place: place?,
        start_ms: start_ms?,
        time_zone,
    })
}

const fn has_name(topic: Topic) -> bool {
    matches!(topic, Topic::ProductAboveClass | Topic::Goal)
}

/// The subject that a topic has by itself.
const fn subject_of(topic: Topic) -> Option<MeetingSubject> {
    match topic {
        Topic::ZoneCrossed => Some(MeetingSubject::Retirement),
        Topic::ProductAboveClass => Some(MeetingSubject::Product),
        Topic::GapFound | Topic::AnnualReview | Topic::Goal | Topic::Own => None,
    }
}

/// What waits, or the form, and what became of the last request. Whoever has a meeting already unfolds the
/// form first.
pub(super) fn ask(lang: Lang, room: Room, more: bool) -> El {
    let dispatch = room.sending.dispatch;
    let day_time = move |start_ms| moment::day_time(lang, &room.zone(), start_ms);
    let said: Node = match dispatch.outcome() {
        Outcome::Nothing => nothing(),
        Outcome::Sent(start_ms) => el("p", "meetings__sent")
            .attr("tabindex", "-1")
            .text(words::meetings::sent(lang, &day_time(start_ms)))
            .into(),
        Outcome::CameLate(start_ms) => {
            el("p", "caution").text(words::meetings::came_late(lang, &day_time(start_ms))).into()
        }
        Outcome::Refused(error) => refusal(lang, Some(&error)).into(),
    };
    let said = el("div", "").attr("role", "status").with(said);
    let body: Node = match dispatch.waiting() {
        Some(waiting) => waits(lang, dispatch, &day_time(waiting.meeting.start_ms)).into(),
        None if more && !room.begun() => {
            disclosure("again", words::meetings::unfold(lang), move || form(lang, room).into())
        }
        None => form(lang, room).into(),
    };
    el("div", "stack").with(said).with(body)
}

fn waits(lang: Lang, dispatch: Dispatch, time: &str) -> El {
    let (busy, signed_out) = (dispatch.busy(), dispatch.signed_out());
    let now = el("button", "button button--primary")
        .attr("type", "button")
        .flag("disabled", busy)
        .on_click(move || dispatch.begin())
        .text(if busy { words::app::sending(lang) } else { words::meetings::send_now(lang) });
    let never = el("button", "button")
        .attr("type", "button")
        .flag("disabled", busy)
        .on_click(move || dispatch.forget())
        .text(words::meetings::do_not_send(lang));
    el("div", "caution meetings__waits")
        .attr("role", "status")
        .with(el("p", "caution__title").text(words::meetings::waits(lang, signed_out)))
        .with(el("p", "").text(words::meetings::waits_why(lang, time, signed_out)))
        .with(el("div", "row").with(now).with(never))
}

fn form(lang: Lang, room: Room) -> El {
    let Sending { choice, tried, dispatch } = room.sending;
    let (tried, busy) = (tried.get(), dispatch.busy());
    let zone = room.zone();
    let time = choice.start_ms.get().map(|start_ms| moment::day_time(lang, &zone, start_ms));
    let send = el("button", "button button--primary button--wide meetings__send")
        .attr("type", "submit")
        .flag("disabled", busy)
        .text(if busy {
            words::app::sending(lang).to_owned()
        } else {
            words::meetings::send(lang, time.as_deref())
        });
    el("form", "meeting-request stack stack--loose")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            room.send_typed();
        })
        .with(what(lang, room.request, tried))
        .with(times::times(lang, ("request-time", &zone), room.slots(), choice, tried))
        .with(send)
}

/// What it is about, and how they meet: all that can be said before there is an account.
pub(super) fn what(lang: Lang, request: Request, tried: bool) -> El {
    let typed = request.get();
    let [no_topic, no_place, _] = words::meetings::missing(lang);
    let topic_fault = tried && typed.topic.is_none();
    let place_fault = tried && typed.place.is_none();
    el("div", "stack stack--loose")
        .with(topics(lang, request, typed.topic, topic_fault))
        .with(topic_fault.then(|| problem_note("request-topic-fault".to_owned(), no_topic)))
        .with(details(lang, request, &typed))
        .with(own_words(lang, request, typed.words.clone()))
        .with(places(lang, request, typed.place, place_fault))
        .with(place_fault.then(|| problem_note("request-place-fault".to_owned(), no_place)))
}

fn topics(lang: Lang, request: Request, chosen: Option<Topic>, fault: bool) -> El {
    let zone =
        expect_context::<CurrentPlan>().plan().with(|plan| plan.as_ref().map(|plan| plan.standing.zone));
    let choice = |topic: Topic| match zone {
        Some(zone) if topic == Topic::ZoneCrossed => choice_card::Choice::new(
            topic.key(),
            words::meetings::topic_of_zone(lang, words::zone::name(lang, zone)),
        ),
        _ => choice_card::Choice::new(topic.key(), words::meetings::topic(lang, topic)),
    };
    ChoiceList {
        name: "request-topic".to_owned(),
        choices: TOPICS.map(choice).into(),
        chosen: chosen.map(|topic| topic.key().to_owned()).into_iter().collect(),
        many: false,
        short: false,
        fault: fault.then(|| "request-topic-fault".to_owned()),
        on_choose: Rc::new(move |keys| {
            let topic = keys.first().and_then(|key| Topic::of_key(key));
            request.edit(|typed| typed.topic = topic);
        }),
        on_tap: None,
        on_number: None,
        legend: el("span", "meetings__question").text(words::meetings::why(lang)),
    }
    .show()
    .class_if("meetings__topics", true)
}

/// The subject where the topic has several, and the name of what it is about.
fn details(lang: Lang, request: Request, typed: &Typed) -> Option<El> {
    let topic = typed.topic.filter(|topic| !matches!(topic, Topic::AnnualReview | Topic::ZoneCrossed))?;
    let name = has_name(topic).then(|| {
        EntryField {
            name: "request-name".to_owned(),
            label: words::meetings::name(lang, topic).into(),
            kind: "text",
            text: typed.name.clone(),
            problem: String::new(),
            on_type: Box::new(move |text| request.edit(|typed| typed.name = text)),
        }
        .show()
    });
    let (label, none) = words::meetings::about(lang);
    let line = |subject: MeetingSubject| {
        (subject.key().to_owned(), words::meetings::subject(lang, subject).to_owned())
    };
    let subject = (topic != Topic::ProductAboveClass).then(|| {
        PickField {
            name: "request-subject".into(),
            label,
            lines: [(String::new(), none.to_owned())]
                .into_iter()
                .chain(MeetingSubject::ALL.map(line))
                .collect(),
            chosen: typed.subject.map(|subject| subject.key().to_owned()).unwrap_or_default(),
            on_pick: Box::new(move |key| request.edit(|typed| typed.subject = MeetingSubject::of_key(&key))),
        }
        .show()
    });
    Some(el("div", "columns").with(subject).with(name))
}

fn own_words(lang: Lang, request: Request, text: String) -> El {
    let (label, hint) = words::meetings::own_words(lang);
    let field =
        words_field("request-words".to_owned(), "request-words-label".to_owned(), text, move |text| {
            request.edit(|typed| typed.words = text);
        });
    el("div", "stack stack--tight")
        .with(el("p", "meetings__question").attr("id", "request-words-label").text(label))
        .with(el("p", "muted").text(hint))
        .with(field)
}

fn places(lang: Lang, request: Request, chosen: Option<Place>, fault: bool) -> El {
    ChoiceList {
        name: "request-place".to_owned(),
        choices: Place::ALL
            .map(|place| choice_card::Choice::new(place.key(), words::meetings::place(lang, place)))
            .into(),
        chosen: chosen.map(|place| place.key().to_owned()).into_iter().collect(),
        many: false,
        short: true,
        fault: fault.then(|| "request-place-fault".to_owned()),
        on_choose: Rc::new(move |keys| {
            let place = keys.first().and_then(|key| Place::of_key(key));
            request.edit(|typed| typed.place = place);
        }),
        on_tap: None,
        on_number: None,
        legend: el("span", "meetings__question").text(words::meetings::how(lang)),
    }
    .show()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(topic: Option<Topic>, place: Option<Place>) -> Typed {
        Typed { topic, place, name: " Index note ".to_owned(), ..Typed::default() }
    }

    #[test]
    fn a_request_needs_a_topic_a_place_and_a_time() {
        let whole = typed(Some(Topic::AnnualReview), Some(Place::Video));
        let of = |typed: Typed, start_ms| complete(typed, start_ms, "Asia/Shanghai".to_owned());

        assert!(of(whole.clone(), Some(1)).is_some());
        assert!(of(whole, None).is_none());
        assert!(of(typed(None, Some(Place::Video)), Some(1)).is_none());
        assert!(of(typed(Some(Topic::Own), None), Some(1)).is_none());
    }

    #[test]
    fn a_name_is_sent_only_where_it_was_asked_for() {
        let of = |topic| complete(typed(Some(topic), Some(Place::Phone)), Some(1), "UTC".to_owned()).unwrap();

        assert_eq!(of(Topic::ProductAboveClass).name.as_deref(), Some("Index note"));
        assert_eq!(of(Topic::ProductAboveClass).subject, Some(MeetingSubject::Product));
        assert_eq!(of(Topic::AnnualReview).name, None);
    }
}
