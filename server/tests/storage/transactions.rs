//! What both engines promise of a transaction.
#![expect(clippy::unwrap_used, reason = "test code")]

use server::accounts::{self, NewAccount};
use server::db::{Db, Tx};
use server::error::ApiError;
use server::{transact, values};
use wire::{Language, Role};

use crate::support::{ENGINES, Fresh, NOW_MS};

async fn insert(tx: &mut Tx, email: &str) -> Result<String, sqlx::Error> {
    let new = NewAccount {
        email,
        name: "",
        language: Language::En,
        role: Role::Investor,
        password_hash: None,
        confirmed_ms: None,
    };
    accounts::create(tx, &new, NOW_MS).await
}

async fn count(db: &Db) -> i64 {
    let row: Option<(i64,)> = db.first("select count(*) from account", values![]).await.unwrap();
    row.unwrap().0
}

#[tokio::test]
async fn what_fails_half_way_leaves_nothing() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let db = &fresh.db;

        let refused: Result<(), ApiError> = transact!(db, |tx| {
            insert(tx, "a@example.com").await?;
            Err(ApiError::NotFound)?;
        });

        assert!(matches!(refused, Err(ApiError::NotFound)), "{engine:?}");
        assert_eq!(count(db).await, 0, "{engine:?}");
    }
}

/// Each reads the number of accounts and writes it into its own: done one after the other, every number
/// appears once.
#[tokio::test(flavor = "multi_thread")]
async fn transactions_that_read_what_others_write_are_done_one_after_the_other() {
    for engine in ENGINES {
        let fresh = Fresh::on(engine).await;
        let tasks: Vec<_> = (0..12)
            .map(|_| {
                let db = fresh.db.clone();
                tokio::spawn(async move {
                    transact!(db, |tx| {
                        let row: Option<(i64,)> = tx.first("select count(*) from account", values![]).await?;
                        insert(tx, &format!("{}@example.com", row.unwrap_or_default().0)).await?;
                    })
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }

        let emails: Vec<(String,)> =
            fresh.db.all("select distinct email from account", values![]).await.unwrap();
        assert_eq!(emails.len(), 12, "{engine:?}");
    }
}

#[tokio::test]
async fn opening_a_database_again_changes_nothing() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("evergreen.db");
    let db = Db::open_file(&file).await.unwrap();
    transact!(db, |tx| insert(tx, "a@example.com").await?).unwrap();

    assert_eq!(count(&Db::open_file(&file).await.unwrap()).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_may_start_at_once_on_an_empty_database() {
    let url = crate::support::postgres_url().await;

    let (one, other) = tokio::join!(Db::connect(&url), Db::connect(&url));

    assert_eq!(count(&one.unwrap()).await, 0);
    assert_eq!(count(&other.unwrap()).await, 0);
}
