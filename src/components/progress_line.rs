//! How far the questions have come, in words and as a line.

use leptos::prelude::*;

/// A stretch of the questions and how much of it lies behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its steps.
    pub steps: usize,
    /// Those before the one in sight.
    pub behind: usize,
}

/// A sentence above a line with one part for each stretch.
#[component]
pub fn ProgressLine(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// The stretches, in order.
    #[prop(into)]
    stretches: Signal<Vec<Stretch>>,
) -> impl IntoView {
    // The sentence says it all: the line is for the eye only.
    let part = |Stretch { steps, behind }: Stretch| {
        view! {
            <span class="progress-line__part" style:--steps=steps.to_string()>
                <span class="progress-line__done" style:--behind=share(behind, steps)></span>
            </span>
        }
    };
    view! {
        <div class="progress-line">
            <p class="progress-line__words">{sentence}</p>
            <div class="progress-line__line" aria-hidden="true">
                {move || stretches.get().into_iter().map(part).collect_view()}
            </div>
        </div>
    }
}

/// A fraction of small counts, as CSS reads it; 0 of 0 is 0.
fn share(part: usize, whole: usize) -> String {
    let count = |count| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { "0".to_owned() } else { (count(part) / count(whole)).to_string() }
}
