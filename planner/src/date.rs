//! Calendar months and days, without a clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A month of a year; written `1985-07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearMonth {
    /// Gregorian year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl YearMonth {
    /// Months from this month to another, negative when the other is earlier.
    #[must_use]
    pub fn months_to(self, later: Self) -> i64 {
        later.index() - self.index()
    }

    /// The month so many months later.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let index = self.index() + i64::from(months);
        Self {
            year: i32::try_from(index.div_euclid(12)).unwrap_or(i32::MAX),
            month: u32::try_from(index.rem_euclid(12)).unwrap_or(0) + 1,
        }
    }

    fn index(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl From<YearMonth> for String {
    fn from(month: YearMonth) -> Self {
        month.to_string()
    }
}

/// A text that is not a month of the form `1985-07`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a month such as 1985-07, got {0}")]
pub struct MonthError(String);

impl FromStr for YearMonth {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let parts = text.split_once('-').and_then(|(y, m)| Some((y.parse().ok()?, m.parse().ok()?)));
        match parts {
            Some((year, month @ 1..=12)) => Ok(Self { year, month }),
            _ => Err(MonthError(text.to_owned())),
        }
    }
}

impl TryFrom<String> for YearMonth {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_and_written_in_the_same_form() {
        let month: YearMonth = "1985-07".parse().unwrap();
        assert_eq!(month, YearMonth { year: 1985, month: 7 });
        assert_eq!(month.to_string(), "1985-07");
        assert!("1985-13".parse::<YearMonth>().is_err());
        assert!("july".parse::<YearMonth>().is_err());
    }

    #[test]
    fn months_are_counted_over_the_turn_of_the_year() {
        let november = YearMonth { year: 2026, month: 11 };
        assert_eq!(november.plus_months(3), YearMonth { year: 2027, month: 2 });
        assert_eq!(november.months_to(YearMonth { year: 2027, month: 2 }), 3);
    }
}
