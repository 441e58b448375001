//! What every question needs, and the fields they are made of: for the questions that are walked
//! through, and for pages that ask in passing.

use std::sync::Arc;

use planner::answers::{Field, Form, Who};
use planner::firm::{Firm, Region};

use super::discover::visit::Visit;
use crate::components::month_field::MonthField;
use crate::node::{El, Node, Text};
use crate::pages::asked::Asked;
use crate::state::draft::Draft;
use crate::state::field;
use crate::words::{self, Lang};

pub(in crate::pages) mod choices;
pub(in crate::pages) mod lists;
pub(in crate::pages) mod rows;

/// What every question needs.
pub(in crate::pages) struct Asking {
    /// The answers.
    pub(in crate::pages) draft: Draft,
    /// The form as it stands.
    pub(in crate::pages) form: Form,
    /// The firm's data.
    pub(in crate::pages) firm: Arc<Firm>,
    /// The language.
    pub(in crate::pages) lang: Lang,
    /// Where they retire; the first region until they have said so.
    pub(in crate::pages) region: Region,
    /// They tried to go on: every problem in sight is shown.
    pub(in crate::pages) tried: bool,
    /// Several questions stand together.
    pub(in crate::pages) wide: bool,
    /// The ways on, and how the screen is being read; none on a page that asks in passing.
    pub(in crate::pages) visit: Option<Visit>,
}

impl Asking {
    /// The boxes of numbers.
    pub(in crate::pages) const fn asked(&self) -> Asked<'_> {
        let Self { draft, lang, region, tried, .. } = *self;
        Asked { draft, form: &self.form, lang, region, tried }
    }

    /// What is wrong with an answer, in a sentence; empty where nothing is.
    pub(in crate::pages) fn problem(&self, field: &Field) -> String {
        self.asked().problem(field)
    }

    /// The same, once they have tried to go on.
    pub(in crate::pages) fn problem_tried(&self, field: &Field) -> String {
        if self.tried { self.problem(field) } else { String::new() }
    }

    /// The box of a number, with the usual name.
    pub(in crate::pages) fn number(&self, field: Field) -> Node {
        self.asked().number(field)
    }

    /// The box of a number, with a name of its own.
    pub(in crate::pages) fn number_named(&self, field: Field, label: Text, hint: &'static str) -> Node {
        self.asked().number_named(field, label, hint)
    }

    /// The list of months for the month of birth.
    pub(in crate::pages) fn birth_month(&self, who: Who) -> El {
        let Self { draft, lang, .. } = *self;
        let field = Field::BirthMonth(who);
        let born = field::person(&self.form, who).birth_month;
        let on_choose = move |month: Option<usize>| {
            let month = month.and_then(|month| u8::try_from(month).ok()).map(f64::from);
            draft.edit(|form| field::person_mut(form, who).birth_month = month);
        };
        MonthField {
            name: field.to_string(),
            label: words::fields::label(lang, &field),
            none: words::discover::no_month(lang),
            months: (1..=12).map(|month| words::discover::month(lang, month)).collect(),
            month: (1..=12_u8).find(|number| born == Some(f64::from(*number))).map(usize::from),
            problem: self.problem_tried(&field),
            on_choose: Box::new(on_choose),
        }
        .show()
    }
}
