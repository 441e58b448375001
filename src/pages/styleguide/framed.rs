//! What stands around every page.

use leptos::prelude::*;

use super::Shelf;
use crate::components::erase_dialog::erase_dialog;
use crate::components::menu::menu;
use crate::components::nav_bar::{Place, Room, nav_bar};
use crate::components::room_tabs::room_tabs;
use crate::node::{Node, el};
use crate::words::Lang;
use crate::words::styleguide::{SENTENCE, WORD};

/// A house, in lines.
const ICON: &str = "M4 11 12 4l8 7v9h-5v-6h-6v6H4Z";

pub(super) fn shelves(lang: Lang) -> Vec<Shelf> {
    let places = [(true, vec![]), (true, rooms()), (false, vec![])];
    let places = places.map(|(here, rooms)| Place {
        path: "/styleguide".to_owned(),
        name: WORD,
        icon: ICON,
        here,
        rooms,
    });
    vec![
        Shelf("menu", vec![menu(WORD, sheet)]),
        Shelf("erase_dialog", vec![erase_dialog(lang, Callback::new(|()| {})).into()]),
        Shelf("nav_bar", vec![nav_bar(WORD, places.into()).into()]),
        Shelf("room_tabs", vec![room_tabs(WORD, rooms()).into()]),
    ]
}

fn rooms() -> Vec<Room> {
    [false, true, false].map(|here| Room { path: "/styleguide".to_owned(), name: WORD, here }).into()
}

fn sheet() -> Node {
    let line = el("button", "menu__line").attr("type", "button").text(WORD);
    let link = el("a", "menu__line").attr("href", "/styleguide").text(WORD);
    let parts = el("div", "menu__parts").with(line).with(link);
    parts.with(el("p", "menu__note").text(SENTENCE)).into()
}
