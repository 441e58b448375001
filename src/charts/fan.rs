//! Wealth by age: the median, and the bands in which half and eight in ten of all lifetimes lie.

use planner::projection::Band;

use super::canvas::{self, Anchor, Canvas, Ink, Point, Room};
use super::scale::{Scale, age_ticks, round_ticks};

/// How far above the upper quartile the picture reaches: a few lucky lifetimes would otherwise
/// press all others to the floor.
const HEADROOM: f64 = 1.35;

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// Wealth at the start of each year from today, at least one year.
    pub bands: Vec<Band>,
    /// Age today, in years.
    pub age: u32,
    /// Years from today until retirement; 0 once retired.
    pub retire_in: u32,
}

/// The words in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// At the line of retirement.
    pub retire: String,
    /// At the right end.
    pub plan_end: String,
    /// On the median.
    pub median: String,
    /// On the band of half of the lifetimes.
    pub half: String,
    /// On the band of eight in ten.
    pub most: String,
    /// At the ticks of money, from zero upward.
    pub money: Vec<String>,
}

/// Where everything stands, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// From years to pixels.
    pub across: Scale,
    /// From money to pixels.
    pub up: Scale,
    /// Ticks of money.
    pub ticks: Vec<f64>,
    top: f64,
    bottom: f64,
}

impl Fan {
    /// Round amounts for the axis of money, from zero upward.
    #[must_use]
    pub fn money_ticks(&self) -> Vec<f64> {
        round_ticks(self.ceiling(), 4)
    }

    /// The upper edge of the outer band lies partly beyond the picture.
    #[must_use]
    pub fn clipped(&self) -> bool {
        let most = self.money_ticks().last().copied().unwrap_or(0.0);
        self.bands.iter().any(|band| band.p90 > most)
    }

    /// Where everything stands in a room.
    #[must_use]
    pub fn layout(&self, room: Room) -> Layout {
        let Room { width, em } = room;
        let height = (width * 0.52).clamp(15.0 * em, 26.0 * em);
        let (top, bottom) = (2.2 * em, height - 1.9 * em);
        let ticks = self.money_ticks();
        let most = ticks.last().copied().unwrap_or(1.0);
        let up = Scale::new((0.0, most), (bottom, top));
        let across = Scale::new((0.0, f64::from(self.years())), (0.0, width));
        Layout { width, height, across, up, ticks, top, bottom }
    }

    /// Draws it.
    #[must_use]
    pub fn draw(&self, room: Room, labels: &Labels) -> String {
        let layout = self.layout(room);
        canvas::draw(layout.width, layout.height, |canvas| {
            canvas.shape(self.area(&layout, |band| band.p10, |band| band.p90), Ink::BandOuter);
            canvas.shape(self.area(&layout, |band| band.p25, |band| band.p75), Ink::BandInner);
            self.draw_frame(canvas, &layout, room, labels);
            canvas.line(self.edge(&layout, |band| band.p50), Ink::Median);
            self.draw_names(canvas, &layout, room, labels);
        })
    }

    fn years(&self) -> u32 {
        u32::try_from(self.bands.len().saturating_sub(1)).unwrap_or(0)
    }

    fn ceiling(&self) -> f64 {
        let highest = |of: fn(&Band) -> f64| self.bands.iter().map(of).fold(0.0, f64::max);
        highest(|band| band.p90).min(HEADROOM * highest(|band| band.p75).max(highest(|band| band.p50)))
    }

    fn edge(&self, layout: &Layout, of: impl Fn(&Band) -> f64) -> Vec<Point> {
        let years = (0_u32..).map(f64::from);
        years
            .zip(&self.bands)
            .map(|(year, band)| (layout.across.at(year), layout.up.within(of(band))))
            .collect()
    }

    fn area(&self, layout: &Layout, low: impl Fn(&Band) -> f64, high: impl Fn(&Band) -> f64) -> Vec<Point> {
        let mut outline = self.edge(layout, high);
        outline.extend(self.edge(layout, low).into_iter().rev());
        outline
    }

    fn draw_frame(&self, canvas: &mut Canvas<'_>, layout: &Layout, room: Room, labels: &Labels) {
        let em = room.em;
        for (tick, label) in layout.ticks.iter().zip(&labels.money) {
            let y = layout.up.at(*tick);
            let ink = if *tick == 0.0 { Ink::Axis } else { Ink::Grid };
            canvas.line([(0.0, y), (layout.width, y)], ink);
            if *tick > 0.0 {
                canvas.text(label, (0.0, y - 0.75 * em), Anchor::Start, Ink::Label);
            }
        }
        let last = self.age + self.years();
        for age in age_ticks(self.age, last, if room.narrow() { 6 } else { 12 }) {
            let x = layout.across.at(f64::from(age - self.age));
            let text = age.to_string();
            let at = (hold(x, &text, room), layout.bottom + 1.1 * em);
            canvas.line([(x, layout.bottom), (x, layout.bottom + 0.35 * em)], Ink::Axis);
            canvas.text(&text, at, Anchor::Middle, Ink::Label);
        }
        let row = layout.top - 1.2 * em;
        let end = layout.width - text_width(&labels.plan_end, em);
        if self.retire_in > 0 && self.retire_in < self.years() {
            let x = layout.across.at(f64::from(self.retire_in));
            canvas.line([(x, layout.top - 0.4 * em), (x, layout.bottom)], Ink::Event);
            let half = text_width(&labels.retire, em) / 2.0;
            let middle = x.clamp(half, (layout.width - half).max(half));
            canvas.text(&labels.retire, (middle, row), Anchor::Middle, Ink::EventLabel);
            if middle + half + em > end {
                return;
            }
        }
        canvas.text(&labels.plan_end, (layout.width, row), Anchor::End, Ink::Label);
    }

    /// Names the bands where they are thickest: one between each pair of neighbouring edges, so
    /// that no two can touch.
    fn draw_names(&self, canvas: &mut Canvas<'_>, layout: &Layout, room: Room, labels: &Labels) {
        let edges: [fn(&Band) -> f64; 4] = [|b| b.p25, |b| b.p50, |b| b.p75, |b| b.p90];
        let names =
            [(&labels.median, Ink::LabelStrong), (&labels.half, Ink::Label), (&labels.most, Ink::Label)];
        for (pair, (name, ink)) in edges.windows(2).zip(names) {
            let [low, high] = pair else { continue };
            let place = name_place(&self.edge(layout, low), &self.edge(layout, high), name, room);
            if let Some(at) = place {
                canvas.text(name, at, Anchor::Middle, ink);
            }
        }
    }
}

/// Where a name stands between two edges: at the thickest place that holds the whole of it, over
/// its whole width. Where the band is too thin or too steep there is none.
fn name_place(low: &[Point], high: &[Point], name: &str, room: Room) -> Option<Point> {
    let half = text_width(name, room.em) / 2.0;
    let mut best: Option<(f64, Point)> = None;
    for (x, _) in low.iter().filter(|(x, _)| half <= *x && *x <= room.width - half) {
        let under = |edge: &[Point]| {
            edge.iter().filter(|(at, _)| (at - x).abs() <= half).map(|(_, y)| *y).collect::<Vec<_>>()
        };
        let floor = under(low).into_iter().fold(f64::INFINITY, f64::min);
        let ceiling = under(high).into_iter().fold(f64::NEG_INFINITY, f64::max);
        let thick = floor - ceiling;
        if thick >= 1.1 * room.em && best.is_none_or(|(most, _)| thick > most) {
            best = Some((thick, (*x, f64::midpoint(floor, ceiling))));
        }
    }
    best.map(|(_, at)| at)
}

/// Moves the middle of a text inward until all of it stands in the drawing.
fn hold(x: f64, text: &str, room: Room) -> f64 {
    let half = text_width(text, room.em) / 2.0;
    x.clamp(half, (room.width - half).max(half))
}

/// About how wide a text is, in pixels: Chinese characters are square, others about half of that.
#[must_use]
pub fn text_width(text: &str, em: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.58 } else { 1.0 }).sum::<f64>() * em
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 320.0, em: 13.0 };

    fn fan() -> Fan {
        let band = |year: u32| {
            let middle = 1e6 + 5e4 * f64::from(year);
            let step = 2.5e4 * f64::from(year);
            Band {
                p10: middle - 2.0 * step,
                p25: middle - step,
                p50: middle,
                p75: middle + step,
                p90: middle + 2.0 * step,
            }
        };
        Fan { bands: (0..=52).map(band).collect(), age: 40, retire_in: 25 }
    }

    fn labels() -> Labels {
        Labels {
            retire: "65 岁退休".to_owned(),
            plan_end: "规划至 92 岁".to_owned(),
            median: "中位".to_owned(),
            half: "半数情形".to_owned(),
            most: "八成情形".to_owned(),
            money: fan().money_ticks().iter().map(f64::to_string).collect(),
        }
    }

    #[test]
    fn today_is_at_the_left_and_the_end_of_the_plan_at_the_right() {
        let layout = fan().layout(ROOM);
        assert_eq!(layout.across.at(0.0), 0.0);
        assert_eq!(layout.across.at(52.0), 320.0);
        assert!(layout.up.at(0.0) > layout.up.at(1e6));
    }

    #[test]
    fn a_few_lucky_lifetimes_do_not_press_the_others_to_the_floor() {
        let mut lucky = fan();
        lucky.bands.iter_mut().for_each(|band| band.p90 *= 20.0);

        let layout = lucky.layout(ROOM);

        assert!(lucky.clipped());
        assert_eq!(layout.ticks, round_ticks(HEADROOM * lucky.bands[52].p75, 4));
        assert!(!fan().clipped());
    }

    #[test]
    fn a_name_stands_where_its_band_is_thickest_and_never_outside() {
        let low = [(0.0, 100.0), (160.0, 100.0), (320.0, 100.0)];
        let high = [(0.0, 90.0), (160.0, 60.0), (320.0, 10.0)];
        assert_eq!(name_place(&low, &high, "中位", ROOM), Some((160.0, 80.0)));
        assert_eq!(name_place(&low, &low, "中位", ROOM), None);
    }

    #[test]
    fn a_band_too_steep_for_its_name_has_none() {
        let steep = |down: f64| {
            (0..=32_u32)
                .map(|step| (f64::from(step) * 10.0, f64::from(step) * 20.0 + down))
                .collect::<Vec<_>>()
        };
        assert_eq!(name_place(&steep(30.0), &steep(0.0), "一半情形", ROOM), None);
        assert!(name_place(&steep(200.0), &steep(0.0), "一半情形", ROOM).is_some());
    }

    #[test]
    fn the_picture_names_its_parts() {
        let svg = fan().draw(Room { width: 640.0, em: 13.0 }, &labels());
        for text in ["65 岁退休", "规划至 92 岁", "中位", "半数情形", "八成情形", "40", "90"]
        {
            assert!(svg.contains(text), "{text}");
        }
    }

    #[test]
    fn a_picture_of_one_year_is_still_a_picture() {
        let one = Fan {
            bands: vec![Band { p10: 0.0, p25: 0.0, p50: 0.0, p75: 0.0, p90: 0.0 }],
            age: 90,
            retire_in: 0,
        };
        assert!(one.draw(ROOM, &labels()).contains("</svg>"));
    }
}
