//! Meetings in the database.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::FromRow;
use wire::{
    AdvisorCard, Feedback, Meeting, MeetingState, MeetingStep, MeetingSubject, NewTask, Place, Side, Task,
    Topic,
};

use super::slots;
use crate::care::advisor::languages_of;
use crate::care::{client, expert};
use crate::clock::MINUTE_MS;
use crate::db::{Db, Tx};
use crate::firm::care::Experts;
use crate::outbox;
use crate::{token, values};

/// A meeting, as stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Row {
    /// Its key.
    pub id: String,
    /// The client.
    pub account_id: String,
    /// Whom they meet.
    pub advisor_id: String,
    /// Where it stands.
    pub state: String,
    /// Begin.
    pub start_ms: i64,
    /// End.
    pub end_ms: i64,
    /// Why.
    pub topic: String,
    /// What it is about; may be empty.
    pub subject: String,
    /// Name of the product or goal; may be empty.
    pub name: String,
    /// In own words.
    pub words: String,
    /// How they meet.
    pub place: String,
    /// The client's time zone.
    pub client_zone: String,
    /// JSON.
    pub agenda: String,
    /// Grows with every change.
    pub sequence: i64,
    /// What came of it.
    pub summary: String,
}

impl Row {
    /// Where it stands; what is not known has ended.
    #[must_use]
    pub fn state(&self) -> MeetingState {
        MeetingState::of_key(&self.state).unwrap_or(MeetingState::Cancelled)
    }

    /// How they meet.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::of_key(&self.place).unwrap_or(Place::Phone)
    }
}

/// A meeting with the names of those who meet.
#[derive(Debug, FromRow)]
struct Named {
    #[sqlx(flatten)]
    row: Row,
    client_name: String,
    advisor_name: String,
    advisor_languages: String,
    advisor_zone: String,
}

#[derive(Debug, FromRow)]
struct StepRow {
    meeting_id: String,
    at_ms: i64,
    side: String,
    state: String,
    start_ms: i64,
    reason: String,
}

#[derive(Debug, FromRow)]
struct TaskRow {
    id: String,
    meeting_id: String,
    text: String,
    side: String,
    done_ms: Option<i64>,
}

#[derive(Debug, FromRow)]
struct FeedbackRow {
    meeting_id: String,
    understood: i64,
    helped: i64,
    words: String,
}

/// The statements that read some meetings and what belongs to them.
#[derive(Clone, Copy, Debug)]
struct Sql {
    meetings: &'static str,
    steps: &'static str,
    tasks: &'static str,
    feedback: &'static str,
}

/// The statements for meetings that pass a condition.
macro_rules! sql {
    ($condition:literal, $order:literal) => {
        Sql {
            meetings: concat!(
                "select meeting.id, meeting.account_id, meeting.advisor_id, meeting.state, meeting.start_ms,
                        meeting.end_ms, meeting.topic, meeting.subject, meeting.name, meeting.words,
                        meeting.place, meeting.client_zone, meeting.agenda, meeting.sequence,
                        meeting.summary,
                        coalesce(nullif(client_account.name, ''), client_account.email, '') as client_name,
                        advisor_account.name as advisor_name, advisor.languages as advisor_languages,
                        advisor.time_zone as advisor_zone
                 from meeting
                 join account client_account on client_account.id = meeting.account_id
                 join account advisor_account on advisor_account.id = meeting.advisor_id
                 join advisor on advisor.account_id = meeting.advisor_id
                 where ",
                $condition,
                " order by ",
                $order,
                " limit 200"
            ),
            steps: concat!(
                "select meeting_step.meeting_id, meeting_step.at_ms, meeting_step.side, meeting_step.state,
                        meeting_step.start_ms, meeting_step.reason
                 from meeting_step
                 join meeting on meeting.id = meeting_step.meeting_id
                 where ",
                $condition,
                " order by meeting_step.id"
            ),
            tasks: concat!(
                "select task.id, task.meeting_id, task.text, task.side, task.done_ms
                 from task
                 join meeting on meeting.id = task.meeting_id
                 where ",
                $condition,
                " order by task.id"
            ),
            feedback: concat!(
                "select feedback.meeting_id, feedback.understood, feedback.helped, feedback.words
                 from feedback
                 join meeting on meeting.id = feedback.meeting_id
                 where ",
                $condition
            ),
        }
    };
}

const ONE: Sql = sql!("meeting.id = $1", "meeting.id");
const OF_CLIENT: Sql = sql!("meeting.account_id = $1", "meeting.start_ms desc, meeting.id");
const REQUESTED: Sql =
    sql!("meeting.advisor_id = $1 and meeting.state = 'requested'", "meeting.changed_ms, meeting.id");
const TO_CLOSE: Sql = sql!(
    "meeting.advisor_id = $1 and meeting.end_ms <= $2
         and (meeting.state = 'confirmed' or (meeting.state = 'held' and meeting.summary = ''))",
    "meeting.start_ms, meeting.id"
);
const OF_ADVISOR: Sql = sql!(
    "meeting.advisor_id = $1 and meeting.state in ('requested', 'offered', 'confirmed', 'held')
         and $2 < meeting.end_ms and meeting.start_ms < $3",
    "meeting.start_ms, meeting.id"
);

/// One meeting.
///
/// # Errors
///
/// When the database fails.
pub async fn one(db: &Db, id: &str, experts: &Experts) -> Result<Option<Meeting>, sqlx::Error> {
    Ok(read(db, ONE, values![id], experts).await?.into_iter().next())
}

/// The meetings of a client, the latest first.
///
/// # Errors
///
/// When the database fails.
pub async fn of_client(db: &Db, account_id: &str, experts: &Experts) -> Result<Vec<Meeting>, sqlx::Error> {
    read(db, OF_CLIENT, values![account_id], experts).await
}

/// What waits for an advisor's answer, the oldest first.
///
/// # Errors
///
/// When the database fails.
pub async fn requested(db: &Db, advisor_id: &str, experts: &Experts) -> Result<Vec<Meeting>, sqlx::Error> {
    read(db, REQUESTED, values![advisor_id], experts).await
}

/// Meetings of an advisor whose time is over and that nobody has closed, the oldest first: not said to have
/// taken place, or held and not written up.
///
/// # Errors
///
/// When the database fails.
pub async fn to_close(
    db: &Db,
    advisor_id: &str,
    now_ms: i64,
    experts: &Experts,
) -> Result<Vec<Meeting>, sqlx::Error> {
    read(db, TO_CLOSE, values![advisor_id, now_ms], experts).await
}

/// An advisor's meetings that touch a time, the earliest first; not those that were called off.
///
/// # Errors
///
/// When the database fails.
pub async fn of_advisor(
    db: &Db,
    advisor_id: &str,
    window: &std::ops::Range<i64>,
    experts: &Experts,
) -> Result<Vec<Meeting>, sqlx::Error> {
    read(db, OF_ADVISOR, values![advisor_id, window.start, window.end], experts).await
}

async fn read(
    db: &Db,
    sql: Sql,
    values: &[crate::db::Value],
    experts: &Experts,
) -> Result<Vec<Meeting>, sqlx::Error> {
    let rows: Vec<Named> = db.all(sql.meetings, values).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut steps: BTreeMap<String, Vec<MeetingStep>> = BTreeMap::new();
    for row in db.all::<StepRow>(sql.steps, values).await? {
        let (id, step) = step(row);
        steps.entry(id).or_default().push(step);
    }
    let mut tasks: BTreeMap<String, Vec<Task>> = BTreeMap::new();
    for row in db.all::<TaskRow>(sql.tasks, values).await? {
        let (id, task) = task(row);
        tasks.entry(id).or_default().push(task);
    }
    let feedback = db.all::<FeedbackRow>(sql.feedback, values).await?;
    let mut feedback: BTreeMap<String, Feedback> = feedback.into_iter().map(self::feedback).collect();
    let meeting = |row: Named| {
        let id = row.row.id.clone();
        let meeting = meeting(row, experts);
        Meeting {
            steps: steps.remove(&id).unwrap_or_default(),
            tasks: tasks.remove(&id).unwrap_or_default(),
            feedback: feedback.remove(&id),
            ..meeting
        }
    };
    Ok(rows.into_iter().map(meeting).collect())
}

fn meeting(named: Named, experts: &Experts) -> Meeting {
    let Named { row, client_name, advisor_name, advisor_languages, advisor_zone } = named;
    let advisor = AdvisorCard {
        id: row.advisor_id.clone(),
        name: advisor_name,
        languages: languages_of(&advisor_languages),
        time_zone: advisor_zone,
    };
    let topic = Topic::of_key(&row.topic).unwrap_or(Topic::Own);
    let subject = MeetingSubject::of_key(&row.subject);
    Meeting {
        state: row.state(),
        place: row.place(),
        start_ms: row.start_ms,
        end_ms: row.end_ms,
        advisor,
        client_id: row.account_id,
        client_name,
        client_zone: row.client_zone,
        topic,
        subject,
        name: row.name,
        words: row.words,
        // It was written by this server.
        agenda: serde_json::from_str(&row.agenda).unwrap_or_default(),
        experts: experts.for_topic(topic, subject).map(expert).collect(),
        steps: Vec::new(),
        summary: row.summary,
        tasks: Vec::new(),
        feedback: None,
        id: row.id,
    }
}

fn side(key: &str) -> Side {
    Side::of_key(key).unwrap_or(Side::Client)
}

fn step(row: StepRow) -> (String, MeetingStep) {
    let state = MeetingState::of_key(&row.state).unwrap_or(MeetingState::Cancelled);
    let step = MeetingStep {
        at_ms: row.at_ms,
        side: side(&row.side),
        state,
        start_ms: row.start_ms,
        reason: row.reason,
    };
    (row.meeting_id, step)
}

fn task(row: TaskRow) -> (String, Task) {
    (row.meeting_id, Task { id: row.id, text: row.text, side: side(&row.side), done_ms: row.done_ms })
}

fn feedback(row: FeedbackRow) -> (String, Feedback) {
    let points = |stored: i64| u8::try_from(stored).unwrap_or(0);
    let (understood, helped) = (points(row.understood), points(row.helped));
    (row.meeting_id, Feedback { understood, helped, words: row.words })
}

/// A meeting within a transaction.
///
/// # Errors
///
/// When the database fails.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Row>, sqlx::Error> {
    tx.first(
        "select id, account_id, advisor_id, state, start_ms, end_ms, topic, subject, name, words, place,
                client_zone, agenda, sequence, summary
         from meeting
         where id = $1",
        values![id],
    )
    .await
}

/// How many meetings a client has ahead.
///
/// # Errors
///
/// When the database fails.
pub async fn count_ahead(tx: &mut Tx, account_id: &str, now_ms: i64) -> Result<i64, sqlx::Error> {
    let found: Option<(i64,)> = tx
        .first(
            "select count(*)
             from meeting
             where account_id = $1 and $2 < end_ms and state in ('requested', 'offered', 'confirmed')",
            values![account_id, now_ms],
        )
        .await?;
    Ok(found.map_or(0, |(count,)| count))
}

/// Stores a new meeting, without its time.
///
/// # Errors
///
/// When the database fails.
pub async fn insert(tx: &mut Tx, row: &Row, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into meeting (id, account_id, advisor_id, state, start_ms, end_ms, topic, subject, name, words,
                              place, client_zone, agenda, sequence, summary, created_ms, changed_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)",
        values![
            &row.id,
            &row.account_id,
            &row.advisor_id,
            &row.state,
            row.start_ms,
            row.end_ms,
            &row.topic,
            &row.subject,
            &row.name,
            &row.words,
            &row.place,
            &row.client_zone,
            &row.agenda,
            row.sequence,
            &row.summary,
            now_ms
        ],
    )
    .await?;
    Ok(())
}

/// Takes the time of a meeting, and what is kept free after it.
///
/// # Errors
///
/// When another meeting has a part of it ([`crate::db::is_taken`]), or the database fails.
pub async fn take_time(tx: &mut Tx, row: &Row) -> Result<(), sqlx::Error> {
    let buffer: Option<(i64,)> =
        tx.first("select buffer_min from advisor where account_id = $1", values![&row.advisor_id]).await?;
    let buffer_ms = buffer.map_or(0, |(minutes,)| minutes * MINUTE_MS);
    for grain in slots::grains(row.start_ms, row.end_ms - row.start_ms + buffer_ms) {
        tx.change(
            "insert into meeting_grain (advisor_id, grain, meeting_id) values ($1, $2, $3)",
            values![&row.advisor_id, grain, &row.id],
        )
        .await?;
    }
    Ok(())
}

/// Gives the time of a meeting back.
///
/// # Errors
///
/// When the database fails.
pub async fn give_time_back(tx: &mut Tx, meeting_id: &str) -> Result<(), sqlx::Error> {
    tx.change("delete from meeting_grain where meeting_id = $1", values![meeting_id]).await?;
    Ok(())
}

/// Stores where a meeting stands and when it is, and what happened.
///
/// # Errors
///
/// When the database fails.
pub async fn step_on(tx: &mut Tx, row: &Row, by: Side, reason: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "update meeting
         set state = $1, start_ms = $2, end_ms = $3, sequence = $4, changed_ms = $5
         where id = $6",
        values![&row.state, row.start_ms, row.end_ms, row.sequence, now_ms, &row.id],
    )
    .await?;
    note_step(tx, row, by, reason, now_ms).await
}

/// Notes what happened to a meeting.
///
/// # Errors
///
/// When the database fails.
pub async fn note_step(
    tx: &mut Tx,
    row: &Row,
    by: Side,
    reason: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into meeting_step (id, meeting_id, at_ms, side, state, start_ms, reason)
         values ($1, $2, $3, $4, $5, $6, $7)",
        values![token::id(), &row.id, now_ms, by.key(), &row.state, row.start_ms, reason],
    )
    .await?;
    Ok(())
}

/// Writes what came of a meeting. Tasks that are done stay; the others are replaced.
///
/// # Errors
///
/// When the database fails.
pub async fn summarize(
    tx: &mut Tx,
    meeting_id: &str,
    summary: &str,
    tasks: &[NewTask],
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "update meeting set summary = $1, changed_ms = $2 where id = $3",
        values![summary, now_ms, meeting_id],
    )
    .await?;
    tx.change("delete from task where meeting_id = $1 and done_ms is null", values![meeting_id]).await?;
    for task in tasks {
        tx.change(
            "insert into task (id, meeting_id, text, side) values ($1, $2, $3, $4)",
            values![token::id(), meeting_id, &task.text, task.side.key()],
        )
        .await?;
    }
    Ok(())
}

/// Ticks a task of a meeting off, or not, and says whether there was such a one.
///
/// # Errors
///
/// When the database fails.
pub async fn tick(
    tx: &mut Tx,
    meeting_id: &str,
    task_id: &str,
    done_ms: Option<i64>,
) -> Result<bool, sqlx::Error> {
    let ticked = tx
        .change(
            "update task set done_ms = $1 where id = $2 and meeting_id = $3",
            values![done_ms, task_id, meeting_id],
        )
        .await?;
    Ok(ticked != 0)
}

/// The meeting that a task belongs to.
///
/// # Errors
///
/// When the database fails.
pub async fn meeting_of_task(db: &Db, task_id: &str) -> Result<Option<String>, sqlx::Error> {
    let found: Option<(String,)> =
        db.first("select meeting_id from task where id = $1", values![task_id]).await?;
    Ok(found.map(|(meeting_id,)| meeting_id))
}

/// Keeps what a client thought of a meeting; the last word counts.
///
/// # Errors
///
/// When the database fails.
pub async fn keep_feedback(
    tx: &mut Tx,
    meeting_id: &str,
    new: &Feedback,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    tx.change(
        "insert into feedback (meeting_id, understood, helped, words, at_ms)
         values ($1, $2, $3, $4, $5)
         on conflict (meeting_id)
         do update set understood = excluded.understood, helped = excluded.helped, words = excluded.words,
                       at_ms = excluded.at_ms",
        values![meeting_id, i64::from(new.understood), i64::from(new.helped), &new.words, now_ms],
    )
    .await?;
    Ok(())
}

/// Calls off every meeting that a client has ahead with an advisor who hands them over.
///
/// # Errors
///
/// When the database fails.
pub async fn call_off_ahead(
    tx: &mut Tx,
    account_id: &str,
    advisor_id: &str,
    now_ms: i64,
) -> Result<(), sqlx::Error> {
    let ahead: Vec<Row> = tx
        .all(
            "select id, account_id, advisor_id, state, start_ms, end_ms, topic, subject, name, words, place,
                    client_zone, agenda, sequence, summary
             from meeting
             where account_id = $1 and advisor_id = $2 and $3 < start_ms
                 and state in ('requested', 'offered', 'confirmed')",
            values![account_id, advisor_id, now_ms],
        )
        .await?;
    for row in ahead {
        let agreed = row.state() == MeetingState::Confirmed;
        let row = Row { state: MeetingState::Cancelled.key().to_owned(), sequence: row.sequence + 1, ..row };
        give_time_back(tx, &row.id).await?;
        let language =
            client::reader(tx, account_id).await?.map(|reader| reader.language()).unwrap_or_default();
        let reason = super::act::HANDED_OVER.say(language);
        step_on(tx, &row, Side::Advisor, reason, now_ms).await?;
        super::act::tell_called_off(tx, &row, Side::Advisor, reason, agreed, now_ms).await?;
        let event =
            json!({ "meeting_id": row.id, "account_id": row.account_id, "advisor_id": row.advisor_id });
        outbox::event(tx, "meeting_cancelled", &event, now_ms).await?;
    }
    Ok(())
}
