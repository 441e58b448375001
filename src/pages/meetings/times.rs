//! The free times of the advisor, to choose from: on the own clock, and on theirs where it differs.

use std::rc::Rc;

use leptos::prelude::*;
use wire::Slots;

use crate::components::slot_picker::{SlotDay, SlotPicker, SlotTime};
use crate::format::moment;
use crate::node::{El, Node, el, nothing};
use crate::state::remote::{Found, Remote};
use crate::words::{self, Lang};

/// Days that are shown at first, and how many more a press brings.
const DAYS: usize = 3;

/// What is chosen, and how far one has looked ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) start_ms: RwSignal<Option<i64>>,
    days: RwSignal<usize>,
}

impl Choice {
    pub(super) fn new() -> Self {
        Self { start_ms: RwSignal::new(None), days: RwSignal::new(DAYS) }
    }
}

/// The picker, or what stands in its stead. `name` sets it apart from others on the page; `asked` is set
/// once somebody tried to go on without a time.
pub(super) fn times(
    lang: Lang,
    (name, zone): (&str, &str),
    slots: Remote<Slots>,
    choice: Choice,
    asked: bool,
) -> Node {
    let slots_now = match slots.get() {
        Found::Loading => {
            return el("p", "muted").attr("role", "status").text(words::meetings::times_loading(lang)).into();
        }
        Found::Failed(_) => {
            let again = el("button", "button")
                .attr("type", "button")
                .on_click(move || slots.retry())
                .text(words::app::retry(lang));
            return el("div", "row")
                .attr("role", "alert")
                .with(el("p", "").text(words::meetings::times_unreachable(lang)))
                .with(again)
                .into();
        }
        Found::Ready(slots) => slots,
    };
    if slots_now.slots.is_empty() {
        return el("p", "").text(words::meetings::no_times(lang)).into();
    }
    let all = days(lang, zone, &slots_now);
    let shown = choice.days.get();
    let more = (shown < all.len()).then(|| more_days(lang, choice));
    let chosen = choice.start_ms.get();
    let fault = (asked && chosen.is_none()).then(|| format!("{name}-fault"));
    let clock = moment::clock(lang, zone, slots_now.slots.first().map_or(0, |slot| slot.start_ms));
    let picker = SlotPicker {
        name: name.to_owned(),
        legend: words::meetings::when(lang, &clock).into(),
        days: all.into_iter().take(shown).collect(),
        chosen,
        fault: fault.clone(),
        on_choose: Rc::new(move |start_ms| choice.start_ms.set(Some(start_ms))),
    };
    let [_, _, missing] = words::meetings::missing(lang);
    let note =
        fault.map_or_else(nothing, |id| crate::components::problem_note::problem_note(id, missing).into());
    el("div", "stack").with(picker.show()).with(more).with(note).into()
}

fn more_days(lang: Lang, choice: Choice) -> El {
    el("button", "button meetings__more")
        .attr("type", "button")
        .on_click(move || choice.days.update(|days| *days += DAYS))
        .text(words::meetings::more_days(lang))
}

/// The times under their days on the clock of the zone.
fn days(lang: Lang, zone: &str, slots: &Slots) -> Vec<SlotDay> {
    let mut days: Vec<SlotDay> = Vec::new();
    let own = slots.advisors.first().map(|card| card.id.as_str());
    for slot in &slots.slots {
        let name = moment::day(lang, zone, slot.start_ms);
        let host = slots.advisors.iter().find(|card| card.id == slot.advisor_id);
        let mut notes = Vec::new();
        if let Some(host) = host {
            if own != Some(host.id.as_str()) {
                notes.push(words::meetings::with(lang, &host.name));
            }
            if !moment::same_clock(zone, &host.time_zone, slot.start_ms) {
                let there = moment::time(&host.time_zone, slot.start_ms);
                notes.push(words::meetings::theirs(lang, &there));
            }
        }
        let time = SlotTime {
            start_ms: slot.start_ms,
            text: moment::time(zone, slot.start_ms),
            note: notes.join(" · "),
        };
        match days.last_mut() {
            Some(day) if day.name == name => day.slots.push(time),
            _ => days.push(SlotDay { name, slots: vec![time] }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use wire::{AdvisorCard, Language, Slot};

    use super::*;

    const DAY_MS: i64 = 86_400_000;

    fn card(id: &str) -> AdvisorCard {
        AdvisorCard {
            id: id.to_owned(),
            name: id.to_uppercase(),
            languages: vec![Language::En],
            time_zone: "UTC".to_owned(),
        }
    }

    #[test]
    fn times_stand_under_their_days_and_name_who_stands_in() {
        let slot =
            |start_ms, advisor: &str| Slot { start_ms, end_ms: start_ms + 1, advisor_id: advisor.to_owned() };
        let slots = Slots {
            advisors: vec![card("own"), card("other")],
            slots: vec![slot(0, "own"), slot(3_600_000, "own"), slot(DAY_MS, "other")],
        };

        let days = days(Lang::En, "UTC", &slots);

        assert_eq!(days.iter().map(|day| day.slots.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(
            days[0].slots[1],
            SlotTime { start_ms: 3_600_000, text: "01:00".to_owned(), note: String::new() }
        );
        assert_eq!(days[1].slots[0].note, "with OTHER");
    }
}
