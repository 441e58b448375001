//! The plan that this visit is compared with: that of the last visit, or one the investor chose.

use std::sync::Arc;

use leptos::prelude::*;
use messages::Question;
use planner::answers::{self, Form};
use planner::date::YearMonth;
use planner::{Moves, Request};

use crate::compute::SEED;
use crate::state::firm_data::FirmData;
use crate::storage::{self, Key};

/// The plan that this visit is compared with.
#[derive(Clone, Copy, Debug)]
pub struct LastPlan {
    before: RwSignal<Option<Arc<Before>>>,
}

/// A plan of before.
#[derive(Debug)]
struct Before {
    request: Request,
    /// The firm's data it stood on, as the server sent them.
    firm: Vec<u8>,
}

impl LastPlan {
    /// Opens the plan of the last visit. A reload goes on with the same visit.
    #[must_use]
    pub fn new() -> Self {
        if storage::begins_visit()
            && let Some(seen) = storage::read(Key::SeenPlan)
        {
            keep(&seen, &storage::read_bytes(Key::Firm).unwrap_or_default());
        }
        Self { before: RwSignal::new(open()) }
    }

    /// The month of the last plan; none on a first visit. Tracked.
    #[must_use]
    pub fn made(self) -> Option<YearMonth> {
        self.before.with(|before| before.as_ref().map(|before| before.request.today))
    }

    /// Asks what moved since; none on a first visit. Tracked.
    #[must_use]
    pub fn question(self, firm: FirmData) -> Option<Question> {
        let (before, now) = (self.before.get()?, firm.bytes()?);
        // Data that are the same need not be read twice.
        let firm = if *before.firm == *now { Vec::new() } else { before.firm.clone() };
        Some(Question::Change { before: Box::new(before.request.clone()), firm })
    }

    /// Remembers the newest plan, so that the next visit can be compared with it.
    pub fn see(self, request: &Request) {
        // Without room for it the next visit has nothing to compare with.
        storage::write(Key::SeenPlan, &write(request)).unwrap_or_default();
    }

    /// Compares with the plan of today from now on.
    pub fn begin_anew(self, firm: FirmData) {
        if let (Some(seen), Some(firm)) = (storage::read(Key::SeenPlan), firm.bytes()) {
            keep(&seen, &firm);
            self.before.set(open());
        }
    }

    /// Forgets every plan of before, here and on the device.
    pub fn erase(self) {
        for key in [Key::SeenPlan, Key::LastPlan, Key::LastFirm] {
            storage::remove(key);
        }
        self.before.set(None);
    }
}

impl Default for LastPlan {
    fn default() -> Self {
        Self::new()
    }
}

fn keep(plan: &str, firm: &[u8]) {
    // Data without a plan would be the wrong ones for the plan that is there.
    let kept = storage::write_bytes(Key::LastFirm, firm).and_then(|()| storage::write(Key::LastPlan, plan));
    if kept.is_err() {
        storage::remove(Key::LastPlan);
        storage::remove(Key::LastFirm);
    }
}

fn open() -> Option<Arc<Before>> {
    let request = read(&storage::read(Key::LastPlan)?)?;
    Some(Arc::new(Before { request, firm: storage::read_bytes(Key::LastFirm).unwrap_or_default() }))
}

/// The month and the form: all else of a plan that is not tried is the same for everybody.
fn write(request: &Request) -> String {
    let YearMonth { year, month } = request.today;
    // A form always has a text.
    let form = serde_json::to_string(&request.form).unwrap_or_default();
    format!("{year}-{month}\n{form}")
}

/// Reads a plan of before; none where a newer version wrote it, or it is damaged.
fn read(text: &str) -> Option<Request> {
    let (made, form) = text.split_once('\n')?;
    let (year, month) = made.split_once('-')?;
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let today = YearMonth { year: year.parse().ok()?, month };
    let form: Form = serde_json::from_str(form).ok()?;
    let known = form.schema <= answers::SCHEMA;
    known.then(|| Request { form, moves: Moves::default(), today, seed: SEED, lifetimes: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_kept_is_the_plan_that_is_read() {
        let request = Request {
            form: Form { couple: Some(true), ..Form::default() },
            moves: Moves::default(),
            today: YearMonth { year: 2026, month: 11 },
            seed: SEED,
            lifetimes: None,
        };
        assert_eq!(read(&write(&request)), Some(request));
    }

    #[test]
    fn what_is_damaged_or_newer_is_not_read() {
        for text in ["", "2026-11", "2026-13\n{}", "x\n{}", "2026-11\n{", "2026-11\n{\"schema\":99}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
