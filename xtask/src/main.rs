//! The project's own commands: `cargo xtask serve | test | build | bench | dev | postgres`.
//!
//! | module      | what it is                                                    |
//! |-------------|---------------------------------------------------------------|
//! | [`serve`]   | builds everything and serves it on one port                   |
//! | [`dev`]     | the app with live reload, the API behind it                   |
//! | [`build`]   | the app and the server, skipping what did not change          |
//! | [`app`]     | the app for release, in parts that load on demand             |
//! | [`test`]    | every check, step by step                                     |
//! | [`steps`]   | the table of those checks                                     |
//! | [`bench`]   | speed and size, into `target/bench.json`                      |
//! | [`tools`]   | what has to be installed, and installs it                     |
//! | [`browser`] | finds or installs Chromium and its driver                     |
//! | [`look`]    | every component, held to its picture                          |
//! | [`fuzz`]    | generated calls to the API                                    |
//! | [`postgres`] | a throwaway PostgreSQL for tests                            |
//! | [`shell`]   | runs other programs                                           |

use std::process::ExitCode;

mod app;
mod bench;
mod browser;
mod build;
mod compress;
mod dev;
mod fuzz;
mod look;
mod places;
mod postgres;
mod serve;
mod shell;
mod stamp;
mod steps;
mod tally;
mod test;
mod tools;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N]          build everything, then serve it on one port (default 8080)
  dev                       the app with live reload on 8080, the API behind it
  build                     the app into dist/, and the server with the app inside
  test [--only a,b] [--list]  every check, or only the named ones; --list names them
  bench                     speed and size, into target/bench.json
  postgres                  a throwaway PostgreSQL for tests that are run by hand

What a command needs and the machine lacks is installed first.
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    use lexopt::prelude::*;
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        None | Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        "serve" => serve::serve(&serve::Options::parse(arguments)?),
        "test" => test::test(&test::Options::parse(arguments)?),
        "build" => none_left(arguments).and_then(|()| build::command()),
        "bench" => none_left(arguments).and_then(|()| bench::bench()),
        "postgres" => none_left(arguments).and_then(|()| postgres::command()),
        "dev" => none_left(arguments).and_then(|()| dev::dev()),
        unknown => anyhow::bail!("there is no command {unknown}\n\n{HELP}"),
    }
}

fn none_left(mut arguments: lexopt::Parser) -> anyhow::Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(argument) => Err(argument.unexpected().into()),
    }
}
