//! A chart with its sentence before it and its table behind it.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

use crate::charts::canvas::Room;
use crate::components::data_table::{Table, data_table};
use crate::components::disclosure::disclosure;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// Ems across the hidden ruler that tells the size of the type.
const RULER_EMS: f64 = 10.0;

/// A figure: its message in a sentence, the drawing at the width it really has, and the data.
pub struct Figure {
    /// What the drawing shows, in a sentence.
    pub sentence: String,
    /// Draws SVG for a room.
    pub drawing: Box<dyn Fn(Room) -> String>,
    /// What lies over the drawing.
    pub over: Vec<Node>,
    /// What stands under the drawing.
    pub under: Vec<Node>,
    /// The data.
    pub table: Rc<dyn Fn() -> Table>,
}

impl Figure {
    /// A drawing with nothing over or under it.
    pub fn new(
        sentence: String,
        drawing: impl Fn(Room) -> String + 'static,
        table: impl Fn() -> Table + 'static,
    ) -> Self {
        Self {
            sentence,
            drawing: Box::new(drawing),
            over: Vec::new(),
            under: Vec::new(),
            table: Rc::new(table),
        }
    }

    /// Shows it.
    pub fn show(self, lang: Lang) -> El {
        let Self { sentence, drawing, over, under, table } = self;
        let chart = kept("chart", Watch::new, move |watch| {
            let svg = watch.room.get().map(&drawing).unwrap_or_default();
            el("div", "chart")
                .attr("aria-hidden", "true")
                .markup(svg)
                .made(move |chart| watch.begin(chart))
                .into()
        });
        let frame = el("div", "drawn-figure__frame")
            .with(el("span", "drawn-figure__ruler").attr("aria-hidden", "true"))
            .with(chart)
            .with_all(over);
        let name = sentence.clone();
        let data = move || data_table(name.clone(), table()).into();
        el("figure", "drawn-figure")
            .with(el("figcaption", "drawn-figure__sentence").text(sentence))
            .with(frame)
            .with_all(under)
            .with(disclosure("table", words::charts::as_table(lang), data))
    }
}

impl std::fmt::Debug for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Figure").field("sentence", &self.sentence).finish_non_exhaustive()
    }
}

/// Follows the room of a chart while it changes; none before it is first measured.
#[derive(Clone, Copy)]
struct Watch {
    room: RwSignal<Option<Room>>,
    observer: StoredValue<Option<Observer>, LocalStorage>,
}

/// An observer and what it calls.
type Observer = (ResizeObserver, Closure<dyn FnMut()>);

impl Watch {
    fn new() -> Self {
        let observer = StoredValue::new_local(None::<Observer>);
        on_cleanup(move || {
            observer.with_value(|observer| {
                if let Some((observer, _)) = observer {
                    observer.disconnect();
                }
            });
        });
        Self { room: RwSignal::new(None), observer }
    }

    fn begin(self, chart: Element) {
        let element = chart.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            let Some(ruler) = ruler(&chart) else { return };
            // The ruler grows with the type while the chart may stay as wide.
            self.observer.with_value(|observer| {
                if let Some((observer, _)) = observer {
                    observer.observe(&ruler);
                }
            });
            let width = chart.get_bounding_client_rect().width().floor();
            let em = ruler.get_bounding_client_rect().width() / RULER_EMS;
            // A page that is not shown has no width.
            let measured = Some(Room { width, em }).filter(|room| room.width > 0.0 && room.em > 0.0);
            if measured.is_some() && measured != self.room.get_untracked() {
                self.room.set(measured);
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&element);
            self.observer.set_value(Some((observer, on_resize)));
        }
    }
}

fn ruler(chart: &Element) -> Option<Element> {
    chart.parent_element()?.query_selector(".drawn-figure__ruler").ok().flatten()
}
