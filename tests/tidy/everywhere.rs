//! Rules of every file.
//!
//! The words that are looked for are put together here, so that this file keeps its own rules.

use crate::tree::{Source, check, file, files, has_word, is_word, lines_with};

/// The kinds of files that people write.
const WRITTEN: [&str; 12] =
    [".rs", ".toml", ".js", ".json", ".css", ".html", ".md", ".yml", ".svg", ".txt", "/run", ".gitignore"];

fn unfinished(sources: &[Source]) -> Vec<String> {
    let bad = |line: &str| {
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("#[ign", "ore")]
            .into_iter()
            .find(|mark| has_word(line, mark, is_word))
            .map(str::to_owned)
    };
    sources.iter().flat_map(|source| lines_with(source, &source.text, bad)).collect()
}

#[test]
fn nothing_is_left_for_later() {
    check("finish it, or leave it out", &unfinished(&files("", &WRITTEN)));
}

#[test]
fn the_rule_of_unfinished_things_finds_each_mark() {
    let bad = Source::example(
        "a.rs",
        concat!("// TO", "DO: round\n#[ign", "ore]\n#[ign", "ore = \"slow\"]\nmethodology"),
    );
    assert_eq!(unfinished(&[bad]).len(), 3);
}

fn machine_paths(sources: &[Source]) -> Vec<String> {
    let bad = |line: &str| {
        [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("../sha", "red")]
            .into_iter()
            .find(|path| starts_a_path(line, path))
            .map(str::to_owned)
    };
    sources.iter().flat_map(|source| lines_with(source, &source.text, bad)).collect()
}

/// Whether a path begins with these words, rather than having them further on, as `src/pages/…`.
fn starts_a_path(line: &str, start: &str) -> bool {
    line.match_indices(start)
        .any(|(at, _)| !line.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric))
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    check("paths start in the repository", &machine_paths(&files("", &WRITTEN)));
}

#[test]
fn the_rule_of_paths_finds_each_kind() {
    let bad =
        Source::example("a.md", concat!("see /wo", "rk/main\nsee ../sha", "red/x\nsee pages/ho", "me/x"));
    assert_eq!(machine_paths(&[bad]).len(), 2);
}

#[test]
fn the_lock_of_the_npm_packages_names_no_host() {
    let named = file("package-lock.json").text.contains("\"resolved\"");
    assert!(!named, "run npm with --omit-lockfile-registry-resolved: the lock is for every registry");
}

#[test]
fn the_architecture_can_be_read_in_a_sitting() {
    let lines = file("ARCHITECTURE.md").text.lines().count();
    assert!(lines < 200, "ARCHITECTURE.md has {lines} lines: keep it under 200, details belong to the code");
}
