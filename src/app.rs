//! The app: provides state, frames every screen, maps addresses to pages.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route as RouteView, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, path};
use planner::Moves;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::erase_dialog::EraseDialog;
use crate::components::menu::Menu;
use crate::components::nav_bar::{NavBar, Place};
use crate::pages::allocation::AllocationPage;
use crate::pages::discover::DiscoverPage;
use crate::pages::home::HomePage;
use crate::pages::locked::NoFirmYet;
use crate::pages::not_found::NotFoundPage;
use crate::pages::profile::ProfilePage;
use crate::pages::retirement::RetirementPage;
use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Effort};
use crate::state::draft::{Draft, Keeping};
use crate::state::firm_data::FirmData;
use crate::state::language::Language;
use crate::words::{self, Lang};

/// Puts the app in the page, in place of what was shown until now.
pub fn mount() {
    console_error_panic_hook::set_once();
    if let Some(splash) = document().query_selector(".splash").ok().flatten() {
        splash.remove();
    }
    mount_to_body(App);
}

/// The app: provides state, frames every screen, maps addresses to pages.
#[component]
pub fn App() -> impl IntoView {
    let language = Language::new();
    let firm = FirmData::new();
    let draft = Draft::new(firm);
    provide_context(language);
    provide_context(firm);
    provide_context(draft);
    provide_context(CurrentPlan::new(draft, firm, language));
    view! {
        <Router>
            <Frame />
        </Router>
    }
}

/// The bars around every page.
#[component]
fn Frame() -> impl IntoView {
    let language = expect_context::<Language>();
    let firm = expect_context::<FirmData>();
    let route = current_route();
    title_and_focus(language, route);
    let lang = move || language.get();
    let places = Signal::derive(move || places(language.get(), &route.get()));
    let to_main = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus("#main");
    };
    view! {
        <a class="skip-link" href="#main" on:click=to_main>{move || words::app::skip(lang())}</a>
        <div class="frame">
            <header class="top-bar">
                <a class="top-bar__name" href="/">{move || words::app::product(lang())}</a>
                <p class="top-bar__place">{move || route.get().title(lang())}</p>
                <Settings />
            </header>
            <NavBar lang=language.signal() places />
            <main class="frame__main" id="main" tabindex="-1">
                <Notice />
                <FlatRoutes fallback=NotFoundPage>
                    <RouteView path=path!("") view=HomePage />
                    <RouteView path=path!("discover") view=Discover />
                    <RouteView path=path!("discover/:step") view=Discover />
                    <RouteView path=path!("profile") view=ProfilePage />
                    <RouteView path=path!("allocation") view=AllocationPage />
                    <RouteView path=path!("retirement") view=RetirementPage />
                </FlatRoutes>
            </main>
            <footer class="frame__foot">
                {move || firm.get().map(|firm| {
                    let lang = lang();
                    let identity = &firm.identity;
                    view! {
                        <p class="frame__firm">{lang.of(&identity.name).to_owned()}" · "{identity.phone.clone()}</p>
                        <p>{lang.of(&identity.disclosure).to_owned()}</p>
                    }
                })}
            </footer>
        </div>
    }
}

/// The language, and what is kept on this device.
#[component]
fn Settings() -> impl IntoView {
    let language = expect_context::<Language>();
    let draft = expect_context::<Draft>();
    let plan = expect_context::<CurrentPlan>();
    let erase = {
        let navigate = use_navigate();
        Callback::new(move |()| {
            draft.erase();
            // What one person tried is not for the next one on the same device.
            plan.set_moves(Moves::default(), Effort::Full);
            navigate("/", NavigateOptions { replace: true, ..NavigateOptions::default() });
        })
    };
    let other = move || language.get().other();
    view! {
        <div class="top-bar__settings">
            <button
                type="button"
                class="button button--quiet top-bar__language"
                lang=move || other().tag()
                on:click=move |_| language.set(language.signal().get_untracked().other())
            >
                {move || other().own_name()}
            </button>
            <Menu name=Signal::derive(move || words::app::settings(language.get()).to_owned())>
                <p class="menu__note">{move || words::app::stays_here(language.get())}</p>
                <EraseDialog lang=language.signal() on_erase=erase />
            </Menu>
        </div>
    }
}

/// What the device could not keep or open.
#[component]
fn Notice() -> impl IntoView {
    let language = expect_context::<Language>();
    let draft = expect_context::<Draft>();
    let sentence = move |words: fn(Lang) -> &'static str| {
        view! { <p class="device-note" role="status">{words(language.get())}</p> }
    };
    move || match draft.keeping().get() {
        Keeping::Kept => None,
        Keeping::Refused => Some(sentence(words::app::not_kept)),
        Keeping::Aside => Some(sentence(words::app::put_aside)),
    }
}

/// The questions, once the firm's data are there.
#[component]
fn Discover() -> impl IntoView {
    let firm = expect_context::<FirmData>();
    move || match firm.get() {
        Some(firm) => view! { <DiscoverPage firm /> }.into_any(),
        None => view! { <NoFirmYet /> }.into_any(),
    }
}

/// The address in sight.
fn current_route() -> Memo<Route> {
    let path = use_location().pathname;
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
            request_animation_frame(|| focus("main h1"));
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

/// The places of the bar, with the drawing of each.
fn places(lang: Lang, here: &Route) -> Vec<Place> {
    let places = [
        (Route::Home, "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9"),
        (Route::Discover(String::new()), "M5 6h14M5 12h14M5 18h8"),
        (Route::Profile, "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.8-3.6 3.6-5 7-5s6.200 1.400 7 5"),
        (Route::Allocation, "M12 4a8 8 0 1 0 8 8h-8V4ZM15 4.600A8 8 0 0 1 19.400 9H15V4.600Z"),
        (Route::Retirement, "M4 17c4 0 5-9 9-9 3 0 3.500 4 7 4M4 20h16"),
    ];
    let place = |(route, icon): (Route, &'static str)| Place {
        path: route.path(),
        name: route.title(lang),
        icon,
        here: route.same_place(here),
    };
    places.into_iter().map(place).collect()
}
