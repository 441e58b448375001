//! What somebody has read, saved and signed up for: kept on this device.

use std::collections::{BTreeMap, BTreeSet};

use leptos::ev;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::storage::{self, Key};

/// From this percentage on an article has been read.
const READ: u8 = 95;

/// What somebody has read, saved and signed up for.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    kept: RwSignal<Kept>,
}

/// What is kept. Later versions only add to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    schema: u32,
    /// How far each article was read, in percent.
    read: BTreeMap<String, u8>,
    /// Articles that were saved.
    saved: BTreeSet<String>,
    /// The answer to each article's question, by its place.
    answered: BTreeMap<String, usize>,
    /// Talks that somebody signed up for.
    talks: BTreeSet<String>,
}

/// How far an article was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not opened, or not read on.
    New,
    /// So far, in percent.
    Begun(u8),
    /// To its end.
    Read,
}

impl Reading {
    /// What is kept on this device.
    #[must_use]
    pub fn new() -> Self {
        let kept = RwSignal::new(storage::read(Key::Reading).map(|text| open(&text)).unwrap_or_default());
        let reading = Self { kept };
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(Key::Reading.name()) {
                reading.kept.set(open(&event.new_value().unwrap_or_default()));
            }
        });
        on_cleanup(move || listener.remove());
        reading
    }

    /// How far an article was read. Tracked, as are the others.
    #[must_use]
    pub fn progress(self, slug: &str) -> Progress {
        self.kept.with(|kept| kept.progress(slug))
    }

    /// How far an article was read, untracked.
    #[must_use]
    pub fn progress_untracked(self, slug: &str) -> Progress {
        self.kept.with_untracked(|kept| kept.progress(slug))
    }

    /// Notes how far somebody is in an article, in percent; never less than before. Tens are
    /// kept: not every turn of a wheel is written.
    pub fn reach(self, slug: &str, percent: u8) {
        let percent = if READ <= percent { 100 } else { percent / 10 * 10 };
        let before = self.kept.with_untracked(|kept| kept.read.get(slug).copied().unwrap_or(0));
        if before < percent {
            self.write(|kept| {
                kept.read.insert(slug.to_owned(), percent);
            });
        }
    }

    /// An article was saved.
    #[must_use]
    pub fn saved(self, slug: &str) -> bool {
        self.kept.with(|kept| kept.saved.contains(slug))
    }

    /// Saves an article, or lets it go.
    pub fn toggle_saved(self, slug: &str) {
        self.write(|kept| toggle(&mut kept.saved, slug));
    }

    /// The answer given to an article's question, by its place.
    #[must_use]
    pub fn answer(self, slug: &str) -> Option<usize> {
        self.kept.with(|kept| kept.answered.get(slug).copied())
    }

    /// Notes the answer to an article's question: whoever answers it has read the article.
    pub fn note_answer(self, slug: &str, option: usize) {
        self.write(|kept| {
            kept.answered.insert(slug.to_owned(), option);
            kept.read.insert(slug.to_owned(), 100);
        });
    }

    /// Somebody signed up for a talk.
    #[must_use]
    pub fn signed_up(self, talk: &str) -> bool {
        self.kept.with(|kept| kept.talks.contains(talk))
    }

    /// Notes that somebody signed up for a talk.
    pub fn sign_up(self, talk: &str) {
        self.write(|kept| {
            kept.talks.insert(talk.to_owned());
        });
    }

    /// Follows every change of what is kept.
    pub fn follow(self) {
        self.kept.track();
    }

    fn write(self, change: impl FnOnce(&mut Kept)) {
        self.kept.update(|kept| {
            kept.schema = 1;
            change(kept);
        });
        // A browser that keeps nothing says so where answers are typed; here little is lost.
        let text = self.kept.with_untracked(serde_json::to_string).unwrap_or_default();
        storage::write(Key::Reading, &text).unwrap_or_default();
    }
}

impl Default for Reading {
    fn default() -> Self {
        Self::new()
    }
}

impl Kept {
    fn progress(&self, slug: &str) -> Progress {
        match self.read.get(slug) {
            None | Some(0) => Progress::New,
            Some(percent) if READ <= *percent => Progress::Read,
            Some(percent) => Progress::Begun(*percent),
        }
    }
}

/// What is kept in a text; nothing where it is damaged.
fn open(text: &str) -> Kept {
    serde_json::from_str(text).unwrap_or_default()
}

fn toggle(names: &mut BTreeSet<String>, name: &str) {
    if !names.remove(name) {
        names.insert(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_can_be_read_again_and_damage_is_as_good_as_nothing() {
        let mut kept = Kept { schema: 1, ..Kept::default() };
        kept.read.insert("the-reserve".to_owned(), 40);
        kept.saved.insert("cpp-and-oas".to_owned());

        let text = serde_json::to_string(&kept).unwrap();

        assert_eq!(open(&text), kept);
        assert_eq!(open(r#"{"schema":1,"later":true}"#).schema, 1);
        assert_eq!(open("{"), Kept::default());
    }

    #[test]
    fn an_article_is_new_begun_or_read() {
        let mut kept = Kept::default();
        kept.read.insert("a".to_owned(), 40);
        kept.read.insert("b".to_owned(), 100);

        assert_eq!(kept.progress("a"), Progress::Begun(40));
        assert_eq!(kept.progress("b"), Progress::Read);
        assert_eq!(kept.progress("c"), Progress::New);
    }
}
