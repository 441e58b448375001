//! The life of a meeting: who may do what with it, and where it then stands.

use wire::{MeetingAct, MeetingState, Side};

/// Where a meeting stands after an act; none where the act is not this side's, or comes at the wrong
/// time.
#[must_use]
pub fn next(state: MeetingState, act: &MeetingAct, side: Side) -> Option<MeetingState> {
    use MeetingState::{Cancelled, Confirmed, Declined, Held, Offered, Requested};
    match (act, side, state) {
        (MeetingAct::Confirm { .. }, Side::Advisor, Requested)
        | (MeetingAct::Accept { .. }, Side::Client, Offered) => Some(Confirmed),
        (MeetingAct::Offer { .. }, Side::Advisor, Requested | Offered | Confirmed) => Some(Offered),
        (MeetingAct::Reschedule { .. }, Side::Client, Requested | Offered | Confirmed) => Some(Requested),
        (MeetingAct::Decline { .. }, Side::Advisor, Requested | Offered) => Some(Declined),
        (MeetingAct::Cancel { .. }, Side::Client, Requested | Offered | Confirmed)
        | (MeetingAct::Cancel { .. }, Side::Advisor, Confirmed) => Some(Cancelled),
        (MeetingAct::Hold, Side::Advisor, Confirmed) => Some(Held),
        _ => None,
    }
}

/// Whether a meeting of this state holds its time.
#[must_use]
pub const fn holds_time(state: MeetingState) -> bool {
    matches!(state, MeetingState::Requested | MeetingState::Offered | MeetingState::Confirmed)
}

/// The time that an act is about: the one that was seen, or the new one.
#[must_use]
pub const fn start_of(act: &MeetingAct) -> Option<i64> {
    match act {
        MeetingAct::Confirm { start_ms }
        | MeetingAct::Accept { start_ms }
        | MeetingAct::Offer { start_ms, .. }
        | MeetingAct::Reschedule { start_ms, .. } => Some(*start_ms),
        MeetingAct::Decline { .. } | MeetingAct::Cancel { .. } | MeetingAct::Hold => None,
    }
}

/// Whether an act moves the meeting to another time.
#[must_use]
pub const fn moves(act: &MeetingAct) -> bool {
    matches!(act, MeetingAct::Offer { .. } | MeetingAct::Reschedule { .. })
}

/// Why it is done; empty where nobody says.
#[must_use]
pub fn reason_of(act: &MeetingAct) -> &str {
    match act {
        MeetingAct::Offer { reason, .. }
        | MeetingAct::Reschedule { reason, .. }
        | MeetingAct::Decline { reason }
        | MeetingAct::Cancel { reason } => reason,
        MeetingAct::Confirm { .. } | MeetingAct::Accept { .. } | MeetingAct::Hold => "",
    }
}

/// Whether this side has to say why.
#[must_use]
pub const fn needs_reason(act: &MeetingAct, side: Side) -> bool {
    match act {
        MeetingAct::Offer { .. } | MeetingAct::Decline { .. } => true,
        MeetingAct::Cancel { .. } => matches!(side, Side::Advisor),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MeetingState::{Cancelled, Confirmed, Declined, Held, Offered, Requested};

    fn acts() -> Vec<MeetingAct> {
        let reason = String::new();
        vec![
            MeetingAct::Confirm { start_ms: 0 },
            MeetingAct::Accept { start_ms: 0 },
            MeetingAct::Offer { start_ms: 0, reason: reason.clone() },
            MeetingAct::Reschedule { start_ms: 0, reason: reason.clone() },
            MeetingAct::Decline { reason: reason.clone() },
            MeetingAct::Cancel { reason },
            MeetingAct::Hold,
        ]
    }

    #[test]
    fn a_request_is_confirmed_by_the_advisor_alone() {
        let confirm = MeetingAct::Confirm { start_ms: 0 };
        assert_eq!(next(Requested, &confirm, Side::Advisor), Some(Confirmed));
        assert_eq!(next(Requested, &confirm, Side::Client), None);
        assert_eq!(next(Offered, &confirm, Side::Advisor), None, "what was offered, the client accepts");
    }

    #[test]
    fn an_offered_time_is_accepted_by_the_client_alone() {
        let accept = MeetingAct::Accept { start_ms: 0 };
        assert_eq!(next(Offered, &accept, Side::Client), Some(Confirmed));
        assert_eq!(next(Offered, &accept, Side::Advisor), None);
    }

    #[test]
    fn what_has_ended_stays_so() {
        for state in [Held, Declined, Cancelled] {
            for act in acts() {
                for side in Side::ALL {
                    assert_eq!(next(state, &act, side), None, "{state:?} {act:?} {side:?}");
                }
            }
        }
    }

    #[test]
    fn no_two_sides_may_do_the_same_but_call_it_off() {
        for state in MeetingState::ALL {
            for act in acts() {
                let both = Side::ALL.into_iter().all(|side| next(state, &act, side).is_some());
                assert!(!both || matches!(act, MeetingAct::Cancel { .. }), "{state:?} {act:?}");
            }
        }
    }

    #[test]
    fn only_what_lies_ahead_holds_its_time() {
        let held: Vec<_> = MeetingState::ALL.into_iter().filter(|state| holds_time(*state)).collect();
        assert_eq!(held, [Requested, Offered, Confirmed]);
    }
}
