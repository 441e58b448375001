//! What the planner finds wrong with a form, as faults of a request.

use planner::answers::{FormError, Reason};

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
