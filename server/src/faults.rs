//! What the planner finds wrong with a form or another entry, as faults of a request.

use planner::answers::{FormError, Reason};
use planner::day::Day;
use planner::entry::{EntryError, EntryReason};

use crate::error::{ApiError, Fault};
use crate::words::Words;

/// Every reason why a form cannot be used, each under its field; `prefix` is where the form stands in what
/// was sent, such as `request.`.
#[must_use]
pub(crate) fn of_form(prefix: &str, errors: &[FormError]) -> ApiError {
    ApiError::Faults(errors.iter().map(|error| of_field(prefix, error)).collect())
}

fn of_field(prefix: &str, error: &FormError) -> Fault {
    let (reason, words) = meaning(&error.reason);
    let range = match error.reason {
        Reason::Range { min, max, .. } => Some((min, max)),
        _ => None,
    };
    Fault { field: format!("{prefix}{}", error.field), reason, words, range }
}

const fn meaning(reason: &Reason) -> (&'static str, Words) {
    match reason {
        Reason::Missing => ("missing", Words::new("请填写。", "Please fill this in.")),
        Reason::Range { .. } => ("range", Words::new("超出允许的范围。", "This is outside of its range.")),
        Reason::NotWhole { .. } => {
            ("not_whole", Words::new("请填写整数。", "This has to be a whole number."))
        }
        Reason::Odd { .. } => ("odd", Words::new("请填写偶数。", "This has to be an even number.")),
        Reason::UnknownOption(_) => {
            ("unknown_option", Words::new("没有这个选项。", "There is no such option."))
        }
        Reason::TooMany(_) => ("too_many", Words::new("选择过多。", "Too many are chosen.")),
        Reason::NotAlone(_) => {
            ("not_alone", Words::new("所选选项不能同时选择。", "One of the options stands alone."))
        }
        Reason::EssentialAboveWished => (
            "essential_above_wished",
            Words::new("必要支出不能高于理想支出。", "Essential spending may not exceed wished spending."),
        ),
        Reason::NotLower => {
            ("not_lower", Words::new("只能选择更低的等级。", "The class can only be lowered."))
        }
        Reason::TooLong(_) => ("too_long", Words::new("条目过多。", "There are too many entries.")),
        Reason::NewerSchema => {
            ("newer_schema", Words::new("由更新的版本填写。", "It was written by a newer version."))
        }
    }
}

/// What is wrong with something that was entered outside the form, each fault under its field.
///
/// The range of a day is told as the begins of the first and the last, in milliseconds since 1970.
pub(crate) fn of_entry(errors: &[EntryError]) -> Vec<Fault> {
    errors.iter().map(|error| entered(&error.field, &error.reason)).collect()
}

fn entered(field: &str, reason: &EntryReason) -> Fault {
    match reason {
        EntryReason::Missing => Fault::new(field, "missing", Words::new("请填写。", "Please fill this in.")),
        EntryReason::Range { min, max, .. } => {
            Fault::range(field, *min, *max, Words::new("超出允许的范围。", "This is outside of its range."))
        }
        EntryReason::NotWhole { .. } => {
            Fault::new(field, "not_whole", Words::new("请填写整数。", "This has to be a whole number."))
        }
        EntryReason::Day(_) => Fault::new(
            field,
            "day",
            Words::new("请填写日期，如 2026-11-22。", "This has to be a day such as 2026-11-22."),
        ),
        EntryReason::Days { first, last, .. } => {
            let words = Words::new("日期不在允许的范围内。", "The day is outside of its range.");
            Fault::range(field, begin_ms(first), begin_ms(last), words)
        }
        EntryReason::Unknown(_) => {
            Fault::new(field, "unknown", Words::new("没有这一项。", "There is no such entry."))
        }
        EntryReason::Word(_) => Fault::new(field, "word", PROMISE),
        EntryReason::Level => Fault::new(
            field,
            "level",
            Words::new(
                "这一项的风险等级高于客户的等级，不能增加。",
                "Its level is above what suits the client: it cannot be raised.",
            ),
        ),
    }
}

/// Why a text of an advisor is refused.
pub(crate) const PROMISE: Words = Words::new(
    "含有承诺性或误导性的词语，请改写。",
    "It holds words that promise or mislead. Please put it differently.",
);

/// When a day begins in UTC, in milliseconds since 1970.
fn begin_ms(day: &str) -> f64 {
    let since = Day::new(1970, 1, 1).zip(day.parse::<Day>().ok());
    let days = since.map_or(0, |(first, day)| first.days_to(day));
    f64::from(days) * 86_400_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_of_a_day_is_told_in_milliseconds() {
        let (day, first, last) = ("2026-01-01".to_owned(), "1970-01-03".to_owned(), "1970-01-05".to_owned());
        let faults = of_entry(&[EntryError {
            field: "until".to_owned(),
            reason: EntryReason::Days { day, first, last },
        }]);

        assert_eq!(faults[0].range, Some((172_800_000.0, 345_600_000.0)));
    }
}
