//! Made-up advisors, and clients with assessments and plans, so that a first look shows something.

use anyhow::Context;
use planner::answers::Form;
use planner::{Moves, Request};
use wire::{Language, NewAssessment, NewPlan, Role};

use crate::accounts::{self, NewAccount};
use crate::app::{App, Settings};
use crate::clock::{self, DAY_MS};
use crate::db::Db;
use crate::example;
use crate::firm::FirmFiles;
use crate::{assessments, plans, transact};

/// The password of every made-up account. They are for trying out, on this machine alone.
const PASSWORD: &str = "evergreen on the hill";

/// Somebody made up.
struct Person {
    email: &'static str,
    name: &'static str,
    language: Language,
    role: Role,
}

const fn person(email: &'static str, name: &'static str, language: Language, role: Role) -> Person {
    Person { email, name, language, role }
}

const PEOPLE: [Person; 9] = [
    person("admin@example.com", "Admin", Language::En, Role::Administrator),
    person("chen@example.com", "陈思远", Language::Zh, Role::Advisor),
    person("morgan@example.com", "Alex Morgan", Language::En, Role::Advisor),
    person("li.wei@example.com", "李伟", Language::Zh, Role::Investor),
    person("wang.fang@example.com", "王芳", Language::Zh, Role::Investor),
    person("zhao.min@example.com", "赵敏", Language::Zh, Role::Investor),
    person("sun.hao@example.com", "孙浩", Language::Zh, Role::Investor),
    person("taylor@example.com", "Jamie Taylor", Language::En, Role::Investor),
    person("lee@example.com", "Sam Lee", Language::En, Role::Investor),
];

/// What makes one client's plan different from another's: saved a year, wished a month, retirement age; and
/// how many days ago the plans were made.
const LIVES: [(f64, f64, f64, &[i64]); 6] = [
    (50_000.0, 12_500.0, 58.0, &[200, 20]),
    (90_000.0, 12_000.0, 60.0, &[90]),
    (20_000.0, 13_500.0, 55.0, &[340, 120, 3]),
    (150_000.0, 11_000.0, 60.0, &[40]),
    (70_000.0, 14_000.0, 60.0, &[10]),
    (110_000.0, 15_000.0, 63.0, &[300, 30]),
];

/// Fills a database with made-up accounts, once, and prints their sign-ins.
///
/// # Errors
///
/// When the database fails, or the firm's questionnaires are others than the default ones.
pub(crate) async fn fill(db: Db, data: FirmFiles) -> anyhow::Result<()> {
    let settings = Settings { public_url: "http://localhost".to_owned(), behind_proxy: false };
    let app = App::new(db, data, settings).context("preparing the firm's data")?;
    if accounts::by_email(&app.db, PEOPLE.first().map_or("", |first| first.email)).await?.is_none() {
        let hash = app.passwords.hash(PASSWORD.to_owned()).await.context("hashing the password")?;
        let mut lives = LIVES.iter();
        for person in &PEOPLE {
            let id = open(&app, person, &hash).await.context("opening an account")?;
            if person.role == Role::Investor
                && let Some(life) = lives.next()
            {
                live(&app, &id, person.language, life).await.context("making a plan")?;
            }
        }
    }
    println!("Sign in as one of these, with the password \"{PASSWORD}\":");
    for Person { email, name, role, .. } in &PEOPLE {
        println!("  {:13} {email} ({name})", accounts::role_name(*role));
    }
    Ok(())
}

async fn open(app: &App, person: &Person, hash: &str) -> Result<String, crate::error::ApiError> {
    let now_ms = app.now_ms();
    let new = NewAccount {
        email: person.email,
        name: person.name,
        language: person.language,
        role: person.role,
        password_hash: Some(hash),
        confirmed_ms: Some(now_ms),
    };
    transact!(app.db, |tx| accounts::create(tx, &new, now_ms).await?)
}

/// An assessment before the first plan, then the plans, each saving a little more than the one before.
async fn live(
    app: &App,
    account_id: &str,
    language: Language,
    (saving_year, wished_month, retire_age, days_ago): &(f64, f64, f64, &[i64]),
) -> Result<(), crate::error::ApiError> {
    let mut form = example::form();
    form.money.wished_month = Some(*wished_month);
    form.you.retire_age = Some(*retire_age);
    for (at, days_ago) in days_ago.iter().enumerate() {
        let then_ms = app.now_ms() - days_ago * DAY_MS;
        if at == 0 {
            assess(app, account_id, (&form, language), then_ms).await?;
        }
        let growth = 1.0 + 0.1 * f64::from(u8::try_from(at).unwrap_or(u8::MAX));
        form.money.saving_year = Some(saving_year * growth);
        plan(app, account_id, &form, then_ms).await?;
    }
    Ok(())
}

async fn assess(
    app: &App,
    account_id: &str,
    (form, language): (&Form, Language),
    then_ms: i64,
) -> Result<(), crate::error::ApiError> {
    let sent = NewAssessment {
        form: form.clone(),
        today: clock::month_of(then_ms),
        language,
        texts: assessments::texts(&app.firm, language),
    };
    transact!(app.db, |tx| {
        assessments::take(tx, account_id, &sent, &app.firm, then_ms).await?;
    })
}

async fn plan(app: &App, account_id: &str, form: &Form, then_ms: i64) -> Result<(), crate::error::ApiError> {
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
