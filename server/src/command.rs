//! The command line: `serve` and `check`.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::firm::{self, Fault, Source};
use crate::serve;

/// Serves the Evergreen portal.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Command {
    #[command(subcommand)]
    act: Option<Act>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Serves the app and the firm's data (the default).
    Serve(Serve),
    /// Checks a firm's folder and names every fault with file, key and reason.
    Check {
        /// The firm's folder.
        dir: PathBuf,
    },
}

/// How to serve.
#[derive(Clone, Debug, Args)]
pub(crate) struct Serve {
    /// Port to listen on; 0 takes any free one.
    #[arg(long, env = "EVERGREEN_PORT", default_value_t = 8080)]
    pub(crate) port: u16,
    /// Address to listen on.
    #[arg(long, env = "EVERGREEN_HOST", default_value = "127.0.0.1")]
    pub(crate) host: IpAddr,
    /// The firm's folder, instead of the built-in one.
    #[arg(long, env = "EVERGREEN_FIRM", value_name = "DIR")]
    pub(crate) firm: Option<PathBuf>,
    /// The built app, instead of the built-in one.
    #[arg(long, env = "EVERGREEN_DIST", value_name = "DIR")]
    pub(crate) dist: Option<PathBuf>,
}

impl Command {
    /// Does what was asked for, until it is done or the process is told to stop.
    ///
    /// # Errors
    ///
    /// When the firm's folder has a fault, or the address cannot be listened on.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        match self.act {
            Some(Act::Check { dir }) => Ok(check(&dir)),
            Some(Act::Serve(options)) => serve::serve(options),
            None => serve::serve(self.serve),
        }
    }
}

fn check(dir: &Path) -> ExitCode {
    match firm::load(&Source::Folder(dir.to_owned())) {
        Ok(_) => {
            println!("{}: no fault", dir.display());
            ExitCode::SUCCESS
        }
        Err(faults) => {
            print_faults(&faults);
            ExitCode::FAILURE
        }
    }
}

/// Writes every fault on a line of its own, and their count.
pub(crate) fn print_faults(faults: &[Fault]) {
    for fault in faults {
        eprintln!("{fault}");
    }
    let word = if faults.len() == 1 { "fault" } else { "faults" };
    eprintln!("{} {word} in the firm's data", faults.len());
}
