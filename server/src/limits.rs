//! How often something may be asked, by whom.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::clock::{HOUR_MS, MINUTE_MS};
use crate::error::ApiError;

/// So many at once; then one more each time a share of the span has gone by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// What is limited.
    pub name: &'static str,
    /// How many in a span.
    pub most: u32,
    /// The span, in milliseconds.
    pub span_ms: i64,
}

/// Wrong or right passwords and passkeys, from one network address.
pub const SIGN_IN_FROM: Limit = Limit { name: "sign_in_from", most: 30, span_ms: 10 * MINUTE_MS };
/// Passwords tried on one account.
pub const SIGN_IN_TO: Limit = Limit { name: "sign_in_to", most: 10, span_ms: 15 * MINUTE_MS };
/// Accounts opened from one network address.
pub const SIGN_UP_FROM: Limit = Limit { name: "sign_up_from", most: 10, span_ms: HOUR_MS };
/// Mails asked for from one network address.
pub const MAIL_FROM: Limit = Limit { name: "mail_from", most: 10, span_ms: HOUR_MS };
/// Mails to one address.
pub const MAIL_TO: Limit = Limit { name: "mail_to", most: 5, span_ms: HOUR_MS };
/// Links opened from one network address.
pub const LINK_FROM: Limit = Limit { name: "link_from", most: 30, span_ms: 10 * MINUTE_MS };
/// Links opened by one account.
pub const LINK_BY: Limit = Limit { name: "link_by", most: 20, span_ms: 10 * MINUTE_MS };
/// Mails that one account has sent to others.
pub const MAIL_BY: Limit = Limit { name: "mail_by", most: 30, span_ms: HOUR_MS };
/// Seats at talks that one account takes or gives back.
pub const SEAT_BY: Limit = Limit { name: "seat_by", most: 30, span_ms: HOUR_MS };
/// Calendar feeds read from one network address.
pub const FEED_FROM: Limit = Limit { name: "feed_from", most: 60, span_ms: 10 * MINUTE_MS };
/// Plans that the server computes for one account.
pub const PLAN_BY: Limit = Limit { name: "plan_by", most: 60, span_ms: 10 * MINUTE_MS };

/// Counts, in the memory of this server: several servers let through so many times more.
#[derive(Debug)]
pub struct Limits {
    /// When everything that was let through will have been forgotten, by a hash of limit and asker, so that
    /// no address is kept.
    free_ms: Mutex<HashMap<u64, i64>>,
    hasher: RandomState,
    off: bool,
}

/// Above so many askers, those who have been forgotten are swept out.
const SWEEP_AT: usize = 20_000;

impl Default for Limits {
    fn default() -> Self {
        Self { free_ms: Mutex::default(), hasher: RandomState::new(), off: false }
    }
}

impl Limits {
    /// Lets everything through: for measurements and generated calls.
    #[must_use]
    pub fn off() -> Self {
        Self { off: true, ..Self::default() }
    }

    /// Counts one more.
    ///
    /// # Errors
    ///
    /// [`ApiError::TooMany`] with the time to wait; this one is then not counted.
    pub fn count(&self, limit: Limit, who: impl Hash, now_ms: i64) -> Result<(), ApiError> {
        if self.off {
            return Ok(());
        }
        let step_ms = limit.span_ms / i64::from(limit.most.max(1));
        let key = self.hasher.hash_one((limit, who));
        // A thread that panicked while counting left at most one count too few.
        let mut free_ms = self.free_ms.lock().unwrap_or_else(PoisonError::into_inner);
        if SWEEP_AT < free_ms.len() {
            free_ms.retain(|_, free_ms| now_ms < *free_ms);
        }
        let next_ms = free_ms.get(&key).copied().unwrap_or(now_ms).max(now_ms) + step_ms;
        let over_ms = next_ms - now_ms - limit.span_ms;
        if 0 < over_ms {
            let after_s = u32::try_from(over_ms.div_euclid(1000) + 1).unwrap_or(u32::MAX);
            return Err(ApiError::TooMany { after_s });
        }
        free_ms.insert(key, next_ms);
        Ok(())
    }
}

/// The part of a network address that one asker is taken to hold: a whole IPv4, half of an IPv6.
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => mapped.into(),
            None => IpAddr::V6((address.to_bits() & (u128::MAX << 64)).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE_A_MINUTE: Limit = Limit { name: "test", most: 3, span_ms: MINUTE_MS };

    #[test]
    fn a_fourth_has_to_wait_for_a_third_of_the_span() {
        let limits = Limits::default();
        for _ in 0..3 {
            limits.count(THREE_A_MINUTE, "a", 0).unwrap();
        }

        let refused = limits.count(THREE_A_MINUTE, "a", 0).unwrap_err();

        assert!(matches!(refused, ApiError::TooMany { after_s: 21 }), "{refused:?}");
        assert!(limits.count(THREE_A_MINUTE, "a", 21_000).is_ok());
        assert!(limits.count(THREE_A_MINUTE, "a", 21_000).is_err());
    }

    #[test]
    fn each_asker_is_counted_apart() {
        let limits = Limits::default();
        for _ in 0..3 {
            limits.count(THREE_A_MINUTE, "a", 0).unwrap();
        }
        assert!(limits.count(THREE_A_MINUTE, "b", 0).is_ok());
    }

    #[test]
    fn one_asker_holds_half_an_ipv6_address() {
        let one = network("2001:db8::1".parse().unwrap());
        assert_eq!(one, network("2001:db8::ffff".parse().unwrap()));
        assert_ne!(one, network("2001:db8:0:1::1".parse().unwrap()));
        assert_eq!(network("::ffff:10.0.0.1".parse().unwrap()), "10.0.0.1".parse::<IpAddr>().unwrap());
    }
}
