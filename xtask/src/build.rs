//! Builds the app and the server, skipping what did not change.

use std::process::ExitCode;
use std::time::Instant;

use crate::app;
use crate::compress;
use crate::places;
use crate::shell::{self, Output};
use crate::stamp::Stamp;
use crate::tools;

/// What the app is made of.
const INPUTS: [&str; 15] = [
    "src",
    "planner",
    "worker",
    "wire",
    "xtask",
    "style",
    "public",
    "offline",
    "opening",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo/config.toml",
];

/// `cargo xtask build`
///
/// # Errors
///
/// When a tool cannot be installed, or a build fails.
pub(crate) fn command() -> anyhow::Result<ExitCode> {
    tools::ensure(&tools::FOR_THE_APP)?;
    shell::say_flags_are_set_aside();
    build(&Output::Screen)?;
    println!("built {}", places::server_binary().display());
    Ok(ExitCode::SUCCESS)
}

/// Builds the app into `dist/`, then the server with the app and the firm inside.
///
/// # Errors
///
/// When either build fails.
pub(crate) fn build(output: &Output) -> anyhow::Result<()> {
    build_app(output)?;
    build_server(output)
}

fn build_app(output: &Output) -> anyhow::Result<()> {
    let stamp = Stamp::of(&INPUTS, &places::dist().join(".stamp"))?;
    if stamp.is_current() {
        return output.say("app: nothing changed");
    }
    let started = Instant::now();
    output.say("app: building for the browser")?;
    app::build(output)?;
    output.say(&format!("app: built in {:.0} s", started.elapsed().as_secs_f64()))?;
    let started = Instant::now();
    compress::compress(&places::dist())?;
    output.say(&format!("app: compressed in {:.0} s", started.elapsed().as_secs_f64()))?;
    stamp.write()
}

fn build_server(output: &Output) -> anyhow::Result<()> {
    output.say("server: building")?;
    output.run(&mut shell::cargo(&[
        "build",
        "--quiet",
        "--package",
        "evergreen-server",
        "--profile",
        "server",
    ]))
}
