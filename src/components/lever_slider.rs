//! One lever: a slider to feel, and a box for the exact number.

use leptos::prelude::*;
use web_sys::Event;

use crate::node::{El, Node, el, kept};

/// The reach of a lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Step of the slider; the box takes any number.
    pub step: f64,
}

impl Reach {
    /// The nearest value within reach; none for no number.
    #[must_use]
    pub fn hold(self, value: f64) -> Option<f64> {
        value.is_finite().then(|| value.clamp(self.min, self.max.max(self.min)))
    }

    /// How far along the slider a value stands, 0 to 1.
    #[must_use]
    pub fn share(self, value: f64) -> f64 {
        let span = self.max - self.min;
        if span > 0.0 { ((value - self.min) / span).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// A native slider with a box beside it. Reports while it is dragged, and once more when it rests.
#[derive(Clone, Debug)]
pub struct LeverSlider {
    /// A name that no other field on the page has.
    pub name: &'static str,
    /// What is moved.
    pub label: &'static str,
    /// The name of the box.
    pub exact_label: String,
    /// The unit beside the box.
    pub unit: &'static str,
    /// The value now.
    pub value: f64,
    /// The value as it stands in the box.
    pub text: String,
    /// The value as it is spoken, with its unit.
    pub spoken: String,
    /// The value in the plan of the answers, marked under the slider.
    pub planned: f64,
    /// One line under the slider: the value in the plan, or why the lever ends.
    pub note: String,
    /// How far it moves.
    pub reach: Reach,
    /// Reads what is typed in the box.
    pub read: fn(&str) -> Option<f64>,
    /// Called with every value while it is dragged.
    pub on_drag: Callback<f64>,
    /// Called when it rests.
    pub on_rest: Callback<f64>,
}

impl LeverSlider {
    /// Shows it.
    #[must_use]
    pub fn show(self) -> Node {
        kept(self.name, || RwSignal::new(None), move |typing| self.while_typing(typing).into())
    }

    /// The lever with what is being typed in its box; none shows the value there.
    fn while_typing(&self, typing: RwSignal<Option<String>>) -> El {
        let number = |value: f64| format!("{:.4}", self.reach.share(value));
        let rail = el("span", "lever-slider__rail")
            .attr("--share", number(self.value))
            .attr("--planned", number(self.planned))
            .with(self.range())
            .with(el("span", "lever-slider__planned"));
        let number_box = el("span", "lever-slider__box")
            .with(self.exact(typing))
            .with(el("span", "lever-slider__unit").text(self.unit));
        el("div", "lever-slider")
            .with(el("label", "lever-slider__label").attr("for", self.name).text(self.label))
            .with(number_box)
            .with(rail)
            .with(el("span", "lever-slider__note").text(self.note.clone()))
    }

    fn range(&self) -> El {
        let reach = self.reach;
        let slid = |report: Callback<f64>| {
            move |event: Event| {
                let value = event_target_value(&event).parse().ok().and_then(|value| reach.hold(value));
                if let Some(value) = value {
                    report.run(value);
                }
            }
        };
        el("input", "lever-slider__range")
            .attr("id", self.name)
            .attr("type", "range")
            .attr("min", reach.min.to_string())
            .attr("max", reach.max.to_string())
            .attr("step", reach.step.to_string())
            .attr("value", self.value.to_string())
            .attr("aria-valuetext", self.spoken.clone())
            .on("input", slid(self.on_drag))
            .on("change", slid(self.on_rest))
    }

    fn exact(&self, typing: RwSignal<Option<String>>) -> El {
        let Self { value, reach, read, on_rest, .. } = *self;
        let take = move |_| {
            let typed =
                typing.get_untracked().and_then(|text| read(&text)).and_then(|typed| reach.hold(typed));
            typing.set(None);
            if let Some(typed) = typed.filter(|typed| (typed - value).abs() > f64::EPSILON) {
                on_rest.run(typed);
            }
        };
        el("input", "lever-slider__number")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("aria-label", self.exact_label.clone())
            .attr("value", typing.get().unwrap_or_else(|| self.text.clone()))
            .on("input", move |event| typing.set(Some(event_target_value(&event))))
            .on("change", take)
            .on("blur", take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGES: Reach = Reach { min: 50.0, max: 75.0, step: 1.0 };

    #[test]
    fn a_value_beyond_reach_is_held_at_the_end() {
        assert_eq!(AGES.hold(90.0), Some(75.0));
        assert_eq!(AGES.hold(60.5), Some(60.5));
        assert_eq!(AGES.hold(f64::NAN), None);
    }

    #[test]
    fn a_lever_without_room_stands_at_its_start() {
        assert_eq!(Reach { min: 3.0, max: 3.0, step: 1.0 }.share(3.0), 0.0);
        assert_eq!(AGES.share(62.5), 0.5);
    }
}
