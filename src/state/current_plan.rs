//! The plan of the answers, and the plan of what is being tried.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use messages::{Answer, Question};
use planner::answers::Answers;
use planner::change::Change;
use planner::frontier::Frontier;
use planner::goals::LifePlan;
use planner::guardrail::Guardrails;
use planner::scenario::Outcome;
use planner::ways::Way;
use planner::why::{Replay, Why};
use planner::{Moves, Plan, Request};

use crate::compute::{Compute, Lane, Order, Report, SEED};
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::last_plan::LastPlan;
use crate::state::scenarios::Scenarios;
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

/// The lifetime that is replayed at first: one in ten fares worse.
const TYPICAL_BAD_LIFE: f64 = 0.1;

/// Lifetimes of the zone map while a finger drags: they keep the display's pace.
const MAP_PREVIEW: u32 = 1_000;

/// What is asked on the page of retirement, beside the plan.
const AT_RETIREMENT: [Lane; 7] =
    [Lane::Map, Lane::Ways, Lane::Why, Lane::Replay, Lane::Guardrails, Lane::Compare, Lane::Change];

/// What is asked on the page of the goals, beside the plan.
const AT_GOALS: [Lane; 2] = [Lane::Life, Lane::LifeTrial];

/// The places where something is asked beside the plan.
const fn places_of(lane: Lane) -> &'static [&'static str] {
    match lane {
        Lane::Life => &["goals", "learn", "article", "report", "home", "present"],
        Lane::LifeTrial => &["goals"],
        Lane::Map => &["retirement", "present"],
        Lane::Ways => &["retirement", "report", "present"],
        Lane::Change => &["retirement", "home"],
        _ => &["retirement"],
    }
}

/// The plan of the answers, the plan of what is being tried, and what is asked about them.
#[derive(Clone, Copy, Debug)]
pub struct CurrentPlan {
    tried: RwSignal<Tried>,
    got: RwSignal<Got>,
    plan_asked: Memo<Option<Asked>>,
    trial_asked: Memo<Option<Asked>>,
    replayed: RwSignal<f64>,
    round: Memo<Round>,
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
    plan: Option<Answered<Plan>>,
    trial: Option<Answered<Plan>>,
    map: Option<Answered<Frontier>>,
    ways: Option<Answered<Vec<Way>>>,
    why: Option<Answered<Why>>,
    replay: Option<Answered<Replay>>,
    guardrails: Option<Answered<Guardrails>>,
    life: Option<Answered<LifePlan>>,
    outcomes: Option<Answered<Vec<Option<Outcome>>>>,
    life_trial: Option<Answered<LifePlan>>,
    change: Option<Answered<Change>>,
    verified: Option<(Arc<Request>, Remade)>,
    dead: bool,
}

/// An answer with what it is about.
#[derive(Debug)]
struct Answered<T> {
    request: Arc<Request>,
    answer: Arc<T>,
    round: u32,
}

impl Answered<()> {
    fn with<T>(self, answer: T) -> Answered<T> {
        Answered { request: self.request, answer: Arc::new(answer), round: self.round }
    }
}

impl<T> Clone for Answered<T> {
    fn clone(&self) -> Self {
        Self { request: Arc::clone(&self.request), answer: Arc::clone(&self.answer), round: self.round }
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

/// Counts how often the answers became complete, so that the plan of one person is never shown
/// to the next one who fills the form in on the same device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Round {
    number: u32,
    complete: bool,
}

impl CurrentPlan {
    /// Asks for a plan whenever the answers hold together and have changed, and for what the page
    /// in sight wants to know about it.
    #[must_use]
    pub fn new(
        draft: Draft,
        firm: FirmData,
        language: Language,
        scenarios: Scenarios,
        last: LastPlan,
    ) -> Self {
        let tried = RwSignal::new(Tried::default());
        let got = RwSignal::new(Got::default());
        let replayed = RwSignal::new(TYPICAL_BAD_LIFE);
        let round = Memo::new(move |before| follow(before, draft.answers()));
        let compute = StoredValue::new_local(Compute::new(move |report| {
            if let Report::Answer(Lane::Plan, request, Answer::Plan(plan)) = &report {
                last.see(request);
                draft.assessed(plan.profile.class);
            }
            got.update(|got| got.take(report, round.get_untracked().number));
        }));
        let ask = move |question, moves, lifetimes| {
            round.get().complete.then_some(())?;
            let form = draft.planned_form();
            let request = Request { form, moves, today: draft.today(), seed: SEED, lifetimes };
            let order = Order { question, request: Arc::new(request) };
            Some(Asked { order, firm: firm.bytes()? })
        };
        let plan_asked = Memo::new(move |_| ask(Question::Plan, Moves::default(), None));
        let trial_asked = Memo::new(move |_| {
            let Tried { moves, effort } = tried.get();
            let lifetimes = match effort {
                Effort::Preview => compute.with_value(Compute::preview_lifetimes),
                Effort::Full => None,
            };
            if moves == Moves::default() { None } else { ask(Question::Plan, moves, lifetimes) }
        });
        Effect::new(move |_| {
            if let Some(firm) = firm.bytes() {
                compute.with_value(|compute| compute.use_firm(firm));
            }
        });
        let follow = move |lane, asked: Memo<Option<Asked>>| {
            Effect::new(move |_| {
                if let Some(asked) = asked.get() {
                    compute.with_value(|compute| compute.ask(lane, asked.order));
                }
            });
        };
        follow(Lane::Plan, plan_asked);
        follow(Lane::Trial, trial_asked);
        let path = use_location().pathname;
        let place = Memo::new(move |_| path.with(|path| Route::of(path).place()));
        for lane in AT_RETIREMENT.into_iter().chain(AT_GOALS) {
            follow(
                lane,
                Memo::new(move |_| {
                    places_of(lane).contains(&place.get()).then_some(())?;
                    let Tried { moves, effort } = tried.get();
                    let preview = (effort == Effort::Preview).then_some(MAP_PREVIEW);
                    match lane {
                        Lane::Map => ask(Question::Map, moves, preview),
                        Lane::Ways => ask(Question::Ways, Moves::default(), None),
                        Lane::Compare => {
                            let tried = scenarios.tried();
                            (!tried.is_empty()).then_some(())?;
                            ask(Question::Compare(tried), Moves::default(), None)
                        }
                        Lane::Change => ask(last.question(firm)?, Moves::default(), None),
                        // What takes longer waits until the finger lifts.
                        _ if preview.is_some() => None,
                        Lane::Why => ask(Question::Why, moves, None),
                        Lane::Replay => ask(Question::Replay(replayed.get()), moves, None),
                        Lane::Guardrails => ask(Question::Guardrails, moves, None),
                        Lane::LifeTrial if moves == Moves::default() => None,
                        Lane::LifeTrial => ask(Question::Life, moves, None),
                        _ => ask(Question::Life, Moves::default(), None),
                    }
                }),
            );
        }
        Self { tried, got, plan_asked, trial_asked, replayed, round, compute, language }
    }

    /// The zone map of what is tried; the last one while a new one is drawn. Asked for on the page
    /// of retirement, as are the next six.
    #[must_use]
    pub fn map(self) -> Option<Arc<Frontier>> {
        self.in_round(|got| got.map.clone())
    }

    /// The ways of several moves that lead the plan of the answers to green.
    #[must_use]
    pub fn ways(self) -> Option<Arc<Vec<Way>>> {
        self.in_round(|got| got.ways.clone())
    }

    /// Why lifetimes of what is tried fail.
    #[must_use]
    pub fn why(self) -> Option<Arc<Why>> {
        self.in_round(|got| got.why.clone())
    }

    /// One lifetime of what is tried, year by year.
    #[must_use]
    pub fn replay(self) -> Option<Arc<Replay>> {
        self.in_round(|got| got.replay.clone())
    }

    /// The lifetime that is replayed: the share of lifetimes that fare worse, 0 to 1.
    #[must_use]
    pub const fn replayed(self) -> RwSignal<f64> {
        self.replayed
    }

    /// At which wealth to spend less or more.
    #[must_use]
    pub fn guardrails(self) -> Option<Arc<Guardrails>> {
        self.in_round(|got| got.guardrails.clone())
    }

    /// What the scenarios come to, in their order; none for what cannot be tried any more.
    #[must_use]
    pub fn outcomes(self) -> Option<Arc<Vec<Option<Outcome>>>> {
        self.in_round(|got| got.outcomes.clone())
    }

    /// What moved since the last plan.
    #[must_use]
    pub fn change(self) -> Option<Arc<Change>> {
        self.in_round(|got| got.change.clone())
    }

    /// Every life goal beside retirement; asked for on the page of the goals and in the library.
    #[must_use]
    pub fn life(self) -> Option<Arc<LifePlan>> {
        self.in_round(|got| got.life.clone())
    }

    /// The same under what is being tried; none where nothing is.
    #[must_use]
    pub fn life_trial(self) -> Option<Arc<LifePlan>> {
        let trying = self.trial_asked.with(Option::is_some);
        self.in_round(|got| got.life_trial.clone()).filter(|_| trying)
    }

    /// The plan of the answers; none until they hold together. While a new one is computed, the
    /// last one stays.
    #[must_use]
    pub fn plan(self) -> Signal<Option<Arc<Plan>>> {
        Signal::derive(move || self.in_round(|got| got.plan.clone()))
    }

    /// What the plan of the answers was made from.
    #[must_use]
    pub fn request(self) -> Option<Arc<Request>> {
        let Round { number, complete } = self.round.get();
        let got = self.got.with(|got| got.plan.as_ref().map(|plan| (Arc::clone(&plan.request), plan.round)));
        got.filter(|(_, round)| complete && *round == number).map(|(request, _)| request)
    }

    /// Makes the plan of another request, to be compared with what a paper says.
    pub fn verify(self, request: Request) {
        let order = Order { question: Question::Plan, request: Arc::new(request) };
        self.compute.with_value(|compute| compute.ask(Lane::Verify, order));
    }

    /// What became of a request that was to be verified; none while it is worked out. Tracked.
    #[must_use]
    pub fn verified(self, request: &Request) -> Option<Remade> {
        self.got.with(|got| {
            let (of, remade) = got.verified.as_ref()?;
            (**of == *request).then(|| remade.clone())
        })
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
        self.tried.set(Tried { moves, effort });
    }

    /// A plan is being computed.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || {
            let behind = |asked: Memo<Option<Asked>>, answered: &Option<Answered<Plan>>| {
                asked.with(|asked| match (asked, answered) {
                    (Some(asked), Some(answered)) => asked.order.request != answered.request,
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

    fn in_round<T>(self, answered: fn(&Got) -> Option<Answered<T>>) -> Option<Arc<T>> {
        let Round { number, complete } = self.round.get();
        let answered = self.got.with(answered)?;
        (complete && answered.round == number).then_some(answered.answer)
    }
}

impl Got {
    fn take(&mut self, report: Report, round: u32) {
        match report {
            Report::Answer(lane, request, answer) => {
                self.dead = false;
                self.keep(lane, request, answer, round);
            }
            // What cannot be tried changes nothing: the last plan that could be stays.
            Report::Refused(Lane::Trial, request) => {
                if let Some(trial) = &mut self.trial {
                    trial.request = request;
                }
            }
            Report::Refused(Lane::Verify, request) => self.verified = Some((request, Remade::Refused)),
            // The page passes only forms that it has checked with the same planner.
            Report::Refused(Lane::Plan, _) | Report::Dead => self.dead = true,
            Report::Refused(..) => {}
        }
    }

    fn keep(&mut self, lane: Lane, request: Arc<Request>, answer: Answer, round: u32) {
        let place = Answered { request, answer: Arc::new(()), round };
        match (answer, lane) {
            (Answer::Plan(plan), Lane::Verify) => {
                self.verified = Some((place.request, Remade::Plan(Arc::new(*plan))));
            }
            (Answer::Plan(plan), Lane::Trial) => self.trial = Some(place.with(*plan)),
            (Answer::Plan(plan), _) => self.plan = Some(place.with(*plan)),
            (Answer::Map(map), _) => self.map = Some(place.with(map)),
            (Answer::Ways(ways), _) => self.ways = Some(place.with(ways)),
            (Answer::Why(why), _) => self.why = Some(place.with(why)),
            (Answer::Replay(replay), _) => self.replay = Some(place.with(replay)),
            (Answer::Guardrails(guardrails), _) => self.guardrails = Some(place.with(guardrails)),
            (Answer::Life(life), Lane::LifeTrial) => self.life_trial = Some(place.with(*life)),
            (Answer::Life(life), _) => self.life = Some(place.with(*life)),
            (Answer::Compare(outcomes), _) => self.outcomes = Some(place.with(outcomes)),
            (Answer::Change(change), _) => self.change = Some(place.with(change)),
        }
    }
}

fn follow(before: Option<&Round>, answers: Memo<Result<Answers, Vec<planner::answers::FormError>>>) -> Round {
    let before = before.copied().unwrap_or_default();
    let complete = answers.with(Result::is_ok);
    let number = before.number + u32::from(complete && !before.complete);
    Round { number, complete }
}
