//! Examples for the API's document: what could be sent and answered.

use wire::{Account, Device, Language, Role, Session};

/// An address.
pub(super) const EMAIL: &str = "li.wei@example.com";
/// A password.
pub(super) const PASSWORD: &str = "four plain words here";
/// The end of a link.
pub(super) const TOKEN: &str = "9f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4c3609f2c5b1e8d7a4";
/// A key.
pub(super) const ID: &str = "019368a2-7d4e-7c31-9a7b-2f3d5c6e8a90";
/// A time: 2026-11-25, 04:00 UTC.
pub(super) const TIME_MS: i64 = 1_795_579_200_000;

pub(super) fn account() -> Account {
    Account {
        id: ID.to_owned(),
        email: EMAIL.to_owned(),
        confirmed: true,
        name: "李伟".to_owned(),
        language: Language::Zh,
        role: Role::Investor,
    }
}

pub(super) fn session() -> Session {
    Session { account: Some(account()) }
}

pub(super) fn device() -> Device {
    Device {
        id: ID.to_owned(),
        name: "Chrome, Android".to_owned(),
        created_ms: TIME_MS,
        seen_ms: TIME_MS,
        this: true,
    }
}
