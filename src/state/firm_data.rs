//! The firm's data: policy, assumptions and questionnaires.

use std::sync::Arc;

use leptos::prelude::*;
use planner::bytes;
use planner::firm::{Firm, FirmDocument};

use super::sent::{Content, Kind, Sent};
use crate::api::Document;
use crate::storage::Key;

/// The firm's data as far as they have come.
#[derive(Clone, Copy, Debug)]
pub struct FirmData(Sent);

impl FirmData {
    /// Starts from what is kept on this device, and asks the server for what is in force.
    #[must_use]
    pub fn new() -> Self {
        let sent = Sent::new(Kind { document: Document::Firm, key: Key::Firm, read });
        sent.ask();
        Self(sent)
    }

    /// The data; none while they load, or where they cannot be had. Tracked.
    #[must_use]
    pub fn get(self) -> Option<Arc<Firm>> {
        self.0.get()
    }

    /// The data as the server sent them. Tracked.
    #[must_use]
    pub fn bytes(self) -> Option<Arc<[u8]>> {
        self.0.bytes()
    }

    /// There are no data, and the last attempt to load them failed.
    #[must_use]
    pub fn failed(self) -> Signal<bool> {
        Signal::derive(move || self.0.failed())
    }

    /// Asks the server again.
    pub fn retry(self) {
        self.0.retry();
    }
}

impl Default for FirmData {
    fn default() -> Self {
        Self::new()
    }
}

fn read(bytes: &[u8]) -> Option<Content> {
    let document: FirmDocument = bytes::open(bytes)?;
    Some(Arc::new(Firm::checked_by_server(document)))
}
