//! What several pages share: one `Copy` struct a file, each provided once by the app.

mod attempts;
pub mod current_plan;
pub mod draft;
pub mod field;
pub mod firm_data;
pub mod gaps;
pub mod language;
pub mod last_plan;
pub mod library;
pub mod life;
pub mod reading;
pub mod scenario;
pub mod scenarios;
mod sent;
pub mod shelf;
pub mod steps;
