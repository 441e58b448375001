//! How the app looks to this person: size of type, theme, and which colour means up.

use leptos::prelude::*;

use crate::storage::{self, Key};

/// What can be chosen, by its attribute on the root element and its values; the first one is the
/// way the app comes, and leaves no attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The attribute.
    pub attribute: &'static str,
    /// Its values.
    pub values: &'static [&'static str],
}

/// Size of type.
pub const TYPE: Choice = Choice { attribute: "data-type", values: &["usual", "large"] };

/// Light, dark, or as the device has it.
pub const THEME: Choice = Choice { attribute: "data-theme", values: &["device", "light", "dark"] };

/// The colour of a rise: green, or red as on the markets of mainland China.
pub const MARKET: Choice = Choice { attribute: "data-market", values: &["green-up", "red-up"] };

const CHOICES: [Choice; 3] = [TYPE, THEME, MARKET];

/// Puts what was chosen before onto the root element, before the first page shows.
pub fn begin() {
    let kept = storage::read(Key::Appearance).unwrap_or_default();
    for value in kept.split(' ') {
        for choice in CHOICES.iter().filter(|choice| choice.values.contains(&value)) {
            put(*choice, value);
        }
    }
}

/// What is chosen now, by its place among the values.
#[must_use]
pub fn chosen(choice: Choice) -> usize {
    let value = document().document_element().and_then(|root| root.get_attribute(choice.attribute));
    choice.values.iter().position(|known| Some(*known) == value.as_deref()).unwrap_or(0)
}

/// Chooses a value by its place, here and on the next visit.
pub fn choose(choice: Choice, place: usize) {
    put(choice, choice.values.get(place).copied().unwrap_or_default());
    let values: Vec<&str> =
        CHOICES.iter().filter_map(|choice| choice.values.get(chosen(*choice)).copied()).collect();
    // A browser that keeps nothing begins as the app comes next time.
    storage::write(Key::Appearance, &values.join(" ")).unwrap_or_default();
}

fn put(choice: Choice, value: &str) {
    if let Some(root) = document().document_element() {
        // The attribute is always allowed on the root element.
        root.set_attribute(choice.attribute, value).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_belongs_to_two_choices() {
        let mut values: Vec<&str> = CHOICES.iter().flat_map(|choice| choice.values).copied().collect();
        values.sort_unstable();
        assert!(values.is_sorted_by(|one, other| one < other), "{values:?}");
    }
}
