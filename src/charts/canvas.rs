//! Where charts are drawn: plotters' SVG, with classes in place of colours.

use planner::zone::Zone;
use plotters::prelude::{DrawingBackend, IntoFont, RGBColor, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, TextStyle};

/// Steps of the drawing within a pixel of the page: plotters rounds to whole steps, and a curve
/// in whole pixels is ragged. The style sheet multiplies its type by the same number.
const FINE: f64 = 4.0;

/// How the value of an attribute begins that holds the mark of an [`Ink`].
const MARKED: &str = "=\"#0102";

/// The room a drawing has, in pixels of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width of the figure.
    pub width: f64,
    /// Height of the type in the drawing.
    pub em: f64,
}

impl Room {
    /// There is less room than a table of figures needs: a phone held upright.
    #[must_use]
    pub fn narrow(self) -> bool {
        self.width < 34.0 * self.em
    }
}

/// A place in a drawing, in pixels from the upper left corner.
pub type Point = (f64, f64);

/// What a part of a drawing is; each has a class of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the style sheet says how each looks")]
pub enum Ink {
    Grid,
    Axis,
    Label,
    LabelStrong,
    BandOuter,
    BandInner,
    Median,
    Second,
    Event,
    EventLabel,
    Bar,
    BarShort,
    Held,
    HeldLabel,
    Area,
    Growth(u8),
    Diversifier(u8),
    Defensive(u8),
    Zone(Zone),
    ZoneName(Zone),
    ZoneOutline(Zone),
    Border,
    Way,
    Ring,
    Dot,
}

impl Ink {
    const ALL: [Self; 38] = [
        Self::Grid,
        Self::Axis,
        Self::Label,
        Self::LabelStrong,
        Self::BandOuter,
        Self::BandInner,
        Self::Median,
        Self::Second,
        Self::Event,
        Self::EventLabel,
        Self::Bar,
        Self::BarShort,
        Self::Held,
        Self::HeldLabel,
        Self::Area,
        Self::Growth(1),
        Self::Growth(2),
        Self::Growth(3),
        Self::Growth(4),
        Self::Diversifier(1),
        Self::Diversifier(2),
        Self::Diversifier(3),
        Self::Defensive(1),
        Self::Defensive(2),
        Self::Defensive(3),
        Self::Zone(Zone::Red),
        Self::Zone(Zone::Grey),
        Self::Zone(Zone::Green),
        Self::ZoneName(Zone::Red),
        Self::ZoneName(Zone::Grey),
        Self::ZoneName(Zone::Green),
        Self::ZoneOutline(Zone::Red),
        Self::ZoneOutline(Zone::Grey),
        Self::ZoneOutline(Zone::Green),
        Self::Border,
        Self::Way,
        Self::Ring,
        Self::Dot,
    ];

    const fn class(self) -> &'static str {
        match self {
            Self::Grid => "chart__grid",
            Self::Axis => "chart__axis",
            Self::Label => "chart__label",
            Self::LabelStrong => "chart__label chart__label--strong",
            Self::BandOuter => "chart__band chart__band--outer",
            Self::BandInner => "chart__band chart__band--inner",
            Self::Median => "chart__median",
            Self::Second => "chart__second",
            Self::Event => "chart__event",
            Self::EventLabel => "chart__label chart__label--event",
            Self::Bar => "chart__bar",
            Self::BarShort => "chart__bar chart__bar--short",
            Self::Held => "chart__held",
            Self::HeldLabel => "chart__label chart__label--held",
            Self::Area => "chart__area",
            Self::Growth(1) => "chart__asset chart__asset--growth-1",
            Self::Growth(2) => "chart__asset chart__asset--growth-2",
            Self::Growth(3) => "chart__asset chart__asset--growth-3",
            Self::Growth(_) => "chart__asset chart__asset--growth-4",
            Self::Diversifier(1) => "chart__asset chart__asset--diversifier-1",
            Self::Diversifier(2) => "chart__asset chart__asset--diversifier-2",
            Self::Diversifier(_) => "chart__asset chart__asset--diversifier-3",
            Self::Defensive(1) => "chart__asset chart__asset--defensive-1",
            Self::Defensive(2) => "chart__asset chart__asset--defensive-2",
            Self::Defensive(_) => "chart__asset chart__asset--defensive-3",
            Self::Zone(Zone::Red) => "chart__zone chart__zone--red",
            Self::Zone(Zone::Grey) => "chart__zone chart__zone--grey",
            Self::Zone(Zone::Green) => "chart__zone chart__zone--green",
            Self::ZoneName(Zone::Red) => "chart__label chart__label--red",
            Self::ZoneName(Zone::Grey) => "chart__label chart__label--grey",
            Self::ZoneName(Zone::Green) => "chart__label chart__label--green",
            Self::ZoneOutline(Zone::Red) => "chart__outline chart__outline--red",
            Self::ZoneOutline(Zone::Grey) => "chart__outline chart__outline--grey",
            Self::ZoneOutline(Zone::Green) => "chart__outline chart__outline--green",
            Self::Border => "chart__border",
            Self::Way => "chart__way",
            Self::Ring => "chart__ring",
            Self::Dot => "chart__dot",
        }
    }

    /// A colour nothing else has: it marks the part until its class takes its place.
    fn mark(self) -> RGBColor {
        let idx = Self::ALL.iter().position(|ink| ink.class() == self.class()).unwrap_or(0);
        RGBColor(1, 2, u8::try_from(idx).unwrap_or(0))
    }
}

/// Which point of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A drawing on its way.
pub struct Canvas<'a> {
    svg: SVGBackend<'a>,
}

impl std::fmt::Debug for Canvas<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Canvas")
    }
}

/// Draws on a canvas of so many pixels, and gives the SVG.
#[must_use]
pub fn draw(width: f64, height: f64, paint: impl FnOnce(&mut Canvas<'_>)) -> String {
    let mut text = String::new();
    let size = (fine(width).unsigned_abs(), fine(height).unsigned_abs());
    let mut canvas = Canvas { svg: SVGBackend::with_string(&mut text, size) };
    paint(&mut canvas);
    canvas.finish();
    drop(canvas);
    classes_for_colours(&text)
}

// Writing SVG into a string cannot fail, so the results below carry nothing.
impl Canvas<'_> {
    /// A filled shape.
    pub fn shape(&mut self, points: impl IntoIterator<Item = Point>, ink: Ink) {
        self.svg.fill_polygon(points.into_iter().map(step), &ink.mark()).unwrap_or_default();
    }

    /// A line through points.
    pub fn line(&mut self, points: impl IntoIterator<Item = Point>, ink: Ink) {
        self.svg.draw_path(points.into_iter().map(step), &ink.mark()).unwrap_or_default();
    }

    /// A filled rectangle between two corners.
    pub fn bar(&mut self, from: Point, to: Point, ink: Ink) {
        self.svg.draw_rect(step(from), step(to), &ink.mark(), true).unwrap_or_default();
    }

    /// A line of text whose middle in height stands at the place.
    pub fn text(&mut self, text: &str, at: Point, anchor: Anchor, ink: Ink) {
        let across = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        // Size and family come from the style sheet; measuring text here would need an inline
        // style, which the page's security policy forbids.
        let mark = ink.mark().to_rgba();
        let style =
            TextStyle::from(("sans-serif", 12).into_font()).pos(Pos::new(across, VPos::Center)).color(&mark);
        self.svg.draw_text(text, &style, step(at)).unwrap_or_default();
    }

    fn finish(&mut self) {
        self.svg.present().unwrap_or_default();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn fine(pixels: f64) -> i32 {
    (pixels * FINE).round() as i32
}

fn step((x, y): Point) -> (i32, i32) {
    (fine(x), fine(y))
}

/// Puts the class of each part in the place of the colour that marks it.
fn classes_for_colours(svg: &str) -> String {
    let svg =
        svg.replace(" opacity=\"1\"", "").replace(" stroke=\"none\"", "").replace(" stroke-width=\"1\"", "");
    let mut parts = svg.split(MARKED);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (mark, rest) = part.split_once('"').unwrap_or((part, ""));
        let ink = usize::from_str_radix(mark, 16).ok().and_then(|idx| Ink::ALL.get(idx));
        // The attribute that held the colour, `fill` or `stroke`, makes room for the class.
        text.truncate(text.rfind(' ').map_or(0, |space| space + 1));
        text.push_str("class=\"");
        text.push_str(ink.map_or("", |ink| ink.class()));
        text.push('"');
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_has_a_mark_of_its_own() {
        for (idx, ink) in Ink::ALL.iter().enumerate() {
            assert_eq!(usize::from(ink.mark().2), idx, "{ink:?}");
        }
    }

    #[test]
    fn a_drawing_has_classes_and_no_colours() {
        let svg = draw(100.0, 50.0, |canvas| {
            canvas.shape([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)], Ink::BandOuter);
            canvas.line([(0.0, 0.0), (10.5, 10.0)], Ink::Median);
            canvas.bar((0.0, 0.0), (5.0, 5.0), Ink::Growth(2));
            canvas.text("65 & <ok>", (5.0, 5.0), Anchor::Middle, Ink::Label);
        });

        assert!(!svg.contains('#'), "{svg}");
        assert!(!svg.contains("style="), "{svg}");
        for class in ["chart__band--outer", "chart__median", "chart__asset--growth-2", "chart__label"] {
            assert!(svg.contains(class), "{class}: {svg}");
        }
        assert!(svg.contains("65 &amp; &lt;ok&gt;"), "{svg}");
        assert!(svg.contains("viewBox=\"0 0 400 200\""), "{svg}");
        assert!(svg.contains("42,40"), "a quarter of a pixel is kept: {svg}");
    }
}
