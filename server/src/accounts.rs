//! Accounts, and how their owners are known.

use sqlx::FromRow;
use wire::{Account, Language, Role};

use crate::db::{Db, Tx};
use crate::values;

pub mod email;
pub mod link;
pub mod passkey;
pub mod password;
pub mod session;

/// The columns of an account that its owner sees, and its password's hash.
#[derive(Clone, Debug, FromRow)]
pub struct AccountRow {
    id: String,
    email: Option<String>,
    confirmed_ms: Option<i64>,
    name: String,
    language: String,
    role: String,
    /// Argon2id in PHC form.
    pub password_hash: Option<String>,
}

impl AccountRow {
    /// As its owner sees it.
    #[must_use]
    pub fn account(&self) -> Account {
        Account {
            id: self.id.clone(),
            email: self.email.clone().unwrap_or_default(),
            confirmed: self.confirmed_ms.is_some(),
            name: self.name.clone(),
            language: language_of(&self.language),
            role: role_of(&self.role),
        }
    }
}

/// An account that is about to be made.
#[derive(Clone, Debug)]
pub struct NewAccount<'a> {
    /// Checked, in lower case.
    pub email: &'a str,
    /// The name to be addressed by; may be empty.
    pub name: &'a str,
    /// The language of mail.
    pub language: Language,
    /// What it may do.
    pub role: Role,
    /// Argon2id in PHC form.
    pub password_hash: Option<&'a str>,
    /// When the mailbox was confirmed.
    pub confirmed_ms: Option<i64>,
}

/// Makes an account, and says its key.
///
/// # Errors
///
/// When the database fails, or a confirmed account has the address already.
pub async fn create(tx: &mut Tx, new: &NewAccount<'_>, now_ms: i64) -> Result<String, sqlx::Error> {
    let id = crate::token::id();
    tx.change(
        "insert into account (id, email, name, language, role, password_hash, confirmed_ms, created_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            &id,
            new.email,
            new.name,
            new.language.tag(),
            role_name(new.role),
            new.password_hash,
            new.confirmed_ms,
            now_ms
        ],
    )
    .await?;
    Ok(id)
}

/// The account of a key.
///
/// # Errors
///
/// When the database fails.
pub async fn by_id(db: &Db, id: &str) -> Result<Option<AccountRow>, sqlx::Error> {
    db.first(
        "select id, email, confirmed_ms, name, language, role, password_hash
         from account
         where id = $1 and erased_ms is null",
        values![id],
    )
    .await
}

/// The account that an address opens: the confirmed one, else the one made last.
///
/// # Errors
///
/// When the database fails.
pub async fn by_email(db: &Db, email: &str) -> Result<Option<AccountRow>, sqlx::Error> {
    db.first(
        "select id, email, confirmed_ms, name, language, role, password_hash
         from account
         where email = $1
         order by case when confirmed_ms is null then 1 else 0 end, created_ms desc
         limit 1",
        values![email],
    )
    .await
}

/// The confirmed account of an address.
///
/// # Errors
///
/// When the database fails.
pub async fn confirmed_by_email(tx: &mut Tx, email: &str) -> Result<Option<AccountRow>, sqlx::Error> {
    tx.first(
        "select id, email, confirmed_ms, name, language, role, password_hash
         from account
         where email = $1 and confirmed_ms is not null",
        values![email],
    )
    .await
}

/// Sets a password.
///
/// # Errors
///
/// When the database fails.
pub async fn set_password(tx: &mut Tx, id: &str, password_hash: &str) -> Result<(), sqlx::Error> {
    tx.change("update account set password_hash = $1 where id = $2", values![password_hash, id]).await?;
    Ok(())
}

/// Notes that the mailbox is read. The address then belongs to this account alone.
///
/// # Errors
///
/// When the database fails, or another confirmed account has the address.
pub async fn confirm(tx: &mut Tx, id: &str, now_ms: i64) -> Result<(), sqlx::Error> {
    tx.change(
        "update account set confirmed_ms = $1 where id = $2 and confirmed_ms is null",
        values![now_ms, id],
    )
    .await?;
    Ok(())
}

/// Changes what an owner may change.
///
/// # Errors
///
/// When the database fails.
pub async fn rename(tx: &mut Tx, id: &str, name: &str, language: Language) -> Result<(), sqlx::Error> {
    tx.change("update account set name = $1, language = $2 where id = $3", values![name, language.tag(), id])
        .await?;
    Ok(())
}

/// How a role is stored.
#[must_use]
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Investor => "investor",
        Role::Advisor => "advisor",
        Role::Administrator => "administrator",
    }
}

/// The role of a stored name. What is not known may do the least.
pub(crate) fn role_of(name: &str) -> Role {
    [Role::Advisor, Role::Administrator]
        .into_iter()
        .find(|role| role_name(*role) == name)
        .unwrap_or(Role::Investor)
}

/// The language of a stored tag.
pub(crate) fn language_of(tag: &str) -> Language {
    Language::of_tag(tag).unwrap_or_default()
}
