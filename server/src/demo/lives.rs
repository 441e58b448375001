//! What the made-up clients did: assessments, plans, and what their advisors decided.

use std::collections::BTreeMap;

use planner::answers::Form;
use planner::firm::Class;
use planner::{Moves, Request};
use wire::{Language, NewAssessment, NewPlan, NewTilt};

use super::account;
use crate::app::App;
use crate::care::client;
use crate::clock::{self, DAY_MS};
use crate::desk::decisions::{self, New};
use crate::desk::{limits, notes};
use crate::error::ApiError;
use crate::{assessments, example, plans, transact};

/// What makes one client's plan different from another's.
struct Life {
    email: &'static str,
    advisor: &'static str,
    tier: &'static str,
    /// How many days ago the plans were made, the first with an assessment; none without.
    planned: &'static [i64],
    /// How many days ago the advisor was in touch.
    contact: Option<i64>,
    saving_year: f64,
    wished_month: f64,
    retire_age: f64,
}

const CHEN: &str = "chen@example.com";
const MORGAN: &str = "morgan@example.com";

/// Essential spending of the wished one.
const ESSENTIAL: f64 = 0.7;

const LIVES: [Life; 8] = [
    Life {
        email: "li.wei@example.com",
        advisor: CHEN,
        tier: "family",
        planned: &[200, 20],
        contact: Some(60),
        saving_year: 50_000.0,
        wished_month: 16_300.0,
        retire_age: 55.0,
    },
    Life {
        email: "wang.fang@example.com",
        advisor: CHEN,
        tier: "companion",
        planned: &[90],
        contact: Some(85),
        saving_year: 90_000.0,
        wished_month: 12_000.0,
        retire_age: 60.0,
    },
    Life {
        email: "zhao.min@example.com",
        advisor: CHEN,
        tier: "companion",
        planned: &[340, 120, 3],
        contact: Some(120),
        saving_year: 20_000.0,
        wished_month: 22_000.0,
        retire_age: 55.0,
    },
    Life {
        email: "zhou.lin@example.com",
        advisor: CHEN,
        tier: "companion",
        planned: &[60],
        contact: Some(58),
        saving_year: 60_000.0,
        wished_month: 12_000.0,
        retire_age: 60.0,
    },
    Life {
        email: "sun.hao@example.com",
        advisor: MORGAN,
        tier: "private",
        planned: &[40],
        contact: Some(12),
        saving_year: 150_000.0,
        wished_month: 11_000.0,
        retire_age: 60.0,
    },
    Life {
        email: "taylor@example.com",
        advisor: MORGAN,
        tier: "companion",
        planned: &[10],
        contact: None,
        saving_year: 30_000.0,
        wished_month: 18_000.0,
        retire_age: 58.0,
    },
    Life {
        email: "lee@example.com",
        advisor: MORGAN,
        tier: "companion",
        planned: &[300, 30],
        contact: Some(200),
        saving_year: 70_000.0,
        wished_month: 26_000.0,
        retire_age: 60.0,
    },
    Life {
        email: "noor@example.com",
        advisor: MORGAN,
        tier: "companion",
        planned: &[],
        contact: None,
        saving_year: 0.0,
        wished_month: 0.0,
        retire_age: 60.0,
    },
];

/// The clients whose class rises by two, which waits for their advisors.
const RISING: [&str; 2] = ["zhou.lin@example.com", "taylor@example.com"];

/// The client with a confirmed allocation, and the one whose is tilted.
const CONFIRMED: [&str; 2] = ["li.wei@example.com", "sun.hao@example.com"];

/// Makes all of it.
///
/// # Errors
///
/// When the database fails, or the firm's questionnaires are others than the default ones.
pub(super) async fn live(app: &App) -> Result<(), ApiError> {
    for life in &LIVES {
        take_advisor(app, life).await?;
        plan_all(app, life).await?;
    }
    for email in CONFIRMED {
        confirm(app, email).await?;
    }
    tilt(app, "sun.hao@example.com").await
}

async fn take_advisor(app: &App, life: &Life) -> Result<(), ApiError> {
    let (own, advisor) = (account(app, life.email).await?, account(app, life.advisor).await?);
    let service = &app.care.service;
    let since_ms = app.now_ms() - life.planned.first().unwrap_or(&3) * DAY_MS;
    transact!(app.db, |tx| {
        client::take(tx, &own, Some(&advisor.id), service, since_ms).await?;
        client::set_tier(tx, &own.id, life.tier, service, since_ms).await?;
        if let Some(days) = life.contact {
            let at_ms = app.now_ms() - days * DAY_MS;
            client::note_contact(tx, &own.id, service, at_ms).await?;
            notes::write(tx, &own.id, &advisor.id, note(own.language), at_ms).await?;
        }
    })
}

const fn note(language: Language) -> &'static str {
    match language {
        Language::Zh => "电话沟通：收入稳定，最关心退休后的医疗支出。",
        Language::En => {
            "Call: income is steady; what worries them most is the cost of care after retirement."
        }
    }
}

/// An assessment before the first plan, then the plans, each saving a little more than the one before.
async fn plan_all(app: &App, life: &Life) -> Result<(), ApiError> {
    let own = account(app, life.email).await?;
    let mut form = example::form();
    form.money.wished_month = Some(life.wished_month);
    form.money.essential_month = Some(life.wished_month * ESSENTIAL);
    form.you.retire_age = Some(life.retire_age);
    form.lower_class = RISING.contains(&life.email).then_some(Class::C1);
    for (at, days_ago) in life.planned.iter().enumerate() {
        let then_ms = app.now_ms() - days_ago * DAY_MS;
        if at == 0 {
            assess(app, &own, &form, then_ms).await?;
        }
        let growth = 1.0 + 0.1 * f64::from(u8::try_from(at).unwrap_or(u8::MAX));
        form.money.saving_year = Some(life.saving_year * growth);
        plan(app, &own.id, &form, then_ms).await?;
    }
    if form.lower_class.take().is_some() {
        assess(app, &own, &form, app.now_ms() - 2 * DAY_MS).await?;
    }
    Ok(())
}

async fn assess(app: &App, own: &wire::Account, form: &Form, then_ms: i64) -> Result<(), ApiError> {
    let sent = NewAssessment {
        form: form.clone(),
        today: clock::month_of(then_ms),
        language: own.language,
        texts: assessments::texts(&app.firm, own.language),
    };
    transact!(app.db, |tx| {
        assessments::take(tx, &own.id, &sent, &app.firm, then_ms).await?;
    })
}

async fn plan(app: &App, account_id: &str, form: &Form, then_ms: i64) -> Result<(), ApiError> {
    let request = Request {
        form: form.clone(),
        moves: Moves::default(),
        today: clock::month_of(then_ms),
        seed: 1,
        lifetimes: None,
    };
    let before = plans::newest(&app.db, account_id).await?;
    let sent = NewPlan { request, digest: None, note: String::new() };
    let made = plans::make(sent, before.as_ref(), &app.firm)?;
    transact!(app.db, |tx| {
        plans::store(tx, account_id, &made, &app.firm_version, then_ms).await?;
    })
}

/// The advisor confirms the proposed allocation.
async fn confirm(app: &App, email: &str) -> Result<(), ApiError> {
    let own = account(app, email).await?;
    let Some(newest) = plans::newest_whole(&app.db, &own.id).await? else { return Ok(()) };
    let Some(client) = client::find(&app.db, &own.id).await? else { return Ok(()) };
    let reason = match own.language {
        Language::Zh => "与您的年限和用款安排相符，按建议执行。",
        Language::En => "It fits your horizon and what you need in the next years, as proposed.",
    };
    let new = New {
        account_id: &own.id,
        by_id: &client.advisor_id,
        digest: &newest.stored.summary.digest,
        weights: &newest.stored.plan.allocation.weights,
        adjusted: false,
        reason,
    };
    let at_ms = app.now_ms() - 11 * DAY_MS;
    transact!(app.db, |tx| decisions::decide(tx, &new, at_ms).await?)
}

/// A little less in large companies for two months.
async fn tilt(app: &App, email: &str) -> Result<(), ApiError> {
    let own = account(app, email).await?;
    let now_ms = app.now_ms();
    let Some(newest) = plans::newest_whole(&app.db, &own.id).await? else { return Ok(()) };
    let agreed = decisions::of(&app.db, &own.id, &clock::day_of(now_ms)).await?;
    let (Some(decided), Ok(today)) = (agreed.decision, clock::day_of(now_ms).parse()) else { return Ok(()) };
    let sent = NewTilt {
        reason: "估值偏高，暂时少配一点大盘股，多配国债。".to_owned(),
        until: clock::day_of(now_ms + 60 * DAY_MS),
        shifts: BTreeMap::from([("A_LARGE".to_owned(), -0.02), ("CGB".to_owned(), 0.02)]),
    };
    let tilt = limits::tilt(&sent, &decided.by, (&newest, &decided), &app.shelf, today)?;
    let Some(client) = client::find(&app.db, &own.id).await? else { return Ok(()) };
    transact!(app.db, |tx| {
        decisions::set_tilt(tx, &own.id, &client.advisor_id, &tilt, now_ms).await?;
    })
}
