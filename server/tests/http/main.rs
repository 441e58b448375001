//! What each address answers.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod answers;
mod api;
mod drafts;
mod firm_faults;
mod library;
mod plans;
mod walk;
