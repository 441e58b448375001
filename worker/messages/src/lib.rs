//! What the page and its worker say to each other: [`Job`] and [`Reply`], as
//! [`planner::bytes`].
//!
//! The worker says [`Reply::Ready`] once it listens. It takes jobs in the order they come and
//! answers each once; the page sends the next one only when the last is answered, so that a
//! dragged slider never queues stale work.

mod desk;
pub mod speed;

pub use desk::Desk;

use planner::answers::FormError;
use planner::change::Change;
use planner::frontier::Frontier;
use planner::goals::LifePlan;
use planner::guardrail::Guardrails;
use planner::scenario::Outcome;
use planner::ways::Way;
use planner::why::{Replay, Why};
use planner::{Moves, Plan, Request};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Work with this firm's data from now on: the bytes that the server sent to the page.
    Firm(Vec<u8>),
    /// Answer a question.
    Answer {
        /// Given back with the answer.
        job: u32,
        /// The question.
        question: Question,
        /// What it is about.
        request: Box<Request>,
    },
    /// Measure the speed of the projection.
    Bench {
        /// Runs of each measure; the best one counts.
        runs: u32,
        /// What is planned, over and over.
        request: Box<Request>,
    },
}

/// What can be asked about a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The plan.
    Plan,
    /// The zone map.
    Map,
    /// The ways to green of several moves.
    Ways,
    /// Why lifetimes fail.
    Why,
    /// One lifetime, year by year: the one below which this share of K lies, 0 to 1.
    Replay(f64),
    /// At which wealth to spend less or more.
    Guardrails,
    /// Every life goal beside retirement.
    Life,
    /// What several moves come to, each in place of what the request tries.
    Compare(Vec<Moves>),
    /// What moved since another request.
    Change {
        /// The other request.
        before: Box<Request>,
        /// The firm's data it stood on, as the server sent them; empty for those of today, which
        /// also serve where this version cannot read them any more.
        firm: Vec<u8>,
    },
}

/// The answer to a question, each by the name of its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each has the name and the doc of its question")]
pub enum Answer {
    Plan(Box<Plan>),
    Map(Frontier),
    Ways(Vec<Way>),
    Why(Why),
    Replay(Replay),
    Guardrails(Guardrails),
    Life(Box<LifePlan>),
    Compare(Vec<Option<Outcome>>),
    Change(Change),
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker listens.
    Ready,
    /// The firm's data were taken.
    Firm,
    /// An answer, or every reason why the form cannot be used.
    Answer {
        /// The job it answers.
        job: u32,
        /// The answer.
        answer: Result<Answer, Vec<FormError>>,
        /// Time it took in the worker, in milliseconds.
        millis: f64,
    },
    /// The speed of the projection.
    Bench(Speed),
    /// The message could not be read or used, or there is no firm yet.
    Refused,
}

/// The speed of the projection on this machine, best of some runs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speed {
    /// Lifetimes × years that the projection plays in a second.
    pub path_years_per_s: f64,
    /// Time of one projection of 10,000 lifetimes of 60 years, in milliseconds.
    pub projection_ms: f64,
    /// Time of the same with zone, levers and bands, in milliseconds.
    pub full_recompute_ms: f64,
    /// Time of the zone map of the same plan, in milliseconds.
    pub map_ms: f64,
}
