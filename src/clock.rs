//! The only file that asks what time it is.

use chrono::{Datelike, Local};
use leptos::prelude::window;
use planner::date::YearMonth;
use planner::day::Day;

/// This month, where the investor is.
#[must_use]
pub fn this_month() -> YearMonth {
    let today = Local::now();
    YearMonth { year: today.year(), month: today.month() }
}

/// Today, where the investor is.
#[must_use]
pub fn today() -> Option<Day> {
    let today = Local::now();
    let [month, day] = [today.month(), today.day()].map(|part| i32::try_from(part).unwrap_or(0));
    Day::new(today.year(), month, day)
}

/// Milliseconds since the page was opened; it never runs backwards.
#[must_use]
pub fn now_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// Milliseconds since 1970.
#[must_use]
pub fn epoch_ms() -> f64 {
    js_sys::Date::now()
}

/// The same as the server counts them: whole.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
pub fn moment_ms() -> i64 {
    epoch_ms() as i64
}
