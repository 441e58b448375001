//! Free times, day by day, one of which is chosen.

use std::rc::Rc;

use crate::node::{El, Text, el, keyed};

/// The free times of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotDay {
    /// The day, as it is read.
    pub name: String,
    /// Its times, earliest first.
    pub slots: Vec<SlotTime>,
}

/// A free time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotTime {
    /// Its begin, milliseconds since 1970 in UTC.
    pub start_ms: i64,
    /// The time on the clock of whoever chooses.
    pub text: String,
    /// What else is to be known of it: the other clock, or somebody else; empty for nothing.
    pub note: String,
}

/// Native radio buttons under the days. Arrow keys walk through all of them.
pub struct SlotPicker {
    /// A name that no other group on the screen has.
    pub name: String,
    /// What is asked.
    pub legend: Text,
    /// The days with free times, earliest first.
    pub days: Vec<SlotDay>,
    /// The begin of the chosen time.
    pub chosen: Option<i64>,
    /// The id of the sentence that says what is wrong, while there is one.
    pub fault: Option<String>,
    /// Called with the begin of a time.
    pub on_choose: Rc<dyn Fn(i64)>,
}

impl SlotPicker {
    /// Shows it.
    pub fn show(self) -> El {
        let Self { name, legend, days, chosen, fault, on_choose } = self;
        let day = move |SlotDay { name: title, slots }: SlotDay| {
            let (name, on_choose) = (name.clone(), Rc::clone(&on_choose));
            let key = slots.first().map_or(0, |slot| slot.start_ms).to_string();
            // Earlier days may go while one chooses: the others keep what they have.
            keyed(key, move || {
                let slots = slots.iter().map(|slot| choice(&name, slot, chosen, &on_choose));
                el("div", "slot-picker__day")
                    .attr("role", "group")
                    .attr("aria-label", title.clone())
                    .with(el("p", "slot-picker__name").attr("aria-hidden", "true").text(title.clone()))
                    .with(el("div", "slot-picker__times").with_all(slots))
                    .into()
            })
        };
        el("fieldset", "slot-picker")
            .attr_if("aria-invalid", fault.is_some().then_some("true"))
            .attr_if("aria-describedby", fault)
            .with(el("legend", "slot-picker__legend").text(legend))
            .with_all(days.into_iter().map(day))
    }
}

fn choice(name: &str, slot: &SlotTime, chosen: Option<i64>, on_choose: &Rc<dyn Fn(i64)>) -> El {
    let (start_ms, on_choose) = (slot.start_ms, Rc::clone(on_choose));
    let is_chosen = chosen == Some(start_ms);
    let note = (!slot.note.is_empty()).then(|| el("span", "slot-picker__note").text(slot.note.clone()));
    el("label", "slot-picker__slot")
        .class_if("slot-picker__slot--chosen", is_chosen)
        .with(
            el("input", "slot-picker__input")
                .attr("type", "radio")
                .attr("name", name.to_owned())
                .ticked(is_chosen)
                .on("change", move |_| on_choose(start_ms)),
        )
        .with(el("span", "slot-picker__text").text(slot.text.clone()))
        .with(note)
}

impl std::fmt::Debug for SlotPicker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SlotPicker").field("name", &self.name).finish_non_exhaustive()
    }
}
