//! A visit to the questions: where one is, what was tried there, and the ways on.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;

use super::walk::Walk;
use crate::clock;
use crate::pages::focus::{focus, focus_later};
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::firm_data::FirmData;
use crate::state::steps;

/// Width from which a few questions stand together.
const WIDE: &str = "(min-width: 900px)";

/// Time between a tap on the only answer and the next question: long enough to see what was
/// chosen.
const AFTER_TAP: Duration = Duration::from_millis(260);

/// What is wrong on the screen, first of all what can take the focus.
const FAULTS: &str = "[aria-invalid=true] input, input[aria-invalid=true], select[aria-invalid=true]";

/// What may come after the answers of a question: another question, or a field of the same one.
const NEXT: &str = ".question__title, .question input, .question select, .question textarea";

/// What is kept while the investor is among the questions.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Visit {
    /// The answers.
    pub(super) draft: Draft,
    firm: FirmData,
    /// The step of the address.
    slug: Memo<String>,
    wide: RwSignal<bool>,
    /// The screen they tried to leave in vain, by its name.
    tried_at: RwSignal<String>,
    reading: StoredValue<Reading>,
    navigate: Callback<(String, NavigateOptions)>,
}

/// How a screen is being read, to notice answers that were not.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    /// When the screen appeared, in milliseconds since the page was opened.
    since_ms: f64,
    /// Items answered on it.
    answered: u32,
}

impl Visit {
    /// Begins at the step of the address.
    pub(super) fn new() -> Self {
        let path = use_location().pathname;
        let navigate = use_navigate();
        let visit = Self {
            draft: expect_context::<Draft>(),
            firm: expect_context::<FirmData>(),
            slug: Memo::new(move |before: Option<&String>| match path.with(|path| Route::of(path)) {
                Route::Discover(slug) => slug,
                // The page of another address is on its way.
                _ => before.cloned().unwrap_or_default(),
            }),
            wide: room_for_several(),
            tried_at: RwSignal::new(String::new()),
            reading: StoredValue::new(Reading::default()),
            navigate: Callback::new(move |(step, options)| navigate(&Route::Discover(step).path(), options)),
        };
        visit.arrive_at_each_screen();
        visit
    }

    /// Where they are; none without the firm's data. Tracked, like all that is asked here.
    pub(super) fn walk(self) -> Option<Walk> {
        let firm = self.firm.get()?;
        Some(self.slug.with(|slug| Walk::new(self.draft.form().get(), firm, self.wide.get(), slug)))
    }

    /// Several questions stand together.
    pub(super) fn wide(self) -> bool {
        self.wide.get()
    }

    /// They tried to go on from the screen in sight, in vain.
    pub(super) fn tried(self, walk: &Walk) -> bool {
        let here = walk.name();
        !here.is_empty() && self.tried_at.with(|tried| *tried == here)
    }

    /// All that is needed is there.
    pub(super) fn complete(self) -> bool {
        self.draft.open().is_empty()
    }

    /// Goes on, or shows what is missing or absurd.
    pub(super) fn go_on(self) {
        let Some(walk) = self.walk() else { return };
        if walk.has_problems(self.draft) {
            self.tried_at.set(walk.name());
            focus_later(FAULTS);
        } else if let Some(next) = walk.neighbour(1) {
            self.go(next);
        }
    }

    /// Goes to a step, and remembers it for the next visit.
    pub(super) fn go(self, step: String) {
        self.draft.set_place(&step);
        self.navigate.run((step, NavigateOptions::default()));
    }

    /// Goes on by itself once a finger has given the only answer on the screen.
    pub(in crate::pages) fn go_on_after_tap(self) {
        let alone = self.walk().is_some_and(|walk| walk.screen().len() == 1);
        if !alone || self.wide.get() {
            return;
        }
        // The address follows a little later than the step that is remembered.
        let here = move || untrack(|| (self.slug.try_get(), self.draft.place()));
        let before = here();
        let go_on = move || {
            let ready = || self.walk().is_some_and(|walk| !walk.has_problems(self.draft));
            if here() == before && untrack(ready) {
                untrack(|| self.go_on());
            }
        };
        set_timeout(go_on, AFTER_TAP);
    }

    /// Whether the item that is being answered was answered too fast to be read.
    ///
    /// Several items of one screen may be read first and answered then: what counts is the time
    /// since the screen appeared, shared by the items answered on it.
    pub(in crate::pages) fn fast(self, least_seconds: f64) -> bool {
        self.reading.try_update_value(|reading| {
            reading.answered += 1;
            (clock::now_ms() - reading.since_ms) / 1000.0 / f64::from(reading.answered) < least_seconds
        }) == Some(true)
    }

    /// At each new screen its clock starts anew, and those who hear the page, or walk it by
    /// keyboard, find themselves at the question.
    fn arrive_at_each_screen(self) {
        let screen = Memo::new(move |_| self.walk().map(|walk| walk.name()));
        Effect::new(move |before: Option<Option<String>>| {
            let (slug, screen) = (self.slug.get(), screen.get());
            match screen.as_deref() {
                None => {}
                Some("") => untrack(|| self.lead_to_a_question(&slug)),
                Some(_) => {
                    if before.as_ref() != Some(&screen) {
                        self.reading.set_value(Reading { since_ms: clock::now_ms(), answered: 0 });
                    }
                    focus_later(&format!("[id='q-{slug}']"));
                }
            }
            screen
        });
    }

    /// An address without a question leads to where the investor was, or to what is open.
    fn lead_to_a_question(self, slug: &str) {
        let place = self.draft.place().filter(|place| place != slug);
        let open = || steps::next_open(&self.draft.open()).slug();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        self.navigate.run((place.unwrap_or_else(open), options));
    }
}

/// Hands the keys to what comes after the answers that have them: a field of the same question,
/// if the answer has opened one, or the next question of the screen.
pub(in crate::pages) fn focus_next_question() {
    let Some(answers) =
        document().active_element().and_then(|focused| focused.closest("fieldset").ok().flatten())
    else {
        return;
    };
    request_animation_frame(move || {
        let Ok(places) = document().query_selector_all(NEXT) else { return };
        let next = (0..places.length()).filter_map(|idx| places.item(idx)).find(|place| {
            let follows =
                answers.compare_document_position(place) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING;
            follows != 0 && !answers.contains(Some(place))
        });
        if let Some(next) = next {
            focus(next.unchecked_into());
        }
    });
}

/// Whether there is room for several questions.
fn room_for_several() -> RwSignal<bool> {
    let fits = || window().match_media(WIDE).ok().flatten().is_some_and(|query| query.matches());
    let wide = RwSignal::new(fits());
    let listener = window_event_listener(ev::resize, move |_| {
        let now = fits();
        if now != wide.get_untracked() {
            wide.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    wide
}
