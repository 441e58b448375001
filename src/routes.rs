//! Every address of the app.

use crate::words::{self, Lang};

/// An address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/discover/:step`, with the step's name.
    Discover(String),
    /// `/profile`
    Profile,
    /// `/allocation`
    Allocation,
    /// `/retirement`
    Retirement,
    /// `/goals`
    Goals,
    /// `/products`
    Products,
    /// `/fees`
    Fees,
    /// `/report`
    Report,
    /// `/present`
    Present,
    /// `/settings`
    Settings,
    /// `/verify`, with the seal of a printed plan behind `#`.
    Verify,
    /// `/learn`
    Learn,
    /// `/learn/:slug`, with the article's name.
    Article(String),
    /// `/learn/glossary`
    Glossary,
    /// `/learn/talks`
    Talks,
    /// `/account`
    Account,
    /// `/account/confirm`, where the mail of a sign-up leads.
    ConfirmAddress,
    /// `/account/reset`, where the mail about a forgotten password leads.
    ResetPassword,
    /// `/meetings`
    Meetings,
    /// `/desk`
    Desk,
    /// Anything else.
    NotFound,
}

impl Route {
    /// Reads a path, with or without a slash at its end.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        match path {
            "" => Self::Home,
            "/discover" => Self::Discover(String::new()),
            "/profile" => Self::Profile,
            "/allocation" => Self::Allocation,
            "/retirement" => Self::Retirement,
            "/goals" => Self::Goals,
            "/products" => Self::Products,
            "/fees" => Self::Fees,
            "/report" => Self::Report,
            "/present" => Self::Present,
            "/settings" => Self::Settings,
            "/verify" => Self::Verify,
            "/learn" => Self::Learn,
            "/learn/glossary" => Self::Glossary,
            "/learn/talks" => Self::Talks,
            "/account" => Self::Account,
            "/meetings" => Self::Meetings,
            "/desk" => Self::Desk,
            "/account/confirm" => Self::ConfirmAddress,
            "/account/reset" => Self::ResetPassword,
            _ => match (under(path, "/discover/"), under(path, "/learn/")) {
                (Some(step), _) => Self::Discover(step),
                (_, Some(slug)) => Self::Article(slug),
                _ => Self::NotFound,
            },
        }
    }

    /// The path, from the root. An unknown address leads home.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".to_owned(),
            Self::Discover(step) if step.is_empty() => "/discover".to_owned(),
            Self::Discover(step) => format!("/discover/{step}"),
            Self::Profile => "/profile".to_owned(),
            Self::Allocation => "/allocation".to_owned(),
            Self::Retirement => "/retirement".to_owned(),
            Self::Goals => "/goals".to_owned(),
            Self::Products => "/products".to_owned(),
            Self::Fees => "/fees".to_owned(),
            Self::Report => "/report".to_owned(),
            Self::Present => "/present".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Verify => "/verify".to_owned(),
            Self::Learn => "/learn".to_owned(),
            Self::Article(slug) => format!("/learn/{slug}"),
            Self::Glossary => "/learn/glossary".to_owned(),
            Self::Talks => "/learn/talks".to_owned(),
            Self::Account => "/account".to_owned(),
            Self::Meetings => "/meetings".to_owned(),
            Self::Desk => "/desk".to_owned(),
            Self::ConfirmAddress => "/account/confirm".to_owned(),
            Self::ResetPassword => "/account/reset".to_owned(),
        }
    }

    /// The place's name, as in the bars and the window's title.
    #[must_use]
    pub const fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::Home => words::app::home(lang),
            Self::Discover(_) => words::app::questions(lang),
            Self::Profile => words::app::profile(lang),
            Self::Allocation => words::app::allocation(lang),
            Self::Retirement => words::app::retirement(lang),
            Self::Goals => words::app::goals(lang),
            Self::Products => words::app::products(lang),
            Self::Fees => words::app::fees(lang),
            Self::Report => words::app::report(lang),
            Self::Present => words::app::present(lang),
            Self::Settings => words::app::appearance(lang),
            Self::Verify => words::app::verify(lang),
            Self::Learn | Self::Article(_) => words::app::learn(lang),
            Self::Glossary => words::app::glossary(lang),
            Self::Talks => words::app::talks(lang),
            Self::Account | Self::ConfirmAddress | Self::ResetPassword => words::app::me(lang),
            Self::Meetings => words::app::meetings(lang),
            Self::Desk => words::app::desk(lang),
            Self::NotFound => words::app::not_found(lang),
        }
    }

    /// It stands on the plan: before there is one, there is nothing else to show.
    #[must_use]
    pub const fn stands_on_plan(&self) -> bool {
        use Route::{Allocation, Goals, Present, Products, Profile, Report, Retirement};
        matches!(self, Allocation | Goals | Present | Products | Profile | Report | Retirement)
    }

    /// The place it lies in; the steps of the questions are one place.
    #[must_use]
    pub const fn place(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Discover(_) => "discover",
            Self::Profile => "profile",
            Self::Allocation => "allocation",
            Self::Retirement => "retirement",
            Self::Goals => "goals",
            Self::Products => "products",
            Self::Fees => "fees",
            Self::Report => "report",
            Self::Present => "present",
            Self::Settings => "settings",
            Self::Verify => "verify",
            Self::Learn => "learn",
            Self::Article(_) => "article",
            Self::Glossary => "glossary",
            Self::Talks => "talks",
            Self::Account => "account",
            Self::ConfirmAddress => "confirm",
            Self::ResetPassword => "reset",
            Self::Meetings => "meetings",
            Self::Desk => "desk",
            Self::NotFound => "nowhere",
        }
    }

    /// The page of the bars that it stands under.
    #[must_use]
    pub fn under(&self) -> Self {
        match self {
            Self::Article(_) => Self::Learn,
            Self::ConfirmAddress | Self::ResetPassword => Self::Account,
            Self::Verify => Self::Report,
            _ => self.clone(),
        }
    }

    /// Whether both lie in the same place.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

/// What follows a beginning, if it is one step alone.
fn under(path: &str, beginning: &str) -> Option<String> {
    path.strip_prefix(beginning).filter(|step| !step.contains('/')).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, route: &Route) {
        assert_eq!(Route::of(path), *route, "{path}");
    }

    #[test]
    fn every_path_leads_back_to_its_address() {
        for route in [
            Route::Home,
            Route::Discover(String::new()),
            Route::Discover("A1".to_owned()),
            Route::Profile,
            Route::Allocation,
            Route::Retirement,
            Route::Goals,
            Route::Products,
            Route::Fees,
            Route::Report,
            Route::Verify,
            Route::Present,
            Route::Settings,
            Route::Learn,
            Route::Article("the-reserve".to_owned()),
            Route::Glossary,
            Route::Talks,
            Route::Account,
            Route::ConfirmAddress,
            Route::ResetPassword,
        ] {
            check(&route.path(), &route);
        }
    }

    #[test]
    fn a_slash_at_the_end_changes_nothing() {
        check("/retirement/", &Route::Retirement);
        check("/discover/region/", &Route::Discover("region".to_owned()));
    }

    #[test]
    fn an_unknown_path_is_not_found() {
        check("/nowhere", &Route::NotFound);
        check("/discover/a/b", &Route::NotFound);
    }
}
