//! The same statements on SQLite and PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod crash;
mod outbox;
mod transactions;
mod two_servers;
