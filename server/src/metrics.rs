//! Counts of this server since it started, as Prometheus reads them. Nothing in them is about a person.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{Method, StatusCode};
use wire::Step;

/// Upper ends of the classes of a request's duration, in seconds.
const BOUNDS_S: [f64; 7] = [0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0];

/// The counts: each route has its own, so that one request waits for no other's.
#[derive(Debug, Default)]
pub struct Metrics {
    routes: Mutex<Vec<Arc<Counter>>>,
    steps: Mutex<BTreeMap<&'static str, u64>>,
}

/// The counts of one route.
#[derive(Debug)]
pub struct Counter {
    method: Method,
    /// Its address, with its parameters in braces.
    pub path: &'static str,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    statuses: BTreeMap<u16, u64>,
    /// Answers by the class of their duration; the last is for those above every bound.
    within: [u64; BOUNDS_S.len() + 1],
    sum_s: f64,
}

impl Counter {
    /// Counts an answered request.
    pub fn count(&self, status: StatusCode, took: Duration) {
        let seconds = took.as_secs_f64();
        let class = BOUNDS_S.iter().position(|bound_s| seconds <= *bound_s).unwrap_or(BOUNDS_S.len());
        let mut counts = open(&self.counts);
        *counts.statuses.entry(status.as_u16()).or_default() += 1;
        counts.sum_s += seconds;
        if let Some(within) = counts.within.get_mut(class) {
            *within += 1;
        }
    }
}

impl Metrics {
    /// The counter of a route, by its method and the path with its parameters in braces.
    pub fn route(&self, method: &Method, path: &'static str) -> Arc<Counter> {
        let mut routes = open(&self.routes);
        if let Some(known) = routes.iter().find(|known| (&known.method, known.path) == (method, path)) {
            return Arc::clone(known);
        }
        let counter = Arc::new(Counter { method: method.clone(), path, counts: Mutex::default() });
        routes.push(Arc::clone(&counter));
        counter
    }

    /// Counts a step of the main job that somebody took.
    pub fn step(&self, step: Step) {
        *open(&self.steps).entry(step.name()).or_default() += 1;
    }

    /// All of it, in the text format of Prometheus.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string does not fail.
        self.write(&mut text).unwrap_or_default();
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let mut routes = open(&self.routes).clone();
        routes.sort_by(|a, b| (a.method.as_str(), a.path).cmp(&(b.method.as_str(), b.path)));
        routes.retain(|route| !open(&route.counts).statuses.is_empty());
        writeln!(text, "# TYPE evergreen_requests_total counter")?;
        for route in &routes {
            let Counter { method, path, counts } = &**route;
            for (status, count) in &open(counts).statuses {
                writeln!(
                    text,
                    "evergreen_requests_total{{method=\"{method}\",path=\"{path}\",status=\"{status}\"}} {count}"
                )?;
            }
        }
        writeln!(text, "# TYPE evergreen_request_seconds histogram")?;
        for route in &routes {
            write_durations(text, route)?;
        }
        writeln!(text, "# TYPE evergreen_steps_total counter")?;
        let steps = open(&self.steps);
        for step in Step::ALL {
            let count = steps.get(step.name()).copied().unwrap_or(0);
            writeln!(text, "evergreen_steps_total{{step=\"{}\"}} {count}", step.name())?;
        }
        Ok(())
    }
}

fn write_durations(text: &mut String, Counter { method, path, counts }: &Counter) -> std::fmt::Result {
    let counts = open(counts);
    let labels = format!("method=\"{method}\",path=\"{path}\"");
    let mut count = 0;
    for (at, within) in counts.within.iter().enumerate() {
        count += within;
        let bound = BOUNDS_S.get(at).map_or_else(|| "+Inf".to_owned(), ToString::to_string);
        writeln!(text, "evergreen_request_seconds_bucket{{{labels},le=\"{bound}\"}} {count}")?;
    }
    writeln!(text, "evergreen_request_seconds_sum{{{labels}}} {}", counts.sum_s)?;
    writeln!(text, "evergreen_request_seconds_count{{{labels}}} {count}")
}

/// A thread that panicked while counting left at most one count too few.
fn open<T>(counts: &Mutex<T>) -> MutexGuard<'_, T> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_steps_by_name() {
        let metrics = Metrics::default();
        metrics.route(&Method::GET, "/api/drafts");
        let plans = metrics.route(&Method::GET, "/api/plans/{id}");
        plans.count(StatusCode::OK, Duration::from_millis(7));
        metrics.route(&Method::GET, "/api/plans/{id}").count(StatusCode::OK, Duration::from_secs(7));
        metrics.step(Step::ZoneShown);

        let text = metrics.text();

        for line in [
            "evergreen_requests_total{method=\"GET\",path=\"/api/plans/{id}\",status=\"200\"} 2",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"0.005\"} 0",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"0.01\"} 1",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"5\"} 1",
            "evergreen_request_seconds_bucket{method=\"GET\",path=\"/api/plans/{id}\",le=\"+Inf\"} 2",
            "evergreen_request_seconds_count{method=\"GET\",path=\"/api/plans/{id}\"} 2",
            "evergreen_steps_total{step=\"zone_shown\"} 1",
            "evergreen_steps_total{step=\"signed_up\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
        assert!(!text.contains("/api/drafts"), "a route that nobody asked for:\n{text}");
    }
}
