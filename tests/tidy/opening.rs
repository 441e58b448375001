//! What stands on the page until the app is there is what the app then shows.

use std::fs;
use std::path::Path;

use evergreen::opening;
use evergreen::routes::Route;
use evergreen::state::appearance::{MARKET, THEME, TYPE};
use evergreen::storage::Key;

use crate::tree::file;

#[test]
fn the_opening_is_made_of_the_pages_themselves() {
    let now = opening::html();
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opening.html");
    fs::write(&made, &now).unwrap();

    let same = file("opening/page.html").text == now;

    assert!(same, "a first page has changed: copy {} to opening/page.html", made.display());
}

#[test]
fn the_opening_knows_which_pages_stand_on_the_plan() {
    let script = file("opening/page.js").text;
    let list = script.split_once("const PLAN = [").unwrap().1.split_once("];").unwrap().0;
    let listed: Vec<&str> = list.split(", ").map(|path| path.trim_matches('\'')).collect();

    let pages = [
        Route::Allocation,
        Route::Goals,
        Route::Present,
        Route::Products,
        Route::Profile,
        Route::Report,
        Route::Retirement,
        Route::Fees,
        Route::Verify,
        Route::Settings,
        Route::Account,
        Route::Meetings,
        Route::Desk,
        Route::Learn,
        Route::Home,
    ];
    let stand: Vec<String> = pages.iter().filter(|page| page.stands_on_plan()).map(Route::path).collect();
    assert_eq!(listed, stand);
}

#[test]
fn the_opening_looks_as_the_app_was_told_to_look() {
    let script = file("opening/page.js").text;
    let list = script.split_once("const LOOK = { ").unwrap().1.split_once(" };").unwrap().0.replace('\'', "");

    // The first value of a choice is the way the app comes.
    let chosen = [TYPE, THEME, MARKET].into_iter().flat_map(|choice| {
        let name = choice.attribute.strip_prefix("data-").unwrap();
        choice.values.iter().skip(1).map(move |value| format!("{value}: {name}"))
    });
    let known: Vec<String> = chosen.collect();
    assert_eq!(list.split(", ").collect::<Vec<_>>(), known);
}

#[test]
fn the_opening_reads_what_the_app_keeps() {
    let script = file("opening/page.js").text;
    for key in [Key::Draft, Key::Language, Key::SignedIn, Key::Appearance] {
        let name = key.name().strip_prefix("evergreen.").unwrap();
        assert!(script.contains(&format!("kept('{name}')")), "{name}");
    }
}
