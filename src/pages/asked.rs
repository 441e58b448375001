//! The box of a number of the form, wherever a page asks for it.

use std::rc::Rc;

use planner::answers::{Field, Form, FormError, LifeField};
use planner::firm::{Firm, Region};

use crate::components::number_field::NumberField;
use crate::format;
use crate::node::{El, Node, Text, el};
use crate::state::draft::{Draft, Problem};
use crate::state::field;
use crate::typed;
use crate::words::fields::Unit;
use crate::words::{self, Lang};

/// What such a box needs.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The answers.
    pub draft: Draft,
    /// The form as it stands.
    pub form: &'a Form,
    /// The language.
    pub lang: Lang,
    /// Where they retire.
    pub region: Region,
    /// Every problem in sight is shown.
    pub tried: bool,
}

impl Asked<'_> {
    /// What is wrong with an answer, in a sentence; empty where nothing is.
    #[must_use]
    pub fn problem(self, field: &Field) -> String {
        let Self { draft, lang, region, .. } = self;
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

    /// The box of a number, with the usual name.
    #[must_use]
    pub fn number(self, field: Field) -> Node {
        let label = words::fields::label(self.lang, &field);
        let hint = words::fields::hint(self.lang, self.region, &field).unwrap_or_default();
        self.number_named(field, label.into(), hint)
    }

    /// The box of a number, with a name of its own.
    #[must_use]
    pub fn number_named(self, field: Field, label: Text, hint: &'static str) -> Node {
        let Self { draft, lang, .. } = self;
        let unit = words::fields::unit(&field);
        let value = field::number(self.form, &field);
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
                Some(value) if unit == Unit::Money => format::amount_in_words(lang, value),
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

    /// The boxes of the holdings, one an asset class.
    pub fn holdings(self, firm: &Firm) -> El {
        let assets = firm.assumptions_of(self.region).asset.iter();
        let boxes = assets.map(|asset| {
            let name = self.lang.of(&asset.name).to_owned();
            self.number_named(Field::Holding(asset.id.clone()), name.into(), "")
        });
        el("div", "question__fields question__fields--pair").with_all(boxes)
    }

    /// What all holdings come to, spoken when it changes.
    pub fn holdings_total(self) -> El {
        let money = &self.form.money;
        let sum = money.holdings.values().sum::<f64>() + money.unsorted.unwrap_or(0.0);
        let total = format::money(self.lang, self.region, sum);
        el("p", "question__total")
            .attr("role", "status")
            .text(words::discover::running_total(self.lang, &total))
    }
}

impl std::fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Asked").field("region", &self.region).finish_non_exhaustive()
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
