//! `/meetings`: the investor's advisor, meetings to come, asking for one, and what came of others.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use wire::{Account, Care, Meeting, MeetingState, MeetingSubject, Place, Role, Slots, TakeAdvisor, Topic};

use crate::components::face::face;
use crate::components::section::ruled_section;
use crate::format::moment;
use crate::node::{El, Node, el, kept, nothing};
use crate::pages::contact::next_contact;
use crate::pages::locked::once_known;
use crate::pages::remote::once_here;
use crate::routes::Route;
use crate::state::call::Call;
use crate::state::draft::Draft;
use crate::state::remote::{Found, Remote};
use crate::state::request::{Request, Typed};
use crate::state::session::Session;
use crate::words::{self, Lang};
use crate::{api, clock};

mod ask;
pub(crate) mod facts;
pub(crate) mod feed;
mod feedback;
mod meeting;
pub(crate) mod refusal;
pub(crate) mod tasks;
mod times;

use ask::Sending;
use refusal::refusal;

/// `/meetings`: the investor's advisor, meetings to come, asking for one, and what came of others.
#[must_use]
pub fn page(lang: Lang) -> Node {
    let guest = || kept("guest", || Request::open(asked()), move |request| guest(lang, request).into());
    once_known(lang, words::meetings::unreachable(lang), guest, |account| signed_in(lang, account))
}

fn signed_in(lang: Lang, account: &Arc<Account>) -> Node {
    let session = expect_context::<Session>();
    if account.role != Role::Investor {
        return for_investors(lang).into();
    }
    let open = move || (Room::open(session), Advisor::open(session));
    kept(account.id.clone(), open, move |(room, advisor)| shown(lang, room, advisor).into())
}

/// What the address asks for: a link from another page leads the request.
fn asked() -> Typed {
    let query = use_query_map().get_untracked();
    let word = |name: &str| query.get(name).unwrap_or_default();
    Typed {
        topic: Topic::of_key(&word("topic")),
        subject: MeetingSubject::of_key(&word("subject")),
        name: word("name"),
        // What was written about a product stands with the answers, not in the address.
        words: untrack(|| expect_context::<Draft>().about(&word("product"))),
        place: Place::of_key(&word("place")),
    }
}

/// What the page knows and keeps while it is visited.
#[derive(Clone, Copy, Debug)]
struct Room {
    own: StoredValue<Own>,
    meetings: Remote<Vec<Meeting>>,
    request: Request,
    sending: Sending,
}

/// Whose page it is.
#[derive(Clone, Debug)]
struct Own {
    session: Session,
    /// The IANA name of the investor's time zone.
    zone: String,
    /// A request was begun before, or a link asked for it.
    begun: bool,
    /// The advisor's free times.
    slots: Remote<Slots>,
}

/// Who looks after the investor.
#[derive(Clone, Copy, Debug)]
struct Advisor {
    care: Remote<Care>,
    taking: Call,
}

impl Advisor {
    fn open(session: Session) -> Self {
        Self { care: Remote::new(session, api::care::show), taking: Call::new(session) }
    }
}

impl Room {
    fn open(session: Session) -> Self {
        let request = Request::open(asked());
        let room = Self {
            own: StoredValue::new(Own {
                session,
                zone: moment::own_zone(),
                begun: request.get_untracked().topic.is_some(),
                slots: Remote::new(session, api::meetings::slots),
            }),
            meetings: Remote::new(session, api::meetings::meetings),
            request,
            sending: Sending::open(),
        };
        room.follow_dispatch();
        // The advisor may have answered meanwhile.
        let back = window_event_listener(ev::focus, move |_| room.meetings.reload());
        on_cleanup(move || back.remove());
        room
    }

    fn session(self) -> Session {
        self.own.with_value(|own| own.session)
    }

    fn zone(self) -> String {
        self.own.with_value(|own| own.zone.clone())
    }

    fn slots(self) -> Remote<Slots> {
        self.own.with_value(|own| own.slots)
    }

    fn begun(self) -> bool {
        self.own.with_value(|own| own.begun)
    }

    /// Puts a meeting in the place of what was known of it.
    fn put(self, meeting: Meeting) {
        self.meetings.change(|meetings| {
            if let Some(known) = meetings.iter_mut().find(|known| known.id == meeting.id) {
                *known = meeting;
            }
        });
    }
}

fn guest(lang: Lang, request: Request) -> El {
    let terms = words::meetings::terms(lang).map(|term| el("li", "").text(term));
    let account = Route::Account.path();
    let back = String::from(js_sys::encode_uri_component(&Route::Meetings.path()));
    let sign_up = [&account, "?do=sign-up&back=", &back].concat();
    let sign_in = [&account, "?do=sign-in&back=", &back].concat();
    let ways = el("div", "row")
        .with(el("a", "button button--primary").attr("href", sign_up).text(words::meetings::sign_up(lang)))
        .with(el("a", "button").attr("href", sign_in).text(words::meetings::sign_in(lang)));
    el("div", "page meetings")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::meetings::headline(lang)))
                .with(el("p", "").text(words::meetings::lead(lang)))
                .with(el("ul", "meetings__terms").with_all(terms)),
        )
        .with(
            ruled_section(words::meetings::ask(lang))
                .class_if("meetings__ask", true)
                .with(ask::what(lang, request, false))
                .with(el("p", "").text(words::meetings::account_first(lang)))
                .with(ways),
        )
}

fn for_investors(lang: Lang) -> El {
    let desk =
        el("a", "button button--primary").attr("href", Route::Desk.path()).text(words::app::desk(lang));
    el("div", "page")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::meetings::for_investors(lang)))
                .with(el("p", "").text(words::meetings::for_investors_way_out(lang))),
        )
        .with(el("p", "").with(desk))
}

fn shown(lang: Lang, room: Room, advisor: Advisor) -> El {
    let head = el("header", "page__head")
        .with(el("h1", "").text(words::meetings::headline(lang)))
        .with(once_here(advisor.care, move |lang, care| looked_after(lang, room, advisor, &care).into()));
    el("div", "page meetings")
        .with(head)
        .with(once_here(room.meetings, move |lang, meetings| ahead(lang, room, &meetings)))
        .with(asking(lang, room, advisor))
        .with(past(lang, room))
        .with(feed::feed(lang))
}

/// Who looks after the investor, or the way to somebody who does.
fn looked_after(lang: Lang, room: Room, advisor: Advisor, care: &Care) -> El {
    let Some(card) = &care.advisor else { return no_advisor(lang, room, advisor) };
    let zone = room.zone();
    let day = |at_ms| moment::long_day(lang, &zone, at_ms);
    let next =
        care.next_contact_ms.map(|at_ms| el("p", "muted").text(next_contact(lang, at_ms, &day(at_ms))));
    let deputy = care.deputy.as_ref().map(|deputy| {
        let (from, until) = (day(deputy.from_ms), day(deputy.until_ms));
        el("p", "caution").text(words::meetings::deputy(lang, &deputy.advisor.name, &from, &until))
    });
    let promise = lang.pick(&care.tier.promise.zh, &care.tier.promise.en).to_owned();
    let who = el("div", "meetings__who")
        .with(el("p", "meetings__label").text(words::meetings::advisor(lang)))
        .with(el("p", "meetings__name").text(card.name.clone()))
        .with(el("p", "muted").text(words::meetings::speaks(lang, &card.languages)))
        .with(next);
    el("div", "stack")
        .with(el("div", "meetings__advisor").with(face(&card.name)).with(who))
        .with(el("p", "muted").text(promise))
        .with(deputy)
}

fn no_advisor(lang: Lang, room: Room, advisor: Advisor) -> El {
    let take = el("button", "button button--primary")
        .attr("type", "button")
        .flag("disabled", advisor.taking.going())
        .on_click(move || take_advisor(room, advisor))
        .text(words::meetings::take_advisor(lang));
    el("div", "stack")
        .with(el("p", "meetings__name").text(words::meetings::no_advisor(lang)))
        .with(el("p", "").text(words::meetings::no_advisor_why(lang)))
        .with(el("p", "").with(take))
        .with(refusal(lang, advisor.taking.error().as_ref()))
}

/// Takes the advisor whom the firm's rule chooses.
fn take_advisor(room: Room, advisor: Advisor) {
    advisor.taking.start(
        || async { api::care::take(&TakeAdvisor::default()).await },
        move |care| {
            advisor.care.set(care);
            room.slots().reload();
        },
    );
}

/// It is being arranged or agreed, and its time has not passed.
fn lies_ahead(meeting: &Meeting) -> bool {
    let open = [MeetingState::Requested, MeetingState::Offered, MeetingState::Confirmed];
    open.contains(&meeting.state) && clock::moment_ms() < meeting.end_ms
}

/// Meetings to come, the next one first.
fn ahead(lang: Lang, room: Room, meetings: &[Meeting]) -> Node {
    let mut ahead: Vec<&Meeting> = meetings.iter().filter(|meeting| lies_ahead(meeting)).collect();
    ahead.sort_by_key(|meeting| meeting.start_ms);
    if ahead.is_empty() {
        return nothing();
    }
    let cards = ahead.into_iter().map(|one| meeting::meeting(lang, room, one.clone()));
    ruled_section(words::meetings::ahead(lang)).with_all(cards).into()
}

/// The form, once there is an advisor with times.
fn asking(lang: Lang, room: Room, advisor: Advisor) -> Node {
    let has_advisor = matches!(advisor.care.get(), Found::Ready(care) if care.advisor.is_some());
    if !has_advisor {
        return nothing();
    }
    let more = matches!(room.meetings.get(), Found::Ready(meetings) if meetings.iter().any(lies_ahead));
    let title = if more { words::meetings::ask_another(lang) } else { words::meetings::ask(lang) };
    ruled_section(title).class_if("meetings__ask", true).with(ask::ask(lang, room, more)).into()
}

/// What is over, the latest first.
fn past(lang: Lang, room: Room) -> Node {
    let Found::Ready(meetings) = room.meetings.get() else { return nothing() };
    let mut past: Vec<&Meeting> = meetings.iter().filter(|meeting| !lies_ahead(meeting)).collect();
    past.sort_by_key(|meeting| std::cmp::Reverse(meeting.start_ms));
    if past.is_empty() {
        return nothing();
    }
    let cards = past.into_iter().map(|one| meeting::meeting(lang, room, one.clone()));
    ruled_section(words::meetings::past(lang)).with_all(cards).into()
}
