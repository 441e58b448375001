//! A chart over years, with a control that walks them.

use std::rc::Rc;

use leptos::prelude::*;

use crate::charts::canvas::Room;
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// A figure whose years are walked by arrow keys, a finger or a mouse; the reading is shown and
/// spoken.
pub struct YearChart {
    /// Its own among its siblings.
    pub key: &'static str,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// Its last year, counted from 0, at the right end.
    pub last: u32,
    /// The year that is read until somebody walks.
    pub first: u32,
    /// Draws SVG for a room, from edge to edge.
    pub drawing: Box<dyn Fn(Room) -> String>,
    /// What a year is called.
    pub spoken: Box<dyn Fn(u32) -> String>,
    /// The reading of a year.
    pub reading: Box<dyn Fn(u32) -> String>,
    /// How to read it, and how to walk the years.
    pub hint: &'static str,
    /// The data.
    pub table: Rc<dyn Fn() -> Table>,
}

impl YearChart {
    /// Shows it.
    #[must_use]
    pub fn show(self, lang: Lang) -> Node {
        let chart = Rc::new(self);
        kept(chart.key, || RwSignal::new(None), move |walked| chart.walked(lang, walked).into())
    }

    /// The chart at the year that somebody has walked to.
    fn walked(self: &Rc<Self>, lang: Lang, walked: RwSignal<Option<u32>>) -> El {
        let last = self.last;
        let year = walked.get().unwrap_or(self.first).min(last);
        let share = f64::from(year) / f64::from(last.max(1));
        let walker = el("input", "year-chart__walker")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("step", "1")
            .attr("value", year.to_string())
            .attr("aria-label", words::charts::walk_years(lang))
            .attr("aria-valuetext", (self.spoken)(year))
            .on("input", move |event| walked.set(event_target_value(&event).parse().ok()));
        let cursor = el("span", "year-chart__cursor").attr("--at", format!("{share:.4}"));
        let reading = el("p", "year-chart__reading").attr("role", "status").text((self.reading)(year));
        let hint = el("p", "year-chart__hint").text(self.hint);
        let chart = Rc::clone(self);
        let figure = Figure {
            sentence: self.sentence.clone(),
            drawing: Box::new(move |room| (chart.drawing)(room)),
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
