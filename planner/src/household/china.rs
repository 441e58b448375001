//! Pensions of China: retirement-age reform, basic pension, enterprise annuity, personal pension.

use crate::answers::{Person, Sex};
use crate::date::YearMonth;
use crate::firm::{PensionChina, RetireClass, RetireRule};
use crate::rate;

use super::{PensionBasis, PensionKind, PensionStream, spread};

/// When somebody reaches the statutory retirement age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// Delay by the reform, in months.
    pub delay_months: u32,
    /// The statutory age, in months.
    pub age_months: u32,
    /// The month in which it is reached.
    pub month: YearMonth,
}

/// The statutory retirement of somebody born in a month.
///
/// # Formula
///
/// `delay = min(max, floor(months since the first delayed birth month / step) + 1)`, 0 before it.
///
/// # Source
///
/// Decision of the Standing Committee of the National People's Congress of 2024-09-13, in force
/// 2025-01-01.
#[must_use]
pub fn retirement(birth: YearMonth, rule: &RetireRule) -> Retirement {
    let months = u32::try_from(rule.first_birth.months_to(birth)).ok();
    let delay_months =
        months.map_or(0, |months| (months / rule.months_per_step.max(1) + 1).min(rule.max_delay));
    let age_months = rule.base_age * 12 + delay_months;
    Retirement { delay_months, age_months, month: birth.plus_months(age_months) }
}

/// Contribution years needed by somebody who retires in a calendar year.
///
/// # Source
///
/// As [`retirement`]: 15 years until 2029, half a year more each year from 2030, 20 from 2039.
#[must_use]
pub fn contribution_years_needed(year: i32, policy: &PensionChina) -> f64 {
    let rises = (year - policy.min_years_first_rise + 1).max(0);
    (policy.min_years_base + policy.min_years_step * f64::from(rises)).min(policy.min_years_final)
}

/// A basic pension, in money a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BasicPension {
    /// From the pooled fund.
    pub base: f64,
    /// From the own account.
    pub account: f64,
}

impl BasicPension {
    /// Both parts together.
    #[must_use]
    pub fn total(self) -> f64 {
        self.base + self.account
    }
}

/// What the basic pension is reckoned from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contributions {
    /// Last year's average wage of the region, a month.
    pub average_wage_month: f64,
    /// Own wage index, 0.6 to 3.0 of the average.
    pub index: f64,
    /// Years of contributions.
    pub years: f64,
    /// Balance of the own account.
    pub account: f64,
    /// Age at the first payment, in years.
    pub age: f64,
}

/// The basic pension a month.
///
/// # Formula
///
/// `base = (average wage + index × average wage) / 2 × years × 1%`; `account = balance / divisor`.
///
/// # Source
///
/// State Council document 国发〔2005〕38号.
#[must_use]
pub fn basic_pension(paid: Contributions, policy: &PensionChina) -> BasicPension {
    let wage = paid.average_wage_month;
    let base = f64::midpoint(wage, paid.index * wage) * paid.years * policy.base_accrual;
    BasicPension { base, account: paid.account / divisor(paid.age, policy) }
}

/// Months by which the account is divided; between whole ages a straight line, beyond the table
/// its ends.
fn divisor(age: f64, policy: &PensionChina) -> f64 {
    let place = (age - f64::from(policy.divisor_age_from)).max(0.0);
    let last = policy.divisor.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 or above, and held by the table's end"
    )]
    let below = (place as usize).min(last);
    let at = |idx: usize| policy.divisor.get(idx.min(last)).copied().unwrap_or(1.0);
    at(below) + (at(below + 1) - at(below)) * (place % 1.0)
}

/// Every pension of somebody in China, and the statutory age in months.
pub(super) fn pensions(
    person: &Person,
    plan_age: u32,
    today: YearMonth,
    policy: &PensionChina,
) -> (Vec<PensionStream>, Option<u32>) {
    let class = match person.sex {
        Sex::Male => RetireClass::M60,
        Sex::Female => person.pension.retire_class.unwrap_or(RetireClass::F55),
    };
    let rule = policy.retirement.iter().find(|rule| rule.cls == class);
    let statutory = rule.map(|rule| retirement(person.birth, rule));
    let start_age = start_age(person, rule, statutory, policy);
    let from_year = start_age.saturating_sub(person.age);
    let until_year = plan_age + 1 - person.age;
    let stream = |kind, amount_year, basis| PensionStream { kind, from_year, until_year, amount_year, basis };

    let basic = basic(person, start_age, today, policy);
    let mut streams = vec![stream(PensionKind::Basic, basic.0, basic.1)];
    let form = &person.pension;
    let paid_in_years = person.retire_age - person.age;
    let pot = |balance: Option<f64>, paid_year: f64| {
        grown(balance.unwrap_or(0.0), paid_year, paid_in_years, from_year, policy)
    };
    let annuity = pot(form.annuity, form.annuity_year.unwrap_or(0.0));
    let personal = pot(form.personal, form.personal_year.unwrap_or(0.0).min(policy.personal_pension_cap));
    for (kind, pot, tax) in [
        (PensionKind::EnterpriseAnnuity, annuity, policy.annuity_exit_tax),
        (PensionKind::Personal, personal, policy.personal_pension_exit_tax),
    ] {
        if pot > 0.0 {
            streams.push(stream(
                kind,
                spread(pot, from_year, until_year) * (1.0 - tax),
                PensionBasis::Estimated,
            ));
        }
    }
    (streams, statutory.map(|statutory| statutory.age_months))
}

/// Age of the first payment, in whole years: retirement, but not before the flexible age and not
/// more than the flexible years after the statutory one.
fn start_age(
    person: &Person,
    rule: Option<&RetireRule>,
    statutory: Option<Retirement>,
    policy: &PensionChina,
) -> u32 {
    let (Some(rule), Some(statutory)) = (rule, statutory) else { return person.retire_age };
    if person.retired && person.pension.known_month.is_some() {
        return person.age;
    }
    let flex_months = policy.flex_years * 12;
    let earliest = statutory.age_months.saturating_sub(flex_months).max(rule.base_age * 12);
    let latest = statutory.age_months + flex_months;
    let start = (person.retire_age * 12).clamp(earliest, latest).div_ceil(12);
    start.max(person.age)
}

/// The basic pension a year, and how it came about.
fn basic(person: &Person, start_age: u32, today: YearMonth, policy: &PensionChina) -> (f64, PensionBasis) {
    let form = &person.pension;
    if let Some(month) = form.known_month {
        return (12.0 * month, PensionBasis::Known);
    }
    let working_years = person.retire_age - person.age;
    let years = form.contribution_years.unwrap_or(0.0) + f64::from(working_years);
    let waiting_years = start_age.saturating_sub(person.age);
    let need = contribution_years_needed(today.year + waiting_years.cast_signed(), policy);
    if years < need {
        return (0.0, PensionBasis::TooFewYears { have: years, need });
    }
    let wage = policy.average_wage_month;
    let index =
        form.wage_index.unwrap_or(person.income_year / 12.0 / wage).clamp(policy.index_min, policy.index_max);
    let paid = Contributions {
        average_wage_month: wage * rate::growth(policy.wage_growth_real, waiting_years),
        index,
        years,
        account: account(person, index, waiting_years, policy),
        age: f64::from(start_age),
    };
    (12.0 * basic_pension(paid, policy).total(), PensionBasis::Estimated)
}

/// The own account at the first payment: what is there, what is paid in, and what it is credited.
fn account(person: &Person, index: f64, waiting_years: u32, policy: &PensionChina) -> f64 {
    let paid_first = 12.0 * policy.employee_rate * index * policy.average_wage_month;
    let credit = 1.0 + policy.account_return_real;
    let raise = 1.0 + policy.wage_growth_real;
    let form = &person.pension;
    let mut balance = form.account.unwrap_or_else(|| {
        // Unknown: the contributions so far at the wages of their day, with what they were credited.
        let past = form.contribution_years.unwrap_or(0.0);
        let mut paid = paid_first;
        let mut sum = 0.0;
        let mut left = past;
        while left > 0.0 {
            paid *= credit / raise;
            sum += paid * left.min(1.0);
            left -= 1.0;
        }
        sum
    });
    let mut paid = paid_first;
    for year in 0..waiting_years {
        if year < person.retire_age - person.age {
            balance += paid;
        }
        balance *= credit;
        paid *= raise;
    }
    balance
}

/// A balance with yearly payments, grown at the account's real return until the first payment.
fn grown(balance: f64, paid_year: f64, paid_in_years: u32, years: u32, policy: &PensionChina) -> f64 {
    (0..years).fold(balance, |pot, year| {
        let paid = if year < paid_in_years { paid_year } else { 0.0 };
        (pot + paid) * (1.0 + policy.account_return_real)
    })
}
