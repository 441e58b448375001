//! Wealth by age, with a control that walks the years.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::fan::{Fan, Labels};
use crate::components::data_table::Table;
use crate::components::drawn_figure::{Drawing, DrawnFigure};
use crate::live;
use crate::words::{self, Lang};

/// What the chart shows and says; the texts of every year are ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct FanPicture {
    /// The bands.
    pub fan: Fan,
    /// The words in the picture.
    pub labels: Labels,
}

/// The fan chart. Arrow keys, a finger or a mouse walk the years; the reading is shown and spoken.
#[component]
pub fn FanChart(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// What is drawn.
    #[prop(into)]
    picture: Signal<FanPicture>,
    /// What it shows, in a sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// The reading of a year, counted from today.
    reading: Arc<dyn Fn(u32) -> String + Send + Sync>,
    /// The data.
    #[prop(into)]
    table: Signal<Table>,
) -> impl IntoView {
    let walked = RwSignal::new(None::<u32>);
    let last = Memo::new(move |_| {
        picture.with(|picture| u32::try_from(picture.fan.bands.len().saturating_sub(1)).unwrap_or(0))
    });
    // Until somebody walks, the year of retirement is read: the one people ask about. Once retired,
    // the middle of the years to come.
    let year = Memo::new(move |_| {
        let retire_in = picture.with(|picture| picture.fan.retire_in);
        let first = if retire_in > 0 { retire_in } else { last.get() / 2 };
        walked.get().unwrap_or(first).min(last.get())
    });
    let age = move || picture.with(|picture| picture.fan.age) + year.get();
    let share = move || f64::from(year.get()) / f64::from(last.get().max(1));
    let drawing: Drawing =
        Arc::new(move |room| picture.with(|picture| picture.fan.draw(room, &picture.labels)));
    let over = move || {
        view! {
            <span class="fan-chart__cursor" style:--at=live::text(move || format!("{:.4}", share()))></span>
            <input
                class="fan-chart__walker"
                type="range"
                min="0"
                max=last
                step="1"
                prop:value=live::text(move || year.get().to_string())
                aria-label=live::text(move || words::charts::walk_years(lang.get()))
                aria-valuetext=live::text(move || age().to_string())
                on:input=move |event| walked.set(event_target_value(&event).parse().ok())
            />
        }
    };
    let under = move || {
        let reading = Arc::clone(&reading);
        view! {
            <p class="fan-chart__reading" role="status">{live::text(move || reading(year.get()))}</p>
            <p class="fan-chart__hint">{live::text(move || words::charts::walk_hint(lang.get()))}</p>
        }
    };
    view! {
        <div class="fan-chart">
            <DrawnFigure lang sentence drawing over under table />
        </div>
    }
}
