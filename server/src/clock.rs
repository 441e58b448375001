//! What time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use planner::date::YearMonth;

/// A millisecond is the unit of every time that is stored; these are longer ones.
pub const SECOND_MS: i64 = 1000;
/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60 * SECOND_MS;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Milliseconds in a day.
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// The same day and hour so many months later, in UTC; the last day of a month that is shorter.
#[must_use]
pub fn months_later_ms(from_ms: i64, months: u32) -> i64 {
    let later = || {
        let from = Timestamp::from_millisecond(from_ms).ok()?.to_zoned_datetime(TimeZone::UTC);
        Some(from.checked_add(i64::from(months).months()).ok()?.timestamp().as_millisecond())
    };
    // A date that a calendar cannot hold is never reached.
    later().unwrap_or(i64::MAX)
}

/// The month of a time, in UTC.
#[must_use]
pub fn month_of(time_ms: i64) -> YearMonth {
    let date =
        Timestamp::from_millisecond(time_ms).unwrap_or_default().to_zoned_datetime(TimeZone::UTC).date();
    YearMonth { year: date.year().into(), month: u32::from(date.month().unsigned_abs()) }
}

/// The day of a time, in UTC, `YYYY-MM-DD`.
#[must_use]
pub fn day_of(time_ms: i64) -> String {
    let time = Timestamp::from_millisecond(time_ms).unwrap_or_default();
    time.to_zoned_datetime(TimeZone::UTC).date().to_string()
}

/// A clock.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// That of the machine.
    #[default]
    System,
    /// One that is moved by hand, for tests.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a time until it is moved.
    #[must_use]
    pub fn at(now_ms: i64) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(now_ms)))
    }

    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            }
            Self::Hand(now_ms) => now_ms.load(Ordering::SeqCst),
        }
    }

    /// Moves a clock that is moved by hand; that of the machine goes its own way.
    pub fn advance(&self, by_ms: i64) {
        if let Self::Hand(now_ms) = self {
            now_ms.fetch_add(by_ms, Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_after_the_end_of_january_is_the_end_of_february() {
        let january = 1_769_817_600_000; // 2026-01-31
        assert_eq!(months_later_ms(january, 1), january + 28 * DAY_MS);
        assert_eq!(month_of(january), YearMonth { year: 2026, month: 1 });
    }
}
