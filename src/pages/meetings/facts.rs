//! What both who meet see of a meeting: where it stands, when, how, what about, what came of it.

use wire::{Meeting, MeetingState, MeetingSubject, Side, Topic};

use crate::components::disclosure::disclosure;
use crate::components::state_mark::{State, state_mark};
use crate::format::moment;
use crate::node::{El, Node, el};
use crate::words::{self, Lang};

/// Who looks, on which clock.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// Whose eyes.
    pub(crate) side: Side,
    /// The IANA name of the zone of whoever looks.
    pub(crate) zone: String,
}

/// Time and state of a meeting, under a heading.
pub(crate) fn head(seen: &Seen, meeting: &Meeting, state: &'static str) -> El {
    let Seen { lang, side, zone } = seen;
    let other = match side {
        Side::Client => &meeting.advisor.time_zone,
        Side::Advisor => &meeting.client_zone,
    };
    let start = meeting.start_ms;
    let there = (!moment::same_clock(zone, other, start)).then(|| {
        let time = moment::day_time(*lang, other, start);
        let said = words::meetings::other_clock(*lang, &time, &moment::clock(*lang, other, start));
        el("p", "muted").text(said)
    });
    let time = el("h3", "meeting__time")
        .attr("id", heading(&meeting.id))
        .attr("tabindex", "-1")
        .text(span(seen, meeting));
    el("header", "meeting__head")
        .with(state_mark(mark(meeting.state), state))
        .with(time)
        .with(there)
        .with(el("p", "muted").text(how(seen, meeting)))
}

/// The id of a meeting's heading: it takes the keys once what was pressed is gone.
pub(crate) fn heading(id: &str) -> String {
    ["meeting-", id].concat()
}

/// Day and time from begin to end.
pub(crate) fn span(Seen { lang, zone, .. }: &Seen, meeting: &Meeting) -> String {
    let begin = moment::day_time(*lang, zone, meeting.start_ms);
    [&begin, "–", &moment::time(zone, meeting.end_ms)].concat()
}

const fn mark(state: MeetingState) -> State {
    match state {
        // A question to one of the two; the triangle of what is open looks like the red zone.
        MeetingState::Requested | MeetingState::Offered => State::Ask,
        MeetingState::Confirmed | MeetingState::Held => State::Done,
        MeetingState::Declined | MeetingState::Cancelled => State::Idle,
    }
}

/// How, and with whom.
fn how(Seen { lang, side, .. }: &Seen, meeting: &Meeting) -> String {
    let who = match side {
        Side::Client => &meeting.advisor.name,
        Side::Advisor => &meeting.client_name,
    };
    let place = words::meetings::place(*lang, meeting.place);
    if who.is_empty() { place.to_owned() } else { [place, " · ", who].concat() }
}

/// What it is about: topic, own words, agenda, experts, and why the last step was taken.
pub(crate) fn about(seen: &Seen, meeting: &Meeting) -> El {
    let Seen { lang, side, .. } = seen;
    let reason = meeting.steps.last().filter(|step| !step.reason.is_empty() && step.side != *side);
    let reason = reason.map(|step| {
        el("p", "meeting__reason").text(words::meetings::because(*lang, step.side, &step.reason))
    });
    let own = (!meeting.words.is_empty()).then(|| {
        el("div", "")
            .with(el("p", "meeting__label").text(words::meetings::in_own_words(*lang, *side)))
            .with(el("blockquote", "meeting__words").text(meeting.words.clone()))
    });
    el("div", "meeting__about")
        .with(reason)
        .with(el("p", "meeting__topic").text(topic(*lang, meeting.topic, meeting.subject, &meeting.name)))
        .with(own)
        .with(agenda(*lang, meeting))
}

/// Topic, subject and name in one line.
pub(crate) fn topic(lang: Lang, topic: Topic, subject: Option<MeetingSubject>, name: &str) -> String {
    let mut parts = vec![words::meetings::topic(lang, topic)];
    parts.extend(subject.map(|subject| words::meetings::subject(lang, subject)));
    parts.extend(Some(name).filter(|name| !name.is_empty()));
    parts.join(" · ")
}

/// What will be talked about, each point with its page, folded away.
fn agenda(lang: Lang, meeting: &Meeting) -> Node {
    let points: Vec<(String, String)> = meeting
        .agenda
        .iter()
        .map(|point| (lang.pick(&point.text.zh, &point.text.en).to_owned(), point.path.clone()))
        .collect();
    let experts: Vec<String> = meeting
        .experts
        .iter()
        .map(|expert| {
            let of = |text: &wire::Text| lang.pick(&text.zh, &text.en).to_owned();
            [of(&expert.name), of(&expert.helps)].join(lang.pick("：", ": "))
        })
        .collect();
    if points.is_empty() {
        return crate::node::nothing();
    }
    let point = |(text, path): (String, String)| {
        let line = el("li", "");
        if path.is_empty() { line.text(text) } else { line.with(el("a", "").attr("href", path).text(text)) }
    };
    disclosure("agenda", words::meetings::agenda(lang), move || {
        let list = el("ol", "meeting__agenda").with_all(points.iter().cloned().map(point));
        let names = experts.iter().map(|expert| el("li", "").text(expert.clone()));
        let helped = (!experts.is_empty()).then(|| {
            el("div", "")
                .with(el("p", "meeting__label").text(words::meetings::experts(lang)))
                .with(el("ul", "").with_all(names))
        });
        el("div", "stack stack--tight").with(list).with(helped).into()
    })
}

/// What the advisor wrote, as paragraphs.
pub(crate) fn summary(lang: Lang, meeting: &Meeting) -> El {
    let part = el("section", "stack stack--tight")
        .with(el("h4", "meeting__label").text(words::meetings::summary(lang)));
    if meeting.summary.is_empty() {
        return part.with(el("p", "muted").text(words::meetings::no_summary(lang)));
    }
    let paragraphs = meeting.summary.split('\n').filter(|line| !line.trim().is_empty());
    part.with_all(paragraphs.map(|line| el("p", "").text(line.to_owned())))
}
