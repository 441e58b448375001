//! Where the investor is among the questions, and what lies before and behind.

use std::sync::Arc;

use leptos::prelude::*;
use planner::firm::Firm;

use crate::components::progress_line::Stretch;
use crate::state::draft::Draft;
use crate::state::steps::{self, Section, Step};
use crate::words::{self, Lang};

/// Where the investor is among the questions: derived from the address, the form and the room.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    /// The answers.
    pub(super) draft: Draft,
    /// The firm's data.
    pub(super) firm: StoredValue<Arc<Firm>>,
    /// The steps on the screen in sight; none where the address names no question.
    pub(super) screen: Memo<Vec<Step>>,
    /// They tried to go on from this screen, in vain.
    pub(super) tried: Memo<bool>,
    steps: Memo<Vec<Step>>,
    screens: Memo<Vec<Vec<Step>>>,
    tried_at: RwSignal<Option<String>>,
}

impl Walk {
    /// At the step of an address.
    pub(super) fn new(
        draft: Draft,
        firm: StoredValue<Arc<Firm>>,
        slug: Memo<String>,
        wide: Signal<bool>,
    ) -> Self {
        let steps =
            Memo::new(move |_| draft.form().with(|form| firm.with_value(|firm| steps::all(form, firm))));
        let screens = Memo::new(move |_| {
            steps.with(|steps| firm.with_value(|firm| steps::screens(steps, firm, wide.get())))
        });
        let screen = Memo::new(move |_| {
            let slug = slug.get();
            let holds = |screen: &&Vec<Step>| screen.iter().any(|step| step.slug() == slug);
            screens.with(|screens| screens.iter().find(holds).cloned().unwrap_or_default())
        });
        let tried_at = RwSignal::new(None);
        let tried = Memo::new(move |_| {
            let here = screen.with(|screen| name(screen));
            here.is_some() && tried_at.get() == here
        });
        Self { draft, firm, screen, tried, steps, screens, tried_at }
    }

    /// Notes that they tried to go on, in vain.
    pub(super) fn note_try(self) {
        self.tried_at.set(name(&self.screen.get_untracked()));
    }

    /// Something on the screen in sight is missing or absurd.
    pub(super) fn has_problems(self) -> bool {
        let fields = self.draft.form().with(|form| {
            let fields = |step: &Step| self.firm.with_value(|firm| step.fields(form, firm));
            self.screen.with(|screen| screen.iter().flat_map(fields).collect::<Vec<_>>())
        });
        fields.iter().any(|field| !self.draft.problems_of(field).is_empty())
    }

    /// The first step of a screen so many screens away.
    pub(super) fn neighbour(self, distance: isize) -> Option<String> {
        let here = name(&self.screen.get())?;
        self.screens.with(|screens| {
            let place = screens.iter().position(|screen| name(screen).as_deref() == Some(&here))?;
            name(screens.get(place.checked_add_signed(distance)?)?)
        })
    }

    /// The stretch in sight.
    pub(super) fn section(self) -> Option<Section> {
        let first = self.screen.with(|screen| screen.first().cloned())?;
        Some(self.firm.with_value(|firm| first.section(firm)))
    }

    /// All that is needed is there, and what comes may be left out.
    pub(super) fn rest_is_optional(self) -> bool {
        self.section() == Some(Section::More) && self.draft.answers().with(Result::is_ok)
    }

    /// Every step in sight is left without an answer, and may be.
    pub(super) fn skippable(self) -> bool {
        self.screen.with(|screen| screen.iter().all(|step| self.step_skippable(step)))
    }

    fn step_skippable(self, step: &Step) -> bool {
        let Step::Goal(id) = step else { return false };
        let optional = |firm: &Arc<Firm>| firm.goals.items.iter().any(|item| item.id == *id && item.optional);
        let open = || {
            self.draft.form().with(|form| {
                form.goals.get(id).is_none_or(Vec::is_empty)
                    && form.words.get(id).is_none_or(String::is_empty)
            })
        };
        self.firm.with_value(optional) && open()
    }

    /// How far along, in words; nothing to say at the review.
    pub(super) fn progress(self, lang: Lang) -> String {
        let first = self.first();
        let len = self.screen.with(Vec::len);
        let (of, minutes) = self.steps.with(|steps| {
            (steps.len().saturating_sub(1), steps::minutes(steps.get(first..).unwrap_or_default()))
        });
        match len {
            _ if self.section() == Some(Section::Review) => String::new(),
            0 | 1 => words::discover::progress(lang, first + 1, of, minutes),
            _ => words::discover::progress_group(lang, first + 1, first + len, of, minutes),
        }
    }

    /// How far along, by stretch.
    pub(super) fn stretches(self) -> Vec<Stretch> {
        let first = self.first();
        let steps = self.steps.get();
        let sections = Section::ALL.into_iter().filter(|section| *section != Section::Review);
        let stretch = |section| {
            let of_section = |step: &&Step| self.firm.with_value(|firm| step.section(firm)) == section;
            Stretch {
                steps: steps.iter().filter(of_section).count(),
                behind: steps.iter().take(first).filter(of_section).count(),
            }
        };
        sections.map(stretch).collect()
    }

    /// The place of the first step in sight among all steps.
    fn first(self) -> usize {
        let first = self.screen.with(|screen| screen.first().cloned());
        self.steps.with(|steps| steps.iter().position(|step| Some(step) == first.as_ref()).unwrap_or(0))
    }
}

/// The name of a screen: the step it begins with.
fn name(screen: &[Step]) -> Option<String> {
    screen.first().map(Step::slug)
}
