//! A request for a meeting: what is being typed, and one that waits for the network.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wire::{MeetingSubject, NewMeeting, Place, Topic};

use crate::storage::{self, Key};

/// What is being typed. It is kept on this device until it is sent, so that neither a reload nor the
/// way through a sign-up loses it.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    typed: RwSignal<Typed>,
}

/// What was typed so far. Later versions only add to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Why they want to meet.
    pub topic: Option<Topic>,
    /// What it is about.
    pub subject: Option<MeetingSubject>,
    /// Name of the product or goal.
    pub name: String,
    /// In own words.
    pub words: String,
    /// How they meet.
    pub place: Option<Place>,
}

impl Request {
    /// What is kept on this device; what a link asks for comes first.
    #[must_use]
    pub fn open(asked: Typed) -> Self {
        let kept: Typed =
            storage::read(Key::Request).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let request = Self { typed: RwSignal::new(kept.clone()) };
        let opened = led(kept.clone(), asked);
        if opened != kept {
            request.edit(|typed| *typed = opened);
        }
        request
    }

    /// What was typed. Tracked.
    #[must_use]
    pub fn get(self) -> Typed {
        self.typed.get()
    }

    /// What was typed, untracked.
    #[must_use]
    pub fn get_untracked(self) -> Typed {
        self.typed.get_untracked()
    }

    /// Changes it, here and on the device.
    pub fn edit(self, change: impl FnOnce(&mut Typed)) {
        self.typed.update(change);
        let text = self.typed.with_untracked(serde_json::to_string).unwrap_or_default();
        // A browser that keeps nothing still sends what is on the page.
        storage::write(Key::Request, &text).unwrap_or_default();
    }

    /// Forgets it: it was sent.
    pub fn clear(self) {
        storage::remove(Key::Request);
        drop(self.typed.try_set(Typed::default()));
    }
}

/// What was typed, led by a link: its topic and its names replace the others, the own words stay.
fn led(kept: Typed, asked: Typed) -> Typed {
    if asked.topic.is_none() {
        return kept;
    }
    let words = if asked.words.is_empty() { kept.words } else { asked.words };
    Typed { words, place: asked.place.or(kept.place), ..asked }
}

/// A request that could not be sent: it waits on this device, under the key it was first sent with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its `Idempotency-Key`.
    pub key: String,
    /// Whose it is: somebody else on the same device does not send it.
    pub account_id: String,
    /// What it asks for.
    pub meeting: NewMeeting,
}

impl Waiting {
    /// What waits on this device, whosever it is.
    #[must_use]
    pub fn read() -> Option<Self> {
        serde_json::from_str(&storage::read(Key::Waiting)?).ok()
    }

    /// Keeps it on this device.
    ///
    /// # Errors
    ///
    /// [`storage::NotKept`] where the browser refuses.
    pub fn keep(&self) -> Result<(), storage::NotKept> {
        storage::write(Key::Waiting, &serde_json::to_string(self).unwrap_or_default())
    }

    /// It waits no longer.
    pub fn forget() {
        storage::remove(Key::Waiting);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(topic: Option<Topic>, name: &str, words: &str) -> Typed {
        Typed { topic, name: name.to_owned(), words: words.to_owned(), ..Typed::default() }
    }

    #[test]
    fn a_link_leads_what_it_is_about_and_leaves_the_own_words() {
        let kept = typed(Some(Topic::AnnualReview), "", "about last year");

        let led_by = led(kept.clone(), typed(Some(Topic::ProductAboveClass), "Index note", ""));

        assert_eq!(led_by, typed(Some(Topic::ProductAboveClass), "Index note", "about last year"));
        assert_eq!(led(kept.clone(), Typed::default()), kept, "an address without a topic leads nowhere");
    }

    #[test]
    fn what_is_kept_by_a_later_version_can_be_read() {
        let kept: Typed = serde_json::from_str(r#"{"topic":"goal","later":1}"#).unwrap();

        assert_eq!(kept.topic, Some(Topic::Goal));
    }
}
