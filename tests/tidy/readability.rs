//! Plain language: how long sentences are, in the articles and in the sentences of the app.

use crate::tree::{Source, check, files};

/// Most English words and most Chinese characters of a sentence in an article.
const ARTICLE: (usize, usize) = (32, 60);

/// The same of a sentence of the app: it is read in passing.
const APP: (usize, usize) = (28, 45);

/// Most English words and most Chinese characters of an article's sentences on average.
const AVERAGE: (f64, f64) = (15.0, 26.0);

/// Least reading ease of an English article; 60 to 70 is plain English.
const LEAST_EASE: f64 = 65.0;

/// The sentences of a text in Markdown; headings and tables are none, each point of a list is one.
fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.starts_with('|'));
    lines.flat_map(split).collect()
}

/// The sentences of a line.
fn split(line: &str) -> Vec<String> {
    let line = line.trim_start_matches(['-', ' ']).replace("**", "");
    let mut sentences = vec![String::new()];
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(last) = sentences.last_mut() {
            last.push(letter);
        }
        // A full stop ends a sentence where no figure or word goes on after it.
        let ends = matches!(letter, '。' | '！' | '？' | '；')
            || matches!(letter, '.' | '!' | '?' | ';' | ':')
                && letters.peek().is_none_or(|next| *next == ' ');
        if ends {
            sentences.push(String::new());
        }
    }
    sentences.into_iter().map(|sentence| sentence.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// Characters that are read one by one: Chinese ones, and each Latin word or number as one.
fn characters(sentence: &str) -> usize {
    let mut count = 0;
    let mut in_word = false;
    for letter in sentence.chars() {
        let latin = letter.is_ascii_alphanumeric() || matches!(letter, '.' | ',' | '%');
        count += usize::from(letter.is_alphanumeric() && !(latin && in_word));
        in_word = latin;
    }
    count
}

/// Syllables by the vowels: groups of them, without a silent e at the end; at least one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = word.split(|letter| !vowel(letter)).filter(|group| !group.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && 1 < groups;
    (groups - usize::from(silent)).max(1)
}

/// Flesch's reading ease: `206.835 - 1.015 words / sentences - 84.6 syllables / words`.
///
/// # Source
///
/// Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948.
fn ease(sentences: &[String]) -> f64 {
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| words(sentence)).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (sentences, words) = (count(sentences.len()), count(words.len()));
    206.835 - 1.015 * words / sentences - 84.6 * count(syllables) / words
}

fn count(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn mean(counts: &[usize]) -> f64 {
    count(counts.iter().sum()) / count(counts.len().max(1))
}

/// What is hard to read in a text of many sentences.
fn hard_text(path: &str, text: &str, chinese: bool) -> Vec<String> {
    let sentences = sentences(text);
    let long = |sentence: &String| long_sentence(sentence, ARTICLE).map(|why| format!("{path}: {why}"));
    let mut faults: Vec<String> = sentences.iter().filter_map(long).collect();
    let lengths: Vec<usize> = sentences
        .iter()
        .map(|sentence| if chinese { characters(sentence) } else { words(sentence).len() })
        .collect();
    let most = if chinese { AVERAGE.1 } else { AVERAGE.0 };
    if most < mean(&lengths) {
        faults.push(format!("{path}: {:.1} a sentence on average, at most {most}", mean(&lengths)));
    }
    let ease = ease(&sentences);
    if !chinese && ease < LEAST_EASE {
        faults.push(format!("{path}: reading ease {ease:.0}, at least {LEAST_EASE}"));
    }
    faults
}

/// How long a sentence is, where it is longer than it may be.
fn long_sentence(sentence: &str, (english, chinese): (usize, usize)) -> Option<String> {
    let (length, most) =
        if is_chinese(sentence) { (characters(sentence), chinese) } else { (words(sentence).len(), english) };
    (most < length).then(|| format!("{length}, at most {most}: {sentence}"))
}

#[test]
fn articles_are_plain_in_both_languages() {
    let mut faults = Vec::new();
    for Source { path, text } in files("firm/articles", &["zh.md", "en.md"]) {
        faults.extend(hard_text(&path, &text, path.ends_with("zh.md")));
    }
    check("a long sentence is two: say one thing in each", &faults);
}

/// The texts between quotes in a file of sentences.
fn quoted(source: &Source) -> Vec<String> {
    let code: String = source.code();
    let parts = code.split('"').skip(1).step_by(2);
    parts.map(|text| text.replace("\\n", " ")).collect()
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'))
}

#[test]
fn the_sentences_of_the_app_are_short_in_both_languages() {
    let mut faults = Vec::new();
    for source in files("src/words", &[".rs"]) {
        for text in quoted(&source) {
            let long = |sentence: String| long_sentence(&sentence, APP);
            faults.extend(
                split(&text).into_iter().filter_map(long).map(|why| format!("{}: {why}", source.path)),
            );
        }
    }
    check("a long sentence is two: say one thing in each", &faults);
}

#[test]
fn the_rule_of_plain_language_finds_what_is_hard() {
    let long = format!("{} end.", "word ".repeat(32));
    assert_eq!(hard_text("a/en.md", &long, false).len(), 2);
    let hard = "Institutional intermediaries systematically reconfigure organisational capabilities.";
    assert!(hard_text("a/en.md", hard, false)[0].contains("reading ease"));
    assert_eq!(hard_text("a/zh.md", &format!("{}。", "长".repeat(61)), true).len(), 2);
    assert_eq!(hard_text("a/zh.md", "先备好备用金。再谈投资。", true), Vec::<String>::new());
}

#[test]
fn sentences_end_where_people_end_them() {
    assert_eq!(split("It costs 0.5% a year. It adds up."), ["It costs 0.5% a year.", "It adds up."]);
    assert_eq!(split("先备好。再说；好"), ["先备好。", "再说；", "好"]);
    assert_eq!(characters("每年 4,049 元"), 4);
    assert_eq!(["the", "reserve", "table", "money"].map(syllables), [1, 2, 2, 2]);
}
