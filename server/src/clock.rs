//! What time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A millisecond is the unit of every time that is stored; these are longer ones.
pub const SECOND_MS: i64 = 1000;
/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60 * SECOND_MS;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Milliseconds in a day.
pub const DAY_MS: i64 = 24 * HOUR_MS;

/// A clock.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// That of the machine.
    #[default]
    System,
    /// One that is moved by hand, for tests.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a time until it is moved.
    #[must_use]
    pub fn at(now_ms: i64) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(now_ms)))
    }

    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub fn now_ms(&self) -> i64 {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            }
            Self::Hand(now_ms) => now_ms.load(Ordering::SeqCst),
        }
    }

    /// Moves a clock that is moved by hand; that of the machine goes its own way.
    pub fn advance(&self, by_ms: i64) {
        if let Self::Hand(now_ms) = self {
            now_ms.fetch_add(by_ms, Ordering::SeqCst);
        }
    }
}
