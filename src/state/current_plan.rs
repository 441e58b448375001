//! The plan of the answers, and the plan of what is being tried.

use std::sync::Arc;

use leptos::prelude::*;
use planner::answers::Answers;
use planner::firm::Firm;
use planner::{Moves, Plan, Request};

use crate::compute::{Compute, Lane, Report, SEED};
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::words;

/// How much work a try is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A finger drags: fewer lifetimes, where all of them do not fit in a frame.
    Preview,
    /// The finger lifted: every lifetime.
    #[default]
    Full,
}

/// The plan of the answers, and the plan of what is being tried.
#[derive(Clone, Copy, Debug)]
pub struct CurrentPlan {
    tried: RwSignal<Tried>,
    got: RwSignal<Got>,
    plan_asked: Memo<Option<Asked>>,
    trial_asked: Memo<Option<Asked>>,
    round: Memo<Round>,
    compute: StoredValue<Compute, LocalStorage>,
    language: Language,
}

/// What is tried, and with how many lifetimes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tried {
    moves: Moves,
    lifetimes: Option<u32>,
}

/// What the worker has answered.
#[derive(Clone, Debug, Default)]
struct Got {
    plan: Option<Answered>,
    trial: Option<Answered>,
    dead: bool,
}

/// A plan with what it answers.
#[derive(Clone, Debug)]
struct Answered {
    request: Arc<Request>,
    plan: Arc<Plan>,
    round: u32,
}

/// A request and the firm's data it stands on.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    request: Arc<Request>,
    firm: Arc<Firm>,
}

/// Counts how often the answers became complete, so that the plan of one person is never shown
/// to the next one who fills the form in on the same device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Round {
    number: u32,
    complete: bool,
}

impl CurrentPlan {
    /// Asks for a plan whenever the answers hold together and have changed.
    #[must_use]
    pub fn new(draft: Draft, firm: FirmData, language: Language) -> Self {
        let tried = RwSignal::new(Tried::default());
        let got = RwSignal::new(Got::default());
        let round = Memo::new(move |before| follow(before, draft.answers()));
        let compute = StoredValue::new_local(Compute::new(move |report| {
            got.update(|got| got.take(report, round.get_untracked().number));
        }));
        let ask = move |moves, lifetimes| {
            round.get().complete.then_some(())?;
            let form = draft.form().get();
            let request = Request { form, moves, today: draft.today(), seed: SEED, lifetimes };
            Some(Asked { request: Arc::new(request), firm: firm.get()? })
        };
        let plan_asked = Memo::new(move |_| ask(Moves::default(), None));
        let trial_asked = Memo::new(move |_| {
            let Tried { moves, lifetimes } = tried.get();
            if moves == Moves::default() { None } else { ask(moves, lifetimes) }
        });
        Effect::new(move |_| {
            if let Some(firm) = firm.get() {
                compute.with_value(|compute| compute.use_firm(firm));
            }
        });
        for (lane, asked) in [(Lane::Plan, plan_asked), (Lane::Trial, trial_asked)] {
            Effect::new(move |_| {
                if let Some(asked) = asked.get() {
                    compute.with_value(|compute| compute.ask(lane, asked.request));
                }
            });
        }
        Self { tried, got, plan_asked, trial_asked, round, compute, language }
    }

    /// The plan of the answers; none until they hold together. While a new one is computed, the
    /// last one stays.
    #[must_use]
    pub fn plan(self) -> Signal<Option<Arc<Plan>>> {
        Signal::derive(move || self.in_round(|got| got.plan.clone()))
    }

    /// The plan of what is being tried; that of the answers where nothing is. While a new one is
    /// computed, the last one stays.
    #[must_use]
    pub fn trial(self) -> Signal<Option<Arc<Plan>>> {
        Signal::derive(move || {
            let trying = self.trial_asked.with(Option::is_some);
            let trial = if trying { self.in_round(|got| got.trial.clone()) } else { None };
            trial.or_else(|| self.in_round(|got| got.plan.clone()))
        })
    }

    /// What is being tried.
    #[must_use]
    pub fn moves(self) -> Signal<Moves> {
        Signal::derive(move || self.tried.with(|tried| tried.moves))
    }

    /// Tries something else.
    pub fn set_moves(self, moves: Moves, effort: Effort) {
        let lifetimes = match effort {
            Effort::Preview => self.compute.with_value(Compute::preview_lifetimes),
            Effort::Full => None,
        };
        self.tried.set(Tried { moves, lifetimes });
    }

    /// A plan is being computed.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || {
            let behind = |asked: Memo<Option<Asked>>, answered: &Option<Answered>| {
                asked.with(|asked| match (asked, answered) {
                    (Some(asked), Some(answered)) => asked.request != answered.request,
                    (asked, _) => asked.is_some(),
                })
            };
            self.got.with(|got| {
                !got.dead && (behind(self.plan_asked, &got.plan) || behind(self.trial_asked, &got.trial))
            })
        })
    }

    /// Why there is no plan although the answers hold together, in a sentence.
    #[must_use]
    pub fn failed(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let dead = self.got.with(|got| got.dead);
            dead.then(|| words::app::worker_dead(self.language.get()).to_owned())
        })
    }

    /// Tries to compute again after a failure.
    pub fn retry(self) {
        self.got.update(|got| got.dead = false);
        self.compute.with_value(Compute::retry);
    }

    fn in_round(self, answered: impl Fn(&Got) -> Option<Answered>) -> Option<Arc<Plan>> {
        let Round { number, complete } = self.round.get();
        let answered = self.got.with(answered)?;
        (complete && answered.round == number).then_some(answered.plan)
    }
}

impl Got {
    fn take(&mut self, report: Report, round: u32) {
        match report {
            Report::Plan(lane, request, plan) => {
                let answered = Some(Answered { request, plan, round });
                match lane {
                    Lane::Plan => self.plan = answered,
                    Lane::Trial => self.trial = answered,
                }
                self.dead = false;
            }
            // What cannot be tried changes nothing: the last plan that could be stays.
            Report::Refused(Lane::Trial, request) => {
                if let Some(trial) = &mut self.trial {
                    trial.request = request;
                }
            }
            // The page passes only forms that it has checked with the same planner.
            Report::Refused(Lane::Plan, _) | Report::Dead => self.dead = true,
        }
    }
}

fn follow(before: Option<&Round>, answers: Memo<Result<Answers, Vec<planner::answers::FormError>>>) -> Round {
    let before = before.copied().unwrap_or_default();
    let complete = answers.with(Result::is_ok);
    let number = before.number + u32::from(complete && !before.complete);
    Round { number, complete }
}
