//! The growth share over age: how the mix becomes calmer.

use super::canvas::{self, Anchor, Ink, Room};
use super::fan::text_width;
use super::scale::{Scale, age_ticks};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Glide {
    /// Growth share of every year from today, 0 to 1.
    pub shares: Vec<f64>,
    /// Age today, in years.
    pub age: u32,
    /// Years from today until retirement; 0 once retired.
    pub retire_in: u32,
}

impl Glide {
    /// Ages at which the growth share is worth saying: today, retirement, and the last year.
    #[must_use]
    pub fn turning_points(&self) -> Vec<(u32, f64)> {
        let last = u32::try_from(self.shares.len().saturating_sub(1)).unwrap_or(0);
        let mut years = vec![0, self.retire_in.min(last), last];
        years.dedup();
        let share = |year: u32| self.shares.get(year as usize).copied();
        years.into_iter().filter_map(|year| Some((self.age + year, share(year)?))).collect()
    }

    /// The share stays within half a point: there is nothing to draw.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        let first = self.shares.first().copied().unwrap_or(0.0);
        self.shares.iter().all(|share| (share - first).abs() < 0.005)
    }

    /// Draws it; `percent` says a share.
    #[must_use]
    pub fn draw(&self, room: Room, retire: &str, percent: impl Fn(f64) -> String) -> String {
        let Room { width, em } = room;
        let height = (width * 0.25).clamp(10.0 * em, 15.0 * em);
        let (top, bottom) = (2.2 * em, height - 1.9 * em);
        let last = u32::try_from(self.shares.len().saturating_sub(1)).unwrap_or(0);
        let most = self.shares.iter().copied().fold(0.2, f64::max);
        let across = Scale::new((0.0, f64::from(last)), (0.0, width));
        let up = Scale::new((0.0, most), (bottom, top + 1.5 * em));
        let edge: Vec<_> = (0_u32..)
            .zip(&self.shares)
            .map(|(year, share)| (across.at(f64::from(year)), up.at(*share)))
            .collect();
        canvas::draw(width, height, |canvas| {
            let mut area = edge.clone();
            area.extend([(across.at(f64::from(last)), bottom), (0.0, bottom)]);
            canvas.shape(area, Ink::Area);
            canvas.line([(0.0, bottom), (width, bottom)], Ink::Axis);
            canvas.line(edge, Ink::Median);
            for age in age_ticks(self.age, self.age + last, if room.narrow() { 6 } else { 12 }) {
                let x = across.at(f64::from(age - self.age));
                let text = age.to_string();
                let half = text_width(&text, em) / 2.0;
                canvas.text(
                    &text,
                    (x.clamp(half, width - half), bottom + 1.1 * em),
                    Anchor::Middle,
                    Ink::Label,
                );
            }
            if self.retire_in > 0 && self.retire_in < last {
                let x = across.at(f64::from(self.retire_in));
                let half = text_width(retire, em) / 2.0;
                canvas.line([(x, top - 0.6 * em), (x, bottom)], Ink::Event);
                canvas.text(
                    retire,
                    (x.clamp(half, (width - half).max(half)), em),
                    Anchor::Middle,
                    Ink::EventLabel,
                );
            }
            for (age, share) in self.turning_points() {
                let text = percent(share);
                let x = across.at(f64::from(age - self.age));
                let half = text_width(&text, em) / 2.0 + 0.6 * em;
                // Beside the line of retirement rather than on it.
                let x = if age == self.age + self.retire_in && self.retire_in > 0 { x + half } else { x };
                canvas.text(
                    &text,
                    (x.clamp(half, width - half), up.at(share) - 0.9 * em),
                    Anchor::Middle,
                    Ink::LabelStrong,
                );
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turning_points_are_today_retirement_and_the_end() {
        let glide = Glide { shares: vec![0.5, 0.5, 0.4, 0.3], age: 60, retire_in: 2 };
        assert_eq!(glide.turning_points(), [(60, 0.5), (62, 0.4), (63, 0.3)]);
    }

    #[test]
    fn a_share_that_stays_is_flat() {
        assert!(Glide { shares: vec![0.5, 0.502], age: 60, retire_in: 0 }.is_flat());
        assert!(!Glide { shares: vec![0.5, 0.4], age: 60, retire_in: 0 }.is_flat());
    }

    #[test]
    fn once_retired_today_is_said_once() {
        let glide = Glide { shares: vec![0.4, 0.3], age: 70, retire_in: 0 };
        assert_eq!(glide.turning_points(), [(70, 0.4), (71, 0.3)]);
        assert!(
            !glide
                .draw(Room { width: 320.0, em: 13.0 }, "retire", |share| share.to_string())
                .contains("retire")
        );
    }
}
