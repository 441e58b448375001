//! A text whose marked words are explained: by pointing, by tapping, by keyboard.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::node::{El, Node, el, kept, live};

/// Tells the name of a word and its meaning, by its id; none while that loads.
pub type Meaning = Rc<dyn Fn(&str) -> Option<(String, String)>>;

/// The text of a page, made by our own server, in which `<button class="term" data-term="id">` marks
/// a word that is explained.
pub struct Glossed {
    /// The text; the key is its own among its siblings.
    pub key: String,
    /// The text as HTML.
    pub html: String,
    /// What a word means.
    pub meaning: Meaning,
    /// Where all words are explained, and the words of that link.
    pub all: (String, &'static str),
}

/// A word whose meaning is shown, and where.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    id: String,
    /// From the left edge of the text, in pixels.
    left: i32,
    /// From the upper edge of the text, in pixels.
    top: i32,
    by: By,
}

/// What shows a meaning: it goes when that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Pointer,
    Focus,
}

impl Glossed {
    /// Shows it.
    #[must_use]
    pub fn show(self) -> Node {
        let Self { key, html, meaning, all } = self;
        kept(
            key,
            || RwSignal::new(None),
            move |shown: RwSignal<Option<Shown>>| {
                let (meaning, all) = (Rc::clone(&meaning), all.clone());
                let note = live(move || {
                    let note = shown.get().and_then(|shown| Some(note(&shown, meaning(&shown.id)?, &all)));
                    el("div", "").attr("role", "status").with(note).into()
                });
                el("div", "glossed")
                    .on("mouseover", move |event| point(shown, &event))
                    .on("mouseleave", move |_| point_away(shown))
                    .on("focusin", move |event| arrive(shown, &event))
                    .on("focusout", move |event| leave(shown, &event))
                    .on("click", move |event| arrive(shown, &event))
                    .on("keydown", move |event| {
                        let key: &KeyboardEvent = event.unchecked_ref();
                        if key.key() == "Escape" {
                            set(shown, None);
                        }
                    })
                    .with(el("div", "glossed__text").markup(html.clone()))
                    .with(note)
                    .into()
            },
        )
    }
}

impl std::fmt::Debug for Glossed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Glossed").field("key", &self.key).finish_non_exhaustive()
    }
}

fn note(shown: &Shown, (name, meaning): (String, String), (path, all): &(String, &'static str)) -> El {
    let link = el("a", "term-note__all").attr("href", path.clone()).text(*all);
    el("div", "term-note")
        .attr("--left", format!("{}px", shown.left))
        .attr("--top", format!("{}px", shown.top))
        .with(el("p", "term-note__name").text(name))
        .with(el("p", "").text(meaning))
        .with(link)
}

/// The pointer is over something: a word shows its meaning, the meaning stays, all else hides what
/// the pointer had shown.
fn point(shown: RwSignal<Option<Shown>>, event: &Event) {
    let over = target(event);
    if let Some(term) = within(over.as_ref(), ".term") {
        set(shown, Some(place(&term, By::Pointer)));
    } else if within(over.as_ref(), ".term-note").is_none() {
        point_away(shown);
    }
}

/// The pointer is over nothing that is explained.
fn point_away(shown: RwSignal<Option<Shown>>) {
    if shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.by == By::Pointer)) {
        shown.set(None);
    }
}

/// The focus, a finger or a click has come to something.
fn arrive(shown: RwSignal<Option<Shown>>, event: &Event) {
    let at = target(event);
    if let Some(term) = within(at.as_ref(), ".term") {
        set(shown, Some(place(&term, By::Focus)));
    } else if within(at.as_ref(), ".term-note").is_none() {
        set(shown, None);
    }
}

/// The focus leaves; where it goes to the meaning, that stays.
fn leave(shown: RwSignal<Option<Shown>>, event: &Event) {
    let to = js_sys::Reflect::get(event, &"relatedTarget".into()).ok();
    let to = to.and_then(|to| to.dyn_into::<Element>().ok());
    if within(to.as_ref(), ".term-note").is_none() {
        set(shown, None);
    }
}

fn set(shown: RwSignal<Option<Shown>>, now: Option<Shown>) {
    if shown.with_untracked(|shown| *shown != now) {
        shown.set(now);
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn within(element: Option<&Element>, selector: &str) -> Option<Element> {
    element?.closest(selector).ok().flatten()
}

/// Right under a word. The text is what places are counted from.
fn place(term: &Element, by: By) -> Shown {
    let id = term.get_attribute("data-term").unwrap_or_default();
    let (left, top) = term
        .dyn_ref::<HtmlElement>()
        .map_or((0, 0), |term| (term.offset_left(), term.offset_top() + term.offset_height()));
    Shown { id, left, top, by }
}
