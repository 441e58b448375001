//! A meeting from the first request to the feedback.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::{HeaderName, Method, StatusCode};
use server::clock::{DAY_MS, HOUR_MS};
use wire::{
    CalendarFeed, Care, Done, Feedback, Meeting, MeetingAct, MeetingState, NewMeeting, NewTask, Role, Side,
};
use wire::{MeetingSubject, Summary, Topic};

use crate::office::{Pair, request, signed_in};
use crate::support::{Browser, NOW_MS, Reply, Stage};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

async fn ask_with_key(browser: &mut Browser, key: &str, sent: &NewMeeting) -> Reply {
    let body = serde_json::to_vec(sent).unwrap();
    browser.send(Method::POST, "/api/meetings", &[(KEY, key)], Some(body)).await
}

async fn act(browser: &mut Browser, meeting: &Meeting, act: MeetingAct) -> Reply {
    browser.post(&format!("/api/meetings/{}/acts", meeting.id), &act).await
}

/// Meetings that wait under today to be closed.
async fn to_close(pair: &mut Pair) -> Vec<String> {
    let today: wire::Today = pair.desk.get("/api/desk").await.json();
    today.to_close.into_iter().map(|meeting| meeting.id).collect()
}

#[tokio::test]
async fn slots_lie_in_the_hours_of_the_own_advisor_and_not_too_soon() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;

    let slots = pair.slots().await;

    assert!(
        slots.iter().all(|slot| NOW_MS + 12 * HOUR_MS <= slot.start_ms && slot.advisor_id == pair.advisor_id)
    );
    // The first morning in Shanghai: 2026-11-26, 09:30.
    assert_eq!(slots[0].start_ms, 1_795_656_600_000);
    assert_eq!(slots[0].end_ms - slots[0].start_ms, 45 * 60_000);
}

#[tokio::test]
async fn a_meeting_goes_from_the_request_to_the_feedback() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;

    let meeting = pair.ask().await;
    assert_eq!((meeting.state, meeting.advisor.name.as_str()), (MeetingState::Requested, "陈岚"));
    assert_eq!(meeting.client_name, "li@example.com");
    let desk: wire::Today = pair.desk.get("/api/desk").await.json();
    assert_eq!(desk.requests[0].id, meeting.id);
    assert_eq!(desk.attention[0].attention, wire::Attention::Request);

    let confirm = MeetingAct::Confirm { start_ms: meeting.start_ms };
    let meeting: Meeting = act(&mut pair.desk, &meeting, confirm).await.json();
    assert_eq!(meeting.state, MeetingState::Confirmed);
    let (_, payload) = stage.mail("meeting_confirmed").await.unwrap();
    assert_eq!((payload["ics"].as_str(), payload["sequence"].as_i64()), (Some("request"), Some(1)));

    let early = act(&mut pair.desk, &meeting, MeetingAct::Hold).await;
    assert_eq!(early.problem(StatusCode::CONFLICT).code, "too_early");
    assert_eq!(to_close(&mut pair).await, [""; 0]);
    stage.app.clock.advance(meeting.end_ms - NOW_MS);
    assert_eq!(to_close(&mut pair).await, [meeting.id.as_str()], "over, and not said to have taken place");
    let meeting: Meeting = act(&mut pair.desk, &meeting, MeetingAct::Hold).await.json();
    assert_eq!(meeting.state, MeetingState::Held);
    assert_eq!(to_close(&mut pair).await, [meeting.id.as_str()], "held, and not written up");
    let care: Care = pair.client.get("/api/care").await.json();
    assert_eq!(care.last_contact_ms, Some(meeting.start_ms));

    let address = format!("/api/meetings/{}", meeting.id);
    let summary = Summary {
        summary: "一起看了养老规划。".to_owned(),
        tasks: vec![NewTask { text: "核对保单".to_owned(), side: Side::Client }],
    };
    let meeting: Meeting = pair.desk.put(&format!("{address}/summary"), &summary).await.json();
    assert_eq!(to_close(&mut pair).await, [""; 0]);
    let task = &meeting.tasks[0];
    let ticked: Meeting =
        pair.client.put(&format!("/api/tasks/{}", task.id), &Done { done: true }).await.json();
    assert_eq!(ticked.tasks[0].done_ms, Some(meeting.end_ms));
    let feedback = Feedback { understood: 5, helped: 4, words: "很清楚".to_owned() };
    let judged: Meeting = pair.client.put(&format!("{address}/feedback"), &feedback).await.json();
    assert_eq!(judged.feedback, Some(feedback));
    let states: Vec<_> = judged.steps.iter().map(|step| (step.side, step.state)).collect();
    assert_eq!(
        states,
        [
            (Side::Client, MeetingState::Requested),
            (Side::Advisor, MeetingState::Confirmed),
            (Side::Advisor, MeetingState::Held)
        ]
    );
}

#[tokio::test]
async fn another_time_can_be_offered_and_accepted() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let meeting = pair.ask().await;
    let other_ms = meeting.start_ms + DAY_MS;

    let silent = MeetingAct::Offer { start_ms: other_ms, reason: " ".to_owned() };
    let problem = act(&mut pair.desk, &meeting, silent).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((problem.faults[0].field.as_str(), problem.faults[0].reason.as_str()), ("reason", "missing"));
    let offer = MeetingAct::Offer { start_ms: other_ms, reason: "当天有会议".to_owned() };
    let offered: Meeting = act(&mut pair.desk, &meeting, offer).await.json();
    assert_eq!((offered.state, offered.start_ms), (MeetingState::Offered, other_ms));
    assert!(
        pair.slots().await.iter().any(|slot| slot.start_ms == meeting.start_ms),
        "the old time is free again"
    );
    assert!(pair.slots().await.iter().all(|slot| slot.start_ms != other_ms));

    let old = act(&mut pair.client, &meeting, MeetingAct::Accept { start_ms: meeting.start_ms }).await;
    assert_eq!(old.problem(StatusCode::CONFLICT).code, "moved_meanwhile");
    let accepted: Meeting =
        act(&mut pair.client, &meeting, MeetingAct::Accept { start_ms: other_ms }).await.json();
    assert_eq!(accepted.state, MeetingState::Confirmed);
}

#[tokio::test]
async fn a_client_moves_a_meeting_or_calls_it_off() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let meeting = pair.agree().await;
    let later_ms = meeting.start_ms + 30 * 60_000;

    let nowhere = MeetingAct::Reschedule { start_ms: meeting.start_ms - DAY_MS, reason: String::new() };
    assert_eq!(
        act(&mut pair.client, &meeting, nowhere).await.problem(StatusCode::CONFLICT).code,
        "slot_gone"
    );
    let later = MeetingAct::Reschedule { start_ms: later_ms, reason: String::new() };
    let moved: Meeting = act(&mut pair.client, &meeting, later).await.json();
    assert_eq!((moved.state, moved.start_ms), (MeetingState::Requested, later_ms));
    assert!(stage.mail("meeting_reminder").await.is_none(), "nobody is reminded of the old time");

    let cancelled: Meeting =
        act(&mut pair.client, &meeting, MeetingAct::Cancel { reason: String::new() }).await.json();
    assert_eq!(cancelled.state, MeetingState::Cancelled);
    assert!(pair.slots().await.iter().any(|slot| slot.start_ms == meeting.start_ms));
    let again = act(&mut pair.client, &meeting, MeetingAct::Cancel { reason: String::new() }).await;
    assert_eq!(again.problem(StatusCode::CONFLICT).code, "wrong_state");
}

#[tokio::test]
async fn what_is_not_the_own_side_is_refused() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let meeting = pair.ask().await;

    let confirm = MeetingAct::Confirm { start_ms: meeting.start_ms };
    let own = act(&mut pair.client, &meeting, confirm.clone()).await;
    assert_eq!(own.problem(StatusCode::CONFLICT).code, "wrong_state");
    let (mut stranger, _) = signed_in(&stage, Role::Investor, "other@example.com").await;
    act(&mut stranger, &meeting, confirm.clone()).await.problem(StatusCode::NOT_FOUND);
    let (mut colleague, _) = signed_in(&stage, Role::Advisor, "wang@example.com").await;
    act(&mut colleague, &meeting, confirm).await.problem(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_key_gives_the_same_meeting() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let sent = request(pair.slots().await[0].start_ms);

    let first: Meeting = ask_with_key(&mut pair.client, "key-1", &sent).await.json();
    let second: Meeting = ask_with_key(&mut pair.client, "key-1", &sent).await.json();
    let other = NewMeeting { words: "另一件事".to_owned(), ..sent.clone() };
    let refused = ask_with_key(&mut pair.client, "key-1", &other).await;

    assert_eq!(first, second);
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "key_used");
    let all: Vec<Meeting> = pair.client.get("/api/meetings").await.json();
    assert_eq!(all.len(), 1);
    let taken = ask_with_key(&mut pair.client, "key-2", &sent).await;
    assert_eq!(taken.problem(StatusCode::CONFLICT).code, "slot_gone");
}

#[tokio::test]
async fn a_client_does_not_hold_many_times_at_once() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    for _ in 0..4 {
        pair.ask().await;
    }

    let start_ms = pair.slots().await[0].start_ms;
    let refused = pair.client.post("/api/meetings", &request(start_ms)).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "too_many_ahead");
    assert_eq!(pair.slots().await[0].start_ms, start_ms, "the time is still free");
}

#[tokio::test]
async fn every_fault_of_a_request_is_named_at_once() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let sent = NewMeeting {
        words: "长".repeat(2001),
        name: Some("a\nb".to_owned()),
        time_zone: "Mars/Base".to_owned(),
        ..request(NOW_MS)
    };

    let problem = pair.client.post("/api/meetings", &sent).await.problem(StatusCode::UNPROCESSABLE_ENTITY);

    let faults: Vec<_> =
        problem.faults.iter().map(|fault| (fault.field.as_str(), fault.reason.as_str())).collect();
    assert_eq!(faults, [("name", "character"), ("words", "range"), ("time_zone", "unknown")]);
}

#[tokio::test]
async fn what_a_meeting_is_about_brings_experts_and_an_agenda() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let start_ms = pair.slots().await[0].start_ms;
    let sent =
        NewMeeting { topic: Topic::GapFound, subject: Some(MeetingSubject::Estate), ..request(start_ms) };

    let meeting: Meeting = pair.client.post("/api/meetings", &sent).await.json();

    let kinds: Vec<_> = meeting.experts.iter().map(|expert| expert.kind.key()).collect();
    assert_eq!(kinds, ["tax", "law"]);
    assert!(meeting.agenda.iter().any(|point| point.text.en.contains("passed on")));
}

#[tokio::test]
async fn while_the_advisor_is_away_the_deputy_can_be_met() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let (_, deputy) = crate::office::advisor(&stage, "wang@example.com", "王宁", 0).await;
    let mut availability: wire::Availability = pair.desk.get("/api/desk/availability").await.json();
    let away = wire::Absence { from_ms: NOW_MS, until_ms: NOW_MS + 7 * DAY_MS, deputy_id: deputy.clone() };
    availability.absences = vec![away];
    pair.desk.put("/api/desk/availability", &availability).await;

    let slots = pair.slots().await;

    for slot in &slots {
        let expected = if slot.start_ms < NOW_MS + 7 * DAY_MS { &deputy } else { &pair.advisor_id };
        assert_eq!(&slot.advisor_id, expected, "{slot:?}");
    }
    let meeting: Meeting = pair.client.post("/api/meetings", &request(slots[0].start_ms)).await.json();
    assert_eq!(meeting.advisor.name, "王宁");
}

#[tokio::test]
async fn reminders_wait_until_the_day_before() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let start_ms =
        pair.slots().await.iter().find(|slot| NOW_MS + 3 * DAY_MS < slot.start_ms).unwrap().start_ms;
    let meeting: Meeting = pair.client.post("/api/meetings", &request(start_ms)).await.json();
    act(&mut pair.desk, &meeting, MeetingAct::Confirm { start_ms }).await;

    let due: Vec<(i64, String)> = stage
        .app
        .db
        .all(
            "select due_ms, recipient from outbox where kind = 'meeting_reminder' order by recipient",
            server::values![],
        )
        .await
        .unwrap();

    let expected = |to: &str| (start_ms - DAY_MS, to.to_owned());
    assert_eq!(due, [expected("chen@example.com"), expected("li@example.com")]);
}

#[tokio::test]
async fn a_meeting_and_a_feed_can_be_read_by_a_calendar() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let meeting = pair.agree().await;

    let one = pair.client.get(&format!("/api/meetings/{}/calendar", meeting.id)).await;
    assert_eq!(one.header("content-type"), "text/calendar; charset=utf-8");
    let text = String::from_utf8(one.body.to_vec()).unwrap();
    assert!(text.contains("DTSTART:20261126T013000Z") && text.contains("SEQUENCE:1"), "{text}");

    assert_eq!(pair.client.get("/api/calendar").await.json::<CalendarFeed>(), CalendarFeed::default());
    let feed: CalendarFeed = pair.client.post("/api/calendar", &()).await.json();
    let url = feed.url.unwrap();
    let address = url.strip_prefix("http://localhost:8080").unwrap().to_owned();
    let read = stage.browser().get(&address).await;
    let text = String::from_utf8(read.body.to_vec()).unwrap();
    assert!(text.contains(&format!("UID:{}@evergreen", meeting.id)), "{text}");

    pair.client.post("/api/calendar", &()).await;
    stage.browser().get(&address).await.problem(StatusCode::NOT_FOUND);
    assert_eq!(pair.client.delete("/api/calendar").await.status, StatusCode::NO_CONTENT);
    assert_eq!(pair.client.get("/api/calendar").await.json::<CalendarFeed>(), CalendarFeed::default());
}

#[tokio::test]
async fn nothing_is_written_about_a_meeting_that_was_not_held() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let meeting = pair.agree().await;
    let address = format!("/api/meetings/{}", meeting.id);

    let summary = Summary { summary: "纪要".to_owned(), tasks: Vec::new() };
    let refused = pair.desk.put(&format!("{address}/summary"), &summary).await;
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "not_held");
    let feedback = Feedback { understood: 6, helped: 0, words: String::new() };
    let refused = pair.client.put(&format!("{address}/feedback"), &feedback).await;
    let fields: Vec<_> = refused
        .problem(StatusCode::UNPROCESSABLE_ENTITY)
        .faults
        .into_iter()
        .map(|fault| fault.field)
        .collect();
    assert_eq!(fields, ["understood", "helped"]);
}
