//! `/learn/talks`: talks and seminars to come, and seats at them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use wire::{Account, Bilingual, Role, Talk, TalkSeat, Talks};

use super::unreachable;
use crate::api::ApiError;
use crate::components::problem_note::problem_note;
use crate::format;
use crate::node::{El, Node, el, kept, live, nothing};
use crate::pages::focus::focus_later;
use crate::pages::locked;
use crate::routes::Route;
use crate::state::call::Call;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::library::{Found, Library};
use crate::state::reading::Reading;
use crate::state::remote::{self, Remote};
use crate::state::session::{Presence, Session};
use crate::state::shared;
use crate::words::{self, Lang};
use crate::{api, clock};

/// `/learn/talks`: talks and seminars to come, and seats at them.
#[must_use]
pub fn page(lang: Lang) -> Node {
    match shared(Library::new).talks() {
        Found::Loading => locked::skeleton(words::app::loading(lang)),
        Found::Failed(why) => unreachable(lang, why),
        Found::Ready(talks) => shown(lang, &talks).into(),
    }
}

/// What a visit keeps: one for each person, and one for a guest.
#[derive(Clone, Copy, Debug)]
struct Hall {
    session: Session,
    /// The seats, which only an investor can have.
    seats: Option<Remote<Vec<TalkSeat>>>,
}

/// What somebody can do about a seat.
#[derive(Clone, Debug, PartialEq)]
enum Seat {
    /// Nothing before they have signed in.
    Guest,
    /// Nothing: it is somebody of the firm.
    Firm,
    /// Nothing any more.
    Begun,
    /// Nothing before the server has told.
    Asking,
    /// Nothing: the server cannot be asked.
    Unknown(ApiError),
    /// Take one of so many.
    Free(u32),
    /// Nothing: all are taken.
    Full,
    /// Give theirs back.
    Own,
}

impl Hall {
    fn open(session: Session, role: Option<Role>) -> Self {
        // Whoever signed in for the sake of a talk comes back to it.
        if let Some(talk) = use_query_map().get_untracked().get("talk") {
            let found = ["#talk-", &talk].concat();
            // The first frame is that of the page itself, which is read from its heading.
            request_animation_frame(move || focus_later(&found));
        }
        let investor = role == Some(Role::Investor);
        Self { session, seats: investor.then(|| Remote::new(session, api::talks::seats)) }
    }

    /// How somebody stands with a talk. Tracked.
    fn seat(self, talk: &Talk) -> Seat {
        let Some(seats) = self.seats else {
            return match self.session.presence() {
                Presence::Unreachable => Seat::Unknown(ApiError::Unreachable),
                _ if self.session.account().is_some() => Seat::Firm,
                _ => Seat::Guest,
            };
        };
        match seats.get() {
            remote::Found::Loading => Seat::Asking,
            remote::Found::Failed(error) => Seat::Unknown(error),
            remote::Found::Ready(seats) => standing(talk, &seats),
        }
    }

    /// Asks again for what could not be had.
    fn retry(self) {
        match self.seats {
            Some(seats) => seats.retry(),
            None => self.session.ask(),
        }
    }

    /// Asks how the seats stand after something was not done; where nobody answers, what is known stays.
    async fn look_again(self) {
        if let (Some(seats), Ok(now)) = (self.seats, api::talks::seats().await) {
            seats.set(now);
        }
    }

    /// Notes what the server has answered about one talk.
    fn put(self, seat: TalkSeat) {
        if let Some(seats) = self.seats {
            seats.change(|known| {
                known.retain(|other| other.talk != seat.talk);
                known.push(seat);
            });
        }
    }
}

fn standing(talk: &Talk, seats: &[TalkSeat]) -> Seat {
    let begun = start_ms(talk) <= clock::epoch_ms();
    match seats.iter().find(|seat| seat.talk == talk.id) {
        Some(TalkSeat { taken_ms: Some(_), .. }) => Seat::Own,
        _ if begun => Seat::Begun,
        Some(TalkSeat { left: 0, .. }) | None => Seat::Full,
        Some(TalkSeat { left, .. }) => Seat::Free(*left),
    }
}

fn shown(lang: Lang, talks: &Arc<Talks>) -> El {
    let (session, talks) = (expect_context::<Session>(), Arc::clone(talks));
    el("div", "page talks")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::talks(lang)))
                .with(el("p", "").text(words::learn::talks_lead(lang))),
        )
        .with(live(move || talks_of(session, &talks)))
}

/// The talks with the seats of whoever is signed in. Nothing is offered before the server has said who it is.
fn talks_of(session: Session, talks: &Arc<Talks>) -> Node {
    let lang = expect_context::<Language>().get();
    if session.presence() == Presence::Asking {
        return list(lang, talks, None);
    }
    let account = session.account();
    let key = account.as_ref().map_or_else(|| "guest".to_owned(), |account| account.id.clone());
    let role = account.map(|account| account.role);
    let talks = Arc::clone(talks);
    kept(
        key,
        move || Hall::open(session, role),
        move |hall| list(expect_context::<Language>().get(), &talks, Some(hall)),
    )
}

/// The talks that are not over.
fn list(lang: Lang, talks: &Talks, hall: Option<Hall>) -> Node {
    let now = clock::epoch_ms();
    let ahead = talks.talks.iter().filter(|talk| now < end_ms(talk));
    let rows: Vec<Node> = ahead.map(|talk| row(talk.clone(), hall)).collect();
    if rows.is_empty() {
        return el("p", "").text(words::learn::no_talks(lang)).into();
    }
    el("ul", "talks__list").attr("role", "list").with_all(rows).into()
}

/// When a talk begins, in milliseconds since 1970. The server sends none without a time.
fn start_ms(talk: &Talk) -> f64 {
    js_sys::Date::parse(&talk.start)
}

/// When a talk is over.
fn end_ms(talk: &Talk) -> f64 {
    start_ms(talk) + f64::from(talk.minutes) * 60_000.0
}

/// A talk. What was pressed there is its own: taking a seat, and giving it back.
fn row(talk: Talk, hall: Option<Hall>) -> Node {
    let key = talk.id.clone();
    let presses = move || hall.map(|hall| [Call::new(hall.session), Call::new(hall.session)]);
    kept(key, presses, move |presses| {
        let lang = expect_context::<Language>().get();
        let seat = hall.map_or(Seat::Asking, |hall| hall.seat(&talk));
        let ways = hall.zip(presses).map(|(hall, presses)| ways(lang, &talk, &seat, hall, presses));
        told(lang, &talk, &seat, ways).into()
    })
}

fn told(lang: Lang, talk: &Talk, seat: &Seat, ways: Option<El>) -> El {
    let of = |both: &Bilingual| lang.pick(&both.zh, &both.en).to_owned();
    let seats = match seat {
        Seat::Free(left) => words::learn::seats_left(lang, *left, talk.seats),
        _ => words::learn::seats(lang, talk.seats),
    };
    let about = [
        words::learn::talk_kind(lang, talk.kind).to_owned(),
        words::learn::held_in(lang, &talk.language).to_owned(),
        seats,
    ];
    let about = el("p", "article__about").with_all(about.map(|text| el("span", "").text(text)));
    let title = el("h2", "talk__title").attr("id", heading(&talk.id)).attr("tabindex", "-1");
    el("li", "talk").with(el("p", "talk__time").text(time(lang, talk))).with(
        el("div", "talk__what")
            .with(title.text(of(&talk.title)))
            .with(about)
            .with(el("p", "").text(of(&talk.about)))
            .with(el("p", "muted").text(of(&talk.place)).text(" · ").text(of(&talk.speaker)))
            .with(ways),
    )
}

/// The name of a talk's heading on the page.
fn heading(talk: &str) -> String {
    ["talk-", talk].concat()
}

/// What can be done: about a seat, and with a calendar.
fn ways(lang: Lang, talk: &Talk, seat: &Seat, hall: Hall, [take, leave]: [Call; 2]) -> El {
    let own = *seat == Seat::Own;
    let file = el("a", if own { "button button--primary" } else { "button" })
        .attr("href", api::calendar_file(&talk.id))
        .attr("download", format!("{}.ics", talk.id))
        .attr("aria-describedby", heading(&talk.id))
        .text(words::learn::to_calendar(lang));
    let (first, last) = match seat {
        Seat::Guest => (Some(sign_in_first(lang, talk)), by_mail(lang, talk)),
        Seat::Free(_) => (Some(press(lang, talk, hall, take, true)), None),
        Seat::Own => (None, Some(press(lang, talk, hall, leave, false))),
        Seat::Firm | Seat::Begun | Seat::Asking | Seat::Unknown(_) | Seat::Full => (None, None),
    };
    let said = el("div", "talk__seat").attr("role", "status").with(said(lang, talk, seat, hall));
    // What was not done matters as long as it can still be done.
    let error = match seat {
        Seat::Free(_) => take.error(),
        Seat::Own => leave.error(),
        _ => None,
    };
    let refused = error.map(|error| problem_note(String::new(), &words::refusal::sentence(lang, &error)));
    el("div", "stack stack--tight")
        .with(said)
        .with(el("div", "").attr("role", "alert").with(refused))
        .with(el("div", "row").with(first).with(file).with(last))
}

/// How somebody stands with a talk, in a sentence.
fn said(lang: Lang, talk: &Talk, seat: &Seat, hall: Hall) -> Node {
    let line = |class, text: &'static str| el("p", class).text(text).into();
    match seat {
        Seat::Own => {
            let account = hall.session.account();
            let mailed = account.as_deref().is_some_and(|Account { confirmed, .. }| *confirmed);
            el("p", "talk__own").text(words::learn::seat_is_yours(lang, mailed)).into()
        }
        Seat::Full => line("", words::learn::full(lang)),
        Seat::Begun => line("muted", words::learn::has_begun(lang)),
        Seat::Guest if shared(Reading::new).signed_up(&talk.id) => {
            line("muted", words::learn::signed_up(lang))
        }
        Seat::Unknown(error) if !error.signed_out() => {
            let again = el("button", "button button--quiet")
                .attr("type", "button")
                .on_click(move || hall.retry())
                .text(words::app::retry(lang));
            let sentence = el("span", "muted").text(words::learn::seats_unknown(lang));
            el("p", "row").with(sentence).with(again).into()
        }
        Seat::Asking => line("muted", words::learn::seats_asked(lang)),
        Seat::Guest | Seat::Firm | Seat::Unknown(_) | Seat::Free(_) => nothing(),
    }
}

/// Takes a seat, or gives it back.
fn press(lang: Lang, talk: &Talk, hall: Hall, call: Call, take: bool) -> El {
    let (class, name) = if take {
        ("button button--primary", words::learn::take_seat(lang))
    } else {
        ("button button--quiet", words::learn::give_back(lang))
    };
    let id = talk.id.clone();
    let ask = move || {
        let (talk, shown) = (id.clone(), heading(&id));
        let ask = move || {
            let talk = talk.clone();
            async move {
                let seat = if take { api::talks::take(&talk).await } else { api::talks::leave(&talk).await };
                // Somebody was faster, it has begun, or the answer was lost: the page says how it stands now.
                if seat.as_ref().is_err_and(|error| !error.signed_out()) {
                    hall.look_again().await;
                }
                seat
            }
        };
        call.start(ask, move |seat| {
            hall.put(seat);
            // The button that was pressed is gone.
            focus_later(&["#", &shown].concat());
        });
    };
    el("button", class)
        .attr("type", "button")
        .attr("aria-describedby", heading(&talk.id))
        .attr_if("aria-disabled", call.going().then_some("true"))
        .attr_if("aria-busy", call.going().then_some("true"))
        .on_click(ask)
        .text(name)
}

/// The way in, that leads back to this talk.
fn sign_in_first(lang: Lang, talk: &Talk) -> El {
    let way = [&Route::Account.path(), "?back=", &encoded(&address(&talk.id))].concat();
    el("a", "button button--primary")
        .attr("href", way)
        .attr("aria-describedby", heading(&talk.id))
        .text(words::learn::sign_in_for_seat(lang))
}

/// The address of a talk.
pub(in crate::pages) fn address(talk: &str) -> String {
    [&Route::Talks.path(), "?talk=", talk].concat()
}

/// Signs up by mail to the firm, without an account.
fn by_mail(lang: Lang, talk: &Talk) -> Option<El> {
    let reading = shared(Reading::new);
    let firm = expect_context::<FirmData>().get()?;
    let title = lang.pick(&talk.title.zh, &talk.title.en);
    let subject = encoded(&words::learn::mail_subject(lang, title));
    let body = encoded(&words::learn::mail_body(lang, title, &time(lang, talk)));
    let address = ["mailto:", &firm.identity.mail, "?subject=", &subject, "&body=", &body].concat();
    let id = talk.id.clone();
    Some(
        el("a", "button button--quiet")
            .attr("href", address)
            .on_click(move || reading.sign_up(&id))
            .text(words::learn::sign_up(lang)),
    )
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Day and time where the talk is held, with the offset: `2026年12月12日 14:00（UTC+8）`.
pub(in crate::pages) fn time(lang: Lang, talk: &Talk) -> String {
    let day = format::day(lang, talk.start.get(..10).unwrap_or_default());
    let clock = talk.start.get(11..16).unwrap_or_default();
    let offset = offset(talk.start.get(19..).unwrap_or_default());
    match lang {
        Lang::Zh => [day.as_str(), " ", clock, "（", &offset, "）"].concat(),
        Lang::En => [day.as_str(), ", ", clock, " (", &offset, ")"].concat(),
    }
}

/// An offset as people write it: `+08:00` is `UTC+8`, `-03:30` is `UTC−3:30`.
fn offset(text: &str) -> String {
    let (hours, minutes) = text.split_once(':').unwrap_or(("+00", "00"));
    let (sign, hours) = hours.split_at_checked(1).unwrap_or(("+", "00"));
    let sign = if sign == "-" { "−" } else { "+" };
    let minutes = if minutes == "00" { String::new() } else { [":", minutes].concat() };
    ["UTC", sign, hours.strip_prefix('0').unwrap_or(hours), &minutes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_written_as_people_write_it() {
        assert_eq!(offset("+08:00"), "UTC+8");
        assert_eq!(offset("-05:00"), "UTC−5");
        assert_eq!(offset("-03:30"), "UTC−3:30");
        assert_eq!(offset("+10:00"), "UTC+10");
    }
}
