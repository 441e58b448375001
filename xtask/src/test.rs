//! Every check, step by step.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, bail};

use crate::places;
use crate::shell::{self, Output};
use crate::steps::{STEPS, Step};
use crate::tally::Tally;
use crate::tools;

/// Options of `cargo xtask test`.
#[derive(Debug, Default)]
pub(crate) struct Options {
    only: Vec<String>,
    list: bool,
}

impl Options {
    /// Reads the rest of the command line.
    ///
    /// # Errors
    ///
    /// When an option or a step is not known.
    pub(crate) fn parse(mut arguments: lexopt::Parser) -> anyhow::Result<Self> {
        use lexopt::prelude::*;
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("list") => options.list = true,
                Long("only") => {
                    options.only.extend(arguments.value()?.string()?.split(',').map(str::to_owned));
                }
                other => return Err(other.unexpected().into()),
            }
        }
        for name in &options.only {
            if !STEPS.iter().any(|step| step.name == name) {
                bail!("there is no step {name}; `cargo xtask test --list` names them");
            }
        }
        Ok(options)
    }

    fn wants(&self, step: &Step) -> bool {
        if self.only.is_empty() { !step.only_named } else { self.only.iter().any(|name| name == step.name) }
    }
}

/// `cargo xtask test`
///
/// A step that fails does not keep the others from running. The last line counts tests; a step
/// without tests counts as one.
///
/// # Errors
///
/// When a tool cannot be installed, or a log cannot be written.
pub(crate) fn test(options: &Options) -> anyhow::Result<ExitCode> {
    if options.list {
        for step in &STEPS {
            let when = if step.only_named { " (only when it is named)" } else { "" };
            println!("{:10} {}{when}", step.name, step.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let steps: Vec<&Step> = STEPS.iter().filter(|step| options.wants(step)).collect();
    prepare(&steps)?;

    let mut results: BTreeMap<&str, Tally> = BTreeMap::new();
    for (done, step) in steps.iter().enumerate() {
        println!("[{}/{}] {}: {}", done + 1, steps.len(), step.name, step.about);
        let missing = step.after.filter(|name| results.get(name).is_some_and(|tally| 0 < tally.failed));
        let tally = match missing {
            Some(earlier) => skip(earlier),
            None => run(step)?,
        };
        results.insert(step.name, tally);
    }
    Ok(summarize(&results))
}

fn prepare(steps: &[&Step]) -> anyhow::Result<()> {
    let needs: BTreeSet<_> = steps.iter().flat_map(|step| step.needs).copied().collect();
    tools::ensure(&needs.into_iter().collect::<Vec<_>>())?;
    shell::say_flags_are_set_aside();
    Ok(())
}

fn run(step: &Step) -> anyhow::Result<Tally> {
    let path = places::scratch()?.join(format!("{}.log", step.name));
    let file = File::create(&path).with_context(|| format!("making {}", path.display()))?;
    let started = Instant::now();
    let ended = (step.run)(&Output::Log(file));
    let seconds = started.elapsed().as_secs_f64();

    let log = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
    let counted = Tally::of(&String::from_utf8_lossy(&log));
    match ended {
        Ok(()) => {
            let tests = match counted.passed {
                0 => String::new(),
                1 => ", 1 test".to_owned(),
                passed => format!(", {passed} tests"),
            };
            println!("      ok{tests}, {seconds:.1} s");
            Ok(if counted.is_empty() { Tally { passed: 1, failed: 0 } } else { counted })
        }
        Err(error) => {
            std::io::stdout().write_all(&log).context("showing the log")?;
            println!("      FAILED after {seconds:.1} s: {error:#}");
            println!("      what to do: {}", step.remedy);
            Ok(Tally { failed: counted.failed.max(1), ..counted })
        }
    }
}

/// Counts as failed: what was not checked did not pass.
fn skip(earlier: &str) -> Tally {
    println!("      not run, because {earlier} failed");
    Tally { passed: 0, failed: 1 }
}

fn summarize(results: &BTreeMap<&str, Tally>) -> ExitCode {
    let mut sum = Tally::default();
    for tally in results.values() {
        sum += *tally;
    }
    let failed: Vec<&str> = STEPS
        .iter()
        .map(|step| step.name)
        .filter(|name| results.get(name).is_some_and(|tally| 0 < tally.failed))
        .collect();
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
