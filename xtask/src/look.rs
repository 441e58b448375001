//! The guide of every component, held to its pictures.
//!
//! It stands in development builds alone. The tests of the components have built one already, beside
//! themselves: nothing is compiled twice.

use std::fs;

use anyhow::Context;

use crate::browser;
use crate::places;
use crate::shell::{self, Output};
use crate::tools::WASM;

/// Compares every component with its picture.
///
/// # Errors
///
/// When a tool fails, or a component looks different.
pub(crate) fn look(output: &Output) -> anyhow::Result<()> {
    // The same words as the tests of the components: cargo finds all of it made.
    let words = ["test", "--no-run", "--target", WASM, "--package", "evergreen", "--test", "browser"];
    output.run(&mut shell::without_flags(shell::cargo(&words)))?;

    let guide = places::scratch()?.join("guide");
    fs::create_dir_all(&guide).with_context(|| format!("making {}", guide.display()))?;
    let app = places::target().join(WASM).join("debug").join("evergreen.wasm");
    let mut bind = shell::program("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-dir"]);
    output.run(bind.arg(&guide).arg(&app))?;

    let mut command = shell::node_program("npx", &["playwright", "test", "--config", "tests/look"]);
    output.run(command.env("CHROME", browser::ensure_chrome()?).env("EVERGREEN_GUIDE", &guide))
}
