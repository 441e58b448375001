//! `/discover/:step`: the questions, one a screen on a phone, a few on a desk.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use planner::firm::{Firm, Region};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::clock;
use crate::components::progress_line::ProgressLine;
use crate::routes::Route;
use crate::state::draft::Draft;
use crate::state::language::Language;
use crate::state::steps::{self, Section, Step};
use crate::words::{self, Lang};

use asking::{Asking, Reading};
use walk::Walk;

mod asking;
mod choices;
mod household;
mod money;
mod question;
mod review;
mod walk;

/// Width from which a few questions stand together.
const WIDE: &str = "(min-width: 900px)";

/// Time between a tap on the only answer and the next question: long enough to see what was
/// chosen.
const AFTER_TAP: Duration = Duration::from_millis(260);

/// What is wrong on the screen, first of all what can take the focus.
const FAULTS: &str = "[aria-invalid=true] input, input[aria-invalid=true], select[aria-invalid=true]";

/// `/discover/:step`: the questions, one a screen on a phone, a few on a desk.
#[component]
pub fn DiscoverPage(
    /// The firm's data.
    firm: Arc<Firm>,
) -> impl IntoView {
    let draft = expect_context::<Draft>();
    let lang = expect_context::<Language>().signal();
    let wide = wide();
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("step").unwrap_or_default()));
    let walk = Walk::new(draft, StoredValue::new(firm), slug, wide);
    lead_to_a_question(walk, slug);
    focus_the_question(walk, slug);

    let navigate = use_navigate();
    let go = Callback::new(move |step: String| {
        draft.set_place(&step);
        navigate(&Route::Discover(step).path(), NavigateOptions::default());
    });
    let next = Callback::new(move |()| {
        if untrack(|| walk.has_problems()) {
            walk.note_try();
            focus_later(FAULTS);
        } else if let Some(next) = untrack(|| walk.neighbour(1)) {
            go.run(next);
        }
    });
    let asking = Asking {
        draft,
        firm: walk.firm,
        lang,
        region: Signal::derive(move || draft.form().with(|form| form.region.unwrap_or(Region::China))),
        tried: walk.tried.into(),
        wide,
        tapped: Callback::new(move |()| go_on_after_tap(walk, wide, next)),
        numbered: Callback::new(|()| focus_next_question()),
        reading: reading(walk),
    };
    view! {
        <form
            class="discover"
            class=("discover--wide", wide)
            novalidate
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                next.run(());
            }
            on:keydown=move |event| {
                if goes_on(&event) {
                    event.prevent_default();
                    next.run(());
                }
            }
        >
            {head(walk, lang, wide)}
            <div class="discover__questions">
                <For
                    each=move || walk.screen.get()
                    key=Step::slug
                    children=move |step| question::view(asking, step)
                />
            </div>
            {ways(walk, lang, go)}
        </form>
    }
}

/// How far along, and the stretch: the page's heading where several questions stand under it.
fn head(walk: Walk, lang: Signal<Lang>, wide: Signal<bool>) -> AnyView {
    let section = move || walk.section().map(|section| words::discover::section(lang.get(), section));
    view! {
        <header class="discover__head">
            <ProgressLine
                sentence=Signal::derive(move || walk.progress(lang.get()))
                stretches=Signal::derive(move || walk.stretches())
            />
            {move || {
                if wide.get() {
                    view! { <h1 class="discover__section">{section}</h1> }.into_any()
                } else {
                    view! { <p class="discover__section">{section}</p> }.into_any()
                }
            }}
        </header>
    }
    .into_any()
}

/// The ways back and on. What the keyboard does stands under them.
fn ways(walk: Walk, lang: Signal<Lang>, go: Callback<String>) -> AnyView {
    let text = move |words: fn(Lang) -> &'static str| move || words(lang.get());
    let quiet_link = move |path: String, words: fn(Lang) -> &'static str| {
        view! { <a class="button button--quiet" href=path>{text(words)}</a> }
    };
    let back = move || {
        let before = walk.neighbour(-1);
        before.map(|step| quiet_link(Route::Discover(step).path(), words::discover::back))
    };
    let to_plan = move || {
        let offered = walk.rest_is_optional();
        offered.then(|| quiet_link(Route::Retirement.path(), words::discover::to_plan))
    };
    let later = move || {
        let after = if walk.tried.get() && walk.has_problems() { walk.neighbour(1) } else { None };
        after.map(|step| {
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| go.run(step.clone())>
                    {text(words::discover::later)}
                </button>
            }
        })
    };
    let on = move || {
        let word = if walk.skippable() { words::discover::skip } else { words::discover::next };
        word(lang.get())
    };
    let last = Memo::new(move |_| walk.section() == Some(Section::Review));
    view! {
        <footer class="discover__ways">
            {back}
            <span class="discover__room"></span>
            {to_plan}
            {later}
            {move || (!last.get()).then(|| view! {
                <button type="submit" class="button button--primary discover__next">{on}</button>
            })}
        </footer>
        {move || (!last.get()).then(|| view! {
            <p class="discover__keys" aria-hidden="true">{text(words::discover::keys)}</p>
        })}
    }
    .into_any()
}

/// Goes on by itself once a finger has given the only answer on the screen.
fn go_on_after_tap(walk: Walk, wide: Signal<bool>, next: Callback<()>) {
    let before = walk.screen.get_untracked();
    if wide.get_untracked() || before.len() != 1 {
        return;
    }
    let go_on = move || {
        let still_here = walk.screen.try_get_untracked() == Some(before);
        if still_here && !untrack(|| walk.has_problems()) {
            next.run(());
        }
    };
    set_timeout(go_on, AFTER_TAP);
}

/// The clock of the screen in sight; it starts anew with every screen.
fn reading(walk: Walk) -> StoredValue<Reading> {
    let reading = StoredValue::new(Reading::default());
    Effect::new(move |_| {
        if walk.screen.with(|screen| !screen.is_empty()) {
            reading.set_value(Reading { since_ms: clock::now_ms(), answered: 0 });
        }
    });
    reading
}

/// An address without a question leads to where the investor was, or to what is open.
fn lead_to_a_question(walk: Walk, slug: Memo<String>) {
    let navigate = use_navigate();
    Effect::new(move |_| {
        if walk.screen.with(|screen| !screen.is_empty()) {
            return;
        }
        let place = walk.draft.place().filter(|place| *place != slug.get());
        let open = || {
            let answers = walk.draft.answers().get_untracked();
            steps::next_open(answers.as_ref().err().map_or(&[][..], Vec::as_slice)).slug()
        };
        let step = place.unwrap_or_else(open);
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate(&Route::Discover(step).path(), options);
    });
}

/// Those who hear the page, or walk it by keyboard, find themselves at the question.
fn focus_the_question(walk: Walk, slug: Memo<String>) {
    Effect::new(move |_| {
        let slug = slug.get();
        if walk.screen.with(|screen| !screen.is_empty()) {
            focus_later(&format!("[id='q-{slug}']"));
        }
    });
}

/// Hands the keys to the next question of the screen, if there is one.
fn focus_next_question() {
    let focused = document().active_element().and_then(|focused| focused.closest(".question").ok().flatten());
    let next = focused.and_then(|question| question.next_element_sibling());
    let title = next.and_then(|next| next.query_selector(".question__title").ok().flatten());
    if let Some(title) = title {
        focus_later(&format!("[id='{}']", title.id()));
    }
}

/// Focuses an element once the page is drawn.
fn focus_later(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Focus can only be refused by what is not on the page.
            element.focus().unwrap_or_default();
        }
    });
}

/// Enter goes on, wherever it has no meaning of its own.
fn goes_on(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let own = target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "TEXTAREA" | "BUTTON" | "A" | "SUMMARY" | "SELECT")
    });
    // A Chinese keyboard takes Enter while it composes.
    event.key() == "Enter" && !own && !event.is_composing()
}

/// Whether there is room for several questions.
fn wide() -> Signal<bool> {
    let fits = || window().match_media(WIDE).ok().flatten().is_some_and(|query| query.matches());
    let wide = RwSignal::new(fits());
    let listener = window_event_listener(ev::resize, move |_| {
        let now = fits();
        if now != wide.get_untracked() {
            wide.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    wide.into()
}
