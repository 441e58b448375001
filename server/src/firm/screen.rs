//! Finds promises in every text of the firm, whatever file it stands in.

use std::collections::BTreeMap;
use std::path::Path;

use planner::firm::shelf::Wording;
use planner::wording;
use toml::Value;

use super::Fault;

/// The file of the words themselves.
const WORDING: &str = "wording.toml";

/// Every word that the firm never uses, wherever a text for readers has it: under a key `zh` or `en`
/// of a TOML file, or in an article.
pub(super) fn screen(texts: &BTreeMap<String, String>, wording: &Wording) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, text) in texts.iter().filter(|(file, _)| file.as_str() != WORDING) {
        let mut note = |key: String, text: &str| {
            for word in wording::screen(text, wording) {
                let reason = format!("uses {word}, which promises what nobody can promise");
                faults.push(Fault { file: file.clone(), key: key.clone(), reason });
            }
        };
        if Path::new(file).extension().is_some_and(|kind| kind == "toml") {
            // What is no TOML has been reported by its reader.
            let table = text.parse::<toml::Table>().unwrap_or_default();
            walk(&Value::Table(table), "", &mut note);
        } else {
            for (number, line) in (1..).zip(text.lines()) {
                note(format!("line {number}"), line);
            }
        }
    }
    faults
}

/// Hands on every text for readers, with its dotted key.
fn walk(value: &Value, key: &str, note: &mut impl FnMut(String, &str)) {
    match value {
        Value::Table(table) => {
            for (name, value) in table {
                let inner = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                match value {
                    Value::String(text) if matches!(name.as_str(), "zh" | "en") => note(inner, text),
                    value => walk(value, &inner, note),
                }
            }
        }
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                walk(value, &format!("{key}[{place}]"), note);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, text: &str) -> Vec<String> {
        let wording = Wording {
            schema: 1,
            never: vec!["保本".to_owned(), "sure".to_owned()],
            allowed: vec!["不保本".to_owned(), "not sure".to_owned()],
        };
        let texts = BTreeMap::from([(file.to_owned(), text.to_owned())]);
        screen(&texts, &wording).into_iter().map(|fault| fault.key).collect()
    }

    #[test]
    fn a_promise_is_found_in_every_kind_of_file() {
        assert_eq!(found("articles/a/zh.md", "头一行\n这是保本的"), ["line 2"]);
        assert_eq!(
            found("a.toml", "[[talk]]\ntitle = { zh = '保本', en = 'Sure' }"),
            ["talk[0].title.en", "talk[0].title.zh"]
        );
        assert_eq!(found("a.toml", "zh = '不保本'\nen = 'not sure'"), Vec::<String>::new());
    }

    #[test]
    fn the_list_of_words_may_name_them() {
        assert_eq!(found("wording.toml", "zh = '保本'"), Vec::<String>::new());
    }
}
