//! The plan of the answers, and the plan of what is being tried.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use messages::{Answer, Question};
use planner::answers::Answers;
use planner::{Moves, Plan, Request};
use serde::de::DeserializeOwned;

use crate::compute::{Compute, Lane, Order, Report, SEED};
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::last_plan::LastPlan;
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

/// The plan of the answers, the plan of what is being tried, and what pages ask about them.
#[derive(Clone, Copy, Debug)]
pub struct CurrentPlan {
    tried: RwSignal<Tried>,
    got: RwSignal<Got>,
    plan_asked: Memo<Option<Asked>>,
    trial_asked: Memo<Option<Asked>>,
    asking: StoredValue<Asking>,
    compute: StoredValue<Compute, LocalStorage>,
    language: Language,
}

/// What is tried, and how much work it is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tried {
    moves: Moves,
    effort: Effort,
}

/// What became of a plan that was made again.
#[derive(Clone, Debug)]
pub enum Remade {
    /// The plan.
    Plan(Arc<Plan>),
    /// By the rules of today there is none.
    Refused,
}

/// What the worker has answered.
#[derive(Clone, Debug, Default)]
struct Got {
    /// The newest answer of each lane.
    answers: BTreeMap<Lane, Answered>,
    /// The request that was to be verified and cannot be planned by the rules of today.
    refused: Option<Arc<Request>>,
    dead: bool,
}

/// An answer with what it is about.
#[derive(Clone, Debug)]
struct Answered {
    request: Arc<Request>,
    answer: Arc<Held>,
    round: u32,
}

/// An answer, read once, where it is first shown: only the pages that show it have its reader.
#[derive(Debug)]
struct Held {
    answer: Answer,
    content: OnceLock<Arc<dyn Any + Send + Sync>>,
}

impl Held {
    fn read<T: DeserializeOwned + Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        let content = self.content.get_or_init(|| Arc::new(self.answer.read::<T>()));
        Arc::clone(content).downcast().ok()
    }
}

/// An order and the firm's data it stands on.
#[derive(Clone, Debug)]
struct Asked {
    order: Order,
    firm: Arc<[u8]>,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        // The data are taken anew only where they have changed.
        Arc::ptr_eq(&self.firm, &other.firm) && self.order == other.order
    }
}

/// A question of a page about the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Inquiry {
    /// The question.
    pub question: Question,
    /// What is tried.
    pub moves: Moves,
    /// Lifetimes to play; none means all.
    pub lifetimes: Option<u32>,
}

impl Inquiry {
    /// About the plan of the answers, over every lifetime.
    #[must_use]
    pub fn of_the_answers(question: Question) -> Self {
        Self { question, moves: Moves::default(), lifetimes: None }
    }
}

/// What every order is made from.
#[derive(Clone, Copy, Debug)]
struct Asking {
    draft: Draft,
    firm: FirmData,
    round: Memo<Round>,
}

impl Asking {
    /// An order, where the answers hold together and the firm's data are there. Tracked.
    fn order(self, question: Question, moves: Moves, lifetimes: Option<u32>) -> Option<Asked> {
        self.round.get().complete.then_some(())?;
        let form = self.draft.planned_form();
        let request = Request { form, moves, today: self.draft.today(), seed: SEED, lifetimes };
        Some(Asked { order: Order { question, request: Arc::new(request) }, firm: self.firm.bytes()? })
    }
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
    pub fn new(draft: Draft, firm: FirmData, language: Language, last: LastPlan) -> Self {
        let tried = RwSignal::new(Tried::default());
        let got = RwSignal::new(Got::default());
        let round = Memo::new(move |before| follow(before, draft.answers()));
        let compute = StoredValue::new_local(Compute::new(move |report| {
            let planned = matches!(report, Report::Answer(Lane::Plan, ..));
            got.update(|got| got.take(report, round.get_untracked().number));
            let plan = got.with_untracked(|got| got.answers.get(&Lane::Plan).cloned());
            if planned
                && let Some(Answered { request, answer, .. }) = plan
                && let Some(plan) = answer.read::<Plan>()
            {
                last.see(&request);
                draft.assessed(plan.profile.class);
            }
        }));
        let asking = Asking { draft, firm, round };
        let plan_asked = Memo::new(move |_| asking.order(Question::Plan, Moves::default(), None));
        let trial_asked = Memo::new(move |_| {
            let Tried { moves, effort } = tried.get();
            let lifetimes = match effort {
                Effort::Preview => compute.with_value(Compute::preview_lifetimes),
                Effort::Full => None,
            };
            if moves == Moves::default() { None } else { asking.order(Question::Plan, moves, lifetimes) }
        });
        Effect::new(move |_| {
            if let Some(firm) = firm.bytes() {
                compute.with_value(|compute| compute.use_firm(firm));
            }
        });
        let asking = StoredValue::new(asking);
        let current = Self { tried, got, plan_asked, trial_asked, asking, compute, language };
        current.follow(Lane::Plan, plan_asked);
        current.follow(Lane::Trial, trial_asked);
        current
    }

    /// Asks a question in a lane whenever what is asked has changed, for as long as the page that
    /// asks stands. `None` asks nothing: the last answer stays.
    pub fn ask(self, lane: Lane, asked: impl Fn() -> Option<Inquiry> + Send + Sync + 'static) {
        let asking = self.asking.get_value();
        self.follow(
            lane,
            Memo::new(move |_| {
                let Inquiry { question, moves, lifetimes } = asked()?;
                asking.order(question, moves, lifetimes)
            }),
        );
    }

    fn follow(self, lane: Lane, asked: Memo<Option<Asked>>) {
        Effect::new(move |_| {
            if let Some(asked) = asked.get() {
                self.compute.with_value(|compute| compute.ask(lane, asked.order));
            }
        });
    }

    /// The newest answer of a lane, about the answers of the form as they stand; the last one while
    /// a new one is computed. Tracked.
    #[must_use]
    pub fn answer<T: DeserializeOwned + Send + Sync + 'static>(self, lane: Lane) -> Option<Arc<T>> {
        self.answered(lane)?.answer.read()
    }

    fn answered(self, lane: Lane) -> Option<Answered> {
        let Round { number, complete } = self.asking.get_value().round.get();
        let answered = self.got.with(|got| got.answers.get(&lane).cloned())?;
        (complete && answered.round == number).then_some(answered)
    }

    /// Something is being tried that can be planned. Tracked.
    #[must_use]
    pub fn trying(self) -> bool {
        self.trial_asked.with(Option::is_some)
    }

    /// The plan of the answers; none until they hold together. While a new one is computed, the
    /// last one stays.
    #[must_use]
    pub fn plan(self) -> Signal<Option<Arc<Plan>>> {
        Signal::derive(move || self.answer(Lane::Plan))
    }

    /// What the plan of the answers was made from.
    #[must_use]
    pub fn request(self) -> Option<Arc<Request>> {
        self.answered(Lane::Plan).map(|answered| answered.request)
    }

    /// Makes the plan of another request, to be compared with what a paper says.
    pub fn verify(self, request: Request) {
        let order = Order { question: Question::Plan, request: Arc::new(request) };
        self.compute.with_value(|compute| compute.ask(Lane::Verify, order));
    }

    /// What became of a request that was to be verified; none while it is worked out. Tracked.
    #[must_use]
    pub fn verified(self, request: &Request) -> Option<Remade> {
        let held = self.got.with(|got| {
            if got.refused.as_deref() == Some(request) {
                return Some(Err(()));
            }
            let answered = got.answers.get(&Lane::Verify)?;
            (*answered.request == *request).then(|| Ok(Arc::clone(&answered.answer)))
        })?;
        match held {
            Ok(held) => held.read().map(Remade::Plan),
            Err(()) => Some(Remade::Refused),
        }
    }

    /// The plan of what is being tried; that of the answers where nothing is. While a new one is
    /// computed, the last one stays.
    #[must_use]
    pub fn trial(self) -> Signal<Option<Arc<Plan>>> {
        Signal::derive(move || {
            let trial = if self.trying() { self.answer(Lane::Trial) } else { None };
            trial.or_else(|| self.answer(Lane::Plan))
        })
    }

    /// What is being tried.
    #[must_use]
    pub fn moves(self) -> Signal<Moves> {
        Signal::derive(move || self.tried.with(|tried| tried.moves))
    }

    /// How much work what is tried is worth. Tracked.
    #[must_use]
    pub fn effort(self) -> Effort {
        self.tried.with(|tried| tried.effort)
    }

    /// Tries something else.
    pub fn set_moves(self, moves: Moves, effort: Effort) {
        self.tried.set(Tried { moves, effort });
    }

    /// A plan is being computed.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || {
            let behind = |asked: Memo<Option<Asked>>, answered: Option<&Answered>| {
                asked.with(|asked| match (asked, answered) {
                    (Some(asked), Some(answered)) => asked.order.request != answered.request,
                    (asked, _) => asked.is_some(),
                })
            };
            self.got.with(|got| {
                let answered = |lane| got.answers.get(&lane);
                !got.dead
                    && (behind(self.plan_asked, answered(Lane::Plan))
                        || behind(self.trial_asked, answered(Lane::Trial)))
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
}

impl Got {
    fn take(&mut self, report: Report, round: u32) {
        match report {
            Report::Answer(lane, request, answer) => {
                self.dead = false;
                let answer = Arc::new(Held { answer, content: OnceLock::new() });
                self.answers.insert(lane, Answered { request, answer, round });
            }
            // What cannot be tried changes nothing: the last plan that could be stays.
            Report::Refused(Lane::Trial, request) => {
                if let Some(trial) = self.answers.get_mut(&Lane::Trial) {
                    trial.request = request;
                }
            }
            Report::Refused(Lane::Verify, request) => self.refused = Some(request),
            // The page passes only forms that it has checked with the same planner.
            Report::Refused(Lane::Plan, _) | Report::Dead => self.dead = true,
            Report::Refused(..) => {}
        }
    }
}

fn follow(before: Option<&Round>, answers: Memo<Result<Answers, Vec<planner::answers::FormError>>>) -> Round {
    let before = before.copied().unwrap_or_default();
    let complete = answers.with(Result::is_ok);
    let number = before.number + u32::from(complete && !before.complete);
    Round { number, complete }
}
