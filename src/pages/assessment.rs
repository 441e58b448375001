//! Whether the assessment counts: held, provisional, or sound; confirmed, or too old.

use planner::Plan;
use planner::date::YearMonth;

use crate::node::{El, el};
use crate::routes::Route;
use crate::words::{self, Lang};

/// Says that the result is held or provisional, and the way out; nothing where it is sound.
pub fn standing(lang: Lang, plan: &Plan) -> Option<El> {
    let (title, meaning) = match (plan.profile.held, plan.profile.provisional) {
        (true, _) => (words::profile::held(lang), words::profile::held_meaning(lang)),
        (false, true) => (words::profile::provisional(lang), words::profile::provisional_meaning(lang)),
        (false, false) => return None,
    };
    let way = el("a", "")
        .attr("href", Route::Discover("review".to_owned()).path())
        .text(words::profile::to_answers(lang));
    let caution = el("div", "caution")
        .attr("role", "status")
        .with(el("p", "caution__title").text(title))
        .with(el("p", "").text(meaning))
        .with(el("p", "").with(way));
    Some(caution)
}

/// Whether an assessment may carry a recommendation: complete answers are not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// Confirmed, and young enough.
    Valid,
    /// The investor has not said that the class is theirs.
    Unconfirmed,
    /// Confirmed too long ago, in this month.
    Expired(YearMonth),
}

/// The validity of an assessment that was confirmed in a month, this month, where it holds for so
/// many months.
#[must_use]
pub fn validity(confirmed: Option<YearMonth>, today: YearMonth, months: u32) -> Validity {
    match confirmed {
        None => Validity::Unconfirmed,
        Some(month) if today > month.plus_months(months) => Validity::Expired(month),
        Some(_) => Validity::Valid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assessment_counts_from_its_confirmation_until_its_months_are_over() {
        let month = |year, month| YearMonth { year, month };
        let in_force = |today| validity(Some(month(2025, 11)), today, 12);

        assert_eq!(validity(None, month(2026, 11), 12), Validity::Unconfirmed);
        assert_eq!(in_force(month(2026, 11)), Validity::Valid);
        assert_eq!(in_force(month(2026, 12)), Validity::Expired(month(2025, 11)));
    }
}
