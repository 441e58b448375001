//! Fields and choices.

use std::rc::Rc;

use leptos::prelude::*;

use super::Shelf;
use crate::components::choice_card::{Choice, ChoiceCard};
use crate::components::choice_list::ChoiceList;
use crate::components::lever_slider::{LeverSlider, Reach};
use crate::components::month_field::MonthField;
use crate::components::number_field::NumberField;
use crate::components::pick_field::PickField;
use crate::components::search_box::search_box;
use crate::components::switch::switch;
use crate::components::text_field::{TextField, TextKind};
use crate::components::top_three::TopThree;
use crate::components::words_field::words_field;
use crate::node::{El, Node, el, kept};
use crate::words::styleguide::{SENTENCE, WORD};

pub(super) fn shelves() -> Vec<Shelf> {
    vec![
        Shelf(
            "number_field",
            [
                number("guide-empty", "", ""),
                number("guide-full", "12,000", ""),
                number("guide-wrong", "x", SENTENCE),
            ]
            .map(NumberField::show)
            .into(),
        ),
        Shelf("month_field", vec![month(None, "").show().into(), month(Some(1), SENTENCE).show().into()]),
        Shelf("pick_field", vec![pick().show().into()]),
        Shelf("words_field", vec![words()]),
        Shelf("text_field", vec![kept("guide-texts", || RwSignal::new(String::new()), texts)]),
        Shelf("search_box", vec![search_box(WORD, String::new(), Callback::new(|_| {})).into()]),
        Shelf("switch", vec![switch("guide-switch", WORD, ["1", "2"], 0, |_| {}).into()]),
        Shelf("choice_card", [false, true].map(|chosen| card(chosen).show().into()).into()),
        Shelf(
            "choice_list",
            vec![
                list("guide-list", None).show().into(),
                list("guide-wrong-list", Some(SENTENCE)).show().into(),
            ],
        ),
        Shelf("top_three", vec![three().show().into()]),
        Shelf("lever_slider", vec![lever().show()]),
    ]
}

fn number(name: &str, text: &str, problem: &str) -> NumberField {
    NumberField {
        name: name.to_owned(),
        label: WORD.into(),
        hint: SENTENCE,
        text: text.to_owned(),
        reading: String::new(),
        unit: "",
        problem: problem.to_owned(),
        tried: !problem.is_empty(),
        decimal: false,
        steppers: Some(("−".to_owned(), "+".to_owned())),
        on_type: Rc::new(|_| {}),
        on_step: Rc::new(|_| {}),
    }
}

fn words() -> Node {
    let name = el("p", "").attr("id", "guide-words-name").text(WORD);
    let field =
        words_field("guide-words".to_owned(), "guide-words-name".to_owned(), SENTENCE.to_owned(), |_| {});
    el("div", "").with(name).with(field).into()
}

fn texts(text: RwSignal<String>) -> Node {
    let field = |name, kind, problem: &str| TextField {
        name,
        label: WORD.into(),
        hint: SENTENCE.into(),
        kind,
        text,
        problem: problem.to_owned(),
        show_hide: [WORD, WORD],
    };
    el("div", "stack")
        .with(field("guide-text", TextKind::Words, "").show())
        .with(field("guide-secret", TextKind::NewPassword, "").show())
        .with(field("guide-wrong-text", TextKind::Words, SENTENCE).show())
        .into()
}

fn month(month: Option<usize>, problem: &str) -> MonthField {
    MonthField {
        name: if problem.is_empty() { "guide-month" } else { "guide-wrong-month" }.to_owned(),
        label: WORD,
        none: "–",
        months: vec!["1".to_owned(), "2".to_owned()],
        month,
        problem: problem.to_owned(),
        on_choose: Box::new(|_| {}),
    }
}

fn pick() -> PickField {
    let lines = ["1", "2"].map(|line| (line.to_owned(), line.to_owned())).into();
    PickField {
        name: "guide-pick".into(),
        label: WORD,
        lines,
        chosen: "2".to_owned(),
        on_pick: Box::new(|_| {}),
    }
}

fn card(chosen: bool) -> ChoiceCard {
    ChoiceCard {
        name: if chosen { "guide-chosen" } else { "guide-card" }.to_owned(),
        text: WORD.into(),
        many: true,
        chosen,
        open: true,
        rank: None,
        on_choose: Box::new(|_| {}),
        on_tap: None,
    }
}

fn choices() -> Vec<Choice> {
    ["1", "2", "3"].map(|key| Choice::new(key, [WORD, " ", key].concat())).into()
}

fn legend() -> El {
    el("span", "").text(WORD)
}

fn list(name: &str, fault: Option<&str>) -> ChoiceList {
    ChoiceList {
        name: name.to_owned(),
        choices: choices(),
        chosen: vec!["2".to_owned()],
        many: false,
        short: false,
        fault: fault.map(str::to_owned),
        on_choose: Rc::new(|_| {}),
        on_tap: None,
        on_number: None,
        legend: legend(),
    }
}

fn three() -> TopThree {
    TopThree {
        name: "guide-three".to_owned(),
        choices: choices(),
        chosen: vec!["3".to_owned(), "1".to_owned()],
        count: "2 / 3".to_owned(),
        fault: None,
        on_choose: Rc::new(|_| {}),
        legend: legend(),
    }
}

fn lever() -> LeverSlider {
    LeverSlider {
        name: "guide-lever",
        label: WORD,
        exact_label: WORD.to_owned(),
        unit: "",
        value: 40.0,
        text: "40".to_owned(),
        spoken: "40".to_owned(),
        planned: 30.0,
        note: SENTENCE.to_owned(),
        reach: Reach { min: 0.0, max: 100.0, step: 1.0 },
        read: |text| text.parse().ok(),
        on_drag: Callback::new(|_| {}),
        on_rest: Callback::new(|_| {}),
    }
}
