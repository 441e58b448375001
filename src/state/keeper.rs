//! Stores the plan in the account by itself, once a change of it is finished.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::PlanSummary;

use crate::api::{self, ApiError};
use crate::clock;
use crate::state::current_plan::CurrentPlan;
use crate::state::draft::Draft;
use crate::state::language::{Language, spoken};
use crate::state::ledger;
use crate::state::session::Session;
use crate::state::sync::{Stage, Sync};

/// Time that a plan stands before it is stored: nobody is still changing it then.
const STANDS: Duration = Duration::from_secs(30);

/// Least time between two plans that are stored by themselves: an evening of changes is no row of plans.
const APART_MS: i64 = 10 * 60_000;

/// The newest plan that was stored by itself on this visit.
#[derive(Clone, Copy, Debug)]
pub struct Newest(RwSignal<Option<PlanSummary>>);

impl Newest {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// It; tracked.
    #[must_use]
    pub fn get(self) -> Option<PlanSummary> {
        self.0.get()
    }
}

impl Default for Newest {
    fn default() -> Self {
        Self::new()
    }
}

/// Stores the plan in the account by itself, once a change of it is finished.
#[derive(Clone, Copy, Debug)]
pub struct Keeper {
    draft: Draft,
    plan: CurrentPlan,
    session: Session,
    language: Language,
    newest: Newest,
    /// The digest of the plan that may be stored now; none while it is being changed.
    settled: Memo<Option<String>>,
    /// The digest that was looked at last: it is not looked at again.
    seen: StoredValue<String>,
    changes: StoredValue<u32>,
}

/// What to do about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// Nothing: it is stored.
    Never,
    /// Store it.
    Now,
    /// Look again after so many milliseconds.
    Later(i64),
}

impl Keeper {
    /// Follows the plan, wherever `changing` is not true.
    #[must_use]
    pub fn new(
        newest: Newest,
        sync: Sync,
        changing: impl Fn() -> bool + Send + std::marker::Sync + 'static,
    ) -> Self {
        let (draft, plan) = (expect_context::<Draft>(), expect_context::<CurrentPlan>());
        let session: Session = expect_context();
        let settled = Memo::new(move |_| {
            let quiet = session.investor() && sync.stage() == Stage::Same && !changing();
            let complete = quiet && draft.answers().with(Result::is_ok) && !plan.busy().get();
            if complete {
                plan.plan().with(|plan| plan.as_ref().map(|plan| plan.digest.clone()))
            } else {
                None
            }
        });
        let keeper = Self {
            draft,
            plan,
            session,
            language: expect_context(),
            newest,
            settled,
            seen: StoredValue::new(String::new()),
            changes: StoredValue::new(0),
        };
        Effect::new(move |_| {
            if settled.get().is_some() {
                keeper.after(STANDS);
            }
        });
        keeper
    }

    /// Stores the plan without waiting, if it is to be stored: the page is being left.
    pub fn begin(self) {
        spawn_local(async move {
            // What could not be stored now can be on the next visit, or by a press that says why not.
            drop(self.store().await);
        });
    }

    fn after(self, time: Duration) {
        let change = self.changes.try_update_value(|changes| {
            *changes += 1;
            *changes
        });
        let go = move || {
            if self.changes.try_get_value() == change {
                self.begin();
            }
        };
        set_timeout(go, time);
    }

    async fn store(self) -> Result<(), ApiError> {
        let Some(digest) = self.settled.try_get_untracked().flatten() else { return Ok(()) };
        if self.session.in_force().is_none() || self.seen.try_get_value().as_ref() == Some(&digest) {
            return Ok(());
        }
        let plans = api::records::plans().await?;
        match due(plans.first(), &digest, clock::moment_ms()) {
            Due::Never => self.seen.set_value(digest),
            Due::Later(ms) => self.after(Duration::from_millis(ms.unsigned_abs())),
            Due::Now => {
                // Whatever comes of it, the same plan is not sent twice by itself.
                self.seen.set_value(digest);
                let Some(record) = ledger::complete(self.draft, self.plan) else { return Ok(()) };
                let confirmed = untrack(|| self.draft.confirmed()).is_some();
                let spoken = spoken(untrack(|| self.language.get()));
                if let Some(stored) = ledger::store_by_itself(record, spoken, confirmed).await? {
                    self.newest.0.set(Some(stored));
                }
            }
        }
        Ok(())
    }
}

/// What to do about a plan with this digest, for the newest one in the account.
fn due(newest: Option<&PlanSummary>, digest: &str, now_ms: i64) -> Due {
    let Some(newest) = newest else { return Due::Now };
    if newest.digest == digest {
        return Due::Never;
    }
    // A clock that is behind the server's waits no longer than any other.
    let since_ms = now_ms - newest.created_ms;
    if (0..APART_MS).contains(&since_ms) { Due::Later(APART_MS - since_ms) } else { Due::Now }
}

#[cfg(test)]
mod tests {
    use planner::date::YearMonth;
    use planner::firm::Class;
    use planner::zone::Zone;

    use super::*;

    fn stored(digest: &str, created_ms: i64) -> PlanSummary {
        PlanSummary {
            id: String::new(),
            number: 1,
            created_ms,
            made: YearMonth { year: 2026, month: 11 },
            assessment_id: String::new(),
            class: Class::C3,
            zone: Zone::Grey,
            success: 0.7,
            median: 1.0,
            engine: String::new(),
            assumptions_dated: String::new(),
            digest: digest.to_owned(),
            firm: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn a_plan_is_stored_once_and_the_next_one_ten_minutes_later() {
        assert_eq!(due(None, "a", 0), Due::Now);
        assert_eq!(due(Some(&stored("a", 0)), "a", APART_MS), Due::Never);
        assert_eq!(due(Some(&stored("a", 0)), "b", APART_MS - 1), Due::Later(1));
        assert_eq!(due(Some(&stored("a", 0)), "b", APART_MS), Due::Now);
    }

    #[test]
    fn a_clock_behind_the_server_does_not_wait_for_ever() {
        assert_eq!(due(Some(&stored("a", 1_000)), "b", 999), Due::Now);
    }
}
