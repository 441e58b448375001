//! Every question is answered with what it says it is answered with.

#![expect(clippy::unwrap_used, reason = "a test stops where there is nothing to look at")]

use messages::{Desk, Job, Question, Reply};
use planner::change::Change;
use planner::frontier::Frontier;
use planner::goals::LifePlan;
use planner::guardrail::Guardrails;
use planner::scenario::Outcome;
use planner::ways::Way;
use planner::why::{Replay, Why};
use planner::{Moves, Plan, Request, bytes};
use serde::de::DeserializeOwned;

#[path = "../../../planner/tests/support/mod.rs"]
mod support;

fn request() -> Request {
    let form = serde_json::from_str(include_str!("../examples/speed.json")).unwrap();
    Request { lifetimes: Some(500), ..support::request(&form, Moves::default()) }
}

/// A desk that has the firm's data.
fn open_desk() -> Desk {
    let mut desk = Desk::default();
    let firm = Job::Firm(bytes::seal(&support::document()));
    assert_eq!(say(&mut desk, &firm), Reply::Firm);
    desk
}

fn say(desk: &mut Desk, job: &Job) -> Reply {
    messages::hear(&desk.answer(&messages::say(job), &|| 0.0)).unwrap()
}

#[track_caller]
fn check<T: DeserializeOwned>(question: Question) -> T {
    let asked = Job::Answer { job: 7, question, request: Box::new(request()) };
    let answer = match say(&mut open_desk(), &asked) {
        Reply::Answer { job: 7, answer, .. } => answer,
        _ => None,
    };
    answer.unwrap().read()
}

#[test]
fn each_question_is_answered_with_what_it_says() {
    let plan: Plan = check(Question::Plan);
    assert_eq!(plan.projection.lifetimes, 500);
    assert!(!check::<Frontier>(Question::Map).columns.is_empty());
    assert!(check::<Vec<Way>>(Question::Ways).iter().all(|way| way.moves != Moves::default()));
    assert_eq!(check::<Why>(Question::Why).lifetimes, 500);
    assert_eq!(check::<Replay>(Question::Replay(0.1)).years.len(), plan.household.years as usize);
    check::<Guardrails>(Question::Guardrails);
    assert_eq!(check::<LifePlan>(Question::Life).region, plan.region);
    assert_eq!(check::<Vec<Option<Outcome>>>(Question::Compare(vec![Moves::default()])).len(), 1);
    let same = Question::Change { before: Box::new(request()), firm: Vec::new() };
    let change: Change = check(same);
    assert_eq!(change.before, change.after);
}

#[test]
fn what_cannot_be_planned_has_no_answer_and_what_another_build_said_is_refused() {
    let mut desk = open_desk();
    let far = Moves { retire_age: Some(300), ..Moves::default() };
    let asked = Job::Answer {
        job: 1,
        question: Question::Plan,
        request: Box::new(Request { moves: far, ..request() }),
    };

    assert!(matches!(say(&mut desk, &asked), Reply::Answer { job: 1, answer: None, .. }));
    for said in [&b""[..], b"nonsense", b"more than nonsense"] {
        assert_eq!(messages::hear(&desk.answer(said, &|| 0.0)), Some(Reply::Refused));
    }
}
