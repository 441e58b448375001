//! The zone map, with a control that walks its places.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use crate::charts::frontier::{Labels, Spot, ZoneMap};
use crate::components::data_table::Table;
use crate::components::drawn_figure::Figure;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// The zone map. Arrow keys walk its ages and its money, and the reading is shown and spoken; a
/// press on the map, Enter or the button under it tries the place.
pub struct FrontierMap {
    /// The map.
    pub map: ZoneMap,
    /// The words in the picture.
    pub labels: Labels,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// A place in a few words.
    pub name: Box<dyn Fn(Spot) -> String>,
    /// The zone of a place, and where the borders lie at its age.
    pub reading: Box<dyn Fn(Spot) -> String>,
    /// The data.
    pub table: Rc<dyn Fn() -> Table>,
    /// Called with the place to be tried.
    pub on_try: Callback<Spot>,
}

/// Where somebody has walked to, where the dot stood then, and the place that was tried last.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Walk {
    from: Spot,
    to: Spot,
    /// The dot is on its way there until the map of what is tried comes; who walks on meanwhile
    /// keeps the walk.
    tried: Option<Spot>,
}

impl Walk {
    /// A walk holds until the dot moves somewhere else, as by a lever.
    fn holds(self, dot: Spot) -> bool {
        dot == self.from || dot == self.to || Some(dot) == self.tried
    }
}

impl FrontierMap {
    /// Shows it.
    #[must_use]
    pub fn show(self, lang: Lang) -> Node {
        let chart = Rc::new(self);
        kept("map", || RwSignal::new(None), move |walked| chart.walked(lang, walked).into())
    }

    /// The map at the place that somebody has walked to; until then, at the dot.
    fn walked(self: &Rc<Self>, lang: Lang, walked: RwSignal<Option<Walk>>) -> El {
        let dot = self.map.dot;
        let (first, last) = self.map.ages();
        let place = walked.get().filter(|walk| walk.holds(dot)).map(|walk| walk.to);
        let place = place.filter(|spot| (first..=last).contains(&spot.age));
        let spot = place.unwrap_or(dot);
        let (across, down) = self.map.share_of(spot);
        let number = |value: f64| format!("{value:.4}");
        let cursor = el("span", "frontier-map__cursor")
            .class_if("frontier-map__cursor--walked", spot != dot)
            .attr("--across", number(across))
            .attr("--down", number(down));
        let hint = el("p", "frontier-map__hint").text(words::frontier::hint(lang));
        let button = el("button", "button")
            .attr("type", "button")
            .flag("disabled", spot == dot)
            .on_click(self.trying(walked, spot))
            .text(words::frontier::try_here(lang));
        let chart = Rc::clone(self);
        let figure = Figure {
            sentence: self.sentence.clone(),
            drawing: Box::new(move |room| chart.map.draw(room, &chart.labels)),
            over: vec![cursor.into(), self.walker(lang, walked, spot).into()],
            under: vec![
                el("p", "frontier-map__reading").attr("role", "status").text((self.reading)(spot)).into(),
                el("div", "frontier-map__try").with(button).with(hint).into(),
            ],
            table: Rc::clone(&self.table),
        };
        el("div", "frontier-map").attr("--columns", (last - first + 1).to_string()).with(figure.show(lang))
    }

    /// A native slider over the picture walks the ages; up and down walk the money.
    fn walker(self: &Rc<Self>, lang: Lang, walked: RwSignal<Option<Walk>>, spot: Spot) -> El {
        let (first, last) = self.map.ages();
        let (chart, pressed) = (Rc::clone(self), Rc::clone(self));
        let enter = self.trying(walked, spot);
        let from = self.map.dot;
        let walk = move |to: Spot| {
            let tried = walked.get_untracked().filter(|walk| walk.holds(from)).and_then(|walk| walk.tried);
            walked.set(Some(Walk { from, to, tried }));
        };
        el("input", "frontier-map__walker")
            .attr("type", "range")
            .attr("min", first.to_string())
            .attr("max", last.to_string())
            .attr("step", "1")
            .attr("value", spot.age.to_string())
            .attr("aria-label", words::frontier::walk(lang))
            .attr("aria-valuetext", (self.name)(spot))
            .on("input", move |event| {
                if let Ok(age) = event_target_value(&event).parse() {
                    walk(Spot { age, ..spot });
                }
            })
            .on("keydown", move |event| {
                let event: KeyboardEvent = event.unchecked_into();
                match event.key().as_str() {
                    "ArrowUp" => walk(chart.map.higher(spot, 1.0)),
                    "ArrowDown" => walk(chart.map.higher(spot, -1.0)),
                    "Enter" | " " => enter(),
                    "Escape" => walked.set(None),
                    _ => return,
                }
                event.prevent_default();
            })
            // Not "click": a finger on a slider makes none.
            .on("pointerup", move |event| {
                if let Some(spot) = pressed.pressed(&event) {
                    pressed.trying(walked, spot)();
                }
            })
    }

    /// Tries a place; a walk goes on from there.
    fn trying(&self, walked: RwSignal<Option<Walk>>, to: Spot) -> impl Fn() + use<> {
        let (on_try, from) = (self.on_try, self.map.dot);
        move || {
            walked.set(Some(Walk { from, to, tried: Some(to) }));
            if to != from {
                on_try.run(to);
            }
        }
    }

    /// The place under a finger or a mouse.
    fn pressed(&self, event: &Event) -> Option<Spot> {
        let over = event.target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
        let mouse: &MouseEvent = event.dyn_ref()?;
        if over.width() <= 0.0 || over.height() <= 0.0 {
            return None;
        }
        let across = (f64::from(mouse.client_x()) - over.left()) / over.width();
        let down = (f64::from(mouse.client_y()) - over.top()) / over.height();
        Some(self.map.spot_at(across, down))
    }
}

impl std::fmt::Debug for FrontierMap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FrontierMap").field("sentence", &self.sentence).finish_non_exhaustive()
    }
}
