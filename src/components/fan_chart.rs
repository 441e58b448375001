//! Wealth by age, with a control that walks the years.

use std::rc::Rc;

use leptos::prelude::*;

use crate::charts::fan::{Fan, Labels};
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// The fan chart. Arrow keys, a finger or a mouse walk the years; the reading is shown and spoken.
pub struct FanChart {
    /// The bands.
    pub fan: Fan,
    /// The words in the picture.
    pub labels: Labels,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// The reading of a year, counted from today.
    pub reading: Box<dyn Fn(u32) -> String>,
    /// The data.
    pub table: Rc<dyn Fn() -> Table>,
}

impl FanChart {
    /// Shows it.
    #[must_use]
    pub fn show(self, lang: Lang) -> Node {
        let chart = Rc::new(self);
        kept("fan", || RwSignal::new(None), move |walked| chart.walked(lang, walked).into())
    }

    /// The chart at the year that somebody has walked to.
    fn walked(self: &Rc<Self>, lang: Lang, walked: RwSignal<Option<u32>>) -> El {
        let Fan { ref bands, age, retire_in } = self.fan;
        let last = u32::try_from(bands.len().saturating_sub(1)).unwrap_or(0);
        // Until somebody walks, the year of retirement is read: the one people ask about. Once
        // retired, the middle of the years to come.
        let first = if retire_in > 0 { retire_in } else { last / 2 };
        let year = walked.get().unwrap_or(first).min(last);
        let share = f64::from(year) / f64::from(last.max(1));
        let walker = el("input", "fan-chart__walker")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", last.to_string())
            .attr("step", "1")
            .attr("value", year.to_string())
            .attr("aria-label", words::charts::walk_years(lang))
            .attr("aria-valuetext", (age + year).to_string())
            .on("input", move |event| walked.set(event_target_value(&event).parse().ok()));
        let cursor = el("span", "fan-chart__cursor").attr("--at", format!("{share:.4}"));
        let reading = el("p", "fan-chart__reading").attr("role", "status").text((self.reading)(year));
        let hint = el("p", "fan-chart__hint").text(words::charts::walk_hint(lang));
        let chart = Rc::clone(self);
        let figure = Figure {
            sentence: self.sentence.clone(),
            drawing: Box::new(move |room| chart.fan.draw(room, &chart.labels)),
            over: vec![cursor.into(), walker.into()],
            under: vec![reading.into(), hint.into()],
            table: Rc::clone(&self.table),
        };
        el("div", "fan-chart").with(figure.show(lang))
    }
}

impl std::fmt::Debug for FanChart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FanChart").field("sentence", &self.sentence).finish_non_exhaustive()
    }
}
