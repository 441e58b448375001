//! The only file that asks what time it is.

use js_sys::Date;
use leptos::prelude::window;
use planner::date::YearMonth;

/// This month, where the investor is.
#[must_use]
pub fn this_month() -> YearMonth {
    let now = Date::new_0();
    // A date of this century: its year fits, and months are counted from 0.
    YearMonth { year: now.get_full_year().cast_signed(), month: now.get_month() + 1 }
}

/// Milliseconds since the page was opened; it never runs backwards.
#[must_use]
pub fn now_ms() -> f64 {
    window().performance().map_or_else(Date::now, |clock| clock.now())
}
