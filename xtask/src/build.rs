//! Builds the app and the server, skipping what did not change.

use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::bundle;
use crate::compress;
use crate::places;
use crate::shell::{self, Output};
use crate::stamp::Stamp;
use crate::tools;

/// What the app is made of.
const INPUTS: [&str; 13] = [
    "src",
    "planner",
    "worker",
    "wire",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
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
    let stamp = Stamp::of("app", &INPUTS, env!("CARGO_PKG_VERSION"))?;
    if stamp.is_current() && places::dist().join("index.html").is_file() {
        return output.say("app: nothing changed");
    }
    stamp.clear()?;
    let started = Instant::now();
    output.say("app: building for the browser")?;
    output.run(&mut without_panic_texts(shell::without_flags(shell::program(
        "trunk",
        &["build", "--release"],
    ))))?;
    output.say(&format!("app: built in {:.0} s", started.elapsed().as_secs_f64()))?;
    bundle::bundle_styles(&places::dist())?;
    let started = Instant::now();
    compress::compress(&places::dist())?;
    output.say(&format!("app: compressed in {:.0} s", started.elapsed().as_secs_f64()))?;
    stamp.write()
}

/// Builds the standard library too, so that a panic ends the program without words: nobody reads
/// them in a browser, and they are a tenth of the app. The compiler calls this unstable; what it
/// could break is the build, not the program.
fn without_panic_texts(mut trunk: Command) -> Command {
    if tools::has_rust_source() {
        trunk
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true")
            .env("CARGO_PROFILE_WEB_PANIC", "immediate-abort")
            .env("CARGO_PROFILE_WEB_WORKER_PANIC", "immediate-abort");
    }
    trunk
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
