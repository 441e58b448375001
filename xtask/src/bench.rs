//! Speed and size, into `target/bench.json`.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, bail};
use serde_json::{Map, Value, json};

use crate::app;
use crate::browser;
use crate::build;
use crate::places;
use crate::serve::Running;
use crate::shell::{self, Output};
use crate::stamp;
use crate::tools::{self, Need};

mod batch;
mod peers;

/// The most that a zone map may take, in projections: one and a half times its 41 ages.
const MAP_BAR: f64 = 1.5 * 41.0;

/// `cargo xtask bench`
///
/// # Errors
///
/// When a build fails, or a measurement does not give what it should.
pub(crate) fn bench() -> anyhow::Result<ExitCode> {
    tools::ensure(&tools::FOR_THE_APP)?;
    tools::ensure(&[Need::Chrome])?;
    shell::say_flags_are_set_aside();
    build::build(&Output::Screen)?;

    let mut results = Map::new();
    results.extend(sizes()?);
    results.extend(host_speed()?);
    results.extend(browser_speed()?);
    results.extend(batch::measure()?);
    results.extend(peers::measure()?);
    results.extend(server_speed()?);
    let ratios = [
        ("wasm_to_host", "wasm_path_years_per_s", "host_path_years_per_s"),
        ("host_to_numpy", "host_path_years_per_s", "numpy_path_years_per_s"),
        ("map_to_projection", "map_ms", "projection_ms"),
        ("host_map_to_projection", "host_map_ms", "host_projection_ms"),
    ];
    for (name, above, below) in ratios {
        if let (Some(above), Some(below)) = (number(&results, above), number(&results, below)) {
            results.insert(name.to_owned(), json!(above / below));
        }
    }
    results.insert("map_to_projection_bar".to_owned(), json!(MAP_BAR));
    results.extend(versions());

    let text = serde_json::to_string_pretty(&results).context("writing the results")?;
    let path = places::target().join("bench.json");
    fs::write(&path, &text).with_context(|| format!("writing {}", path.display()))?;
    println!("{text}\nwritten to {}", path.display());
    Ok(ExitCode::SUCCESS)
}

fn number(results: &Map<String, Value>, key: &str) -> Option<f64> {
    results.get(key).and_then(Value::as_f64)
}

/// Brotli sizes, in bytes: what the page loads first, what it loads in all, and its worker.
fn sizes() -> anyhow::Result<Map<String, Value>> {
    let (mut first, mut all, mut worker) = (0, 0, 0);
    for path in stamp::files(&places::dist())? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kind = path.extension().unwrap_or_default();
        if !["js", "wasm", "css", "html"].into_iter().any(|loaded| kind == loaded) {
            continue;
        }
        let bytes = sent_bytes(&path)?;
        if name.starts_with("worker") {
            worker += bytes;
            continue;
        }
        all += bytes;
        if app::EAGER.contains(&name.as_str()) || name == "index.html" {
            first += bytes;
        }
    }
    Ok(Map::from_iter([
        ("app_brotli_bytes".to_owned(), json!(first)),
        ("app_all_brotli_bytes".to_owned(), json!(all)),
        ("worker_brotli_bytes".to_owned(), json!(worker)),
    ]))
}

fn sent_bytes(path: &Path) -> anyhow::Result<u64> {
    let mut compressed = path.as_os_str().to_owned();
    compressed.push(".br");
    let sent = if Path::new(&compressed).is_file() { Path::new(&compressed) } else { path };
    Ok(fs::metadata(sent).with_context(|| format!("looking at {}", sent.display()))?.len())
}

/// The planner on this machine, from the worker's own example.
fn host_speed() -> anyhow::Result<Map<String, Value>> {
    println!("measuring on this machine");
    let measured = last_json(&mut shell::cargo(&[
        "run",
        "--quiet",
        "--release",
        "--package",
        "evergreen-messages",
        "--example",
        "speed",
        "--",
        "target",
    ]))?;
    let host = |key: &str| measured.get(key).cloned().unwrap_or(Value::Null);
    Ok(Map::from_iter([
        ("host_path_years_per_s".to_owned(), host("path_years_per_s")),
        ("host_projection_ms".to_owned(), host("projection_ms")),
        ("host_full_recompute_ms".to_owned(), host("full_recompute_ms")),
        ("host_map_ms".to_owned(), host("map_ms")),
    ]))
}

/// Signed-in reads beside a bare handler, and with many accounts beside few.
fn server_speed() -> anyhow::Result<Map<String, Value>> {
    println!("measuring the server");
    last_json(&mut shell::cargo(&[
        "run",
        "--quiet",
        "--profile",
        "server",
        "--package",
        "evergreen-server",
        "--example",
        "reads",
    ]))
}

/// The same in the browser's worker, and the bytes of a first load; what the main job takes and
/// whether the page keeps its pace; what Lighthouse says.
fn browser_speed() -> anyhow::Result<Map<String, Value>> {
    let server = Running::start()?;
    let mut results = Map::new();
    for (script, what) in [
        ("tests/bench/page.js", "in the browser"),
        ("tests/bench/visit.js", "a visit"),
        ("tests/bench/lighthouse.js", "with Lighthouse"),
    ] {
        println!("measuring {what}");
        let mut command = shell::program("node", &[script, &server.address]);
        command.env("CHROME", browser::ensure_chrome()?);
        results.extend(last_json(&mut command)?);
    }
    Ok(results)
}

/// The last line of a program's output, which is one JSON object.
fn last_json(command: &mut Command) -> anyhow::Result<Map<String, Value>> {
    let output =
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().context("starting a measurement")?;
    if !output.status.success() {
        bail!("the measurement ended with {}", output.status);
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().last().unwrap_or_default();
    serde_json::from_str(line).with_context(|| format!("reading the measurement {line:?}"))
}

fn versions() -> Map<String, Value> {
    let said = |name: &str| {
        shell::read(&mut shell::program(name, &["--version"])).map(|said| said.trim().to_owned())
    };
    Map::from_iter([
        ("rustc".to_owned(), json!(said("rustc"))),
        ("wasm_bindgen".to_owned(), json!(said("wasm-bindgen"))),
        ("wasm_opt".to_owned(), json!(said("wasm-opt"))),
    ])
}
