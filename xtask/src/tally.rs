//! Counts tests from what test runners say at their end.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u32,
    /// Tests that failed.
    pub(crate) failed: u32,
}

impl Tally {
    /// The sum over every closing line of a log: cargo test, nextest, Playwright.
    pub(crate) fn of(log: &str) -> Self {
        let mut sum = Self::default();
        for line in log.lines().map(str::trim).filter(|line| is_closing(line)) {
            sum += Self { passed: count(line, "passed"), failed: count(line, "failed") };
        }
        sum
    }

    /// Whether nothing was counted.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn is_closing(line: &str) -> bool {
    let mut words = line.split_whitespace();
    match words.next() {
        // "test result: ok. 3 passed; 0 failed; …"
        Some("test") => words.next() == Some("result:"),
        // "Summary [   0.5s] 12 tests run: 12 passed, 0 skipped"
        Some("Summary") => true,
        // "3 passed (2.1s)", "1 failed"
        Some(first) => {
            first.bytes().all(|byte| byte.is_ascii_digit())
                && words.next().is_some_and(|word| ["passed", "failed"].contains(&word))
        }
        None => false,
    }
}

/// The number before a word; 0 when the word is not there.
fn count(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, found] if *found == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(log: &str, passed: u32, failed: u32) {
        assert_eq!(Tally::of(log), Tally { passed, failed }, "{log}");
    }

    #[test]
    fn the_closing_lines_of_each_runner_are_counted() {
        check("test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured", 3, 1);
        check("     Summary [   0.512s] 12 tests run: 11 passed (1 slow), 1 failed, 2 skipped", 11, 1);
        check("  1 failed\n    [chromium] › smoke.spec.js\n  5 passed (3.1s)", 5, 1);
    }

    #[test]
    fn the_results_of_several_runs_are_added() {
        check("test result: ok. 3 passed; 0 failed\ntest result: ok. 4 passed; 0 failed", 7, 0);
    }

    #[test]
    fn other_lines_are_not_counted() {
        check("test a_plan_passed ... ok\n2 people passed by\n", 0, 0);
    }
}
