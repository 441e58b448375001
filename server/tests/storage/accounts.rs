//! Accounts, sessions and links on both engines.

use server::accounts::{self, NewAccount, link, session};
use server::clock::DAY_MS;
use server::db::{Db, is_taken};
use server::error::ApiError;
use server::transact;
use wire::{Language, Role};

use crate::support::{ENGINES, Fresh, NOW_MS};

async fn account(db: &Db, email: &str, confirmed_ms: Option<i64>, now_ms: i64) -> Result<String, ApiError> {
    let new = NewAccount {
        email,
        name: "李伟",
        language: Language::Zh,
        role: Role::Advisor,
        password_hash: Some("hash"),
        confirmed_ms,
    };
    transact!(db, |tx| accounts::create(tx, &new, now_ms).await?)
}

#[tokio::test]
async fn an_account_is_read_as_it_was_written() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let id = account(&fresh.db, "li.wei@example.com", None, NOW_MS).await.unwrap();

        let found = accounts::by_id(&fresh.db, &id).await.unwrap().unwrap();

        let expected = wire::Account {
            id,
            email: "li.wei@example.com".to_owned(),
            confirmed: false,
            name: "李伟".to_owned(),
            language: Language::Zh,
            role: Role::Advisor,
        };
        assert_eq!(found.account(), expected, "{engine:?}");
        assert_eq!(found.password_hash.as_deref(), Some("hash"), "{engine:?}");
    }
}

#[tokio::test]
async fn an_address_belongs_to_one_confirmed_account() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let db = &fresh.db;
        let owner = account(db, "a@example.com", Some(NOW_MS), NOW_MS).await.unwrap();
        let later = account(db, "a@example.com", None, NOW_MS + 1).await.unwrap();

        let refused = transact!(db, |tx| accounts::confirm(tx, &later, NOW_MS).await?).unwrap_err();

        assert!(matches!(&refused, ApiError::Storage(error) if is_taken(error)), "{engine:?}: {refused:?}");
        let found = accounts::by_email(db, "a@example.com").await.unwrap().unwrap();
        assert_eq!(found.account().id, owner, "{engine:?}");
    }
}

#[tokio::test]
async fn a_session_lasts_for_thirty_days_after_it_was_last_used() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let db = &fresh.db;
        let id = account(db, "a@example.com", None, NOW_MS).await.unwrap();
        transact!(db, |tx| session::open(tx, &id, "Chrome, Android", "secret", NOW_MS).await?).unwrap();

        let later = session::find(db, "secret", NOW_MS + 29 * DAY_MS).await.unwrap();
        let much_later = session::find(db, "secret", NOW_MS + 58 * DAY_MS).await.unwrap();
        let too_late = session::find(db, "secret", NOW_MS + 89 * DAY_MS).await.unwrap();

        assert_eq!(later.unwrap().id(), id, "{engine:?}");
        assert!(much_later.is_some(), "{engine:?}");
        assert!(too_late.is_none(), "{engine:?}");
        assert!(session::find(db, "other", NOW_MS).await.unwrap().is_none(), "{engine:?}");
    }
}

#[tokio::test]
async fn a_link_works_once_and_not_for_ever() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let db = &fresh.db;
        let kind = link::Kind::Reset;
        let id = account(db, "a@example.com", None, NOW_MS).await.unwrap();
        transact!(db, |tx| link::create(tx, &id, kind, "secret", NOW_MS).await?).unwrap();

        let too_late = link::look_up(db, kind, "secret", NOW_MS + DAY_MS).await.unwrap();
        let other_kind = link::look_up(db, link::Kind::Confirm, "secret", NOW_MS).await.unwrap();
        let first = transact!(db, |tx| link::use_up(tx, &id, kind, "secret", NOW_MS).await?).unwrap();
        let second = transact!(db, |tx| link::use_up(tx, &id, kind, "secret", NOW_MS).await?).unwrap();

        assert!(too_late.is_none() && other_kind.is_none(), "{engine:?}");
        assert_eq!((first, second), (true, false), "{engine:?}");
    }
}
