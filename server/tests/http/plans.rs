//! Assessments and the ledger of plans.
#![expect(clippy::unwrap_used, reason = "test code")]

use axum::http::StatusCode;
use planner::answers::Form;
use planner::date::YearMonth;
use planner::firm::Class;
use planner::{Moves, Request};
use server::clock::{DAY_MS, MINUTE_MS};
use wire::{
    Assessment, Assessments, Language, NewAssessment, NewPlan, PlanSummary, StoredPlan, Verification,
};

use crate::support::{Browser, Stage};

/// Answers that can be planned.
pub(crate) fn form() -> Form {
    serde_json::from_str(include_str!("../../../worker/messages/examples/speed.json")).unwrap()
}

fn month(stage: &Stage) -> YearMonth {
    server::clock::month_of(stage.app.now_ms())
}

/// An assessment of these answers, as it is sent.
pub(crate) async fn assessment(browser: &mut Browser, stage: &Stage, form: Form) -> NewAssessment {
    let known: Assessments = browser.get("/api/assessments").await.json();
    // Asked for without a language, by an account that reads English.
    NewAssessment { form, today: month(stage), language: Language::En, texts: known.texts }
}

/// A plan of few lifetimes, as it is sent.
pub(crate) fn plan(stage: &Stage) -> NewPlan {
    let request =
        Request { form: form(), moves: Moves::default(), today: month(stage), seed: 7, lifetimes: Some(200) };
    NewPlan { request, digest: None, note: "首次".to_owned() }
}

/// An investor with an assessment that counts.
async fn assessed(stage: &Stage) -> Browser {
    let mut browser = stage.browser();
    browser.sign_up("li.wei@example.com").await;
    let sent = assessment(&mut browser, stage, form()).await;
    let taken: Assessment = browser.post("/api/assessments", &sent).await.json();
    assert!(!taken.waits);
    browser
}

#[tokio::test]
async fn an_assessment_counts_for_twelve_months() {
    let stage = Stage::new().await;
    let mut browser = assessed(&stage).await;
    let known: Assessments = browser.get("/api/assessments").await.json();
    let valid = known.valid.unwrap();
    assert_eq!(valid.class, valid.profile.class);

    for _ in 0..14 {
        stage.app.clock.advance(25 * DAY_MS);
        browser.get("/api/account").await.json::<wire::Account>();
    }
    assert!(browser.get("/api/assessments").await.json::<Assessments>().valid.is_some());
    stage.app.clock.advance(16 * DAY_MS);
    let known: Assessments = browser.get("/api/assessments").await.json();
    assert!(known.valid.is_none());
    assert_eq!(known.all.len(), 1);
}

#[tokio::test]
async fn a_third_assessment_within_a_day_has_to_wait() {
    let stage = Stage::new().await;
    let mut browser = assessed(&stage).await;
    let sent = assessment(&mut browser, &stage, form()).await;
    stage.app.clock.advance(MINUTE_MS);
    browser.post("/api/assessments", &sent).await.json::<Assessment>();

    let refused = browser.post("/api/assessments", &sent).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "too_many_assessments");
    let known: Assessments = browser.get("/api/assessments").await.json();
    assert_eq!(known.next_ms, Some(stage.app.now_ms() - MINUTE_MS + DAY_MS));
    stage.app.clock.advance(DAY_MS);
    browser.post("/api/assessments", &sent).await.json::<Assessment>();
}

#[tokio::test]
async fn a_rise_of_two_classes_waits_for_the_advisor_though_the_device_says_nothing_of_it() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up("li.wei@example.com").await;
    let lower = Form { lower_class: Some(Class::C1), ..form() };
    let sent = assessment(&mut browser, &stage, lower).await;
    let first: Assessment = browser.post("/api/assessments", &sent).await.json();
    stage.app.clock.advance(20 * DAY_MS);

    let sent = assessment(&mut browser, &stage, form()).await;
    let second: Assessment = browser.post("/api/assessments", &sent).await.json();

    assert!(first.class.rank() + 2 <= second.class.rank(), "{:?} {:?}", first.class, second.class);
    assert!(second.waits);
    let known: Assessments = browser.get("/api/assessments").await.json();
    assert_eq!(known.valid.unwrap().id, first.id);
}

#[tokio::test]
async fn an_assessment_of_other_texts_or_with_gaps_is_refused() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up("li.wei@example.com").await;
    let sent = assessment(&mut browser, &stage, form()).await;

    let other = NewAssessment { texts: "0".repeat(64), ..sent.clone() };
    let refused = browser.post("/api/assessments", &other).await;
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "texts_changed");

    let empty = NewAssessment { form: Form::default(), ..sent };
    let problem = browser.post("/api/assessments", &empty).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> = problem.faults.iter().map(|fault| fault.field.as_str()).collect();
    assert!(fields.contains(&"form.region") && fields.contains(&"form.risk.A1"), "{fields:?}");
}

#[tokio::test]
async fn a_plan_is_made_by_the_server_stored_and_verified() {
    let stage = Stage::new().await;
    let mut browser = assessed(&stage).await;

    let reply = browser.post("/api/plans", &plan(&stage)).await;
    assert_eq!(reply.status, StatusCode::CREATED);
    let summary: PlanSummary = reply.json();
    assert_eq!(summary.number, 1);

    let stored: StoredPlan = browser.get(&format!("/api/plans/{}", summary.id)).await.json();
    assert_eq!(stored.summary, summary);
    assert_eq!(stored.plan.digest, summary.digest);
    assert_eq!(stored.change, None);
    let verified: Verification = browser
        .send(axum::http::Method::POST, &format!("/api/plans/{}/verification", summary.id), &[], None)
        .await
        .json();
    assert!(verified.same);
    let sql = "select payload from outbox where channel = 'event' and kind = $1";
    let told: Option<(String,)> = stage.app.db.first(sql, server::values!["plan_stored"]).await.unwrap();
    assert!(told.unwrap().0.contains(&summary.id));
}

#[tokio::test]
async fn the_ledger_tells_what_changed_since_the_plan_before() {
    let stage = Stage::new().await;
    let mut browser = assessed(&stage).await;
    browser.post("/api/plans", &plan(&stage)).await.json::<PlanSummary>();
    let mut more = plan(&stage);
    more.request.form.money.saving_year = Some(120_000.0);

    let second: PlanSummary = browser.post("/api/plans", &more).await.json();

    let stored: StoredPlan = browser.get(&format!("/api/plans/{}", second.id)).await.json();
    let change = stored.change.unwrap();
    assert!(change.before.median < change.after.median);
    let ledger: Vec<PlanSummary> = browser.get("/api/plans").await.json();
    assert_eq!(ledger.iter().map(|summary| summary.number).collect::<Vec<_>>(), [2, 1]);
}

#[tokio::test]
async fn a_plan_needs_an_assessment_and_the_figures_of_the_server() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up("wang.fang@example.com").await;
    let refused = browser.post("/api/plans", &plan(&stage)).await;
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "no_assessment");

    let mut browser = assessed(&stage).await;
    let invented = NewPlan { digest: Some("0".repeat(64)), ..plan(&stage) };
    let refused = browser.post("/api/plans", &invented).await;
    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "plan_differs");

    let mut old = plan(&stage);
    old.request.today = YearMonth { year: 2025, month: 1 };
    let refused = browser.post("/api/plans", &old).await;
    assert_eq!(refused.problem(StatusCode::UNPROCESSABLE_ENTITY).faults[0].field, "request.today");
}

#[tokio::test]
async fn a_plan_above_the_class_of_the_assessment_is_not_stored() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    browser.sign_up("li.wei@example.com").await;
    let sent = assessment(&mut browser, &stage, Form { lower_class: Some(Class::C1), ..form() }).await;
    browser.post("/api/assessments", &sent).await.json::<Assessment>();

    let refused = browser.post("/api/plans", &plan(&stage)).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "above_class");
}
