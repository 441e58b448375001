//! The table of checks.

use anyhow::Context;
use serde_json::Value;

use crate::browser;
use crate::build;
use crate::fuzz;
use crate::look;
use crate::places;
use crate::postgres::{self, Postgres};
use crate::serve;
use crate::shell::{self, Output};
use crate::tools::{self, Need, WASM};

/// One check.
#[derive(Debug)]
pub(crate) struct Step {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    /// What it checks.
    pub(crate) about: &'static str,
    /// What to do when it fails.
    pub(crate) remedy: &'static str,
    /// What must be installed.
    pub(crate) needs: &'static [Need],
    /// It runs only when it is named: it takes long, and asks the network for a tool of its own.
    pub(crate) only_named: bool,
    /// A step without which this one says nothing new.
    pub(crate) after: Option<&'static str>,
    /// Does it.
    pub(crate) run: fn(&Output) -> anyhow::Result<()>,
}

/// Every check, in the order they are run.
pub(crate) const STEPS: [Step; 10] = [
    Step {
        name: "format",
        only_named: false,
        about: "every file is formatted",
        remedy: "run `cargo fmt --all`",
        needs: &[],
        after: None,
        run: format,
    },
    Step {
        name: "lint",
        only_named: false,
        about: "clippy, for this machine",
        remedy: "change the code that the warnings name",
        needs: &[],
        after: None,
        run: lint,
    },
    Step {
        name: "lint-wasm",
        only_named: false,
        about: "clippy, for the browser",
        remedy: "change the code that the warnings name",
        needs: &[Need::WasmTarget],
        after: None,
        run: lint_wasm,
    },
    Step {
        name: "unit",
        only_named: false,
        about: "tests on this machine",
        remedy: "run the failing test alone: `cargo test -p <package> <name>`",
        needs: &[],
        after: None,
        run: unit,
    },
    Step {
        name: "doc",
        only_named: false,
        about: "examples in the documentation",
        remedy: "run `cargo test --doc -p <package>`",
        needs: &[],
        after: None,
        run: doc,
    },
    Step {
        name: "browser",
        only_named: false,
        about: "components and digests in a headless browser",
        remedy: "run it alone: `cargo xtask test --only browser`",
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::Chrome, Need::ChromeDriver],
        after: None,
        run: browser_tests,
    },
    Step {
        name: "look",
        only_named: false,
        about: "every component looks like its picture",
        remedy: "look at tests/look/results; where the change is meant, \
                 run `EVERGREEN_LOOK=new cargo xtask test --only look`",
        needs: &[Need::WasmTarget, Need::WasmBindgen, Need::NodePackages, Need::Chrome],
        after: None,
        run: look::look,
    },
    Step {
        name: "build",
        only_named: false,
        about: "the app and the server build for release",
        remedy: "run `cargo xtask build`",
        needs: &tools::FOR_THE_APP,
        after: None,
        run: build::build,
    },
    Step {
        name: "e2e",
        only_named: false,
        about: "a person's way through the app, in a headless browser",
        remedy: "run `cargo xtask test --only build,e2e`; traces are in tests/e2e/results",
        needs: &[Need::NodePackages, Need::Chrome],
        after: Some("build"),
        run: end_to_end,
    },
    Step {
        name: "fuzz-api",
        only_named: true,
        about: "generated calls to the API, signed out and in",
        remedy: "run `cargo xtask test --only build,fuzz-api`; the log has each call as a curl command",
        needs: &[],
        after: Some("build"),
        run: fuzz::fuzz,
    },
];

fn format(output: &Output) -> anyhow::Result<()> {
    output.run(&mut shell::cargo(&["fmt", "--all", "--check", "--", "--color", "never"]))
}

fn lint(output: &Output) -> anyhow::Result<()> {
    output.run(&mut shell::cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--keep-going",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lint_wasm(output: &Output) -> anyhow::Result<()> {
    let mut words = vec!["clippy", "--target", WASM];
    for package in [
        "evergreen",
        "evergreen-worker",
        "evergreen-messages",
        "evergreen-planner",
        "evergreen-lanes",
        "evergreen-wire",
    ] {
        words.extend(["--package", package]);
    }
    // As it is built for release; clippy for this machine sees the other way.
    words.extend(["--features", "evergreen/split", "--keep-going", "--", "-D", "warnings"]);
    output.run(&mut shell::without_flags(shell::cargo(&words)))?;
    for package in packages_with_browser_tests()? {
        let words =
            ["clippy", "--target", WASM, "--package", &package, "--test", BROWSER, "--", "-D", "warnings"];
        output.run(&mut shell::without_flags(shell::cargo(&words)))?;
    }
    Ok(())
}

fn unit(output: &Output) -> anyhow::Result<()> {
    let postgres = Postgres::start(output)?;
    // One process a test file, not a test: the server's tests read the firm once.
    let words = ["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"];
    output.run(shell::cargo(&words).env(postgres::URL, &postgres.url))
}

fn doc(output: &Output) -> anyhow::Result<()> {
    output.run(&mut shell::cargo(&["test", "--workspace", "--doc", "--no-fail-fast"]))
}

fn browser_tests(output: &Output) -> anyhow::Result<()> {
    let capabilities = browser::write_capabilities()?;
    let driver = browser::ensure_driver()?;
    for package in packages_with_browser_tests()? {
        let words = ["test", "--target", WASM, "--package", &package, "--test", BROWSER];
        let mut command = shell::without_flags(shell::cargo(&words));
        command
            .env("CHROMEDRIVER", &driver)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities);
        output.run(&mut command)?;
    }
    Ok(())
}

/// The name of every test folder that runs in a browser.
const BROWSER: &str = "browser";

fn packages_with_browser_tests() -> anyhow::Result<Vec<String>> {
    let said = shell::read(&mut shell::cargo(&["metadata", "--no-deps", "--format-version", "1"]));
    let metadata: Value = serde_json::from_str(&said.context("asking cargo for the packages")?)
        .context("reading the packages")?;
    let packages = metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
    Ok(packages
        .filter(|package| has_browser_tests(package))
        .filter_map(|package| Some(package.get("name")?.as_str()?.to_owned()))
        .collect())
}

fn has_browser_tests(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array).into_iter().flatten();
    targets.into_iter().any(|target| {
        target.get("name").and_then(Value::as_str) == Some(BROWSER)
            && target.get("kind").and_then(|kind| kind.get(0)).and_then(Value::as_str) == Some("test")
    })
}

fn end_to_end(output: &Output) -> anyhow::Result<()> {
    let mut command = shell::node_program("npx", &["playwright", "test", "--config", "tests/e2e"]);
    command
        .env("CHROME", browser::ensure_chrome()?)
        .env("EVERGREEN_SERVER", places::server_binary())
        .env("EVERGREEN_E2E_PORT", serve::free_port(4173)?.to_string());
    output.run(&mut command)
}
