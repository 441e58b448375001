//! When the advisor is next in touch, in a sentence.

use crate::clock;
use crate::words::{self, Lang};

/// When the advisor is next in touch: by the day of a moment, or that this day has gone by.
#[must_use]
pub fn next_contact(lang: Lang, at_ms: i64, day: &str) -> String {
    if at_ms < clock::moment_ms() {
        words::account::contact_overdue(lang, day)
    } else {
        words::account::next_contact(lang, day)
    }
}
