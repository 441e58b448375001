//! Money, shares, ages and dates as text, and typed amounts as numbers.
//!
//! Percent exists only here; everywhere else a share is a fraction. What a reader's region does
//! with digits, signs and dates is the platform's `Intl`. Amounts can be hidden everywhere at once:
//! [`mask`].

use chrono::{DateTime, Datelike, Local, Timelike};
use planner::date::YearMonth;
use planner::firm::Region;

use crate::words::Lang;

mod amount;
mod intl;
pub mod mask;
pub mod moment;

pub use amount::{amount_in_words, parse_amount};

/// An exact amount of money, in whole units: `¥1,234,567`.
#[must_use]
pub fn money(lang: Lang, region: Region, amount: f64) -> String {
    if mask::on() {
        return mask::DOTS.to_owned();
    }
    intl::currency(lang, region.currency(), tidy(amount, 0))
}

/// A large amount with at most one decimal: `204.5万元`, `¥2m`; below 10,000 (1,000) exact.
#[must_use]
pub fn money_short(lang: Lang, region: Region, amount: f64) -> String {
    if mask::on() {
        return mask::DOTS.to_owned();
    }
    match lang {
        Lang::Zh => format!("{}{}", money_tick(lang, amount), chinese_unit(region)),
        Lang::En => {
            let sign = if tidy(amount, 0) < 0.0 { "-" } else { "" };
            let symbol = match region {
                Region::China => "¥",
                Region::Canada => "$",
            };
            format!("{sign}{symbol}{}", money_tick(lang, amount.abs()))
        }
    }
}

/// The same without its currency, for the axis of a chart: `204.5万`, `2m`.
#[must_use]
pub fn money_tick(lang: Lang, amount: f64) -> String {
    if mask::on() {
        return mask::DOTS.to_owned();
    }
    let (scale, unit) = scale_of(lang, amount);
    let digits = u8::from(scale > 1.0);
    format!("{}{unit}", intl::decimal(lang, tidy(amount / scale, digits), 0, digits))
}

/// A fraction as percent: 0.757 with one digit is `75.7%`.
#[must_use]
pub fn percent(lang: Lang, fraction: f64, digits: u8) -> String {
    intl::percent(lang, tidy(fraction, digits + 2), digits)
}

/// A small rate as percent: two decimals, or a third where it has one, as in `0.142%`.
#[must_use]
pub fn rate(lang: Lang, fraction: f64) -> String {
    let third = (fraction * 1e5).round() % 10.0 != 0.0;
    percent(lang, fraction, if third { 3 } else { 2 })
}

/// A fraction as percent with its sign, for changes and returns: `+2.1%`.
#[must_use]
pub fn percent_signed(lang: Lang, fraction: f64, digits: u8) -> String {
    let text = percent(lang, fraction, digits);
    if tidy(fraction, digits + 2) > 0.0 { format!("+{text}") } else { text }
}

/// Reads a percentage as people type it, `42` or `42%`, as a fraction; none for anything else.
#[must_use]
pub fn parse_percent(text: &str) -> Option<f64> {
    let bare = text.trim().trim_end_matches(['%', '％', ' ']);
    parse_amount(bare).map(|percent| percent / 100.0)
}

/// A number with so many decimals, grouped as the language does.
#[must_use]
pub fn number(lang: Lang, value: f64, digits: u8) -> String {
    intl::decimal(lang, tidy(value, digits), digits, digits)
}

/// A month: `2026年11月`, `November 2026`.
#[must_use]
pub fn year_month(lang: Lang, month: YearMonth) -> String {
    intl::date(lang, month.year, month.month, None)
}

/// A day written `2026-11-22`, as people read it; text that is no day stays as it is.
#[must_use]
pub fn day(lang: Lang, iso: &str) -> String {
    let mut parts = iso.splitn(3, '-').map(str::parse);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
            intl::date(lang, year, month.unsigned_abs(), Some(day.unsigned_abs()))
        }
        _ => iso.to_owned(),
    }
}

/// The day of a moment in milliseconds since 1970, where the reader is.
#[must_use]
pub fn day_of(lang: Lang, at_ms: i64) -> String {
    local(at_ms).map_or_else(String::new, |at| intl::date(lang, at.year(), at.month(), Some(at.day())))
}

/// Its day and time: `2026年11月22日 10:05`, `November 22, 2026, 10:05`.
#[must_use]
pub fn day_and_time(lang: Lang, at_ms: i64) -> String {
    let time = local(at_ms).map(|at| format!("{:02}:{:02}", at.hour(), at.minute())).unwrap_or_default();
    [&day_of(lang, at_ms), lang.pick(" ", ", "), &time].concat()
}

fn local(at_ms: i64) -> Option<DateTime<Local>> {
    Some(DateTime::from_timestamp_millis(at_ms)?.with_timezone(&Local))
}

/// Rounds to so many decimals, and lets a zero have no sign.
fn tidy(value: f64, digits: u8) -> f64 {
    let scale = 10_f64.powi(i32::from(digits));
    let rounded = (value * scale).round() / scale;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The step of thousands in which a language shortens, and its name.
fn scale_of(lang: Lang, amount: f64) -> (f64, &'static str) {
    let size = amount.abs();
    match lang {
        // 9,999.6 would read 1万 after rounding; the unit is chosen from the rounded amount.
        Lang::Zh if size >= 99_995_000.0 => (1e8, "亿"),
        Lang::Zh if size >= 9_999.5 => (1e4, "万"),
        Lang::En if size >= 999_950_000.0 => (1e9, "bn"),
        Lang::En if size >= 999_950.0 => (1e6, "m"),
        Lang::En if size >= 999.5 => (1e3, "k"),
        _ => (1.0, ""),
    }
}

const fn chinese_unit(region: Region) -> &'static str {
    match region {
        Region::China => "元",
        Region::Canada => "加元",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(amount: f64, zh: &str, en: &str) {
        assert_eq!(money_short(Lang::Zh, Region::China, amount), zh, "{amount}");
        assert_eq!(money_short(Lang::En, Region::Canada, amount), en, "{amount}");
    }

    #[test]
    fn large_amounts_are_short_with_at_most_one_decimal() {
        check(2_045_000.0, "204.5万元", "$2m");
        check(2_000_000.0, "200万元", "$2m");
        check(123_456_789.0, "1.2亿元", "$123.5m");
        check(54_049.0, "5.4万元", "$54k");
        check(4_049.0, "4,049元", "$4k");
        check(0.0, "0元", "$0");
    }

    #[test]
    fn the_unit_is_that_of_the_rounded_amount() {
        check(9_999.6, "1万元", "$10k");
        check(99_999_999.0, "1亿元", "$100m");
        check(999_999.0, "100万元", "$1m");
    }

    #[test]
    fn a_loss_has_its_sign_before_the_currency() {
        check(-54_049.0, "-5.4万元", "-$54k");
        check(-0.2, "0元", "$0");
    }

    #[test]
    fn a_share_is_a_fraction_until_it_is_text() {
        assert_eq!(percent(Lang::Zh, 0.757, 1), "75.7%");
        assert_eq!(percent(Lang::En, -0.000_01, 0), "0%");
        assert_eq!(percent_signed(Lang::En, 0.021, 1), "+2.1%");
        assert_eq!(percent_signed(Lang::En, -0.003, 1), "-0.3%");
    }

    #[test]
    fn a_rate_has_a_third_decimal_only_where_it_needs_one() {
        assert_eq!(rate(Lang::En, 0.00142), "0.142%");
        assert_eq!(rate(Lang::En, 0.0002), "0.02%");
        assert_eq!(rate(Lang::En, 0.02), "2.00%");
    }

    #[test]
    fn a_percentage_is_read_with_and_without_its_sign() {
        assert_eq!(parse_percent("42 %"), Some(0.42));
        assert_eq!(parse_percent("４２％"), Some(0.42));
        assert_eq!(parse_percent("much"), None);
    }

    #[test]
    fn text_that_is_no_day_stays_as_it_is() {
        assert_eq!(day(Lang::En, "spring"), "spring");
    }
}
