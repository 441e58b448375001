//! The firm's shelf: products, stress tests, fee facts, bands. Only some pages need it.

use std::sync::Arc;

use leptos::task::spawn_local;
use planner::bytes;
use planner::firm::shelf::{Shelf, ShelfDocument};

use super::sent::{Content, Kind, Sent};
use crate::api::Document;
use crate::storage::Key;

/// The firm's shelf as far as it has come.
#[derive(Clone, Copy, Debug)]
pub struct ShelfData(Sent);

impl ShelfData {
    /// Nothing yet: not before a page asks.
    #[must_use]
    pub fn new() -> Self {
        Self(Sent::new(Kind { document: Document::Shelf, key: Key::Shelf, read }))
    }

    /// Begins to load it, if nobody has asked before. Pages ask while they are made, when nothing
    /// may be written: it begins right after.
    pub fn ask(self) {
        spawn_local(async move { self.0.ask() });
    }

    /// The shelf; none while it loads, or where it cannot be had. Tracked.
    #[must_use]
    pub fn get(self) -> Option<Arc<Shelf>> {
        self.0.get()
    }

    /// There is no shelf, and the last attempt to load it failed. Tracked.
    #[must_use]
    pub fn failed(self) -> bool {
        self.0.failed()
    }

    /// Asks the server again.
    pub fn retry(self) {
        self.0.retry();
    }
}

impl Default for ShelfData {
    fn default() -> Self {
        Self::new()
    }
}

fn read(bytes: &[u8]) -> Option<Content> {
    let document: ShelfDocument = bytes::open(bytes)?;
    Some(Arc::new(Shelf::checked_by_server(document)))
}
