//! One way to green: what to change, what it costs, and a button to try it.

use crate::components::phrased::phrased;
use crate::node::{El, el};

/// What stands on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveWords {
    /// What to do, with the exact amount.
    pub title: String,
    /// What changes, from and to.
    pub change: String,
    /// What it costs, and where it leads.
    pub cost: String,
    /// The button.
    pub button: &'static str,
}

/// A move that can be tried, and taken back with the same button: `on_toggle` is called for both.
pub fn move_card(said: MoveWords, tried: bool, on_toggle: impl Fn() + 'static) -> El {
    let MoveWords { title, change, cost, button } = said;
    let spoken = el("span", "visually-hidden").text(format!(" {title}"));
    let button = el("button", "button move-card__try")
        .attr("type", "button")
        .on_click(on_toggle)
        .text(button)
        .with(spoken);
    el("li", "move-card")
        .class_if("move-card--tried", tried)
        .with(phrased(el("h3", "move-card__title"), &title))
        .with(el("p", "move-card__change").text(change))
        .with(el("p", "move-card__cost").text(cost))
        .with(button)
}
