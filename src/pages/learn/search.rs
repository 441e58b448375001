//! Finds words in titles, leads and bodies, Chinese and English.

use std::sync::Arc;

use wire::{ArticleCard, ArticleIndex, ArticleTexts};

use crate::words::Lang;

/// What is searched.
pub(super) struct Searched<'a> {
    /// The language of the page.
    pub(super) lang: Lang,
    /// Titles and leads, in both languages.
    pub(super) index: &'a ArticleIndex,
    /// The bodies that are here, those in the language of the page first.
    pub(super) texts: &'a [Arc<ArticleTexts>],
    /// What was typed.
    pub(super) query: &'a str,
}

/// An article that has every word.
#[derive(Debug)]
pub(super) struct Hit<'a> {
    /// The article.
    pub(super) card: &'a ArticleCard,
    /// How well it fits; more is better.
    weight: usize,
    /// Where the first word stands in the body, if it does not stand in title or lead.
    pub(super) excerpt: Option<Excerpt>,
}

/// A word in the body with what stands around it: before it, the word as it stands there, after it.
type Excerpt = [String; 3];

/// How much a word counts in a title, in a lead, and each time in a body.
const WEIGHTS: [usize; 3] = [20, 8, 1];

/// Every article that has all words of the query somewhere, the best first.
pub(super) fn search<'a>(searched: &Searched<'a>) -> Vec<Hit<'a>> {
    let words = words(searched.query);
    if words.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> =
        searched.index.articles.iter().filter_map(|card| hit(searched, card, &words)).collect();
    // A stable sort: the order of the index decides a tie.
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.weight));
    hits
}

fn hit<'a>(searched: &Searched<'a>, card: &'a ArticleCard, words: &[Word]) -> Option<Hit<'a>> {
    let titles = [small(&card.title.zh), small(&card.title.en)];
    let leads = [small(&card.lead.zh), small(&card.lead.en)];
    let bodies: Vec<&str> = searched
        .texts
        .iter()
        .filter_map(|texts| texts.texts.iter().find(|(slug, _)| *slug == card.slug))
        .map(|(_, text)| text.as_str())
        .collect();
    let small_bodies: Vec<String> = bodies.iter().map(|body| small(body)).collect();
    let mut weight = 0;
    let mut told = false;
    for word in words {
        let counts = [&titles[..], &leads[..], &small_bodies[..]]
            .map(|texts| texts.iter().map(|text| word.places(text).len()).max().unwrap_or(0));
        told |= 0 < counts[0] + counts[1];
        let own: usize = counts.iter().zip(WEIGHTS).map(|(count, weight)| (*count).min(9) * weight).sum();
        if own == 0 {
            return None;
        }
        weight += own;
    }
    let first = words.first().filter(|_| !told);
    let excerpt = first.and_then(|word| {
        let found =
            |(body, small): (&&str, &String)| excerpt(body, *word.places(small).first()?, searched.lang);
        bodies.iter().zip(&small_bodies).find_map(found)
    });
    Some(Hit { card, weight, excerpt })
}

/// Small letters, each in the place of its capital.
fn small(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// A word that is looked for, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// A run of Chinese characters.
    Chinese(String),
    /// A Latin word, or its beginning.
    Latin(String),
}

impl Word {
    /// Where it begins and ends in a text of small letters, in bytes.
    ///
    /// A Latin word is found at the beginning of words. Chinese has no spaces: where the whole run
    /// does not stand, two thirds of its pairs of characters must, and the first of them is the place.
    fn places(&self, text: &str) -> Vec<(usize, usize)> {
        match self {
            Self::Latin(word) => {
                let begins = |at: &usize| {
                    !text
                        .get(..*at)
                        .is_some_and(|before| before.ends_with(|letter: char| letter.is_ascii_alphanumeric()))
                };
                let places = text.match_indices(word.as_str()).map(|(at, _)| at).filter(begins);
                places.map(|at| (at, at + word.len())).collect()
            }
            Self::Chinese(run) => {
                let whole: Vec<_> = all_places(text, run);
                if !whole.is_empty() {
                    return whole;
                }
                let pairs = pairs(run);
                let there: Vec<&String> = pairs.iter().filter(|pair| text.contains(pair.as_str())).collect();
                if 1 < pairs.len() && 2 * pairs.len() <= 3 * there.len() {
                    return there.first().map(|pair| all_places(text, pair)).unwrap_or_default();
                }
                Vec::new()
            }
        }
    }
}

fn all_places(text: &str, word: &str) -> Vec<(usize, usize)> {
    text.match_indices(word).map(|(at, found)| (at, at + found.len())).collect()
}

/// The pairs of neighbours of a run.
fn pairs(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Whether somebody typed Chinese.
pub(super) fn is_chinese(query: &str) -> bool {
    query.chars().any(is_han)
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The words of a query: runs of Chinese characters, and Latin words without the s of a plural.
fn words(query: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let query = small(query);
    for part in query.split(|letter: char| !letter.is_alphanumeric()) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let chinese = is_han(first);
            let end = rest.find(|letter| is_han(letter) != chinese).unwrap_or(rest.len());
            let (run, later) = rest.split_at(end);
            words.push(if chinese {
                Word::Chinese(run.to_owned())
            } else {
                Word::Latin(singular(run).to_owned())
            });
            rest = later;
        }
    }
    words
}

fn singular(word: &str) -> &str {
    let plural = 3 < word.len() && word.ends_with('s') && !word.ends_with("ss");
    if plural { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// What stands around a place: some thirty characters of Chinese, or ten words of English.
fn excerpt(body: &str, (from, to): (usize, usize), lang: Lang) -> Option<Excerpt> {
    let around = match lang {
        Lang::Zh => 24,
        Lang::En => 60,
    };
    let before = body.get(..from)?;
    let after = body.get(to..)?;
    let begin = before.char_indices().rev().take(around).last().map_or(from, |(at, _)| at);
    let end = after.char_indices().nth(around).map_or(after.len(), |(at, _)| at);
    let cut = |text: &str, whole: bool| if whole { text.to_owned() } else { format!("…{text}") };
    Some([
        cut(before.get(begin..)?, begin == 0),
        body.get(from..to)?.to_owned(),
        [after.get(..end)?, if end < after.len() { "…" } else { "" }].concat(),
    ])
}

#[cfg(test)]
mod tests {
    use wire::{Bilingual, Country, Gap, Stage, Subject};

    use super::*;

    fn card(slug: &str, zh: &str, en: &str) -> ArticleCard {
        ArticleCard {
            slug: slug.to_owned(),
            subject: Subject::Reserve,
            stages: vec![Stage::Single],
            gaps: vec![Gap::NewHere],
            regions: vec![Country::Cn],
            title: Bilingual { zh: zh.to_owned(), en: en.to_owned() },
            lead: Bilingual::default(),
            minutes: [1, 1],
            dated: "2026-11-25".to_owned(),
        }
    }

    fn library() -> (ArticleIndex, Vec<Arc<ArticleTexts>>) {
        let articles = vec![
            card("a", "备用金放在哪里", "Where to keep the reserve"),
            card("b", "费用", "Fees over a life"),
        ];
        let texts = |a: &str, b: &str| {
            Arc::new(ArticleTexts {
                texts: vec![("a".to_owned(), a.to_owned()), ("b".to_owned(), b.to_owned())],
            })
        };
        (
            ArticleIndex { articles },
            vec![
                texts("先留出三到六个月的开支，放在货币基金。", "管理费与托管费每年从基金资产里扣。"),
                texts(
                    "Keep three to six months of spending in money-market funds.",
                    "Expenses come out of the fund.",
                ),
            ],
        )
    }

    #[track_caller]
    fn check(query: &str, slugs: &[&str]) {
        let (index, texts) = library();
        let hits = search(&Searched { lang: Lang::Zh, index: &index, texts: &texts, query });
        let found: Vec<&str> = hits.iter().map(|hit| hit.card.slug.as_str()).collect();
        assert_eq!(found, slugs, "{query}");
    }

    #[test]
    fn chinese_words_are_found_in_title_and_body() {
        check("备用金", &["a"]);
        check("托管费", &["b"]);
        check("货币基金 开支", &["a"]);
        check("期货", &[]);
    }

    #[test]
    fn a_chinese_phrase_is_found_by_its_pairs() {
        check("管理托管", &["b"]);
        check("三到六个月开支", &["a"]);
        check("费用扣", &[]);
    }

    #[test]
    fn english_words_are_found_from_their_beginning_in_any_case() {
        check("Reserve", &["a"]);
        check("fund", &["a", "b"]);
        check("FUNDS", &["a", "b"]);
        check("money months", &["a"]);
        check("ees", &[]);
    }

    #[test]
    fn a_title_weighs_more_than_a_body() {
        check("费", &["b"]);
        check("fee", &["b"]);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        check("  ，", &[]);
    }

    #[test]
    fn what_stands_around_the_word_is_told() {
        let (index, texts) = library();
        let hits = search(&Searched { lang: Lang::Zh, index: &index, texts: &texts, query: "托管费" });

        let [before, word, after] = hits[0].excerpt.clone().unwrap();
        assert_eq!((before.as_str(), word.as_str()), ("管理费与", "托管费"));
        assert!(after.starts_with("每年"), "{after}");
    }
}
