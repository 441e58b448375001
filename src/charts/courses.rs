//! Two courses of money over years, side by side.

use super::canvas::{self, Anchor, Ink, Point, Room};
use super::fan::text_width;
use super::scale::{Scale, round_ticks};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Courses {
    /// Money from year 0 on, of as many years each: a solid line, and a dashed one.
    pub money: [Vec<f64>; 2],
}

/// The words in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// At the ends of the two lines.
    pub ends: [String; 2],
    /// At the ticks of money, from zero upward.
    pub money: Vec<String>,
}

impl Courses {
    /// The last year.
    #[must_use]
    pub fn last(&self) -> u32 {
        let [one, other] = &self.money;
        u32::try_from(one.len().min(other.len()).saturating_sub(1)).unwrap_or(0)
    }

    /// Round amounts for the axis of money, from zero upward.
    #[must_use]
    pub fn money_ticks(&self) -> Vec<f64> {
        round_ticks(self.money.iter().flatten().copied().fold(0.0, f64::max), 4)
    }

    /// Draws it.
    #[must_use]
    pub fn draw(&self, room: Room, labels: &Labels) -> String {
        let Room { width, em } = room;
        let height = (width * 0.42).clamp(15.0 * em, 22.0 * em);
        let (top, bottom) = (2.4 * em, height - 1.9 * em);
        let ticks = self.money_ticks();
        let up = Scale::new((0.0, ticks.last().copied().unwrap_or(1.0)), (bottom, top));
        let across = Scale::new((0.0, f64::from(self.last())), (0.0, width));
        canvas::draw(width, height, |canvas| {
            for (tick, label) in ticks.iter().zip(&labels.money) {
                let y = up.at(*tick);
                canvas.line([(0.0, y), (width, y)], if *tick == 0.0 { Ink::Axis } else { Ink::Grid });
                if *tick > 0.0 {
                    canvas.text(label, (0.0, y - 0.75 * em), Anchor::Start, Ink::Label);
                }
            }
            for year in year_ticks(self.last()) {
                let text = year.to_string();
                let half = text_width(&text, em) / 2.0;
                let x = across.at(f64::from(year)).clamp(half, (width - half).max(half));
                canvas.text(&text, (x, bottom + 1.1 * em), Anchor::Middle, Ink::Label);
            }
            let lines = self.money.each_ref().map(|course| {
                let years = (0_u32..).map(f64::from);
                years.zip(course).map(|(year, money)| (across.at(year), up.at(*money))).collect::<Vec<_>>()
            });
            let places = names(&lines, labels, room);
            for (((line, ink), label), at) in
                lines.into_iter().zip([Ink::Median, Ink::Second]).zip(&labels.ends).zip(places)
            {
                canvas.line(line, ink);
                canvas.text(label, at, Anchor::End, Ink::LabelStrong);
            }
        })
    }
}

/// Where the names of two lines end: that of the higher one above it, that of the lower one below,
/// clear of the line over their whole width.
fn names(lines: &[Vec<Point>; 2], labels: &Labels, room: Room) -> [Point; 2] {
    let [one, other] = lines;
    let end = |line: &[Point]| line.last().map_or(0.0, |(_, y)| *y);
    let first_above = end(one) <= end(other);
    let place = |line: &[Point], label: &str, above: bool| {
        let from = room.width - text_width(label, room.em) - room.em;
        let under = line.iter().filter(|(x, _)| *x >= from).map(|(_, y)| *y);
        let y = if above {
            under.fold(f64::INFINITY, f64::min) - 0.9 * room.em
        } else {
            under.fold(f64::NEG_INFINITY, f64::max) + 1.2 * room.em
        };
        (room.width, y)
    };
    let [first, second] = &labels.ends;
    [place(one, first, first_above), place(other, second, !first_above)]
}

/// Years that are named under the axis: today, a few round ones, and the last.
fn year_ticks(last: u32) -> Vec<u32> {
    let step = [1, 2, 5, 10, 20].into_iter().find(|step| last / step <= 6).unwrap_or(20);
    let mut years: Vec<u32> = (0..=last).filter(|year| year % step == 0 && year + step / 2 < last).collect();
    years.push(last);
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 320.0, em: 13.0 };

    fn labels() -> Labels {
        Labels { ends: ["one".to_owned(), "other".to_owned()], money: vec![String::new(); 5] }
    }

    #[test]
    fn the_name_of_the_higher_line_stands_above_it_and_the_other_below() {
        let lines = [vec![(0.0, 90.0), (300.0, 60.0), (320.0, 50.0)], vec![(0.0, 90.0), (320.0, 30.0)]];
        let [(_, one), (_, other)] = names(&lines, &labels(), ROOM);
        assert!(one > 60.0 && other < 30.0, "{one} {other}");
    }

    #[test]
    fn the_years_begin_today_and_end_with_the_last() {
        assert_eq!(year_ticks(1), [0, 1]);
        assert_eq!(year_ticks(20), [0, 5, 10, 15, 20]);
        assert_eq!(year_ticks(23), [0, 5, 10, 15, 20, 23]);
        assert_eq!(year_ticks(21), [0, 5, 10, 15, 21]);
    }

    #[test]
    fn one_line_is_solid_and_the_other_dashed() {
        let svg = Courses { money: [vec![1.0, 2.0], vec![1.0, 3.0]] }.draw(ROOM, &labels());
        assert!(svg.contains("chart__median") && svg.contains("chart__second"));
    }
}
