//! The places of the app: at the bottom of a phone, at the left of a desk.

use leptos::prelude::*;

use crate::words::{self, Lang};

/// A place in the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub name: &'static str,
    /// Its picture: the path of a 24 × 24 drawing in lines.
    pub icon: &'static str,
    /// The page in sight is there.
    pub here: bool,
}

/// Links to the places.
#[component]
pub fn NavBar(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// The places, in order.
    #[prop(into)]
    places: Signal<Vec<Place>>,
) -> impl IntoView {
    let link = |Place { path, name, icon, here }: Place| {
        view! {
            <li>
                <a class="nav-bar__link" href=path aria-current=here.then_some("page")>
                    <svg class="nav-bar__icon" viewBox="0 0 24 24" aria-hidden="true">
                        <path d=icon></path>
                    </svg>
                    <span>{name}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav-bar" aria-label=move || words::app::places(lang.get())>
            <ul class="nav-bar__places" role="list">
                {move || places.get().into_iter().map(link).collect_view()}
            </ul>
        </nav>
    }
}
