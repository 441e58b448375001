//! What people type, checked and trimmed at the edge.

use std::ops::RangeInclusive;

use planner::firm::shelf::Wording;
use planner::wording;

use crate::error::Fault;
use crate::faults::PROMISE;
use crate::words::Words;

/// A text of one line, trimmed.
///
/// # Errors
///
/// When it is too short or too long, in letters, or holds a line break or another control character.
pub fn line(field: &str, typed: &str, letters: RangeInclusive<usize>) -> Result<String, Fault> {
    let text = block(field, typed, letters)?;
    if text.contains(char::is_control) {
        return Err(Fault::new(field, "character", CHARACTER));
    }
    Ok(text)
}

/// A text of several lines, trimmed.
///
/// # Errors
///
/// When it is too short or too long, in letters, or holds a control character that is no line break.
pub fn block(field: &str, typed: &str, letters: RangeInclusive<usize>) -> Result<String, Fault> {
    let text = typed.trim().replace("\r\n", "\n");
    let count = text.chars().count();
    if count == 0 && *letters.start() > 0 {
        return Err(Fault::new(field, "missing", Words::new("请填写。", "Please fill this in.")));
    }
    if !letters.contains(&count) {
        let words = Words::new("字数超出允许范围。", "It is too short or too long.");
        return Err(Fault::range(field, number(*letters.start()), number(*letters.end()), words));
    }
    if text.contains(|letter: char| letter.is_control() && letter != '\n' && letter != '\t') {
        return Err(Fault::new(field, "character", CHARACTER));
    }
    Ok(text)
}

/// A text that an advisor writes to a client: it promises nothing, as no text of the firm does.
///
/// # Errors
///
/// As for [`block`], or when it says a word that the firm never uses.
pub fn advice(
    field: &str,
    typed: &str,
    letters: RangeInclusive<usize>,
    words: &Wording,
) -> Result<String, Fault> {
    let text = block(field, typed, letters)?;
    if wording::screen(&text, words).is_empty() {
        return Ok(text);
    }
    Err(Fault::new(field, "word", PROMISE))
}

const CHARACTER: Words = Words::new("含有不能使用的字符。", "It holds a character that cannot be used.");

fn number(length: usize) -> f64 {
    f64::from(u32::try_from(length).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(checked: Result<String, Fault>, expected: Result<&str, &str>) {
        let expected = expected.map(str::to_owned);
        assert_eq!(checked.map_err(|fault| fault.reason), expected);
    }

    #[test]
    fn texts_are_trimmed_and_counted_in_letters() {
        check(line("name", " 李伟 ", 1..=2), Ok("李伟"));
        check(line("name", "  ", 1..=2), Err("missing"));
        check(line("name", "  ", 0..=2), Ok(""));
        check(line("name", "abc", 1..=2), Err("range"));
    }

    #[test]
    fn only_blocks_have_lines() {
        check(block("words", "a\r\nb", 1..=9), Ok("a\nb"));
        check(line("words", "a\nb", 1..=9), Err("character"));
        check(block("words", "a\u{7}b", 1..=9), Err("character"));
    }

    #[test]
    fn an_advisor_promises_nothing() {
        let wording =
            Wording { schema: 1, never: vec!["保本".to_owned()], allowed: vec!["不保本".to_owned()] };
        check(advice("note", "这个产品保本", 1..=99, &wording), Err("word"));
        check(advice("note", "这个产品不保本", 1..=99, &wording), Ok("这个产品不保本"));
    }
}
