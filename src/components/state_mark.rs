//! How far something is, by word and shape.

use crate::node::{El, Text, el};

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There, or done.
    Done,
    /// Missing, or to be done.
    Open,
    /// To be asked.
    Ask,
    /// Not needed.
    Idle,
}

impl State {
    /// Done, or still open.
    #[must_use]
    pub const fn of(done: bool) -> Self {
        if done { Self::Done } else { Self::Open }
    }
}

/// A state: its shape, and its word.
pub fn state_mark(state: State, word: impl Into<Text>) -> El {
    let (variant, shape) = match state {
        State::Done => (
            "state-mark--done",
            r#"<circle class="zone-shape__outline" cx="12" cy="12" r="10"/><path class="zone-shape__outline" d="m7.500 12.500 3 3 6-6.500"/>"#,
        ),
        State::Open => (
            "state-mark--open",
            r#"<path class="zone-shape__outline" d="M12 3.500 21.500 20h-19z"/><path class="zone-shape__outline" d="M12 10v4.500m0 2.200v.3"/>"#,
        ),
        State::Ask => (
            "state-mark--ask",
            r#"<circle class="zone-shape__outline" cx="12" cy="12" r="10"/><path class="zone-shape__outline" d="M9.300 9.600a2.700 2.700 0 1 1 4 2.400c-.9.500-1.300 1-1.300 1.900m0 2.800v.3"/>"#,
        ),
        State::Idle => (
            "state-mark--idle",
            r#"<circle class="zone-shape__outline" cx="12" cy="12" r="10"/><path class="zone-shape__outline" d="M7.500 12h9"/>"#,
        ),
    };
    let shape = el("svg", "zone-shape")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .markup(shape.to_owned());
    el("span", "state-mark")
        .class_if(variant, true)
        .with(shape)
        .with(el("span", "state-mark__word").text(word))
}
