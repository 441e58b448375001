//! The command line.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use planner::firm::Firm;

use wire::{Language, Role};

use crate::clock::Clock;
use crate::db::Db;
use crate::firm::{self, Fault, FirmFiles, Source};
use crate::logs::LogForm;
use crate::{demo, mine, serve, staff};

mod lines;
mod outbox;
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
    /// Opens accounts of advisors.
    Advisor {
        #[command(subcommand)]
        act: AddAct,
    },
    /// Opens accounts of administrators.
    Admin {
        #[command(subcommand)]
        act: AddAct,
    },
    /// Copies the database file into another file, while the server runs or not.
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
        #[command(flatten)]
        storage: Storage,
    },
    /// Writes everything that is stored about an account to standard output, as JSON.
    Export {
        /// Its key or its address.
        account: String,
        /// The firm's folder, instead of the built-in one.
        #[arg(long, env = "EVERGREEN_FIRM", value_name = "DIR")]
        firm: Option<PathBuf>,
        #[command(flatten)]
        storage: Storage,
    },
    /// Mails and events that could not be delivered.
    Outbox {
        #[command(subcommand)]
        act: outbox::Outbox,
    },
    /// Opens accounts with made-up clients and plans, and prints their sign-ins.
    Demo {
        /// The firm's folder, instead of the built-in one.
        #[arg(long, env = "EVERGREEN_FIRM", value_name = "DIR")]
        firm: Option<PathBuf>,
        #[command(flatten)]
        storage: Storage,
    },
}

#[derive(Debug, Subcommand)]
enum AddAct {
    /// Opens an account, and prints the end of the link to set its password.
    Add {
        /// E-mail address.
        email: String,
        /// The name to be addressed by.
        #[arg(long, default_value = "")]
        name: String,
        /// zh or en.
        #[arg(long, default_value = "zh", value_parser = language)]
        language: Language,
        /// Where people reach the server.
        #[arg(long, env = "EVERGREEN_URL", default_value = "http://localhost:8080", value_name = "URL")]
        url: String,
        #[command(flatten)]
        storage: Storage,
    },
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "expected zh or en".to_owned())
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
    /// How the log is written to standard error.
    #[arg(long, env = "EVERGREEN_LOG", value_enum, default_value_t = LogForm::Text)]
    pub(crate) log: LogForm,
    /// How often something may be asked; `off` is for measurements and generated calls.
    #[arg(long, env = "EVERGREEN_LIMITS", value_enum, default_value_t = Limiting::On, hide = true)]
    pub(crate) limits: Limiting,
    /// Requests come through a proxy, which writes the asker's address into X-Forwarded-For.
    #[arg(long, env = "EVERGREEN_BEHIND_PROXY")]
    pub(crate) behind_proxy: bool,
    #[command(flatten)]
    pub(crate) delivery: Delivery,
}

/// How mail and events leave.
#[derive(Clone, Debug, Args)]
pub(crate) struct Delivery {
    /// A mail server, such as smtps://user:password@mail.example.com. Without it each mail becomes a
    /// file in the folder `mail` of the data folder.
    #[arg(long, env = "EVERGREEN_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub(crate) smtp_url: Option<String>,
    /// Where events go, such as https://crm.example.com/evergreen. Without it there are none.
    #[arg(long, env = "EVERGREEN_WEBHOOK_URL", value_name = "URL", requires = "webhook_secret")]
    pub(crate) webhook_url: Option<String>,
    /// The secret that events are signed with, 24 characters or more.
    #[arg(long, env = "EVERGREEN_WEBHOOK_SECRET", value_name = "SECRET", hide_env_values = true)]
    pub(crate) webhook_secret: Option<String>,
}

/// Whether requests are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Limiting {
    /// They are.
    On,
    /// They are not.
    Off,
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
            Some(Act::Advisor { act }) => add(act, Role::Advisor),
            Some(Act::Admin { act }) => add(act, Role::Administrator),
            Some(Act::Backup { file, storage }) => backup(&file, &storage),
            Some(Act::Outbox { act }) => act.run(),
            Some(Act::Export { account, firm, storage }) => {
                export(&account, &firm.map_or(Source::Embedded, Source::Folder), &storage)
            }
            Some(Act::Demo { firm, storage }) => {
                demo(&firm.map_or(Source::Embedded, Source::Folder), &storage)
            }
            Some(Act::Serve(options)) => serve::serve(&options),
            None => serve::serve(&self.serve),
        }
    }
}

/// Runs something that asks the database.
fn with_database<T>(storage: &Storage, act: impl AsyncFnOnce(Db) -> anyhow::Result<T>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Runtime::new().context("starting the runtime")?;
    runtime.block_on(async { act(storage.open().await?).await })
}

fn add(act: AddAct, role: Role) -> anyhow::Result<ExitCode> {
    let AddAct::Add { email, name, language, url, storage } = act;
    let now_ms = Clock::System.now_ms();
    let secret = with_database(&storage, async |db| {
        staff::add(&db, &email, (&name, language, role), now_ms).await.context("opening the account")
    })?;
    println!("{}/account/reset?token={secret}", url.trim_end_matches('/'));
    Ok(ExitCode::SUCCESS)
}

fn backup(file: &Path, storage: &Storage) -> anyhow::Result<ExitCode> {
    with_database(storage, async |db| {
        db.copy_to(file).await.with_context(|| format!("copying into {}", file.display()))
    })?;
    println!("{}", file.display());
    Ok(ExitCode::SUCCESS)
}

fn export(account: &str, source: &Source, storage: &Storage) -> anyhow::Result<ExitCode> {
    let Some(files) = sound_files(source) else { return Ok(ExitCode::FAILURE) };
    let experts = &files.care.experts;
    let all = with_database(storage, async |db| {
        let account = staff::find(&db, account).await.context("looking for the account")?;
        mine::export(&db, experts, &account.id, Clock::System.now_ms()).await.context("reading the account")
    })?;
    println!("{}", serde_json::to_string_pretty(&all).context("writing the account")?);
    Ok(ExitCode::SUCCESS)
}

fn demo(source: &Source, storage: &Storage) -> anyhow::Result<ExitCode> {
    let Some(data) = sound_files(source) else { return Ok(ExitCode::FAILURE) };
    with_database(storage, async |db| demo::fill(db, data).await)?;
    Ok(ExitCode::SUCCESS)
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
    sound_files(&folder.map_or(Source::Embedded, Source::Folder)).map(|files| files.firm)
}

/// Writes every fault on a line of its own, and their count.
pub(crate) fn print_faults(faults: &[Fault]) {
    for fault in faults {
        eprintln!("{fault}");
    }
    let word = if faults.len() == 1 { "fault" } else { "faults" };
    eprintln!("{} {word} in the firm's data", faults.len());
}

/// The firm's files; none where they have faults, which are written.
fn sound_files(source: &Source) -> Option<FirmFiles> {
    firm::load(source).map_err(|faults| print_faults(&faults)).ok()
}
