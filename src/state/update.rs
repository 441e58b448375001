//! A newer build of the app that waits until the person agrees; `offline/page.js` tells of it.

use leptos::prelude::*;
use web_sys::Event;

/// Whether a newer build waits.
#[derive(Clone, Copy, Debug)]
pub struct Update {
    waits: RwSignal<bool>,
}

impl Update {
    /// Hears of a newer build.
    #[must_use]
    pub fn new() -> Self {
        let root = document().document_element();
        let waits = RwSignal::new(root.is_some_and(|root| root.has_attribute("data-update")));
        let listener = window_event_listener_untyped("evergreen-update", move |_| waits.set(true));
        on_cleanup(move || listener.remove());
        Self { waits }
    }

    /// A newer build waits; tracked.
    #[must_use]
    pub fn waits(self) -> bool {
        self.waits.get()
    }

    /// The person agrees: the newer build takes over, and the page opens anew. What was typed is on
    /// the device.
    pub fn agree(self) {
        if let Ok(agreed) = Event::new("evergreen-agreed") {
            // Nobody stops this event.
            window().dispatch_event(&agreed).map(drop).unwrap_or_default();
        }
    }
}

impl Default for Update {
    fn default() -> Self {
        Self::new()
    }
}
