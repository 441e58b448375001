//! Since when holdings are out of range, as this device has seen it.

use planner::day::Day;

use crate::storage::{self, Key};

/// The day on which this device first saw holdings out of range, without having seen them in range
/// since: today where it sees so now. None while they are in range, or nobody knows.
///
/// Nothing here follows markets: holdings move when somebody enters them. So the day is when it was
/// seen, not when it came about.
#[must_use]
pub fn since(outside: Option<usize>, today: Day) -> Option<Day> {
    let seen = storage::read(Key::OutOfRange).and_then(|text| text.parse().ok());
    let now = first_seen(outside, seen, today);
    if now != seen {
        match now {
            // Where nothing is kept, the next visit sees it first.
            Some(day) => storage::write(Key::OutOfRange, &day.to_string()).unwrap_or_default(),
            None => storage::remove(Key::OutOfRange),
        }
    }
    now.filter(|_| outside.is_some())
}

/// What is remembered: while nobody knows, what was.
fn first_seen(outside: Option<usize>, seen: Option<Day>, today: Day) -> Option<Day> {
    match outside {
        None => seen,
        Some(0) => None,
        // A clock that was put back does not make it later than today.
        Some(_) => Some(seen.map_or(today, |seen| seen.min(today))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_day_stays_until_everything_is_in_range_again() {
        let day = |day| Day::new(2026, 11, day).unwrap();
        assert_eq!(first_seen(Some(2), None, day(3)), Some(day(3)));
        assert_eq!(first_seen(Some(1), Some(day(3)), day(20)), Some(day(3)));
        assert_eq!(first_seen(None, Some(day(3)), day(21)), Some(day(3)));
        assert_eq!(first_seen(Some(0), Some(day(3)), day(22)), None);
        assert_eq!(first_seen(Some(1), Some(day(25)), day(22)), Some(day(22)));
    }
}
