//! The only file that touches the browser's storage.
//!
//! Everything is text under a key of our own. Storage may be absent (a private window) or full:
//! reading then finds nothing, and writing says so.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Event, Storage};

/// What is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The answers.
    Draft,
    /// Answers that could not be read, as they were found.
    DraftAside,
    /// The chosen language.
    Language,
    /// The firm's data as last received, for a start without network.
    Firm,
    /// The scenarios.
    Scenarios,
    /// The answers of the newest plan that was made.
    SeenPlan,
    /// The answers of the plan that this visit is compared with.
    LastPlan,
    /// The firm's data that plan stood on.
    LastFirm,
    /// The firm's shelf as last received.
    Shelf,
    /// What was read, saved and signed up for.
    Reading,
    /// The address of the account that is signed in.
    SignedIn,
    /// The account's draft as this device last saw it.
    Synced,
    /// What was put aside when two devices had typed different things.
    Other,
    /// A request for a meeting that is being typed.
    Request,
    /// A request for a meeting that waits for the network.
    Waiting,
    /// What is written at the desk and not sent.
    Unsent,
    /// The day on which holdings were first seen out of range.
    OutOfRange,
    /// Size of type, theme, market colours.
    Appearance,
    /// The steps of the main job that were counted.
    Counted,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 19] = [
        Self::Draft,
        Self::DraftAside,
        Self::Language,
        Self::Firm,
        Self::Scenarios,
        Self::SeenPlan,
        Self::LastPlan,
        Self::LastFirm,
        Self::Shelf,
        Self::Reading,
        Self::SignedIn,
        Self::Synced,
        Self::Other,
        Self::Request,
        Self::Waiting,
        Self::Unsent,
        Self::OutOfRange,
        Self::Appearance,
        Self::Counted,
    ];

    /// The name in the browser's storage.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "evergreen.draft",
            Self::DraftAside => "evergreen.draft.aside",
            Self::Language => "evergreen.language",
            Self::Firm => "evergreen.firm",
            Self::Scenarios => "evergreen.scenarios",
            Self::SeenPlan => "evergreen.plan.seen",
            Self::LastPlan => "evergreen.plan.last",
            Self::LastFirm => "evergreen.plan.last.firm",
            Self::Shelf => "evergreen.shelf",
            Self::Reading => "evergreen.reading",
            Self::SignedIn => "evergreen.signed_in",
            Self::Synced => "evergreen.synced",
            Self::Other => "evergreen.other",
            Self::Request => "evergreen.meeting.request",
            Self::Waiting => "evergreen.meeting.waiting",
            Self::Unsent => "evergreen.desk.unsent",
            Self::OutOfRange => "evergreen.out_of_range",
            Self::Appearance => "evergreen.appearance",
            Self::Counted => "evergreen.counted",
        }
    }
}

/// Marks a visit, for as long as the window stays open.
const VISIT: &str = "evergreen.visit";

/// Amounts are hidden, for as long as the window stays open.
const HIDDEN: &str = "evergreen.hidden";

/// Storage took nothing: it is full, or the browser forbids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// What is kept under a key; none if nothing is, or nothing can be.
#[must_use]
pub fn read(key: Key) -> Option<String> {
    store()?.get_item(key.name()).ok().flatten()
}

/// Keeps a text, at once.
///
/// # Errors
///
/// [`NotKept`] where the browser refuses.
pub fn write(key: Key, text: &str) -> Result<(), NotKept> {
    store().and_then(|store| store.set_item(key.name(), text).ok()).ok_or(NotKept)
}

/// The bytes that are kept under a key.
#[must_use]
pub fn read_bytes(key: Key) -> Option<Vec<u8>> {
    read(key)?.chars().map(|letter| u8::try_from(letter).ok()).collect()
}

/// Keeps bytes, each as the letter of its number: storage takes text alone.
///
/// # Errors
///
/// [`NotKept`] where the browser refuses.
pub fn write_bytes(key: Key, bytes: &[u8]) -> Result<(), NotKept> {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    write(key, &text)
}

/// Forgets what is kept under a key.
pub fn remove(key: Key) {
    if let Some(store) = store() {
        // Removing cannot fail where the storage itself is there.
        store.remove_item(key.name()).unwrap_or_default();
    }
}

/// Keeps a text that came from elsewhere, or takes it away, and tells this window of it as the browser
/// tells the others: whoever follows what another window writes follows this too.
///
/// # Errors
///
/// [`NotKept`] where the browser refuses; this window is told nevertheless.
pub fn write_from_elsewhere(key: Key, text: Option<&str>) -> Result<(), NotKept> {
    let kept = text.map_or(Ok(()), |text| write(key, text));
    if text.is_none() {
        remove(key);
    }
    tell_this_window(key, text);
    kept
}

fn tell_this_window(key: Key, text: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    // An event of any class can be made, carry what it tells, and be sent.
    let Ok(event) = Event::new("storage") else { return };
    let text = text.map_or(JsValue::NULL, JsValue::from_str);
    for (name, value) in [("key", JsValue::from_str(key.name())), ("newValue", text)] {
        Reflect::set(&event, &name.into(), &value).map(drop).unwrap_or_default();
    }
    window.dispatch_event(&event).map(drop).unwrap_or_default();
}

/// True once in each visit: a reload goes on with the same one. Where nothing can be kept, every
/// start is a visit.
#[must_use]
pub fn begins_visit() -> bool {
    let Some(visit) = window_store() else { return true };
    let begins = visit.get_item(VISIT).ok().flatten().is_none();
    // A browser that refuses begins another visit with the next reload.
    visit.set_item(VISIT, "1").unwrap_or_default();
    begins
}

/// Whether this window hides amounts.
#[must_use]
pub fn hides_amounts() -> bool {
    window_store().is_some_and(|store| store.get_item(HIDDEN).ok().flatten().is_some())
}

/// Hides amounts in this window, or shows them again.
pub fn hide_amounts(hide: bool) {
    if let Some(store) = window_store() {
        let kept = if hide { store.set_item(HIDDEN, "1") } else { store.remove_item(HIDDEN) };
        // Where nothing is kept, a reload shows them again.
        kept.unwrap_or_default();
    }
}

fn window_store() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
