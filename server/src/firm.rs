//! Reads and checks the firm's folder, reporting every fault.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use planner::firm::shelf::{Shelf, ShelfDocument};
use planner::firm::{Assumptions, Firm, FirmDocument};
use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

mod file;

/// The default firm, as it was in the repository when the server was built.
#[derive(RustEmbed)]
#[folder = "../firm"]
#[include = "*.toml"]
#[allow_missing = true]
struct DefaultFirm;

/// Where the firm's files come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Built into this binary.
    Embedded,
    /// A folder.
    Folder(PathBuf),
}

/// Something in the firm's folder that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file it stands in, relative to the firm's folder.
    pub file: String,
    /// The key, dotted, such as `items[3].text.en`; empty when it is the whole file.
    pub key: String,
    /// What is wrong, in a few English words.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.key.is_empty() {
            write!(f, "{}: {}", self.file, self.reason)
        } else {
            write!(f, "{}: {}: {}", self.file, self.key, self.reason)
        }
    }
}

/// Reads the firm's files and checks them as a whole.
///
/// # Errors
///
/// Every fault. What the files say together is checked only once each of them can be read, and the
/// shelf only once the firm that it refers to is sound.
pub fn load(source: &Source) -> Result<(Firm, Shelf), Vec<Fault>> {
    let mut folder = Folder { texts: texts(source)?, faults: Vec::new() };
    let documents = (folder.document(), folder.shelf());
    folder.refuse_the_rest();
    if !folder.faults.is_empty() {
        return Err(folder.faults);
    }
    // A file that gave nothing left a fault, so nothing without a fault cannot happen.
    let (Some(document), Some(shelf)) = documents else { return Err(folder.faults) };
    let firm = Firm::check(document).map_err(reported)?;
    let shelf = Shelf::check(shelf, &firm).map_err(reported)?;
    Ok((firm, shelf))
}

fn reported(faults: Vec<planner::firm::Fault>) -> Vec<Fault> {
    faults.into_iter().map(Fault::from).collect()
}

impl From<planner::firm::Fault> for Fault {
    fn from(fault: planner::firm::Fault) -> Self {
        Self { file: fault.file, key: fault.key, reason: fault.reason.to_string() }
    }
}

/// The texts of a firm's folder by path, and what is wrong with them so far.
struct Folder {
    texts: BTreeMap<String, String>,
    faults: Vec<Fault>,
}

impl Folder {
    /// Reads every file of the firm's document, though an earlier one may have a fault.
    fn document(&mut self) -> Option<FirmDocument> {
        let identity = self.take("firm.toml");
        let policy = self.take("policy.toml");
        let assumptions = self.take_assumptions();
        let risk = self.take("questionnaires/risk.toml");
        let goals = self.take("questionnaires/goals.toml");
        Some(FirmDocument { identity: identity?, policy: policy?, assumptions, risk: risk?, goals: goals? })
    }

    /// Reads every file of the shelf, though an earlier one may have a fault.
    fn shelf(&mut self) -> Option<ShelfDocument> {
        let upkeep = self.take("upkeep.toml");
        let products = self.take("products.toml");
        let stress = self.take("stress.toml");
        let fees = self.take("fees.toml");
        let wording = self.take("wording.toml");
        Some(ShelfDocument {
            upkeep: upkeep?,
            products: products?,
            stress: stress?,
            fees: fees?,
            wording: wording?,
        })
    }

    /// One set from each file in `assumptions/`, in the order of their names.
    fn take_assumptions(&mut self) -> Vec<Assumptions> {
        let names: Vec<String> =
            self.texts.keys().filter(|name| name.starts_with("assumptions/")).cloned().collect();
        names.iter().filter_map(|name| self.take(name)).collect()
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let Some(text) = self.texts.remove(name) else {
            self.fault(name, "is missing");
            return None;
        };
        match file::read(name, &text) {
            Ok(value) => Some(value),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        }
    }

    /// A file that nothing reads is a misspelt name.
    fn refuse_the_rest(&mut self) {
        for name in std::mem::take(&mut self.texts).into_keys() {
            self.fault(&name, "is not a file of the firm's data");
        }
    }

    fn fault(&mut self, file: &str, reason: &str) {
        self.faults.push(Fault { file: file.to_owned(), key: String::new(), reason: reason.to_owned() });
    }
}

/// Every TOML file by its path with forward slashes.
fn texts(source: &Source) -> Result<BTreeMap<String, String>, Vec<Fault>> {
    let mut texts = BTreeMap::new();
    match source {
        Source::Embedded => {
            for name in DefaultFirm::iter() {
                let bytes = DefaultFirm::get(&name).map(|file| file.data).unwrap_or_default();
                texts.insert(name.into_owned(), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        Source::Folder(folder) => read_into(&mut texts, folder, "").map_err(|error| {
            vec![Fault {
                file: folder.display().to_string(),
                key: String::new(),
                reason: format!("cannot be read: {error}"),
            }]
        })?,
    }
    Ok(texts)
}

fn read_into(texts: &mut BTreeMap<String, String>, folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_into(texts, &entry.path(), &format!("{name}/"))?;
        } else if entry.path().extension().is_some_and(|extension| extension == "toml") {
            texts.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
