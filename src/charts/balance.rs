//! The household's years: what goes out as areas, what comes in as a line.

use planner::goals::Balance;

use super::canvas::{self, Anchor, Ink, Point, Room};
use super::fan::text_width;
use super::scale::{Scale, round_ticks};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Balances {
    /// The years, from this one on; at least one.
    pub years: Vec<Balance>,
    /// This calendar year.
    pub first: i32,
    /// Years from now until retirement; 0 once retired.
    pub retire_in: u32,
}

/// Daily life, loans and parents of a year.
#[must_use]
pub fn spent(year: &Balance) -> f64 {
    year.spending + year.loans + year.parents
}

/// All that goes out in a year, saving included.
#[must_use]
pub fn out(year: &Balance) -> f64 {
    spent(year) + year.goals + year.retirement.max(0.0)
}

impl Balances {
    /// Round amounts for the axis of money, from zero upward.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        let most = self.years.iter().map(|year| out(year).max(year.income)).fold(0.0, f64::max);
        round_ticks(most, 4)
    }

    /// The calendar years at the axis, round and at most so many.
    #[must_use]
    pub fn round_years(&self, most: usize) -> Vec<i32> {
        let last = self.first + i32::try_from(self.years.len()).unwrap_or(0) - 1;
        let step = [5, 10, 20, 50]
            .into_iter()
            .find(|step| (last - self.first) / step < i32::try_from(most).unwrap_or(6));
        (self.first..=last).filter(|year| year % step.unwrap_or(50) == 0).collect()
    }

    /// Draws it; the words are those of the line of income, of retirement, and of the ticks of money.
    #[must_use]
    pub fn draw(&self, room: Room, income: &str, retire: &str, money: &[String]) -> String {
        let Room { width, em } = room;
        let height = (width * 0.45).clamp(14.0 * em, 22.0 * em);
        let (top, bottom) = (2.2 * em, height - 1.9 * em);
        let ticks = self.ticks();
        let up = Scale::new((0.0, ticks.last().copied().unwrap_or(1.0)), (bottom, top));
        let last = u32::try_from(self.years.len().saturating_sub(1)).unwrap_or(0);
        let across = Scale::new((0.0, f64::from(last.max(1))), (0.0, width));
        let edge = |of: fn(&Balance) -> f64| -> Vec<Point> {
            let years = (0_u32..).map(f64::from).zip(&self.years);
            years.map(|(at, year)| (across.at(at), up.within(of(year)))).collect()
        };
        let area = |low: Vec<Point>, high: Vec<Point>| high.into_iter().chain(low.into_iter().rev());
        canvas::draw(width, height, |canvas| {
            canvas.shape(area(edge(spent), edge(out)), Ink::BandOuter);
            canvas.shape(area(edge(|_| 0.0), edge(spent)), Ink::BandInner);
            for (tick, label) in ticks.iter().zip(money) {
                let y = up.at(*tick);
                canvas.line([(0.0, y), (width, y)], if *tick == 0.0 { Ink::Axis } else { Ink::Grid });
                if *tick > 0.0 {
                    canvas.text(label, (0.0, y - 0.75 * em), Anchor::Start, Ink::Label);
                }
            }
            canvas.line(edge(|year| year.income), Ink::Median);
            for year in self.round_years(if room.narrow() { 6 } else { 12 }) {
                let x = across.at(f64::from(year - self.first));
                let text = year.to_string();
                let half = text_width(&text, em) / 2.0;
                let at = (x.clamp(half, (width - half).max(half)), bottom + 1.1 * em);
                canvas.line([(x, bottom), (x, bottom + 0.35 * em)], Ink::Axis);
                canvas.text(&text, at, Anchor::Middle, Ink::Label);
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
            // Above the line, in the middle of the years of work.
            let middle = if self.retire_in > 0 { self.retire_in / 2 } else { last / 3 };
            let there = self.years.get(middle as usize).map_or(0.0, |year| year.income);
            let half = text_width(income, em) / 2.0;
            let x = across.at(f64::from(middle)).clamp(half, (width - half).max(half));
            let place = (x, up.within(there) - 1.1 * em);
            canvas.text(income, place, Anchor::Middle, Ink::LabelStrong);
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balances(years: u32) -> Balances {
        let year = |year| Balance {
            year,
            income: 300_000.0,
            spending: 180_000.0,
            loans: 40_000.0,
            parents: 10_000.0,
            goals: 20_000.0,
            retirement: 50_000.0,
            left: 0.0,
        };
        Balances { years: (0..years).map(year).collect(), first: 2026, retire_in: 20 }
    }

    #[test]
    fn what_goes_out_is_the_sum_of_its_parts() {
        let year = balances(1).years[0];
        assert_eq!((spent(&year), out(&year)), (230_000.0, 300_000.0));
        assert_eq!(out(&Balance { retirement: -5.0, ..year }), 250_000.0);
    }

    #[test]
    fn the_axis_has_round_years_and_few() {
        assert_eq!(balances(53).round_years(6), [2030, 2040, 2050, 2060, 2070]);
        assert_eq!(
            balances(53).round_years(12),
            [2030, 2035, 2040, 2045, 2050, 2055, 2060, 2065, 2070, 2075]
        );
    }

    #[test]
    fn the_picture_names_its_parts_even_of_one_year() {
        let room = Room { width: 320.0, em: 13.0 };
        let money = ["0".to_owned(), "40万".to_owned()];
        let svg = balances(53).draw(room, "收入", "退休", &money);
        for text in ["收入", "退休", "2050"] {
            assert!(svg.contains(text), "{text}");
        }
        assert!(balances(1).draw(room, "收入", "退休", &money).contains("</svg>"));
    }
}
