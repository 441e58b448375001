//! What pages ask about the plan beside its zone, each for as long as it stands.

use std::sync::Arc;

use leptos::prelude::*;
use messages::Question;
use planner::Moves;
use planner::change::Change;
use planner::frontier::Frontier;
use planner::goals::LifePlan;
use planner::guardrail::Guardrails;
use planner::scenario::Outcome;
use planner::ways::Way;
use planner::why::{Replay, Why};

use crate::compute::Lane;
use crate::state::current_plan::{CurrentPlan, Effort, Inquiry};
use crate::state::firm_data::FirmData;
use crate::state::last_plan::LastPlan;
use crate::state::scenarios::Scenarios;

/// Lifetimes of the zone map while a finger drags: they keep the display's pace.
const MAP_PREVIEW: u32 = 1_000;

impl CurrentPlan {
    /// Asks for the zone map of what is tried.
    pub fn ask_map(self) {
        self.ask(Lane::Map, move || {
            let lifetimes = (self.effort() == Effort::Preview).then_some(MAP_PREVIEW);
            Some(Inquiry { question: Question::Map, moves: self.moves().get(), lifetimes })
        });
    }

    /// The zone map of what is tried; the last one while a new one is drawn. Tracked, as are all
    /// answers here.
    #[must_use]
    pub fn map(self) -> Option<Arc<Frontier>> {
        self.answer(Lane::Map)
    }

    /// Asks for the ways of several moves that lead the plan of the answers to green.
    pub fn ask_ways(self) {
        self.ask(Lane::Ways, || Some(Inquiry::of_the_answers(Question::Ways)));
    }

    /// The ways of several moves that lead the plan of the answers to green.
    #[must_use]
    pub fn ways(self) -> Option<Arc<Vec<Way>>> {
        self.answer(Lane::Ways)
    }

    /// Asks why lifetimes of what is tried fail, and at which wealth to spend less or more.
    pub fn ask_why(self) {
        self.ask(Lane::Why, move || self.of_what_is_tried(Question::Why));
        self.ask(Lane::Guardrails, move || self.of_what_is_tried(Question::Guardrails));
    }

    /// Why lifetimes of what is tried fail.
    #[must_use]
    pub fn why(self) -> Option<Arc<Why>> {
        self.answer(Lane::Why)
    }

    /// At which wealth to spend less or more.
    #[must_use]
    pub fn guardrails(self) -> Option<Arc<Guardrails>> {
        self.answer(Lane::Guardrails)
    }

    /// Asks for one lifetime of what is tried: the one below which this share of them fares worse,
    /// 0 to 1.
    pub fn ask_replay(self, share: RwSignal<f64>) {
        self.ask(Lane::Replay, move || self.of_what_is_tried(Question::Replay(share.get())));
    }

    /// One lifetime of what is tried, year by year.
    #[must_use]
    pub fn replay(self) -> Option<Arc<Replay>> {
        self.answer(Lane::Replay)
    }

    /// Asks what the scenarios come to.
    pub fn ask_outcomes(self, scenarios: Scenarios) {
        self.ask(Lane::Compare, move || {
            let tried = scenarios.tried();
            (!tried.is_empty()).then(|| Inquiry::of_the_answers(Question::Compare(tried)))
        });
    }

    /// What the scenarios come to, in their order; none for what cannot be tried any more.
    #[must_use]
    pub fn outcomes(self) -> Option<Arc<Vec<Option<Outcome>>>> {
        self.answer(Lane::Compare)
    }

    /// Asks what moved since the last plan.
    pub fn ask_change(self, last: LastPlan, firm: FirmData) {
        self.ask(Lane::Change, move || last.question(firm).map(Inquiry::of_the_answers));
    }

    /// What moved since the last plan.
    #[must_use]
    pub fn change(self) -> Option<Arc<Change>> {
        self.answer(Lane::Change)
    }

    /// Asks for every life goal beside retirement.
    pub fn ask_life(self) {
        self.ask(Lane::Life, || Some(Inquiry::of_the_answers(Question::Life)));
    }

    /// Every life goal beside retirement.
    #[must_use]
    pub fn life(self) -> Option<Arc<LifePlan>> {
        self.answer(Lane::Life)
    }

    /// Asks for the same under what is being tried.
    pub fn ask_life_trial(self) {
        self.ask(Lane::LifeTrial, move || {
            self.of_what_is_tried(Question::Life).filter(|asked| asked.moves != Moves::default())
        });
    }

    /// The same under what is being tried; none where nothing is.
    #[must_use]
    pub fn life_trial(self) -> Option<Arc<LifePlan>> {
        if self.trying() { self.answer(Lane::LifeTrial) } else { None }
    }

    /// What takes longer waits until the finger lifts.
    fn of_what_is_tried(self, question: Question) -> Option<Inquiry> {
        let rests = self.effort() == Effort::Full;
        rests.then(|| Inquiry { question, moves: self.moves().get(), lifetimes: None })
    }
}
