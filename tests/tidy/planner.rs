//! The planner: the order of its stages, and what it must not know.

use crate::tree::{Source, check, file, files, has_word, is_word, lines_with};

/// The stages in their order.
const STAGES: [&str; 7] = ["answers", "profile", "household", "allocation", "projection", "zone", "advice"];

/// The stage that a file belongs to, by its place in [`STAGES`].
fn stage_of(path: &str) -> Option<usize> {
    let within = path.strip_prefix("planner/src/")?;
    let module = within.split(['/', '.']).next()?;
    STAGES.iter().position(|stage| *stage == module)
}

fn uses_of_later_stages(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let Some(own) = stage_of(&source.path) else { continue };
        for module in source.modules_used() {
            if STAGES.iter().skip(own + 1).any(|later| *later == module) {
                faults.push(format!("{} uses {module}", source.path));
            }
        }
    }
    faults
}

#[test]
fn a_stage_never_uses_a_later_stage() {
    check(
        "the planner's stages go one way: hand the later stage what it needs, and let lib.rs call both",
        &uses_of_later_stages(&files("planner/src", &[".rs"])),
    );
}

#[test]
fn the_rule_of_stages_finds_a_later_one() {
    let bad = [
        Source::example("planner/src/profile.rs", "use crate::{firm, zone::Zone};"),
        Source::example("planner/src/zone/map.rs", "let moves = crate::advice::advise();"),
        Source::example("planner/src/zone.rs", "use crate::profile;"),
    ];
    assert_eq!(
        uses_of_later_stages(&bad),
        ["planner/src/profile.rs uses zone", "planner/src/zone/map.rs uses advice"]
    );
}

/// What a pure function has no use for.
const IMPURE: [&str; 14] = [
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    // Their order changes from run to run.
    "HashMap",
    "HashSet",
    "thread_local",
    "OnceLock",
    "LazyLock",
];

/// Functions of the standard library whose last bits depend on the platform.
const INEXACT: [&str; 21] = [
    "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "powf", "powi", "sin", "cos", "tan",
    "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt",
];

fn impurities(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        faults.extend(lines_with(source, &source.code(), |line| {
            let impure = IMPURE.into_iter().find(|name| has_word(line, name, is_word)).map(str::to_owned);
            impure.or_else(|| inexact(line))
        }));
    }
    faults
}

fn inexact(line: &str) -> Option<String> {
    let called = |name: &&str| line.contains(&format!(".{name}(")) || line.contains(&format!("f64::{name}"));
    INEXACT.into_iter().find(called).map(|name| format!(".{name}(): use libm::"))
}

#[test]
fn the_planner_is_arithmetic() {
    check(
        "the planner knows no clock, file, network or platform: hand it in as an argument, or use libm",
        &impurities(&files("planner/src", &[".rs"])),
    );
}

#[test]
fn the_rule_of_arithmetic_finds_clocks_and_inexact_functions() {
    let bad = Source::example(
        "planner/src/rate.rs",
        "use std::time::Instant;\nlet a = x.powf(2.0);\nlet b = x.sqrt();\n// x.exp()\nlet c = libm::exp(x);",
    );
    assert_eq!(
        impurities(&[bad]),
        ["planner/src/rate.rs:1: std::time", "planner/src/rate.rs:2: .powf(): use libm::"],
    );
}

/// Crates, or beginnings of their names, that bring a clock, a network, a browser or chance.
const FOREIGN: [&str; 14] = [
    "axum",
    "chrono",
    "getrandom",
    "gloo",
    "hyper",
    "instant",
    "jiff",
    "js-sys",
    "leptos",
    "reqwest",
    "time",
    "tokio",
    "wasm-bindgen",
    "web-",
];

fn foreign_dependencies(manifest: &Source) -> Vec<String> {
    let mut section = "";
    let mut faults = Vec::new();
    for line in manifest.text.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        let foreign = |crates: &&str| name == *crates || crates.ends_with('-') && name.starts_with(*crates);
        if section == "[dependencies]" && (FOREIGN.iter().any(foreign) || name.starts_with("gloo-")) {
            faults.push(format!("{}: {name}", manifest.path));
        }
    }
    faults
}

#[test]
fn the_planner_depends_on_nothing_that_knows_the_world() {
    check(
        "the planner has no clock, network or browser: its caller has",
        &foreign_dependencies(&file("planner/Cargo.toml")),
    );
}

#[test]
fn the_rule_of_dependencies_finds_a_clock() {
    let bad = Source::example(
        "Cargo.toml",
        "[dependencies]\nchrono.workspace = true\nlibm = \"1\"\nweb-time = \"1\"",
    );
    assert_eq!(foreign_dependencies(&bad), ["Cargo.toml: chrono", "Cargo.toml: web-time"]);
}
