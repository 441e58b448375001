use super::*;
use serde_json::json;

const SENDER: Sender = Sender {
    firm: ["常青证券", "Evergreen Securities"],
    address: "service@example.com",
    public_url: "https://plan.example.com",
};

/// Everything that any mail speaks of.
fn payload() -> Value {
    json!({
        "name": "李伟",
        "with": "陈岚",
        "reason": "当天有会议",
        "note": "我将退休，王宁会继续照顾您。",
        "address": "li.wei@example.com",
        "token": "9f2c",
        "until": "2026-12-31",
        "title": "您的退休计划怎样读",
        "where": "上海浦东",
        "when": "2026-12-12 14:00 (+08:00)",
        "meeting_id": "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90",
        "start_ms": 1_796_088_600_000_i64,
        "end_ms": 1_796_091_300_000_i64,
        "stamp_ms": 1_795_579_200_000_i64,
        "sequence": 1,
        "zone": "Asia/Shanghai",
        "other_zone": "America/Toronto",
        "place": "video",
        "ics": "request",
    })
}

fn composed(kind: &str, language: Language, payload: &Value) -> Composed {
    compose(kind, "li.wei@example.com", language, payload, &SENDER).unwrap()
}

#[test]
fn every_mail_has_all_its_words_in_both_languages() {
    for texts in TEXTS {
        for language in [Language::Zh, Language::En] {
            let mail = composed(texts.kind, language, &payload());

            assert!(!mail.subject.is_empty(), "{}", texts.kind);
            for text in [&mail.subject, &mail.text, &mail.html] {
                assert!(!text.contains(['{', '}']), "{}: {text}", texts.kind);
            }
            let paragraphs = mail.text.matches("\n\n").count();
            assert_eq!(
                paragraphs,
                texts.body.len() + 1 + usize::from(texts.link.is_some()),
                "{}",
                texts.kind
            );
        }
    }
}

#[test]
fn no_mail_names_a_zone_a_class_or_an_amount() {
    for texts in TEXTS {
        let all = std::iter::once(&texts.subject).chain(texts.body);
        for words in all {
            for word in ["红区", "灰区", "绿区", "red zone", "green zone", "C1", "C5", "元", "¥", "$", "%"]
            {
                assert!(!words.zh.contains(word) && !words.en.contains(word), "{}: {word}", texts.kind);
            }
        }
    }
}

#[test]
fn a_meeting_is_told_on_both_clocks() {
    let mail = composed("meeting_confirmed", Language::En, &payload());

    let expected =
        "Tuesday 1 December 2026, 09:30 (Asia/Shanghai) = Monday 30 November 2026, 20:30 (America/Toronto)";
    assert!(mail.text.contains(expected), "{}", mail.text);
    let mail = composed("meeting_confirmed", Language::Zh, &payload());
    assert!(mail.subject.contains("2026年12月1日星期二 09:30（Asia/Shanghai）"), "{}", mail.subject);
}

#[test]
fn a_clock_that_shows_the_same_is_told_once() {
    let mut payload = payload();
    payload["other_zone"] = "Asia/Shanghai".into();
    assert!(!composed("meeting_confirmed", Language::En, &payload).text.contains(" = "));
}

#[test]
fn a_meeting_comes_with_its_calendar() {
    let (method, calendar) = composed("meeting_confirmed", Language::En, &payload()).calendar.unwrap();
    assert_eq!(method, "REQUEST");
    assert!(calendar.contains("DTSTART:20261201T013000Z"), "{calendar}");

    let mut cancelled = payload();
    cancelled["ics"] = "cancel".into();
    let (method, calendar) = composed("meeting_cancelled", Language::En, &cancelled).calendar.unwrap();
    assert_eq!(method, "CANCEL");
    assert!(calendar.contains("STATUS:CANCELLED"), "{calendar}");
}

#[test]
fn a_seat_at_a_talk_comes_with_its_calendar() {
    let mut payload = payload();
    payload["talk_id"] = "first-plan-shanghai".into();

    let (method, calendar) = composed("talk_seat", Language::Zh, &payload).calendar.unwrap();

    assert_eq!(method, "REQUEST");
    let calendar = calendar.replace("\r\n ", "");
    assert!(calendar.contains("UID:talk-first-plan-shanghai@evergreen"), "{calendar}");
    assert!(calendar.contains("SUMMARY:您的退休计划怎样读"), "{calendar}");
    assert!(calendar.contains("URL;VALUE=URI:https://plan.example.com/learn/talks"), "{calendar}");
}

#[test]
fn what_people_typed_stays_words() {
    let mut payload = payload();
    payload["with"] = "<b>\"Chen\"\r\nBcc: all@example.com</b>".into();

    let mail = composed("invitation", Language::En, &payload);

    assert!(!mail.subject.contains(['\r', '\n']), "{}", mail.subject);
    assert!(!mail.html.contains("<b>"), "{}", mail.html);
}

#[test]
fn a_paragraph_without_its_word_is_left_out() {
    let mut payload = payload();
    payload["reason"] = "".into();
    payload["name"] = "".into();

    let mail = composed("meeting_cancelled", Language::En, &payload);

    assert!(!mail.text.contains("Why") && !mail.text.contains("Dear"), "{}", mail.text);
}

#[test]
fn a_link_leads_to_the_own_server() {
    let mail = composed("set_password", Language::En, &payload());
    assert!(mail.text.contains("https://plan.example.com/account/reset?token=9f2c"), "{}", mail.text);
    assert!(compose("no_such_mail", "a@b.cn", Language::En, &payload(), &SENDER).is_none());
}
