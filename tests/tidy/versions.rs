//! Versions that stand in more than one file.
//!
//! Trunk fetches its own tools when they differ from the installed ones, and that needs a network.

use crate::tree::file;

/// What stands between two texts, the first time they appear.
#[track_caller]
fn between(path: &str, before: &str, after: &str) -> String {
    let text = file(path).text;
    let found = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    assert!(found.is_some(), "{path} has no {before}…{after}");
    found.map_or_else(String::new, |(version, _)| version.to_owned())
}

#[test]
fn every_file_names_the_same_wasm_bindgen() {
    let version = between("Cargo.toml", "wasm-bindgen = \"=", "\"");

    assert_eq!(between("Trunk.toml", "wasm_bindgen = \"", "\""), version);
    assert_eq!(between("xtask/src/tools.rs", "WASM_BINDGEN: &str = \"", "\""), version);
    assert_eq!(between("Cargo.lock", "name = \"wasm-bindgen\"\nversion = \"", "\""), version);
}

#[test]
fn every_file_names_the_same_wasm_opt() {
    let version = between("Trunk.toml", "wasm_opt = \"version_", "\"");

    assert_eq!(between("package.json", "\"binaryen\": \"", ".0.0\""), version);
}
