//! `evergreen-server plan`: requests in, stored plans out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use planner::Request;
use planner::firm::Firm;
use planner::stored::Stored;

use super::lines::{Done, Lines, Tally};
use super::refusal::{Refusal, read, refused, written};
use super::sound_firm;

/// What to plan, and with whose data.
#[derive(Clone, Debug, Args)]
pub(super) struct Plan {
    #[command(flatten)]
    lines: Lines,
    /// The firm's folder, instead of the built-in one.
    #[arg(long, env = "EVERGREEN_FIRM", value_name = "DIR")]
    firm: Option<PathBuf>,
}

impl Plan {
    /// Plans every request. It is a failure where one is refused.
    ///
    /// # Errors
    ///
    /// When a file cannot be opened, read or written.
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Some(firm) = sound_firm(self.firm) else { return Ok(ExitCode::FAILURE) };
        let Tally { well, not_well } = self.lines.work(|| planner_of(&firm))?;
        eprintln!("{well} planned, {not_well} refused");
        Ok(if not_well == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// A worker that keeps its draws from one plan to the next.
fn planner_of(firm: &Firm) -> impl FnMut(u64, Option<&[u8]>) -> Done {
    let mut draws = None;
    move |number, text| {
        let stored = read::<Request>(text).and_then(|request| {
            let refusals = |errors: Vec<_>| errors.into_iter().map(Refusal::from).collect::<Vec<_>>();
            Stored::make(&mut draws, request, firm).map_err(refusals)
        });
        match stored {
            Ok(stored) => Done { line: written(&stored), well: true },
            Err(errors) => refused(number, errors),
        }
    }
}
