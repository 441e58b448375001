//! What keeps the app for a start without network: `offline/` with the list of the build's files.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::places;
use crate::stamp;

/// Files that nobody needs without network.
const LEFT_OUT: [&str; 1] = ["/robots.txt"];

/// Writes the worker, `sw.js`, with every file of the finished site.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn write_worker(build: &str, site: &Path) -> anyhow::Result<()> {
    let path = places::root().join("offline").join("worker.js");
    let worker = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let path = site.join("sw.js");
    fs::write(&path, headed(build, &hashes(site)?, &worker))
        .with_context(|| format!("writing {}", path.display()))
}

fn headed(build: &str, files: &Map<String, Value>, worker: &str) -> String {
    format!("const BUILD = {};\n{worker}", json!({ "name": build, "files": files }))
}

/// Every file of the site by its address, with a hash of its content.
fn hashes(site: &Path) -> anyhow::Result<Map<String, Value>> {
    let mut hashes = Map::new();
    for file in stamp::files(site)? {
        let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let hash = Sha256::digest(content).first_chunk().copied().map_or(0, u64::from_be_bytes);
        let path = address(&file.strip_prefix(site)?.to_string_lossy());
        if !LEFT_OUT.contains(&path.as_str()) {
            hashes.insert(path, json!(format!("{hash:016x}")));
        }
    }
    Ok(hashes)
}

/// The address of a file; the page itself stands at the root.
fn address(file: &str) -> String {
    if file == "index.html" { "/".to_owned() } else { format!("/{}", file.replace('\\', "/")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stands_at_the_root_and_every_other_file_under_its_name() {
        assert_eq!(address("index.html"), "/");
        assert_eq!(address("app-1\\worker.js"), "/app-1/worker.js");
    }

    #[test]
    fn the_worker_begins_with_what_it_keeps() {
        let files = Map::from_iter([("/".to_owned(), json!("0a"))]);

        let script = headed("app-1", &files, "self.x = BUILD.name;");

        let (first, rest) = script.split_once(";\n").unwrap();
        assert_eq!(rest, "self.x = BUILD.name;");
        let listed: Value = serde_json::from_str(first.strip_prefix("const BUILD = ").unwrap()).unwrap();
        assert_eq!(listed, json!({ "name": "app-1", "files": { "/": "0a" } }));
    }
}
