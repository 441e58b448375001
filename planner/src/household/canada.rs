//! Pensions of Canada: the Canada Pension Plan, Old Age Security and its recovery.

use crate::answers::Person;
use crate::firm::PensionCanada;

use super::{PensionBasis, PensionKind, PensionStream};

/// Age, in years, at which CPP and OAS are neither reduced nor increased.
const FULL_AGE: f64 = 65.0;

/// Youngest and oldest age, in years, at which CPP may begin.
const CPP_AGES: (u32, u32) = (60, 70);

/// The CPP pension a month that begins at an age, from the pension at 65.
///
/// # Formula
///
/// `at65 × (1 - 0.6% × months before 65)` or `at65 × (1 + 0.7% × months after 65)`
///
/// # Source
///
/// canada.ca, Canada Pension Plan; the monthly rates are from memory, unconfirmed.
#[must_use]
pub fn cpp(at_65: f64, age: f64, policy: &PensionCanada) -> f64 {
    let months = (age - FULL_AGE) * 12.0;
    let step = if months < 0.0 { policy.cpp_early_per_month } else { policy.cpp_late_per_month };
    at_65 * (1.0 + step * months)
}

/// The OAS pension a month that begins at an age from 65, after so many years of residence.
///
/// # Source
///
/// canada.ca, Old Age Security: 0.6% more for each month of delay.
#[must_use]
pub fn oas(years_of_residence: f64, age: f64, policy: &PensionCanada) -> f64 {
    let months = ((age - FULL_AGE) * 12.0).max(0.0);
    let share = (years_of_residence / policy.oas_full_years).min(1.0);
    policy.oas_max_month * share * (1.0 + policy.oas_late_per_month * months)
}

/// What is left of a year's OAS after recovery from a year's income, OAS included.
#[must_use]
pub fn oas_after_recovery(oas_year: f64, income_year: f64, policy: &PensionCanada) -> f64 {
    let recovery = policy.oas_recovery_rate * (income_year - policy.oas_recovery_from).max(0.0);
    (oas_year - recovery).max(0.0)
}

/// Every state pension of somebody in Canada.
pub(super) fn pensions(person: &Person, plan_age: u32, policy: &PensionCanada) -> Vec<PensionStream> {
    let form = &person.pension;
    let until_year = plan_age + 1 - person.age;
    let from_age = |wished: Option<f64>, default: u32, least: u32| {
        wished.map_or(default, to_years).max(least).max(person.age)
    };
    let cpp_age = from_age(form.cpp_from_age, person.retire_age.clamp(CPP_AGES.0, CPP_AGES.1), CPP_AGES.0);
    let oas_age = from_age(form.oas_from_age, 65, 65);

    let (cpp_month, basis) = match form.known_month {
        // Somebody retired names what they are paid; a worker names what they are told for 65.
        Some(month) if person.retired => (month, PensionBasis::Known),
        Some(at_65) => (cpp(at_65, f64::from(cpp_age), policy), PensionBasis::Known),
        None => (
            cpp(estimated_at_65(person, policy), f64::from(cpp_age.min(CPP_AGES.1)), policy),
            PensionBasis::Estimated,
        ),
    };
    let cpp_year = 12.0 * cpp_month;
    let oas_year = 12.0 * oas(form.oas_years.unwrap_or(0.0), f64::from(oas_age.min(70)), policy);
    let other_year = 12.0 * form.company_month.unwrap_or(0.0);
    let oas_left = oas_after_recovery(oas_year, cpp_year + oas_year + other_year, policy);
    let stream = |kind, age: u32, amount_year, basis| PensionStream {
        kind,
        from_year: age - person.age,
        until_year,
        amount_year,
        basis,
    };
    vec![
        stream(PensionKind::Cpp, cpp_age, cpp_year, basis),
        stream(PensionKind::Oas, oas_age, oas_left, PensionBasis::Estimated),
    ]
}

/// CPP at 65 from income and contribution years: the maximum times both shares.
fn estimated_at_65(person: &Person, policy: &PensionCanada) -> f64 {
    let years = person.pension.contribution_years.unwrap_or(0.0) + f64::from(person.retire_age - person.age);
    let by_years = (years / policy.cpp_full_years).min(1.0);
    let by_income = (person.income_year / policy.ympe).min(1.0);
    policy.cpp_max_month * by_years * by_income
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a checked age")]
const fn to_years(age: f64) -> u32 {
    age as u32
}
