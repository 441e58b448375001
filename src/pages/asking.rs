//! What every question needs, and the fields they are made of: for the questions that are walked
//! through, and for pages that ask in passing.

use std::rc::Rc;
use std::sync::Arc;

use planner::answers::{Field, Form, FormError, LifeField, Who};
use planner::firm::{Firm, Region};

use super::discover::visit::Visit;
use crate::components::month_field::MonthField;
use crate::components::number_field::NumberField;
use crate::node::{El, Node, Text};
use crate::state::draft::{Draft, Problem};
use crate::state::field;
use crate::typed;
use crate::words::fields::Unit;
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
    /// What is wrong with an answer, in a sentence; empty where nothing is.
    pub(in crate::pages) fn problem(&self, field: &Field) -> String {
        let Self { draft, lang, region, .. } = *self;
        match draft.problems_of(field).into_iter().next() {
            None => String::new(),
            Some(Problem::Unreadable) => {
                words::problems::unreadable(lang, words::fields::unit(field)).to_owned()
            }
            Some(Problem::Refused(reason)) => {
                words::problems::reason(lang, region, &FormError { field: field.clone(), reason })
            }
        }
    }

    /// The same, once they have tried to go on.
    pub(in crate::pages) fn problem_tried(&self, field: &Field) -> String {
        if self.tried { self.problem(field) } else { String::new() }
    }

    /// The box of a number, with the usual name.
    pub(in crate::pages) fn number(&self, field: Field) -> Node {
        let label = words::fields::label(self.lang, &field);
        let hint = words::fields::hint(self.lang, self.region, &field).unwrap_or_default();
        self.number_named(field, label.into(), hint)
    }

    /// The box of a number, with a name of its own.
    pub(in crate::pages) fn number_named(&self, field: Field, label: Text, hint: &'static str) -> Node {
        let Self { draft, lang, .. } = *self;
        let unit = words::fields::unit(&field);
        let value = field::number(&self.form, &field);
        let shown = || value.map(|value| typed::show(lang, unit, value));
        let stepped = matches!(unit, Unit::Money | Unit::Age | Unit::Years | Unit::Months);
        let on_step = {
            let field = field.clone();
            move |direction| {
                let next = typed::step(unit, value, start(&field), direction);
                draft.type_number(&field, "", Some(next));
            }
        };
        NumberField {
            name: field.to_string(),
            hint,
            text: draft.text(&field).or_else(shown).unwrap_or_default(),
            reading: match value {
                Some(value) if unit == Unit::Money => crate::format::amount_in_words(lang, value),
                _ => String::new(),
            },
            unit: match unit {
                Unit::Money => words::fields::currency(lang, self.region),
                _ => words::fields::unit_sign(lang, unit).unwrap_or_default(),
            },
            problem: self.problem(&field),
            tried: self.tried,
            decimal: matches!(unit, Unit::Money | Unit::Percent | Unit::Index | Unit::Years | Unit::Months),
            steppers: stepped.then(|| words::discover::steppers(lang, &label)),
            label,
            on_step: Rc::new(on_step),
            on_type: Rc::new(move |text| draft.type_number(&field, &text, typed::read(unit, &text))),
        }
        .show()
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

/// Where the steppers begin in an empty box.
const fn start(field: &Field) -> f64 {
    match field {
        Field::RetireAge(_) => 60.0,
        Field::RetireAgeLatest(_)
        | Field::IncomeUntilAge(_)
        | Field::CompanyFromAge(_)
        | Field::CppFromAge(_)
        | Field::OasFromAge(_) => 65.0,
        Field::ContributionYears(_) | Field::OasYears(_) => 10.0,
        Field::IncomeYear(_) | Field::ProjectAmount(_) | Field::DebtBalance(_) | Field::Unsorted => 100_000.0,
        Field::SavingYear | Field::Holding(_) => 10_000.0,
        Field::Life(field) => life_start(field),
        _ => 5_000.0,
    }
}

const fn life_start(field: &LifeField) -> f64 {
    match field {
        LifeField::ReserveMonths => 3.0,
        LifeField::ChildStartAge(_) => 18.0,
        LifeField::ChildStudyYears(_) => 4.0,
        LifeField::HomeLoanYears => 30.0,
        LifeField::ProjectWaitYears(_) | LifeField::ChildWaitYears(_) | LifeField::HomeWaitYears => 1.0,
        LifeField::HomePrice | LifeField::Property | LifeField::CoverLife(_) | LifeField::CoverIllness(_) => {
            500_000.0
        }
        LifeField::ChildCostYear(_) => 50_000.0,
        _ => 1_000.0,
    }
}
