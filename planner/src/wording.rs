//! Finds words that promise what nobody can promise.

use crate::firm::shelf::Wording;

/// The words of a text that the firm never uses, in the order of its list, each once.
///
/// A word inside a phrase that is allowed, such as a negation, is not one of them. Latin words
/// count as whole words, in any case; Chinese ones wherever they stand.
#[must_use]
pub fn screen<'a>(text: &str, wording: &'a Wording) -> Vec<&'a str> {
    let text = text.to_ascii_lowercase();
    let allowed: Vec<(usize, usize)> =
        wording.allowed.iter().flat_map(|phrase| places(&text, phrase)).collect();
    let free = |(from, to): (usize, usize)| !allowed.iter().any(|(start, end)| *start <= from && to <= *end);
    wording
        .never
        .iter()
        .filter(|word| places(&text, word).into_iter().any(free))
        .map(String::as_str)
        .collect()
}

/// Where a word begins and ends in a text of small letters, in bytes.
fn places(text: &str, word: &str) -> Vec<(usize, usize)> {
    let word = word.to_ascii_lowercase();
    if word.is_empty() {
        return Vec::new();
    }
    let ends = text.match_indices(word.as_str()).map(|(from, found)| (from, from + found.len()));
    ends.filter(|place| stands_alone(text, *place)).collect()
}

/// Whether no Latin word goes on over the ends of a place.
fn stands_alone(text: &str, (from, to): (usize, usize)) -> bool {
    let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let (before, rest) = text.split_at_checked(from).unwrap_or_default();
    let (found, after) = rest.split_at_checked(to - from).unwrap_or_default();
    let goes_on = |one: Option<char>, other: Option<char>| latin(one) && latin(other);
    !goes_on(before.chars().next_back(), found.chars().next())
        && !goes_on(found.chars().next_back(), after.chars().next())
}
