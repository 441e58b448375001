//! Free times stand under their days, and the one that is chosen is reported.

use std::rc::Rc;

use evergreen::components::slot_picker::{SlotDay, SlotPicker, SlotTime};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, settled};

fn time(start_ms: i64, text: &str, note: &str) -> SlotTime {
    SlotTime { start_ms, text: text.to_owned(), note: note.to_owned() }
}

fn picker(chosen: RwSignal<Option<i64>>) -> Stage {
    Stage::of(move || {
        SlotPicker {
            name: "time".to_owned(),
            legend: "When?".into(),
            days: vec![
                SlotDay {
                    name: "Monday".to_owned(),
                    slots: vec![time(1, "09:30", ""), time(2, "10:00", "")],
                },
                SlotDay { name: "Tuesday".to_owned(), slots: vec![time(3, "09:30", "theirs 22:30")] },
            ],
            chosen: chosen.get(),
            fault: None,
            on_choose: Rc::new(move |start_ms| chosen.set(Some(start_ms))),
        }
        .show()
        .into()
    })
}

#[wasm_bindgen_test]
async fn a_time_that_is_pressed_is_reported_and_alone_chosen() {
    let chosen = RwSignal::new(None);
    let stage = picker(chosen);

    stage.all("input")[2].click();
    settled().await;
    assert_eq!(chosen.get_untracked(), Some(3));
    stage.all("input")[0].click();
    settled().await;

    assert_eq!(chosen.get_untracked(), Some(1));
    assert_eq!(stage.all(".slot-picker__slot--chosen").len(), 1);
}

#[wasm_bindgen_test]
fn the_other_clock_stands_under_the_time() {
    let stage = picker(RwSignal::new(None));

    assert_eq!(stage.all(".slot-picker__day").len(), 2);
    assert_eq!(stage.text(".slot-picker__note"), "theirs 22:30");
}
