//! Who needs the advisor first.

use wire::Attention;

use crate::clock::DAY_MS;
use crate::firm::care::AttentionPolicy;

/// What is known of a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that hold or do not, each by itself")]
pub struct Known {
    /// A meeting was asked for and not answered.
    pub request: bool,
    /// A rise of the class waits for the advisor.
    pub review: bool,
    /// The plan is red.
    pub red: bool,
    /// There is a plan.
    pub planned: bool,
    /// An allocation was decided on for that plan.
    pub decided: bool,
    /// When the plan was stored.
    pub planned_ms: Option<i64>,
    /// When the plan is due to be gone through as a whole; none without one.
    pub review_due_ms: Option<i64>,
    /// When the assessment ends; none without one.
    pub assessed_until_ms: Option<i64>,
    /// The last contact.
    pub last_contact_ms: Option<i64>,
    /// The latest day of the next contact.
    pub next_contact_ms: i64,
}

/// Why a client needs attention: the first reason that holds, in the order of [`Attention`].
///
/// A red plan counts until the advisor has spoken with the client since it was stored, and speaking
/// counts for a while.
#[must_use]
pub fn attention(known: &Known, policy: AttentionPolicy, now_ms: i64) -> Attention {
    let soon_ms = now_ms + i64::from(policy.expiry_days) * DAY_MS;
    let holds = |reason: &Attention| match reason {
        Attention::Request => known.request,
        Attention::Review => known.review,
        Attention::Red => known.red && !spoken(known, policy, now_ms),
        Attention::Expired => known.assessed_until_ms.is_some_and(|until_ms| until_ms <= now_ms),
        Attention::Overdue => known.next_contact_ms < now_ms,
        Attention::ExpiresSoon => known.assessed_until_ms.is_some_and(|until_ms| until_ms <= soon_ms),
        Attention::NotAssessed => known.assessed_until_ms.is_none(),
        Attention::ToConfirm => known.planned && !known.decided,
        Attention::ReviewDue => known.review_due_ms.is_some_and(|due_ms| due_ms <= now_ms),
        Attention::None => true,
    };
    Attention::ALL.into_iter().find(holds).unwrap_or(Attention::None)
}

/// Whether they have spoken since the plan was stored, and not too long ago.
fn spoken(known: &Known, policy: AttentionPolicy, now_ms: i64) -> bool {
    let Some(last_ms) = known.last_contact_ms else { return false };
    let since_plan = known.planned_ms.is_none_or(|planned_ms| planned_ms <= last_ms);
    since_plan && now_ms - last_ms <= i64::from(policy.red_days) * DAY_MS
}

/// The order of the list: the most urgent reason, then the earliest next contact, then the name.
#[must_use]
pub const fn order(attention: Attention, next_contact_ms: i64, name: &str) -> (Attention, i64, &str) {
    (attention, next_contact_ms, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: AttentionPolicy = AttentionPolicy { red_days: 14, expiry_days: 30 };
    const NOW_MS: i64 = 1_000 * DAY_MS;

    /// A client for whom everything is done.
    const WELL: Known = Known {
        request: false,
        review: false,
        red: false,
        planned: true,
        decided: true,
        planned_ms: Some(NOW_MS - 20 * DAY_MS),
        review_due_ms: Some(NOW_MS + 345 * DAY_MS),
        assessed_until_ms: Some(NOW_MS + 200 * DAY_MS),
        last_contact_ms: Some(NOW_MS - 10 * DAY_MS),
        next_contact_ms: NOW_MS + 100 * DAY_MS,
    };

    #[track_caller]
    fn check(known: &Known, expected: Attention) {
        assert_eq!(attention(known, POLICY, NOW_MS), expected, "{known:?}");
    }

    #[test]
    fn each_reason_is_found() {
        check(&WELL, Attention::None);
        check(&Known { request: true, ..WELL }, Attention::Request);
        check(&Known { review: true, ..WELL }, Attention::Review);
        check(&Known { assessed_until_ms: Some(NOW_MS), ..WELL }, Attention::Expired);
        check(&Known { next_contact_ms: NOW_MS - 1, ..WELL }, Attention::Overdue);
        check(&Known { assessed_until_ms: Some(NOW_MS + 30 * DAY_MS), ..WELL }, Attention::ExpiresSoon);
        check(&Known { assessed_until_ms: None, ..WELL }, Attention::NotAssessed);
        check(&Known { decided: false, ..WELL }, Attention::ToConfirm);
        check(&Known { decided: false, planned: false, ..WELL }, Attention::None);
        check(&Known { review_due_ms: Some(NOW_MS), ..WELL }, Attention::ReviewDue);
    }

    #[test]
    fn a_red_plan_counts_until_they_have_spoken_since() {
        let red = Known { red: true, ..WELL };
        check(&red, Attention::None);
        check(&Known { planned_ms: Some(NOW_MS - 5 * DAY_MS), ..red }, Attention::Red);
        check(&Known { last_contact_ms: None, ..red }, Attention::Red);
        check(&Known { last_contact_ms: Some(NOW_MS - 15 * DAY_MS), ..red }, Attention::Red);
    }

    #[test]
    fn the_most_urgent_reason_is_told() {
        let all = Known {
            request: true,
            review: true,
            red: true,
            assessed_until_ms: None,
            next_contact_ms: 0,
            last_contact_ms: None,
            decided: false,
            ..WELL
        };
        check(&all, Attention::Request);
        check(&Known { request: false, ..all }, Attention::Review);
        check(&Known { request: false, review: false, ..all }, Attention::Red);
        check(&Known { request: false, review: false, red: false, ..all }, Attention::Overdue);
    }

    #[test]
    fn the_list_goes_by_urgency_then_by_the_next_contact() {
        let mut rows = [(Attention::None, 1, "a"), (Attention::Red, 9, "b"), (Attention::Red, 2, "c")];
        rows.sort_by_key(|row| order(row.0, row.1, row.2));
        assert_eq!(rows.map(|row| row.2), ["c", "b", "a"]);
    }
}
