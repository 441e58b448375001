//! Named scenarios: what an investor tries, under a name of their own.

use serde::{Deserialize, Serialize};

use crate::Moves;
use crate::answers::{Field, FormError, Reason, Tried};

/// Most characters of a name.
pub const MOST_CHARS: usize = 40;

/// Moves under a name. The only way to get one is [`Scenario::check`]; the moves themselves are
/// checked with the form they are tried on, by [`crate::Inputs::check`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Scenario {
    name: String,
    moves: Moves,
}

impl Scenario {
    /// Names some moves; spaces around the name are left out.
    ///
    /// # Errors
    ///
    /// A name of no characters, or of more than [`MOST_CHARS`].
    pub fn check(name: &str, moves: Moves) -> Result<Self, FormError> {
        let name = name.trim();
        let chars = name.chars().count();
        if (1..=MOST_CHARS).contains(&chars) {
            return Ok(Self { name: name.to_owned(), moves });
        }
        let count = |chars: usize| f64::from(u32::try_from(chars).unwrap_or(u32::MAX));
        let reason = Reason::Range { value: count(chars), min: 1.0, max: count(MOST_CHARS) };
        Err(FormError { field: Field::Tried(Tried::NameChars), reason })
    }

    /// Its name, 1 to [`MOST_CHARS`] characters.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is tried.
    #[must_use]
    pub const fn moves(&self) -> Moves {
        self.moves
    }
}

/// A scenario as it is stored: the name may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    name: String,
    moves: Moves,
}

impl TryFrom<Unchecked> for Scenario {
    type Error = FormError;

    fn try_from(Unchecked { name, moves }: Unchecked) -> Result<Self, FormError> {
        Self::check(&name, moves)
    }
}
