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

use self::care::{Care, Experts, Service};

pub mod care;
mod file;
pub mod library;
mod screen;
mod sheet;

use library::Library;

/// The default firm, as it was in the repository when the server was built.
#[derive(RustEmbed)]
#[folder = "../firm"]
#[include = "*.toml"]
#[include = "*.md"]
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

/// The firm's files after their check.
#[derive(Clone, Debug)]
pub struct FirmFiles {
    /// Policy, assumptions and questionnaires.
    pub firm: Firm,
    /// Products, stress tests, fee facts, bands and wording.
    pub shelf: Shelf,
    /// Articles, glossary, talks and sample households.
    pub library: Library,
    /// How clients are looked after.
    pub care: Care,
}

/// Reads the firm's files and checks them as a whole.
///
/// # Errors
///
/// Every fault. What the files say together is checked only once each of them can be read, and the
/// shelf and the library only once the firm that they refer to is sound.
pub fn load(source: &Source) -> Result<FirmFiles, Vec<Fault>> {
    let texts = texts(source)?;
    let mut folder = Folder { texts: texts.clone(), faults: Vec::new() };
    let documents = (folder.document(), folder.shelf(), library::take(&mut folder), folder.care());
    folder.refuse_the_rest();
    if !folder.faults.is_empty() {
        return Err(folder.faults);
    }
    // A file that gave nothing left a fault, so nothing without a fault cannot happen.
    let (Some(document), Some(shelf), Some(parts), Some((service, experts))) = documents else {
        return Err(folder.faults);
    };
    let firm = Firm::check(document).map_err(reported)?;
    let shelf = Shelf::check(shelf, &firm).map_err(reported)?;
    let care = Care::check(service, experts, &shelf.wording)?;
    let promises = screen::screen(&texts, &shelf.wording);
    match library::check(parts, &firm) {
        Ok(library) if promises.is_empty() => Ok(FirmFiles { firm, shelf, library, care }),
        checked => Err(checked.err().into_iter().flatten().chain(promises).collect()),
    }
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

    /// Reads how clients are looked after.
    fn care(&mut self) -> Option<(Service, Experts)> {
        let service = self.take("service.toml");
        let experts = self.take("experts.toml");
        Some((service?, experts?))
    }

    /// One set from each file in `assumptions/`, in the order of their names.
    fn take_assumptions(&mut self) -> Vec<Assumptions> {
        let names: Vec<String> = self.names("assumptions/").map(str::to_owned).collect();
        names.iter().filter_map(|name| self.take(name)).collect()
    }

    /// The names of the files that are left under a beginning.
    fn names(&self, beginning: &'static str) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str).filter(move |name| name.starts_with(beginning))
    }

    /// The text of a file.
    fn take_text(&mut self, name: &str) -> Option<String> {
        let text = self.texts.remove(name);
        if text.is_none() {
            self.fault(name, "is missing");
        }
        text
    }

    fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        match file::read(name, &self.take_text(name)?) {
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

/// Every TOML and Markdown file by its path with forward slashes.
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
        } else if entry.path().extension().is_some_and(|extension| extension == "toml" || extension == "md") {
            texts.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
