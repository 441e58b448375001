//! Everything on this device that belongs to the person who uses it.

use leptos::prelude::*;
use planner::Moves;

use crate::state::current_plan::{CurrentPlan, Effort};
use crate::state::draft::Draft;
use crate::state::last_plan::LastPlan;
use crate::state::session::Session;
use crate::storage::{self, Key};

/// Everything on this device that belongs to the person who uses it.
#[derive(Clone, Copy, Debug)]
pub struct Belongings {
    draft: Draft,
    last: LastPlan,
    plan: CurrentPlan,
    session: Session,
}

impl Belongings {
    /// Those of the app in sight.
    #[must_use]
    pub fn here() -> Self {
        Self {
            draft: expect_context(),
            last: expect_context(),
            plan: expect_context(),
            session: expect_context(),
        }
    }

    /// Erases all of it, here and on the device, and signs nobody in. It cannot be undone.
    pub fn erase(self) {
        // First: an empty device must not be taken for an account that was emptied.
        self.session.end();
        for key in [Key::Synced, Key::Other, Key::Request, Key::OutOfRange, Key::Counted] {
            storage::remove(key);
        }
        self.draft.erase();
        self.last.erase();
        for key in [Key::Scenarios, Key::Reading, Key::Waiting] {
            // Taking something away is never refused.
            storage::write_from_elsewhere(key, None).unwrap_or_default();
        }
        // What one person tried is not for the next one on the same device.
        self.plan.set_moves(Moves::default(), Effort::Full);
    }
}
