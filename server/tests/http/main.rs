//! What each address answers.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod answers;
mod api;
mod care;
mod desk;
mod drafts;
mod firm_faults;
mod kept;
mod library;
mod meetings;
mod office;
mod plans;
mod race;
mod staff;
mod talks;
mod walk;
