//! What an advisor or administrator is writing and has not sent: kept on the device until it is, so that
//! neither a reload nor a session that runs out loses it.
//!
//! It is about clients, and the device may be shared: whoever signs out, or signs in as somebody else,
//! takes it away (`Session`).

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::storage::{self, Key};

/// A text that is being written about something.
#[derive(Clone, Copy, Debug)]
pub struct Unsent {
    text: RwSignal<String>,
    about: StoredValue<About>,
}

/// Who writes, and about what.
#[derive(Clone, Debug, PartialEq, Eq)]
struct About {
    account_id: String,
    key: String,
}

/// Everything that one account is writing on this device. Later versions only add to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Desk {
    account_id: String,
    texts: BTreeMap<String, String>,
}

impl Unsent {
    /// What this account was writing under a key, such as `note/ID`; nothing of anybody else's.
    #[must_use]
    pub fn open(account_id: &str, key: String) -> Self {
        let text = Desk::of(account_id).texts.remove(&key).unwrap_or_default();
        let about = About { account_id: account_id.to_owned(), key };
        Self { text: RwSignal::new(text), about: StoredValue::new(about) }
    }

    /// The text; tracked.
    #[must_use]
    pub fn get(self) -> String {
        self.text.get()
    }

    /// The text, untracked.
    #[must_use]
    pub fn get_untracked(self) -> String {
        self.text.get_untracked()
    }

    /// Nothing but blanks is written; tracked.
    #[must_use]
    pub fn blank(self) -> bool {
        self.text.with(|text| text.trim().is_empty())
    }

    /// Changes it, here and on the device. Nothing happens once the page has left.
    pub fn set(self, text: String) {
        let Some(About { account_id, key }) = self.about.try_get_value() else { return };
        let mut desk = Desk::of(&account_id);
        desk.put(key, &text);
        desk.keep();
        drop(self.text.try_set(text));
    }

    /// It was sent.
    pub fn sent(self) {
        self.set(String::new());
    }
}

impl Desk {
    fn of(account_id: &str) -> Self {
        let kept: Option<Self> = storage::read(Key::Unsent).and_then(|text| serde_json::from_str(&text).ok());
        kept.filter(|kept| kept.account_id == account_id)
            .unwrap_or_else(|| Self { account_id: account_id.to_owned(), texts: BTreeMap::new() })
    }

    /// An empty text is none.
    fn put(&mut self, key: String, text: &str) {
        if text.is_empty() {
            self.texts.remove(&key);
        } else {
            self.texts.insert(key, text.to_owned());
        }
    }

    fn keep(&self) {
        if self.texts.is_empty() {
            return storage::remove(Key::Unsent);
        }
        // A browser that keeps nothing still sends what is on the page.
        storage::write(Key::Unsent, &serde_json::to_string(self).unwrap_or_default()).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_takes_no_room_and_a_later_version_can_be_read() {
        let mut desk: Desk = serde_json::from_str(r#"{"account_id":"a","later":1}"#).unwrap();

        desk.put("note/1".to_owned(), "about the reserve");
        desk.put("note/2".to_owned(), "");
        assert_eq!(desk.texts.keys().collect::<Vec<_>>(), ["note/1"]);

        desk.put("note/1".to_owned(), "");
        assert_eq!(desk.texts.len(), 0);
    }
}
