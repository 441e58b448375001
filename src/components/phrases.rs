//! A heading in phrases that stay on one line where they fit.

use crate::node::{El, el};

/// Puts a sentence into an element, phrase by phrase: a Chinese heading breaks after its marks, and within
/// a phrase only where that is longer than a line. English is one phrase.
pub fn in_phrases(heading: El, sentence: &str) -> El {
    let phrases = sentence.split_inclusive(['，', '：', '；', '。', '？']);
    heading.with_all(phrases.map(|phrase| el("span", "phrase").text(phrase.to_owned())))
}
