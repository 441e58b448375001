//! `evergreen-server verify`: makes stored plans again and compares them.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use planner::draws::Draws;
use planner::firm::Firm;
use planner::stored::{self, Stored};
use serde::Serialize;
use serde_json::Value;

use super::lines::{Done, Lines, Tally};
use super::refusal::{Refusal, read, refused, written};
use super::sound_firm;
use crate::proof::{Difference, differences};

/// What to verify, and with whose data.
#[derive(Clone, Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    lines: Lines,
    /// The firm's folder of that time, instead of the built-in one.
    #[arg(long, env = "EVERGREEN_FIRM", value_name = "DIR")]
    firm: Option<PathBuf>,
}

impl Verify {
    /// Verifies every plan. It is a failure where one differs or cannot be read.
    ///
    /// # Errors
    ///
    /// When a file cannot be opened, read or written.
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let Some(firm) = sound_firm(self.firm) else { return Ok(ExitCode::FAILURE) };
        let Tally { well, not_well } = self.lines.work(|| verifier_of(&firm))?;
        eprintln!("{well} equal, {not_well} not");
        Ok(if not_well == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// What is said of a plan that could be made again.
#[derive(Debug, Serialize)]
struct Verdict {
    /// The number of its line, from 1.
    line: u64,
    /// True if every figure is the same to the last bit.
    equal: bool,
    /// Fingerprint of the plan as it is made now.
    digest: String,
    /// The first fields that differ; none where it is equal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<Difference>,
}

/// A worker that keeps its draws from one plan to the next.
fn verifier_of(firm: &Firm) -> impl FnMut(u64, Option<&[u8]>) -> Done {
    let mut draws = None;
    move |line, text| match verdict(line, text, &mut draws, firm) {
        Ok(verdict) => Done { line: written(&verdict), well: verdict.equal },
        Err(errors) => refused(line, errors),
    }
}

fn verdict(
    line: u64,
    text: Option<&[u8]>,
    draws: &mut Option<Draws>,
    firm: &Firm,
) -> Result<Verdict, Vec<Refusal>> {
    let stored: Stored<Value> = read(text)?;
    if stored.schema > stored::SCHEMA {
        return Err(vec![Refusal::of_the_line("was written by a newer version")]);
    }
    let again = Stored::make(draws, stored.request, firm);
    let again = again.map_err(|errors| errors.into_iter().map(Refusal::from).collect::<Vec<_>>())?;
    // Numbers, texts and lists always can be written.
    let differences = differences(&stored.plan, &serde_json::to_value(&again.plan).unwrap_or_default());
    Ok(Verdict { line, equal: differences.is_empty(), digest: again.plan.digest, differences })
}
