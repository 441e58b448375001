//! The places of the app: at the bottom of a phone, at the left of a desk.

use crate::node::{El, el};

/// A place in the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub name: &'static str,
    /// Its picture: the path of a 24 × 24 drawing in lines.
    pub icon: &'static str,
    /// The page in sight is in it.
    pub here: bool,
    /// Its rooms; none where it is a single page.
    pub rooms: Vec<Room>,
}

/// A page of a place that has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub name: &'static str,
    /// It is the page in sight.
    pub here: bool,
}

/// Links to the places, under a name for those who hear the page. The rooms of a place stand under
/// it where there is room; on a phone `room_tabs` shows them.
pub fn nav_bar(name: &'static str, places: Vec<Place>) -> El {
    let list = el("ul", "nav-bar__places").attr("role", "list").with_all(places.into_iter().map(place));
    el("nav", "nav-bar").attr("aria-label", name).with(list)
}

fn place(Place { path, name, icon, here, rooms }: Place) -> El {
    let icon = el("svg", "nav-bar__icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(el("path", "").attr("d", icon));
    let current = here.then_some(if rooms.is_empty() { "page" } else { "true" });
    let link = el("a", "nav-bar__link").attr("href", path).attr_if("aria-current", current);
    let rooms = (!rooms.is_empty()).then(|| {
        el("ul", "nav-bar__rooms").attr("role", "list").with_all(rooms.into_iter().map(|room| {
            let current = room.here.then_some("page");
            let link = el("a", "nav-bar__room").attr("href", room.path).attr_if("aria-current", current);
            el("li", "").with(link.text(room.name))
        }))
    });
    el("li", "").with(link.with(icon).with(el("span", "").text(name))).with(rooms)
}
