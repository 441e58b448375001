//! Meetings: free times, asking, every later step, what came of them, and calendars.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use wire::{
    CalendarFeed, Done, Feedback, Meeting, MeetingAct, MeetingState, NewMeeting, Role, Side, Slots, Summary,
};

use super::examples;
use crate::app::{App, Shared};
use crate::asker::Asker;
use crate::calendar::{self, Letter};
use crate::care::{advisor, client};
use crate::error::{ApiError, Fault};
use crate::limits;
use crate::meetings::act::{self, not_free};
use crate::meetings::calendar::Version;
use crate::meetings::store::{self, Row};
use crate::meetings::{agenda, feed, life, offer, zones};
use crate::outbox;
use crate::replay::{self, Key};
use crate::route::Route;
use crate::sent::{Answer, Id, Sent, answer};
use crate::texts;
use crate::who::{SignedIn, Who};
use crate::words::Words;
use crate::{token, transact};

/// The routes of meetings.
pub(super) fn routes() -> Vec<Route> {
    let investor = Who::Only(Role::Investor);
    vec![
        Route::get("/api/meetings/slots", investor, slots_ahead)
            .about("The free times of the own advisor, and of whoever stands in")
            .gives(StatusCode::OK, &examples::slots()),
        Route::get("/api/meetings", investor, list)
            .about("The meetings of the one who asks, the latest first")
            .gives(StatusCode::OK, &vec![examples::meeting()]),
        Route::post("/api/meetings", investor, book)
            .about("Asks for a meeting; the same Idempotency-Key gives the same answer")
            .header("Idempotency-Key", "1 to 64 letters, digits or hyphens, new for each request")
            .takes(&examples::new_meeting())
            .gives(StatusCode::OK, &examples::meeting())
            .refuses(&[StatusCode::CONFLICT]),
        Route::get("/api/meetings/{id}", Who::Account, show)
            .about("One meeting")
            .gives(StatusCode::OK, &examples::meeting()),
        Route::post("/api/meetings/{id}/acts", Who::Account, step)
            .about("Confirms, accepts, offers or asks for another time, declines, calls off, or says it took place")
            .header("Idempotency-Key", "1 to 64 letters, digits or hyphens, new for each request")
            .takes(&MeetingAct::Cancel { reason: "临时有事".to_owned() })
            .gives(StatusCode::OK, &examples::meeting())
            .refuses(&[StatusCode::CONFLICT]),
        Route::put("/api/meetings/{id}/summary", Who::Only(Role::Advisor), summarize)
            .about("Writes what came of a meeting, and what was agreed on")
            .takes(&examples::summary())
            .gives(StatusCode::OK, &examples::meeting())
            .refuses(&[StatusCode::CONFLICT]),
        Route::put("/api/meetings/{id}/feedback", investor, judge)
            .about("Says what the client thought of a meeting")
            .takes(&examples::feedback())
            .gives(StatusCode::OK, &examples::meeting())
            .refuses(&[StatusCode::CONFLICT]),
        Route::put("/api/tasks/{id}", Who::Account, tick)
            .about("Ticks off something that was agreed on, or not")
            .takes(&Done { done: true })
            .gives(StatusCode::OK, &examples::meeting()),
        Route::get("/api/meetings/{id}/calendar", Who::Account, calendar_of)
            .about("A meeting for a calendar, as an .ics file")
            .gives_other(calendar::MEDIA_TYPE),
        Route::get("/api/calendar", Who::Account, feed_of)
            .about("Whether there is a private calendar feed")
            .gives(StatusCode::OK, &CalendarFeed { created_ms: Some(examples::TIME_MS), url: None }),
        Route::post("/api/calendar", Who::Account, make_feed)
            .about("Makes a new link of the private calendar feed; the one before no longer works")
            .gives(StatusCode::OK, &examples::feed()),
        Route::delete("/api/calendar", Who::Account, revoke_feed)
            .about("Takes the link of the private calendar feed back")
            .gives_nothing(StatusCode::NO_CONTENT),
        Route::get("/api/calendar/{file}", Who::Anyone, read_feed)
            .about("The private calendar feed: the end of its link, and .ics")
            .gives_other(calendar::MEDIA_TYPE)
            .refuses(&[StatusCode::TOO_MANY_REQUESTS]),
    ]
}

/// `GET /api/meetings/slots`
///
/// Nothing is offered while there is no advisor.
async fn slots_ahead(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Slots>, ApiError> {
    let now_ms = app.now_ms();
    let Some(client) = client::find(&app.db, who.id()).await? else {
        return Ok(answer(Slots { advisors: Vec::new(), slots: Vec::new() }));
    };
    let policy = app.care.service.meeting;
    let window = offer::window(policy, now_ms);
    Ok(answer(offer::slots(&app.db, &client.advisor_id, &window, policy, now_ms).await?))
}

/// `GET /api/meetings`
async fn list(State(app): State<Shared>, who: SignedIn) -> Result<Answer<Vec<Meeting>>, ApiError> {
    Ok(answer(store::of_client(&app.db, who.id(), &app.care.experts).await?))
}

/// `POST /api/meetings`
///
/// # Errors
///
/// [`ApiError::Faults`] with every field that cannot be taken; [`ApiError::Conflict`] when the time is not
/// free, or the client has too many meetings ahead.
async fn book(
    State(app): State<Shared>,
    who: SignedIn,
    headers: HeaderMap,
    Sent(sent): Sent<NewMeeting>,
) -> Result<Answer<Meeting>, ApiError> {
    let now_ms = app.now_ms();
    let key = Key::read(&headers, "/api/meetings", &sent)?;
    if let Some(id) = replay::answered::<String>(&app.db, key.as_ref(), who.id()).await? {
        return read(&app, &id).await;
    }
    let checked = check(&sent)?;
    let client = ensure(&app, &who, now_ms).await?;
    let policy = app.care.service.meeting;
    let window = offer::window(policy, now_ms);
    let open = offer::slots(&app.db, &client.advisor_id, &window, policy, now_ms).await?;
    let Some(slot) = open.slots.into_iter().find(|slot| slot.start_ms == sent.start_ms) else {
        return again(&app, key.as_ref(), who.id(), not_free()).await;
    };
    let row = Row {
        id: token::id(),
        account_id: who.id().to_owned(),
        advisor_id: slot.advisor_id,
        state: MeetingState::Requested.key().to_owned(),
        start_ms: slot.start_ms,
        end_ms: slot.end_ms,
        topic: sent.topic.key().to_owned(),
        subject: sent.subject.map_or("", wire::MeetingSubject::key).to_owned(),
        name: checked.name,
        words: checked.words,
        place: sent.place.key().to_owned(),
        agenda: agenda::from_stored(&app, who.id(), (sent.topic, sent.subject), now_ms).await?,
        client_zone: sent.time_zone,
        sequence: 0,
        summary: String::new(),
    };
    let booked = transact!(app.db, |tx| {
        if let Some(id) = replay::answered_in(tx, key.as_ref(), who.id()).await? {
            id
        } else {
            act::book(tx, &row, policy, now_ms).await?;
            replay::keep(tx, key.as_ref(), who.id(), &row.id, now_ms).await?;
            row.id.clone()
        }
    });
    match booked {
        Ok(id) => read(&app, &id).await,
        Err(error) => again(&app, key.as_ref(), who.id(), error).await,
    }
}

/// The meeting of a request that was sent before; the error where there is none.
async fn again(
    app: &App,
    key: Option<&Key>,
    account_id: &str,
    error: ApiError,
) -> Result<Answer<Meeting>, ApiError> {
    if !matches!(error, ApiError::Conflict(..)) {
        return Err(error);
    }
    match replay::answered::<String>(&app.db, key, account_id).await? {
        Some(id) => read(app, &id).await,
        None => Err(error),
    }
}

/// The client, who takes an advisor now if there was none.
async fn ensure(app: &App, who: &SignedIn, now_ms: i64) -> Result<client::Client, ApiError> {
    if let Some(client) = client::find(&app.db, who.id()).await? {
        return Ok(client);
    }
    advisor::furnish(&app.db, &app.care.service).await?;
    let client = transact!(app.db, |tx| {
        client::take(tx, &who.account, None, &app.care.service, now_ms).await?;
        client::find_in(tx, who.id()).await?
    })?;
    client.ok_or_else(|| {
        let words = Words::new(
            "目前没有可接待的顾问，请联系我们。",
            "No advisor has room at the moment. Please contact us.",
        );
        ApiError::Conflict("no_advisor", words)
    })
}

/// What a client typed, as it is stored.
struct Checked {
    name: String,
    words: String,
}

fn check(sent: &NewMeeting) -> Result<Checked, ApiError> {
    let name = texts::line("name", sent.name.as_deref().unwrap_or_default(), 0..=120);
    let words = texts::block("words", &sent.words, 0..=2000);
    let zone = zones::zone(&sent.time_zone).ok_or_else(|| {
        Fault::new("time_zone", "unknown", Words::new("没有这个时区。", "There is no such time zone."))
    });
    match (name, words, zone) {
        (Ok(name), Ok(words), Ok(_)) => Ok(Checked { name, words }),
        (name, words, zone) => {
            Err(ApiError::Faults([name.err(), words.err(), zone.err()].into_iter().flatten().collect()))
        }
    }
}

async fn read(app: &App, id: &str) -> Result<Answer<Meeting>, ApiError> {
    store::one(&app.db, id, &app.care.experts).await?.map(answer).ok_or(ApiError::NotFound)
}

/// Which side of a meeting asks; nobody else finds it.
async fn side_of(app: &App, who: &SignedIn, id: &str) -> Result<(Meeting, Side), ApiError> {
    let meeting = store::one(&app.db, id, &app.care.experts).await?.ok_or(ApiError::NotFound)?;
    if meeting.client_id == who.id() {
        return Ok((meeting, Side::Client));
    }
    let theirs = who.account.role == Role::Advisor
        && (meeting.advisor.id == who.id()
            || client::seen_by(&app.db, who.id(), &meeting.client_id, app.now_ms()).await?.is_some());
    if theirs { Ok((meeting, Side::Advisor)) } else { Err(ApiError::NotFound) }
}

/// `GET /api/meetings/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no meeting of the one who asks.
async fn show(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<Answer<Meeting>, ApiError> {
    Ok(answer(side_of(&app, &who, &id).await?.0))
}

/// `POST /api/meetings/{id}/acts`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`] where a reason is missing; [`ApiError::Conflict`] when it
/// was moved meanwhile, the act comes at the wrong time, or the new time is not free.
async fn step(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    headers: HeaderMap,
    Sent(sent): Sent<MeetingAct>,
) -> Result<Answer<Meeting>, ApiError> {
    let now_ms = app.now_ms();
    let key = Key::read(&headers, &id, &sent)?;
    let (meeting, side) = side_of(&app, &who, &id).await?;
    if replay::answered::<String>(&app.db, key.as_ref(), who.id()).await?.is_some() {
        return Ok(answer(meeting));
    }
    let sent = with_reason(sent, side)?;
    if life::moves(&sent) {
        must_be_free(&app, &meeting, &sent, side, now_ms).await?;
    }
    transact!(app.db, |tx| {
        if replay::answered_in::<String>(tx, key.as_ref(), who.id()).await?.is_none() {
            let before = store::find(tx, &id).await?.ok_or(ApiError::NotFound)?;
            act::act(tx, &before, &sent, side, &app.care.service, now_ms).await?;
            replay::keep(tx, key.as_ref(), who.id(), &id, now_ms).await?;
        }
    })?;
    read(&app, &id).await
}

/// The act with its reason trimmed; there has to be one where the side has to give it.
fn with_reason(mut sent: MeetingAct, side: Side) -> Result<MeetingAct, ApiError> {
    let least = usize::from(life::needs_reason(&sent, side));
    match &mut sent {
        MeetingAct::Offer { reason, .. }
        | MeetingAct::Reschedule { reason, .. }
        | MeetingAct::Decline { reason }
        | MeetingAct::Cancel { reason } => {
            *reason =
                texts::block("reason", reason, least..=500).map_err(|fault| ApiError::Faults(vec![fault]))?;
        }
        MeetingAct::Confirm { .. } | MeetingAct::Accept { .. } | MeetingAct::Hold => {}
    }
    Ok(sent)
}

/// A new time has to be one of the free slots; an advisor may offer any time of their own ahead.
async fn must_be_free(
    app: &App,
    meeting: &Meeting,
    sent: &MeetingAct,
    side: Side,
    now_ms: i64,
) -> Result<(), ApiError> {
    let start_ms = life::start_of(sent).unwrap_or_default();
    let policy = app.care.service.meeting;
    let window = offer::window(policy, now_ms);
    if side == Side::Advisor {
        let ahead = (now_ms..window.end).contains(&start_ms) && act::is_whole(start_ms);
        return if ahead { Ok(()) } else { Err(not_free()) };
    }
    let free = offer::free(&app.db, &meeting.advisor.id, &window, policy, &meeting.id, now_ms).await?;
    if free.contains(&start_ms) { Ok(()) } else { Err(not_free()) }
}

/// `PUT /api/meetings/{id}/summary`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`]; [`ApiError::Conflict`] before it took place.
async fn summarize(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<Summary>,
) -> Result<Answer<Meeting>, ApiError> {
    let now_ms = app.now_ms();
    let (meeting, _) = side_of(&app, &who, &id).await?;
    let sent = check_summary(&app, sent)?;
    must_be_held(&meeting)?;
    transact!(app.db, |tx| {
        let row = store::find(tx, &id).await?.ok_or(ApiError::NotFound)?;
        store::summarize(tx, &id, &sent.summary, &sent.tasks, now_ms).await?;
        if row.summary.is_empty() {
            act::tell_summary(tx, &row, now_ms).await?;
        }
    })?;
    read(&app, &id).await
}

fn must_be_held(meeting: &Meeting) -> Result<(), ApiError> {
    if meeting.state == MeetingState::Held {
        return Ok(());
    }
    Err(ApiError::Conflict(
        "not_held",
        Words::new("面谈还没有进行。", "The meeting has not taken place yet."),
    ))
}

/// Texts of an advisor are screened as the firm's own are.
fn check_summary(app: &App, mut sent: Summary) -> Result<Summary, ApiError> {
    let mut faults = Vec::new();
    match texts::advice("summary", &sent.summary, 1..=4000, &app.shelf.wording) {
        Ok(summary) => sent.summary = summary,
        Err(fault) => faults.push(fault),
    }
    if 20 < sent.tasks.len() {
        let words = Words::new("最多 20 项。", "There are at most 20.");
        faults.push(Fault::range("tasks", 0.0, 20.0, words));
    }
    for (place, task) in sent.tasks.iter_mut().enumerate() {
        match texts::advice(&format!("tasks[{place}].text"), &task.text, 1..=300, &app.shelf.wording) {
            Ok(text) => task.text = text,
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(sent) } else { Err(ApiError::Faults(faults)) }
}

/// `PUT /api/meetings/{id}/feedback`
///
/// # Errors
///
/// [`ApiError::NotFound`]; [`ApiError::Faults`]; [`ApiError::Conflict`] before it took place.
async fn judge(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<Feedback>,
) -> Result<Answer<Meeting>, ApiError> {
    let (meeting, _) = side_of(&app, &who, &id).await?;
    let sent = check_feedback(&sent)?;
    must_be_held(&meeting)?;
    let now_ms = app.now_ms();
    transact!(app.db, |tx| {
        store::keep_feedback(tx, &id, &sent, now_ms).await?;
        let payload =
            serde_json::json!({ "meeting_id": id, "understood": sent.understood, "helped": sent.helped });
        outbox::event(tx, "meeting_judged", &payload, now_ms).await?;
    })?;
    read(&app, &id).await
}

fn check_feedback(sent: &Feedback) -> Result<Feedback, ApiError> {
    let words = texts::block("words", &sent.words, 0..=2000);
    let mut faults: Vec<Fault> = [("understood", sent.understood), ("helped", sent.helped)]
        .into_iter()
        .filter(|(_, points)| !(1..=5).contains(points))
        .map(|(field, _)| {
            Fault::range(field, 1.0, 5.0, Words::new("请从 1 到 5 中选择。", "Choose from 1 to 5."))
        })
        .collect();
    match words {
        Ok(words) if faults.is_empty() => Ok(Feedback { words, ..sent.clone() }),
        words => {
            faults.extend(words.err());
            Err(ApiError::Faults(faults))
        }
    }
}

/// `PUT /api/tasks/{id}`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it belongs to no meeting of the one who asks.
async fn tick(
    State(app): State<Shared>,
    who: SignedIn,
    Id(id): Id,
    Sent(sent): Sent<Done>,
) -> Result<Answer<Meeting>, ApiError> {
    let meeting_id = store::meeting_of_task(&app.db, &id).await?.ok_or(ApiError::NotFound)?;
    side_of(&app, &who, &meeting_id).await?;
    let done_ms = sent.done.then(|| app.now_ms());
    transact!(app.db, |tx| store::tick(tx, &meeting_id, &id, done_ms).await?)?;
    read(&app, &meeting_id).await
}

/// `GET /api/meetings/{id}/calendar`
///
/// # Errors
///
/// [`ApiError::NotFound`] when it is no meeting of the one who asks.
async fn calendar_of(State(app): State<Shared>, who: SignedIn, Id(id): Id) -> Result<Response, ApiError> {
    let (meeting, side) = side_of(&app, &who, &id).await?;
    let sequence = i64::try_from(meeting.steps.len()).unwrap_or(1) - 1;
    let version = Version {
        id: meeting.id,
        sequence,
        start_ms: meeting.start_ms,
        end_ms: meeting.end_ms,
        stamp_ms: meeting.steps.last().map_or(meeting.start_ms, |step| step.at_ms),
        with: if side == Side::Client { meeting.advisor.name } else { meeting.client_name },
        place: meeting.place,
        status: feed::status(meeting.state),
    };
    let url = format!("{}/meetings", app.settings.public_url);
    let language = who.account.language;
    let letter = letter(&app, &who.account.email, language, &url);
    Ok(file(calendar::message(&version.entry(language), &letter), "meeting.ics"))
}

fn letter<'a>(app: &'a App, attendee: &'a str, language: wire::Language, url: &'a str) -> Letter<'a> {
    let identity = &app.firm.identity;
    let firm = match language {
        wire::Language::Zh => &identity.name.zh,
        wire::Language::En => &identity.name.en,
    };
    Letter { firm, organizer: &identity.mail, attendee, url }
}

fn file(text: String, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, calendar::MEDIA_TYPE.to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, text).into_response()
}

/// `GET /api/calendar`
async fn feed_of(State(app): State<Shared>, who: SignedIn) -> Result<Answer<CalendarFeed>, ApiError> {
    Ok(answer(CalendarFeed { created_ms: feed::created(&app.db, who.id()).await?, url: None }))
}

/// `POST /api/calendar`
async fn make_feed(State(app): State<Shared>, who: SignedIn) -> Result<Answer<CalendarFeed>, ApiError> {
    let now_ms = app.now_ms();
    let secret = token::secret()?;
    transact!(app.db, |tx| feed::create(tx, who.id(), &secret, now_ms).await?)?;
    let url = format!("{}/api/calendar/{secret}.ics", app.settings.public_url);
    Ok(answer(CalendarFeed { created_ms: Some(now_ms), url: Some(url) }))
}

/// `DELETE /api/calendar`
async fn revoke_feed(State(app): State<Shared>, who: SignedIn) -> Result<StatusCode, ApiError> {
    transact!(app.db, |tx| feed::revoke(tx, who.id()).await?)?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /api/calendar/{token}.ics`
///
/// # Errors
///
/// [`ApiError::NotFound`] when the link does not work, or no longer.
async fn read_feed(
    State(app): State<Shared>,
    asker: Asker,
    Path(name): Path<String>,
) -> Result<Response, ApiError> {
    let now_ms = app.now_ms();
    app.limits.count(limits::FEED_FROM, asker.network, now_ms)?;
    let secret = name.strip_suffix(".ics").ok_or(ApiError::NotFound)?;
    let owner = feed::owner(&app.db, secret).await?.ok_or(ApiError::NotFound)?;
    let entries = feed::entries(&app.db, &owner, now_ms).await?;
    let url = format!("{}/meetings", app.settings.public_url);
    Ok(file(calendar::feed(&entries, &letter(&app, "", owner.language(), &url)), "meetings.ics"))
}
