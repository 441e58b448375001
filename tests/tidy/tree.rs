//! The files of the repository, as text.
#![expect(clippy::unwrap_used, reason = "test code")]

use std::fs;
use std::path::Path;

/// One file.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Path from the top folder, with forward slashes.
    pub(crate) path: String,
    /// Its whole text.
    pub(crate) text: String,
}

impl Source {
    /// A file that a rule is tried on.
    pub(crate) fn example(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Rust code without comments, and without the tests at its end.
    pub(crate) fn code(&self) -> String {
        let code = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        code.map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    /// Whether the file itself is a test.
    pub(crate) fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/") || self.path.starts_with("tests/")
    }

    /// Modules of the own crate that the code names: `zone` in `crate::zone::Zone`.
    pub(crate) fn modules_used(&self) -> Vec<String> {
        let code = self.code();
        let mut modules = Vec::new();
        for (at, start) in code.match_indices("crate::") {
            let before = code.get(..at).unwrap_or_default();
            if before.ends_with(|last: char| is_word(last) || last == '$') {
                continue;
            }
            let rest = code.get(at + start.len()..).unwrap_or_default();
            match rest.strip_prefix('{') {
                Some(group) => modules.extend(entries(group).iter().map(|entry| first_word(entry))),
                None => modules.push(first_word(rest)),
            }
        }
        modules
    }
}

/// The entries of a group of imports, up to its closing brace.
fn entries(group: &str) -> Vec<String> {
    let mut entries = vec![String::new()];
    let mut depth = 0;
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => entries.push(String::new()),
            _ => {
                if let Some(entry) = entries.last_mut() {
                    entry.push(letter);
                }
            }
        }
    }
    entries
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| is_word(*letter)).collect()
}

/// Whether a letter can stand in a name.
pub(crate) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a text has this word, and not only as a part of a longer one.
pub(crate) fn has_word(text: &str, word: &str, joins: fn(char) -> bool) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + word.len()..).unwrap_or_default();
        !before.ends_with(joins) && !after.starts_with(joins)
    })
}

/// Every file below a folder of the repository with one of these endings, sorted.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&mut found, &top().join(folder), endings);
    found.sort_by(|one: &Source, other| one.path.cmp(&other.path));
    found
}

/// One file of the repository; empty where there is none.
pub(crate) fn file(path: &str) -> Source {
    Source { path: path.to_owned(), text: fs::read_to_string(top().join(path)).unwrap_or_default() }
}

/// Folders of things that were made, not written.
const MADE: [&str; 5] = [".git", "dist", "node_modules", "results", "target"];

fn collect(found: &mut Vec<Source>, path: &Path, endings: &[&str]) {
    if path.is_dir() {
        if path.file_name().is_some_and(|name| MADE.iter().any(|made| name == *made)) {
            return;
        }
        for entry in fs::read_dir(path).unwrap() {
            collect(found, &entry.unwrap().path(), endings);
        }
        return;
    }
    let name = path.strip_prefix(top()).unwrap().to_string_lossy().replace('\\', "/");
    if endings.iter().any(|ending| name.ends_with(ending))
        && let Ok(text) = fs::read_to_string(path)
    {
        found.push(Source { path: name, text });
    }
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with the rule and every fault on a line of its own.
#[track_caller]
pub(crate) fn check(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}\n  {}", faults.join("\n  "));
}

/// A fault for every line of a file that is at odds with a rule.
pub(crate) fn lines_with(source: &Source, text: &str, bad: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(at, line)| Some(format!("{}:{}: {}", source.path, at + 1, bad(line)?))).collect()
}

#[test]
fn the_modules_of_grouped_imports_are_found() {
    let source =
        Source::example("a.rs", "use crate::{zone::{self, Zone}, rate};\nlet x = crate::profile::score();");

    assert_eq!(source.modules_used(), ["zone", "rate", "profile"]);
}
