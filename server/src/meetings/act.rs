//! Booking a meeting, and every later step: what is stored, and what is told to whom.
//!
//! All of one step happens in one transaction: the row, the time it holds, the step, the mails and the
//! event. That no two meetings share a time is kept by the key of `meeting_grain`, not by looking first.

use serde_json::{Value, json};
use wire::{MeetingAct, MeetingState, Side};

use super::store::{self, Row};
use super::{life, slots};
use crate::care::client::{self, Reader};
use crate::clock::HOUR_MS;
use crate::db::{Tx, is_taken};
use crate::error::ApiError;
use crate::firm::care::{MeetingPolicy, Service};
use crate::outbox::{self, Mail};
use crate::values;
use crate::words::Words;

/// What a client reads whose meeting was called off because the advisor changed.
pub(crate) const HANDED_OVER: Words = Words::new(
    "您的顾问已变更，请与新顾问另约时间。",
    "Your advisor has changed; please choose a time with the new one.",
);

/// Somebody else was quicker.
fn taken() -> ApiError {
    ApiError::Conflict(
        "slot_taken",
        Words::new("这个时间刚被约走，请另选时间。", "This time was just taken. Please choose another."),
    )
}

/// Refuses a time that is not free, or not open.
#[must_use]
pub fn not_free() -> ApiError {
    ApiError::Conflict(
        "slot_gone",
        Words::new("这个时间不能预约，请另选时间。", "This time cannot be had. Please choose another."),
    )
}

/// Stores a meeting that a client asks for, and takes its time.
///
/// # Errors
///
/// [`ApiError::Conflict`] when the time was taken meanwhile, or the client has too many meetings ahead.
pub async fn book(tx: &mut Tx, row: &Row, policy: MeetingPolicy, now_ms: i64) -> Result<(), ApiError> {
    if i64::from(policy.open_requests) <= store::count_ahead(tx, &row.account_id, now_ms).await? {
        let words = Words::new(
            "您已有多次面谈待进行，请先取消其中一次。",
            "You have several meetings ahead. Call one of them off first.",
        );
        return Err(ApiError::Conflict("too_many_ahead", words));
    }
    store::insert(tx, row, now_ms).await?;
    take(tx, row).await?;
    store::note_step(tx, row, Side::Client, "", now_ms).await?;
    tell(tx, row, Side::Client, "meeting_received", "", now_ms).await?;
    tell(tx, row, Side::Advisor, "meeting_requested", "", now_ms).await?;
    event(tx, "meeting_requested", row, now_ms).await?;
    Ok(())
}

async fn take(tx: &mut Tx, row: &Row) -> Result<(), ApiError> {
    store::take_time(tx, row).await.map_err(|error| if is_taken(&error) { taken() } else { error.into() })
}

/// What one of the two does with a meeting, as it stands in the database.
///
/// # Errors
///
/// [`ApiError::Conflict`] when it was moved meanwhile, the act comes at the wrong time, or the new time
/// was taken.
pub async fn act(
    tx: &mut Tx,
    before: &Row,
    act: &MeetingAct,
    by: Side,
    service: &Service,
    now_ms: i64,
) -> Result<Row, ApiError> {
    let state = life::next(before.state(), act, by).ok_or_else(too_late)?;
    let seen = matches!(act, MeetingAct::Confirm { .. } | MeetingAct::Accept { .. });
    if seen && life::start_of(act) != Some(before.start_ms) {
        return Err(moved());
    }
    if seen && before.start_ms <= now_ms {
        return Err(time_over());
    }
    if matches!(act, MeetingAct::Hold) && now_ms < before.start_ms {
        return Err(too_early());
    }
    let start_ms =
        if life::moves(act) { life::start_of(act).unwrap_or(before.start_ms) } else { before.start_ms };
    let after = Row {
        state: state.key().to_owned(),
        start_ms,
        end_ms: start_ms + (before.end_ms - before.start_ms),
        sequence: before.sequence + 1,
        ..before.clone()
    };
    if life::moves(act) || !life::holds_time(state) {
        store::give_time_back(tx, &after.id).await?;
    }
    if life::moves(act) {
        take(tx, &after).await?;
    }
    let reason = life::reason_of(act);
    store::step_on(tx, &after, by, reason, now_ms).await?;
    follow(tx, before, &after, by, reason, service, now_ms).await?;
    Ok(after)
}

/// What follows from a step: mails, the reminder, the next contact, the event.
async fn follow(
    tx: &mut Tx,
    before: &Row,
    after: &Row,
    by: Side,
    reason: &str,
    service: &Service,
    now_ms: i64,
) -> Result<(), ApiError> {
    outbox::take_back(tx, "meeting_reminder", &after.id, now_ms).await?;
    match after.state() {
        MeetingState::Confirmed => {
            for side in Side::ALL {
                tell(tx, after, side, "meeting_confirmed", "", now_ms).await?;
                remind(tx, after, side, service.meeting, now_ms).await?;
            }
        }
        MeetingState::Offered => tell(tx, after, Side::Client, "meeting_offered", reason, now_ms).await?,
        MeetingState::Requested => tell(tx, after, Side::Advisor, "meeting_moved", reason, now_ms).await?,
        MeetingState::Declined => tell(tx, after, Side::Client, "meeting_declined", reason, now_ms).await?,
        MeetingState::Cancelled => {
            let agreed = before.state() == MeetingState::Confirmed;
            tell_called_off(tx, after, by, reason, agreed, now_ms).await?;
        }
        MeetingState::Held => client::note_contact(tx, &after.account_id, service, after.start_ms).await?,
    }
    event(tx, event_of(after.state()), after, now_ms).await?;
    Ok(())
}

const fn event_of(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Requested => "meeting_moved",
        MeetingState::Offered => "meeting_offered",
        MeetingState::Confirmed => "meeting_confirmed",
        MeetingState::Held => "meeting_held",
        MeetingState::Declined => "meeting_declined",
        MeetingState::Cancelled => "meeting_cancelled",
    }
}

/// Both sides hear that a meeting was called off, so that both calendars forget it, if they had it;
/// otherwise only the other side does.
///
/// # Errors
///
/// When the database fails.
pub(crate) async fn tell_called_off(
    tx: &mut Tx,
    row: &Row,
    by: Side,
    reason: &str,
    agreed: bool,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    outbox::take_back(tx, "meeting_reminder", &row.id, now_ms).await?;
    for side in Side::ALL.into_iter().filter(|side| agreed || *side != by) {
        let letter = Letter {
            kind: "meeting_cancelled",
            reason,
            ics: if agreed { "cancel" } else { "" },
            due_ms: now_ms,
        };
        letter.put(tx, row, side, now_ms).await?;
    }
    Ok(())
}

async fn tell(
    tx: &mut Tx,
    row: &Row,
    side: Side,
    kind: &'static str,
    reason: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let ics = if kind == "meeting_confirmed" { "request" } else { "" };
    Letter { kind, reason, ics, due_ms: now_ms }.put(tx, row, side, now_ms).await
}

/// The reminder waits in the outbox until its time; not where that is over.
async fn remind(
    tx: &mut Tx,
    row: &Row,
    side: Side,
    policy: MeetingPolicy,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let due_ms = row.start_ms - i64::from(policy.reminder_hours) * HOUR_MS;
    if due_ms <= now_ms {
        return Ok(());
    }
    Letter { kind: "meeting_reminder", reason: "", ics: "", due_ms }.put(tx, row, side, now_ms).await
}

/// A mail about a meeting.
struct Letter<'a> {
    kind: &'static str,
    reason: &'a str,
    /// `request` or `cancel`, where a calendar is attached.
    ics: &'static str,
    due_ms: i64,
}

impl Letter<'_> {
    async fn put(&self, tx: &mut Tx, row: &Row, side: Side, now_ms: i64) -> Result<(), sqlx::Error> {
        let (own, other) = match side {
            Side::Client => (&row.account_id, &row.advisor_id),
            Side::Advisor => (&row.advisor_id, &row.account_id),
        };
        let (Some(to), Some(with)) = (client::reader(tx, own).await?, client::reader(tx, other).await?)
        else {
            return Ok(());
        };
        let payload = self.payload(row, side, &to, &with, &advisor_zone(tx, row).await?, now_ms);
        let mail = Mail { kind: self.kind, to: &to.email, language: to.language(), payload };
        outbox::mail_later(tx, &mail, &row.id, now_ms, self.due_ms).await
    }

    fn payload(&self, row: &Row, side: Side, to: &Reader, with: &Reader, zone: &str, now_ms: i64) -> Value {
        let (zone, other_zone) = match side {
            Side::Client => (row.client_zone.as_str(), zone),
            Side::Advisor => (zone, row.client_zone.as_str()),
        };
        json!({
            "name": to.name,
            "with": with.shown(),
            "reason": self.reason,
            "ics": self.ics,
            "meeting_id": row.id,
            "sequence": row.sequence,
            "start_ms": row.start_ms,
            "end_ms": row.end_ms,
            "stamp_ms": now_ms,
            "place": row.place,
            "zone": zone,
            "other_zone": other_zone,
        })
    }
}

async fn advisor_zone(tx: &mut Tx, row: &Row) -> Result<String, sqlx::Error> {
    let zone: Option<(String,)> =
        tx.first("select time_zone from advisor where account_id = $1", values![&row.advisor_id]).await?;
    Ok(zone.map(|(zone,)| zone).unwrap_or_default())
}

/// Keys only: the firm's systems know the rest, or may ask.
async fn event(tx: &mut Tx, kind: &'static str, row: &Row, now_ms: i64) -> Result<(), sqlx::Error> {
    let payload = json!({
        "meeting_id": row.id,
        "account_id": row.account_id,
        "advisor_id": row.advisor_id,
        "start_ms": row.start_ms,
        "topic": row.topic,
    });
    outbox::event(tx, kind, &payload, now_ms).await
}

/// Tells the client that the advisor wrote up what came of a meeting.
///
/// # Errors
///
/// When the database fails.
pub async fn tell_summary(tx: &mut Tx, row: &Row, now_ms: i64) -> Result<(), sqlx::Error> {
    tell(tx, row, Side::Client, "meeting_summary", "", now_ms).await?;
    event(tx, "meeting_summarized", row, now_ms).await
}

fn too_late() -> ApiError {
    ApiError::Conflict(
        "wrong_state",
        Words::new(
            "面谈的状态已改变，不能这样操作。",
            "The meeting has moved on: this can no longer be done.",
        ),
    )
}

fn moved() -> ApiError {
    ApiError::Conflict(
        "moved_meanwhile",
        Words::new(
            "面谈时间已更改，请看新的时间。",
            "The meeting was moved meanwhile. Please look at its new time.",
        ),
    )
}

fn time_over() -> ApiError {
    ApiError::Conflict(
        "time_over",
        Words::new("这个时间已经过去，请另选时间。", "This time is over. Please choose another."),
    )
}

fn too_early() -> ApiError {
    ApiError::Conflict("too_early", Words::new("面谈还没有开始。", "The meeting has not begun yet."))
}

/// Whether a begin lies at a whole grain.
#[must_use]
pub const fn is_whole(start_ms: i64) -> bool {
    start_ms % slots::GRAIN_MS == 0
}
