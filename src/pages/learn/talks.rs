//! `/learn/talks`: talks and seminars to come.

use leptos::prelude::*;
use wire::{Bilingual, Talk};

use super::unreachable;
use crate::format;
use crate::node::{El, Node, el};
use crate::pages::locked;
use crate::state::firm_data::FirmData;
use crate::state::library::{Found, Library};
use crate::state::reading::Reading;
use crate::state::shared;
use crate::words::{self, Lang};
use crate::{api, clock};

/// `/learn/talks`: talks and seminars to come.
#[must_use]
pub fn page(lang: Lang) -> Node {
    match shared(Library::new).talks() {
        Found::Loading => locked::skeleton(words::app::loading(lang)),
        Found::Failed(why) => unreachable(lang, why),
        Found::Ready(talks) => shown(lang, &talks.talks).into(),
    }
}

fn shown(lang: Lang, talks: &[Talk]) -> El {
    let now = clock::epoch_ms();
    let to_come: Vec<El> =
        talks.iter().filter(|talk| now < end_ms(talk)).map(|talk| row(lang, talk)).collect();
    let nothing = to_come.is_empty().then(|| el("p", "").text(words::learn::no_talks(lang)));
    el("div", "page talks")
        .with(
            el("header", "page__head")
                .with(el("h1", "").text(words::app::talks(lang)))
                .with(el("p", "").text(words::learn::talks_lead(lang))),
        )
        .with(nothing)
        .with(el("ul", "talks__list").attr("role", "list").with_all(to_come))
}

/// When a talk is over, in milliseconds since 1970. The server sends none without a time.
fn end_ms(talk: &Talk) -> f64 {
    js_sys::Date::parse(&talk.start) + f64::from(talk.minutes) * 60_000.0
}

fn row(lang: Lang, talk: &Talk) -> El {
    let of = |both: &Bilingual| lang.pick(&both.zh, &both.en).to_owned();
    let about = [
        words::learn::talk_kind(lang, talk.kind).to_owned(),
        words::learn::held_in(lang, &talk.language).to_owned(),
        words::learn::seats(lang, talk.seats),
    ];
    let about = el("p", "article__about").with_all(about.map(|text| el("span", "").text(text)));
    el("li", "talk").with(el("p", "talk__time").text(time(lang, talk))).with(
        el("div", "talk__what")
            .with(el("h2", "talk__title").text(of(&talk.title)))
            .with(about)
            .with(el("p", "").text(of(&talk.about)))
            .with(el("p", "muted").text(of(&talk.place)).text(" · ").text(of(&talk.speaker)))
            .with(ways(lang, talk)),
    )
}

/// Signs up by mail to the firm, and puts the talk into a calendar.
fn ways(lang: Lang, talk: &Talk) -> El {
    let reading = shared(Reading::new);
    let mail = expect_context::<FirmData>().get().map(|firm| {
        let title = lang.pick(&talk.title.zh, &talk.title.en);
        let subject = encoded(&words::learn::mail_subject(lang, title));
        let body = encoded(&words::learn::mail_body(lang, title, &time(lang, talk)));
        let address = ["mailto:", &firm.identity.mail, "?subject=", &subject, "&body=", &body].concat();
        let id = talk.id.clone();
        el("a", "button button--primary")
            .attr("href", address)
            .on_click(move || reading.sign_up(&id))
            .text(words::learn::sign_up(lang))
    });
    let file = el("a", "button")
        .attr("href", api::calendar_file(&talk.id))
        .attr("download", format!("{}.ics", talk.id))
        .text(words::learn::to_calendar(lang));
    let signed = reading.signed_up(&talk.id).then(|| el("span", "muted").text(words::learn::signed_up(lang)));
    el("p", "row").with(mail).with(file).with(el("span", "").attr("role", "status").with(signed))
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Day and time where the talk is held, with the offset: `2026年12月12日 14:00（UTC+8）`.
fn time(lang: Lang, talk: &Talk) -> String {
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
