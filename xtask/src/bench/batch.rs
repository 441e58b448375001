//! How many plans a second the server's command line makes, on one core and on all.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::thread;
use std::time::Instant;

use anyhow::Context;
use serde_json::{Map, Value, json};

use crate::places;
use crate::shell;

/// Requests of a measured batch for each core: some seconds of work.
const REQUESTS_A_CORE: usize = 150;

/// Lifetimes of each plan.
const LIFETIMES: u32 = 10_000;

/// The request of the measured household, saving so much a year.
fn request(form: &Value, saving_year: usize) -> Value {
    json!({
        "form": form,
        "moves": { "saving_year": saving_year },
        "today": "2026-11",
        "seed": 1,
        "lifetimes": LIFETIMES,
    })
}

/// Plans a second on all cores, and what share of the cores' single rates that is.
///
/// # Errors
///
/// When the batch cannot be planned.
pub(super) fn measure() -> anyhow::Result<Map<String, Value>> {
    println!("measuring batches");
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let one = rate(1, REQUESTS_A_CORE)?;
    let all = rate(cores, REQUESTS_A_CORE * cores)?;
    #[expect(clippy::cast_precision_loss, reason = "a few cores")]
    let efficiency = all / (one * cores as f64);
    Ok(Map::from_iter([
        ("batch_cores".to_owned(), json!(cores)),
        ("batch_plans_per_s_one_core".to_owned(), json!(one)),
        ("batch_plans_per_s".to_owned(), json!(all)),
        ("batch_efficiency".to_owned(), json!(efficiency)),
    ]))
}

/// Plans a second with so many threads; the better of two runs.
fn rate(threads: usize, requests: usize) -> anyhow::Result<f64> {
    let form = form()?;
    let lines: Vec<String> =
        (0..requests).map(|saving_year| request(&form, 30_000 + 100 * saving_year).to_string()).collect();
    let (input, output) = (places::target().join("bench_requests.ndjson"), null_file());
    fs::write(&input, lines.join("\n")).with_context(|| format!("writing {}", input.display()))?;
    let mut best = f64::INFINITY;
    for _ in 0..2 {
        let start = Instant::now();
        plan(&input, Path::new(output), threads)?;
        best = best.min(start.elapsed().as_secs_f64());
    }
    #[expect(clippy::cast_precision_loss, reason = "some hundred requests")]
    let rate = requests as f64 / best;
    Ok(rate)
}

/// Plans a file of requests with the built server.
///
/// # Errors
///
/// When one is refused.
pub(super) fn plan(input: &Path, output: &Path, threads: usize) -> anyhow::Result<()> {
    let mut command = shell::program(places::server_binary(), &["plan"]);
    command.arg(input).arg("--out").arg(output).arg("--threads").arg(threads.to_string());
    shell::Output::Screen.run(&mut command)
}

/// The form of the measured household.
///
/// # Errors
///
/// When it cannot be read.
pub(super) fn form() -> anyhow::Result<Value> {
    let path = places::root().join("worker/messages/examples/speed.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("reading {}", path.display()))
}

/// Where plans go that nobody reads.
const fn null_file() -> &'static str {
    if cfg!(windows) { "NUL" } else { "/dev/null" }
}
