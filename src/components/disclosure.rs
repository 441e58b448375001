//! Something folded away until it is asked for.

use leptos::prelude::*;
use web_sys::Element;

use crate::node::{Node, Text, el, kept};

/// A line that unfolds; the key is its own among its siblings. What is inside is made only when it
/// is first opened: long tables cost nothing while a lever is dragged.
#[must_use]
pub fn disclosure(key: &'static str, title: impl Into<Text>, body: impl Fn() -> Node + 'static) -> Node {
    let title = title.into();
    kept(
        key,
        || RwSignal::new(false),
        move |open| {
            el("details", "disclosure")
                // The summary of a details element opens it on its own; this only follows.
                .on("toggle", move |event| open.set(event_target::<Element>(&event).has_attribute("open")))
                .with(el("summary", "disclosure__title").text(title.clone()))
                .with(el("div", "disclosure__body").with(open.get().then(&body)))
                .into()
        },
    )
}
