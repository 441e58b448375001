//! What a server keeps in memory of the database, so that most reads need not ask it: a question to the
//! database takes longer than all the rest of a read.
//!
//! | what | how long | how many |
//! |---|---|---|
//! | a session that was looked up | one second | [`SESSIONS`] |
//! | a stored plan, as it is sent | until room is needed, or its account is erased | [`PLAN_BYTES`] |
//!
//! The rule for sessions. Only reads trust what is kept: whatever changes something looks the session up in
//! the database. What ends or changes a session (signing out here or everywhere, a password, a name, a
//! mailbox that is confirmed, an account that is erased) counts at once on the server that did it, which says
//! so by [`Kept::forget_sessions`] once it is committed; on other servers of the same database, and after the
//! command line, it counts within the second. That nobody is signed in is never kept.
//!
//! The rule for plans. They never change, and each is kept under its account: whoever asks for that of
//! another asks the database, which does not find it. Another server may hold an erased plan a while longer;
//! nobody can be signed in any more to read it there.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::accounts::session;
use crate::clock::SECOND_MS;
use crate::db::Db;
use crate::error::ApiError;
use crate::who::SignedIn;
use crate::{plans, token};

/// A session counts so long after it was looked up.
pub const SESSION_MS: i64 = SECOND_MS;

/// So many sessions are kept, half a kilobyte each.
pub const SESSIONS: usize = 10_000;

/// So many bytes of plans are kept: some 1,600 plans as large as a real one.
pub const PLAN_BYTES: u64 = 64 * 1024 * 1024;

/// So many plans are expected in them.
const PLANS: usize = 1600;

/// What a server keeps of its database.
#[derive(Debug)]
pub struct Kept {
    /// By the hash of their secret.
    sessions: Cache<String, LookedUp>,
    plans: Cache<PlanKey, Bytes, Size>,
    /// How often sessions were forgotten.
    forgotten: AtomicU64,
}

/// The account that owns it, and the plan.
type PlanKey = (String, String);

#[derive(Clone, Debug)]
struct LookedUp {
    who: SignedIn,
    at_ms: i64,
    /// How often sessions had been forgotten before the database was asked. What was forgotten while it
    /// answered does not count either.
    forgotten: u64,
}

#[derive(Clone, Debug)]
struct Size;

impl Weighter<PlanKey, Bytes> for Size {
    fn weight(&self, (account_id, id): &PlanKey, body: &Bytes) -> u64 {
        (account_id.len() + id.len() + body.len()) as u64
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            sessions: Cache::new(SESSIONS),
            plans: Cache::with_weighter(PLANS, PLAN_BYTES, Size),
            forgotten: AtomicU64::new(0),
        }
    }
}

impl Kept {
    /// Who holds a cookie, for a read: as [`session::find`] says, or said within the last second.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn session(&self, db: &Db, cookie: &str, now_ms: i64) -> Result<Option<SignedIn>, ApiError> {
        let forgotten = self.forgotten.load(Ordering::SeqCst);
        let key = token::hash(cookie);
        if let Some(kept) = self.sessions.get(&key)
            && kept.forgotten == forgotten
            // A clock that was set back makes nothing last longer.
            && (0..SESSION_MS).contains(&(now_ms - kept.at_ms))
        {
            return Ok(Some(kept.who));
        }
        let found = session::find(db, cookie, now_ms).await?;
        if let Some(who) = &found {
            self.sessions.insert(key, LookedUp { who: who.clone(), at_ms: now_ms, forgotten });
        }
        Ok(found)
    }

    /// Sessions have ended or changed: all are looked up again. Called after the commit and before the answer.
    pub fn forget_sessions(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
    }

    /// A stored plan of an account as it is sent, as [`plans::body`] says.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn plan(&self, db: &Db, account_id: &str, id: &str) -> Result<Option<Bytes>, sqlx::Error> {
        let forgotten = self.forgotten.load(Ordering::SeqCst);
        let key = (account_id.to_owned(), id.to_owned());
        if let Some(kept) = self.plans.get(&key) {
            return Ok(Some(kept));
        }
        let Some(body) = plans::body(db, account_id, id).await? else { return Ok(None) };
        let body = Bytes::from(body);
        self.plans.insert(key.clone(), body.clone());
        // The account may have been erased meanwhile.
        if self.forgotten.load(Ordering::SeqCst) != forgotten {
            self.plans.remove(&key);
        }
        Ok(Some(body))
    }

    /// An account was erased: nothing of it stays. Called after the commit and before the answer.
    pub fn forget_account(&self, account_id: &str) {
        self.forget_sessions();
        self.plans.retain(|(owner, _), _| owner != account_id);
    }
}
