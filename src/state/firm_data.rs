//! The firm's data: policy, assumptions and questionnaires.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use planner::bytes;
use planner::firm::{Firm, FirmDocument};

use crate::api::{self, ApiError};
use crate::storage::{self, Key};

/// The firm's data as far as they have come.
#[derive(Clone, Copy, Debug)]
pub struct FirmData {
    stage: RwSignal<Stage>,
}

#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Loading,
    Ready(Arc<Firm>),
    Failed,
}

impl FirmData {
    /// Starts from what is kept on this device, and asks the server for what is in force.
    #[must_use]
    pub fn new() -> Self {
        let kept = storage::read_bytes(Key::Firm).and_then(|bytes| read(&bytes));
        let data = Self { stage: RwSignal::new(kept.map_or(Stage::Loading, Stage::Ready)) };
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

    /// There are no data, and the last attempt to load them failed.
    #[must_use]
    pub fn failed(self) -> Signal<bool> {
        Signal::derive(move || self.stage.with(|stage| *stage == Stage::Failed))
    }

    /// Asks the server again.
    pub fn retry(self) {
        self.stage.update(|stage| {
            if *stage == Stage::Failed {
                *stage = Stage::Loading;
            }
        });
        spawn_local(self.load());
    }

    async fn load(self) {
        let answer = api::firm().await;
        let firm = answer.as_ref().ok().and_then(|bytes| read(bytes));
        match (answer, firm) {
            (Ok(bytes), Some(firm)) => {
                // Without room for it there is only no start without network.
                storage::write_bytes(Key::Firm, &bytes).unwrap_or_default();
                self.stage.maybe_update(|stage| stage.take(firm));
            }
            // Data that this version cannot read are as good as none: older ones may still stand.
            (Ok(_) | Err(ApiError::Unreachable | ApiError::Refused(_)), _) => {
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
            Self::Ready(firm) => Some(Arc::clone(firm)),
            Self::Loading | Self::Failed => None,
        }
    }

    /// Takes newer data; says whether anything changed.
    fn take(&mut self, firm: Arc<Firm>) -> bool {
        let news = Self::Ready(firm);
        let changed = *self != news;
        if changed {
            *self = news;
        }
        changed
    }

    /// Notes a failure; data that are there stay in use.
    fn fail(&mut self) -> bool {
        let loading = *self == Self::Loading;
        if loading {
            *self = Self::Failed;
        }
        loading
    }
}

/// The checked data of some bytes; none where they are not what this version knows.
fn read(bytes: &[u8]) -> Option<Arc<Firm>> {
    let document: FirmDocument = bytes::decode(bytes)?;
    Firm::check(document).ok().map(Arc::new)
}
