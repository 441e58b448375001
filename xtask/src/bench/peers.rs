//! The plainest serious alternative: the same projection in numpy, which must agree with ours.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use serde_json::{Map, Value, json};

use super::{batch, last_json};
use crate::places;
use crate::shell::{self, Output};

/// Measures the peer, and holds the plan of a named household against it.
///
/// # Errors
///
/// When Python or numpy cannot be had, or the peer disagrees.
pub(super) fn measure() -> anyhow::Result<Map<String, Value>> {
    println!("measuring the peer in numpy");
    let python = ensure_python()?;
    let (request, plan) =
        (places::target().join("bench_peer.json"), places::target().join("bench_plan.json"));
    fs::write(&request, named_household()?.to_string())
        .with_context(|| format!("writing {}", request.display()))?;
    batch::plan(&request, &plan, 1)?;
    let mut command = shell::program(python, &["tests/peers/projection.py", "firm"]);
    command.arg(plan);
    last_json(&mut command)
}

/// The couple of forty in China from the planner's tests, with the firm's number of lifetimes.
fn named_household() -> anyhow::Result<Value> {
    let path = places::root().join("planner/tests/fixtures/form_v1_china.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let form: Value = serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))?;
    Ok(json!({ "form": form, "today": "2026-11", "seed": 1 }))
}

/// A Python of our own with the packages of `tests/peers/requirements.txt`, made once.
fn ensure_python() -> anyhow::Result<PathBuf> {
    let wanted = places::root().join("tests/peers/requirements.txt");
    let wanted_text = fs::read_to_string(&wanted).with_context(|| format!("reading {}", wanted.display()))?;
    let folder = places::cache().join("evergreen").join("peers");
    let python = if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") };
    let installed = folder.join("requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted_text) {
        return Ok(python);
    }
    println!("tools: installing numpy");
    let system = if cfg!(windows) { "python" } else { "python3" };
    Output::Screen
        .run(shell::program(system, &["-m", "venv"]).arg(&folder))
        .context("making a Python environment: install Python 3.11 or newer, with venv")?;
    Output::Screen
        .run(shell::program(&python, &["-m", "pip", "install", "--quiet", "-r"]).arg(&wanted))
        .context("installing the packages of tests/peers/requirements.txt")?;
    fs::write(&installed, wanted_text).with_context(|| format!("writing {}", installed.display()))?;
    Ok(python)
}
