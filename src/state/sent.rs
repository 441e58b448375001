//! A document that the server sends: kept on this device, asked for anew.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Document};
use crate::storage::{self, Key};

/// What a document says. All documents share one code, whatever they say.
pub(super) type Content = Arc<dyn Any + Send + Sync>;

/// Which document, where it is kept, and how it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// Which.
    pub(super) document: Document,
    /// Where it is kept on this device.
    pub(super) key: Key,
    /// Reads its bytes, which the server has checked; none where they are not what this version
    /// knows.
    pub(super) read: fn(&[u8]) -> Option<Content>,
}

/// A document as far as it has come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent {
    kind: Kind,
    stage: RwSignal<Stage>,
    asked: StoredValue<bool>,
}

#[derive(Clone, Debug)]
enum Stage {
    Loading,
    Ready(Content, Arc<[u8]>),
    Failed,
}

impl Sent {
    /// Nothing yet: not before somebody asks.
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, stage: RwSignal::new(Stage::Loading), asked: StoredValue::new(false) }
    }

    /// Starts from what is kept on this device, and asks the server for what is in force. Only the
    /// first call does anything.
    pub(super) fn ask(self) {
        let before = self.asked.try_update_value(|asked| std::mem::replace(asked, true));
        if before == Some(false) {
            if let Some(kept) = storage::read_bytes(self.kind.key).and_then(|bytes| self.read(bytes)) {
                self.stage.set(kept);
            }
            spawn_local(self.load());
        }
    }

    /// What the document says; none while it loads, or where it cannot be had. Tracked.
    pub(super) fn get<T: Send + Sync + 'static>(self) -> Option<Arc<T>> {
        self.stage.with(Stage::content)?.downcast().ok()
    }

    /// The document as the server sent it. Tracked.
    pub(super) fn bytes(self) -> Option<Arc<[u8]>> {
        self.stage.with(Stage::bytes)
    }

    /// There is no document, and the last attempt to load it failed. Tracked.
    pub(super) fn failed(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Failed))
    }

    /// Asks the server again.
    pub(super) fn retry(self) {
        self.stage.update(|stage| {
            if matches!(stage, Stage::Failed) {
                *stage = Stage::Loading;
            }
        });
        spawn_local(self.load());
    }

    async fn load(self) {
        match api::document(self.kind.document).await.ok().and_then(|bytes| self.read(bytes)) {
            Some(news) => {
                self.stage.maybe_update(|stage| stage.take(news, self.kind.key));
            }
            // A document that this version cannot read is as good as none: an older one may still
            // stand.
            None => {
                self.stage.maybe_update(Stage::fail);
            }
        }
    }

    fn read(self, bytes: Vec<u8>) -> Option<Stage> {
        let content = (self.kind.read)(&bytes)?;
        Some(Stage::Ready(content, bytes.into()))
    }
}

impl Stage {
    fn content(&self) -> Option<Content> {
        match self {
            Self::Ready(content, _) => Some(Arc::clone(content)),
            Self::Loading | Self::Failed => None,
        }
    }

    fn bytes(&self) -> Option<Arc<[u8]>> {
        match self {
            Self::Ready(_, bytes) => Some(Arc::clone(bytes)),
            Self::Loading | Self::Failed => None,
        }
    }

    /// Takes a newer document, and keeps it on the device; says whether anything changed.
    fn take(&mut self, news: Self, key: Key) -> bool {
        let (before, now) = (self.bytes(), news.bytes());
        let changed = before != now;
        if changed {
            // Without room for it there is only no start without network.
            storage::write_bytes(key, now.as_deref().unwrap_or_default()).unwrap_or_default();
            *self = news;
        }
        changed
    }

    /// Notes a failure; a document that is there stays in use.
    fn fail(&mut self) -> bool {
        let loading = matches!(self, Self::Loading);
        if loading {
            *self = Self::Failed;
        }
        loading
    }
}
