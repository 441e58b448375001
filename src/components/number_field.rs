//! A number that is typed, with steppers for thumbs.

use leptos::prelude::*;

use crate::components::problem_note::ProblemNote;

/// One box for an amount, an age, a year or a percentage. What is typed stays as it is until the
/// box is left; then the box shows what was understood, or still what cannot be.
#[component]
pub fn NumberField(
    /// A name that no other field on the screen has.
    name: String,
    /// The name that is read.
    #[prop(into)]
    label: Signal<String>,
    /// One sentence that explains it; empty where the name says it all.
    #[prop(into, default = String::new().into())]
    hint: Signal<String>,
    /// What stands in the box when nobody types.
    #[prop(into)]
    text: Signal<String>,
    /// What was understood, in words; empty while there is nothing.
    #[prop(into, default = String::new().into())]
    reading: Signal<String>,
    /// The unit beside the box; empty for none.
    #[prop(into, default = String::new().into())]
    unit: Signal<String>,
    /// What is wrong; empty where nothing is.
    #[prop(into)]
    problem: Signal<String>,
    /// Show what is wrong even if nobody has been here yet.
    #[prop(into)]
    tried: Signal<bool>,
    /// Fractions are typed: the keyboard has a point.
    #[prop(optional)]
    decimal: bool,
    /// Names of the steppers: less, more; empty for none.
    #[prop(into, default = (String::new(), String::new()).into())]
    steppers: Signal<(String, String)>,
    /// Called with every new text.
    on_type: Callback<String>,
    /// Called with -1.0 for less and 1.0 for more.
    on_step: Callback<f64>,
) -> impl IntoView {
    let typing = RwSignal::new(None::<String>);
    // What stands in the box already was typed on an earlier visit.
    let left = RwSignal::new(text.with_untracked(|text| !text.is_empty()));
    let shown = move || typing.get().unwrap_or_else(|| text.get());
    // Nobody is told off while typing the first digits, or for passing by an empty box.
    let fault = Signal::derive(move || {
        let told = tried.get() || left.get() && !shown().is_empty();
        if told { problem.get() } else { String::new() }
    });
    let wrong = Memo::new(move |_| fault.with(|fault| !fault.is_empty()));
    let (hint_id, fault_id) = (format!("{name}-hint"), format!("{name}-fault"));
    let describes = {
        let (hint_id, fault_id) = (hint_id.clone(), fault_id.clone());
        move || if wrong.get() { format!("{fault_id} {hint_id}") } else { hint_id.clone() }
    };
    let stepper = move |direction: f64, sign: &'static str| {
        let label =
            move || steppers.with(|(less, more)| if direction < 0.0 { less.clone() } else { more.clone() });
        view! {
            <button
                type="button"
                class="number-field__step"
                aria-label=label
                on:click=move |_| {
                    typing.set(None);
                    on_step.run(direction);
                }
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="number-field">
            <label class="number-field__label" for=name.clone()>{label}</label>
            <p class="number-field__hint" id=hint_id>{hint}</p>
            <div class="number-field__row">
                <div class="number-field__box" class=("number-field__box--wrong", wrong)>
                    <input
                        class="number-field__input"
                        id=name
                        type="text"
                        inputmode=if decimal { "decimal" } else { "numeric" }
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=shown
                        aria-describedby=describes
                        aria-invalid=move || wrong.get().then_some("true")
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            typing.set(Some(text.clone()));
                            on_type.run(text);
                        }
                        on:blur=move |_| {
                            left.set(true);
                            typing.set(None);
                        }
                    />
                    {move || {
                        let unit = unit.get();
                        (!unit.is_empty()).then(|| view! { <span class="number-field__unit">{unit}</span> })
                    }}
                </div>
                {move || {
                    let offered = steppers.with(|(less, _)| !less.is_empty());
                    offered.then(|| (stepper(-1.0, "−"), stepper(1.0, "+")))
                }}
            </div>
            <output class="number-field__reading">{reading}</output>
            <ProblemNote id=fault_id sentence=fault />
        </div>
    }
}
