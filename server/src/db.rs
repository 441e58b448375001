//! Storage: one SQL text over SQLite or PostgreSQL.
//!
//! Columns are text or 64-bit integers. Statements use `$1` and `returning`, nothing beyond what any
//! engine that speaks PostgreSQL's protocol knows. A transaction is serializable, and is played again
//! when the engine could not serialize it; so what it does must not reach outside the database.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use anyhow::Context;
use sqlx::migrate::{Migrate, MigrateError, Migration, MigrationType, Migrator};
use sqlx::pool::PoolOptions;
use sqlx::postgres::{PgConnectOptions, PgRow};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{FromRow, PgPool, Postgres, SqlSafeStr, Sqlite, SqlitePool, Transaction};

use crate::error::ApiError;

/// Every migration, in order. Applied ones are never edited.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "accounts", include_str!("../migrations/0001_accounts.sql")),
    (2, "plans", include_str!("../migrations/0002_plans.sql")),
    (3, "passkeys", include_str!("../migrations/0003_passkeys.sql")),
    (10, "care", include_str!("../migrations/0010_care.sql")),
    (11, "meetings", include_str!("../migrations/0011_meetings.sql")),
    (12, "outbox", include_str!("../migrations/0012_outbox.sql")),
    (13, "talks", include_str!("../migrations/0013_talks.sql")),
];

/// How often a transaction is played before its failure is reported.
const ATTEMPTS: u32 = 12;

/// An open database.
#[derive(Clone, Debug)]
pub enum Db {
    /// One file on this machine.
    Sqlite(SqlitePool),
    /// A server that speaks PostgreSQL's protocol.
    Postgres(PgPool),
}

/// A running transaction.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// A value handed to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `bigint`
    Int(Option<i64>),
    /// `text`
    Text(Option<String>),
}

/// The values of a statement: `values![id, now_ms]`.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*][..] };
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::Text(Some(value.clone()))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(str::to_owned))
    }
}

/// Does something in one serializable transaction, and commits it unless it fails by `?` or `return Err`.
///
/// `transact!(db, |tx| …)` is a `Result` of the value with [`ApiError`](crate::error::ApiError). It is
/// played again, from the beginning, when the engine could not serialize it or was busy, at most twelve
/// times; so it must not reach outside the database. A macro, because the compiler cannot show that a
/// closure's future may move between threads.
#[macro_export]
macro_rules! transact {
    ($db:expr, |$tx:ident| $act:expr) => {{
        let mut attempts = $crate::db::Attempts::default();
        loop {
            let played = async {
                let mut begun = $db.begin().await?;
                let $tx = &mut begun;
                let done = $act;
                begun.commit().await?;
                Ok::<_, $crate::error::ApiError>(done)
            };
            if let Some(done) = attempts.after(played.await).await {
                break done;
            }
        }
    }};
}

/// How often a transaction was played.
#[derive(Debug, Default)]
pub struct Attempts(u32);

impl Attempts {
    /// The result of an attempt; none, after a pause, where there should be another one.
    pub async fn after<T>(&mut self, played: Result<T, ApiError>) -> Option<Result<T, ApiError>> {
        self.0 += 1;
        match &played {
            Err(ApiError::Storage(error)) if self.0 < ATTEMPTS && may_be_played_again(error) => {
                tokio::time::sleep(pause(self.0)).await;
                None
            }
            _ => Some(played),
        }
    }
}

/// A row that both engines give: a tuple, or a struct with `#[derive(FromRow)]`.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// A statement with its values, on either engine.
macro_rules! bound {
    ($query:expr, $values:expr) => {
        $values.iter().fold($query, |query, value| match value {
            Value::Int(value) => query.bind(*value),
            Value::Text(value) => query.bind(value.clone()),
        })
    };
}

impl Db {
    /// Opens the file, creating it and its tables where they are missing.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened, or is of a newer version.
    pub async fn open_file(path: &Path) -> Result<Self, MigrateError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An acknowledged write survives a loss of power.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5));
        let pool = PoolOptions::new().max_connections(8).connect_with(options).await?;
        migrate(&pool).await?;
        Ok(Self::Sqlite(pool))
    }

    /// Connects to a server, creating the tables where they are missing.
    ///
    /// # Errors
    ///
    /// When the address is none, nobody answers, or the tables are of a newer version.
    pub async fn connect(url: &str) -> Result<Self, MigrateError> {
        let options = PgConnectOptions::from_str(url)?;
        let pool = PoolOptions::new().max_connections(16).connect_with(options).await?;
        migrate(&pool).await?;
        Ok(Self::Postgres(pool))
    }

    /// Copies a database file into another one, which must not exist yet.
    ///
    /// # Errors
    ///
    /// When the file cannot be written; or on PostgreSQL, which has its own tools for it.
    pub async fn copy_to(&self, file: &Path) -> anyhow::Result<()> {
        let Self::Sqlite(pool) = self else {
            anyhow::bail!("a PostgreSQL database is copied by pg_dump");
        };
        let name = file.to_str().context("the name of the file is not UTF-8")?;
        sqlx::query("vacuum into $1").bind(name).execute(pool).await?;
        Ok(())
    }

    /// Every row of a query.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn all<T: Row>(&self, sql: &'static str, values: &[Value]) -> Result<Vec<T>, sqlx::Error> {
        match self {
            Self::Sqlite(pool) => bound!(sqlx::query_as::<Sqlite, T>(sql), values).fetch_all(pool).await,
            Self::Postgres(pool) => bound!(sqlx::query_as::<Postgres, T>(sql), values).fetch_all(pool).await,
        }
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn first<T: Row>(&self, sql: &'static str, values: &[Value]) -> Result<Option<T>, sqlx::Error> {
        match self {
            Self::Sqlite(pool) => bound!(sqlx::query_as::<Sqlite, T>(sql), values).fetch_optional(pool).await,
            Self::Postgres(pool) => {
                bound!(sqlx::query_as::<Postgres, T>(sql), values).fetch_optional(pool).await
            }
        }
    }

    /// Begins a transaction; [`transact!`] does, and plays it again where it must.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        match self {
            // Takes the write lock at once: a lock taken later could not wait for its turn.
            Self::Sqlite(pool) => pool.begin_with("begin immediate").await.map(Tx::Sqlite),
            Self::Postgres(pool) => {
                pool.begin_with("begin isolation level serializable").await.map(Tx::Postgres)
            }
        }
    }
}

impl Tx {
    /// Every row of a query.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn all<T: Row>(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<T>, sqlx::Error> {
        match self {
            Self::Sqlite(tx) => bound!(sqlx::query_as::<Sqlite, T>(sql), values).fetch_all(&mut **tx).await,
            Self::Postgres(tx) => {
                bound!(sqlx::query_as::<Postgres, T>(sql), values).fetch_all(&mut **tx).await
            }
        }
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn first<T: Row>(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Option<T>, sqlx::Error> {
        match self {
            Self::Sqlite(tx) => {
                bound!(sqlx::query_as::<Sqlite, T>(sql), values).fetch_optional(&mut **tx).await
            }
            Self::Postgres(tx) => {
                bound!(sqlx::query_as::<Postgres, T>(sql), values).fetch_optional(&mut **tx).await
            }
        }
    }

    /// Changes rows, and says how many.
    ///
    /// # Errors
    ///
    /// When the database fails, or a constraint forbids it.
    pub async fn change(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, sqlx::Error> {
        match self {
            Self::Sqlite(tx) => {
                let done = bound!(sqlx::query::<Sqlite>(sql), values).execute(&mut **tx).await?;
                Ok(done.rows_affected())
            }
            Self::Postgres(tx) => {
                let done = bound!(sqlx::query::<Postgres>(sql), values).execute(&mut **tx).await?;
                Ok(done.rows_affected())
            }
        }
    }

    /// Commits; dropped without it, a transaction is rolled back.
    ///
    /// # Errors
    ///
    /// When the database fails, or cannot serialize it.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

/// Whether a row was refused because another one has its key.
#[must_use]
pub fn is_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

/// Serialization failures and deadlocks of PostgreSQL; a busy or locked SQLite, whose extended codes
/// keep the primary one in their low byte.
fn may_be_played_again(error: &sqlx::Error) -> bool {
    let Some(error) = error.as_database_error() else { return false };
    let code = error.code().unwrap_or_default();
    if error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
        return code.parse::<u32>().is_ok_and(|code| [SQLITE_BUSY, SQLITE_LOCKED].contains(&(code & 0xff)));
    }
    ["40001", "40P01"].contains(&code.as_ref())
}

const SQLITE_BUSY: u32 = 5;
const SQLITE_LOCKED: u32 = 6;

/// Doubles with each attempt up to a quarter of a second, and differs between two that collide.
fn pause(attempt: u32) -> Duration {
    let mut random = [0; 1];
    // Without chance it still waits, only not apart from others.
    getrandom::fill(&mut random).unwrap_or_default();
    let most_ms = (2_u64 << attempt.min(7)).min(250);
    Duration::from_millis(most_ms / 2 + u64::from(random[0]) * most_ms / 512)
}

/// Two servers may start at once on one database: whoever comes second looks again.
async fn migrate<DB: sqlx::Database>(pool: &sqlx::Pool<DB>) -> Result<(), MigrateError>
where
    DB::Connection: Migrate,
{
    let mut attempt = 1;
    loop {
        match migrator().run(pool).await {
            Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) if attempt < ATTEMPTS => {
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
            }
            done => return done,
        }
    }
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(version, about, sql)| {
        Migration::new(*version, (*about).into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.collect());
    // An advisory lock is PostgreSQL's own; engines that only speak its protocol have none.
    migrator.set_locking(false);
    migrator
}
