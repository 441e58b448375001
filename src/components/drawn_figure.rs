//! A chart with its sentence before it and its table behind it.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::ResizeObserver;

use crate::charts::canvas::Room;
use crate::components::data_table::{DataTable, Table};
use crate::components::disclosure::Disclosure;
use crate::live;
use crate::words::{self, Lang};

/// Ems across the hidden ruler that tells the size of the type.
const RULER_EMS: f64 = 10.0;

/// Draws SVG for a room; follows the signals it reads.
pub type Drawing = Arc<dyn Fn(Room) -> String + Send + Sync>;

/// A figure: its message in a sentence, the drawing at the width it really has, and the data.
#[component]
pub fn DrawnFigure(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// What the drawing shows, in a sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// The drawing.
    drawing: Drawing,
    /// What lies over the drawing.
    #[prop(optional, into)]
    over: ViewFn,
    /// What stands under the drawing.
    #[prop(optional, into)]
    under: ViewFn,
    /// The data.
    #[prop(into)]
    table: Signal<Table>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let room = room_of(frame);
    let svg = move || room.get().map(|room| drawing(room)).unwrap_or_default();
    view! {
        <figure class="drawn-figure">
            <figcaption class="drawn-figure__sentence">{sentence}</figcaption>
            <div class="drawn-figure__frame" node_ref=frame>
                <span class="drawn-figure__ruler" aria-hidden="true"></span>
                <div class="chart" aria-hidden="true" inner_html=live::text(svg)></div>
                {over.run()}
            </div>
            {under.run()}
            <Disclosure title=Signal::derive(move || words::charts::as_table(lang.get()).to_owned())>
                <DataTable label=sentence table />
            </Disclosure>
        </figure>
    }
}

/// The room of an element, followed while it changes; none before it is first measured.
fn room_of(frame: NodeRef<Div>) -> Signal<Option<Room>> {
    let room = RwSignal::new(None);
    let watch = StoredValue::new_local(None);
    frame.on_load(move |element| {
        let Some(ruler) = element.query_selector(".drawn-figure__ruler").ok().flatten() else { return };
        let (frame, measure) = (element.clone(), ruler.clone());
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            let width = frame.get_bounding_client_rect().width();
            let em = measure.get_bounding_client_rect().width() / RULER_EMS;
            // A page that is not shown has no width.
            let measured =
                Some(Room { width: width.floor(), em }).filter(|room| room.width > 0.0 && room.em > 0.0);
            if measured.is_some() && measured != room.get_untracked() {
                room.set(measured);
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&element);
            // The ruler grows with the type while the frame may stay as wide.
            observer.observe(&ruler);
            watch.set_value(Some((observer, on_resize)));
        }
    });
    on_cleanup(move || {
        watch.with_value(|watch| {
            if let Some((observer, _)) = watch {
                observer.disconnect();
            }
        });
    });
    room.into()
}
