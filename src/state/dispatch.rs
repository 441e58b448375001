//! A request for a meeting on its way to the advisor.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::{NewMeeting, Step};

use crate::api::{self, ApiError};
use crate::state::request::Waiting;
use crate::state::session::{Presence, Session};
use crate::state::{counted, once};
use crate::storage::{self, Key};

/// A request for a meeting on its way: sent once, whichever page is open. Where nobody answers it waits
/// on this device, and goes with the next chance.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch {
    session: Session,
    waiting: RwSignal<Option<Waiting>>,
    outcome: RwSignal<Outcome>,
    busy: RwSignal<bool>,
    /// The page that wants to hear of every answer.
    heard: StoredValue<Option<Heard>, LocalStorage>,
}

/// Hears of an answer, and whether the request was taken.
type Heard = Rc<dyn Fn(bool)>;

/// What became of the last request.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Outcome {
    /// There is nothing to say.
    #[default]
    Nothing,
    /// It was sent, for this time.
    Sent(i64),
    /// It was not taken.
    Refused(ApiError),
    /// It waited, for this time, which could not be had any more.
    CameLate(i64),
}

impl Dispatch {
    /// What waits on this device.
    #[must_use]
    pub fn new() -> Self {
        let dispatch = Self {
            session: expect_context(),
            waiting: RwSignal::new(Waiting::read()),
            outcome: RwSignal::new(Outcome::Nothing),
            busy: RwSignal::new(false),
            heard: StoredValue::new_local(None),
        };
        // Another window sent it, or everything on this device was erased.
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(Key::Waiting.name()) {
                dispatch.waiting.set(Waiting::read());
                dispatch.outcome.set(Outcome::Nothing);
            }
        });
        let online = window_event_listener(ev::online, move |_| dispatch.begin());
        on_cleanup(move || {
            listener.remove();
            online.remove();
        });
        dispatch
    }

    /// What waits for whoever is signed in; tracked.
    #[must_use]
    pub fn waiting(self) -> Option<Waiting> {
        let account = self.session.account()?;
        self.waiting.get().filter(|waiting| waiting.account_id == account.id)
    }

    /// What became of the last request; tracked.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        self.outcome.get()
    }

    /// A request is being sent; tracked.
    #[must_use]
    pub fn busy(self) -> bool {
        self.busy.get()
    }

    /// What waits does so until somebody has signed in again; tracked.
    #[must_use]
    pub fn signed_out(self) -> bool {
        matches!(self.session.presence(), Presence::Expired(_))
    }

    /// Somebody has read what became of it.
    pub fn read(self) {
        drop(self.outcome.try_set(Outcome::Nothing));
    }

    /// Calls back after every answer, and says whether the request was taken, for as long as the page
    /// stands that asks for it.
    pub fn listen(self, heard: impl Fn(bool) + 'static) {
        self.heard.set_value(Some(Rc::new(heard)));
        on_cleanup(move || {
            self.heard.try_set_value(None);
        });
    }

    /// Sends a request for the first time.
    pub fn ask(self, meeting: NewMeeting) {
        let Some(account) = self.session.account_untracked() else { return };
        self.send(Waiting { key: once::new_key(), account_id: account.id.clone(), meeting }, false);
    }

    /// Sends what waits, if anything does.
    pub fn begin(self) {
        // Outside of whatever has called: it may be an effect, which writes no signal.
        spawn_local(async move {
            if let Some(waiting) = untrack(|| self.waiting()) {
                self.send(waiting, true);
            }
        });
    }

    /// Nobody wants it any more.
    pub fn forget(self) {
        Waiting::forget();
        drop(self.waiting.try_set(None));
    }

    /// Sends a request; `late` where it has waited on this device.
    fn send(self, waiting: Waiting, late: bool) {
        if self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.busy.set(true);
        self.outcome.maybe_update(|before| std::mem::take(before) != Outcome::Nothing);
        spawn_local(async move {
            let answer = api::meetings::ask(&waiting.meeting, waiting.key.clone()).await;
            self.busy.try_set(false);
            let start_ms = waiting.meeting.start_ms;
            match answer {
                Ok(()) => {
                    counted::take(Step::MeetingAsked);
                    self.forget();
                    // What was typed is with the advisor now.
                    storage::remove(Key::Request);
                    self.arrive(Outcome::Sent(start_ms));
                }
                Err(error) if may_come_later(&error) => self.keep(waiting, error),
                Err(error) => {
                    self.forget();
                    self.arrive(if late { Outcome::CameLate(start_ms) } else { Outcome::Refused(error) });
                }
            }
        });
    }

    fn keep(self, waiting: Waiting, error: ApiError) {
        if error.signed_out() {
            self.session.expire_with(move || self.begin());
        }
        if waiting.keep().is_ok() {
            self.waiting.maybe_update(|before| {
                let waits = Some(waiting);
                let changes = *before != waits;
                *before = waits;
                changes
            });
        } else {
            self.outcome.set(Outcome::Refused(error));
        }
    }

    fn arrive(self, outcome: Outcome) {
        let taken = matches!(outcome, Outcome::Sent(_));
        drop(self.outcome.try_set(outcome));
        if let Some(heard) = self.heard.try_get_value().flatten() {
            heard(taken);
        }
    }
}

impl Default for Dispatch {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether the same request may be taken at another time: nobody answered, or not for this reason.
fn may_come_later(error: &ApiError) -> bool {
    match error {
        ApiError::Unreachable => true,
        ApiError::Refused(problem) => error.signed_out() || problem.status == 429 || 500 <= problem.status,
        ApiError::NoPasskey => false,
    }
}

#[cfg(test)]
mod tests {
    use wire::Problem;

    use super::*;

    #[track_caller]
    fn check(status: u16, code: &str, waits: bool) {
        let problem = Problem { status, code: code.to_owned(), ..Problem::default() };
        assert_eq!(may_come_later(&ApiError::Refused(Box::new(problem))), waits, "{status} {code}");
    }

    #[test]
    fn only_what_may_still_be_taken_waits() {
        assert!(may_come_later(&ApiError::Unreachable));
        check(503, "", true);
        check(429, "too_many_requests", true);
        check(401, "signed_out", true);
        check(409, "slot_taken", false);
        check(422, "faults", false);
    }
}
