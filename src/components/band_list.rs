//! Shares against their ranges: a bar for each, the range on it, and where it stands in words.

use std::cmp::Ordering;

use crate::node::{El, el};

/// One share.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What it is a share of.
    pub name: String,
    /// The share, with its target and range, in words.
    pub words: String,
    /// Below, within or above its range.
    pub side: Ordering,
    /// The same in a word.
    pub standing: &'static str,
    /// The share, 0 to 1.
    pub share: f64,
    /// Its target, 0 to 1.
    pub target: f64,
    /// Ends of its range, 0 to 1.
    pub range: [f64; 2],
}

/// Shows shares under each other on one scale. The words say it all: the bars are for the eye.
pub fn band_list(bands: &[Band]) -> El {
    let longest = bands.iter().flat_map(|band| [band.share, band.range[1]]).fold(0.05, f64::max);
    let at = |share: f64| format!("{:.4}", (share / longest).clamp(0.0, 1.0));
    let row = |band: &Band| {
        let [low, high] = band.range;
        let bar = el("span", "band-list__bar")
            .attr("aria-hidden", "true")
            .with(el("span", "band-list__range").attr("--low", at(low)).attr("--high", at(high)))
            .with(el("span", "band-list__held").attr("--share", at(band.share)))
            .with(el("span", "band-list__target").attr("--at", at(band.target)));
        let sign = match band.side {
            Ordering::Less => "▾ ",
            Ordering::Equal => "",
            Ordering::Greater => "▴ ",
        };
        el("li", "band-list__row")
            .class_if("band-list__row--out", band.side != Ordering::Equal)
            .with(el("span", "band-list__name").text(band.name.clone()))
            .with(
                el("span", "band-list__standing")
                    .with(el("span", "").attr("aria-hidden", "true").text(sign))
                    .text(band.standing),
            )
            .with(bar)
            .with(el("span", "band-list__words").text(band.words.clone()))
    };
    el("ul", "band-list").attr("role", "list").with_all(bands.iter().map(row))
}
