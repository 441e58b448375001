//! The zone map: ages of retirement across, money of a year upward, and the zone of every place.

use planner::frontier::{AgeColumn, Frontier};
use planner::zone::Zone;

use super::canvas::{self, Anchor, Canvas, Ink, Point, Room};
use super::fan::text_width;
use super::scale::{Scale, age_ticks, round_ticks};

mod names;

/// Where the zones begin in a drawing, as a share of its height from above.
const TOP: f64 = 0.03;

/// Where they end; the ages stand below.
const BOTTOM: f64 = 0.88;

/// Room for the amounts at the left, in heights of the type.
const AMOUNTS_EMS: f64 = 3.6;

/// Corners of a circle: enough to look round at this size.
const CORNERS: u32 = 24;

/// What runs upward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Upward {
    /// The saving of a year: more is better.
    #[default]
    Saving,
    /// The spending of a year in retirement: less is better.
    Spending,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Age of retirement, in years.
    pub age: u32,
    /// Saved or spent a year, in money of today.
    pub money: f64,
}

/// The two borders at one age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Age of retirement, in years.
    pub age: u32,
    /// Green from this saving on, or up to this spending; none if nothing is green.
    pub green: Option<f64>,
    /// Red below this saving, or above this spending; none if everything is red.
    pub red: Option<f64>,
}

/// What part of the map is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// What runs upward.
    pub upward: Upward,
    /// First and last age.
    pub ages: (u32, u32),
    /// Least and most money.
    pub money: (f64, f64),
    /// What a place pressed on is rounded to.
    pub step: f64,
}

/// The map.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneMap {
    /// What runs upward.
    pub upward: Upward,
    /// The borders, one column an age, without gaps.
    pub columns: Vec<Column>,
    /// Where what is tried stands.
    pub dot: Spot,
    /// The zone of the dot.
    pub zone: Zone,
    /// The end of the cheapest way to green; none where there is none, or none is needed.
    pub way: Option<Spot>,
    ticks: Vec<f64>,
    bottom_money: f64,
    step: f64,
}

/// The words in the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Red, grey, green.
    pub zones: [&'static str; 3],
    /// At the dot.
    pub you: &'static str,
    /// At the ticks of money, from below.
    pub money: Vec<String>,
}

/// From ages and money to pixels.
struct Layout {
    room: Room,
    height: f64,
    across: Scale,
    up: Scale,
}

impl ZoneMap {
    /// The part of a frontier that a frame shows. The dot is always in it.
    #[must_use]
    pub fn of(frontier: &Frontier, frame: &Frame) -> Self {
        let Frame { upward, ages: (first, last), money: (least, most), step } = *frame;
        let (money, way) = match upward {
            Upward::Saving => (frontier.dot.saving_year, frontier.by_saving),
            Upward::Spending => (frontier.dot.wished_year, frontier.by_spending),
        };
        let dot = Spot { age: frontier.dot.age, money };
        let shown = first.min(dot.age)..=last.max(dot.age);
        let columns = frontier.columns.iter().filter(|column| shown.contains(&column.age));
        let way = way.filter(|way| frontier.dot.zone != Zone::Green && shown.contains(&way.age));
        let way = way.map(|way| Spot { age: way.age, money: way.value });
        let highest = way.map_or(0.0, |way| way.money).max(money).max(most);
        let lowest = way.map_or(f64::INFINITY, |way| way.money).min(money).min(least);
        let ticks = round_ticks(highest, 5);
        let below = ticks.iter().copied().rfind(|tick| *tick <= lowest).unwrap_or(0.0);
        Self {
            upward,
            columns: columns.map(|column| Column::of(column, upward)).collect(),
            dot,
            zone: frontier.dot.zone,
            way,
            ticks: ticks.into_iter().filter(|tick| *tick >= below).collect(),
            bottom_money: below,
            step,
        }
    }

    /// Round amounts for the axis of money, from below.
    #[must_use]
    pub fn money_ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// The zone of a place, by the borders at its age; red beyond the map.
    #[must_use]
    pub fn zone_at(&self, spot: Spot) -> Zone {
        let Some(column) = self.column(spot.age) else { return Zone::Red };
        let within = |border: Option<f64>| match self.upward {
            Upward::Saving => border.is_some_and(|from| from <= spot.money),
            Upward::Spending => border.is_some_and(|up_to| spot.money <= up_to),
        };
        match (within(column.green), within(column.red)) {
            (true, _) => Zone::Green,
            (false, true) => Zone::Grey,
            (false, false) => Zone::Red,
        }
    }

    /// The borders at an age.
    #[must_use]
    pub fn column(&self, age: u32) -> Option<&Column> {
        self.columns.iter().find(|column| column.age == age)
    }

    /// The first and the last age.
    #[must_use]
    pub fn ages(&self) -> (u32, u32) {
        let age = |column: Option<&Column>| column.map_or(self.dot.age, |column| column.age);
        (age(self.columns.first()), age(self.columns.last()))
    }

    /// The place under a finger: shares of the drawing from the left and from above, 0 to 1. Money
    /// is rounded to the map's step.
    #[must_use]
    pub fn spot_at(&self, across: f64, down: f64) -> Spot {
        let (first, last) = self.ages();
        let column = (across.clamp(0.0, 1.0) * f64::from(last - first + 1)).floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a column of the map")]
        let age = first.saturating_add(column as u32).min(last);
        let (low, high) = self.money_ends();
        let share = ((BOTTOM - down) / (BOTTOM - TOP)).clamp(0.0, 1.0);
        Spot { age, money: self.held(low + share * (high - low)) }
    }

    /// A place so many steps of the keyboard higher, within the map.
    #[must_use]
    pub fn higher(&self, spot: Spot, steps: f64) -> Spot {
        let (low, high) = self.money_ends();
        // Forty presses lead from end to end.
        let step = ((high - low) / 40.0 / self.step).round().max(1.0) * self.step;
        let place = (spot.money / step + steps * 1e-9).floor() + steps.max(0.0);
        let place = if steps < 0.0 { (spot.money / step - 1e-9).ceil() + steps } else { place };
        Spot { money: (place * step).clamp(low, high), ..spot }
    }

    /// Where a place stands: shares of the drawing from the left and from above.
    #[must_use]
    pub fn share_of(&self, spot: Spot) -> (f64, f64) {
        let (first, last) = self.ages();
        let across = (f64::from(spot.age) - f64::from(first) + 0.5) / f64::from(last - first + 1);
        let (low, high) = self.money_ends();
        let up = ((spot.money - low) / (high - low)).clamp(0.0, 1.0);
        (across, BOTTOM - up * (BOTTOM - TOP))
    }

    /// Draws it.
    #[must_use]
    pub fn draw(&self, room: Room, labels: &Labels) -> String {
        let layout = self.layout(room);
        canvas::draw(room.width, layout.height, |canvas| {
            self.draw_zones(canvas, &layout);
            self.draw_axes(canvas, &layout, labels);
            self.draw_way(canvas, &layout);
            names::draw(self, canvas, &layout, labels);
            self.draw_dot(canvas, &layout, labels);
        })
    }

    fn money_ends(&self) -> (f64, f64) {
        (self.bottom_money, self.ticks.last().copied().unwrap_or(1.0).max(self.bottom_money + 1.0))
    }

    fn held(&self, money: f64) -> f64 {
        let (low, high) = self.money_ends();
        let least = if self.upward == Upward::Spending { self.step.max(1.0) } else { 0.0 };
        ((money / self.step).round() * self.step).clamp(low.max(least), high)
    }

    fn layout(&self, room: Room) -> Layout {
        let Room { width, em } = room;
        let height = (width * 0.6).clamp(19.0 * em, 27.0 * em);
        let (first, last) = self.ages();
        let across = Scale::new((f64::from(first), f64::from(last + 1)), (0.0, width));
        let up = Scale::new(self.money_ends(), (BOTTOM * height, TOP * height));
        Layout { room, height, across, up }
    }

    /// The border of a zone in money, column by column: where nothing is in the zone it lies
    /// beyond the map.
    fn border(&self, zone: Zone) -> Vec<(u32, f64)> {
        let beyond = match self.upward {
            Upward::Saving => f64::INFINITY,
            Upward::Spending => f64::NEG_INFINITY,
        };
        let border = |column: &Column| match zone {
            Zone::Green => column.green,
            Zone::Grey | Zone::Red => column.red,
        };
        self.columns.iter().map(|column| (column.age, border(column).unwrap_or(beyond))).collect()
    }

    fn draw_zones(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let (top, bottom) = (TOP * layout.height, BOTTOM * layout.height);
        let right = layout.room.width;
        canvas.bar((0.0, top), (right, bottom), Ink::Zone(Zone::Grey));
        let (of_green, of_red) = match self.upward {
            Upward::Saving => (top, bottom),
            Upward::Spending => (bottom, top),
        };
        for (zone, end) in [(Zone::Green, of_green), (Zone::Red, of_red)] {
            let mut outline = layout.steps(&self.border(zone));
            outline.extend([(right, end), (0.0, end)]);
            canvas.shape(outline, Ink::Zone(zone));
        }
        for zone in [Zone::Green, Zone::Red] {
            for line in layout.lines(&self.border(zone)) {
                canvas.line(line, Ink::Border);
            }
        }
    }

    fn draw_axes(&self, canvas: &mut Canvas<'_>, layout: &Layout, labels: &Labels) {
        let Room { width, em } = layout.room;
        let bottom = BOTTOM * layout.height;
        for (tick, label) in self.ticks.iter().zip(&labels.money).skip(1) {
            let y = layout.up.at(*tick);
            canvas.line([(0.0, y), (width, y)], Ink::Grid);
            canvas.text(label, (0.3 * em, y + 0.8 * em), Anchor::Start, Ink::Label);
        }
        canvas.line([(0.0, bottom), (width, bottom)], Ink::Axis);
        let (first, last) = self.ages();
        let ages = if first == last {
            vec![first]
        } else {
            age_ticks(first, last, if layout.room.narrow() { 6 } else { 12 })
        };
        for age in ages {
            let text = age.to_string();
            let half = text_width(&text, em) / 2.0;
            let x = layout.middle(age);
            canvas.line([(x, bottom), (x, bottom + 0.35 * em)], Ink::Axis);
            let at = (x.clamp(half, width - half), bottom + 1.1 * em);
            canvas.text(&text, at, Anchor::Middle, Ink::Label);
        }
    }

    fn draw_way(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let Some(way) = self.way else { return };
        let (from, to) = (layout.at(self.dot), layout.at(way));
        canvas.line([from, to], Ink::Way);
        canvas.shape(circle(to, 0.42 * layout.room.em), Ink::Ring);
    }

    fn draw_dot(&self, canvas: &mut Canvas<'_>, layout: &Layout, labels: &Labels) {
        let (at, Room { width, em }) = (layout.at(self.dot), layout.room);
        canvas.shape(circle(at, 0.55 * em), Ink::Dot);
        // The way leads to the right; the name keeps out of it where it can.
        let (gap, wide) = (0.9 * em, text_width(labels.you, em));
        let right = at.0 + gap + wide <= width && (self.way.is_none() || at.0 < gap + wide);
        let (x, anchor) = if right { (at.0 + gap, Anchor::Start) } else { (at.0 - gap, Anchor::End) };
        canvas.text(labels.you, (x, at.1), anchor, Ink::LabelStrong);
    }

    /// The upper and the lower edge of a zone at both ends and in the middle of every column.
    fn edges(&self, layout: &Layout, zone: Zone) -> Vec<names::Edge> {
        let (top, bottom) = (TOP * layout.height, BOTTOM * layout.height);
        let pairs = self.border(Zone::Green).into_iter().zip(self.border(Zone::Red));
        let edges = pairs.flat_map(|((age, green), (_, red))| {
            let [green, red] = [green, red].map(|money| layout.up.within(money));
            let (above, below) = match (zone, self.upward) {
                (Zone::Grey, _) => (green.min(red), green.max(red)),
                (Zone::Green, Upward::Saving) => (top, green),
                (Zone::Green, Upward::Spending) => (green, bottom),
                (Zone::Red, Upward::Saving) => (red, bottom),
                (Zone::Red, Upward::Spending) => (top, red),
            };
            let (left, right) = layout.sides(age);
            [left, f64::midpoint(left, right), right].map(|x| (x, above, below))
        });
        edges.collect()
    }
}

impl Column {
    fn of(column: &AgeColumn, upward: Upward) -> Self {
        let (green, red) = match upward {
            Upward::Saving => (column.green_from, column.red_below),
            Upward::Spending => (column.green_up_to, column.red_above),
        };
        Self { age: column.age, green, red }
    }
}

impl Layout {
    fn sides(&self, age: u32) -> (f64, f64) {
        (self.across.at(f64::from(age)), self.across.at(f64::from(age) + 1.0))
    }

    fn middle(&self, age: u32) -> f64 {
        self.across.at(f64::from(age) + 0.5)
    }

    fn at(&self, spot: Spot) -> Point {
        (self.middle(spot.age), self.up.within(spot.money))
    }

    /// A border as steps from the left side of the map to its right one.
    fn steps(&self, border: &[(u32, f64)]) -> Vec<Point> {
        let step = |(age, money): &(u32, f64)| {
            let (left, right) = self.sides(*age);
            let y = self.up.within(*money);
            [(left, y), (right, y)]
        };
        border.iter().flat_map(step).collect()
    }

    /// The parts of a border that lie on the map, each with the steps by which it comes and goes.
    fn lines(&self, border: &[(u32, f64)]) -> Vec<Vec<Point>> {
        let steps = self.steps(border);
        let inside = |money: f64| (self.up.at(money) - self.up.within(money)).abs() < 1e-9;
        let mut lines: Vec<Vec<Point>> = Vec::new();
        let mut line = Vec::new();
        let mut before: Option<Point> = None;
        for ((_, money), ends) in border.iter().zip(steps.chunks(2)) {
            if inside(*money) {
                line.extend(before.filter(|_| line.is_empty()));
                line.extend(ends);
            } else if !line.is_empty() {
                line.extend(ends.first());
                lines.push(std::mem::take(&mut line));
            }
            before = ends.last().copied();
        }
        lines.push(line);
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// A circle as a polygon, from its top.
fn circle((x, y): Point, radius: f64) -> Vec<Point> {
    let turn = |corner: u32| std::f64::consts::TAU * f64::from(corner) / f64::from(CORNERS);
    (0..CORNERS).map(turn).map(|angle| (x - radius * angle.sin(), y - radius * angle.cos())).collect()
}

#[cfg(test)]
mod tests {
    use planner::frontier::{Dot, Way};

    use super::*;

    const ROOM: Room = Room { width: 320.0, em: 13.0 };

    /// Every year later, green needs 5,000 less and red 4,000 less.
    fn frontier() -> Frontier {
        let columns = (0_u32..21).map(|year| AgeColumn {
            age: 50 + year,
            green_from: (year >= 2).then(|| 100_000.0 - 5_000.0 * f64::from(year)),
            red_below: Some(80_000.0 - 4_000.0 * f64::from(year)),
            green_up_to: (year >= 2).then(|| 100_000.0 + 5_000.0 * f64::from(year)),
            red_above: Some(130_000.0 + 5_000.0 * f64::from(year)),
        });
        Frontier {
            columns: columns.collect(),
            dot: Dot { age: 60, saving_year: 45_000.0, wished_year: 170_000.0, zone: Zone::Grey },
            by_saving: Some(Way { age: 60, value: 50_000.0, cost: 1.0 }),
            by_spending: None,
            lifetimes: 400,
        }
    }

    fn map(upward: Upward) -> ZoneMap {
        let frame = Frame { upward, ages: (52, 70), money: (0.0, 120_000.0), step: 500.0 };
        ZoneMap::of(&frontier(), &frame)
    }

    fn labels(map: &ZoneMap) -> Labels {
        Labels {
            zones: ["红区", "灰区", "绿区"],
            you: "您",
            money: map.money_ticks().iter().map(f64::to_string).collect(),
        }
    }

    #[test]
    fn a_place_has_the_zone_of_the_borders_at_its_age() {
        let saving = map(Upward::Saving);
        let zones =
            [50_000.0, 49_999.0, 40_000.0, 39_999.0].map(|money| saving.zone_at(Spot { age: 60, money }));
        assert_eq!(zones, [Zone::Green, Zone::Grey, Zone::Grey, Zone::Red]);

        let spending = map(Upward::Spending);
        let zones = [150_000.0, 150_001.0, 180_000.0, 180_001.0]
            .map(|money| spending.zone_at(Spot { age: 60, money }));
        assert_eq!(zones, [Zone::Green, Zone::Grey, Zone::Grey, Zone::Red]);
        assert_eq!(saving.zone_at(Spot { age: 99, money: 1e9 }), Zone::Red);
    }

    #[test]
    fn a_place_that_is_pressed_is_the_place_that_is_shown() {
        for upward in [Upward::Saving, Upward::Spending] {
            let map = map(upward);
            for spot in [Spot { age: 52, money: 60_000.0 }, Spot { age: 66, money: 100_000.0 }] {
                let (across, down) = map.share_of(spot);
                assert_eq!(map.spot_at(across, down), spot);
            }
        }
        assert_eq!(map(Upward::Saving).spot_at(2.0, 2.0), Spot { age: 70, money: 0.0 });
    }

    #[test]
    fn the_keyboard_moves_to_round_amounts_and_stays_on_the_map() {
        let map = map(Upward::Saving);
        let spot = |money| Spot { age: 60, money };
        assert_eq!(map.higher(spot(45_123.0), 1.0), spot(48_000.0));
        assert_eq!(map.higher(spot(48_000.0), -1.0), spot(45_000.0));
        assert_eq!(map.higher(spot(0.0), -1.0), spot(0.0));
        assert_eq!(map.higher(spot(125_000.0), 1.0), spot(125_000.0));
    }

    #[test]
    fn the_dot_is_on_the_map_even_beyond_the_frame() {
        let frame = Frame { upward: Upward::Saving, ages: (62, 70), money: (0.0, 10_000.0), step: 500.0 };
        let map = ZoneMap::of(&frontier(), &frame);
        assert_eq!(map.ages(), (60, 70));
        assert!(map.money_ticks().last().is_some_and(|most| *most >= 50_000.0));
    }

    #[test]
    fn the_picture_names_every_zone_by_word() {
        for upward in [Upward::Saving, Upward::Spending] {
            let map = map(upward);
            let svg = map.draw(ROOM, &labels(&map));
            for text in ["红区", "灰区", "绿区", "您", "60"] {
                assert!(svg.contains(text), "{text} in {upward:?}");
            }
        }
    }

    #[test]
    fn a_border_beyond_the_map_is_not_drawn() {
        let map = map(Upward::Saving);
        let layout = map.layout(ROOM);
        let [line] = layout.lines(&[(60, f64::INFINITY), (61, 50_000.0), (62, 40_000.0)]).try_into().unwrap();
        // It comes from the upper edge, and goes on to the right.
        assert_eq!(line.len(), 5);
        assert_eq!(line[0].1, TOP * layout.height);
        assert!(layout.lines(&[(60, f64::INFINITY), (61, f64::NEG_INFINITY)]).is_empty());
    }

    #[test]
    fn who_is_retired_has_a_map_of_one_column() {
        let mut one = frontier();
        one.columns.truncate(1);
        one.dot.age = 50;
        one.by_saving = None;
        let frame = Frame { upward: Upward::Spending, ages: (50, 50), money: (0.0, 200_000.0), step: 500.0 };
        let map = ZoneMap::of(&one, &frame);
        assert_eq!(map.ages(), (50, 50));
        assert!(map.draw(ROOM, &labels(&map)).starts_with("<svg"));
    }
}
