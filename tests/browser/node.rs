//! What is on the screen is changed in place: who types, types on.

use evergreen::node::{Node, el, kept, keyed, nothing};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{Stage, send, settled, type_into};

fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// A box that nobody writes but its user.
fn free_box(name: &'static str) -> Node {
    el("input", name).into()
}

#[wasm_bindgen_test]
async fn a_text_changes_in_its_place_and_the_focus_stays() {
    let count = RwSignal::new(1);
    let stage = Stage::of(move || {
        el("div", "").with(el("p", "").text(count.get().to_string())).with(free_box("free")).into()
    });
    let (text, input) = (stage.find("p"), stage.input("input"));
    input.focus().unwrap();
    input.set_value("half a word");

    count.set(2);
    settled().await;

    assert_eq!(stage.text("p"), "2");
    assert_eq!(stage.find("p"), text);
    assert!(has_focus(&input));
    assert_eq!(stage.input("input").value(), "half a word");
}

#[wasm_bindgen_test]
async fn what_a_box_is_told_to_show_replaces_what_was_typed() {
    let shown = RwSignal::new("1");
    let stage = Stage::of(move || el("input", "").attr("value", shown.get()).into());
    let input = stage.input("input");
    assert_eq!(input.value(), "1");

    input.set_value("typed");
    shown.set("2");
    settled().await;

    assert_eq!(input.value(), "2");
}

#[wasm_bindgen_test]
async fn a_row_taken_from_the_middle_leaves_the_others_as_they_are() {
    let rows = RwSignal::new(vec!["a", "b", "c"]);
    let stage = Stage::of(move || {
        let row = |name: &'static str| keyed(name, move || free_box(name));
        el("div", "")
            .with(el("h1", "").text("Rows"))
            .with_all(rows.get().into_iter().map(row))
            .with(el("button", "").text("Add"))
            .into()
    });
    let (last, button) = (stage.input(".c"), stage.find("button"));
    last.set_value("typed");
    last.focus().unwrap();

    rows.set(vec!["a", "c"]);
    settled().await;

    assert_eq!(stage.all("input").len(), 2);
    assert_eq!(stage.input(".c").value(), "typed");
    assert!(has_focus(&last));
    assert_eq!(stage.find("button"), button);

    rows.set(vec!["c", "d", "a"]);
    settled().await;

    let order: Vec<_> = stage.all("input").iter().map(|input| input.class_name()).collect();
    assert_eq!(order, ["c", "d", "a"]);
    assert_eq!(stage.input(".c").value(), "typed");
    assert_eq!(stage.find("button"), button);
    assert_eq!(stage.find("div").last_element_child().as_ref(), Some(button.unchecked_ref()));
}

#[wasm_bindgen_test]
async fn a_kept_part_keeps_its_state_until_it_leaves() {
    let lang = RwSignal::new("en");
    let key = RwSignal::new("one");
    let stage = Stage::of(move || {
        let lang = lang.get();
        let counter = kept(
            key.get(),
            || RwSignal::new(0),
            move |count| {
                let label = format!("{lang} {}", count.get());
                el("button", "").on_click(move || count.update(|count| *count += 1)).text(label).into()
            },
        );
        el("div", "").with(counter).into()
    });
    stage.find("button").click();
    settled().await;
    assert_eq!(stage.text("button"), "en 1");

    lang.set("zh");
    settled().await;
    assert_eq!(stage.text("button"), "zh 1");
    stage.find("button").click();
    settled().await;
    assert_eq!(stage.text("button"), "zh 2");

    key.set("two");
    settled().await;
    assert_eq!(stage.text("button"), "zh 0");
}

#[wasm_bindgen_test]
async fn an_event_is_heard_once_by_the_listener_of_the_last_rendering() {
    let step = RwSignal::new(1);
    let sum = RwSignal::new(0);
    let stage = Stage::of(move || {
        let step = step.get();
        el("button", "").on_click(move || sum.update(|sum| *sum += step)).into()
    });

    stage.find("button").click();
    step.set(10);
    settled().await;
    stage.find("button").click();

    assert_eq!(sum.get_untracked(), 11);
}

#[wasm_bindgen_test]
async fn a_part_that_comes_and_goes_leaves_its_neighbours_as_they_are() {
    let open = RwSignal::new(false);
    let stage = Stage::of(move || {
        let plain = open.get().then(|| el("p", "").text("Plain"));
        let own = if open.get() { keyed("own", || el("b", "").text("Own").into()) } else { nothing() };
        el("div", "").with(plain).with(free_box("free")).with(own).with(el("i", "").text("End")).into()
    });
    let (input, end) = (stage.input("input"), stage.find("i"));
    input.set_value("typed");
    input.focus().unwrap();

    for shows in [true, false, true] {
        open.set(shows);
        settled().await;

        assert_eq!(stage.all("p, b").len(), if shows { 2 } else { 0 });
        assert_eq!(stage.find("div").text_content().unwrap(), if shows { "PlainOwnEnd" } else { "End" });
        assert!(has_focus(&input));
        assert_eq!(input.value(), "typed");
        assert_eq!(stage.find("i"), end);
    }
}

#[wasm_bindgen_test]
async fn attributes_come_and_go() {
    let wrong = RwSignal::new(false);
    let stage = Stage::of(move || {
        let wrong = wrong.get();
        el("input", "box")
            .class_if("box--wrong", wrong)
            .attr_if("aria-invalid", wrong.then_some("true"))
            .flag("disabled", wrong)
            .attr("--share", if wrong { "1" } else { "0" })
            .into()
    });
    let input = stage.input("input");
    assert_eq!(input.class_name(), "box");

    wrong.set(true);
    settled().await;
    assert_eq!(input.class_name(), "box box--wrong");
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert!(input.disabled());

    wrong.set(false);
    settled().await;
    assert_eq!(input.class_name(), "box");
    assert_eq!(input.get_attribute("aria-invalid"), None);
    assert!(!input.disabled());
}

#[wasm_bindgen_test]
async fn what_is_typed_in_one_event_is_not_overtaken_by_its_own_rendering() {
    let text = RwSignal::new(String::new());
    let stage = Stage::of(move || {
        let hear = move |event| text.set(event_target_value(&event));
        el("div", "")
            .with(el("input", "").attr("value", text.get()).on("input", hear))
            .with(el("output", "").text(text.get()))
            .into()
    });
    let input = stage.input("input");

    type_into(&input, "12");
    settled().await;
    type_into(&input, "12万");
    settled().await;
    send(&input, "blur");

    assert_eq!(input.value(), "12万");
    assert_eq!(stage.text("output"), "12万");
}

#[wasm_bindgen_test]
async fn a_part_that_is_gone_is_not_made_again_by_what_changed_with_it() {
    let (there, count, made) = (RwSignal::new(true), RwSignal::new(0), RwSignal::new(0));
    let inner = move |state: RwSignal<i32>| -> Node {
        made.update_untracked(|made| *made += 1);
        el("p", "").text((state.get() + count.get()).to_string()).into()
    };
    let row = move || -> Node { el("div", "").with(kept("inner", || RwSignal::new(1), inner)).into() };
    let stage = Stage::of(move || {
        let outer = there.get().then(|| keyed("outer", move || keyed("row", row)));
        el("div", "").with(outer).into()
    });
    settled().await;
    assert_eq!(stage.text("p"), "1");

    there.set(false);
    count.set(1);
    settled().await;

    assert_eq!(stage.all("p").len(), 0);
    assert_eq!(made.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_part_that_has_left_is_not_made_again_by_a_change_on_its_way() {
    let (stays, news) = (RwSignal::new(true), RwSignal::new(0));
    let part = move || {
        kept(
            "part",
            || RwSignal::new(7),
            move |own| {
                news.track();
                el("p", "").text(own.get().to_string()).into()
            },
        )
    };
    let stage = Stage::of(move || el("div", "").with(if stays.get() { part() } else { nothing() }).into());

    stays.set(false);
    news.set(1);
    settled().await;

    assert!(stage.all("p").is_empty());
}
