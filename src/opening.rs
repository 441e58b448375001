//! What stands on the page until the app is there, made of what the app itself will show.
//!
//! `opening/page.html` is [`html`], kept by a test; `opening/page.js` chooses from it by address and
//! language. For whoever is here for the first time that is the page as it will be; for others, its room.

use crate::components::nav_bar::nav_bar;
use crate::components::room_tabs::room_tabs;
use crate::node::{self, El, Node, el};
use crate::pages::{discover, home, learn, locked};
use crate::places;
use crate::routes::Route;
use crate::words::{self, Lang};

/// The templates: `opening-LANG` is the frame with the room of a page, `opening-LANG-PLACE` a page.
#[must_use]
pub fn html() -> String {
    Lang::ALL.into_iter().flat_map(of_language).map(|template| node::html(template) + "\n").collect()
}

fn of_language(lang: Lang) -> [El; 5] {
    [
        template(lang, "", frame(lang)),
        page(lang, "-home", &Route::Home, home::newcomer(lang, home::USUAL_MINUTES)),
        page(lang, "-discover", &Route::Discover(String::new()), discover::first(lang)),
        page(lang, "-learn", &Route::Learn, shelf(lang)),
        page(lang, "-plan", &Route::Retirement, locked::nothing_answered(lang)),
    ]
}

/// A page under the rooms of its place, with its name for the bar.
fn page(lang: Lang, place: &str, route: &Route, part: Node) -> El {
    let rooms = places::rooms_here(lang, route).map(|place| room_tabs(place.name, place.rooms));
    template(lang, place, rooms.into()).with(part).attr("data-name", route.title(lang))
}

fn template(lang: Lang, place: &str, part: Node) -> El {
    let lang = lang.pick("zh", "en");
    el("template", "").attr("id", format!("opening-{lang}{place}")).with(part)
}

/// The bars around every page, and the room of one. Buttons come with the app.
fn frame(lang: Lang) -> Node {
    let top = el("header", "top-bar")
        .with(el("a", "top-bar__name").attr("href", Route::Home.path()).text(words::app::product(lang)))
        .with(el("p", "top-bar__place").text(words::app::product(lang)));
    el("div", "opening")
        .with(
            el("div", "frame")
                .with(top)
                .with(nav_bar(words::app::places(lang), places::places(lang, &Route::NotFound, false)))
                .with(el("main", "frame__main").with(locked::skeleton(words::app::loading(lang)))),
        )
        .into()
}

/// The head of the library; its articles come with the app.
fn shelf(lang: Lang) -> Node {
    let room = el("span", "skeleton skeleton--figure");
    el("div", "page learn").with(learn::head(lang)).with(room).into()
}
