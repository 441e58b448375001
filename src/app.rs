//! The app: provides state, frames every screen, maps addresses to pages.

use std::time::Duration;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::chunks::Chunks;
use crate::components::erase_dialog::erase_dialog;
use crate::components::menu::menu;
use crate::components::nav_bar::nav_bar;
use crate::components::room_tabs::room_tabs;
use crate::components::update_note::update_note;
use crate::format::mask;
use crate::node::{self, El, Node, el, keyed, live, nothing};
use crate::pages::address::go_quietly;
use crate::pages::locked::{nothing_answered, skeleton};
use crate::pages::{discover, home, not_found};
use crate::places;
use crate::routes::Route;
use crate::state::Lasting;
use crate::state::belongings::Belongings;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::{Draft, Keeping};
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::state::last_plan::LastPlan;
use crate::state::life::Part;
use crate::state::session::Session;
use crate::state::sync::Sync;
use crate::state::update::Update;
use crate::state::{appearance, counted, privacy};
use crate::words::{self, Lang};

/// Puts the app in the page. What stood there until now gives way by itself (`opening/page.js`).
pub fn mount() {
    console_error_panic_hook::set_once();
    // What is mounted first sets up what runs effects; it shows nothing by itself.
    mount_to_body(|| {
        let owner = Owner::current().unwrap_or_default();
        in_turns(owner, &[firm_and_language, answers, visit, || mount_to_body(App)]);
    });
}

/// Does one thing after the other, each once the browser has had its turn: all of the start at once would
/// keep a phone from hearing a touch for a quarter of a second.
fn in_turns(owner: Owner, steps: &'static [fn()]) {
    let Some((step, rest)) = steps.split_first() else { return };
    set_timeout(
        move || {
            owner.with(step);
            in_turns(owner, rest);
        },
        Duration::ZERO,
    );
}

fn firm_and_language() {
    appearance::begin();
    privacy::begin();
    provide_context(Language::new());
    // Before the firm's data can change: it keeps those the last plan stood on.
    provide_context(LastPlan::new());
    provide_context(FirmData::new());
}

fn answers() {
    provide_context(Draft::new(expect_context()));
}

fn visit() {
    let session = Session::new();
    provide_context(session);
    provide_context(Sync::new(session));
    provide_context(Lasting::new());
    provide_context(fetching_ahead(expect_context()));
}

/// The app: shows the frame for as long as the document stands.
#[component]
pub fn App() -> impl IntoView {
    let show = || {
        // It asks where the investor is, so it stands within the router.
        let draft = expect_context::<Draft>();
        let current = CurrentPlan::new(draft, expect_context(), expect_context(), expect_context());
        provide_context(current);
        counted::begin(draft, current);
        in_turns(Owner::current().unwrap_or_default(), &[show_frame]);
    };
    view! { <Router>{show()}</Router> }
}

fn show_frame() {
    if let Some(body) = document().body() {
        std::mem::forget(node::mount(&body, frame()));
    }
}

/// The chunks. The one that the questions lead to comes ahead of need, once the first is answered.
fn fetching_ahead(draft: Draft) -> Chunks {
    let chunks = Chunks::new();
    let begun = Memo::new(move |_| !draft.untouched());
    Effect::new(move |_| {
        if begun.get() {
            set_timeout(move || chunks.fetch_ahead("retirement"), AHEAD);
        }
    });
    chunks
}

/// Time that a page has for itself, its worker and its drawing.
const AHEAD: Duration = Duration::from_secs(1);

/// The bars around every page. An element that takes no room holds them.
fn frame() -> Node {
    let language = expect_context::<Language>();
    let route = current_route();
    let update = Update::new();
    title_and_focus(language, route);
    let bars_stand = RwSignal::new(false);
    set_timeout(move || bars_stand.set(true), Duration::ZERO);
    el("div", "app")
        .with(live(move || skip_link(language.get()).into()))
        .with(live(move || {
            update.waits().then(|| update_note(language.get(), move || update.agree())).into()
        }))
        .with(
            el("div", "frame")
                .with(live(move || top_bar(language.get(), &route.get()).into()))
                .with(live(move || bar(language.get(), &route.get()).into()))
                .with(
                    el("main", "frame__main")
                        .attr("id", "main")
                        .attr("tabindex", "-1")
                        .with(live(move || rooms(language.get(), &route.get()).into()))
                        .with(live(move || notice(language.get())))
                        .with(live(move || of_account(language.get())))
                        .with(live(move || not_counted(language.get(), &route.get())))
                        .with(live(move || {
                            if bars_stand.get() {
                                return page(language, route);
                            }
                            skeleton(words::app::loading(language.get()))
                        })),
                )
                .with(live(move || foot(language.get()))),
        )
        .into()
}

/// The page of the address; it keeps what it keeps for as long as the place stays the same.
fn page(language: Language, route: Memo<Route>) -> Node {
    let place = route.with(Route::place);
    let chunks = expect_context::<Chunks>();
    let draft = expect_context::<Draft>();
    let needs_plan = Memo::new(move |_| route.with(Route::stands_on_plan));
    keyed(place, move || {
        let lang = language.get();
        match place {
            // Nothing to fetch for somebody who has not begun.
            _ if needs_plan.get() && draft.untouched() => nothing_answered(lang),
            "home" => home::page(lang),
            "discover" => discover::page(lang),
            _ => chunks.page(place, lang).unwrap_or_else(|| elsewhere(lang)),
        }
    })
}

#[cfg(not(debug_assertions))]
use not_found::page as elsewhere;

/// No page; in development builds, every component.
#[cfg(debug_assertions)]
fn elsewhere(lang: Lang) -> Node {
    let path = use_location().pathname.get_untracked();
    if path == "/styleguide" { crate::pages::styleguide::page(lang) } else { not_found::page(lang) }
}

fn skip_link(lang: Lang) -> El {
    el("a", "skip-link")
        .attr("href", "#main")
        .on("click", |event| {
            event.prevent_default();
            focus("#main");
        })
        .text(words::app::skip(lang))
}

fn top_bar(lang: Lang, route: &Route) -> El {
    el("header", "top-bar")
        .with(el("a", "top-bar__name").attr("href", "/").text(words::app::product(lang)))
        .with(el("p", "top-bar__place").text(route.title(lang)))
        .with(settings(lang))
}

/// The language, and what is kept on this device.
fn settings(lang: Lang) -> El {
    let language = expect_context::<Language>();
    let session = expect_context::<Session>();
    let belongings = Belongings::here();
    let go = go_quietly();
    let erase = Callback::new(move |()| {
        belongings.erase();
        go.run("/".to_owned());
    });
    let switch = el("button", "button button--quiet top-bar__language")
        .attr("type", "button")
        .attr("lang", lang.other().tag())
        .on_click(move || language.set(lang.other()))
        .text(lang.other().own_name());
    let sheet = move || {
        let line =
            |route: Route, name: &'static str| el("a", "menu__line").attr("href", route.path()).text(name);
        let hide = el("button", "menu__line")
            .attr("type", "button")
            .on_click(privacy::toggle)
            .text(words::app::hide_amounts(lang, mask::on()));
        let parts = el("div", "menu__parts")
            .with(hide)
            .with(line(Route::Present, words::app::present(lang)))
            .with(line(Route::Settings, words::app::appearance(lang)));
        // What is in the account is not erased from here.
        if session.account().is_some() {
            return parts
                .with(line(Route::Account, words::app::to_account(lang)))
                .with(el("p", "menu__note").text(words::app::goes_along(lang)))
                .into();
        }
        parts
            .with(el("p", "menu__note").text(words::app::stays_here(lang)))
            .with(erase_dialog(lang, erase))
            .into()
    };
    el("div", "top-bar__settings").with(switch).with(menu(words::app::settings(lang), sheet))
}

/// What the device could not keep or open.
fn notice(lang: Lang) -> Node {
    let said = match expect_context::<Draft>().keeping().get() {
        Keeping::Kept => None,
        Keeping::Refused => Some(words::app::not_kept(lang)),
        Keeping::Aside => Some(words::app::put_aside(lang)),
    };
    said.map(|said| el("p", "device-note").attr("role", "status").text(said)).into()
}

/// What has to be said to whoever is signed in. A guest fetches nothing of it.
fn of_account(lang: Lang) -> Node {
    if expect_context::<Session>().begun() {
        expect_context::<Chunks>().part("sync", lang)
    } else {
        nothing()
    }
}

/// On pages of money: what is not complete, and therefore not counted.
fn not_counted(lang: Lang, here: &Route) -> Node {
    let draft = expect_context::<Draft>();
    let incomplete = |part: &Part| !draft.left_out(*part).is_empty();
    let part = Part::ALL.into_iter().filter(|_| matches!(here, Route::Retirement | Route::Allocation));
    let note = part.into_iter().find(incomplete).map(|part| {
        let way = format!("{}?edit={}", Route::Goals.path(), part.name());
        el("p", "device-note")
            .attr("role", "status")
            .text(words::goals::some_not_counted(lang))
            .text(" ")
            .with(el("a", "").attr("href", way).text(words::goals::complete_it(lang)))
    });
    note.into()
}

/// Who the firm is, and what it discloses.
fn foot(lang: Lang) -> Node {
    let firm = expect_context::<FirmData>().get();
    let identity = firm.as_ref().map(|firm| &firm.identity);
    let name = identity.map(|identity| {
        let phone = el("span", "phrase").text(identity.phone.clone());
        el("p", "frame__firm").text(format!("{} · ", lang.of(&identity.name))).with(phone)
    });
    let disclosure = identity.map(|identity| lang.of(&identity.disclosure).to_owned());
    el("footer", "frame__foot")
        .with(name)
        .with(disclosure.map(|disclosure| el("p", "").text(disclosure)))
        .into()
}

/// The address in sight. The router enters a new one in the history once its page is made, which
/// it is as soon as the address is known.
fn current_route() -> Memo<Route> {
    let path = use_location().pathname;
    let browser = use_context::<BrowserUrl>().map(StoredValue::new_local);
    Effect::new(move |_| {
        path.track();
        if let Some(browser) = browser {
            browser.with_value(LocationProvider::ready_to_complete);
        }
    });
    Memo::new(move |_| path.with(|path| Route::of(path)))
}

/// The window's title says where one is, and a new page is read from its heading.
fn title_and_focus(language: Language, route: Memo<Route>) {
    Effect::new(move |_| {
        let lang = language.get();
        let place = route.with(|route| route.title(lang));
        document().set_title(&format!("{place} · {}", words::app::product(lang)));
    });
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        // The questions find their own focus, and the first page of a visit keeps the browser's.
        if before.is_some_and(|before| !before.same_place(&now)) && !matches!(now, Route::Discover(_)) {
            request_animation_frame(|| focus("main h1, main [aria-busy]"));
        }
        now
    });
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        element.set_tab_index(-1);
        // Focus can only be refused by what is not on the page.
        element.focus().unwrap_or_default();
    }
}

/// The bar of places.
fn bar(lang: Lang, here: &Route) -> El {
    nav_bar(words::app::places(lang), places::places(lang, here, expect_context::<Session>().staff()))
}

/// The rooms of the place in sight, for a phone.
fn rooms(lang: Lang, here: &Route) -> Option<El> {
    places::rooms_here(lang, here).map(|place| room_tabs(place.name, place.rooms))
}
