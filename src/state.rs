//! What several pages share: one `Copy` struct a file, each provided once by the app.

mod attempts;
pub mod belongings;
pub mod call;
pub mod current_plan;
pub mod differences;
pub mod draft;
pub mod field;
pub mod firm_data;
pub mod gaps;
pub mod language;
pub mod last_plan;
pub mod ledger;
pub mod library;
pub mod life;
pub mod once;
pub mod reading;
pub mod remote;
pub mod request;
pub mod scenario;
pub mod scenarios;
mod sent;
pub mod session;
pub mod shelf;
pub mod steps;
pub mod sync;
pub mod update;
