//! Answers each job of the page once.

use planner::answers::FormError;
use planner::draws::Draws;
use planner::firm::Firm;
use planner::{Inputs, Request, bytes, change, frontier, guardrail, scenario, ways, why};

use crate::{Answer, Job, Question, Reply, speed};

/// What is kept between jobs.
#[derive(Debug, Default)]
pub struct Desk {
    /// Kept for good: taking down what was replaced would be more code than memory saved.
    firm: Option<&'static Firm>,
    draws: Option<Draws>,
}

impl Desk {
    /// Answers a message, in bytes; `now` tells the time in milliseconds.
    pub fn answer(&mut self, message: &[u8], now: &dyn Fn() -> f64) -> Vec<u8> {
        crate::say(&self.take(message, now))
    }

    /// What is said before the first message.
    #[must_use]
    pub fn ready() -> Vec<u8> {
        crate::say(&Reply::Ready)
    }

    fn take(&mut self, message: &[u8], now: &dyn Fn() -> f64) -> Reply {
        match (crate::hear(message), self.firm) {
            (Some(Job::Firm(document)), _) => {
                self.firm = bytes::open(&document)
                    .map(Firm::checked_by_server)
                    .map(|firm| &*Box::leak(Box::new(firm)));
                if self.firm.is_some() { Reply::Firm } else { Reply::Refused }
            }
            (Some(Job::Answer { job, question, request }), Some(firm)) => {
                let start = now();
                let answer = give(&question, &request, firm, &mut self.draws).ok();
                Reply::Answer { job, answer, millis: now() - start }
            }
            (Some(Job::Bench { runs, request }), Some(firm)) => {
                speed::measure(&request, firm, runs, now).map_or(Reply::Refused, Reply::Bench)
            }
            (None, _) | (Some(Job::Answer { .. } | Job::Bench { .. }), None) => Reply::Refused,
        }
    }
}

fn give(
    question: &Question,
    request: &Request,
    firm: &Firm,
    draws: &mut Option<Draws>,
) -> Result<Answer, Vec<FormError>> {
    let inputs = Inputs::check(request, firm)?;
    let inputs = &inputs;
    Ok(match question {
        Question::Plan => Answer::of(&planner::plan_with(draws, inputs, firm)),
        Question::Map => Answer::of(&frontier::draw(draws, inputs, firm)),
        Question::Ways => Answer::of(&ways::find(draws, inputs, firm)),
        Question::Why => Answer::of(&why::explain(draws, inputs, firm)),
        Question::Replay(share) => Answer::of(&why::replay(draws, inputs, firm, *share)),
        Question::Guardrails => Answer::of(&guardrail::set(draws, inputs, firm)),
        Question::Life => Answer::of(&planner::life_with(draws, inputs, firm)),
        Question::Compare(tried) => Answer::of(&scenario::compare(draws, request, firm, tried)?),
        Question::Change { before, firm: document } => {
            let old = bytes::open(document).map(Firm::checked_by_server);
            Answer::of(&change::compare((before, old.as_ref().unwrap_or(firm)), (request, firm))?)
        }
    })
}
