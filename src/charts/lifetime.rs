//! One lifetime: wealth by age, and the return of every year under it.

use super::canvas::{self, Anchor, Canvas, Ink, Point, Room};
use super::fan::text_width;
use super::scale::{Scale, age_ticks, round_ticks};

/// Height of the strip of returns, in heights of the type.
const STRIP_EMS: f64 = 4.0;

/// The strip shows returns at least as large as this to either side, a fraction.
const LEAST_RATE: f64 = 0.1;

/// One lifetime.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifetime {
    /// Wealth at the start of each year from today and at the end of the last one; below zero it
    /// is what is missing.
    pub wealth: Vec<f64>,
    /// Real return of each year, a fraction.
    pub rates: Vec<f64>,
    /// Age today, in years.
    pub age: u32,
    /// Years from today until retirement; 0 once retired.
    pub retire_in: u32,
}

/// The words in the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// At the line of retirement.
    pub retire: String,
    /// At the line where nothing is left.
    pub gone: String,
    /// At the strip of returns.
    pub returns: &'static str,
    /// At the ticks of money, from zero upward.
    pub money: Vec<String>,
}

impl Lifetime {
    /// Years from today to the end.
    #[must_use]
    pub fn years(&self) -> u32 {
        u32::try_from(self.rates.len()).unwrap_or(u32::MAX)
    }

    /// The first year in retirement that begins with nothing left; none if there is always some.
    #[must_use]
    pub fn gone_in(&self) -> Option<u32> {
        let mut years = (0_u32..).zip(&self.wealth).skip_while(|(year, _)| *year <= self.retire_in);
        years.find(|(_, wealth)| **wealth < 1.0).map(|(year, _)| year)
    }

    /// Round amounts for the axis of money, from zero upward.
    #[must_use]
    pub fn money_ticks(&self) -> Vec<f64> {
        round_ticks(self.wealth.iter().copied().fold(0.0, f64::max), 4)
    }

    /// Draws it.
    #[must_use]
    pub fn draw(&self, room: Room, labels: &Labels) -> String {
        let Room { width, em } = room;
        let height = (width * 0.46).clamp(17.0 * em, 26.0 * em);
        let strip = height - (1.9 + STRIP_EMS) * em;
        let floor = strip - 1.6 * em;
        let across = Scale::new((0.0, f64::from(self.years())), (0.0, width));
        let ticks = self.money_ticks();
        let up = Scale::new((0.0, ticks.last().copied().unwrap_or(1.0)), (floor, 2.2 * em));
        canvas::draw(width, height, |canvas| {
            for (tick, label) in ticks.iter().zip(&labels.money) {
                let y = up.at(*tick);
                canvas.line([(0.0, y), (width, y)], if *tick == 0.0 { Ink::Axis } else { Ink::Grid });
                if *tick > 0.0 {
                    canvas.text(label, (0.0, y - 0.75 * em), Anchor::Start, Ink::Label);
                }
            }
            let line: Vec<Point> = (0_u32..)
                .zip(&self.wealth)
                .map(|(year, wealth)| (across.at(f64::from(year)), up.within(*wealth)))
                .collect();
            canvas.shape(line.iter().copied().chain([(width, floor), (0.0, floor)]), Ink::BandOuter);
            canvas.line(line, Ink::Median);
            self.draw_returns(canvas, room, across, (strip, strip + STRIP_EMS * em));
            canvas.text(labels.returns, (0.0, strip - 0.7 * em), Anchor::Start, Ink::Label);
            let retire = (0 < self.retire_in).then_some((self.retire_in, &labels.retire));
            let gone = self.gone_in().map(|year| (year, &labels.gone));
            for ((year, label), row) in retire.into_iter().chain(gone).zip([0.7, 2.2]) {
                let x = across.at(f64::from(year));
                canvas.line([(x, (row + 0.6) * em), (x, floor)], Ink::Event);
                let half = text_width(label, em) / 2.0;
                let middle = x.clamp(half, (width - half).max(half));
                canvas.text(label, (middle, row * em), Anchor::Middle, Ink::EventLabel);
            }
            for age in age_ticks(self.age, self.age + self.years(), if room.narrow() { 6 } else { 12 }) {
                let text = age.to_string();
                let half = text_width(&text, em) / 2.0;
                let x = across.at(f64::from(age - self.age)).clamp(half, width - half);
                canvas.text(&text, (x, height - 0.8 * em), Anchor::Middle, Ink::Label);
            }
        })
    }

    fn draw_returns(&self, canvas: &mut Canvas<'_>, room: Room, across: Scale, (top, bottom): (f64, f64)) {
        let most = self.rates.iter().copied().map(f64::abs).fold(LEAST_RATE, f64::max);
        let up = Scale::new((-most, most), (bottom, top));
        let zero = up.at(0.0);
        for (year, rate) in (0_u32..).zip(&self.rates) {
            let ink = if *rate < 0.0 { Ink::BarShort } else { Ink::Bar };
            let (left, right) = (across.at(f64::from(year)), across.at(f64::from(year + 1)));
            canvas.bar((left + 0.5, up.at(rate.max(0.0))), (right - 0.5, up.at(rate.min(0.0))), ink);
        }
        canvas.line([(0.0, zero), (room.width, zero)], Ink::Axis);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn life(wealth: &[f64]) -> Lifetime {
        Lifetime { wealth: wealth.to_vec(), rates: vec![0.05; wealth.len() - 1], age: 60, retire_in: 1 }
    }

    #[test]
    fn nothing_left_before_retirement_is_not_gone() {
        assert_eq!(life(&[0.0, 0.0, 5.0, 2.0, -3.0]).gone_in(), Some(4));
        assert_eq!(life(&[0.0, 5.0, 5.0, 2.0]).gone_in(), None);
    }

    #[test]
    fn the_picture_says_when_it_is_gone_and_shows_every_return() {
        let life = life(&[10.0, 20.0, 10.0, -1.0]);
        let labels = Labels { gone: "gone at 63".to_owned(), returns: "returns", ..Labels::default() };
        let svg = life.draw(Room { width: 320.0, em: 13.0 }, &labels);
        assert!(svg.contains("gone at 63") && svg.contains("returns"));
        assert_eq!(svg.matches("chart__bar").count(), 3);
    }
}
