//! Every fault of a firm's document, each with its file, key and reason.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::shelf::ShelfDocument;
use super::{Class, Firm, FirmDocument, Identity, Level, Region, SCHEMA, Text};
use crate::day::Day;

mod assumptions;
mod goals;
mod life;
mod policy;
mod products;
mod risk;
mod shelf;

/// How far a sum of weights may be from one.
const SUM_TOLERANCE: f64 = 1e-9;

/// One fault of the firm's data.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{file}: {key}: {reason}")]
pub struct Fault {
    /// The file it stands in, relative to the firm's folder.
    pub file: String,
    /// The key, dotted, with ids or indexes, such as `zone.green_success` or `items.A1.weight`.
    pub key: String,
    /// What is wrong.
    pub reason: FaultReason,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FaultReason {
    /// A form of the file that this planner does not read.
    #[error("schema {found} is not supported, must be {SCHEMA}")]
    Schema {
        /// The file's schema.
        found: u32,
    },
    /// No text, or spaces only.
    #[error("must not be empty")]
    Empty,
    /// Outside its range, or not a number.
    #[error("must be from {min} to {max}, is {value}")]
    Range {
        /// The value.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// Not the only value it can have.
    #[error("must be {expected}, is {value}")]
    Fixed {
        /// The value.
        value: f64,
        /// What it has to be.
        expected: f64,
    },
    /// An odd number of lifetimes, which come in pairs.
    #[error("must be even, is {0}")]
    Odd(u32),
    /// Not above the one before it.
    #[error("must be above {before}, the one before it, is {value}")]
    NotAbove {
        /// The value.
        value: f64,
        /// The one before it.
        before: f64,
    },
    /// Below the one before it.
    #[error("must be at least {before}, as the one before it, is {value}")]
    Falls {
        /// The value.
        value: f64,
        /// The one before it.
        before: f64,
    },
    /// Above the one before it.
    #[error("must be at most {before}, as the one before it, is {value}")]
    Rises {
        /// The value.
        value: f64,
        /// The one before it.
        before: f64,
    },
    /// Weights that do not make a whole.
    #[error("must sum to 1, sums to {sum}")]
    Sum {
        /// Their sum.
        sum: f64,
    },
    /// Too few or too many entries.
    #[error("must hold {expected}, holds {found}")]
    Length {
        /// How many there are.
        found: usize,
        /// How many there have to be.
        expected: usize,
    },
    /// Too few entries.
    #[error("must hold {least} or more, holds {found}")]
    TooFew {
        /// How many there are.
        found: usize,
        /// The fewest allowed.
        least: usize,
    },
    /// A needed entry that is not there.
    #[error("is missing")]
    Missing,
    /// An entry where none may be.
    #[error("must be left out here")]
    NotHere,
    /// A name of something that does not exist.
    #[error("{name} does not exist")]
    Unknown {
        /// The name.
        name: String,
    },
    /// A name that something before it has.
    #[error("{name} stands twice")]
    Duplicate {
        /// The name.
        name: String,
    },
    /// A day in another form.
    #[error("must be a day such as 2026-11-22, is {0}")]
    Day(String),
    /// A mail address in another form.
    #[error("must be a mail address, is {0}")]
    Mail(String),
    /// The currency of another region.
    #[error("must be {expected}, is {found}")]
    Currency {
        /// The set's currency.
        found: String,
        /// The region's currency.
        expected: &'static str,
    },
    /// Rows and columns in another order than the assets.
    #[error("must name every asset once, in the order of the assets")]
    Order,
    /// Two halves of a matrix that differ.
    #[error("must be symmetric: {value} here, {mirrored} across the diagonal")]
    NotSymmetric {
        /// The entry.
        value: f64,
        /// Its mirror image.
        mirrored: f64,
    },
    /// Correlations that no assets can have together.
    #[error("must be positive definite")]
    NotPositiveDefinite,
    /// A product level that does not suit a class.
    #[error("holds {asset} of level {level:?}, which does not suit class {}", class_key(*.class))]
    AboveClass {
        /// The asset class.
        asset: String,
        /// Its product level.
        level: Level,
        /// The lowest class that would hold it.
        class: Class,
    },
    /// The lowest class may hold the lowest product level only.
    #[error("must be R1 alone: the lowest class holds nothing above it")]
    LowestLevel,
    /// A product level that suits a class, but not the one above it.
    #[error("must hold {level:?}, which suits the class below")]
    LevelLost {
        /// The level.
        level: Level,
    },
    /// Shares outside the growth sleeve, where the growth caps do not see them.
    #[error("holds {asset}, a growth asset, outside the growth sleeve")]
    GrowthOutside {
        /// The asset class.
        asset: String,
    },
    /// A class out of its turn.
    #[error("must be {expected} here")]
    Unexpected {
        /// The class whose turn it is.
        expected: &'static str,
    },
    /// A scored item that gives no points at all.
    #[error("must have a score on one option or more")]
    NoScore,
    /// A product rated below the asset class that it holds.
    #[error("must be {least:?} or above, the level of what it holds, is {level:?}")]
    BelowAsset {
        /// The higher of its two levels.
        level: Level,
        /// The lowest level that may hold its asset class.
        least: Level,
    },
    /// A word that promises, or leads astray.
    #[error("must not say \"{word}\"")]
    Word {
        /// The word, as `wording.toml` has it.
        word: String,
    },
    /// A month that is not after another.
    #[error("must be after {0}")]
    NotAfter(String),
    /// A questionnaire that leaves out what the planner reads.
    #[error("must have an item that {0}")]
    NoItem(&'static str),
}

/// Every fault of a document, in the order of its files.
pub(super) fn faults(document: &FirmDocument) -> Vec<Fault> {
    [
        identity(&document.identity),
        policy::faults(&document.policy, &document.assumptions),
        assumptions::faults(&document.assumptions),
        risk::faults(&document.risk),
        goals::faults(&document.goals),
    ]
    .concat()
}

/// Every fault of a shelf, in the order of its files; what it names is looked up in the firm.
pub(super) fn shelf_faults(document: &ShelfDocument, firm: &Firm) -> Vec<Fault> {
    shelf::faults(document, firm)
}

fn identity(identity: &Identity) -> Vec<Fault> {
    let mut sheet = Sheet::new("firm.toml");
    sheet.schema(identity.schema);
    sheet.text("name", &identity.name);
    sheet.text("motto", &identity.motto);
    sheet.filled("phone", &identity.phone);
    sheet.mail("mail", &identity.mail);
    sheet.text("disclosure", &identity.disclosure);
    sheet.faults
}

/// The faults of one file, gathered as it is read.
struct Sheet {
    file: String,
    faults: Vec<Fault>,
}

impl Sheet {
    /// A sheet without a fault.
    fn new(file: impl Into<String>) -> Self {
        Self { file: file.into(), faults: Vec::new() }
    }

    /// Notes a fault.
    fn fault(&mut self, key: impl Into<String>, reason: FaultReason) {
        self.faults.push(Fault { file: self.file.clone(), key: key.into(), reason });
    }

    /// The file has the form that this planner reads.
    fn schema(&mut self, found: u32) {
        if found != SCHEMA {
            self.fault("schema", FaultReason::Schema { found });
        }
    }

    /// A string holds more than spaces.
    fn filled(&mut self, key: impl Into<String>, text: &str) {
        if text.trim().is_empty() {
            self.fault(key, FaultReason::Empty);
        }
    }

    /// A sentence stands in both languages.
    fn text(&mut self, key: &str, text: &Text) {
        self.filled(format!("{key}.zh"), &text.zh);
        self.filled(format!("{key}.en"), &text.en);
    }

    /// A day has the form `YYYY-MM-DD`.
    fn day(&mut self, key: &str, text: &str) {
        if !is_day(text) {
            self.fault(key, FaultReason::Day(text.to_owned()));
        }
    }

    /// A mail address has something on both sides of one `@`.
    fn mail(&mut self, key: &str, text: &str) {
        let parts = text.split_once('@');
        if !parts.is_some_and(|(who, host)| !who.is_empty() && host.contains('.') && !host.contains('@')) {
            self.fault(key, FaultReason::Mail(text.to_owned()));
        }
    }

    /// A number is within its range, ends included; infinities and NaN never are.
    fn range(&mut self, key: impl Into<String>, value: f64, range: RangeInclusive<f64>) {
        if !range.contains(&value) {
            let (min, max) = range.into_inner();
            self.fault(key, FaultReason::Range { value, min, max });
        }
    }

    /// Numbers of one table are within their ranges.
    fn ranges<const N: usize>(&mut self, table: &str, entries: [(&str, f64, RangeInclusive<f64>); N]) {
        for (key, value, range) in entries {
            self.range(format!("{table}.{key}"), value, range);
        }
    }

    /// Weights make a whole. Weights that are no numbers are left to their range.
    fn sums_to_one(&mut self, key: impl Into<String>, weights: impl IntoIterator<Item = f64>) {
        let sum: f64 = weights.into_iter().sum();
        if (sum - 1.0).abs() > SUM_TOLERANCE {
            self.fault(key, FaultReason::Sum { sum });
        }
    }

    /// A value is above the one before it.
    fn ascends(&mut self, key: impl Into<String>, value: f64, before: Option<f64>) {
        if let Some(before) = before.filter(|before| value <= *before) {
            self.fault(key, FaultReason::NotAbove { value, before });
        }
    }

    /// A value is not below the one before it.
    fn never_falls(&mut self, key: impl Into<String>, value: f64, before: Option<f64>) {
        if let Some(before) = before.filter(|before| value < *before) {
            self.fault(key, FaultReason::Falls { value, before });
        }
    }

    /// A value is not above the one before it.
    fn never_rises(&mut self, key: impl Into<String>, value: f64, before: Option<f64>) {
        if let Some(before) = before.filter(|before| value > *before) {
            self.fault(key, FaultReason::Rises { value, before });
        }
    }

    /// Names are neither empty nor used twice. `key` gives the key of a name's place.
    fn names<'a>(&mut self, names: impl IntoIterator<Item = &'a str>, key: impl Fn(usize) -> String) {
        let mut seen = BTreeSet::new();
        for (place, name) in names.into_iter().enumerate() {
            self.filled(key(place), name);
            if !seen.insert(name) && !name.is_empty() {
                self.fault(key(place), FaultReason::Duplicate { name: name.to_owned() });
            }
        }
    }
}

/// The name of an entry in a key: its id, or its place where it has none.
fn label(id: &str, place: usize) -> String {
    if id.trim().is_empty() { place.to_string() } else { id.to_owned() }
}

/// A class as the files write it.
const fn class_key(class: Class) -> &'static str {
    match class {
        Class::C1Lowest => "C1-lowest",
        Class::C1 => "C1",
        Class::C2 => "C2",
        Class::C3 => "C3",
        Class::C4 => "C4",
        Class::C5 => "C5",
    }
}

/// A region as the files write it.
const fn region_key(region: Region) -> &'static str {
    match region {
        Region::China => "china",
        Region::Canada => "canada",
    }
}

/// Whether a text is a day of the calendar, `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    text.parse::<Day>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_is_a_day_of_the_calendar() {
        for day in ["2026-11-22", "2024-02-29", "2000-02-29"] {
            assert!(is_day(day), "{day}");
        }
        for other in [
            "",
            "2026-11",
            "2026-11-22-1",
            "26-11-22",
            "2026-13-01",
            "2026-02-29",
            "1900-02-29",
            "2026-00-10",
            "2026-04-31",
            "2026-04-+1",
        ] {
            assert!(!is_day(other), "{other}");
        }
    }
}
