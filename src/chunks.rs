//! Pages that are fetched when they are needed, in chunks of what is wanted together.
//!
//! The release build divides the program at the functions of the table (feature `split`): a chunk
//! is what only its pages use. Without the feature all of it is there, and the same code runs.

use std::fmt;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::node::{Node, nothing};
use crate::pages::locked::{page_missing, skeleton};
use crate::pages::planned::once_planned;
use crate::pages::{
    account, allocation, dashboard, desk, fees, goals, learn, meetings, present, products, profile, report,
    retirement, settings, sync, verify,
};
use crate::words::{self, Lang};

/// Makes a page.
type Page = fn(Lang) -> Node;

/// Makes the page of a place; every page of a chunk comes out of one such function.
type Show = fn(place: &str, lang: Lang) -> Node;

/// What becomes of fetching a chunk.
type Fetched = Pin<Box<dyn Future<Output = Result<Show, Unfetched>>>>;

/// The chunk could not be fetched: no network, or a server that has another build.
#[derive(Clone, Copy, Debug)]
struct Unfetched;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unfetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A chunk: the places of its pages, as [`crate::routes::Route::place`] has them, and its fetching.
struct Chunk {
    places: &'static [&'static str],
    fetch: fn() -> Fetched,
}

macro_rules! chunks {
    ($($chunk:ident { $($place:literal => $page:expr,)+ })+) => {
        const CHUNKS: [Chunk; [$(stringify!($chunk)),+].len()] =
            [$(Chunk { places: &[$($place),+], fetch: || Box::pin($chunk()) }),+];

        $(
            #[cfg(feature = "split")]
            #[wasm_split_helpers::wasm_split($chunk, fallible)]
            fn $chunk() -> Result<Show, Unfetched> {
                Ok(show!($($place => $page,)+))
            }

            #[cfg(not(feature = "split"))]
            fn $chunk() -> std::future::Ready<Result<Show, Unfetched>> {
                std::future::ready(Ok(show!($($place => $page,)+)))
            }
        )+
    };
}

macro_rules! show {
    ($($place:literal => $page:expr,)+) => {
        |place, lang| {
            let page: Page = match place {
                $($place => $page,)+
                _ => return nothing(),
            };
            page(lang)
        }
    };
}

// Chunk by chunk, the places and their pages. Few chunks: what any two of them share is a part of its
// own, so that each one more could double the number of parts.
chunks! {
    plan {
        "home" => |_| once_planned(dashboard::page),
        "profile" => |_| once_planned(profile::page),
        "allocation" => |_| once_planned(allocation::page),
        "retirement" => |_| once_planned(retirement::page),
        "report" => |_| once_planned(report::page),
        "verify" => verify::page,
        "present" => |_| once_planned(present::page),
        "goals" => |_| once_planned(goals::page),
    }
    shelf {
        "products" => |_| once_planned(products::page),
        "fees" => fees::page,
    }
    library {
        "learn" => learn::page,
        "article" => learn::article::page,
        "glossary" => learn::glossary::page,
        "talks" => learn::talks::page,
    }
    me {
        "account" => account::page,
        "confirm" => account::confirm,
        "reset" => account::reset,
        "settings" => settings::page,
    }
    office {
        "meetings" => meetings::page,
        "desk" => desk::page,
    }
    // No page: the part of the frame for whoever is signed in.
    sync {
        "sync" => sync::part,
    }
}

/// The chunks as far as they have come.
#[derive(Clone, Copy)]
pub struct Chunks([RwSignal<Stage>; CHUNKS.len()]);

#[derive(Clone, Copy)]
enum Stage {
    Away,
    Coming,
    There(Show),
    Missed,
}

impl Chunks {
    /// None is there yet.
    #[must_use]
    pub fn new() -> Self {
        Self(CHUNKS.map(|_| RwSignal::new(Stage::Away)))
    }

    /// The page of a place, or what stands in its stead until its chunk is there; none where the
    /// place is in no chunk. Tracked.
    #[must_use]
    pub fn page(self, place: &'static str, lang: Lang) -> Option<Node> {
        let (chunk, stage) = self.find(place)?;
        Some(match stage.get() {
            Stage::There(show) => show(place, lang),
            Stage::Missed => page_missing(lang, move || fetch(chunk, stage, Stage::Missed)),
            Stage::Away | Stage::Coming => {
                fetch(chunk, stage, Stage::Missed);
                skeleton(words::app::loading(lang))
            }
        })
    }

    /// A part of the frame that comes on demand; nothing until it is there, or where it cannot be
    /// fetched. Tracked.
    #[must_use]
    pub fn part(self, place: &'static str, lang: Lang) -> Node {
        let Some((chunk, stage)) = self.find(place) else { return nothing() };
        match stage.get() {
            Stage::There(show) => return show(place, lang),
            Stage::Away => fetch(chunk, stage, Stage::Missed),
            Stage::Coming | Stage::Missed => {}
        }
        nothing()
    }

    /// Fetches the chunk of a place before anybody asks for it. Where that fails, nobody hears of it.
    pub fn fetch_ahead(self, place: &str) {
        if let Some((chunk, stage)) = self.find(place) {
            fetch(chunk, stage, Stage::Away);
        }
    }

    fn find(self, place: &str) -> Option<(&'static Chunk, RwSignal<Stage>)> {
        CHUNKS.iter().zip(self.0).find(|(chunk, _)| chunk.places.contains(&place))
    }
}

/// Fetches a chunk, unless it is there or on its way; `otherwise` is where a failure leaves it.
fn fetch(chunk: &'static Chunk, stage: RwSignal<Stage>, otherwise: Stage) {
    let before = stage.get_untracked();
    if matches!(before, Stage::Coming | Stage::There(_)) {
        return;
    }
    // A page that waits for it looks the same before and after.
    stage.maybe_update(|stage| {
        *stage = Stage::Coming;
        matches!(before, Stage::Missed)
    });
    spawn_local(async move {
        stage.set((chunk.fetch)().await.map_or(otherwise, Stage::There));
    });
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Route;

    #[test]
    fn every_place_of_a_chunk_has_an_address_and_one_chunk() {
        let mut places: Vec<&str> = CHUNKS.iter().flat_map(|chunk| chunk.places).copied().collect();
        // The part of the frame is in no address.
        places.retain(|place| *place != "sync");
        for place in &places {
            let address = match *place {
                "article" => "/learn/reading-the-zones".to_owned(),
                "glossary" | "talks" => format!("/learn/{place}"),
                "confirm" | "reset" => format!("/account/{place}"),
                "home" => "/".to_owned(),
                _ => format!("/{place}"),
            };
            assert_eq!(Route::of(&address).place(), *place);
        }
        places.sort_unstable();
        assert!(places.is_sorted_by(|one, other| one < other), "{places:?}");
    }
}
