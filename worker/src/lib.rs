//! What the page and its worker say to each other: [`Job`] and [`Reply`], as
//! [`planner::bytes`].
//!
//! The worker says [`Reply::Ready`] once it listens. It takes jobs in the order they come and
//! answers each once; the page sends the next one only when the last is answered, so that a
//! dragged slider never queues stale work.

pub mod speed;

use planner::answers::FormError;
use planner::firm::FirmDocument;
use planner::{Plan, Request};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Work with this firm's data, checked by the page, from now on.
    Firm(Box<FirmDocument>),
    /// Make a plan.
    Plan {
        /// Given back with the answer.
        job: u32,
        /// What to plan.
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

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker listens.
    Ready,
    /// The firm's data were taken.
    Firm,
    /// A plan, or every reason why the form cannot be used.
    Plan {
        /// The job it answers.
        job: u32,
        /// The plan.
        plan: Box<Result<Plan, Vec<FormError>>>,
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
}
