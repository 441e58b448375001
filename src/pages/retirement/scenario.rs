//! What is tried, in the address: `?age=65&save=60000&spend=180000&growth=0.4&add=100000`.

use planner::Moves;
use planner::advice::Lever;

/// Most money a lever takes, as in the form.
const MOST_MONEY: f64 = 1e11;

/// A lever of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knob {
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
    pub(super) const ALL: [Self; 5] = [Self::Age, Self::Save, Self::Spend, Self::Growth, Self::Add];

    /// Its name in the address.
    #[must_use]
    pub(super) const fn name(self) -> &'static str {
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
    pub(super) const fn of(lever: Lever) -> Self {
        match lever {
            Lever::Spend => Self::Spend,
            Lever::Save => Self::Save,
            Lever::OneOff => Self::Add,
            Lever::Later => Self::Age,
        }
    }

    /// What is tried with it; none where it stands as in the plan.
    #[must_use]
    pub(super) fn tried(self, moves: &Moves) -> Option<f64> {
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
    pub(super) fn moved(self, mut moves: Moves, value: Option<f64>) -> Moves {
        match self {
            Self::Age => moves.retire_age = value.map(whole),
            Self::Save => moves.saving_year = value,
            Self::Spend => moves.wished_year = value,
            Self::Growth => moves.growth_share = value,
            Self::Add => moves.one_off = value,
        }
        moves
    }

    /// The values a planner takes, for somebody of an age.
    fn range(self, age: u32, growth_cap: f64) -> (f64, f64) {
        match self {
            Self::Age => (f64::from(age), 100.0),
            Self::Spend => (1.0, MOST_MONEY),
            Self::Save | Self::Add => (0.0, MOST_MONEY),
            Self::Growth => (0.0, growth_cap),
        }
    }
}

/// Reads what is tried. What is no number is not tried; what is out of range is held at its end.
#[must_use]
pub(super) fn read(value_of: impl Fn(&str) -> Option<String>, age: u32, growth_cap: f64) -> Moves {
    Knob::ALL.into_iter().fold(Moves::default(), |moves, knob| {
        let value =
            value_of(knob.name()).and_then(|text| text.parse::<f64>().ok()).filter(|value| value.is_finite());
        let (min, max) = knob.range(age, growth_cap);
        knob.moved(moves, value.map(|value| value.clamp(min, max)))
    })
}

/// Writes what is tried: with its question mark, or nothing where nothing is.
#[must_use]
pub(super) fn write(moves: &Moves) -> String {
    let tried = Knob::ALL.into_iter().filter_map(|knob| Some((knob, knob.tried(moves)?)));
    let parts: Vec<_> =
        tried.map(|(knob, value)| format!("{}={}", knob.name(), short(knob, value))).collect();
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
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

    fn read_pairs(pairs: &[(&str, &str)]) -> Moves {
        read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()), 40, 0.5)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let moves = Moves {
            retire_age: Some(65),
            saving_year: Some(60_000.0),
            growth_share: Some(0.4),
            ..Moves::default()
        };

        let query = write(&moves);

        assert_eq!(query, "?age=65&save=60000&growth=0.4");
        assert_eq!(read_pairs(&[("age", "65"), ("save", "60000"), ("growth", "0.4")]), moves);
    }

    #[test]
    fn nothing_tried_is_nothing_in_the_address() {
        assert_eq!(write(&Moves::default()), "");
        assert_eq!(read_pairs(&[]), Moves::default());
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
    }
}
