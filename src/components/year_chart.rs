//! A chart over the years, with a control that walks them.

use std::rc::Rc;

use leptos::prelude::*;

use crate::charts::canvas::Room;
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// A chart from today at its left end to a last year at its right one. Arrow keys, a finger or a
/// mouse walk the years; the reading is shown and spoken.
pub struct YearChart {
    /// A name that no other chart among its siblings has.
    pub key: &'static str,
    /// Age today, in years.
    pub age: u32,
    /// The last year, counted from today.
    pub last: u32,
    /// The year that is read until somebody walks: the one people ask about.
    pub first_read: u32,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// Draws SVG for a room.
    pub drawing: Rc<dyn Fn(Room) -> String>,
    /// The reading of a year, counted from today.
    pub reading: Box<dyn Fn(u32) -> String>,
    /// How to read the picture and walk the years.
    pub hint: &'static str,
    /// The data.
    pub table: Rc<dyn Fn() -> Table>,
}

impl YearChart {
    /// Shows it.
    #[must_use]
    pub fn show(self, lang: Lang) -> Node {
        kept(self.key, || RwSignal::new(None), move |walked| self.walked(lang, walked).into())
    }

    /// The chart at the year that somebody has walked to.
    fn walked(&self, lang: Lang, walked: RwSignal<Option<u32>>) -> El {
        let Self { age, last, .. } = *self;
        let year = walked.get().unwrap_or(self.first_read).min(last);
        let share = f64::from(year) / f64::from(last.max(1));
        let walker = el("input", "year-chart__walker")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("step", "1")
            .attr("value", year.to_string())
            .attr("aria-label", words::charts::walk_years(lang))
            .attr("aria-valuetext", (age + year).to_string())
            .on("input", move |event| walked.set(event_target_value(&event).parse().ok()));
        let cursor = el("span", "year-chart__cursor").attr("--at", format!("{share:.4}"));
        let reading = el("p", "year-chart__reading").attr("role", "status").text((self.reading)(year));
        let hint = el("p", "year-chart__hint").text(self.hint);
        let drawing = Rc::clone(&self.drawing);
        let figure = Figure {
            sentence: self.sentence.clone(),
            drawing: Box::new(move |room| drawing(room)),
            over: vec![cursor.into(), walker.into()],
            under: vec![reading.into(), hint.into()],
            table: Rc::clone(&self.table),
        };
        el("div", "year-chart").with(figure.show(lang))
    }
}

impl std::fmt::Debug for YearChart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("YearChart").field("sentence", &self.sentence).finish_non_exhaustive()
    }
}
