//! Meetings of the made-up clients: ahead and held, asked for and moved.

use wire::{Feedback, Language, MeetingAct, MeetingState, MeetingSubject, NewTask, Place, Side, Topic};

use super::account;
use crate::app::App;
use crate::care::client;
use crate::clock::{DAY_MS, HOUR_MS, MINUTE_MS};
use crate::error::ApiError;
use crate::meetings::act;
use crate::meetings::store::{self, Row};
use crate::meetings::{agenda, offer};
use crate::{token, transact};

/// A meeting that a client asked for.
struct Wish {
    email: &'static str,
    topic: Topic,
    subject: Option<MeetingSubject>,
    words: &'static str,
    place: Place,
}

/// Makes all of them.
///
/// # Errors
///
/// When the database fails, or nobody has a free time.
pub(super) async fn meet(app: &App) -> Result<(), ApiError> {
    let confirmed = Wish {
        email: "li.wei@example.com",
        topic: Topic::ZoneCrossed,
        subject: Some(MeetingSubject::Retirement),
        words: "想早一点退休，想知道还差多少。",
        place: Place::Video,
    };
    let row = ahead(app, &confirmed, 6).await?;
    step(app, &row, &MeetingAct::Confirm { start_ms: row.start_ms }, Side::Advisor, app.now_ms()).await?;

    let requested = Wish {
        email: "wang.fang@example.com",
        topic: Topic::AnnualReview,
        subject: None,
        words: "孩子明年上小学，想把规划再看一遍。",
        place: Place::Branch,
    };
    ahead(app, &requested, 14).await?;

    let offered = Wish {
        email: "taylor@example.com",
        topic: Topic::GapFound,
        subject: Some(MeetingSubject::Protection),
        words: "Is the family's cover enough if I fall ill?",
        place: Place::Phone,
    };
    let row = ahead(app, &offered, 9).await?;
    let other = MeetingAct::Offer {
        start_ms: row.start_ms + DAY_MS,
        reason: "I am at a client's that morning.".to_owned(),
    };
    step(app, &row, &other, Side::Advisor, app.now_ms()).await?;

    let held = Wish {
        email: "sun.hao@example.com",
        topic: Topic::Own,
        subject: Some(MeetingSubject::Allocation),
        words: "想听听对目前配置的看法。",
        place: Place::Video,
    };
    hold(app, &held, 12).await?;

    let over = Wish {
        email: "lee@example.com",
        topic: Topic::AnnualReview,
        subject: None,
        words: "I would like to go through everything once.",
        place: Place::Video,
    };
    begin(app, &over, 1).await?;
    Ok(())
}

/// Asks for one of the free times ahead.
async fn ahead(app: &App, wish: &Wish, place: usize) -> Result<Row, ApiError> {
    let now_ms = app.now_ms();
    let own = account(app, wish.email).await?;
    let client = client::find(&app.db, &own.id).await?.ok_or(ApiError::NotFound)?;
    let policy = app.care.service.meeting;
    let window = offer::window(policy, now_ms);
    let free = offer::slots(&app.db, &client.advisor_id, &window, policy, now_ms).await?;
    let slot = free.slots.get(place).ok_or_else(act::not_free)?;
    ask(app, wish, slot.start_ms, now_ms - HOUR_MS).await
}

async fn ask(app: &App, wish: &Wish, start_ms: i64, at_ms: i64) -> Result<Row, ApiError> {
    let own = account(app, wish.email).await?;
    let client = client::find(&app.db, &own.id).await?.ok_or(ApiError::NotFound)?;
    let policy = app.care.service.meeting;
    let points = agenda::from_stored(app, &own.id, (wish.topic, wish.subject), at_ms).await?;
    let zone = match own.language {
        Language::Zh => "Asia/Shanghai",
        Language::En => "America/Toronto",
    };
    let row = Row {
        id: token::id(),
        account_id: own.id,
        advisor_id: client.advisor_id,
        state: MeetingState::Requested.key().to_owned(),
        start_ms,
        end_ms: start_ms + i64::from(policy.minutes) * MINUTE_MS,
        topic: wish.topic.key().to_owned(),
        subject: wish.subject.map_or("", MeetingSubject::key).to_owned(),
        name: String::new(),
        words: wish.words.to_owned(),
        place: wish.place.key().to_owned(),
        client_zone: zone.to_owned(),
        agenda: points,
        sequence: 0,
        summary: String::new(),
    };
    transact!(app.db, |tx| act::book(tx, &row, policy, at_ms).await?)?;
    Ok(row)
}

async fn step(app: &App, row: &Row, done: &MeetingAct, by: Side, at_ms: i64) -> Result<Row, ApiError> {
    transact!(app.db, |tx| act::act(tx, row, done, by, &app.care.service, at_ms).await?)
}

/// A meeting that was confirmed for so many days ago; nobody has said yet whether it took place.
async fn begin(app: &App, wish: &Wish, days_ago: i64) -> Result<Row, ApiError> {
    // At ten in Shanghai.
    let start_ms = (app.now_ms() / DAY_MS - days_ago) * DAY_MS + 2 * HOUR_MS;
    let row = ask(app, wish, start_ms, start_ms - 5 * DAY_MS).await?;
    let confirm = MeetingAct::Confirm { start_ms };
    step(app, &row, &confirm, Side::Advisor, start_ms - 4 * DAY_MS).await
}

/// A meeting that was held so many days ago, with what came of it.
async fn hold(app: &App, wish: &Wish, days_ago: i64) -> Result<(), ApiError> {
    let row = begin(app, wish, days_ago).await?;
    let row = step(app, &row, &MeetingAct::Hold, Side::Advisor, row.end_ms).await?;
    let tasks = [
        NewTask { text: "把旧的理财账户合并到一处。".to_owned(), side: Side::Client },
        NewTask { text: "发送三种情景下的退休收入对比。".to_owned(), side: Side::Advisor },
    ];
    let summary = "一起看了建议的配置和一年内可能的损失，您可以接受。暂时少配一点大盘股，两个月后再看。";
    let feedback = Feedback { understood: 5, helped: 4, words: "讲得很清楚。".to_owned() };
    let after_ms = row.end_ms + HOUR_MS;
    transact!(app.db, |tx| {
        store::summarize(tx, &row.id, summary, &tasks, after_ms).await?;
        store::keep_feedback(tx, &row.id, &feedback, after_ms).await?;
    })
}
