//! What could not be delivered, on the command line.

use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Subcommand;

use super::{Storage, with_database};
use crate::clock::Clock;
use crate::meetings::zones;
use crate::{courier, transact};

/// What is done with dead letters.
#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// Lists mails and events that were given up, the latest first, one a line: key, channel, kind, when,
    /// attempts, why.
    List {
        #[command(flatten)]
        storage: Storage,
    },
    /// Has one of them delivered again, or all.
    Revive {
        /// Its key, as `list` shows it, or `all`.
        letter: String,
        #[command(flatten)]
        storage: Storage,
    },
}

impl Outbox {
    /// Does it.
    ///
    /// # Errors
    ///
    /// When the database fails, or there is no such dead letter.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::List { storage } => list(&storage),
            Self::Revive { letter, storage } => revive(&letter, &storage),
        }
    }
}

fn list(storage: &Storage) -> anyhow::Result<ExitCode> {
    let letters =
        with_database(storage, async |db| courier::dead_letters(&db).await.context("reading the outbox"))?;
    for letter in &letters {
        let given_up = zones::moment(letter.dead_ms);
        println!(
            "{}\t{}\t{}\t{given_up}\t{}\t{}",
            letter.id, letter.channel, letter.kind, letter.attempts, letter.error
        );
    }
    eprintln!("{} given up", letters.len());
    Ok(ExitCode::SUCCESS)
}

fn revive(letter: &str, storage: &Storage) -> anyhow::Result<ExitCode> {
    let now_ms = Clock::System.now_ms();
    let revived = with_database(storage, async |db| {
        let revived = if letter == "all" {
            transact!(db, |tx| courier::revive_all(tx, now_ms).await?)
        } else {
            transact!(db, |tx| u64::from(courier::revive(tx, letter, now_ms).await?))
        };
        revived.context("changing the outbox")
    })?;
    if revived == 0 && letter != "all" {
        bail!("{letter} is no dead letter; `evergreen-server outbox list` names them");
    }
    println!("{revived} will be delivered again");
    Ok(ExitCode::SUCCESS)
}
