//! From values to pixels, and where the ticks stand.

/// A straight scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// A scale that puts `from` at the pixel `start` and `to` at `end`. Equal values all stand at
    /// `start`.
    #[must_use]
    pub const fn new((from, to): (f64, f64), (start, end): (f64, f64)) -> Self {
        Self { from, to, start, end }
    }

    /// The pixel of a value, which may lie beyond the ends.
    #[must_use]
    pub fn at(self, value: f64) -> f64 {
        let span = self.to - self.from;
        if span == 0.0 {
            self.start
        } else {
            self.start + (value - self.from) / span * (self.end - self.start)
        }
    }

    /// The pixel of a value, held within the ends.
    #[must_use]
    pub fn within(self, value: f64) -> f64 {
        self.at(value).clamp(self.start.min(self.end), self.start.max(self.end))
    }
}

/// Round ticks from zero to just above a largest value, at most so many steps.
///
/// Steps are 1, 2, 2.5 or 5 times a power of ten. Nothing above zero gives the ticks 0 and 1.
#[must_use]
pub fn round_ticks(largest: f64, steps: u32) -> Vec<f64> {
    if !(largest > 0.0 && largest.is_finite()) {
        return vec![0.0, 1.0];
    }
    let wanted = largest / f64::from(steps.max(1));
    let power = 10_f64.powf(wanted.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| *step >= wanted * 0.999_999);
    let step = step.unwrap_or(10.0 * power);
    let mut ticks: Vec<f64> = (0..=steps).map(|idx| step * f64::from(idx)).collect();
    // The first tick that reaches the largest value is the last one.
    let reached = ticks.iter().position(|tick| *tick >= largest * 0.999_999).unwrap_or(ticks.len());
    ticks.truncate(reached + 1);
    ticks
}

/// Round ages between two ages, ends included where they are round, at most so many.
#[must_use]
pub fn age_ticks(from: u32, to: u32, most: u32) -> Vec<u32> {
    let step =
        [5, 10, 20, 50].into_iter().find(|step| (to.saturating_sub(from)) / step < most.max(1)).unwrap_or(50);
    (from..=to).filter(|age| age % step == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_leads_from_values_to_pixels() {
        let scale = Scale::new((0.0, 100.0), (200.0, 0.0));
        assert_eq!(scale.at(0.0), 200.0);
        assert_eq!(scale.at(25.0), 150.0);
        assert_eq!(scale.within(400.0), 0.0);
        assert_eq!(Scale::new((3.0, 3.0), (5.0, 9.0)).at(3.0), 5.0);
    }

    #[track_caller]
    fn check(largest: f64, steps: u32, ticks: &[f64]) {
        assert_eq!(round_ticks(largest, steps), ticks, "{largest} in {steps}");
    }

    #[test]
    fn ticks_are_round_and_reach_the_largest_value() {
        check(3_900_000.0, 4, &[0.0, 1e6, 2e6, 3e6, 4e6]);
        check(4_000_000.0, 4, &[0.0, 1e6, 2e6, 3e6, 4e6]);
        check(9_100_000.0, 4, &[0.0, 2.5e6, 5e6, 7.5e6, 1e7]);
        check(0.18, 3, &[0.0, 0.1, 0.2]);
    }

    #[test]
    fn nothing_to_show_still_has_an_axis() {
        check(0.0, 4, &[0.0, 1.0]);
        check(f64::NAN, 4, &[0.0, 1.0]);
    }

    #[test]
    fn ages_are_round_and_few() {
        assert_eq!(age_ticks(40, 92, 12), [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]);
        assert_eq!(age_ticks(40, 92, 6), [40, 50, 60, 70, 80, 90]);
        assert_eq!(age_ticks(90, 92, 6), [90]);
    }
}
