//! Numbers as they are typed: from text to the form's unit, and back into the box.

use crate::format;
use crate::words::Lang;
use crate::words::fields::Unit;

/// The number that was typed, in the unit of the form; none where it is not one.
#[must_use]
pub fn read(unit: Unit, text: &str) -> Option<f64> {
    let text = text.trim();
    if unit != Unit::Percent {
        return format::parse_amount(text.trim_end_matches(['岁', '年', '月', '个']));
    }
    let bare = text.trim_end_matches(['%', '％']);
    let (sign, size) = match bare.strip_prefix(['-', '−', '－']) {
        Some(size) => (-1.0, size),
        None => (1.0, bare),
    };
    format::parse_amount(size).map(|size| sign * size / 100.0)
}

/// A number of the form as it stands in its box.
#[must_use]
pub fn show(lang: Lang, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Money => format::number(lang, value, if value.fract() == 0.0 { 0 } else { 2 }),
        // Seven places: 0.035 × 100 is 3.5000000000000004 in binary.
        Unit::Percent => ((value * 1e9).round() / 1e7).to_string(),
        Unit::CalendarYear | Unit::Month | Unit::Age | Unit::Years | Unit::Months | Unit::Index => {
            value.to_string()
        }
    }
}

/// The next round number in a direction, for a stepper: 1 for more, -1 for less; never below 0.
#[must_use]
pub fn step(unit: Unit, value: Option<f64>, start: f64, direction: f64) -> f64 {
    let Some(value) = value else { return start };
    let size = match unit {
        Unit::Money => money_step(value, direction),
        Unit::Percent => 0.005,
        Unit::Index => 0.1,
        Unit::CalendarYear | Unit::Month | Unit::Age | Unit::Years | Unit::Months => 1.0,
    };
    let next = ((value / size + direction * 1e-9).floor() + direction) * size;
    let next = if direction < 0.0 { ((value / size - 1e-9).ceil() - 1.0) * size } else { next };
    let next = (next * 1e6).round() / 1e6;
    if unit == Unit::Percent { next } else { next.max(0.0) }
}

/// A twentieth to a fiftieth of the amount, at least 100. Going down from a round amount takes
/// the smaller step below it, so that up and down meet again.
fn money_step(value: f64, direction: f64) -> f64 {
    let size = if direction < 0.0 { value - 1.0 } else { value };
    let mut step = 100.0;
    for next in [500.0, 1e3, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6] {
        if size >= 20.0 * next {
            step = next;
        }
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(unit: Unit, text: &str, value: impl Into<Option<f64>>) {
        assert_eq!(read(unit, text), value.into(), "{text}");
    }

    #[test]
    fn percent_is_typed_as_people_say_it() {
        check(Unit::Percent, "1.5", 0.015);
        check(Unit::Percent, "-2 %", -0.02);
        check(Unit::Percent, "−2％", -0.02);
        check(Unit::Percent, "two", None);
    }

    #[test]
    fn ages_and_years_may_carry_their_unit() {
        check(Unit::Age, "60岁", 60.0);
        check(Unit::CalendarYear, "1985年", 1985.0);
        check(Unit::CalendarYear, "１９８５", 1985.0);
    }

    #[test]
    fn what_stands_in_the_box_reads_as_the_same_number() {
        for value in [0.015, -0.02, 0.035] {
            check(Unit::Percent, &show(Lang::En, Unit::Percent, value), value);
        }
    }

    #[test]
    fn steps_go_to_round_numbers_and_back() {
        assert!((step(Unit::Money, Some(10_000.0), 0.0, 1.0) - 10_500.0).abs() < 1e-6);
        assert!((step(Unit::Money, Some(10_500.0), 0.0, -1.0) - 10_000.0).abs() < 1e-6);
        assert!((step(Unit::Money, Some(12_345.0), 0.0, 1.0) - 12_500.0).abs() < 1e-6);
        assert!((step(Unit::Money, Some(0.0), 0.0, -1.0) - 0.0).abs() < 1e-6);
        assert!((step(Unit::Age, Some(60.0), 0.0, -1.0) - 59.0).abs() < 1e-6);
        assert!((step(Unit::Age, None, 60.0, 1.0) - 60.0).abs() < 1e-6);
    }
}
