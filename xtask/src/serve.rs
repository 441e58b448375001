//! Builds everything and serves it on one port.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, ExitCode, Stdio};

use anyhow::{Context, bail};

use crate::build;
use crate::places;
use crate::shell;
use crate::shell::Output;
use crate::tools;

/// The port that is tried first.
const PORT: u16 = 8080;

/// How many ports are tried after it.
const MORE_PORTS: u16 = 50;

/// Options of `cargo xtask serve`.
#[derive(Debug)]
pub(crate) struct Options {
    port: Option<u16>,
}

impl Options {
    /// Reads the rest of the command line.
    ///
    /// # Errors
    ///
    /// When there is anything but `--port N`.
    pub(crate) fn parse(mut arguments: lexopt::Parser) -> anyhow::Result<Self> {
        use lexopt::prelude::*;
        let mut port = None;
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("port") | Short('p') => port = Some(arguments.value()?.parse()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self { port })
    }
}

/// `cargo xtask serve`: serves, with made-up clients, until it is interrupted.
///
/// # Errors
///
/// When a build fails, or the named port is taken.
pub(crate) fn serve(options: &Options) -> anyhow::Result<ExitCode> {
    tools::ensure(&tools::FOR_THE_APP)?;
    shell::say_flags_are_set_aside();
    build::build(&Output::Screen)?;
    let port = match options.port {
        Some(port) => port,
        None => free_port(PORT)?,
    };
    let data = places::data()?;
    let mut demo = shell::program(places::server_binary(), &["demo"]);
    Output::Screen.run(demo.env(DATA, &data))?;
    become_program(server(port).env(DATA, &data))
}

/// The variable that names the server's data folder.
pub(crate) const DATA: &str = "EVERGREEN_DATA";

/// The server, to be started on a port.
pub(crate) fn server(port: u16) -> Command {
    shell::program(places::server_binary(), &["--port".to_owned(), port.to_string()])
}

/// The first free port from this one on.
///
/// # Errors
///
/// When none of the next fifty is free.
pub(crate) fn free_port(first: u16) -> anyhow::Result<u16> {
    let last = first.saturating_add(MORE_PORTS);
    (first..=last)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .with_context(|| format!("no port from {first} to {last} is free: name one with --port"))
}

/// A running server, ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    /// Where it listens, such as `http://127.0.0.1:8080`.
    pub(crate) address: String,
}

impl Running {
    /// Starts the server on any free port and waits until it listens.
    ///
    /// # Errors
    ///
    /// When it ends instead of listening.
    pub(crate) fn start() -> anyhow::Result<Self> {
        Self::start_with(&[(DATA, places::data()?.as_os_str())])
    }

    /// The same with these variables.
    ///
    /// # Errors
    ///
    /// When it ends instead of listening.
    pub(crate) fn start_with(variables: &[(&str, &OsStr)]) -> anyhow::Result<Self> {
        let mut child = server(0)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("starting the server")?;
        let said = child.stdout.take().map(|stdout| BufReader::new(stdout).lines()).into_iter().flatten();
        let address = said
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("listens on ")?.1.trim().to_owned()));
        match address {
            Some(address) => Ok(Self { child, address }),
            None => bail!("the server ended before it listened: run `cargo xtask serve` to see why"),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing is left to be done.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Goes on as another program, so that signals reach it and its exit code is ours.
#[cfg(unix)]
fn become_program(command: &mut Command) -> anyhow::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("starting the server")
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> anyhow::Result<ExitCode> {
    let status = command.status().context("starting the server")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
