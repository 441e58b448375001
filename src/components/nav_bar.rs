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
    /// The page in sight is there.
    pub here: bool,
    /// Shown only where there is room for all.
    pub minor: bool,
}

/// Links to the places, under a name for those who hear the page.
pub fn nav_bar(name: &'static str, places: Vec<Place>) -> El {
    let link = |Place { path, name, icon, here, minor }: Place| {
        let icon = el("svg", "nav-bar__icon")
            .attr("viewBox", "0 0 24 24")
            .attr("aria-hidden", "true")
            .with(el("path", "").attr("d", icon));
        let link =
            el("a", "nav-bar__link").attr("href", path).attr_if("aria-current", here.then_some("page"));
        el("li", if minor { "nav-bar__minor" } else { "" })
            .with(link.with(icon).with(el("span", "").text(name)))
    };
    let list = el("ul", "nav-bar__places").attr("role", "list").with_all(places.into_iter().map(link));
    el("nav", "nav-bar").attr("aria-label", name).with(list)
}
