//! What every question needs, and the fields they are made of.

use std::sync::Arc;

use leptos::prelude::*;
use planner::answers::{Field, FormError, Who};
use planner::firm::{Firm, Region};

use crate::clock;
use crate::components::month_field::MonthField;
use crate::components::number_field::NumberField;
use crate::state::draft::{Draft, Problem};
use crate::state::field;
use crate::typed;
use crate::words::fields::Unit;
use crate::words::{self, Lang};

/// What every question needs.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    /// The answers.
    pub(super) draft: Draft,
    /// The firm's data.
    pub(super) firm: StoredValue<Arc<Firm>>,
    /// The language.
    pub(super) lang: Signal<Lang>,
    /// Where they retire; the first region until they have said so.
    pub(super) region: Signal<Region>,
    /// They tried to go on: every problem in sight is shown.
    pub(super) tried: Signal<bool>,
    /// Several questions stand together.
    pub(super) wide: Signal<bool>,
    /// A finger has chosen: on a phone the next question may come by itself.
    pub(super) tapped: Callback<()>,
    /// A number key has chosen: on a wide screen the next question there takes the keys.
    pub(super) numbered: Callback<()>,
    /// How the screen is being read.
    pub(super) reading: StoredValue<Reading>,
}

/// How a screen is being read, to notice answers that were not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// When the screen appeared, in milliseconds since the page was opened.
    pub(super) since_ms: f64,
    /// Items answered on it.
    pub(super) answered: u32,
}

impl Asking {
    /// A word in the language of the page.
    pub(super) fn word(self, words: fn(Lang) -> &'static str) -> Signal<String> {
        Signal::derive(move || words(self.lang.get()).to_owned())
    }

    /// Whether the item that is being answered was answered too fast to be read.
    ///
    /// Several items of one screen may be read first and answered then: what counts is the time
    /// since the screen appeared, shared by the items answered on it.
    pub(super) fn fast(self) -> bool {
        let least = self.firm.with_value(|firm| firm.policy.conduct.min_seconds_per_item);
        self.reading.try_update_value(|reading| {
            reading.answered += 1;
            (clock::now_ms() - reading.since_ms) / 1000.0 / f64::from(reading.answered) < least
        }) == Some(true)
    }

    /// What is wrong with an answer, in a sentence; empty where nothing is.
    pub(super) fn problem(self, field: &Field) -> Signal<String> {
        let field = field.clone();
        Signal::derive(move || {
            let (lang, region) = (self.lang.get(), self.region.get());
            match self.draft.problems_of(&field).into_iter().next() {
                None => String::new(),
                Some(Problem::Unreadable) => {
                    words::problems::unreadable(lang, words::fields::unit(&field)).to_owned()
                }
                Some(Problem::Refused(reason)) => {
                    words::problems::reason(lang, region, &FormError { field: field.clone(), reason })
                }
            }
        })
    }

    /// The same, once they have tried to go on.
    pub(super) fn problem_tried(self, field: &Field) -> Signal<String> {
        let problem = self.problem(field);
        Signal::derive(move || if self.tried.get() { problem.get() } else { String::new() })
    }

    /// The box of a number, with the usual name.
    pub(super) fn number(self, field: Field) -> AnyView {
        let label = {
            let field = field.clone();
            Signal::derive(move || words::fields::label(self.lang.get(), &field).to_owned())
        };
        let hint = {
            let field = field.clone();
            Signal::derive(move || {
                words::fields::hint(self.lang.get(), self.region.get(), &field).unwrap_or_default().to_owned()
            })
        };
        self.number_named(field, label, hint)
    }

    /// The box of a number, with a name of its own.
    pub(super) fn number_named(self, field: Field, label: Signal<String>, hint: Signal<String>) -> AnyView {
        let unit = words::fields::unit(&field);
        let value = {
            let field = field.clone();
            Memo::new(move |_| self.draft.form().with(|form| field::number(form, &field)))
        };
        let text = {
            let field = field.clone();
            Signal::derive(move || {
                let shown = value.get().map(|value| typed::show(self.lang.get(), unit, value));
                self.draft.text(&field).or(shown).unwrap_or_default()
            })
        };
        let reading = Signal::derive(move || match value.get() {
            Some(value) if unit == Unit::Money => crate::format::amount_in_words(self.lang.get(), value),
            _ => String::new(),
        });
        let sign = Signal::derive(move || {
            let lang = self.lang.get();
            let sign = words::fields::unit_sign(lang, unit);
            if unit == Unit::Money {
                words::fields::currency(lang, self.region.get())
            } else {
                sign.unwrap_or_default()
            }
            .to_owned()
        });
        let steppers = Signal::derive(move || {
            let stepped = matches!(unit, Unit::Money | Unit::Age | Unit::Years);
            if stepped {
                words::discover::steppers(self.lang.get(), &label.get())
            } else {
                Default::default()
            }
        });
        let problem = self.problem(&field);
        let name = field.to_string();
        let start = start(&field);
        let on_step = {
            let field = field.clone();
            Callback::new(move |direction| {
                let next = typed::step(unit, value.get_untracked(), start, direction);
                self.draft.type_number(&field, "", Some(next));
            })
        };
        let on_type = Callback::new(move |text: String| {
            self.draft.type_number(&field, &text, typed::read(unit, &text));
        });
        let decimal = matches!(unit, Unit::Money | Unit::Percent | Unit::Index | Unit::Years);
        view! {
            <NumberField name label hint text reading unit=sign problem tried=self.tried decimal steppers on_type on_step />
        }
        .into_any()
    }

    /// The list of months for the month of birth.
    pub(super) fn birth_month(self, who: Who) -> AnyView {
        let field = Field::BirthMonth(who);
        let problem = self.problem(&field);
        let month = Signal::derive(move || {
            let month = self.draft.form().with(|form| field::person(form, who).birth_month);
            (1..=12_u8).find(|number| month == Some(f64::from(*number))).map(usize::from)
        });
        let months = Signal::derive(move || {
            (1..=12).map(|month| words::discover::month(self.lang.get(), month)).collect::<Vec<_>>()
        });
        let on_choose = Callback::new(move |month: Option<usize>| {
            let month = month.and_then(|month| u8::try_from(month).ok()).map(f64::from);
            self.draft.edit(|form| field::person_mut(form, who).birth_month = month);
        });
        let label = {
            let field = field.clone();
            Signal::derive(move || words::fields::label(self.lang.get(), &field).to_owned())
        };
        view! {
            <MonthField
                name=field.to_string()
                label
                none=self.word(words::discover::no_month)
                months
                month
                problem
                tried=self.tried
                on_choose
            />
        }
        .into_any()
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
        _ => 5_000.0,
    }
}
