//! What is on the device and what is in the account: brought together.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::{Account, Kept, Role};

use crate::api::{self, ApiError};
use crate::state::session::Session;
use crate::storage::{self, Key, NotKept};

mod turn;

use turn::{Base, Turn};

/// What goes with an account, by its name in the browser's storage.
pub const CARRIED: [Key; 3] = [Key::Draft, Key::Scenarios, Key::Reading];

/// Time after the last edit until it is sent: a word at a time, not a key.
const QUIET: Duration = Duration::from_secs(2);

/// How often in a row another device may be faster.
const ATTEMPTS: u32 = 4;

/// What is on the device and what is in the account. Each edit is on the device first; here it follows
/// into the account. Only investors have a draft there.
#[derive(Clone, Copy, Debug)]
pub struct Sync {
    session: Session,
    stage: RwSignal<Stage>,
    edits: StoredValue<u32>,
}

/// How the two stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// They have not been compared yet.
    #[default]
    Unknown,
    /// They are the same.
    Same,
    /// Both have changed: the person chooses. Holds what is in the account.
    Apart(Arc<wire::Draft>),
    /// A newer version of the app wrote what is in the account.
    Newer,
    /// It could not be compared, and why; the device keeps what was typed.
    Failed(ApiError),
}

/// Which of two versions goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What is on this device.
    Device,
    /// What is in the account.
    Account,
}

impl Sync {
    /// Nothing has been compared.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self { session, stage: RwSignal::new(Stage::Unknown), edits: StoredValue::new(0) }
    }

    /// How the two stand; tracked.
    #[must_use]
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Brings both together once nobody has typed for a moment.
    pub fn soon(self) {
        let edit = self.edits.try_update_value(|edits| {
            *edits += 1;
            *edits
        });
        let go = move || {
            if self.edits.try_get_value() == edit {
                self.begin();
            }
        };
        set_timeout(go, QUIET);
    }

    /// Brings both together without waiting.
    pub fn begin(self) {
        spawn_local(async move {
            self.now().await;
        });
    }

    /// Brings both together, and says whether the account then has all that is on the device.
    pub async fn now(self) -> bool {
        let Some(account) = self.owner() else { return false };
        let stage = together(&account.id).await.unwrap_or_else(Stage::Failed);
        self.arrive(stage)
    }

    /// Goes on with one of two versions; the other one is put aside on this device.
    pub fn choose(self, choice: Choice) {
        let Stage::Apart(stored) = self.stage.get_untracked() else { return };
        let Some(account) = self.owner() else { return };
        spawn_local(async move {
            let stage = go_on_with(choice, &account.id, &stored).await.unwrap_or_else(Stage::Failed);
            self.arrive(stage);
        });
    }

    /// Exchanges what is on the device for what was put aside.
    pub fn swap(self) {
        let Some(other) = put_aside() else { return };
        // What is here goes aside before anything is written over it.
        if keep_aside(&here()).is_ok() {
            take(&other);
            self.begin();
        }
    }

    fn arrive(self, stage: Stage) -> bool {
        if let Stage::Failed(error) = &stage
            && error.signed_out()
        {
            self.session.expire_with(move || self.begin());
        }
        let all = stage == Stage::Same;
        self.stage.maybe_update(|before| {
            let changes = *before != stage;
            *before = stage;
            changes
        });
        all
    }

    fn owner(self) -> Option<Arc<Account>> {
        self.session.in_force().filter(|account| account.role == Role::Investor)
    }
}

/// Something of this device was put aside and can be brought back.
#[must_use]
pub fn put_aside() -> Option<Kept> {
    serde_json::from_str(&storage::read(Key::Other)?).ok()
}

/// What is on this device.
#[must_use]
pub fn here() -> Kept {
    let text = |key: Key| Some((key.name().to_owned(), storage::read(key)?));
    CARRIED.into_iter().filter_map(text).collect()
}

async fn together(account_id: &str) -> Result<Stage, ApiError> {
    for _ in 0..ATTEMPTS {
        let stored = api::draft::show().await?;
        let here = here();
        match turn::next(&here, base().as_ref(), account_id, &stored) {
            Turn::Same => {
                remember(account_id, stored.version, &here);
                return Ok(Stage::Same);
            }
            Turn::Take => {
                take(&stored.kept);
                remember(account_id, stored.version, &self::here());
                return Ok(Stage::Same);
            }
            Turn::Ask => return Ok(Stage::Apart(Arc::new(stored))),
            Turn::Newer => return Ok(Stage::Newer),
            Turn::Send => match send(account_id, &here, stored.version).await {
                // Another device was faster: what it wrote is looked at.
                Err(error) if error.code() == CHANGED => {}
                sent => return sent,
            },
        }
    }
    Ok(Stage::Unknown)
}

/// The refusal of a write that is based on an old version.
const CHANGED: &str = "changed_meanwhile";

async fn send(account_id: &str, here: &Kept, based_on: i64) -> Result<Stage, ApiError> {
    let written = api::draft::write(here.clone(), based_on).await?;
    remember(account_id, written.version, here);
    Ok(Stage::Same)
}

async fn go_on_with(choice: Choice, account_id: &str, stored: &wire::Draft) -> Result<Stage, ApiError> {
    let here = here();
    let other = match choice {
        Choice::Device => &stored.kept,
        Choice::Account => &here,
    };
    // A device that keeps nothing must not lose either of them.
    if keep_aside(other).is_err() {
        return Ok(Stage::Apart(Arc::new(stored.clone())));
    }
    match choice {
        Choice::Device => match send(account_id, &here, stored.version).await {
            Err(error) if error.code() == CHANGED => together(account_id).await,
            sent => sent,
        },
        Choice::Account => {
            take(&stored.kept);
            remember(account_id, stored.version, &self::here());
            Ok(Stage::Same)
        }
    }
}

/// Takes a version over, here and in every window.
fn take(kept: &Kept) {
    for key in CARRIED {
        let text = kept.get(key.name()).map(String::as_str);
        // What was read stays where the other version knows nothing of it.
        if text.is_some() || key != Key::Reading {
            // Without storage it lasts as long as the page.
            storage::write_from_elsewhere(key, text).unwrap_or_default();
        }
    }
}

fn keep_aside(kept: &Kept) -> Result<(), NotKept> {
    let text = serde_json::to_string(kept).map_err(|_| NotKept)?;
    storage::write(Key::Other, &text)
}

fn base() -> Option<Base> {
    Base::read(&storage::read(Key::Synced)?)
}

fn remember(account_id: &str, version: i64, kept: &Kept) {
    let base = Base { account_id: account_id.to_owned(), version, mark: turn::mark(kept) };
    // Without storage the next visit compares anew.
    storage::write(Key::Synced, &base.write()).unwrap_or_default();
}
