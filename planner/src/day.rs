//! Calendar days, without a clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar; written `2026-11-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    /// Days since 1970-01-01, negative before it.
    number: i32,
}

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i32 = 719_468;

/// Days of four hundred years.
const ERA: i32 = 146_097;

impl Day {
    /// A day of the calendar; none where the calendar has none. Years 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        let inside = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let made = Self { number: number(year, month, day) };
        (inside && made.civil() == (year, month, day)).then_some(made)
    }

    /// Days from this day to another, negative when the other is earlier.
    #[must_use]
    pub const fn days_to(self, later: Self) -> i32 {
        later.number - self.number
    }

    /// The day so many days later.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self { number: self.number.saturating_add(days) }
    }

    /// Year, month from 1 to 12, day from 1 to 31.
    const fn civil(self) -> (i32, i32, i32) {
        let days = self.number + EPOCH;
        let era = days.div_euclid(ERA);
        let of_era = days.rem_euclid(ERA);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let day = of_year - (153 * march + 2) / 5 + 1;
        (year + era * 400 + (month <= 2) as i32, month, day)
    }
}

/// Days since 1970-01-01.
///
/// # Source
///
/// Howard Hinnant, chrono-compatible low-level date algorithms: years begin in March, so that the
/// leap day is the last of its year.
const fn number(year: i32, month: i32, day: i32) -> i32 {
    let year = year - (month <= 2) as i32;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let march = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * march + 2) / 5 + day - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A text that is not a day of the form `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a day such as 2026-11-22, got {0}")]
pub struct DayError(String);

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let number = |part: Option<&str>, len: usize| {
            part.filter(|part| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<i32>().ok())
        };
        let mut parts = text.split('-');
        let (year, month, day) = (number(parts.next(), 4), number(parts.next(), 2), number(parts.next(), 2));
        match (year, month, day, parts.next()) {
            (Some(year), Some(month), Some(day), None) => Self::new(year, month, day),
            _ => None,
        }
        .ok_or_else(|| DayError(text.to_owned()))
    }
}

impl TryFrom<String> for Day {
    type Error = DayError;

    fn try_from(text: String) -> Result<Self, DayError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_and_written_in_the_same_form() {
        for text in ["1970-01-01", "2026-11-22", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"] {
            assert_eq!(text.parse::<Day>().map(String::from), Ok(text.to_owned()));
        }
    }

    #[test]
    fn days_are_counted_over_months_and_leap_days() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("1970-01-01").days_to(day("2000-03-01")), 11_017);
        assert_eq!(day("2024-02-28").plus_days(2), day("2024-03-01"));
        assert_eq!(day("2026-11-22").plus_days(92), day("2027-02-22"));
        assert_eq!(day("2026-11-22").days_to(day("2026-11-21")), -1);
    }
}
