//! What each address answers.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod answers;
mod firm_faults;
mod library;
mod walk;
