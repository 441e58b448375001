//! The rooms of a place, in a row over the page; on a desk they stand in the bar.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::components::nav_bar::Room;
use crate::node::{El, el};

/// Links to the rooms, under the name of their place. A row too long for the screen scrolls, and
/// begins with the room in sight in view.
pub fn room_tabs(name: &'static str, rooms: Vec<Room>) -> El {
    let tab = |Room { path, name, here }: Room| {
        let link =
            el("a", "room-tabs__link").attr("href", path).attr_if("aria-current", here.then_some("page"));
        let link = if here { link.made(bring_into_view) } else { link };
        el("li", "").with(link.text(name))
    };
    let list = el("ul", "room-tabs__rooms").attr("role", "list").with_all(rooms.into_iter().map(tab));
    el("nav", "room-tabs").attr("aria-label", name).with(list)
}

fn bring_into_view(link: Element) {
    // It has no place before it is on the page.
    request_animation_frame(move || {
        let row = link.closest(".room-tabs__rooms").ok().flatten();
        if let (Some(row), Some(link)) = (row, link.dyn_ref::<HtmlElement>()) {
            row.set_scroll_left(link.offset_left() - row.client_width() / 3);
        }
    });
}
