//! Prints the speed of the projection on this machine as one line of JSON, and writes the messages
//! that ask a worker for the same: `speed [FOLDER]`.

#![expect(clippy::unwrap_used, reason = "a measurement stops at the first fault")]

use std::time::Instant;

use messages::Job;
use planner::{Moves, Request, bytes};

#[path = "../../../planner/tests/support/mod.rs"]
mod support;

/// Runs of each measure; the best one counts.
const RUNS: u32 = 30;

fn main() {
    let form = serde_json::from_str(include_str!("speed.json")).unwrap();
    let request = Request { lifetimes: Some(10_000), ..support::request(&form, Moves::default()) };
    let start = Instant::now();
    let now = || start.elapsed().as_secs_f64() * 1000.0;
    let speed = messages::speed::measure(&request, &support::firm(), RUNS, &now).unwrap();
    if let Some(folder) = std::env::args_os().nth(1).map(std::path::PathBuf::from) {
        let firm = Job::Firm(bytes::seal(&support::document()));
        let bench = Job::Bench { runs: RUNS, request: Box::new(request) };
        std::fs::write(folder.join("bench_firm.job"), messages::say(&firm)).unwrap();
        std::fs::write(folder.join("bench_speed.job"), messages::say(&bench)).unwrap();
    }
    println!("{}", serde_json::to_string(&speed).unwrap());
}
