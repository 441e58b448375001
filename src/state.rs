//! What several pages share: one `Copy` struct a file. The app provides what every page stands on;
//! what only some pages need, the first of them makes.

use leptos::prelude::*;

pub mod appearance;
mod attempts;
pub mod belongings;
pub mod call;
pub mod counted;
pub mod current_plan;
pub mod differences;
pub mod dispatch;
pub mod draft;
pub mod field;
pub mod firm_data;
pub mod gaps;
pub mod inquiry;
pub mod keeper;
pub mod language;
pub mod last_plan;
pub mod ledger;
pub mod library;
pub mod life;
pub mod once;
pub mod outside;
pub mod privacy;
pub mod reading;
pub mod remote;
pub mod request;
pub mod scenario;
pub mod scenarios;
mod sent;
pub mod session;
pub mod shelf;
pub mod standing;
pub mod steps;
pub mod sync;
pub mod unsent;
pub mod update;

/// The app itself: what it owns lasts as long as the document stands.
#[derive(Clone, Debug)]
pub struct Lasting(Owner);

impl Lasting {
    /// What is current lasts.
    #[must_use]
    pub fn new() -> Self {
        Self(Owner::current().unwrap_or_default())
    }
}

impl Default for Lasting {
    fn default() -> Self {
        Self::new()
    }
}

/// What several pages share and the first one that asks makes: it lasts as long as the app.
#[must_use]
pub fn shared<T: Clone + Send + Sync + 'static>(make: fn() -> T) -> T {
    use_context::<T>().unwrap_or_else(|| {
        expect_context::<Lasting>().0.with(|| {
            let made = make();
            provide_context(made.clone());
            made
        })
    })
}
