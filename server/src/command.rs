//! The command line: `serve`, `check`, `plan` and `verify`.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use planner::firm::Firm;

use crate::db::Db;
use crate::firm::{self, Fault, Source};
use crate::serve;

mod lines;
mod plan;
mod refusal;
mod verify;

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
    /// Plans requests, one JSON document a line, and writes each plan with its request on a line.
    Plan(plan::Plan),
    /// Makes stored plans again, as `plan` wrote them, and says equal or where they differ.
    Verify(verify::Verify),
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
    #[command(flatten)]
    pub(crate) storage: Storage,
    /// Where people reach it, such as https://plan.example.com: links in mails begin with it. This
    /// machine's own address without it.
    #[arg(long, env = "EVERGREEN_URL", value_name = "URL")]
    pub(crate) url: Option<String>,
    /// Requests come through a proxy, which writes the asker's address into X-Forwarded-For.
    #[arg(long, env = "EVERGREEN_BEHIND_PROXY")]
    pub(crate) behind_proxy: bool,
}

/// Where everything is stored.
#[derive(Clone, Debug, Args)]
pub(crate) struct Storage {
    /// Folder for the database and for mail that is not sent; created when it is missing.
    #[arg(long, env = "EVERGREEN_DATA", value_name = "DIR", default_value = "evergreen-data")]
    pub(crate) data: PathBuf,
    /// A PostgreSQL database, instead of the file evergreen.db in the data folder.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub(crate) database_url: Option<String>,
}

impl Storage {
    /// Opens the database, creating folder, file and tables where they are missing.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made, or the database cannot be opened.
    pub(crate) async fn open(&self) -> anyhow::Result<Db> {
        if let Some(url) = &self.database_url {
            // The address may hold a password.
            return Db::connect(url).await.context("connecting to the database of DATABASE_URL");
        }
        fs::create_dir_all(&self.data).with_context(|| format!("making {}", self.data.display()))?;
        let file = self.data.join("evergreen.db");
        Db::open_file(&file).await.with_context(|| format!("opening {}", file.display()))
    }
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
            Some(Act::Plan(options)) => options.run(),
            Some(Act::Verify(options)) => options.run(),
            Some(Act::Serve(options)) => serve::serve(&options),
            None => serve::serve(&self.serve),
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

/// The firm of a folder, or the built-in one; none where it has faults, which are written.
fn sound_firm(folder: Option<PathBuf>) -> Option<Firm> {
    let loaded = firm::load(&folder.map_or(Source::Embedded, Source::Folder));
    loaded.map_err(|faults| print_faults(&faults)).ok().map(|(firm, _)| firm)
}

/// Writes every fault on a line of its own, and their count.
pub(crate) fn print_faults(faults: &[Fault]) {
    for fault in faults {
        eprintln!("{fault}");
    }
    let word = if faults.len() == 1 { "fault" } else { "faults" };
    eprintln!("{} {word} in the firm's data", faults.len());
}
