//! What is open and what is tried on the page: both stand in the address.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use planner::{GoalMove, Moves};

use crate::routes::Route;
use crate::state::current_plan::{CurrentPlan, Effort};
use crate::state::life::Part;

/// Most years a goal is postponed, as the planner has it.
const MOST_YEARS: u32 = 20;

/// What is open and what is tried, for as long as the page is visited.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    current: CurrentPlan,
    /// The parts whose details are open.
    open: RwSignal<Vec<Part>>,
    /// Replaces the address, and stays where the page is.
    replace: Callback<String>,
}

impl Desk {
    /// Opens what the address says. An address that tries nothing keeps what was tried before.
    pub(super) fn new() -> Self {
        let navigate = StoredValue::new_local(use_navigate());
        let replace = Callback::new(move |address: String| {
            let quietly = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&address, quietly));
        });
        let query = use_query_map().get_untracked();
        let current = expect_context::<CurrentPlan>();
        current.ask_life();
        current.ask_life_trial();
        let desk = Self { current, open: RwSignal::new(read_open(query.get_str("edit"))), replace };
        let before = current.moves().get_untracked();
        let goal = read_goal(query.get_str("goal"));
        if goal.is_some() {
            current.set_moves(Moves { goal, ..before }, Effort::Full);
        } else if before.goal.is_some() {
            // Navigating while a page is being made would run into its making.
            request_animation_frame(move || desk.write());
        }
        desk
    }

    /// The details of a part are open; tracked.
    pub(super) fn open(self, part: Part) -> bool {
        self.open.with(|open| open.contains(&part))
    }

    /// Opens the details of a part, or closes them.
    pub(super) fn toggle(self, part: Part) {
        self.open.update(|open| match open.iter().position(|known| *known == part) {
            Some(at) => {
                open.remove(at);
            }
            None => open.push(part),
        });
        self.write();
    }

    /// Tries something about a goal, or takes it back; other moves that are tried stay.
    pub(super) fn try_goal(self, goal: Option<GoalMove>) {
        let moves = self.current.moves().get_untracked();
        self.current.set_moves(Moves { goal, ..moves }, Effort::Full);
        self.write();
    }

    /// Takes back everything that is tried.
    pub(super) fn reset(self) {
        self.current.set_moves(Moves::default(), Effort::Full);
        self.write();
    }

    fn write(self) {
        let goal = self.current.moves().get_untracked().goal;
        self.replace.run(self.open.with_untracked(|open| address(open, goal)));
    }
}

fn address(open: &[Part], goal: Option<GoalMove>) -> String {
    let mut parts = Vec::new();
    if !open.is_empty() {
        parts.push(format!("edit={}", open.iter().map(|part| part.name()).collect::<Vec<_>>().join(".")));
    }
    if let Some(GoalMove { project, years_later, share }) = goal {
        parts.push(format!("goal={project}-{years_later}-{share}"));
    }
    let path = Route::Goals.path();
    if parts.is_empty() { path } else { format!("{path}?{}", parts.join("&")) }
}

fn read_open(text: Option<&str>) -> Vec<Part> {
    let names = text.unwrap_or_default().split('.');
    names.filter_map(|name| Part::ALL.into_iter().find(|part| part.name() == name)).collect()
}

/// Reads what is tried about a goal: its place, the years it is postponed, the share of it that is
/// kept. What cannot be read is not tried.
fn read_goal(text: Option<&str>) -> Option<GoalMove> {
    let mut parts = text?.splitn(3, '-');
    let project = parts.next()?.parse().ok()?;
    let years_later = parts.next()?.parse().ok().filter(|years| *years <= MOST_YEARS)?;
    let share = parts.next()?.parse().ok().filter(|share| (0.0..=1.0).contains(share))?;
    Some(GoalMove { project, years_later, share })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let goal = GoalMove { project: 3, years_later: 2, share: 0.8 };

        let address = address(&[Part::Children, Part::Home], Some(goal));

        assert_eq!(address, "/goals?edit=children.home&goal=3-2-0.8");
        assert_eq!(read_open(Some("children.home")), [Part::Children, Part::Home]);
        assert_eq!(read_goal(Some("3-2-0.8")), Some(goal));
    }

    #[test]
    fn what_is_absurd_is_neither_open_nor_tried() {
        assert_eq!(address(&[], None), "/goals");
        assert_eq!(read_open(Some("moon.home")), [Part::Home]);
        for text in ["x-2-1", "0-99-1", "0-2-7", "0-2-NaN", "0-2", ""] {
            assert_eq!(read_goal(Some(text)), None, "{text}");
        }
    }
}
