//! The map is walked by keyboard, and a place is tried by a press, a key or the button.

use std::rc::Rc;

use evergreen::charts::frontier::{Frame, Labels, Spot, Upward, ZoneMap};
use evergreen::components::data_table::Table;
use evergreen::components::frontier_map::FrontierMap;
use evergreen::words::Lang;
use leptos::prelude::*;
use planner::frontier::{AgeColumn, Dot, Frontier};
use planner::zone::Zone;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MouseEvent, MouseEventInit};

use crate::stage::{Stage, press, settled, type_into};

fn zone_map() -> ZoneMap {
    let columns = (60_u32..=69).map(|age| AgeColumn {
        age,
        green_from: Some(80_000.0),
        red_below: Some(20_000.0),
        green_up_to: None,
        red_above: None,
    });
    let frontier = Frontier {
        columns: columns.collect(),
        dot: Dot { age: 62, saving_year: 50_000.0, wished_year: 1.0, zone: Zone::Grey },
        by_saving: None,
        by_spending: None,
        lifetimes: 2,
    };
    let frame = Frame { upward: Upward::Saving, ages: (60, 69), money: (0.0, 100_000.0), step: 500.0 };
    ZoneMap::of(&frontier, &frame)
}

fn stage(tried: RwSignal<Option<Spot>>) -> Stage {
    with_dot(tried, RwSignal::new(50_000.0))
}

/// A map whose dot moves, as by a lever.
fn with_dot(tried: RwSignal<Option<Spot>>, saving: RwSignal<f64>) -> Stage {
    Stage::of(move || {
        let mut map = zone_map();
        map.dot.money = saving.get();
        let chart = FrontierMap {
            map,
            labels: Labels::default(),
            sentence: "A map".to_owned(),
            name: Box::new(|spot| format!("{} {}", spot.age, spot.money)),
            reading: Box::new(|spot| format!("{} {} {:?}", spot.age, spot.money, zone_map().zone_at(spot))),
            table: Rc::new(Table::default),
            on_try: Callback::new(move |spot| tried.set(Some(spot))),
        };
        chart.show(Lang::En)
    })
}

fn reading(stage: &Stage) -> String {
    stage.text(".frontier-map__reading")
}

#[wasm_bindgen_test]
async fn the_map_reads_the_dot_until_somebody_walks() {
    let stage = stage(RwSignal::new(None));
    settled().await;

    assert_eq!(reading(&stage), "62 50000 Grey");
    assert!(stage.find(".frontier-map__try button").has_attribute("disabled"));
    assert_eq!(stage.input("input").get_attribute("aria-valuetext").unwrap(), "62 50000");
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_ages_and_money_and_enter_tries_the_place() {
    let tried = RwSignal::new(None);
    let stage = stage(tried);
    let walker = stage.input("input");

    // The browser itself moves a slider to the side, and tells so.
    type_into(&walker, "63");
    settled().await;
    for _ in 0..12 {
        press(&walker, "ArrowUp");
        settled().await;
    }
    assert_eq!(reading(&stage), "63 80000 Green");
    press(&walker, "ArrowDown");
    settled().await;
    assert_eq!(reading(&stage), "63 77500 Grey");
    assert_eq!(tried.get_untracked(), None);

    press(&walker, "Enter");
    settled().await;
    assert_eq!(tried.get_untracked(), Some(Spot { age: 63, money: 77_500.0 }));
    assert_eq!(reading(&stage), "63 77500 Grey");
}

#[wasm_bindgen_test]
async fn escape_leads_back_to_the_dot() {
    let tried = RwSignal::new(None);
    let stage = stage(tried);
    let walker = stage.input("input");

    press(&walker, "ArrowDown");
    settled().await;
    assert_ne!(reading(&stage), "62 50000 Grey");
    press(&walker, "Escape");
    settled().await;

    assert_eq!(reading(&stage), "62 50000 Grey");
    assert_eq!(tried.get_untracked(), None);
}

#[wasm_bindgen_test]
async fn the_button_tries_the_place_that_is_read() {
    let tried = RwSignal::new(None);
    let stage = stage(tried);

    type_into(&stage.input("input"), "65");
    settled().await;
    stage.find(".frontier-map__try button").click();
    settled().await;

    assert_eq!(tried.get_untracked(), Some(Spot { age: 65, money: 50_000.0 }));
}

#[wasm_bindgen_test]
async fn a_press_on_the_map_tries_the_place_under_the_finger() {
    let tried = RwSignal::new(None);
    let stage = stage(tried);
    settled().await;
    let walker = stage.input("input");
    let over = walker.get_bounding_client_rect();
    let spot = Spot { age: 66, money: 50_000.0 };
    let (across, down) = zone_map().share_of(spot);

    let at = MouseEventInit::new();
    at.set_bubbles(true);
    at.set_client_x(pixel(over.left() + across * over.width()));
    at.set_client_y(pixel(over.top() + down * over.height()));
    walker.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("pointerup", &at).unwrap()).unwrap();
    settled().await;

    let tried = tried.get_untracked().unwrap();
    assert_eq!(tried.age, 66);
}

#[wasm_bindgen_test]
async fn a_walk_ends_when_a_lever_moves_the_dot() {
    let saving = RwSignal::new(50_000.0);
    let stage = with_dot(RwSignal::new(None), saving);
    type_into(&stage.input("input"), "65");
    settled().await;
    assert_eq!(reading(&stage), "65 50000 Grey");

    saving.set(90_000.0);
    settled().await;

    assert_eq!(reading(&stage), "62 90000 Green");
}

#[wasm_bindgen_test]
async fn who_walks_on_before_the_dot_has_come_to_the_place_tried_keeps_the_walk() {
    let saving = RwSignal::new(50_000.0);
    let stage = with_dot(RwSignal::new(None), saving);
    let walker = stage.input("input");
    press(&walker, "ArrowUp");
    settled().await;
    press(&walker, "Enter");
    settled().await;
    assert_eq!(reading(&stage), "62 52500 Grey");

    // The plan is still being computed, and the next key comes.
    type_into(&walker, "64");
    settled().await;
    saving.set(52_500.0);
    settled().await;
    assert_eq!(reading(&stage), "64 52500 Grey");

    saving.set(90_000.0);
    settled().await;
    assert_eq!(reading(&stage), "62 90000 Green");
}

#[expect(clippy::cast_possible_truncation, reason = "places on a screen are small")]
fn pixel(place: f64) -> i32 {
    place.round() as i32
}
