//! The assessments that were finished on this device: too many in a day, or a jump in class, is for
//! an advisor to look at.

use std::collections::BTreeMap;

use planner::answers::Conduct;
use planner::firm::Class;
use serde::{Deserialize, Serialize};

/// Milliseconds of a day.
const DAY_MS: f64 = 86_400_000.0;

/// Attempts older than this no longer count for anything, in days.
const REMEMBERED_DAYS: f64 = 366.0;

/// Chosen options by risk item.
type RiskAnswers = BTreeMap<String, Vec<String>>;

/// The finished assessments, oldest first, and the answers of the last one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Attempts {
    finished: Vec<Attempt>,
    last: RiskAnswers,
    /// The investor asked for the result, and its class is not known yet.
    asked: bool,
}

/// One finished assessment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attempt {
    /// Milliseconds since 1970.
    at_ms: f64,
    class: Class,
}

impl Attempts {
    /// The investor asks for the result: the questionnaire is finished with the next class.
    pub(super) fn ask(&mut self) {
        self.asked = true;
    }

    /// Whether a class is waited for.
    pub(super) const fn waits(&self) -> bool {
        self.asked
    }

    /// Notes the class of a finished assessment; the same answers are the same assessment.
    pub(super) fn finish(&mut self, risk: &RiskAnswers, class: Class, now_ms: f64) {
        self.asked = false;
        if self.last == *risk {
            return;
        }
        self.last.clone_from(risk);
        self.finished.retain(|attempt| now_ms - attempt.at_ms < REMEMBERED_DAYS * DAY_MS);
        self.finished.push(Attempt { at_ms: now_ms, class });
    }

    /// What the attempts before these answers say about them.
    pub(super) fn conduct(&self, risk: &RiskAnswers, now_ms: f64, fast_items: u32) -> Conduct {
        let own = usize::from(!self.finished.is_empty() && self.last == *risk);
        let (current, earlier) = self
            .finished
            .split_at_checked(self.finished.len() - own)
            .map_or((None, &self.finished[..]), |(earlier, own)| (own.first(), earlier));
        let at_ms = current.map_or(now_ms, |attempt| attempt.at_ms);
        let days = |attempt: &Attempt| ((at_ms - attempt.at_ms) / DAY_MS).max(0.0);
        let today = earlier.iter().filter(|attempt| days(attempt) < 1.0).count();
        let last = earlier.last();
        Conduct {
            fast_items,
            attempts_today: u32::try_from(today).unwrap_or(u32::MAX),
            last_class: last.map(|attempt| attempt.class),
            days_since_last: last.map_or(0, whole_days(days)),
        }
    }
}

/// Days that have gone by in full.
fn whole_days(days: impl Fn(&Attempt) -> f64) -> impl FnOnce(&Attempt) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days are few, and not negative"
    )]
    move |attempt| days(attempt) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(option: &str) -> RiskAnswers {
        BTreeMap::from([("T1".to_owned(), vec![option.to_owned()])])
    }

    #[test]
    fn the_first_assessment_has_none_before_it() {
        let mut attempts = Attempts::default();
        attempts.finish(&answers("a"), Class::C3, 0.0);

        assert_eq!(attempts.conduct(&answers("a"), DAY_MS, 0), Conduct::default());
    }

    #[test]
    fn the_same_answers_are_one_assessment() {
        let mut attempts = Attempts::default();
        attempts.finish(&answers("a"), Class::C3, 0.0);
        attempts.finish(&answers("a"), Class::C3, 5.0);

        assert_eq!(attempts.finished.len(), 1);
    }

    #[test]
    fn other_answers_are_held_against_the_assessments_before_them() {
        let mut attempts = Attempts::default();
        attempts.finish(&answers("a"), Class::C2, 0.0);
        attempts.finish(&answers("b"), Class::C3, 0.5 * DAY_MS);

        let third = attempts.conduct(&answers("c"), 0.75 * DAY_MS, 4);

        assert_eq!(third.attempts_today, 2);
        assert_eq!(third.last_class, Some(Class::C3));
        assert_eq!((third.days_since_last, third.fast_items), (0, 4));
    }

    #[test]
    fn yesterdays_assessment_is_not_one_of_today() {
        let mut attempts = Attempts::default();
        attempts.finish(&answers("a"), Class::C2, 0.0);

        let later = attempts.conduct(&answers("b"), 40.0 * DAY_MS, 0);

        assert_eq!((later.attempts_today, later.days_since_last), (0, 40));
    }
}
