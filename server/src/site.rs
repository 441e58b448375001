//! The files of the app, compressed ahead of time.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use axum::body::Bytes;
use rust_embed::RustEmbed;

use crate::content::{Caching, Content};

pub(crate) mod base64;
mod inline;

/// The app as `cargo xtask build` left it. Empty when the server was built before the app.
#[derive(RustEmbed)]
#[folder = "../dist"]
#[exclude = ".*"]
#[allow_missing = true]
struct Dist;

/// The files of the app.
#[derive(Debug, Default)]
pub struct Site {
    files: BTreeMap<String, Content>,
    script_hashes: Vec<String>,
}

impl Site {
    /// The app that was built into this binary.
    #[must_use]
    pub fn embedded() -> Self {
        let contents = Dist::iter().filter_map(|name| {
            let data = Dist::get(&name)?.data;
            let content = match data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
            };
            Some((name.into_owned(), content))
        });
        Self::new(&contents.collect())
    }

    /// The app in a folder.
    ///
    /// # Errors
    ///
    /// When the folder or a file in it cannot be read.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut contents = BTreeMap::new();
        read_into(&mut contents, folder, "")?;
        Ok(Self::new(&contents))
    }

    /// The app from its files, by path; `x.br` and `x.gz` are the compressed forms of `x`.
    #[must_use]
    pub fn new(contents: &BTreeMap<String, Bytes>) -> Self {
        let coded = |name: &str, suffix: &str| contents.get(&format!("{name}{suffix}")).cloned();
        let plain = contents.iter().filter(|(name, _)| !name.ends_with(BROTLI) && !name.ends_with(GZIP));
        let files: BTreeMap<String, Content> = plain
            .map(|(name, plain)| {
                let content = Content::new(plain.clone(), media_type(name), caching(name));
                (name.clone(), content.compressed(coded(name, BROTLI), coded(name, GZIP)))
            })
            .collect();
        let script_hashes = files
            .get(PAGE)
            .map(|page| inline::script_hashes(&String::from_utf8_lossy(&page.plain)))
            .unwrap_or_default();
        Self { files, script_hashes }
    }

    /// The file of this path, without a leading slash.
    pub(crate) fn file(&self, path: &str) -> Option<&Content> {
        self.files.get(path)
    }

    /// The one page of the app; none before the app was built.
    pub(crate) fn page(&self) -> Option<&Content> {
        self.files.get(PAGE)
    }

    /// Hashes (`sha256-…`) of the scripts that stand in the page itself.
    #[must_use]
    pub fn script_hashes(&self) -> &[String] {
        &self.script_hashes
    }

    /// Whether there is no app at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

const PAGE: &str = "index.html";

/// The ends of the names of compressed files.
const BROTLI: &str = ".br";
const GZIP: &str = ".gz";

fn read_into(contents: &mut BTreeMap<String, Bytes>, folder: &Path, prefix: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_into(contents, &entry.path(), &format!("{name}/"))?;
        } else {
            contents.insert(name, fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

/// How long a browser may keep a file of this name.
fn caching(name: &str) -> Caching {
    if is_hashed(name) { Caching::Forever } else { Caching::AskFirst }
}

/// Whether a name holds the hash that the build gives: `-` and sixteen hexadecimal digits.
fn is_hashed(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let hash = part.split(['.', '_', '/']).next().unwrap_or(part);
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or(name) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        assert_eq!(caching("evergreen-0a1b2c3d4e5f6071_bg.wasm"), Caching::Forever);
        assert_eq!(caching("snippets/wasm-streams-0a1b2c3d4e5f6071/inline.js"), Caching::Forever);
        assert_eq!(caching("tokens-0a1b2c3d4e5f6071.css"), Caching::Forever);
        assert_eq!(caching("worker_loader.js"), Caching::AskFirst);
        assert_eq!(caching("index.html"), Caching::AskFirst);
    }
}
