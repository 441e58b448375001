//! The range of every number of the form.

use crate::answers::{Field, LifeField};
use crate::date::YearMonth;

/// Most rows of a list that are read: loans, large amounts, children, parents, heirs.
pub const MAX_ROWS: usize = 12;

/// Largest amount of money that is read, in either currency.
const MOST_MONEY: f64 = 1e11;

/// The allowed range of a number, ends included, in the unit of its question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Smallest.
    pub min: f64,
    /// Largest.
    pub max: f64,
    /// Whole numbers only.
    pub whole: bool,
}

/// The range of a field that is a number, on a day. Fields of choice have the range of money.
///
/// Ages of retirement are checked against the age today as well.
#[must_use]
pub fn limit(field: &Field, today: YearMonth) -> Limit {
    let year = f64::from(today.year);
    let real = |min, max| Limit { min, max, whole: false };
    let whole = |min, max| Limit { min, max, whole: true };
    match field {
        Field::BirthYear(_) => whole(year - 100.0, year - 18.0),
        Field::BirthMonth(_) => whole(1.0, 12.0),
        Field::RetireAge(_) | Field::RetireAgeLatest(_) => whole(35.0, 100.0),
        Field::IncomeUntilAge(_) => whole(18.0, 100.0),
        Field::IncomeGrowth(_) => real(-0.1, 0.15),
        Field::SpendingDecline => real(0.0, 0.02),
        // Nobody lives on nothing: a plan without spending has no funded ratio.
        Field::WishedMonth => real(100.0, 1e8),
        Field::SpendingMonth
        | Field::EssentialMonth
        | Field::KnownMonth(_)
        | Field::CompanyMonth(_)
        | Field::DebtPaymentMonth(_) => real(0.0, 1e8),
        Field::DebtUntilYear(_) | Field::ProjectYear(_) => whole(year, year + 60.0),
        Field::ProjectAmount(_) => real(1.0, MOST_MONEY),
        Field::ContributionYears(_) => real(0.0, 60.0),
        Field::WageIndex(_) => real(0.3, 5.0),
        Field::CppFromAge(_) => whole(60.0, 70.0),
        Field::OasFromAge(_) => whole(65.0, 70.0),
        Field::OasYears(_) => real(0.0, 80.0),
        Field::CompanyFromAge(_) => whole(40.0, 90.0),
        Field::Life(field) => life(field, year),
        _ => real(0.0, MOST_MONEY),
    }
}

/// The range of a question of the life goals; `year` is this calendar year.
fn life(field: &LifeField, year: f64) -> Limit {
    let real = |min, max| Limit { min, max, whole: false };
    let whole = |min, max| Limit { min, max, whole: true };
    match field {
        LifeField::DebtRate(_) | LifeField::HomeLoanRate => real(0.0, 0.3),
        LifeField::ProjectWaitYears(_) | LifeField::ChildWaitYears(_) | LifeField::HomeWaitYears => {
            whole(0.0, 20.0)
        }
        LifeField::ProjectShrinkShare(_)
        | LifeField::ChildShrinkShare(_)
        | LifeField::HomeShrinkShare
        | LifeField::HomeDownShare
        | LifeField::HeirShare(_) => real(0.0, 1.0),
        LifeField::ChildBirthYear(_) => whole(year - 40.0, year + 10.0),
        LifeField::ChildStartAge(_) => whole(3.0, 40.0),
        LifeField::ChildStudyYears(_) => whole(1.0, 12.0),
        LifeField::HomePrice => real(1.0, MOST_MONEY),
        LifeField::HomeYear | LifeField::ParentUntilYear(_) => whole(year, year + 60.0),
        LifeField::HomeLoanYears => whole(1.0, 40.0),
        LifeField::HomeRentMonth | LifeField::ParentSupportMonth(_) => real(0.0, 1e8),
        LifeField::ReserveMonths => real(0.0, 60.0),
        LifeField::ChildPlace(_)
        | LifeField::ChildCostYear(_)
        | LifeField::ChildPriority(_)
        | LifeField::HomeRepayment
        | LifeField::HomePriority
        | LifeField::Documents
        | LifeField::LawyerMet
        | LifeField::CoverLife(_)
        | LifeField::CoverIllness(_)
        | LifeField::HeirRelation(_)
        | LifeField::Property => real(0.0, MOST_MONEY),
    }
}
