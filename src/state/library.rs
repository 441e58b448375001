//! What there is to read and to hear, as far as it has come from the server.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use planner::figures::Sample;
use serde::de::DeserializeOwned;
use wire::{Article, ArticleIndex, ArticleTexts, Glossary, Talks};

use crate::api::{self, Leaf};
use crate::words::Lang;

/// The library. Nothing is asked for before a page wants it, and nothing twice.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    leaves: RwSignal<BTreeMap<Leaf, Stage>>,
    asked: StoredValue<BTreeSet<Leaf>>,
}

/// A part of the library as far as it has come.
#[derive(Clone, Debug)]
enum Stage {
    Ready(Arc<dyn Any + Send + Sync>),
    Failed(Why),
}

/// Why a part cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No network, or no server.
    Unreachable,
    /// The server has no such part, or one that this version cannot read.
    Unknown,
}

/// A part of the library, or why it is not here.
#[derive(Clone, Debug)]
pub enum Found<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(Arc<T>),
    /// It cannot be had now.
    Failed(Why),
}

impl<T> Found<T> {
    /// The part, if it is here.
    #[must_use]
    pub fn ready(self) -> Option<Arc<T>> {
        match self {
            Self::Ready(part) => Some(part),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

impl Library {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { leaves: RwSignal::new(BTreeMap::new()), asked: StoredValue::new(BTreeSet::new()) }
    }

    /// Every article, as it stands in a list. Tracked, as are the others.
    #[must_use]
    pub fn index(self) -> Found<ArticleIndex> {
        self.look(&Leaf::Articles)
    }

    /// An article in a language.
    #[must_use]
    pub fn article(self, slug: &str, lang: Lang) -> Found<Article> {
        self.look(&Leaf::Article(slug.to_owned(), lang))
    }

    /// The bodies of all articles in a language.
    #[must_use]
    pub fn texts(self, lang: Lang) -> Found<ArticleTexts> {
        self.look(&Leaf::Texts(lang))
    }

    /// Words that are explained.
    #[must_use]
    pub fn glossary(self) -> Found<Glossary> {
        self.look(&Leaf::Glossary)
    }

    /// Talks and seminars.
    #[must_use]
    pub fn talks(self) -> Found<Talks> {
        self.look(&Leaf::Talks)
    }

    /// Figures of sample households.
    #[must_use]
    pub fn samples(self) -> Found<Vec<Sample>> {
        self.look(&Leaf::Samples)
    }

    /// Asks again for what could not be had.
    pub fn retry(self) {
        let failed = |stage: &Stage| matches!(stage, Stage::Failed(_));
        let again: Vec<Leaf> = self.leaves.with_untracked(|leaves| {
            leaves.iter().filter(|(_, stage)| failed(stage)).map(|(leaf, _)| leaf.clone()).collect()
        });
        self.asked.update_value(|asked| asked.retain(|leaf| !again.contains(leaf)));
        self.leaves.update(|leaves| leaves.retain(|_, stage| !failed(stage)));
    }

    fn look<T: DeserializeOwned + Send + Sync + 'static>(self, leaf: &Leaf) -> Found<T> {
        let stage = self.leaves.with(|leaves| leaves.get(leaf).cloned());
        match stage {
            Some(Stage::Ready(part)) => part.downcast().map_or(Found::Failed(Why::Unknown), Found::Ready),
            Some(Stage::Failed(why)) => Found::Failed(why),
            None => {
                self.ask(leaf.clone(), |text| {
                    let part: T = serde_json::from_str(text).ok()?;
                    Some(Arc::new(part))
                });
                Found::Loading
            }
        }
    }

    fn ask(self, leaf: Leaf, read: fn(&str) -> Option<Arc<dyn Any + Send + Sync>>) {
        let new = self.asked.try_update_value(|asked| asked.insert(leaf.clone()));
        if new != Some(true) {
            return;
        }
        spawn_local(async move {
            let stage = match api::leaf(&leaf).await {
                Ok(text) => read(&text).map_or(Stage::Failed(Why::Unknown), Stage::Ready),
                Err(api::ApiError::Unreachable) => Stage::Failed(Why::Unreachable),
                Err(_) => Stage::Failed(Why::Unknown),
            };
            self.leaves.update(|leaves| drop(leaves.insert(leaf, stage)));
        });
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}
