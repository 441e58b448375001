//! A heading whose short phrases are not cut in two.

use crate::node::{El, el};

/// Width of a phrase that fits on the narrowest screen in the largest type; a Chinese character is two
/// wide, any other letter one.
const SHORT: usize = 16;

/// Where a phrase of a Chinese heading ends.
const ENDS: [char; 7] = ['，', '：', '；', '、', '？', '。', '）'];

/// A heading with its text. Chinese has no spaces, and a line may end after any character: within a
/// short phrase it does not.
pub fn phrased(heading: El, text: &str) -> El {
    text.split_inclusive(ENDS).fold(heading, |heading, phrase| {
        let phrase = phrase.to_owned();
        // The whole text of a heading without phrases, as every English one, may break anywhere.
        if phrase.len() == text.len() || SHORT < width(&phrase) {
            heading.text(phrase)
        } else {
            heading.with(el("span", "phrase").text(phrase))
        }
    })
}

fn width(phrase: &str) -> usize {
    phrase.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}
