//! Scenarios: what the investor tried and kept on the device, under names of their own.

use leptos::ev;
use leptos::prelude::*;
use planner::Moves;
use planner::answers::FormError;
use planner::scenario::Scenario;

use crate::charts::frontier::Upward;
use crate::state::scenario::{self, Room};
use crate::storage::{self, Key};

/// Most scenarios that are kept: more cannot be compared at a glance.
pub const MOST: usize = 6;

/// Room for anything: what somebody's plan cannot take is refused when it is tried.
const ANY_ROOM: Room = Room { age: 0, growth_cap: 1.0, goals: u32::MAX };

/// The scenarios, in the order in which they were kept.
#[derive(Clone, Copy, Debug)]
pub struct Scenarios {
    kept: RwSignal<Vec<Scenario>>,
    refused: RwSignal<bool>,
}

impl Scenarios {
    /// Opens what is kept on this device.
    #[must_use]
    pub fn new() -> Self {
        let kept = storage::read(Key::Scenarios).unwrap_or_default();
        let scenarios = Self { kept: RwSignal::new(read(&kept)), refused: RwSignal::new(false) };
        scenarios.follow_other_windows();
        scenarios
    }

    /// The scenarios; tracked.
    #[must_use]
    pub fn list(self) -> Vec<Scenario> {
        self.kept.get()
    }

    /// What each of them tries; tracked.
    #[must_use]
    pub fn tried(self) -> Vec<Moves> {
        self.kept.with(|kept| kept.iter().map(Scenario::moves).collect())
    }

    /// The device kept nothing of the last change; tracked.
    #[must_use]
    pub fn refused(self) -> bool {
        self.refused.get()
    }

    /// Keeps what is tried under a name. Beyond [`MOST`] nothing is kept.
    ///
    /// # Errors
    ///
    /// A name that is too short or too long.
    pub fn keep(self, name: &str, moves: Moves) -> Result<(), FormError> {
        let scenario = Scenario::check(name, moves)?;
        self.write(|kept| {
            if kept.len() < MOST {
                kept.push(scenario);
            }
        });
        Ok(())
    }

    /// Gives the scenario at a place another name.
    ///
    /// # Errors
    ///
    /// A name that is too short or too long.
    pub fn rename(self, place: usize, name: &str) -> Result<(), FormError> {
        let moves = self.kept.with_untracked(|kept| kept.get(place).map(Scenario::moves));
        let renamed = Scenario::check(name, moves.unwrap_or_default())?;
        self.write(|kept| {
            if let Some(scenario) = kept.get_mut(place) {
                *scenario = renamed;
            }
        });
        Ok(())
    }

    /// Forgets the scenario at a place.
    pub fn forget(self, place: usize) {
        self.write(|kept| {
            if place < kept.len() {
                kept.remove(place);
            }
        });
    }

    fn write(self, change: impl FnOnce(&mut Vec<Scenario>)) {
        self.kept.update(change);
        let text = self.kept.with_untracked(|kept| write(kept));
        self.refused.set(storage::write(Key::Scenarios, &text).is_err());
    }

    fn follow_other_windows(self) {
        let listener = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(Key::Scenarios.name()) {
                self.kept.set(read(&event.new_value().unwrap_or_default()));
            }
        });
        on_cleanup(move || listener.remove());
    }
}

impl Default for Scenarios {
    fn default() -> Self {
        Self::new()
    }
}

/// One line a scenario: what it tries, as in the address, and its name.
fn write(kept: &[Scenario]) -> String {
    let line = |scenario: &Scenario| {
        let name = scenario.name().replace(['\n', '\r'], " ");
        [&scenario::write(&scenario.moves(), Upward::Saving), "\t", &name].concat()
    };
    kept.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads what is kept. A line that is no scenario is left out.
fn read(text: &str) -> Vec<Scenario> {
    let scenario = |line: &str| {
        let (query, name) = line.split_once('\t')?;
        let value_of = |wanted: &str| {
            let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == wanted).map(|(_, value)| value.to_owned())
        };
        Scenario::check(name, scenario::read(value_of, ANY_ROOM)).ok()
    };
    text.lines().filter_map(scenario).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use planner::GoalMove;

    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let moves = Moves {
            retire_age: Some(62),
            saving_year: Some(61_500.0),
            goal: Some(GoalMove { project: 1, years_later: 2, share: 0.5 }),
            ..Moves::default()
        };
        let kept =
            [Scenario::check("晚两年 & more=1", moves), Scenario::check("as planned", Moves::default())]
                .map(Result::unwrap);
        assert_eq!(read(&write(&kept)), kept);
    }

    #[test]
    fn damaged_lines_are_left_out_and_spoil_no_other() {
        assert_eq!(read("nonsense\n?age=62\tlater\n?age=62\t\n"), read("?age=62\tlater"));
        assert_eq!(read("").len(), 0);
        assert_eq!(read(&"?age=62\tlater\n".repeat(9)).len(), MOST);
    }
}
