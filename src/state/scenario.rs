//! What is tried, in the address:
//! `?age=65&save=60000&spend=180000&growth=0.4&add=100000&goal=0-2-1&map=spend`.

use planner::advice::Lever;
use planner::{GoalMove, Moves};

use crate::charts::frontier::Upward;

/// The name of a goal that is postponed or reduced, in the address.
const GOAL: &str = "goal";

/// The name of what runs upward on the map, in the address; saving is not written.
pub const MAP: &str = "map";

/// The word for spending as what runs upward on the map.
const SPEND: &str = "spend";

/// Most years by which a goal can be postponed, as the planner takes it.
const MOST_YEARS_LATER: u32 = 20;

/// Most money a lever takes, as in the form.
const MOST_MONEY: f64 = 1e11;

/// The name of a scenario, in the address that opens it.
pub const NAME: &str = "name";

/// A lever of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knob {
    /// Retirement age, in years.
    Age,
    /// Saved a year.
    Save,
    /// Spent a year in retirement.
    Spend,
    /// Growth share, 0 to 1.
    Growth,
    /// One amount added today.
    Add,
}

impl Knob {
    /// Every lever, in the order of the address.
    pub const ALL: [Self; 5] = [Self::Age, Self::Save, Self::Spend, Self::Growth, Self::Add];

    /// Its name in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Save => "save",
            Self::Spend => "spend",
            Self::Growth => "growth",
            Self::Add => "add",
        }
    }

    /// The lever that a piece of advice moves.
    #[must_use]
    pub const fn of(lever: Lever) -> Self {
        match lever {
            Lever::Spend => Self::Spend,
            Lever::Save => Self::Save,
            Lever::OneOff => Self::Add,
            Lever::Later => Self::Age,
        }
    }

    /// What is tried with it; none where it stands as in the plan.
    #[must_use]
    pub fn tried(self, moves: &Moves) -> Option<f64> {
        match self {
            Self::Age => moves.retire_age.map(f64::from),
            Self::Save => moves.saving_year,
            Self::Spend => moves.wished_year,
            Self::Growth => moves.growth_share,
            Self::Add => moves.one_off,
        }
    }

    /// Moves it, or puts it back.
    #[must_use]
    pub fn moved(self, mut moves: Moves, value: Option<f64>) -> Moves {
        match self {
            Self::Age => moves.retire_age = value.map(whole),
            Self::Save => moves.saving_year = value,
            Self::Spend => moves.wished_year = value,
            Self::Growth => moves.growth_share = value,
            Self::Add => moves.one_off = value,
        }
        moves
    }

    /// The values a planner takes.
    fn range(self, room: Room) -> (f64, f64) {
        match self {
            Self::Age => (f64::from(room.age), 100.0),
            Self::Spend => (1.0, MOST_MONEY),
            Self::Save | Self::Add => (0.0, MOST_MONEY),
            Self::Growth => (0.0, room.growth_cap),
        }
    }
}

/// What somebody's plan leaves to be tried.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Their age, in years.
    pub age: u32,
    /// The most growth their class allows, 0 to 1.
    pub growth_cap: f64,
    /// How many goals can be postponed or reduced.
    pub goals: u32,
}

/// Reads what is tried. What is no number is not tried; what is out of range is held at its end.
#[must_use]
pub fn read(value_of: impl Fn(&str) -> Option<String>, room: Room) -> Moves {
    let moves = Knob::ALL.into_iter().fold(Moves::default(), |moves, knob| {
        let value =
            value_of(knob.name()).and_then(|text| text.parse::<f64>().ok()).filter(|value| value.is_finite());
        let (min, max) = knob.range(room);
        knob.moved(moves, value.map(|value| value.clamp(min, max)))
    });
    let goal = value_of(GOAL).and_then(|text| goal(&text)).filter(|goal| goal.project < room.goals);
    Moves { goal, ..moves }
}

/// Reads a goal: its place, the years it is postponed, and the share of it that is kept.
fn goal(text: &str) -> Option<GoalMove> {
    let mut parts = text.splitn(3, '-');
    let project = parts.next()?.parse().ok()?;
    let years_later = parts.next()?.parse::<u32>().ok()?.min(MOST_YEARS_LATER);
    let share = parts.next()?.parse().ok().filter(|share| (0.0..=1.0).contains(share))?;
    Some(GoalMove { project, years_later, share })
}

/// Reads what runs upward on the map.
#[must_use]
pub fn upward(value: Option<&str>) -> Upward {
    if value == Some(SPEND) { Upward::Spending } else { Upward::Saving }
}

/// Writes what is tried, and what runs upward on the map: with a question mark, or nothing where
/// all is as in the plan.
#[must_use]
pub fn write(moves: &Moves, upward: Upward) -> String {
    let tried = Knob::ALL.into_iter().filter_map(|knob| Some((knob, knob.tried(moves)?)));
    let mut parts: Vec<_> = tried.map(|(knob, value)| [knob.name(), &short(knob, value)].join("=")).collect();
    parts.extend(moves.goal.map(|GoalMove { project, years_later, share }| {
        let share = (share * 1e4).round() / 1e4;
        format!("{GOAL}={project}-{years_later}-{share}")
    }));
    if upward == Upward::Spending {
        parts.push([MAP, SPEND].join("="));
    }
    if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() }
}

fn short(knob: Knob, value: f64) -> String {
    match knob {
        Knob::Growth => format!("{}", (value * 1e4).round() / 1e4),
        _ => format!("{}", value.round()),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the ages of a life")]
fn whole(age: f64) -> u32 {
    age.round().clamp(0.0, 150.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { age: 40, growth_cap: 0.5, goals: 1 };

    fn read_pairs(pairs: &[(&str, &str)]) -> Moves {
        let value_of =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        read(value_of, ROOM)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let moves = Moves {
            retire_age: Some(65),
            saving_year: Some(60_000.0),
            growth_share: Some(0.4),
            goal: Some(GoalMove { project: 0, years_later: 2, share: 0.5 }),
            ..Moves::default()
        };

        let query = write(&moves, Upward::Spending);

        assert_eq!(query, "?age=65&save=60000&growth=0.4&goal=0-2-0.5&map=spend");
        let pairs = [("age", "65"), ("save", "60000"), ("growth", "0.4"), ("goal", "0-2-0.5")];
        assert_eq!(read_pairs(&pairs), moves);
        assert_eq!(upward(Some("spend")), Upward::Spending);
    }

    #[test]
    fn nothing_tried_is_nothing_in_the_address() {
        assert_eq!(write(&Moves::default(), Upward::Saving), "");
        assert_eq!(read_pairs(&[]), Moves::default());
        assert_eq!(upward(None), Upward::Saving);
    }

    #[test]
    fn absurd_values_are_held_or_left_out() {
        let moves =
            read_pairs(&[("age", "12"), ("save", "-5"), ("spend", "NaN"), ("growth", "7"), ("add", "much")]);
        assert_eq!(
            moves,
            Moves {
                retire_age: Some(40),
                saving_year: Some(0.0),
                growth_share: Some(0.5),
                ..Moves::default()
            }
        );
        for goal in ["1-2-1", "0-2-7", "0-2-NaN", "0-x-1", "0", ""] {
            assert_eq!(read_pairs(&[("goal", goal)]), Moves::default(), "{goal}");
        }
    }
}
