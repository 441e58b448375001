//! A mix of asset classes as bars by family: what is suggested, and what is held.

use planner::firm::Family;

use super::canvas::{self, Anchor, Canvas, Ink, Room};
use super::fan::text_width;

/// What the picture shows, in the order it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// The families, each with its asset classes.
    pub groups: Vec<Group>,
    /// What the figures at the right are.
    pub heading: String,
}

/// One family.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which.
    pub family: Family,
    /// Its name and share.
    pub title: String,
    /// Its asset classes.
    pub rows: Vec<Row>,
}

/// One asset class.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Suggested share, 0 to 1.
    pub share: f64,
    /// Held share, 0 to 1; none where holdings were not sorted.
    pub held: Option<f64>,
    /// The shares as text.
    pub label: String,
}

/// Where the parts of one row stand, in pixels, relative to its top.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Plan {
    /// Left end of the bars.
    left: f64,
    /// Pixels of a share of one.
    scale: f64,
    /// Middle of the name.
    name_y: f64,
    /// Top of the bar.
    bar_y: f64,
    /// Height of a row.
    height: f64,
}

impl Mix {
    /// Draws it.
    #[must_use]
    pub fn draw(&self, room: Room) -> String {
        let em = room.em;
        let plan = self.plan(room);
        let height_of = |group: &Group| 2.4 * em + group.rows.iter().map(|_| plan.height).sum::<f64>();
        let height: f64 = self.groups.iter().map(height_of).sum();
        canvas::draw(room.width, height + 0.5 * em, |canvas| {
            let mut y = 0.0;
            canvas.text(&self.heading, (room.width, 1.4 * em), Anchor::End, Ink::Label);
            for group in &self.groups {
                canvas.text(&group.title, (0.0, y + 1.4 * em), Anchor::Start, Ink::LabelStrong);
                canvas.line([(0.0, y + 2.3 * em), (room.width, y + 2.3 * em)], Ink::Grid);
                y += 2.4 * em;
                for (place, row) in (1_u8..).zip(&group.rows) {
                    draw_row(canvas, row, ink(group.family, place), y, plan, room);
                    y += plan.height;
                }
            }
        })
    }

    fn plan(&self, room: Room) -> Plan {
        let Room { width, em } = room;
        let shares = self.groups.iter().flat_map(|group| &group.rows);
        let most = shares.map(|row| row.share.max(row.held.unwrap_or(0.0))).fold(0.05, f64::max);
        if room.narrow() {
            Plan { left: 0.0, scale: width / most, name_y: 1.1 * em, bar_y: 1.9 * em, height: 3.4 * em }
        } else {
            let widest = |of: fn(&Row) -> &String| {
                let rows = self.groups.iter().flat_map(|group| &group.rows);
                rows.map(|row| text_width(of(row), em)).fold(0.0, f64::max)
            };
            let (left, right) = (widest(|row| &row.name) + 1.5 * em, widest(|row| &row.label) + 1.5 * em);
            Plan {
                left,
                scale: (width - left - right) / most,
                name_y: 1.2 * em,
                bar_y: 0.6 * em,
                height: 2.3 * em,
            }
        }
    }
}

fn draw_row(canvas: &mut Canvas<'_>, row: &Row, ink: Ink, y: f64, plan: Plan, room: Room) {
    let em = room.em;
    let (top, thick) = (y + plan.bar_y, 0.85 * em);
    let right = plan.left + plan.scale * row.share;
    canvas.text(&row.name, (0.0, y + plan.name_y), Anchor::Start, Ink::Label);
    canvas.bar((plan.left, top), (right, top + thick), ink);
    if let Some(held) = row.held {
        let to = plan.left + plan.scale * held;
        canvas.bar((plan.left, top + thick + 0.12 * em), (to, top + thick + 0.4 * em), Ink::Held);
    }
    canvas.text(&row.label, (room.width, y + plan.name_y), Anchor::End, Ink::LabelStrong);
}

const fn ink(family: Family, place: u8) -> Ink {
    match family {
        Family::Growth => Ink::Growth(if place > 4 { 4 } else { place }),
        Family::Diversifier => Ink::Diversifier(if place > 3 { 3 } else { place }),
        Family::Defensive => Ink::Defensive(if place > 3 { 3 } else { place }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix() -> Mix {
        let row = |name: &str, share: f64| Row {
            name: name.to_owned(),
            share,
            held: Some(0.1),
            label: format!("{share}"),
        };
        Mix {
            groups: vec![
                Group {
                    family: Family::Growth,
                    title: "Growth".to_owned(),
                    rows: vec![row("A", 0.3), row("B", 0.2)],
                },
                Group { family: Family::Defensive, title: "Defensive".to_owned(), rows: vec![row("C", 0.5)] },
            ],
            heading: "suggested / held".to_owned(),
        }
    }

    #[test]
    fn the_longest_bar_fills_a_phone_and_leaves_room_for_figures_on_a_desk() {
        let phone = Room { width: 320.0, em: 13.0 };
        let desk = Room { width: 900.0, em: 13.0 };
        assert_eq!(mix().plan(phone).scale * 0.5, 320.0);
        let plan = mix().plan(desk);
        assert!(plan.left + plan.scale * 0.5 <= 900.0 - text_width("0.5", 13.0));
    }

    #[test]
    fn every_asset_class_has_two_bars_and_an_ink_of_its_family() {
        let svg = mix().draw(Room { width: 320.0, em: 13.0 });
        assert_eq!(svg.matches("chart__held").count(), 3);
        for class in ["chart__asset--growth-1", "chart__asset--growth-2", "chart__asset--defensive-1"] {
            assert!(svg.contains(class), "{class}");
        }
    }
}
