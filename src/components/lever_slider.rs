//! One lever: a slider to feel, and a box for the exact number.

use leptos::prelude::*;

use crate::live;

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
#[component]
pub fn LeverSlider(
    /// A name that no other field on the page has.
    name: &'static str,
    /// What is moved.
    #[prop(into)]
    label: Signal<String>,
    /// The name of the box.
    #[prop(into)]
    exact_label: Signal<String>,
    /// The unit beside the box.
    #[prop(into)]
    unit: Signal<String>,
    /// The value now.
    #[prop(into)]
    value: Signal<f64>,
    /// The value as it stands in the box.
    #[prop(into)]
    text: Signal<String>,
    /// The value as it is spoken, with its unit.
    #[prop(into)]
    spoken: Signal<String>,
    /// The value in the plan of the answers, marked under the slider.
    #[prop(into)]
    planned: Signal<f64>,
    /// One line under the slider: the value in the plan, or why the lever ends.
    #[prop(into)]
    note: Signal<String>,
    /// How far it moves.
    #[prop(into)]
    reach: Signal<Reach>,
    /// Reads what is typed in the box.
    read: fn(&str) -> Option<f64>,
    /// Called with every value while it is dragged.
    on_drag: Callback<f64>,
    /// Called when it rests.
    on_rest: Callback<f64>,
) -> impl IntoView {
    let typing = RwSignal::new(None::<String>);
    let of_slider = move |event: &web_sys::Event| {
        event_target_value(event).parse().ok().and_then(|v| reach.get_untracked().hold(v))
    };
    let take = move || {
        let typed = typing
            .get_untracked()
            .and_then(|text| read(&text))
            .and_then(|value| reach.get_untracked().hold(value));
        typing.set(None);
        if let Some(value) = typed.filter(|typed| (typed - value.get_untracked()).abs() > f64::EPSILON) {
            on_rest.run(value);
        }
    };
    let number = |value: f64| format!("{value:.4}");
    view! {
        <div class="lever-slider">
            <label class="lever-slider__label" for=name>{label}</label>
            <span class="lever-slider__box">
                <input
                    class="lever-slider__number"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-label=exact_label
                    prop:value=live::text(move || typing.get().unwrap_or_else(|| text.get()))
                    on:input=move |event| typing.set(Some(event_target_value(&event)))
                    on:change=move |_| take()
                    on:blur=move |_| take()
                />
                <span class="lever-slider__unit">{unit}</span>
            </span>
            <span
                class="lever-slider__rail"
                style:--share=live::text(move || number(reach.get().share(value.get())))
                style:--planned=live::text(move || number(reach.get().share(planned.get())))
            >
                <input
                    class="lever-slider__range"
                    id=name
                    type="range"
                    min=live::text(move || reach.get().min.to_string())
                    max=live::text(move || reach.get().max.to_string())
                    step=live::text(move || reach.get().step.to_string())
                    prop:value=live::text(move || value.get().to_string())
                    aria-valuetext=spoken
                    on:input=move |event| {
                        if let Some(value) = of_slider(&event) {
                            on_drag.run(value);
                        }
                    }
                    on:change=move |event| {
                        if let Some(value) = of_slider(&event) {
                            on_rest.run(value);
                        }
                    }
                />
                <span class="lever-slider__planned"></span>
            </span>
            <span class="lever-slider__note">{note}</span>
        </div>
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
