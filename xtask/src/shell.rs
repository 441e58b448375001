//! Runs other programs.

use std::env;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::places;

/// Where the words of a program go.
#[derive(Debug)]
pub(crate) enum Output {
    /// To whoever started the command.
    Screen,
    /// Into a log.
    Log(File),
}

impl Output {
    /// Runs a program to its end.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends with anything but success.
    pub(crate) fn run(&self, command: &mut Command) -> anyhow::Result<()> {
        let words = words(command);
        if let Self::Log(file) = self {
            self.say(&format!("$ {words}"))?;
            command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file.try_clone()?);
            command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
        }
        let status = command.status().with_context(|| format!("starting `{words}`"))?;
        if !status.success() {
            bail!("`{words}` ended with {status}");
        }
        Ok(())
    }

    /// Says a line.
    ///
    /// # Errors
    ///
    /// When the log cannot be written.
    pub(crate) fn say(&self, line: &str) -> anyhow::Result<()> {
        match self {
            Self::Screen => println!("{line}"),
            Self::Log(file) => {
                let mut file = file;
                writeln!(file, "{line}").context("writing the log")?;
            }
        }
        Ok(())
    }
}

/// A program with its arguments, in the top folder and with our tools on its path.
pub(crate) fn program<S: AsRef<OsStr>>(name: impl AsRef<OsStr>, arguments: &[S]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(places::root());
    // Folders came out of a path variable, so they go back into one.
    if let Ok(path) = env::join_paths(places::search_path()) {
        command.env("PATH", path);
    }
    command
}

/// Cargo, for the machine itself.
pub(crate) fn cargo<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    program("cargo", arguments)
}

/// Takes the environment's compiler flags away, because they would replace those of
/// `.cargo/config.toml`, which the browser's code needs.
pub(crate) fn without_flags(mut command: Command) -> Command {
    for name in FLAGS {
        command.env_remove(name);
    }
    command
}

/// Says once that flags of the environment are set aside.
pub(crate) fn say_flags_are_set_aside() {
    for name in FLAGS.into_iter().filter(|name| env::var_os(name).is_some()) {
        println!(
            "{name} is set: it is not used for the browser's code, which needs the flags of .cargo/config.toml"
        );
    }
}

const FLAGS: [&str; 2] = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"];

/// A program of Node.js, which is a script with another ending on Windows.
pub(crate) fn node_program<S: AsRef<OsStr>>(name: &str, arguments: &[S]) -> Command {
    if cfg!(windows) { program(format!("{name}.cmd"), arguments) } else { program(name, arguments) }
}

/// What a program writes to its standard output; none when it cannot be run or fails.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as a person would type it.
fn words(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
