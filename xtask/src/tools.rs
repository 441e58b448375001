//! What has to be installed, and installs it.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, bail};

use crate::browser;
use crate::places;
use crate::shell::{self, Output};

/// The version of wasm-bindgen: that of the crate in `Cargo.toml` and of `Trunk.toml`.
const WASM_BINDGEN: &str = "0.2.130";

/// The version of Trunk.
const TRUNK: &str = "0.22.1";

/// The target of the browser's code.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Something a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// The compiler's target for the browser.
    WasmTarget,
    /// The source of the standard library, which is built anew for the browser.
    RustSource,
    /// wasm-bindgen and its test runner.
    WasmBindgen,
    /// Trunk.
    Trunk,
    /// The npm packages of `package-lock.json`.
    NodePackages,
    /// Chromium.
    Chrome,
    /// Chromium's driver.
    ChromeDriver,
}

/// What the app's build needs.
pub(crate) const FOR_THE_APP: [Need; 4] =
    [Need::WasmTarget, Need::RustSource, Need::WasmBindgen, Need::NodePackages];

/// Installs what is needed and not there yet.
///
/// # Errors
///
/// When something cannot be installed; the message says what to do by hand.
pub(crate) fn ensure(needs: &[Need]) -> anyhow::Result<()> {
    for need in needs {
        match need {
            Need::WasmTarget => ensure_wasm_target()?,
            Need::RustSource => ensure_rust_source(),
            Need::WasmBindgen => ensure_wasm_bindgen()?,
            Need::Trunk => ensure_trunk()?,
            Need::NodePackages => ensure_node_packages()?,
            Need::Chrome => drop(browser::ensure_chrome()?),
            Need::ChromeDriver => drop(browser::ensure_driver()?),
        }
    }
    Ok(())
}

fn ensure_wasm_target() -> anyhow::Result<()> {
    let asked = shell::read(&mut shell::program("rustc", &["--print", "target-libdir", "--target", WASM]));
    if asked.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    say(&format!("adding the Rust target {WASM}"));
    Output::Screen.run(&mut shell::program("rustup", &["target", "add", WASM])).with_context(|| {
        format!("install rustup, or the standard library of {WASM} from your system's packages")
    })
}

/// Without it the app still builds, a tenth larger.
fn ensure_rust_source() {
    if has_rust_source() {
        return;
    }
    say("adding the source of Rust's standard library");
    if Output::Screen.run(&mut shell::program("rustup", &["component", "add", "rust-src"])).is_err() {
        say("there is no such source: the app will be a tenth larger than it could be");
    }
}

/// Whether the source of the standard library is installed.
pub(crate) fn has_rust_source() -> bool {
    shell::read(&mut shell::program("rustc", &["--print", "sysroot"]))
        .is_some_and(|root| Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}

fn ensure_wasm_bindgen() -> anyhow::Result<()> {
    let there =
        ["wasm-bindgen", "wasm-bindgen-test-runner"].into_iter().all(|name| version_is(name, WASM_BINDGEN));
    if there {
        return Ok(());
    }
    say(&format!("installing wasm-bindgen {WASM_BINDGEN} (once, some minutes)"));
    // Not --locked: its lock file names a version of a crate that was taken back.
    install("wasm-bindgen-cli", WASM_BINDGEN, &[])
}

fn ensure_trunk() -> anyhow::Result<()> {
    if version_is("trunk", TRUNK) {
        return Ok(());
    }
    say(&format!("installing trunk {TRUNK} (once, about eight minutes)"));
    // It declares a newer compiler than it needs.
    install("trunk", TRUNK, &["--locked", "--ignore-rust-version"])
}

fn version_is(name: &str, version: &str) -> bool {
    places::find_program(name)
        .and_then(|path| shell::read(&mut shell::program(path, &["--version"])))
        .is_some_and(|said| said.split_whitespace().nth(1) == Some(version))
}

/// Installs a crate's programs with a quick profile: they are only tools.
fn install(name: &str, version: &str, options: &[&str]) -> anyhow::Result<()> {
    let tools = places::tools();
    let mut command = shell::cargo(&["install", name, "--version", version, "--root"]);
    command.arg(&tools).args(options);
    for (key, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    Output::Screen
        .run(&mut shell::without_flags(command))
        .with_context(|| format!("installing {name} {version} into {}", tools.display()))
}

fn ensure_node_packages() -> anyhow::Result<()> {
    let lock = places::root().join("package-lock.json");
    // npm writes this file last.
    let installed = places::root().join("node_modules").join(".package-lock.json");
    if changed(&lock)? <= changed(&installed).unwrap_or(SystemTime::UNIX_EPOCH) {
        return Ok(());
    }
    check_node()?;
    say("installing npm packages");
    let mut command = shell::node_program("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Output::Screen.run(&mut command)
}

fn changed(path: &Path) -> anyhow::Result<SystemTime> {
    fs::metadata(path)
        .and_then(|meta| meta.modified())
        .with_context(|| format!("looking at {}", path.display()))
}

fn check_node() -> anyhow::Result<()> {
    let Some(version) = shell::read(&mut shell::program("node", &["--version"])) else {
        bail!("Node.js is missing: install version 20 or newer");
    };
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(20_u32..) => Ok(()),
        _ => bail!("Node.js {} is too old: install version 20 or newer", version.trim()),
    }
}

fn say(what: &str) {
    println!("tools: {what}");
}
