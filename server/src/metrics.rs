//! Counts of this server since it started, as Prometheus reads them. Nothing in them is about a person.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use wire::Step;

/// Upper ends of the classes of a request's duration, in seconds.
const BOUNDS_S: [f64; 7] = [0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0];

/// The counts.
#[derive(Debug, Default)]
pub struct Metrics(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    requests: BTreeMap<(String, &'static str, u16), u64>,
    durations: BTreeMap<(String, &'static str), Durations>,
    steps: BTreeMap<&'static str, u64>,
}

#[derive(Debug, Default)]
struct Durations {
    within: [u64; BOUNDS_S.len()],
    count: u64,
    sum_s: f64,
}

impl Metrics {
    /// Counts an answered request; the path is that of the route, with its parameters in braces.
    pub fn request(&self, method: &Method, path: &'static str, status: StatusCode, took: Duration) {
        let seconds = took.as_secs_f64();
        self.change(|counts| {
            *counts.requests.entry((method.to_string(), path, status.as_u16())).or_default() += 1;
            let durations = counts.durations.entry((method.to_string(), path)).or_default();
            durations.count += 1;
            durations.sum_s += seconds;
            let classes = durations.within.iter_mut().zip(BOUNDS_S);
            classes.filter(|(_, bound_s)| seconds <= *bound_s).for_each(|(within, _)| *within += 1);
        });
    }

    /// Counts a step of the main job that somebody took.
    pub fn step(&self, step: Step) {
        self.change(|counts| *counts.steps.entry(step.name()).or_default() += 1);
    }

    fn change<T>(&self, change: impl FnOnce(&mut Counts) -> T) -> T {
        // A thread that panicked while counting left at most one count too few.
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// All of it, in the text format of Prometheus.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string does not fail.
        self.change(|counts| write_counts(&mut text, counts)).unwrap_or_default();
        text
    }
}

fn write_counts(text: &mut String, counts: &Counts) -> std::fmt::Result {
    writeln!(text, "# TYPE evergreen_requests_total counter")?;
    for ((method, path, status), count) in &counts.requests {
        writeln!(
            text,
            "evergreen_requests_total{{method=\"{method}\",path=\"{path}\",status=\"{status}\"}} {count}"
        )?;
    }
    writeln!(text, "# TYPE evergreen_request_seconds histogram")?;
    for ((method, path), durations) in &counts.durations {
        let labels = format!("method=\"{method}\",path=\"{path}\"");
        let Durations { within, count, sum_s } = durations;
        for (bound_s, within) in BOUNDS_S.iter().zip(within) {
            writeln!(text, "evergreen_request_seconds_bucket{{{labels},le=\"{bound_s}\"}} {within}")?;
        }
        writeln!(text, "evergreen_request_seconds_bucket{{{labels},le=\"+Inf\"}} {count}")?;
        writeln!(text, "evergreen_request_seconds_sum{{{labels}}} {sum_s}")?;
        writeln!(text, "evergreen_request_seconds_count{{{labels}}} {count}")?;
    }
    writeln!(text, "# TYPE evergreen_steps_total counter")?;
    for step in Step::ALL {
        let count = counts.steps.get(step.name()).copied().unwrap_or(0);
        writeln!(text, "evergreen_steps_total{{step=\"{}\"}} {count}", step.name())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_steps_by_name() {
        let metrics = Metrics::default();
        metrics.request(&Method::GET, "/api/plans/{id}", StatusCode::OK, Duration::from_millis(7));
        metrics.step(Step::ZoneShown);

        let text = metrics.text();

        for line in [
            "evergreen_requests_total{method=\"GET\",path=\"/api/plans/{id}\",status=\"200\"} 1",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"0.005\"} 0",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"0.01\"} 1",
            "evergreen_steps_total{step=\"zone_shown\"} 1",
            "evergreen_steps_total{step=\"signed_up\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
    }
}
