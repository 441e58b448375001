//! A choice of a few short words, one of which holds.

use crate::node::{El, el};

/// Native radio buttons side by side. Called with the place of what is chosen.
pub fn switch<const N: usize>(
    name: &'static str,
    legend: &'static str,
    choices: [&'static str; N],
    chosen: usize,
    on_choose: impl Fn(usize) + Clone + 'static,
) -> El {
    let choice = |(place, text): (usize, &'static str)| {
        let on_choose = on_choose.clone();
        let input = el("input", "switch__input")
            .attr("type", "radio")
            .attr("name", name)
            .ticked(place == chosen)
            .on("change", move |_| on_choose(place));
        el("label", "switch__choice")
            .class_if("switch__choice--chosen", place == chosen)
            .with(input)
            .with(el("span", "").text(text))
    };
    el("fieldset", "switch")
        .with(el("legend", "visually-hidden").text(legend))
        .with_all(choices.into_iter().enumerate().map(choice))
}
