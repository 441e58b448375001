//! A scenario with what it comes to, beside others.

use std::rc::Rc;

use leptos::prelude::*;
use planner::zone::Zone;

use crate::components::zone_badge::zone_badge;
use crate::node::{El, Node, el, kept};
use crate::words::{self, Lang};

/// What stands on the card, and what can be done with it.
pub struct ScenarioCard {
    /// Its name.
    pub name: String,
    /// The zone; none while it is computed, or where it cannot be tried.
    pub zone: Option<Zone>,
    /// What is said in place of figures; empty where there are some.
    pub note: &'static str,
    /// The figures with their names.
    pub figures: Vec<(&'static str, String)>,
    /// It is what is tried now.
    pub tried: bool,
    /// The address that opens it.
    pub address: String,
    /// Tries it, or takes it back where it is tried.
    pub on_toggle: Rc<dyn Fn()>,
    /// Gives it another name; none where it is nobody's to name. What cannot be a name is refused.
    pub on_rename: Option<Rc<dyn Fn(String)>>,
    /// Forgets it.
    pub on_forget: Option<Rc<dyn Fn()>>,
}

impl ScenarioCard {
    /// Shows it.
    pub fn show(self, lang: Lang) -> El {
        let Self { name, zone, note, figures, tried, address, on_toggle, on_rename, on_forget } = self;
        let title = match on_rename {
            Some(on_rename) => own_name(lang, name.clone(), on_rename),
            None => el("h3", "scenario-card__own").text(name.clone()).into(),
        };
        let rows = figures.into_iter().map(|(name, value)| {
            el("div", "scenario-card__row").with(el("dt", "").text(name)).with(el("dd", "").text(value))
        });
        let spoken = move || el("span", "visually-hidden").text([" ", name.as_str()].concat());
        let label = if tried { words::scenario::undo(lang) } else { words::scenario::apply(lang) };
        // A link, so that its address can be copied and shared.
        let toggle = el("a", "button")
            .attr("href", address)
            .on("click", move |event| {
                event.prevent_default();
                on_toggle();
            })
            .text(label)
            .with(spoken());
        let forget = on_forget.map(|on_forget| {
            el("button", "button button--quiet")
                .attr("type", "button")
                .on_click(move || on_forget())
                .text(words::scenario::forget(lang))
                .with(spoken())
        });
        el("li", "scenario-card")
            .class_if("scenario-card--tried", tried)
            .with(title)
            .with(zone.map(|zone| zone_badge(lang, zone)))
            .with((!note.is_empty()).then(|| el("p", "muted").text(note)))
            .with(el("dl", "scenario-card__figures").with_all(rows))
            .with(el("div", "scenario-card__acts").with(toggle).with(forget))
    }
}

/// The name where it can be changed. What is being typed is kept while the figures of the card arrive.
fn own_name(lang: Lang, name: String, on_rename: Rc<dyn Fn(String)>) -> Node {
    let label = words::scenario::rename(lang, &name);
    kept(
        ["name ", &name].concat(),
        move || RwSignal::new(name),
        move |typed| {
            let on_rename = Rc::clone(&on_rename);
            el("input", "scenario-card__name")
                .attr("type", "text")
                .attr("maxlength", "40")
                .attr("autocomplete", "off")
                .attr("aria-label", label.clone())
                .attr("value", typed.get())
                .on("input", move |event| typed.set(event_target_value(&event)))
                .on("change", move |event| on_rename(event_target_value(&event)))
                .into()
        },
    )
}

impl std::fmt::Debug for ScenarioCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ScenarioCard").field("name", &self.name).finish_non_exhaustive()
    }
}
