//! Several classes on one axis from C1 to C5.

use leptos::prelude::*;
use planner::firm::Class;

use crate::live;
use crate::words::{self, Lang};

/// One row of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRow {
    /// What stands there.
    pub name: String,
    /// Its class; none where no class is enough.
    pub class: Option<Class>,
    /// It is the class that counts.
    pub counts: bool,
    /// Its class in words, or why there is none.
    pub text: String,
}

/// Shows rows on one axis: what can be borne, what is wanted, what is needed, and what counts.
#[component]
pub fn ClassScale(
    /// The language.
    #[prop(into)]
    lang: Signal<Lang>,
    /// The rows, from the top.
    #[prop(into)]
    rows: Signal<Vec<ClassRow>>,
) -> impl IntoView {
    let heads = move || {
        let head = |class: Class| {
            view! {
                <span class="class-scale__head">
                    <b class="class-scale__code">{words::profile::class_code(class)}</b>
                    <span class="class-scale__short">{words::profile::class_short(lang.get(), class)}</span>
                </span>
            }
        };
        [Class::C1, Class::C2, Class::C3, Class::C4, Class::C5].map(head)
    };
    let row = move |row: ClassRow| {
        let spoken = words::profile::axis_row(lang.get(), &row.name, &row.text);
        let class = if row.counts { "class-scale__row class-scale__row--counts" } else { "class-scale__row" };
        // The lowest class stands where C1 does.
        let step = row.class.map(|class| class.rank().max(1) - 1);
        let mark = step.map(|step| {
            view! { <span class="class-scale__mark" style:--step=step.to_string()></span> }
        });
        view! {
            <li class=class>
                <span class="visually-hidden">{spoken}</span>
                <span class="class-scale__name" aria-hidden="true">{row.name}</span>
                <span class="class-scale__rail" aria-hidden="true">{mark}</span>
            </li>
        }
    };
    view! {
        <div class="class-scale">
            <div class="class-scale__heads" aria-hidden="true">{live::part(heads)}</div>
            <ul class="class-scale__rows" role="list">{live::part(move || rows.get().into_iter().map(row).collect_view())}</ul>
        </div>
    }
}
