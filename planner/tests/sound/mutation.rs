//! Changes a JSON document a little: what an investor, a page with a fault or an attacker might send.

use planner::{GoalMove, Moves};
use serde_json::{Map, Value, json};

use crate::support;

/// Numbers at which something may change.
const NUMBERS: [f64; 30] = [
    0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.0, 12.0, 13.0, 17.0, 18.0, 60.0, 63.0, 75.0, 99.0, 100.0, 120.0,
    1926.0, 1965.0, 2008.0, 2026.0, 2027.0, 2100.0, 5e4, 1e6, 1e11, 1e12, 1e308, -1e308, 5e-324,
];

/// Words that mean something somewhere.
const WORDS: [&str; 40] = [
    "",
    "a",
    "b",
    "c",
    "d",
    "e",
    "y",
    "n",
    "china",
    "canada",
    "uk",
    "hong_kong",
    "male",
    "female",
    "need",
    "want",
    "wish",
    "education",
    "home",
    "other",
    "M60",
    "F55",
    "F50",
    "C1-lowest",
    "C1",
    "C2",
    "C3",
    "C4",
    "C5",
    "equal_payment",
    "equal_principal",
    "spouse",
    "child",
    "parent",
    "will",
    "beneficiaries",
    "CASH",
    "GOLD",
    "1986-06",
    "\u{5e38}\u{9752}",
];

/// Numbers that follow from a seed alone.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another, which is above 0. SplitMix64.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % limit as u64) as usize
    }

    fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }
}

/// Changes one to four places of a document.
pub(crate) fn mutate(document: &mut Value, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        change(document, dice);
    }
}

/// Walks down to some place and changes it.
fn change(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(map) if !map.is_empty() && dice.below(16) > 0 => {
            let key = map.keys().nth(dice.below(map.len())).cloned().unwrap_or_default();
            match dice.below(24) {
                0 => drop(map.remove(&key)),
                1 => drop(map.insert(dice.one_of(&WORDS).to_owned(), leaf(dice))),
                _ => change(&mut map[&key], dice),
            }
        }
        Value::Array(list) if !list.is_empty() && dice.below(8) > 0 => {
            let place = dice.below(list.len());
            match dice.below(6) {
                0 => drop(list.remove(place)),
                1 if list.len() < 40 => list.push(list[place].clone()),
                _ => change(&mut list[place], dice),
            }
        }
        Value::Array(list) => list.push(leaf(dice)),
        Value::Number(number) if dice.below(4) > 0 => {
            let near = number.as_f64().unwrap_or(0.0);
            let near = [near + 1.0, near - 1.0, near * 10.0, near / 10.0, near * 0.5, near * 1.5, -near];
            *value = json!(dice.one_of(&near));
        }
        Value::Bool(said) if dice.below(4) > 0 => *said = !*said,
        _ => *value = leaf(dice),
    }
    // A whole number as a person's hand or a page would write it.
    if let Some(whole) = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 1e15) {
        *value = json!(whole as i64);
    }
}

fn leaf(dice: &mut Dice) -> Value {
    match dice.below(12) {
        0 => Value::Null,
        1 => json!(dice.below(2) == 0),
        2..=5 => json!(dice.one_of(&WORDS)),
        6 => Value::Object(Map::new()),
        7 => json!([dice.one_of(&WORDS)]),
        _ => json!(dice.one_of(&NUMBERS)),
    }
}

/// Requests to begin with: everything a form can hold, with every key that it knows, and moves.
pub(crate) fn seeds() -> Vec<Value> {
    let moves = Moves {
        retire_age: Some(62),
        saving_year: Some(70_000.0),
        wished_year: Some(240_000.0),
        one_off: Some(50_000.0),
        growth_share: Some(0.4),
        goal: Some(GoalMove { project: 0, years_later: 2, share: 0.5 }),
    };
    let plain = [support::china(), support::canada(), support::china_with_goals()]
        .map(|form| json!(support::request(&form, Moves::default())));
    let tried = json!(support::request(&support::china_with_goals(), moves));
    plain.into_iter().chain([tried]).collect()
}
