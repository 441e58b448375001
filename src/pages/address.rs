//! What a page keeps in its address, so that reload, back and a shared link keep the place.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

use crate::routes::Route;

/// The texts that a page keeps in its address, by name.
#[derive(Clone, Copy)]
pub struct Address {
    path: StoredValue<String>,
    /// In the order they are written.
    names: &'static [&'static str],
    query: Memo<ParamsMap>,
    go: Callback<String>,
}

impl Address {
    /// The address of a page in sight, and the names that it keeps there.
    #[must_use]
    pub fn of(route: &Route, names: &'static [&'static str]) -> Self {
        let navigate = StoredValue::new_local(use_navigate());
        let quietly = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        let go = move |address: String| navigate.with_value(|navigate| navigate(&address, quietly.clone()));
        Self { path: StoredValue::new(route.path()), names, query: use_query_map(), go: Callback::new(go) }
    }

    /// What stands under a name; tracked.
    #[must_use]
    pub fn get(self, name: &str) -> Option<String> {
        self.query.with(|query| query.get(name))
    }

    /// The address with other texts under some names, for a link; none takes a name away.
    #[must_use]
    pub fn with(self, changes: &[(&str, Option<String>)]) -> String {
        let text_of = |name: &str| match changes.iter().find(|(changed, _)| *changed == name) {
            Some((_, text)) => text.clone(),
            None => self.query.with_untracked(|query| query.get(name)),
        };
        let texts = self.names.iter().filter_map(|name| Some((*name, text_of(name)?)));
        let parts: Vec<_> = texts.map(|(name, text)| [name, "=", &Url::escape(&text)].concat()).collect();
        let mark = if parts.is_empty() { "" } else { "?" };
        [&self.path.get_value(), mark, &parts.join("&")].concat()
    }

    /// Writes a text under a name, in place of the address that was; none takes the name away.
    pub fn set(self, name: &str, text: Option<String>) {
        self.go.run(self.with(&[(name, text)]));
    }
}

/// The way to an address, in place of the one that was.
#[must_use]
pub fn go_quietly() -> Callback<String> {
    let navigate = StoredValue::new_local(use_navigate());
    let quietly = NavigateOptions { replace: true, ..NavigateOptions::default() };
    Callback::new(move |to: String| navigate.with_value(|navigate| navigate(&to, quietly.clone())))
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Address").field("names", &self.names).finish_non_exhaustive()
    }
}
