//! Reads one file, and finds every fault in it rather than the first.
//!
//! A parser stops at the first fault. So the part with the fault is taken out (a key that is not
//! known, or the entry of a list that cannot be read) and the rest is read again, until nothing
//! more is found. What was read after a part was taken out is thrown away.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use toml::{Table, Value};

use super::Fault;

/// Reads the text of a file.
///
/// # Errors
///
/// Every key that is not known and, in each entry of a list, the first thing that cannot be read.
pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Vec<Fault>> {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => return Err(vec![fault(name, String::new(), syntax(text, &error))]),
    };
    let mut rest = Rest { table: Value::Table(table), removed: Vec::new() };
    let mut faults = Vec::new();
    loop {
        match serde_path_to_error::deserialize::<_, T>(rest.table.clone()) {
            Ok(value) if faults.is_empty() => return Ok(value),
            Ok(_) => return Err(faults),
            Err(error) => {
                let path: Vec<Step> = error.path().iter().filter_map(step).collect();
                let message = Message::of(error.inner().message());
                faults.push(fault(name, rest.key(&path, &message), message.reason()));
                if !rest.remove(&path, &message) {
                    return Err(faults);
                }
            }
        }
    }
}

fn fault(file: &str, key: String, reason: String) -> Fault {
    Fault { file: file.to_owned(), key, reason }
}

fn syntax(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}: {}", before.matches('\n').count() + 1, error.message())
}

/// One step from the top of a file down to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// A step of the parser's path; it marks enum variants, which a file writes as keys, and gaps.
fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { variant } => Some(Step::Key(variant.clone())),
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Unknown => None,
    }
}

/// What the parser said.
enum Message {
    /// This key is not known; the rest of what it said.
    Unknown(String, String),
    /// This key is not there.
    Missing(String),
    /// Anything else.
    Other(String),
}

impl Message {
    fn of(message: &str) -> Self {
        let message = message.trim();
        if let Some(rest) = message.strip_prefix("unknown field `")
            && let Some((key, expected)) = rest.split_once('`')
        {
            return Self::Unknown(key.to_owned(), expected.trim_start_matches([',', ' ']).to_owned());
        }
        if let Some(key) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
            return Self::Missing(key.to_owned());
        }
        Self::Other(message.to_owned())
    }

    fn reason(&self) -> String {
        match self {
            Self::Unknown(_, expected) if expected.is_empty() => "is not a key that is known here".to_owned(),
            Self::Unknown(_, expected) => format!("is not a key that is known here, {expected}"),
            Self::Missing(_) => "is missing".to_owned(),
            Self::Other(message) => message.clone(),
        }
    }

    /// The key the message is about, where the path leads only to its table.
    fn own_key(&self) -> Option<&str> {
        match self {
            Self::Unknown(key, _) | Self::Missing(key) => Some(key),
            Self::Other(_) => None,
        }
    }
}

/// What is left of a file, and which entries of lists were taken out of it.
struct Rest {
    table: Value,
    /// Path of each list and index of the entry, both as they were in the file.
    removed: Vec<(Vec<Step>, usize)>,
}

impl Rest {
    /// The dotted key of a fault as it was in the file.
    fn key(&self, path: &[Step], message: &Message) -> String {
        let mut steps = self.in_the_file(path);
        if let Some(key) = message.own_key()
            && steps.last() != Some(&Step::Key(key.to_owned()))
        {
            steps.push(Step::Key(key.to_owned()));
        }
        dotted(&steps)
    }

    /// Takes out the part with the fault. False when there is no part that could be spared.
    fn remove(&mut self, path: &[Step], message: &Message) -> bool {
        if let Message::Unknown(key, _) = message {
            let own = Step::Key(key.clone());
            let parent = path.strip_suffix(std::slice::from_ref(&own)).unwrap_or(path);
            return find(&mut self.table, parent)
                .and_then(Value::as_table_mut)
                .is_some_and(|table| table.remove(key).is_some());
        }
        let Some(at) = path.iter().rposition(|step| matches!(step, Step::Index(_))) else { return false };
        let (Some(list_path), Some(Step::Index(index))) = (path.get(..at), path.get(at)) else {
            return false;
        };
        let original = self.in_the_file(path.get(..=at).unwrap_or(path));
        let Some(list) = find(&mut self.table, list_path).and_then(Value::as_array_mut) else { return false };
        if *index < list.len()
            && let Some((Step::Index(index_in_file), list_in_file)) = original.split_last()
        {
            list.remove(*index);
            self.removed.push((list_in_file.to_vec(), *index_in_file));
            return true;
        }
        false
    }

    /// A path of the rest as it was in the file: entries taken out earlier are counted again.
    fn in_the_file(&self, path: &[Step]) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for step in path {
            let step = match step {
                Step::Index(index) => Step::Index(self.index_in_file(&steps, *index)),
                Step::Key(_) => step.clone(),
            };
            steps.push(step);
        }
        steps
    }

    fn index_in_file(&self, list: &[Step], index: usize) -> usize {
        let mut gone: Vec<usize> =
            self.removed.iter().filter(|(path, _)| path == list).map(|(_, index)| *index).collect();
        gone.sort_unstable();
        gone.into_iter().fold(index, |index, gone| if gone <= index { index + 1 } else { index })
    }
}

fn find<'a>(value: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(*index),
    })
}

fn dotted(steps: &[Step]) -> String {
    let words = steps.iter().enumerate().map(|(at, step)| match step {
        Step::Index(index) => format!("[{index}]"),
        Step::Key(key) if at == 0 => key.clone(),
        Step::Key(key) => format!(".{key}"),
    });
    words.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests;
