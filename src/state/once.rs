//! What is to be done once, however often it is sent.

use leptos::prelude::*;
use serde::Serialize;

/// The `Idempotency-Key` of what is asked for: the same for the same thing until the server has done it,
/// so that whoever presses again after a lost answer does nothing twice.
#[derive(Clone, Copy, Debug)]
pub struct Once {
    /// What was asked for last, and its key.
    last: StoredValue<(String, String)>,
}

impl Once {
    /// Nothing was asked for yet.
    #[must_use]
    pub fn new() -> Self {
        Self { last: StoredValue::new((String::new(), String::new())) }
    }

    /// The key of what is asked for now.
    #[must_use]
    pub fn key_of(self, asked: &impl Serialize) -> String {
        let asked = serde_json::to_string(asked).unwrap_or_default();
        let key = self.last.try_update_value(|(before, key)| {
            if *before != asked {
                *before = asked;
                *key = new_key();
            }
            key.clone()
        });
        // Nobody waits for the answer of a page that has left.
        key.unwrap_or_else(new_key)
    }

    /// It was done: the same again is something else.
    pub fn done(self) {
        self.last.try_update_value(|(before, _)| before.clear());
    }
}

impl Default for Once {
    fn default() -> Self {
        Self::new()
    }
}

/// A key that no other request has: of the time and of chance. Nobody needs to be unable to guess it.
#[must_use]
pub fn new_key() -> String {
    #[cfg(target_arch = "wasm32")]
    let (now, drawn) = (crate::clock::epoch_ms(), js_sys::Math::random);
    // On the host nothing is sent.
    #[cfg(not(target_arch = "wasm32"))]
    let (now, drawn) = (0.0, || 0.5);
    let part = || {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^32")]
        let part = (drawn() * f64::from(u32::MAX)) as u32;
        format!("{part:08x}")
    };
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
    let now = now as i64;
    format!("{now:x}-{}{}{}", part(), part(), part())
}

#[cfg(test)]
mod tests {
    use leptos::reactive::owner::Owner;

    use super::*;

    #[test]
    fn the_same_has_the_same_key_until_it_is_done() {
        let owner = Owner::new();
        owner.with(|| {
            let once = Once::new();
            let first = once.key_of(&"confirm");
            assert_eq!(once.last.get_value(), ("\"confirm\"".to_owned(), first.clone()));
            assert_eq!(once.key_of(&"confirm"), first);

            once.done();

            assert_eq!(once.last.get_value().0, "");
        });
    }

    #[test]
    fn a_key_is_what_the_server_takes() {
        let key = new_key();

        assert!(key.len() <= 64);
        assert!(key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-'), "{key}");
    }
}
