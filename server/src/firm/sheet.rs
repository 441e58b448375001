//! Notes the faults of one file.

use std::ops::RangeInclusive;

use planner::day::Day;
use planner::firm::Text;

use super::Fault;

/// A file and what is wrong with it.
pub(super) struct Sheet {
    file: String,
    pub(super) faults: Vec<Fault>,
}

impl Sheet {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), faults: Vec::new() }
    }

    pub(super) fn fault(&mut self, key: &str, reason: &str) {
        self.faults.push(Fault { file: self.file.clone(), key: key.to_owned(), reason: reason.to_owned() });
    }

    pub(super) fn schema(&mut self, schema: u32) {
        if schema != 1 {
            self.fault("schema", &format!("schema {schema} is not supported, must be 1"));
        }
    }

    pub(super) fn filled(&mut self, key: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(key, "must not be empty");
        }
    }

    /// A text stands in both languages.
    pub(super) fn text(&mut self, key: &str, text: &Text) {
        self.filled(&format!("{key}.zh"), &text.zh);
        self.filled(&format!("{key}.en"), &text.en);
    }

    pub(super) fn some<T>(&mut self, key: &str, list: &[T]) {
        if list.is_empty() {
            self.fault(key, "must not be empty");
        }
    }

    pub(super) fn count(&mut self, key: &str, count: usize, range: RangeInclusive<usize>) {
        if !range.contains(&count) {
            self.fault(key, &format!("must be from {} to {}, is {count}", range.start(), range.end()));
        }
    }

    pub(super) fn day(&mut self, key: &str, day: &str) {
        if day.parse::<Day>().is_err() {
            self.fault(key, &format!("must be a day such as 2026-11-22, is {day}"));
        }
    }

    /// A name that stands in an address.
    pub(super) fn address(&mut self, key: &str, name: &str) {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        if name.is_empty() || !name.chars().all(fits) {
            self.fault(key, &format!("must be small Latin letters, digits and hyphens, is {name}"));
        }
    }

    /// No name stands twice.
    pub(super) fn unique<'a>(&mut self, list: &str, names: impl Iterator<Item = &'a str>) {
        let mut seen = std::collections::BTreeSet::new();
        for name in names {
            if !seen.insert(name) {
                self.fault(&format!("{list}.{name}"), "stands twice");
            }
        }
    }
}
