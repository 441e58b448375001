//! A number that is entered on a page and stands in its address.

use std::rc::Rc;

use planner::entry::EntryReason;
use planner::firm::Region;

use crate::components::number_field::NumberField;
use crate::format;
use crate::node::Node;
use crate::pages::address::Address;
use crate::typed;
use crate::words::fields::Unit;
use crate::words::{self, Lang};

/// A number as it stands in the address.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// In the unit of its field.
    Number(f64),
    /// The box was emptied.
    Nothing,
    /// What was typed is no number.
    Unreadable(String),
}

impl Entered {
    /// The number under a name; `usual` where the address has none. Tracked.
    #[must_use]
    pub fn of(address: Address, name: &str, usual: Option<f64>) -> Self {
        let Some(text) = address.get(name) else { return usual.map_or(Self::Nothing, Self::Number) };
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => Self::Number(value),
            _ if text.trim().is_empty() => Self::Nothing,
            _ => Self::Unreadable(text),
        }
    }

    /// The number, where it is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Nothing | Self::Unreadable(_) => None,
        }
    }
}

/// The box of such a number.
#[derive(Debug)]
pub struct EnteredField {
    /// Where it stands.
    pub address: Address,
    /// Its name there.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// One sentence that explains it; empty where the name says it all.
    pub hint: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// What stands there.
    pub entered: Entered,
    /// Why what stands there cannot be used.
    pub refused: Option<EntryReason>,
    /// What an emptied box leaves in the address; none where it may be empty.
    pub emptied: Option<&'static str>,
}

impl EnteredField {
    /// Shows it.
    #[must_use]
    pub fn show(self, lang: Lang, region: Region) -> Node {
        let Self { address, name, label, hint, unit, entered, refused, emptied } = self;
        let value = entered.number();
        let money = unit == Unit::Money;
        let problem = match (&entered, refused) {
            (Entered::Unreadable(_), _) => words::problems::unreadable(lang, unit).to_owned(),
            (_, Some(reason)) => words::problems::entry(lang, region, unit, &reason),
            _ => String::new(),
        };
        let text = match entered {
            Entered::Number(value) => typed::show(lang, unit, value),
            Entered::Nothing => String::new(),
            Entered::Unreadable(text) => text,
        };
        let on_step = move |direction| {
            address.set(name, Some(written(typed::step(unit, value, 100_000.0, direction))));
        };
        let on_type = move |text: String| {
            let text = match typed::read(unit, &text) {
                Some(value) => Some(written(value)),
                None if text.trim().is_empty() => emptied.map(str::to_owned),
                None => Some(text),
            };
            address.set(name, text);
        };
        NumberField {
            name: name.to_owned(),
            label: label.into(),
            hint,
            text,
            reading: value
                .filter(|_| money)
                .map(|value| format::amount_in_words(lang, value))
                .unwrap_or_default(),
            unit: if money {
                words::fields::currency(lang, region)
            } else {
                words::fields::unit_sign(lang, unit).unwrap_or_default()
            },
            tried: emptied.is_some(),
            problem,
            decimal: unit != Unit::Years,
            steppers: matches!(unit, Unit::Money | Unit::Years)
                .then(|| words::discover::steppers(lang, label)),
            on_type: Rc::new(on_type),
            on_step: Rc::new(on_step),
        }
        .show()
    }
}

/// A number as the address has it: a percentage typed as 0.142 is 0.00142 there, and no digit more.
fn written(value: f64) -> String {
    ((value * 1e9).round() / 1e9).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_written_without_the_dust_of_its_division() {
        assert_eq!(written(0.142 / 100.0), "0.00142");
        assert_eq!(written(500_000.0), "500000");
    }
}
