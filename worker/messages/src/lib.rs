//! What the page and its worker [`say`] to each other: [`Job`] and [`Reply`], as
//! [`planner::bytes`].
//!
//! The worker says [`Reply::Ready`] once it listens. It takes jobs in the order they come and
//! answers each once; the page sends the next one only when the last is answered, so that a
//! dragged slider never queues stale work.

mod desk;
pub mod speed;

pub use desk::Desk;

use planner::{Moves, Request, bytes};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A fingerprint of the source that messages are made from: page and worker must be of one build.
const BUILD: u64 = number(env!("MESSAGES_BUILD"));

const fn number(digits: &str) -> u64 {
    let mut number: u64 = 0;
    let mut left = digits.as_bytes();
    while let [digit, rest @ ..] = left {
        number = number.wrapping_mul(10).wrapping_add((*digit - b'0') as u64);
        left = rest;
    }
    number
}

/// A message in bytes, eight of which name the build.
#[must_use]
pub fn say<T: Serialize>(message: &T) -> Vec<u8> {
    let mut said = BUILD.to_le_bytes().to_vec();
    said.append(&mut bytes::encode(message));
    said
}

/// A message of a [`Job`] to the worker, or of a [`Reply`] to the page; none where another build said
/// it.
#[must_use]
pub fn hear<T: DeserializeOwned>(said: &[u8]) -> Option<T> {
    let (build, message) = said.split_first_chunk()?;
    (u64::from_le_bytes(*build) == BUILD).then(|| bytes::decode(message))
}

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

/// What can be asked about a request. Each says what its [`Answer`] holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The plan: a [`planner::Plan`].
    Plan,
    /// The zone map: a [`planner::frontier::Frontier`].
    Map,
    /// The ways to green of several moves: a list of [`planner::ways::Way`].
    Ways,
    /// Why lifetimes fail: a [`planner::why::Why`].
    Why,
    /// One lifetime, year by year, as a [`planner::why::Replay`]: the one below which this share of
    /// K lies, 0 to 1.
    Replay(f64),
    /// At which wealth to spend less or more: [`planner::guardrail::Guardrails`].
    Guardrails,
    /// Every life goal beside retirement: a [`planner::goals::LifePlan`].
    Life,
    /// What several moves come to, each in place of what the request tries: a list that holds a
    /// [`planner::scenario::Outcome`], or nothing, for each.
    Compare(Vec<Moves>),
    /// What moved since another request: a [`planner::change::Change`].
    Change {
        /// The other request.
        before: Box<Request>,
        /// The firm's data it stood on, as the server sent them; empty for those of today, which
        /// also serve where this version cannot read them any more.
        firm: Vec<u8>,
    },
}

/// The answer to a question, still in bytes: who passes it on need not know how to read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer(Vec<u8>);

impl Answer {
    fn of<T: Serialize>(content: &T) -> Self {
        Self(bytes::encode(content))
    }

    /// What it holds.
    ///
    /// # Panics
    ///
    /// Where it answers another question.
    #[must_use]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        bytes::decode(&self.0)
    }
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker listens.
    Ready,
    /// The firm's data were taken.
    Firm,
    /// An answer to a job.
    Answer {
        /// The job it answers.
        job: u32,
        /// The answer; none where the request cannot be planned. The page sends only forms that it
        /// has checked with the same planner, so the reasons would tell it nothing.
        answer: Option<Answer>,
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
