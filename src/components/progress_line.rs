//! How far the questions have come, in words and as a line.

use crate::node::{El, el};

/// A stretch of the questions and how much of it lies behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its steps.
    pub steps: usize,
    /// Those before the one in sight.
    pub behind: usize,
}

/// A sentence above a line with one part for each stretch.
pub fn progress_line(sentence: String, stretches: Vec<Stretch>) -> El {
    let part = |Stretch { steps, behind }: Stretch| {
        el("span", "progress-line__part")
            .attr("--steps", steps.to_string())
            .with(el("span", "progress-line__done").attr("--behind", share(behind, steps)))
    };
    // The sentence says it all: the line is for the eye only.
    let line = el("div", "progress-line__line")
        .attr("aria-hidden", "true")
        .with_all(stretches.into_iter().map(part));
    el("div", "progress-line").with(el("p", "progress-line__words").text(sentence)).with(line)
}

/// A fraction of small counts, as CSS reads it; 0 of 0 is 0.
fn share(part: usize, whole: usize) -> String {
    let count = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { "0".to_owned() } else { (count(part) / count(whole)).to_string() }
}
