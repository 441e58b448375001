//! `/present`: the plan before an audience, one thing at a time, in large figures.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::charts::track;
use crate::components::figure_table::{FigureRow, figure_table};
use crate::components::phrased::phrased;
use crate::components::section::section;
use crate::components::zone_badge::zone_badge;
use crate::components::zone_track::zone_track;
use crate::node::{El, Node, el, kept};
use crate::pages::address::Address;
use crate::pages::planned::Planned;
use crate::pages::{allocation, goals, retirement};
use crate::routes::Route;
use crate::state::current_plan::CurrentPlan;
use crate::words;
use crate::words::zone::Mood;

/// What the address keeps: the slide in sight.
const NAMES: [&str; 1] = ["slide"];

/// The slides, in their order, by their names in the address.
const SLIDES: [&str; 5] = ["zone", "map", "allocation", "goals", "ways"];

/// Most goals on a slide.
const GOALS: usize = 6;

/// The stage, for as long as the page is visited.
#[derive(Clone, Copy)]
struct Stage {
    address: Address,
    leave: Callback<()>,
    desk: retirement::Desk,
}

/// `/present`: the plan before an audience.
#[must_use]
pub fn page(planned: &Planned) -> Node {
    let planned = planned.clone();
    kept("present", Stage::open, move |stage| slide(&planned, &stage).into())
}

impl Stage {
    fn open() -> Self {
        expect_context::<CurrentPlan>().ask_life();
        let navigate = StoredValue::new_local(use_navigate());
        let leave = Callback::new(move |()| {
            navigate.with_value(|navigate| navigate(&Route::Retirement.path(), NavigateOptions::default()));
        });
        let stage =
            Self { address: Address::of(&Route::Present, &NAMES), leave, desk: retirement::Desk::on_stage() };
        let keys = window_event_listener(ev::keydown, move |event| stage.press(event.unchecked_ref()));
        on_cleanup(move || keys.remove());
        stage
    }

    /// The slide in sight, by its place; tracked.
    fn place(self) -> usize {
        place_of(self.address.get("slide").as_deref())
    }

    fn turn(self, to: usize) {
        if let Some(name) = SLIDES.get(to) {
            self.address.set("slide", Some((*name).to_owned()));
        }
    }

    /// The keys of a clicker. What a control on the slide has taken is its own.
    fn press(self, event: &KeyboardEvent) {
        let here = untrack(|| self.place());
        match event.key().as_str() {
            _ if event.default_prevented() => return,
            "PageDown" => self.turn(here + 1),
            "PageUp" => self.turn(here.saturating_sub(1)),
            "Escape" => self.leave.run(()),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The place of a slide by its name; the first one for any other.
fn place_of(name: Option<&str>) -> usize {
    SLIDES.iter().position(|slide| Some(*slide) == name).unwrap_or(0)
}

fn slide(planned: &Planned, stage: &Stage) -> El {
    let place = stage.place();
    let lang = planned.lang;
    let (title, shown): (_, Node) = match place {
        1 => (Some(words::frontier::title(lang)), map(planned, stage)),
        2 => (None, mix(planned).into()),
        3 => (Some(words::app::goals(lang)), life_goals(planned)),
        4 => (Some(words::retirement::ways(lang)), retirement::ways::ways(planned, stage.desk).into()),
        _ => (None, zone(planned).into()),
    };
    // What is shown has a heading of its own level; whoever hears the page begins with its name.
    let title = title.map(|title| el("h1", "visually-hidden").text(title));
    el("article", "page present")
        .with(el("div", "present__slide").attr("aria-live", "polite").with(title).with(shown))
        .with(controls(planned, stage, place))
}

fn controls(planned: &Planned, stage: &Stage, place: usize) -> El {
    let stage = *stage;
    let lang = planned.lang;
    let button = |name: &'static str, ends: bool, act: Box<dyn Fn()>| {
        el("button", "button").attr("type", "button").flag("disabled", ends).on_click(act).text(name)
    };
    let [back, next, end] = words::present::controls(lang);
    let last = SLIDES.len() - 1;
    let number = format!("{} / {}", place + 1, SLIDES.len());
    el("div", "present__controls")
        .with(button(back, place == 0, Box::new(move || stage.turn(place.saturating_sub(1)))))
        .with(el("span", "present__number").text(number))
        .with(button(next, place == last, Box::new(move || stage.turn(place + 1))))
        .with(el("span", "present__hint muted").text(words::present::hint(lang)))
        .with(button(end, false, Box::new(move || stage.leave.run(()))))
}

/// The zone of what is tried, with P, B and M.
fn zone(planned: &Planned) -> El {
    let Planned { lang, trial, firm, .. } = planned;
    let (lang, standing) = (*lang, &trial.standing);
    let mood = if planned.trying() { Mood::Would } else { Mood::Is };
    let figures = words::retirement::figures(lang, standing, &firm.policy.zone);
    let rows = figures.into_iter().map(|figure| FigureRow {
        name: figure.name,
        value: figure.value,
        note: figure.note,
    });
    el("section", "section")
        .with(el("div", "row").with(zone_badge(lang, standing.zone)))
        .with(phrased(el("h1", "present__answer"), &words::zone::sentence(lang, standing, mood)))
        .with(zone_track(lang, standing.zone, &track::place(standing, &firm.policy.zone), None))
        .with(figure_table(rows))
}

/// The map has a heading of the third level: it is a part of retirement wherever it stands.
fn map(planned: &Planned, stage: &Stage) -> Node {
    el("section", "section")
        .with(el("h2", "visually-hidden").text(words::app::retirement(planned.lang)))
        .with(retirement::map::map(planned, stage.desk))
        .into()
}

fn mix(planned: &Planned) -> El {
    let Planned { lang, plan, .. } = planned;
    el("section", "section")
        .with(phrased(el("h1", "present__answer"), &allocation::sentence(*lang, plan)))
        .with(allocation::mix::mix(planned))
        .with_all(allocation::range_of_a_year(*lang, plan))
}

fn life_goals(planned: &Planned) -> Node {
    let lang = planned.lang;
    let title = section(words::app::goals(lang));
    let Some(life) = expect_context::<CurrentPlan>().life() else {
        return title.with(el("span", "skeleton skeleton--figure")).into();
    };
    if life.goals.is_empty() {
        return title.with(el("p", "").text(words::goals::no_goals(lang))).into();
    }
    title.with(goals::brief(lang, &life, GOALS)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_slide_is_the_first() {
        assert_eq!(place_of(Some("ways")), 4);
        assert_eq!(place_of(Some("another")), 0);
        assert_eq!(place_of(None), 0);
    }
}
