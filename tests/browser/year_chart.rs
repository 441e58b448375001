//! A chart whose years are walked says the year that was walked to.

use std::rc::Rc;

use evergreen::components::data_table::Table;
use evergreen::components::year_chart::YearChart;
use evergreen::words::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled, type_into};

#[wasm_bindgen_test]
async fn the_reading_follows_the_control_and_stays_within_the_years() {
    let stage = Stage::of(|| {
        YearChart {
            key: "years",
            sentence: "What it shows.".to_owned(),
            drawing: Box::new(|_| String::new()),
            last: 40,
            first: 20,
            spoken: Box::new(|year| (2026 + year).to_string()),
            reading: Box::new(|year| format!("year {year}")),
            hint: "",
            table: Rc::new(Table::default),
        }
        .show(Lang::En)
    });
    settled().await;
    assert_eq!(stage.text(".year-chart__reading"), "year 20");

    let walker = stage.input("input");
    type_into(&walker, "21");
    settled().await;

    assert_eq!(stage.text(".year-chart__reading"), "year 21");
    assert_eq!(walker.get_attribute("aria-valuetext").as_deref(), Some("2047"));
    assert_eq!(walker.max(), "40");
    let cursor = stage.find(".year-chart__cursor");
    assert_eq!(cursor.style().get_property_value("--at").unwrap(), "0.5250");
}
