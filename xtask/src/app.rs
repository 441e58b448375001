//! Builds the app for release: its program in parts that load on demand, its worker, its page.
//!
//! For development Trunk builds it, in one piece. Whatever carries the hash of the build lies in
//! one folder: a part of a program fits no other build of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::places;
use crate::shell::Output;
use crate::stamp;

mod offline;
mod page;
mod program;

pub(crate) use program::EAGER;
use program::{APP, WORKER};

/// Builds into `dist/`, which holds nothing else afterwards.
///
/// # Errors
///
/// When a tool fails, or a file cannot be read or written.
pub(crate) fn build(output: &Output) -> anyhow::Result<()> {
    let made = fresh(places::scratch()?.join("app"))?;
    program::build(output, &APP, &made)?;
    program::build(output, &WORKER, &made)?;
    let page = page::Page::read()?;
    page.join_sheets(output, &made)?;
    page::write_script(output, "opening/page.js", "iife", &made.join("opening.js"))?;
    page::write_script(output, "offline/page.js", "esm", &made.join("offline.js"))?;

    let name = format!("app-{:016x}", digest(&made)?);
    let dist = fresh(places::dist())?;
    copy(&made, &dist.join(&name))?;
    copy(&places::root().join("public"), &dist)?;
    write(&dist.join("index.html"), page.linked_to(&name))?;
    write(&dist.join("worker_loader.js"), format!("import \"/{name}/worker.js\";\n"))?;
    // Last: it lists all of them.
    offline::write_worker(&name, &dist)
}

/// A folder with nothing in it.
fn fresh(folder: PathBuf) -> anyhow::Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}

/// A number that stands for every file of a folder.
fn digest(folder: &Path) -> anyhow::Result<u64> {
    let mut hasher = Sha256::new();
    for path in stamp::files(folder)? {
        hasher.update(path.strip_prefix(folder)?.to_string_lossy().as_bytes());
        hasher.update(fs::read(&path).with_context(|| format!("reading {}", path.display()))?);
    }
    Ok(hasher.finalize().first_chunk().copied().map_or(0, u64::from_be_bytes))
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    for path in stamp::files(from)? {
        let target = to.join(path.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        fs::copy(&path, &target).with_context(|| format!("copying to {}", target.display()))?;
    }
    Ok(())
}

fn write(path: &Path, text: String) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}
