//! A month of the year.

use leptos::prelude::*;

use crate::components::problem_note::ProblemNote;

/// A native list of the twelve months.
#[component]
pub fn MonthField(
    /// A name that no other field on the screen has.
    name: String,
    /// The name that is read.
    #[prop(into)]
    label: Signal<String>,
    /// The line that stands for no choice.
    #[prop(into)]
    none: Signal<String>,
    /// The names of the months, January first.
    #[prop(into)]
    months: Signal<Vec<String>>,
    /// The chosen month, 1 to 12.
    #[prop(into)]
    month: Signal<Option<usize>>,
    /// What is wrong; empty where nothing is.
    #[prop(into)]
    problem: Signal<String>,
    /// Show what is wrong even if nobody has been here yet.
    #[prop(into)]
    tried: Signal<bool>,
    /// Called with the month, 1 to 12; none when the choice is taken back.
    on_choose: Callback<Option<usize>>,
) -> impl IntoView {
    let fault = Signal::derive(move || if tried.get() { problem.get() } else { String::new() });
    let fault_id = format!("{name}-fault");
    let option = move |(idx, name): (usize, String)| {
        let number = idx + 1;
        view! { <option value=number selected=move || month.get() == Some(number)>{name}</option> }
    };
    view! {
        <div class="month-field">
            <label class="number-field__label" for=name.clone()>{label}</label>
            <select
                class="month-field__list"
                id=name
                aria-describedby=fault_id.clone()
                aria-invalid=move || fault.with(|fault| (!fault.is_empty()).then_some("true"))
                on:change=move |event| on_choose.run(event_target_value(&event).parse().ok())
            >
                <option value="" selected=move || month.get().is_none()>{none}</option>
                {move || months.get().into_iter().enumerate().map(option).collect_view()}
            </select>
            <ProblemNote id=fault_id sentence=fault />
        </div>
    }
}
