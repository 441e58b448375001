//! How far somebody has read: followed while the page scrolls.

use leptos::ev;
use leptos::prelude::*;
use web_sys::Element;

use crate::state::current_plan::CurrentPlan;
use crate::state::reading::{Progress, Reading};
use crate::state::shared;

/// The id of the body that is read.
pub(super) const BODY: &str = "article-body";

/// Follows how far an article is read, for as long as it is visited.
#[derive(Clone, Copy)]
pub(super) struct Track {
    slug: StoredValue<String>,
    /// How far it had been read when it was opened.
    before: Progress,
}

impl Track {
    /// Follows the reader of an article.
    pub(super) fn open(slug: &str) -> Self {
        // The figures of an article may be the reader's own.
        expect_context::<CurrentPlan>().ask_life();
        let reading = shared(Reading::new);
        let track =
            Self { slug: StoredValue::new(slug.to_owned()), before: reading.progress_untracked(slug) };
        let scrolled = window_event_listener(ev::scroll, move |_| {
            if let Some(percent) = body().and_then(|body| percent_seen(&body)) {
                track.slug.with_value(|slug| reading.reach(slug, percent));
            }
        });
        on_cleanup(move || scrolled.remove());
        track
    }

    /// The name of the article.
    pub(super) fn slug(self) -> String {
        self.slug.get_value()
    }

    /// How far it had been read before, in percent, if it was begun and not finished.
    pub(super) const fn begun(self) -> Option<u8> {
        match self.before {
            Progress::Begun(percent) => Some(percent),
            Progress::New | Progress::Read => None,
        }
    }

    /// Scrolls to where the reader was.
    pub(super) fn go_on(self) {
        let (Some(percent), Some(body)) = (self.begun(), body()) else { return };
        let place = body.get_bounding_client_rect();
        let seen = place.height() * f64::from(percent) / 100.0;
        // What was last seen stands in the middle.
        let by = place.top() + seen - height_of_window() / 2.0;
        window().scroll_by_with_x_and_y(0.0, by);
    }
}

/// The share of a body above the lower edge of the window, in percent; none while it has no height.
fn percent_seen(body: &Element) -> Option<u8> {
    let place = body.get_bounding_client_rect();
    let share = (height_of_window() - place.top()) / place.height();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
    share.is_finite().then_some((share.clamp(0.0, 1.0) * 100.0) as u8)
}

fn height_of_window() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn body() -> Option<Element> {
    document().get_element_by_id(BODY)
}
