//! Generated calls: Schemathesis asks for everything in the API's document, signed out and signed in.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use anyhow::{Context, bail};

use crate::places;
use crate::serve::{self, Running};
use crate::shell::{self, Output};

/// The version of Schemathesis.
const SCHEMATHESIS: &str = "4.32.5";

/// Fewest generated calls over both runs.
const CALLS_MIN: u32 = 2000;

/// What every answer has to be: no failure of ours, and nothing that the document does not tell of.
const CHECKS: &str =
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// Would sign the caller out, or take the account away, in the middle of a run.
const ENDING: &str = "^(delete_api_session|delete_api_sessions|delete_api_account|put_api_account_password)$";

/// `cargo xtask test --only build,fuzz-api`
///
/// # Errors
///
/// When an answer is not as the document says, or there were too few calls.
pub(crate) fn fuzz(output: &Output) -> anyhow::Result<()> {
    let program = ensure_schemathesis(output)?;
    let data = places::scratch()?.join("fuzz-data");
    if data.exists() {
        fs::remove_dir_all(&data).with_context(|| format!("clearing {}", data.display()))?;
    }
    let mut demo = shell::program(places::server_binary(), &["demo"]);
    output.run(demo.env(serve::DATA, &data))?;
    let server =
        Running::start_with(&[(serve::DATA, data.as_os_str()), ("EVERGREEN_LIMITS", "off".as_ref())])?;

    let mut calls = run(output, &program, &server, None)?;
    for email in ["li.wei@example.com", "chen@example.com", "admin@example.com"] {
        let cookie = sign_in(&server.address, email)?;
        calls += run(output, &program, &server, Some(&cookie))?;
    }
    output.say(&format!("{calls} generated calls"))?;
    if calls < CALLS_MIN {
        bail!("{calls} generated calls are fewer than {CALLS_MIN}");
    }
    Ok(())
}

/// One run, as a guest or with a cookie. Gives how many calls were made.
fn run(output: &Output, program: &PathBuf, server: &Running, cookie: Option<&str>) -> anyhow::Result<u32> {
    let report = places::scratch()?.join("fuzz.har");
    let document = format!("{}/api/openapi.json", server.address);
    let mut command = shell::program(program, &["run", &document, "--checks", CHECKS, "--seed", "1"]);
    command.args(["--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--no-shrink"]);
    command.args(["--report", "har", "--report-har-path"]).arg(&report);
    if let Some(cookie) = cookie {
        command.args(["--exclude-operation-id-regex", ENDING, "-H", &format!("Cookie: {cookie}")]);
    }
    output.run(&mut command)?;
    let text = fs::read_to_string(&report).with_context(|| format!("reading {}", report.display()))?;
    let har: serde_json::Value = serde_json::from_str(&text).context("reading the report of the calls")?;
    let entries = har.pointer("/log/entries").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    Ok(u32::try_from(entries).unwrap_or(u32::MAX))
}

/// Signs a made-up account in, and gives its cookie.
fn sign_in(address: &str, email: &str) -> anyhow::Result<String> {
    let host = address.trim_start_matches("http://");
    let body = serde_json::json!({ "email": email, "password": "evergreen on the hill" }).to_string();
    let request = format!(
        "POST /api/session HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(host).context("connecting to the server")?;
    stream.write_all(request.as_bytes()).context("signing in")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).context("signing in")?;
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")?.split(';').next());
    Ok(cookie.with_context(|| format!("{email} could not sign in"))?.to_owned())
}

/// Schemathesis, in a Python environment among our tools.
fn ensure_schemathesis(output: &Output) -> anyhow::Result<PathBuf> {
    let folder = places::tools().join("schemathesis");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = programs.join(places::executable("schemathesis"));
    let said = shell::read(&mut shell::program(&program, &["--version"])).unwrap_or_default();
    if said.trim().ends_with(SCHEMATHESIS) {
        return Ok(program);
    }
    output.say(&format!("tools: installing schemathesis {SCHEMATHESIS}"))?;
    let mut environment = shell::program("python3", &["-m", "venv"]);
    output.run(environment.arg(&folder)).context("install Python 3 with its module venv")?;
    let wanted = format!("schemathesis=={SCHEMATHESIS}");
    output.run(&mut shell::program(
        programs.join(places::executable("pip")),
        &["install", "--quiet", &wanted],
    ))?;
    Ok(program)
}
