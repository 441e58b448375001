//! The app with live reload, the API behind it.

use std::process::ExitCode;

use anyhow::Context;

use crate::places;
use crate::serve;
use crate::shell::{self, Output};
use crate::tools::{self, Need};

/// Where `Trunk.toml` looks for the API.
const API_PORT: &str = "3000";

/// `cargo xtask dev`: rebuilds the app on every change, until it is interrupted.
///
/// # Errors
///
/// When the server cannot be built or started, or Trunk fails.
pub(crate) fn dev() -> anyhow::Result<ExitCode> {
    tools::ensure(&tools::FOR_THE_APP)?;
    tools::ensure(&[Need::Trunk])?;
    shell::say_flags_are_set_aside();
    Output::Screen.run(&mut shell::cargo(&["build", "--quiet", "--package", "evergreen-server"]))?;
    let server = places::target().join("debug").join(places::executable("evergreen-server"));
    let mut server = shell::program(server, &["--port", API_PORT]);
    let mut server = server.env(serve::DATA, places::data()?).spawn().context("starting the server")?;

    // A folder of its own: `dist/` holds what was built for release.
    let mut trunk = shell::program("trunk", &["serve", "--open=false", "--dist"]);
    trunk.arg(places::scratch()?.join("dev"));
    let ended = Output::Screen.run(&mut shell::without_flags(trunk));

    // An interruption has reached the server too, and then there is nothing left to end.
    drop(server.kill());
    drop(server.wait());
    ended.map(|()| ExitCode::SUCCESS)
}
