//! What an advisor sees of a client's plan, and decides about it.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::collections::BTreeMap;

use axum::http::StatusCode;
use planner::answers::Form;
use planner::firm::Class;
use server::clock::{DAY_MS, MINUTE_MS};
use wire::{
    AllocationStanding, AllocationState, Assessment, Assessments, Attention, ClientFile, ClientRow, Decide,
    Meeting, NewMeeting, NewTilt, PlanSummary, Review, ReviewDecision, StoredPlan, Today, Topic,
};

use crate::office::{Pair, advisor, request};
use crate::plans::{assessment, form, plan};
use crate::support::{NOW_MS, Stage};

/// An advisor with a client who has an assessment and a plan.
struct Planned {
    pair: Pair,
    client_id: String,
    summary: PlanSummary,
}

impl Planned {
    async fn new(stage: &Stage) -> Self {
        let mut pair = Pair::new(stage).await;
        take(&mut pair, stage, form()).await;
        let summary: PlanSummary = pair.client.post("/api/plans", &plan(stage)).await.json();
        let client: wire::Account = pair.client.get("/api/account").await.json();
        Self { pair, client_id: client.id, summary }
    }

    fn address(&self, rest: &str) -> String {
        format!("/api/desk/clients/{}{rest}", self.client_id)
    }

    /// The plan, as the advisor is given it.
    async fn plan(&mut self) -> StoredPlan {
        let address = self.address("/plan");
        self.pair.desk.get(&address).await.json()
    }

    /// The proposed weights, with some of them changed.
    async fn weights(&mut self, changes: &[(&str, f64)]) -> BTreeMap<String, f64> {
        let proposed = self.plan().await.plan.allocation.weights;
        let mut weights: BTreeMap<String, f64> =
            proposed.into_iter().map(|weight| (weight.asset, weight.share)).collect();
        for (asset, change) in changes {
            *weights.entry((*asset).to_owned()).or_default() += change;
        }
        weights
    }

    fn confirm(&self) -> Decide {
        Decide {
            digest: self.summary.digest.clone(),
            weights: None,
            reason: "与您的用款安排相符。".to_owned(),
        }
    }

    async fn standing(&mut self) -> AllocationStanding {
        self.pair.client.get("/api/allocation").await.json()
    }
}

async fn take(pair: &mut Pair, stage: &Stage, form: Form) -> Assessment {
    let sent = assessment(&mut pair.client, stage, form).await;
    pair.client.post("/api/assessments", &sent).await.json()
}

fn faults(problem: &wire::Problem) -> Vec<(&str, &str)> {
    problem.faults.iter().map(|fault| (fault.field.as_str(), fault.reason.as_str())).collect()
}

async fn event(stage: &Stage, kind: &str) -> Option<serde_json::Value> {
    let sql = "select payload from outbox where channel = 'event' and kind = $1 order by id desc limit 1";
    let row: Option<(String,)> = stage.app.db.first(sql, server::values![kind]).await.unwrap();
    row.map(|(payload,)| serde_json::from_str(&payload).unwrap())
}

#[tokio::test]
async fn the_desk_shows_what_the_stored_plan_and_assessment_say() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;

    let rows: Vec<ClientRow> = planned.pair.desk.get("/api/desk/clients").await.json();

    let row = &rows[0];
    let zone = serde_json::to_value(planned.summary.zone).unwrap();
    let class = serde_json::to_value(planned.summary.class).unwrap();
    assert_eq!(row.zone.as_deref(), zone.as_str());
    assert_eq!(row.class.as_deref(), class.as_str());
    assert_eq!(row.planned_ms, Some(NOW_MS));
    assert_eq!(row.review_due_ms, Some(NOW_MS + 365 * DAY_MS));
    assert_eq!(row.assessed_until_ms, Some(NOW_MS + 365 * DAY_MS));
    let expected = if zone == "red" { Attention::Red } else { Attention::ToConfirm };
    assert_eq!(row.attention, expected);
    let address = planned.address("");
    let file: ClientFile = planned.pair.desk.get(&address).await.json();
    assert_eq!(file.plan.as_ref(), Some(&planned.summary));
    assert_eq!(file.digest.as_ref(), Some(&planned.summary.digest));
    assert!(file.request.unwrap()["form"].is_object());
}

#[tokio::test]
async fn the_plan_at_the_desk_is_the_one_that_the_client_sees_and_nobody_else_does() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let (mut stranger, deputy_id) = advisor(&stage, "wang@example.com", "王宁", 10).await;
    let address = planned.address("/plan");

    let own = planned.pair.client.get(&format!("/api/plans/{}", planned.summary.id)).await;
    let seen = planned.pair.desk.get(&address).await;

    assert_eq!(seen.body, own.body);
    stranger.get(&address).await.problem(StatusCode::NOT_FOUND);
    planned.pair.client.get(&address).await.problem(StatusCode::FORBIDDEN);
    let mut availability: wire::Availability = planned.pair.desk.get("/api/desk/availability").await.json();
    let until_ms = NOW_MS + DAY_MS;
    availability.absences = vec![wire::Absence { from_ms: NOW_MS, until_ms, deputy_id }];
    planned.pair.desk.put("/api/desk/availability", &availability).await;
    assert_eq!(stranger.get(&address).await.body, own.body, "the deputy sees it while they stand in");
    stage.app.clock.advance(DAY_MS);
    stranger.get(&address).await.problem(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_rise_of_two_classes_counts_once_the_advisor_has_accepted_it() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    take(&mut pair, &stage, Form { lower_class: Some(Class::C1), ..form() }).await;
    stage.app.clock.advance(20 * DAY_MS);
    let rise = take(&mut pair, &stage, form()).await;
    assert!(rise.waits);

    let today: Today = pair.desk.get("/api/desk").await.json();
    let review: &Review = &today.reviews[0];
    assert_eq!((review.from.as_deref(), &review.assessment_id), (Some("C1"), &rise.id));
    assert_eq!(today.attention[0].attention, Attention::Review);

    let address = format!("/api/desk/reviews/{}", rise.id);
    let promised = ReviewDecision { accepted: true, reason: "保本".to_owned() };
    let problem = pair.desk.post(&address, &promised).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(faults(&problem), [("reason", "word")]);
    let accept = ReviewDecision { accepted: true, reason: "收入已核对。".to_owned() };
    let file: ClientFile = pair.desk.post(&address, &accept).await.json();

    assert_eq!(file.review, None);
    let known: Assessments = pair.client.get("/api/assessments").await.json();
    assert_eq!(known.valid.unwrap().id, rise.id);
    let again = pair.desk.post(&address, &accept).await;
    assert_eq!(again.problem(StatusCode::CONFLICT).code, "not_waiting");
    assert_eq!(event(&stage, "assessment_reviewed").await.unwrap()["accepted"], true);
    assert_eq!(stage.mail("review_decided").await.unwrap().0, "li@example.com");
}

#[tokio::test]
async fn a_refused_rise_does_not_count_and_sent_again_it_waits_again() {
    let stage = Stage::new().await;
    let mut pair = Pair::new(&stage).await;
    let first = take(&mut pair, &stage, Form { lower_class: Some(Class::C1), ..form() }).await;
    stage.app.clock.advance(20 * DAY_MS);
    let rise = take(&mut pair, &stage, form()).await;
    let refuse = ReviewDecision { accepted: false, reason: "请先面谈。".to_owned() };
    pair.desk.post(&format!("/api/desk/reviews/{}", rise.id), &refuse).await.json::<ClientFile>();

    stage.app.clock.advance(MINUTE_MS);
    let again = take(&mut pair, &stage, form()).await;

    assert!(again.waits, "the same answers sent again do not get past the advisor");
    let known: Assessments = pair.client.get("/api/assessments").await.json();
    assert_eq!(known.valid.unwrap().id, first.id);
    let old = pair.desk.post(&format!("/api/desk/reviews/{}", rise.id), &refuse).await;
    assert_eq!(old.problem(StatusCode::CONFLICT).code, "later_assessment");
}

#[tokio::test]
async fn an_allocation_is_a_proposal_until_the_advisor_confirms_it() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let proposed = planned.standing().await;
    assert_eq!((proposed.state, proposed.agreed.decision), (AllocationState::Proposed, None));
    assert_eq!(proposed.digest.as_ref(), Some(&planned.summary.digest));

    let (address, confirm) = (planned.address("/decision"), planned.confirm());
    let file: ClientFile = planned.pair.desk.post(&address, &confirm).await.json();

    assert_ne!(file.client.attention, Attention::ToConfirm);
    let standing = planned.standing().await;
    assert_eq!(standing.state, AllocationState::Confirmed);
    let decision = standing.agreed.decision.unwrap();
    assert_eq!((decision.by.as_str(), decision.at_ms, decision.adjusted), ("陈岚", NOW_MS, false));
    assert_eq!(decision.reason, confirm.reason);
    assert_eq!(decision.weights, planned.weights(&[]).await);
    assert_eq!(event(&stage, "allocation_decided").await.unwrap()["digest"], confirm.digest.as_str());
    assert_eq!(stage.mail("allocation_decided").await.unwrap().0, "li@example.com");

    let mut more = plan(&stage);
    more.request.form.money.saving_year = Some(120_000.0);
    planned.pair.client.post("/api/plans", &more).await.json::<PlanSummary>();
    assert_eq!(planned.standing().await.state, AllocationState::Proposed, "a newer plan waits again");
    let old = planned.pair.desk.post(&address, &confirm).await;
    assert_eq!(old.problem(StatusCode::CONFLICT).code, "newer_plan");
}

#[tokio::test]
async fn other_weights_are_taken_within_the_limits_and_every_fault_is_named_at_once() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let address = planned.address("/decision");

    let absurd = Decide {
        weights: Some(BTreeMap::from([("A_LARGE".to_owned(), 2.0), ("TULIPS".to_owned(), 0.1)])),
        reason: "稳赚".to_owned(),
        ..planned.confirm()
    };
    let problem = planned.pair.desk.post(&address, &absurd).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        faults(&problem),
        [
            ("reason", "word"),
            ("weights.A_LARGE", "range"),
            ("weights.TULIPS", "unknown"),
            ("weights", "range")
        ]
    );
    assert_eq!((problem.faults[1].min, problem.faults[1].max), (Some(0.0), Some(1.0)));

    let much = Some(BTreeMap::from([("A_LARGE".to_owned(), 1.0)]));
    let sent = Decide { weights: much, ..planned.confirm() };
    let problem = planned.pair.desk.post(&address, &sent).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        problem.faults.iter().any(|fault| fault.field == "loss" || fault.field == "growth"),
        "{problem:?}"
    );

    let calmer = planned.weights(&[("A_LARGE", -0.05), ("CGB", 0.05)]).await;
    let sent = Decide { weights: Some(calmer.clone()), ..planned.confirm() };
    planned.pair.desk.post(&address, &sent).await.json::<ClientFile>();
    let decision = planned.standing().await.agreed.decision.unwrap();
    assert!(decision.adjusted);
    assert_eq!(decision.weights, calmer);
}

#[tokio::test]
async fn nothing_is_confirmed_once_the_assessment_has_ended() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    for _ in 0..16 {
        stage.app.clock.advance(25 * DAY_MS);
        // Whoever comes by stays signed in.
        planned.pair.desk.get("/api/desk").await.json::<Today>();
    }

    let (address, confirm) = (planned.address("/decision"), planned.confirm());
    let refused = planned.pair.desk.post(&address, &confirm).await;

    assert_eq!(refused.problem(StatusCode::CONFLICT).code, "no_assessment");
}

#[tokio::test]
async fn a_tilt_holds_until_its_last_day_and_only_over_what_was_confirmed() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let address = planned.address("/tilt");
    let tilt = NewTilt {
        reason: "债券收益率上升。".to_owned(),
        until: "2026-12-25".to_owned(),
        shifts: BTreeMap::from([("A_LARGE".to_owned(), -0.03), ("CGB".to_owned(), 0.03)]),
    };
    let early = planned.pair.desk.post(&address, &tilt).await;
    assert_eq!(early.problem(StatusCode::CONFLICT).code, "not_confirmed");
    let (decision, confirm) = (planned.address("/decision"), planned.confirm());
    planned.pair.desk.post(&decision, &confirm).await.json::<ClientFile>();

    let absurd = NewTilt {
        reason: " ".to_owned(),
        until: "2028-01-01".to_owned(),
        shifts: BTreeMap::from([("CGB".to_owned(), 0.4)]),
    };
    let problem = planned.pair.desk.post(&address, &absurd).await.problem(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        faults(&problem),
        [("reason", "missing"), ("until", "range"), ("shifts.CGB", "range"), ("shifts", "range")]
    );
    // From today to 92 days later, as begins of days.
    let day_ms = 86_400_000.0;
    let (min, max) = (problem.faults[1].min.unwrap(), problem.faults[1].max.unwrap());
    assert_eq!((min % day_ms, max - min), (0.0, 92.0 * day_ms));

    planned.pair.desk.post(&address, &tilt).await.json::<ClientFile>();
    let standing = planned.standing().await;
    assert_eq!(standing.state, AllocationState::Tactical);
    let view = standing.agreed.tilt.unwrap();
    assert_eq!((view.by.as_str(), view.until.as_str()), ("陈岚", "2026-12-25"));
    assert_eq!(stage.mail("tilt_set").await.unwrap().1["until"], "2026-12-25");
    assert!(event(&stage, "tilt_set").await.is_some());

    stage.app.clock.advance(20 * DAY_MS);
    assert_eq!(planned.standing().await.state, AllocationState::Tactical);
    // Whoever comes by stays signed in.
    planned.pair.desk.get("/api/desk").await.json::<Today>();
    stage.app.clock.advance(11 * DAY_MS);
    assert_eq!(planned.standing().await.state, AllocationState::Confirmed, "its last day is over");
    planned.pair.desk.delete(&address).await.problem(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_tilt_that_is_ended_leaves_what_was_confirmed() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let (decision, confirm) = (planned.address("/decision"), planned.confirm());
    planned.pair.desk.post(&decision, &confirm).await.json::<ClientFile>();
    let address = planned.address("/tilt");
    let tilt = NewTilt {
        reason: "债券收益率上升。".to_owned(),
        until: "2026-12-25".to_owned(),
        shifts: BTreeMap::from([("A_LARGE".to_owned(), -0.03), ("CGB".to_owned(), 0.03)]),
    };
    planned.pair.desk.post(&address, &tilt).await.json::<ClientFile>();

    planned.pair.desk.delete(&address).await.json::<ClientFile>();

    assert_eq!(planned.standing().await.state, AllocationState::Confirmed);
    assert!(stage.mail("tilt_ended").await.is_some());
    let all: serde_json::Value = planned.pair.client.get("/api/account/export").await.json();
    assert_eq!(all["decisions"].as_array().map(Vec::len), Some(1));
    assert_eq!(all["tilts"][0]["reason"], tilt.reason.as_str(), "what is over is given out too");
    assert_eq!(planned.pair.client.delete("/api/account").await.status, StatusCode::NO_CONTENT);
    let left: Option<(i64,)> =
        stage.app.db.first("select count(*) from tilt", server::values![]).await.unwrap();
    assert_eq!(left, Some((0,)));
}

#[tokio::test]
async fn the_agenda_comes_from_the_newest_plan() {
    let stage = Stage::new().await;
    let mut planned = Planned::new(&stage).await;
    let start_ms = planned.pair.slots().await[0].start_ms;
    let sent = NewMeeting { topic: Topic::AnnualReview, ..request(start_ms) };

    let meeting: Meeting = planned.pair.client.post("/api/meetings", &sent).await.json();

    let texts: Vec<&str> = meeting.agenda.iter().map(|point| point.text.en.as_str()).collect();
    assert!(texts[0].starts_with("The yearly review"), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("Go through income")), "{texts:?}");
    assert!(texts.iter().all(|text| !text.contains("first plan")), "{texts:?}");
    assert!(meeting.agenda.iter().any(|point| point.path == "/allocation"), "{texts:?}");
}
