//! Who is signed in on this device.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::{Account, Role};

use crate::api;
use crate::storage::{self, Key};

/// Who is signed in on this device. A guest's device asks nobody: the server is only asked where a
/// marker says that somebody signed in here.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    presence: RwSignal<Presence>,
    /// What goes on once somebody has signed in again.
    waiting: StoredValue<Vec<Box<dyn Fn()>>, LocalStorage>,
}

/// How the device stands with the server.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Presence {
    /// Nobody signed in here.
    #[default]
    Guest,
    /// Somebody did, and the server is being asked whether that still holds.
    Asking,
    /// The same, and there is no network, or no server.
    Unreachable,
    /// This account is signed in.
    SignedIn(Arc<Account>),
    /// The session has run out; what was typed waits. The account, where it is known.
    Expired(Option<Arc<Account>>),
}

impl Session {
    /// Asks the server where somebody signed in on this device.
    #[must_use]
    pub fn new() -> Self {
        let presence = if marked() { Presence::Asking } else { Presence::Guest };
        let session = Self { presence: RwSignal::new(presence), waiting: StoredValue::new_local(Vec::new()) };
        if marked() {
            spawn_local(session.look());
        }
        // Another window of this browser signed in or out.
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(Key::SignedIn.name()) {
                session.ask();
            }
        });
        on_cleanup(move || listener.remove());
        session
    }

    /// How the device stands with the server; tracked.
    #[must_use]
    pub fn presence(self) -> Presence {
        self.presence.get()
    }

    /// The account that is signed in; none for a guest, and while the server has not answered. Tracked.
    #[must_use]
    pub fn account(self) -> Option<Arc<Account>> {
        self.presence.with(Presence::account)
    }

    /// The same for what happens once; not tracked.
    #[must_use]
    pub fn account_untracked(self) -> Option<Arc<Account>> {
        self.presence.with_untracked(Presence::account)
    }

    /// The account with which the server can be asked now: the session has not run out. Not tracked.
    #[must_use]
    pub fn in_force(self) -> Option<Arc<Account>> {
        self.presence.with_untracked(|presence| match presence {
            Presence::SignedIn(account) => Some(Arc::clone(account)),
            _ => None,
        })
    }

    /// An investor is signed in; tracked.
    #[must_use]
    pub fn investor(self) -> bool {
        self.account().is_some_and(|account| account.role == Role::Investor)
    }

    /// Somebody of the firm is signed in; tracked.
    #[must_use]
    pub fn staff(self) -> bool {
        self.account().is_some_and(|account| account.role != Role::Investor)
    }

    /// Somebody is or was signed in here, and has not signed out; tracked.
    #[must_use]
    pub fn begun(self) -> bool {
        self.presence.with(|presence| *presence != Presence::Guest)
    }

    /// The address with which somebody signed in here last; empty where nobody has.
    #[must_use]
    pub fn email(self) -> String {
        storage::read(Key::SignedIn).unwrap_or_default()
    }

    /// Asks the server again who is signed in.
    pub fn ask(self) {
        if marked() {
            self.presence.maybe_update(|presence| {
                // A page that is in use stays while the server is asked.
                let changes = *presence == Presence::Unreachable || *presence == Presence::Guest;
                if changes {
                    *presence = Presence::Asking;
                }
                changes
            });
            spawn_local(self.look());
        } else {
            self.presence.set(Presence::Guest);
        }
    }

    async fn look(self) {
        match api::session::show().await {
            Ok(Some(account)) => self.begin(account),
            Ok(None) => self.expire(),
            Err(_) => {
                self.presence.maybe_update(|presence| {
                    let changes = *presence == Presence::Asking;
                    if changes {
                        *presence = Presence::Unreachable;
                    }
                    changes
                });
            }
        }
    }

    /// An account is signed in, as the server says, or has changed.
    pub fn begin(self, account: Account) {
        if self.email() != account.email {
            storage::remove(Key::Unsent);
        }
        // Without storage the next visit begins as a guest's.
        storage::write(Key::SignedIn, &account.email).unwrap_or_default();
        self.presence.set(Presence::SignedIn(Arc::new(account)));
        for go_on in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            go_on();
        }
    }

    /// The server no longer knows the session.
    pub fn expire(self) {
        self.presence.update(|presence| *presence = Presence::Expired(presence.account()));
    }

    /// The same, with what goes on once somebody has signed in again.
    pub fn expire_with(self, go_on: impl Fn() + 'static) {
        self.waiting.update_value(|waiting| waiting.push(Box::new(go_on)));
        self.expire();
    }

    /// Nobody is signed in here any more.
    pub fn end(self) {
        storage::remove(Key::SignedIn);
        // It is about clients, and the next one at this device may be anybody.
        storage::remove(Key::Unsent);
        self.waiting.update_value(Vec::clear);
        self.presence.set(Presence::Guest);
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

impl Presence {
    fn account(&self) -> Option<Arc<Account>> {
        match self {
            Self::SignedIn(account) | Self::Expired(Some(account)) => Some(Arc::clone(account)),
            Self::Guest | Self::Asking | Self::Unreachable | Self::Expired(None) => None,
        }
    }
}

fn marked() -> bool {
    storage::read(Key::SignedIn).is_some()
}
