//! Moments as text, on the clock of a time zone; and what a box for dates holds, as a moment.
//!
//! A moment is milliseconds since 1970 in UTC; a zone has its IANA name, such as `Asia/Shanghai`.

use crate::words::Lang;

/// What of a moment is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    /// `11月28日周六`, `Sat, Nov 28`.
    Day,
    /// `2026年11月28日`, `November 28, 2026`.
    LongDay,
    /// `14:00`.
    Time,
    /// What the clock itself is called: `中国时间`, `China Time`.
    Clock,
}

/// The day of the week, month and day.
#[must_use]
pub fn day(lang: Lang, zone: &str, at_ms: i64) -> String {
    told(lang, zone, at_ms, Look::Day)
}

/// The day with its year.
#[must_use]
pub fn long_day(lang: Lang, zone: &str, at_ms: i64) -> String {
    told(lang, zone, at_ms, Look::LongDay)
}

/// The time of the day, `00:00` to `23:59`.
#[must_use]
pub fn time(zone: &str, at_ms: i64) -> String {
    told(Lang::En, zone, at_ms, Look::Time)
}

/// Day and time together.
#[must_use]
pub fn day_time(lang: Lang, zone: &str, at_ms: i64) -> String {
    [&day(lang, zone, at_ms), " ", &time(zone, at_ms)].concat()
}

/// What the clock of a zone is called at that time.
#[must_use]
pub fn clock(lang: Lang, zone: &str, at_ms: i64) -> String {
    told(lang, zone, at_ms, Look::Clock)
}

/// Whether the clocks of two zones show the same at that time.
#[must_use]
pub fn same_clock(one: &str, other: &str, at_ms: i64) -> bool {
    one == other || day_time(Lang::En, one, at_ms) == day_time(Lang::En, other, at_ms)
}

/// Minutes since midnight as `09:30`.
#[must_use]
pub fn of_minutes(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `09:30` as minutes since midnight; none where it is no time of the day.
#[must_use]
pub fn minutes_of(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    (hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1440).then_some(hours * 60 + minutes)
}

#[cfg(not(target_arch = "wasm32"))]
use host::told;
#[cfg(not(target_arch = "wasm32"))]
pub use host::{local_text, of_local, own_zone};
#[cfg(target_arch = "wasm32")]
use platform::told;
#[cfg(target_arch = "wasm32")]
pub use platform::{local_text, of_local, own_zone};

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use js_sys::Intl::{
        DateTimeFormat, DateTimeFormatOptions, DayFormat, HourCycle, MonthFormat, NumericFormat,
        TimeZoneNameFormat, WeekdayFormat, YearFormat,
    };
    use js_sys::{Array, Date, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::Look;
    use crate::words::Lang;

    /// What a formatter is kept under.
    type Kept = BTreeMap<(&'static str, String, Look), DateTimeFormat>;

    thread_local! {
        static KEPT: RefCell<Kept> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(super) fn told(lang: Lang, zone: &str, at_ms: i64, look: Look) -> String {
        let key = (lang.tag(), zone.to_owned(), look);
        let format =
            KEPT.with_borrow_mut(|kept| kept.entry(key).or_insert_with(|| make(lang, zone, look)).clone());
        let date = date(at_ms);
        if look == Look::Clock {
            return clock_name(&format, &date);
        }
        let text = format.format().call1(&JsValue::UNDEFINED, &date);
        text.ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn date(at_ms: i64) -> Date {
        #[expect(clippy::cast_precision_loss, reason = "times of this age fit 53 bits")]
        Date::new(&JsValue::from_f64(at_ms as f64))
    }

    /// The part of a formatted date that names the clock.
    fn clock_name(format: &DateTimeFormat, date: &Date) -> String {
        let named = |part: JsValue, name: &str| Reflect::get(&part, &name.into()).ok()?.as_string();
        let parts: Array = format.format_to_parts(date).unchecked_into();
        let clock = parts.iter().find(|part| named(part.clone(), "type").as_deref() == Some("timeZoneName"));
        clock.and_then(|part| named(part, "value")).unwrap_or_default()
    }

    fn make(lang: Lang, zone: &str, look: Look) -> DateTimeFormat {
        let options = DateTimeFormatOptions::new();
        options.set_time_zone(zone);
        match look {
            Look::Day => {
                options.set_weekday(WeekdayFormat::Short);
                options.set_month(MonthFormat::Short);
                options.set_day(DayFormat::Numeric);
            }
            Look::LongDay => {
                options.set_year(YearFormat::Numeric);
                options.set_month(MonthFormat::Long);
                options.set_day(DayFormat::Numeric);
            }
            Look::Time => {
                options.set_hour_cycle(HourCycle::H23);
                options.set_hour(NumericFormat::TwoDigit);
                options.set_minute(NumericFormat::TwoDigit);
            }
            Look::Clock => options.set_time_zone_name(TimeZoneNameFormat::LongGeneric),
        }
        DateTimeFormat::new(&Array::of1(&lang.tag().into()), &options)
    }

    /// The IANA name of this device's time zone; `UTC` where the browser does not tell.
    #[must_use]
    pub fn own_zone() -> String {
        let options = DateTimeFormat::new(&Array::new(), &DateTimeFormatOptions::new()).resolved_options();
        let zone = Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string());
        zone.unwrap_or_else(|| "UTC".to_owned())
    }

    /// The moment in a box of the kind `datetime-local`, on this device's clock.
    #[must_use]
    pub fn of_local(text: &str) -> Option<i64> {
        let at_ms = Date::parse(text);
        #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of a real date")]
        (text.contains('T') && at_ms.is_finite()).then_some(at_ms as i64)
    }

    /// A moment as a box of the kind `datetime-local` holds it, on this device's clock.
    #[must_use]
    pub fn local_text(at_ms: i64) -> String {
        let date = date(at_ms);
        let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
        format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}", date.get_hours(), date.get_minutes())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use chrono::{DateTime, NaiveDateTime};

    use super::Look;
    use crate::words::Lang;

    const LOCAL: &str = "%Y-%m-%dT%H:%M";

    /// On the host every clock shows UTC.
    pub(super) fn told(_: Lang, zone: &str, at_ms: i64, look: Look) -> String {
        let date = DateTime::from_timestamp_millis(at_ms).unwrap_or_default();
        match look {
            Look::Day => date.format("%m-%d").to_string(),
            Look::LongDay => date.format("%Y-%m-%d").to_string(),
            Look::Time => date.format("%H:%M").to_string(),
            Look::Clock => zone.to_owned(),
        }
    }

    /// The name of the host's only zone.
    #[must_use]
    pub fn own_zone() -> String {
        "UTC".to_owned()
    }

    /// The moment in a box of the kind `datetime-local`.
    #[must_use]
    pub fn of_local(text: &str) -> Option<i64> {
        Some(NaiveDateTime::parse_from_str(text, LOCAL).ok()?.and_utc().timestamp_millis())
    }

    /// A moment as a box of the kind `datetime-local` holds it.
    #[must_use]
    pub fn local_text(at_ms: i64) -> String {
        DateTime::from_timestamp_millis(at_ms).unwrap_or_default().format(LOCAL).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_the_day_is_minutes_and_back() {
        assert_eq!(of_minutes(570), "09:30");
        assert_eq!(minutes_of("09:30"), Some(570));
        assert_eq!(minutes_of("24:00"), Some(1440));
        assert_eq!(minutes_of("24:15"), None);
        assert_eq!(minutes_of("soon"), None);
    }

    #[test]
    fn what_a_box_holds_is_a_moment_and_back() {
        assert_eq!(of_local("1970-01-02T00:30"), Some(88_200_000));
        assert_eq!(local_text(88_200_000), "1970-01-02T00:30");
        assert_eq!(of_local(""), None);
    }
}
