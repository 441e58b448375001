//! The firm's data: policy, assumptions and questionnaires.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use planner::bytes;
use planner::firm::{Firm, FirmDocument};

use crate::api;
use crate::storage::{self, Key};

/// The firm's data as far as they have come.
#[derive(Clone, Copy, Debug)]
pub struct FirmData {
    stage: RwSignal<Stage>,
}

#[derive(Clone, Debug)]
enum Stage {
    Loading,
    Ready(Arc<Firm>, Arc<[u8]>),
    Failed,
}

impl FirmData {
    /// Starts from what is kept on this device, and asks the server for what is in force.
    #[must_use]
    pub fn new() -> Self {
        let kept = storage::read_bytes(Key::Firm).and_then(read);
        let data = Self { stage: RwSignal::new(kept.unwrap_or(Stage::Loading)) };
        spawn_local(data.load());
        data
    }

    /// The data; none while they load, or where they cannot be had. Tracked.
    #[must_use]
    pub fn get(self) -> Option<Arc<Firm>> {
        self.stage.with(Stage::firm)
    }

    /// The data now, untracked.
    #[must_use]
    pub fn get_untracked(self) -> Option<Arc<Firm>> {
        self.stage.with_untracked(Stage::firm)
    }

    /// The data as the server sent them. Tracked.
    #[must_use]
    pub fn bytes(self) -> Option<Arc<[u8]>> {
        self.stage.with(Stage::bytes)
    }

    /// There are no data, and the last attempt to load them failed.
    #[must_use]
    pub fn failed(self) -> Signal<bool> {
        Signal::derive(move || self.stage.with(|stage| matches!(stage, Stage::Failed)))
    }

    /// Asks the server again.
    pub fn retry(self) {
        self.stage.update(|stage| {
            if matches!(stage, Stage::Failed) {
                *stage = Stage::Loading;
            }
        });
        spawn_local(self.load());
    }

    async fn load(self) {
        match api::firm().await.ok().and_then(read) {
            Some(news) => {
                self.stage.maybe_update(|stage| stage.take(news));
            }
            // Data that this version cannot read are as good as none: older ones may still stand.
            None => {
                self.stage.maybe_update(Stage::fail);
            }
        }
    }
}

impl Default for FirmData {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    fn firm(&self) -> Option<Arc<Firm>> {
        match self {
            Self::Ready(firm, _) => Some(Arc::clone(firm)),
            Self::Loading | Self::Failed => None,
        }
    }

    /// Takes newer data, and keeps them on the device; says whether anything changed.
    fn take(&mut self, news: Self) -> bool {
        let (before, now) = (self.bytes(), news.bytes());
        let changed = before != now;
        if changed {
            // Without room for it there is only no start without network.
            storage::write_bytes(Key::Firm, now.as_deref().unwrap_or_default()).unwrap_or_default();
            *self = news;
        }
        changed
    }

    fn bytes(&self) -> Option<Arc<[u8]>> {
        match self {
            Self::Ready(_, bytes) => Some(Arc::clone(bytes)),
            Self::Loading | Self::Failed => None,
        }
    }

    /// Notes a failure; data that are there stay in use.
    fn fail(&mut self) -> bool {
        let loading = matches!(self, Self::Loading);
        if loading {
            *self = Self::Failed;
        }
        loading
    }
}

/// The data of some bytes, which the server has checked; none where they are not what this
/// version knows.
fn read(bytes: Vec<u8>) -> Option<Stage> {
    let document: FirmDocument = bytes::open(&bytes)?;
    Some(Stage::Ready(Arc::new(Firm::checked_by_server(document)), bytes.into()))
}
