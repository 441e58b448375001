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
        bytes::encode(&self.take(message, now))
    }

    /// What is said before the first message.
    #[must_use]
    pub fn ready() -> Vec<u8> {
        bytes::encode(&Reply::Ready)
    }

    fn take(&mut self, message: &[u8], now: &dyn Fn() -> f64) -> Reply {
        match (bytes::decode(message), self.firm) {
            (Some(Job::Firm(document)), _) => {
                self.firm = bytes::open(&document)
                    .map(Firm::checked_by_server)
                    .map(|firm| &*Box::leak(Box::new(firm)));
                if self.firm.is_some() { Reply::Firm } else { Reply::Refused }
            }
            (Some(Job::Answer { job, question, request }), Some(firm)) => {
                let start = now();
                let answer = give(&question, &request, firm, &mut self.draws);
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
        Question::Plan => Answer::Plan(Box::new(planner::plan_with(draws, inputs, firm))),
        Question::Map => Answer::Map(frontier::draw(draws, inputs, firm)),
        Question::Ways => Answer::Ways(ways::find(draws, inputs, firm)),
        Question::Why => Answer::Why(why::explain(draws, inputs, firm)),
        Question::Replay(share) => Answer::Replay(why::replay(draws, inputs, firm, *share)),
        Question::Guardrails => Answer::Guardrails(guardrail::set(draws, inputs, firm)),
        Question::Life => Answer::Life(Box::new(planner::life_with(draws, inputs, firm))),
        Question::Compare(tried) => Answer::Compare(scenario::compare(draws, request, firm, tried)?),
        Question::Change { before, firm: document } => {
            let old = bytes::open(document).map(Firm::checked_by_server);
            Answer::Change(change::compare((before, old.as_ref().unwrap_or(firm)), (request, firm))?)
        }
    })
}
