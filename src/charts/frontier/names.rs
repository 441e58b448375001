//! The names of the zones on their map, each with its shape: within its zone, or where that is too
//! narrow beside it, with a line that leads there.

use std::cmp::Ordering;

use planner::zone::Zone;

use super::{AMOUNTS_EMS, BOTTOM, CORNERS, Labels, Layout, TOP, ZoneMap, circle};
use crate::charts::canvas::{Anchor, Canvas, Ink, Point, Room};
use crate::charts::fan::text_width;

/// Half the height of a name, in heights of the type.
const HALF_HIGH_EMS: f64 = 0.7;

/// How much wider bold type is.
const BOLD: f64 = 1.1;

/// How far a name may stand from the edge of a zone that is too narrow for it, nearest first, in
/// heights of the type.
const AWAY_EMS: [f64; 6] = [1.4, 2.0, 2.8, 3.8, 5.2, 7.0];

/// A zone thinner than this cannot be seen, in pixels.
const THINNEST: f64 = 0.5;

/// The upper and the lower edge of a zone at one place across: x, then both y.
pub(super) type Edge = (f64, f64, f64);

/// Where a zone is named.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Name {
    zone: Zone,
    text: &'static str,
    frame: Plate,
    /// The place in the zone that a name beside it leads to; none for a name within.
    leads_to: Option<Point>,
}

/// How good a place beside a zone is: nothing is taken there, no border runs through it, how near it is.
type Rank = (bool, bool, f64);

/// A part of the drawing that is taken: its middle, and half its width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Plate {
    at: Point,
    half: (f64, f64),
}

impl Plate {
    fn touches(&self, other: &Self) -> bool {
        (self.at.0 - other.at.0).abs() < self.half.0 + other.half.0
            && (self.at.1 - other.at.1).abs() < self.half.1 + other.half.1
    }

    /// Whether all of it lies in a zone.
    fn lies_in(&self, edges: &[Edge]) -> bool {
        let (above, below) = narrowest(edges, self.at.0, self.half.0);
        above <= self.at.1 - self.half.1 && self.at.1 + self.half.1 <= below
    }
}

/// Names every zone that can be seen.
pub(super) fn draw(map: &ZoneMap, canvas: &mut Canvas<'_>, layout: &Layout, labels: &Labels) {
    for Name { zone, text, frame, leads_to } in names(map, layout, labels) {
        let (em, Plate { at: (x, y), half }) = (layout.room.em, frame);
        if let Some(end) = leads_to {
            let from = (end.0.clamp(x - half.0, x + half.0), y + half.1 * (end.1 - y).signum());
            canvas.line([from, end], Ink::ZoneOutline(zone));
            canvas.shape(circle(end, 0.2 * em), Ink::ZoneName(zone));
        }
        draw_shape(canvas, zone, (x - half.0 + 0.6 * em, y), em);
        canvas.text(text, (x - half.0 + shape_width(em), y), Anchor::Start, Ink::ZoneName(zone));
    }
}

fn shape_width(em: f64) -> f64 {
    1.5 * em
}

fn names(map: &ZoneMap, layout: &Layout, labels: &Labels) -> Vec<Name> {
    let em = layout.room.em;
    let [red, grey, green] = labels.zones;
    let zones = [(Zone::Red, red), (Zone::Grey, grey), (Zone::Green, green)];
    let zones = zones.map(|(zone, text)| (zone, text, map.edges(layout, zone)));
    let half = |text| (f64::midpoint(shape_width(em), BOLD * text_width(text, em)), HALF_HIGH_EMS * em);
    let marks = [Some(map.dot), map.way].into_iter().flatten();
    let marks: Vec<Plate> =
        marks.map(|spot| Plate { at: layout.at(spot), half: (2.6 * em, 0.6 * em) }).collect();
    let mut names: Vec<Name> = Vec::new();
    for (zone, text, edges) in &zones {
        let frame = within(edges, half(text), &marks, layout.room);
        names.extend(frame.map(|frame| Name { zone: *zone, text, frame, leads_to: None }));
    }
    for (zone, text, edges) in &zones {
        if names.iter().any(|name| name.zone == *zone) {
            continue;
        }
        let taken: Vec<Plate> = names.iter().map(|name| name.frame).chain(marks.iter().copied()).collect();
        let others = zones.each_ref().map(|(_, _, edges)| edges.as_slice());
        let found = beside(edges, &others, half(text), &taken, layout);
        names.extend(found.map(|(frame, end)| Name { zone: *zone, text, frame, leads_to: Some(end) }));
    }
    names
}

/// Where a name fits into its zone: where that is thickest over its width, touching nothing that is
/// taken. Where the zone is too narrow there is none.
fn within(edges: &[Edge], half: (f64, f64), taken: &[Plate], room: Room) -> Option<Plate> {
    let mut best: Option<(f64, Plate)> = None;
    for (x, ..) in edges.iter().filter(|(x, ..)| (left(half.0, room)..=right(half.0, room)).contains(x)) {
        let (above, below) = narrowest(edges, *x, half.0);
        let (thick, frame) = (below - above, Plate { at: (*x, f64::midpoint(above, below)), half });
        let free = !taken.iter().any(|other| frame.touches(other));
        if free && thick >= 1.2 * room.em && best.is_none_or(|(most, _)| thick > most) {
            best = Some((thick, frame));
        }
    }
    best.map(|(_, frame)| frame)
}

/// Where a name stands beside its zone, and the place in the zone that it leads to: where nothing is
/// taken, then where no border runs through it, then near a thick part. None where the zone cannot
/// be seen.
fn beside(
    edges: &[Edge],
    others: &[&[Edge]],
    half: (f64, f64),
    taken: &[Plate],
    layout: &Layout,
) -> Option<(Plate, Point)> {
    let Room { width, em } = layout.room;
    let (top, bottom) = (TOP * layout.height + half.1, BOTTOM * layout.height - half.1);
    let seen = edges.iter().filter(|(_, above, below)| below - above >= THINNEST);
    let places = seen.flat_map(|(x, above, below)| {
        let end = (x.clamp(0.0, width), f64::midpoint(*above, *below));
        let x = x.clamp(left(half.0, layout.room), right(half.0, layout.room).max(left(half.0, layout.room)));
        AWAY_EMS.into_iter().flat_map(move |away| {
            [above - away * em, below + away * em].map(move |y| {
                let frame = Plate { at: (x, y.clamp(top, bottom)), half };
                (frame, end, (below - above).min(2.0 * em) - away * em)
            })
        })
    });
    let ranked = places.map(|(frame, end, near)| {
        let free = !taken.iter().any(|other| frame.touches(other));
        let whole = others.iter().any(|edges| frame.lies_in(edges));
        (frame, end, (free, whole, near))
    });
    let by_rank = |(_, _, a): &(Plate, Point, Rank), (_, _, b): &(Plate, Point, Rank)| -> Ordering {
        (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
    };
    ranked.max_by(by_rank).map(|(frame, end, _)| (frame, end))
}

/// The lowest upper edge and the highest lower one over a width.
fn narrowest(edges: &[Edge], x: f64, half: f64) -> (f64, f64) {
    let over = edges.iter().filter(|(at, ..)| (at - x).abs() <= half);
    over.fold((f64::NEG_INFINITY, f64::INFINITY), |(above, below), (_, top, bottom)| {
        (above.max(*top), below.min(*bottom))
    })
}

/// The leftmost middle of a name: at the left stand the amounts.
fn left(half: f64, room: Room) -> f64 {
    half + AMOUNTS_EMS * room.em
}

/// The rightmost middle of a name.
fn right(half: f64, room: Room) -> f64 {
    room.width - half - 0.3 * room.em
}

/// The shape of a zone, as in its badge: a triangle, a half-filled circle, a leaf in a circle.
fn draw_shape(canvas: &mut Canvas<'_>, zone: Zone, at: Point, em: f64) {
    let (x, y) = at;
    let size = 0.52 * em;
    let ring = |canvas: &mut Canvas<'_>| {
        let mut ring = circle(at, size);
        ring.extend(ring.first().copied());
        canvas.line(ring, Ink::ZoneOutline(zone));
    };
    let filled = match zone {
        Zone::Red => vec![(x, y - size), (x + 1.15 * size, y + size), (x - 1.15 * size, y + size)],
        Zone::Grey => {
            ring(canvas);
            circle(at, size).into_iter().filter(|(left, _)| *left <= x + 1e-9).collect()
        }
        Zone::Green => {
            ring(canvas);
            leaf(at, 0.62 * size)
        }
    };
    canvas.shape(filled, Ink::ZoneName(zone));
}

/// A leaf that points up to the right: two arcs over one diagonal.
fn leaf((x, y): Point, size: f64) -> Vec<Point> {
    let along = |corner: u32| 2.0 * f64::from(corner) / f64::from(CORNERS / 2) - 1.0;
    let side = |way: f64| {
        move |corner: u32| {
            let (t, bulge) = (along(corner), way * 0.5 * (1.0 - along(corner) * along(corner)));
            (x + size * (t + bulge), y - size * (t - bulge))
        }
    };
    (0..=CORNERS / 2).map(side(1.0)).chain((0..=CORNERS / 2).rev().map(side(-1.0))).collect()
}

#[cfg(test)]
mod tests {
    use planner::frontier::{AgeColumn, Dot, Frontier, Way};

    use super::*;
    use crate::charts::frontier::{Frame as Part, Spot, Upward};

    /// Borders that fall with age, with a grey zone of some width in money between them.
    fn map(upward: Upward, grey: f64) -> ZoneMap {
        let columns = (0_u32..21).map(|year| {
            let border = 100_000.0 - 4_000.0 * f64::from(year);
            AgeColumn {
                age: 50 + year,
                green_from: Some(border + grey),
                red_below: Some(border),
                green_up_to: Some(border),
                red_above: Some(border + grey),
            }
        });
        let frontier = Frontier {
            columns: columns.collect(),
            dot: Dot { age: 60, saving_year: 45_000.0, wished_year: 45_000.0, zone: Zone::Red },
            by_saving: Some(Way { age: 61, value: 60_000.0, cost: 1.0 }),
            by_spending: None,
            lifetimes: 400,
        };
        ZoneMap::of(&frontier, &Part { upward, ages: (52, 70), money: (0.0, 120_000.0), step: 500.0 })
    }

    fn named(map: &ZoneMap, room: Room, lang: [&'static str; 3]) -> (Layout, Vec<Name>) {
        let layout = map.layout(room);
        let labels = Labels { zones: lang, ..Labels::default() };
        let names = names(map, &layout, &labels);
        (layout, names)
    }

    const ZH: [&str; 3] = ["红区", "灰区", "绿区"];
    const EN: [&str; 3] = ["red zone", "grey zone", "green zone"];

    #[test]
    fn every_zone_has_its_word_however_narrow_it_and_the_screen_are() {
        for (width, em) in [(280.0, 13.0), (328.0, 13.0), (328.0, 20.0), (640.0, 13.0), (900.0, 14.0)] {
            for (upward, lang) in [(Upward::Saving, ZH), (Upward::Spending, ZH), (Upward::Saving, EN)] {
                for grey in [500.0, 2_000.0, 8_000.0, 40_000.0] {
                    let map = map(upward, grey);
                    let (layout, names) = named(&map, Room { width, em }, lang);
                    let at = format!("{width} {em} {upward:?} {grey}: {names:?}");
                    assert_eq!(names.len(), 3, "{at}");
                    for (place, name) in names.iter().enumerate() {
                        let Plate { at: (x, y), half } = name.frame;
                        assert!(0.0 <= x - half.0 && x + half.0 <= width, "{at}");
                        assert!(0.0 <= y - half.1 && y + half.1 <= BOTTOM * layout.height, "{at}");
                        let later = names.iter().skip(place + 1);
                        assert!(later.into_iter().all(|other| !name.frame.touches(&other.frame)), "{at}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_name_beside_a_narrow_zone_leads_into_it() {
        for upward in [Upward::Saving, Upward::Spending] {
            let map = map(upward, 2_000.0);
            let (layout, names) = named(&map, Room { width: 320.0, em: 13.0 }, ZH);
            let grey = names.iter().find(|name| name.zone == Zone::Grey).unwrap();
            let end = grey.leads_to.unwrap();
            let inside = map
                .edges(&layout, Zone::Grey)
                .into_iter()
                .any(|(x, above, below)| (x - end.0).abs() < 1e-9 && above < end.1 && end.1 < below);
            assert!(inside, "{grey:?}");
            // No border runs through the word.
            let whole = |zone| grey.frame.lies_in(&map.edges(&layout, zone));
            assert!(whole(Zone::Red) || whole(Zone::Green), "{grey:?}");
            assert_eq!(names.iter().filter(|name| name.leads_to.is_some()).count(), 1, "{names:?}");
        }
    }

    #[test]
    fn a_zone_that_cannot_be_seen_is_not_named() {
        let map = map(Upward::Saving, 0.0);
        let (_, names) = named(&map, Room { width: 320.0, em: 13.0 }, ZH);
        assert_eq!(names.iter().map(|name| name.zone).collect::<Vec<_>>(), [Zone::Red, Zone::Green]);
    }

    #[test]
    fn a_name_within_its_zone_keeps_off_the_dot() {
        let map = map(Upward::Saving, 40_000.0);
        let (layout, names) = named(&map, Room { width: 640.0, em: 13.0 }, ZH);
        let dot = Plate { at: layout.at(Spot { age: 60, money: 45_000.0 }), half: (8.0, 8.0) };
        assert!(names.iter().all(|name| name.leads_to.is_none() && !name.frame.touches(&dot)), "{names:?}");
    }
}
