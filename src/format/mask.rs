//! Amounts can be hidden, for a talk in a place where others look on. Shares stay.
//!
//! Every amount of the app becomes text in [`crate::format`], so that hiding there misses none; a
//! page that shows one follows.

use leptos::prelude::*;
use leptos::reactive::graph::Observer;

thread_local! {
    static ON: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// What stands for an amount, whatever its size.
pub const DOTS: &str = "•••";

/// Amounts are hidden. Tracked, where anything is tracked.
#[must_use]
pub fn on() -> bool {
    let signal = ON.with(Clone::clone);
    // Where nobody follows, the reactive system would complain that nobody does.
    if Observer::get().is_some() { signal.get() } else { signal.get_untracked() }
}

/// Hides amounts, or shows them again.
pub fn set(on: bool) {
    ON.with(Clone::clone).set(on);
}

#[cfg(test)]
mod tests {
    use planner::firm::Region;

    use super::*;
    use crate::format;
    use crate::words::Lang;

    #[test]
    fn no_amount_shows_while_they_are_hidden_and_shares_do() {
        let said = || {
            Lang::ALL.map(|lang| {
                [
                    format::money(lang, Region::China, 1_234_567.0),
                    format::money_short(lang, Region::Canada, -54_000.0),
                    format::money_tick(lang, 12_000.0),
                    format::amount_in_words(lang, 12_000.0),
                ]
                .concat()
            })
        };
        let shown = said();
        set(true);
        let hidden = said();
        let share = format::percent(Lang::En, 0.42, 0);
        set(false);

        assert!(
            hidden.iter().all(|text| !text.contains(|letter: char| letter.is_ascii_digit())),
            "{hidden:?}"
        );
        assert_eq!(share, "42%");
        assert_eq!(said(), shown);
    }
}
