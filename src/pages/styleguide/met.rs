//! What meetings are asked for and kept with.

use std::rc::Rc;

use super::Shelf;
use crate::components::copy_field::copy_field;
use crate::components::entry_field::EntryField;
use crate::components::face::face;
use crate::components::slot_picker::{SlotDay, SlotPicker, SlotTime};
use crate::components::tick_field::tick_field;
use crate::node::{El, Node};
use crate::words::styleguide::{SENTENCE, WORD};

pub(super) fn shelves() -> Vec<Shelf> {
    let entry = |name: &str, problem: &str| -> Node { field(name, problem).into() };
    let ticks: Vec<Node> = [(false, true), (true, true), (true, false)]
        .map(|(ticked, open)| tick_field(WORD, ticked, open, |_| {}).into())
        .into();
    vec![
        Shelf("copy_field", vec![copy_field("guide-copy", WORD.into(), WORD.to_owned(), [WORD, WORD])]),
        Shelf("entry_field", vec![entry("guide-entry", ""), entry("guide-wrong-entry", SENTENCE)]),
        Shelf("face", vec![face(WORD).into()]),
        Shelf("slot_picker", vec![slots().show().into()]),
        Shelf("tick_field", ticks),
    ]
}

fn field(name: &str, problem: &str) -> El {
    let entry = EntryField {
        name: name.to_owned(),
        label: WORD.into(),
        kind: "time",
        text: String::new(),
        problem: problem.to_owned(),
        on_type: Box::new(|_| {}),
    };
    entry.show()
}

fn slots() -> SlotPicker {
    let slot = |start_ms| SlotTime { start_ms, text: "10:15".to_owned(), note: "10:15".to_owned() };
    let day = |first| SlotDay { name: WORD.to_owned(), slots: vec![slot(first), slot(first + 1)] };
    SlotPicker {
        name: "guide-slots".to_owned(),
        legend: WORD.into(),
        days: vec![day(1), day(3)],
        chosen: Some(2),
        fault: None,
        on_choose: Rc::new(|_| {}),
    }
}
