//! Where the investor is among the questions, and what lies before and behind.

use std::sync::Arc;

use planner::answers::Form;
use planner::firm::Firm;

use crate::components::progress_line::Stretch;
use crate::state::draft::Draft;
use crate::state::steps::{self, Section, Step};
use crate::words::{self, Lang};

/// Where the investor is among the questions: follows from the address, the form and the room.
pub(super) struct Walk {
    /// The form.
    pub(super) form: Form,
    /// The firm's data.
    pub(super) firm: Arc<Firm>,
    steps: Vec<Step>,
    screens: Vec<Vec<Step>>,
    /// The screen in sight; none where the address names no question.
    here: Option<usize>,
}

impl Walk {
    /// At the step of an address.
    pub(super) fn new(form: Form, firm: Arc<Firm>, wide: bool, slug: &str) -> Self {
        let steps = steps::all(&form, &firm);
        let screens = steps::screens(&steps, &firm, wide);
        let here = screens.iter().position(|screen| screen.iter().any(|step| step.slug() == slug));
        Self { form, firm, steps, screens, here }
    }

    /// The steps on the screen in sight; none where the address names no question.
    pub(super) fn screen(&self) -> &[Step] {
        self.here.and_then(|here| self.screens.get(here)).map_or(&[], Vec::as_slice)
    }

    /// The name of the screen in sight: the step it begins with; empty where there is none.
    pub(super) fn name(&self) -> String {
        self.screen().first().map(Step::slug).unwrap_or_default()
    }

    /// Something on the screen in sight is missing or absurd. Tracked.
    pub(super) fn has_problems(&self, draft: Draft) -> bool {
        let mut fields = self.screen().iter().flat_map(|step| step.fields(&self.form, &self.firm));
        fields.any(|field| !draft.problems_of(&field).is_empty())
    }

    /// The first step of a screen so many screens away.
    pub(super) fn neighbour(&self, distance: isize) -> Option<String> {
        self.screens.get(self.here?.checked_add_signed(distance)?)?.first().map(Step::slug)
    }

    /// The stretch in sight.
    pub(super) fn section(&self) -> Option<Section> {
        self.screen().first().map(|step| step.section(&self.firm))
    }

    /// The last step is in sight.
    pub(super) fn at_review(&self) -> bool {
        self.section() == Some(Section::Review)
    }

    /// Every step in sight is left without an answer, and may be.
    pub(super) fn skippable(&self) -> bool {
        self.screen().iter().all(|step| self.step_skippable(step))
    }

    fn step_skippable(&self, step: &Step) -> bool {
        let Step::Goal(id) = step else { return false };
        self.firm.goals.items.iter().any(|item| item.id == *id && item.optional)
            && self.form.goals.get(id).is_none_or(Vec::is_empty)
            && self.form.words.get(id).is_none_or(String::is_empty)
    }

    /// How far along, in words; nothing to say at the review.
    pub(super) fn progress(&self, lang: Lang) -> String {
        let (first, len) = (self.first(), self.screen().len());
        let of = self.steps.len().saturating_sub(1);
        let minutes = steps::minutes(self.steps.get(first..).unwrap_or_default());
        match len {
            _ if self.at_review() => String::new(),
            0 | 1 => words::discover::progress(lang, first + 1, of, minutes),
            _ => words::discover::progress_group(lang, first + 1, first + len, of, minutes),
        }
    }

    /// How far along, by stretch.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let first = self.first();
        let sections = Section::ALL.into_iter().filter(|section| *section != Section::Review);
        let stretch = |section| {
            let of_section = |step: &&Step| step.section(&self.firm) == section;
            Stretch {
                steps: self.steps.iter().filter(of_section).count(),
                behind: self.steps.iter().take(first).filter(of_section).count(),
            }
        };
        sections.map(stretch).collect()
    }

    /// The place of the first step in sight among all steps.
    fn first(&self) -> usize {
        let first = self.screen().first();
        self.steps.iter().position(|step| Some(step) == first).unwrap_or(0)
    }
}
