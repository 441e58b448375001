//! Finds the words of the glossary in a text, each where it first stands.

use std::collections::{BTreeMap, BTreeSet};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Nothing special.
    Plain(&'a str),
    /// A word of the glossary, as it stands there, with the word's name.
    Term(&'a str, String),
}

/// The forms to look for.
pub(super) struct Marker {
    /// By first letter, in small letters, the longest first: 分散类资产 is no 分散.
    forms: BTreeMap<char, Vec<Form>>,
}

struct Form {
    letters: String,
    id: String,
}

impl Marker {
    /// Looks for these forms, each with the name of its word.
    pub(super) fn new(forms: Vec<(String, String)>) -> Self {
        let mut by_first: BTreeMap<char, Vec<Form>> = BTreeMap::new();
        for (form, id) in forms {
            let letters = form.to_ascii_lowercase();
            if let Some(first) = letters.chars().next() {
                by_first.entry(first).or_default().push(Form { letters, id });
            }
        }
        for forms in by_first.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.letters.len()));
        }
        Self { forms: by_first }
    }

    /// Divides a text at the words that have not been seen yet, and notes them as seen.
    pub(super) fn divide<'a>(&self, text: &'a str, seen: &mut BTreeSet<String>) -> Vec<Piece<'a>> {
        let small = text.to_ascii_lowercase();
        let mut pieces = Vec::new();
        let (mut plain_from, mut at) = (0, 0);
        while let Some(letter) = small.get(at..).and_then(|rest| rest.chars().next()) {
            let Some((id, length)) = self.found(&small, at, letter) else {
                at += letter.len_utf8();
                continue;
            };
            // A word that was seen is passed over whole, so that no shorter one is found inside it.
            if seen.insert(id.to_owned()) {
                pieces.extend(text.get(plain_from..at).filter(|plain| !plain.is_empty()).map(Piece::Plain));
                pieces.extend(text.get(at..at + length).map(|word| Piece::Term(word, id.to_owned())));
                plain_from = at + length;
            }
            at += length;
        }
        pieces.extend(text.get(plain_from..).filter(|plain| !plain.is_empty()).map(Piece::Plain));
        pieces
    }

    /// The longest form that stands at a place, and its length there in bytes.
    fn found(&self, small: &str, at: usize, letter: char) -> Option<(&str, usize)> {
        let (before, rest) = small.split_at_checked(at)?;
        let fits = |form: &&Form| rest.starts_with(&form.letters);
        self.forms.get(&letter)?.iter().filter(fits).find_map(|form| {
            let length = length_there(rest, &form.letters)?;
            let begins = !joined(before.chars().next_back(), form.letters.chars().next());
            begins.then_some((form.id.as_str(), length))
        })
    }
}

/// How long a form is where it stands, with the s of a plural; none where a word goes on after it.
fn length_there(rest: &str, form: &str) -> Option<usize> {
    let last = form.chars().next_back();
    let ends = |length: usize| !joined(last, rest.get(length..).and_then(|after| after.chars().next()));
    let plural = rest.get(form.len()..).is_some_and(|after| after.starts_with('s'));
    [Some(form.len()), (plural && is_latin(last)).then_some(form.len() + 1)]
        .into_iter()
        .flatten()
        .find(|length| ends(*length))
}

/// Whether two letters are of one Latin word; a hyphen joins words.
fn joined(one: Option<char>, other: Option<char>) -> bool {
    let goes_on = |letter: Option<char>| is_latin(letter) || letter == Some('-');
    is_latin(one) && goes_on(other) || goes_on(one) && is_latin(other)
}

fn is_latin(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(forms: &[(&str, &str)], text: &str, marked: &str) {
        let forms = forms.iter().map(|(form, id)| ((*form).to_owned(), (*id).to_owned())).collect();
        let pieces = Marker::new(forms).divide(text, &mut BTreeSet::new());
        let shown = pieces.iter().map(|piece| match piece {
            Piece::Plain(plain) => (*plain).to_owned(),
            Piece::Term(word, id) => format!("[{word}:{id}]"),
        });
        assert_eq!(shown.collect::<String>(), marked);
    }

    #[test]
    fn a_word_is_marked_where_it_first_stands() {
        check(
            &[("备用金", "reserve")],
            "先备好备用金。备用金放在哪里",
            "先备好[备用金:reserve]。备用金放在哪里",
        );
    }

    #[test]
    fn a_longer_word_is_not_cut_into_shorter_ones() {
        let forms = [
            ("分散", "spread"),
            ("分散类资产", "diversifiers"),
            ("佣金", "commission"),
            ("尾随佣金", "trailer"),
        ];
        check(&forms, "分散类资产很分散", "[分散类资产:diversifiers]很[分散:spread]");
        check(&forms, "尾随佣金，尾随佣金", "[尾随佣金:trailer]，尾随佣金");
    }

    #[test]
    fn latin_words_are_whole_in_any_case_and_may_be_many() {
        let forms = [("Zone", "zone"), ("term", "term"), ("CPP", "cpp")];
        check(&forms, "Zones, ozone and zoned", "[Zones:zone], ozone and zoned");
        check(&forms, "long-term terms", "long-term [terms:term]");
        check(&forms, "看CPP怎么领", "看[CPP:cpp]怎么领");
    }
}
