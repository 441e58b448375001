//! Whether the inputs of a build changed since it was last done.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::places;

/// Inputs of a build, as they are now.
#[derive(Debug)]
pub(crate) struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    /// Reads files and folders, relative to the top folder; one that is missing counts as empty. The
    /// stamp lies with what was built, so that the one is never without the other.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub(crate) fn of(inputs: &[&str], path: &Path) -> anyhow::Result<Self> {
        let mut hasher = Sha256::new();
        for input in inputs {
            for path in files(&places::root().join(input))? {
                let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
                hasher.update(path.to_string_lossy().as_bytes());
                hasher.update(content.len().to_le_bytes());
                hasher.update(content);
            }
        }
        let half = hasher.finalize().first_chunk().copied().map_or(0, u128::from_be_bytes);
        Ok(Self { path: path.to_owned(), digest: format!("{half:032x}") })
    }

    /// Whether the build was last done with these inputs.
    pub(crate) fn is_current(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|written| written == self.digest)
    }

    /// Notes that the build was done with these inputs.
    ///
    /// # Errors
    ///
    /// When the stamp cannot be written.
    pub(crate) fn write(&self) -> anyhow::Result<()> {
        fs::write(&self.path, &self.digest).context("writing the stamp")
    }
}

/// Every file in and below a folder, sorted; the file itself when it is one.
///
/// # Errors
///
/// When a folder cannot be read.
pub(crate) fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in path.read_dir().with_context(|| format!("reading {}", path.display()))? {
        found.extend(files(&entry?.path())?);
    }
    found.sort();
    Ok(found)
}
