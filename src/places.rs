//! The places of the bars, and the rooms of each: the one list to extend.

use crate::components::nav_bar::{Place, Room};
use crate::routes::Route;
use crate::words::{self, Lang};

/// A place as it is entered here: its name, its drawing (the path of a 24 × 24 picture in lines),
/// and its pages. The first page is where it leads; a place of one page has no rooms.
struct Entry {
    name: fn(Lang) -> &'static str,
    icon: &'static str,
    pages: Vec<Route>,
}

/// Every place, in the order of the bars. Five fit on the narrowest phone: whoever works at the firm
/// has the desk where others have their meetings.
fn entries(staff: bool) -> Vec<Entry> {
    let meet = if staff { Route::Desk } else { Route::Meetings };
    vec![
        Entry { name: words::app::home, icon: "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9", pages: vec![Route::Home] },
        Entry {
            name: words::app::plan,
            icon: "M4 17c4 0 5-9 9-9 3 0 3.500 4 7 4M4 20h16",
            pages: vec![
                Route::Retirement,
                Route::Goals,
                Route::Allocation,
                Route::Profile,
                Route::Products,
                Route::Fees,
                Route::Report,
                Route::Discover(String::new()),
            ],
        },
        Entry {
            name: words::app::learn,
            icon: "M12 6.500C9.500 5 6.500 5 4 6v12.500c2.500-1 5.500-1 8 .5 2.500-1.500 5.500-1.500 8-.5V6c-2.500-1-5.500-1-8 .5ZM12 6.500V19",
            pages: vec![Route::Learn, Route::Glossary, Route::Talks],
        },
        Entry {
            name: if staff { words::app::desk } else { words::app::meetings },
            icon: "M5 6.500h14v13H5zM5 10.500h14M9 4v4M15 4v4",
            pages: vec![meet],
        },
        Entry {
            name: words::app::me,
            icon: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.5-4 3.500-6 7-6s6.500 2 7 6",
            pages: vec![Route::Account],
        },
    ]
}

/// The places, with the one in sight marked, for whoever works at the firm or for anybody else.
#[must_use]
pub fn places(lang: Lang, here: &Route, staff: bool) -> Vec<Place> {
    let here = &here.under();
    let place = |Entry { name, icon, pages }: Entry| Place {
        path: pages.first().map(Route::path).unwrap_or_default(),
        name: name(lang),
        icon,
        here: pages.iter().any(|page| page.same_place(here)),
        rooms: if pages.len() > 1 { rooms(lang, here, &pages) } else { Vec::new() },
    };
    entries(staff).into_iter().map(place).collect()
}

/// The place in sight, if it has several rooms. The questions keep a phone's screen to themselves.
#[must_use]
pub fn rooms_here(lang: Lang, here: &Route) -> Option<Place> {
    let asking = matches!(here, Route::Discover(_));
    // The place of meetings has no rooms, whoever looks.
    places(lang, here, false).into_iter().find(|place| place.here && !place.rooms.is_empty() && !asking)
}

fn rooms(lang: Lang, here: &Route, pages: &[Route]) -> Vec<Room> {
    let room = |page: &Route| Room {
        path: page.path(),
        name: if *page == Route::Learn { words::app::articles(lang) } else { page.title(lang) },
        here: page.same_place(here),
    };
    pages.iter().map(room).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_lies_in_one_place_and_one_room() {
        let places = places(Lang::En, &Route::Allocation, false);

        let here: Vec<_> = places.iter().filter(|place| place.here).collect();
        assert_eq!(here.len(), 1);
        assert_eq!(here[0].rooms.iter().filter(|room| room.here).count(), 1);
    }

    #[test]
    fn five_places_fit_on_a_phone() {
        assert!([false, true].into_iter().all(|staff| entries(staff).len() <= 5));
    }

    #[test]
    fn a_question_has_the_screen_to_itself() {
        assert!(rooms_here(Lang::Zh, &Route::Retirement).is_some());
        assert_eq!(rooms_here(Lang::Zh, &Route::Discover("saving".to_owned())), None);
        assert_eq!(rooms_here(Lang::Zh, &Route::Home), None);
    }

    #[test]
    fn an_article_stands_under_the_articles() {
        let place = rooms_here(Lang::En, &Route::Article("the-reserve".to_owned())).unwrap();

        assert!(place.rooms.iter().any(|room| room.path == "/learn" && room.here));
    }
}
