//! How the funded ratio K is spread over the lifetimes, with the lines at B, M and the whole wish.

use planner::projection::Distribution;

use super::canvas::{self, Anchor, Ink, Room};
use super::fan::text_width;
use super::scale::Scale;

/// Steps at either end with fewer lifetimes than this are left out of the picture, a fraction.
const VISIBLE: f64 = 0.002;

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Shares of the lifetimes by K.
    pub distribution: Distribution,
    /// K that stands out, with its label: lines from the top row down.
    pub marks: Vec<(f64, String)>,
}

/// One step of K that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// K at its left end.
    pub from: f64,
    /// K at its right end.
    pub to: f64,
    /// Share of the lifetimes, 0 to 1.
    pub share: f64,
    /// It holds everything above as well.
    pub open: bool,
}

impl Spread {
    /// The steps that are shown: thin ends are left out, the whole wish (K of one) never.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let Distribution { from, step, ref shares } = self.distribution;
        let left = |idx: u32| from + step * f64::from(idx);
        let steps: Vec<_> = (0_u32..)
            .zip(shares)
            .map(|(idx, share)| Step {
                from: left(idx),
                to: left(idx + 1),
                share: *share,
                open: idx as usize + 1 == shares.len(),
            })
            .collect();
        let shown = |step: &Step| step.share >= VISIBLE || (step.from <= 1.0 && 1.0 < step.to);
        let first = steps.iter().position(shown).unwrap_or(0);
        let last = steps.iter().rposition(shown).unwrap_or(0);
        steps.get(first..=last).unwrap_or_default().to_vec()
    }

    /// Draws it; `tick` says a value of K.
    #[must_use]
    pub fn draw(&self, room: Room, tick: impl Fn(f64) -> String) -> String {
        let steps = self.steps();
        let Room { width, em } = room;
        #[expect(clippy::cast_precision_loss, reason = "a handful of marks")]
        let top = 1.6 * em * self.marks.len() as f64;
        let height = top + (width * 0.3).clamp(9.0 * em, 14.0 * em);
        let bottom = height - 1.9 * em;
        let ends = (steps.first().map_or(0.0, |step| step.from), steps.last().map_or(1.0, |step| step.to));
        let across = Scale::new(ends, (0.0, width));
        let highest = steps.iter().map(|step| step.share).fold(0.0, f64::max);
        let up = Scale::new((0.0, if highest > 0.0 { highest } else { 1.0 }), (bottom, top));
        canvas::draw(width, height, |canvas| {
            for step in &steps {
                let ink = if step.to <= 1.0 + 1e-9 { Ink::BarShort } else { Ink::Bar };
                // A hair of paper between two bars.
                canvas.bar(
                    (across.at(step.from) + 0.25, up.at(step.share)),
                    (across.at(step.to) - 0.25, bottom),
                    ink,
                );
            }
            canvas.line([(0.0, bottom), (width, bottom)], Ink::Axis);
            // Whatever lies beyond the picture stands in its last bar, which says so.
            if let Some(last) = steps.last().filter(|step| step.open) {
                canvas.text(
                    &format!("≥ {}", tick(last.from)),
                    (width, up.at(last.share) - 0.8 * em),
                    Anchor::End,
                    Ink::Label,
                );
            }
            for value in ratio_ticks(ends, if room.narrow() { 5 } else { 9 }) {
                let text = tick(value);
                let half = text_width(&text, em) / 2.0;
                let x = across.at(value);
                canvas.line([(x, bottom), (x, bottom + 0.35 * em)], Ink::Axis);
                canvas.text(
                    &text,
                    (x.clamp(half, width - half), bottom + 1.1 * em),
                    Anchor::Middle,
                    Ink::Label,
                );
            }
            let rows = (0_u32..).map(|row| em * (0.8 + 1.6 * f64::from(row)));
            for ((value, label), y) in self.marks.iter().zip(rows) {
                let x = across.within(*value);
                canvas.line([(x, y - 0.6 * em), (x, bottom)], Ink::Event);
                let (at, anchor) = beside(x, label, room);
                canvas.text(label, (at, y), anchor, Ink::EventLabel);
            }
        })
    }
}

/// A label stands to the right of its line where it fits, else to the left.
fn beside(x: f64, label: &str, Room { width, em }: Room) -> (f64, Anchor) {
    let gap = 0.4 * em;
    if x + gap + text_width(label, em) <= width { (x + gap, Anchor::Start) } else { (x - gap, Anchor::End) }
}

/// Round values of K between two ends, at most so many.
fn ratio_ticks((from, to): (f64, f64), most: u32) -> Vec<f64> {
    let step = [0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|step| (to - from) / step <= f64::from(most));
    let step = step.unwrap_or(50.0);
    let first = (from / step).ceil();
    (0..=most).map(|idx| (first + f64::from(idx)) * step).take_while(|value| *value <= to + 1e-9).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 320.0, em: 13.0 };

    fn spread() -> Spread {
        let distribution =
            Distribution { from: 0.5, step: 0.25, shares: vec![0.0, 0.1, 0.3, 0.4, 0.199, 0.0, 0.001] };
        Spread { distribution, marks: vec![(1.0, "100%".to_owned()), (0.8, "差行情 80%".to_owned())] }
    }

    #[test]
    fn thin_ends_are_left_out() {
        let steps = spread().steps();
        assert_eq!(steps.first().map(|step| step.from), Some(0.75));
        assert_eq!(steps.last().map(|step| step.to), Some(1.75));
    }

    #[test]
    fn the_whole_wish_is_always_in_the_picture() {
        let distribution = Distribution { from: 0.0, step: 0.5, shares: vec![1.0, 0.0, 0.0] };
        let steps = Spread { distribution, marks: Vec::new() }.steps();
        assert_eq!(steps.last().map(|step| step.to), Some(1.5));
    }

    #[test]
    fn lifetimes_that_fall_short_have_an_ink_of_their_own() {
        let svg = spread().draw(ROOM, |value| format!("{value}"));
        assert_eq!(svg.matches("chart__bar--short").count(), 1);
        assert_eq!(svg.matches("\"chart__bar\"").count(), 3);
        assert!(svg.contains("差行情 80%"));
    }

    #[test]
    fn ticks_of_the_ratio_are_round() {
        assert_eq!(ratio_ticks((0.6, 2.2), 5), [1.0, 1.5, 2.0]);
        assert_eq!(
            ratio_ticks((0.5, 1.0), 5),
            [0.5, 0.6, 0.7, 0.8, 0.9, 1.0].map(|v: f64| (v * 10.0).round() * 0.1)
        );
    }

    #[test]
    fn a_label_turns_to_the_side_with_room() {
        assert_eq!(beside(10.0, "100%", ROOM).1, Anchor::Start);
        assert_eq!(beside(310.0, "100%", ROOM).1, Anchor::End);
    }
}
