//! Serves the app and the firm's data on one port.

use std::process::ExitCode;

use clap::Parser;
use server::command::Command;

fn main() -> ExitCode {
    match Command::parse().run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
