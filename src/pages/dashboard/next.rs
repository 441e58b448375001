//! The one thing to do next.

use planner::zone::Zone;

use crate::pages::assessment::Validity;
use crate::words::dashboard::Next;

/// What decides it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// Answers contradict each other.
    pub(super) contradicts: bool,
    /// Whether the assessment counts.
    pub(super) validity: Validity,
    /// Holdings are sorted into asset classes.
    pub(super) sorted: bool,
    /// How many of them are out of range, once that is known.
    pub(super) outside: Option<usize>,
    /// The zone.
    pub(super) zone: Zone,
    /// The reserve is not full.
    pub(super) reserve_short: bool,
}

/// What everything else stands on comes first: the class, then the zone, then upkeep.
pub(super) fn next(facts: Facts) -> Next {
    let Facts { contradicts, validity, sorted, outside, zone, reserve_short } = facts;
    match validity {
        _ if contradicts => Next::Settle,
        Validity::Unconfirmed => Next::Confirm,
        Validity::Expired(_) => Next::Renew,
        Validity::Valid if zone != Zone::Green => Next::Green,
        Validity::Valid if reserve_short => Next::Reserve,
        Validity::Valid if outside.is_some_and(|outside| outside > 0) => Next::Rebalance,
        Validity::Valid if !sorted => Next::Sort,
        Validity::Valid => Next::Print,
    }
}

#[cfg(test)]
mod tests {
    use planner::date::YearMonth;

    use super::*;

    const CALM: Facts = Facts {
        contradicts: false,
        validity: Validity::Valid,
        sorted: true,
        outside: Some(0),
        zone: Zone::Green,
        reserve_short: false,
    };

    #[test]
    fn what_the_rest_stands_on_comes_first() {
        let expired = Validity::Expired(YearMonth { year: 2025, month: 10 });
        let worst = Facts {
            contradicts: true,
            validity: Validity::Unconfirmed,
            sorted: true,
            outside: Some(2),
            zone: Zone::Red,
            reserve_short: true,
        };

        assert_eq!(next(worst), Next::Settle);
        assert_eq!(next(Facts { contradicts: false, ..worst }), Next::Confirm);
        assert_eq!(next(Facts { contradicts: false, validity: expired, ..worst }), Next::Renew);
        assert_eq!(next(Facts { zone: Zone::Grey, reserve_short: true, ..CALM }), Next::Green);
        assert_eq!(next(Facts { reserve_short: true, outside: Some(1), ..CALM }), Next::Reserve);
        assert_eq!(next(Facts { outside: Some(1), ..CALM }), Next::Rebalance);
        assert_eq!(next(Facts { sorted: false, outside: None, ..CALM }), Next::Sort);
        assert_eq!(next(CALM), Next::Print);
    }
}
