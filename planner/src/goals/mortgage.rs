//! Loan payments: equal payments and equal principal.

use serde::{Deserialize, Serialize};

use crate::firm::Region;
use crate::rate;

/// How a quoted yearly rate becomes a monthly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compounding {
    /// A twelfth of the yearly rate, as in China.
    Monthly,
    /// Twice a year, as the Interest Act of Canada has it.
    SemiAnnual,
}

impl Compounding {
    /// How a region quotes its rates.
    #[must_use]
    pub const fn of(region: Region) -> Self {
        match region {
            Region::China => Self::Monthly,
            Region::Canada => Self::SemiAnnual,
        }
    }
}

/// The rate a month, a fraction.
///
/// # Formula
///
/// `rate / 12`, or `(1 + rate / 2)^(1/6) - 1`.
#[must_use]
pub fn monthly_rate(rate_year: f64, compounding: Compounding) -> f64 {
    match compounding {
        Compounding::Monthly => rate_year / 12.0,
        Compounding::SemiAnnual => libm::pow(1.0 + rate_year / 2.0, 1.0 / 6.0) - 1.0,
    }
}

/// The equal payment a month that repays a loan (等额本息).
///
/// # Formula
///
/// `P i / (1 - (1 + i)^-n)`, and `P / n` without interest.
#[must_use]
pub fn equal_payment(principal: f64, rate_month: f64, months: u32) -> f64 {
    if rate_month == 0.0 {
        return principal / f64::from(months.max(1));
    }
    principal * rate_month / (1.0 - 1.0 / rate::growth(rate_month, months))
}

/// A loan repaid in equal parts of the principal (等额本金).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EqualPrincipal {
    /// First payment a month, the largest.
    pub first: f64,
    /// Last payment a month, the smallest.
    pub last: f64,
    /// All interest together.
    pub interest: f64,
}

/// Payments of a loan that is repaid in equal parts of the principal.
///
/// # Formula
///
/// `first = P/n + P i`, `last = (P/n)(1 + i)`, `interest = P i (n + 1) / 2`
#[must_use]
pub fn equal_principal(principal: f64, rate_month: f64, months: u32) -> EqualPrincipal {
    let count = f64::from(months.max(1));
    let part = principal / count;
    EqualPrincipal {
        first: part + principal * rate_month,
        last: part * (1.0 + rate_month),
        interest: principal * rate_month * (count + 1.0) / 2.0,
    }
}
