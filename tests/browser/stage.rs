//! A blank page for one component, and hands to touch it with.

use std::cell::RefCell;
use std::rc::Rc;

use evergreen::node::{self, Mounted, Node, live};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Render;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// A component on a page of its own; it leaves the page when it is dropped.
pub(crate) struct Stage {
    root: HtmlElement,
    _mounted: Mounted,
    _owner: UnmountHandle<<() as Render>::State>,
}

impl Stage {
    /// Shows what a function of signals makes, again whenever one that it read has changed.
    pub(crate) fn of(make: impl Fn() -> Node + 'static) -> Self {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = Rc::new(RefCell::new(None));
        let owner = {
            let (root, mounted) = (root.clone(), Rc::clone(&mounted));
            mount_to(root.clone(), move || *mounted.borrow_mut() = Some(node::mount(&root, live(make))))
        };
        let mounted = mounted.borrow_mut().take().unwrap();
        Self { root, _mounted: mounted, _owner: owner }
    }

    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into()
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|idx| found.item(idx).unwrap().unchecked_into()).collect()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    pub(crate) fn input(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Types into a box, as the browser reports it.
pub(crate) fn type_into(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    send(input, "input");
}

/// An event that bubbles.
pub(crate) fn send(target: &HtmlElement, name: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(name, &options).unwrap()).unwrap();
}

/// A key pressed on an element.
pub(crate) fn press(target: &HtmlElement, key: &str) {
    let options = KeyboardEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// Waits until what follows from a change has been drawn.
pub(crate) async fn settled() {
    leptos::task::tick().await;
    leptos::task::tick().await;
}
