//! Where the income in retirement comes from, and what large amounts take before.

use leptos::prelude::*;
use planner::Plan;
use planner::answers::Who;
use planner::household::{PensionBasis, PensionStream, PersonPlan};

use super::Desk;
use crate::components::data_table::{DataTable, Table};
use crate::format;
use crate::live;
use crate::words::{self, Lang};

/// Pensions and what they leave to the investments.
pub(super) fn income(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let trial = desk.planned.trial;
    let has_pension =
        Memo::new(move |_| trial.get().household.people.iter().any(|person| !person.pensions.is_empty()));
    let title = Signal::derive(move || words::retirement::income(lang.get()).to_owned());
    let table = Signal::derive(move || table(lang.get(), &trial.get()));
    let estimated =
        Memo::new(move |_| streams(&trial.get()).any(|(_, stream)| stream.basis == PensionBasis::Estimated));
    let statutory = move || {
        let months =
            trial.get().household.people.first().filter(|you| you.retire_age > you.age)?.statutory_months?;
        Some(view! { <p class="muted">{words::retirement::statutory(lang.get(), months)}</p> })
    };
    view! {
        <section class="section section--ruled">
            <h2>{title}</h2>
            <p>{live::text(move || sentence(lang.get(), &trial.get()))}</p>
            {live::part(move || {
                if has_pension.get() {
                    view! { <DataTable label=title table /> }.into_any()
                } else {
                    view! { <p>{words::retirement::no_pension(lang.get())}</p> }.into_any()
                }
            })}
            {live::part(move || estimated.get().then(|| view! { <p class="muted">{words::retirement::estimate_note(lang.get())}</p> }))}
            {live::part(statutory)}
        </section>
    }
}

/// What is set aside for large amounts, and what they still lack; nothing where there are none.
pub(super) fn projects(desk: Desk) -> impl IntoView {
    let lang = desk.language.signal();
    let trial = desk.planned.trial;
    live::part(move || {
        let plan = trial.get();
        let household = &plan.household;
        let money = |amount| format::money(lang.get(), plan.region, amount);
        let aside = (household.set_aside >= 0.5).then(|| {
            words::retirement::set_aside(lang.get(), &money(household.set_aside), &money(household.wealth))
        });
        let lacking = (household.uncovered >= 0.5)
            .then(|| words::retirement::uncovered(lang.get(), &money(household.uncovered)));
        (aside.is_some() || lacking.is_some()).then(|| {
            view! {
                <section class="section section--ruled">
                    <h2>{words::retirement::projects(lang.get())}</h2>
                    {lacking.map(|text| view! { <div class="caution"><p>{text}</p></div> })}
                    {aside.map(|text| view! { <p>{text}</p> })}
                </section>
            }
        })
    })
}

fn sentence(lang: Lang, plan: &Plan) -> String {
    let (wished, gap) = (plan.household.wished_year, plan.household.gap_year.max(0.0));
    let money = |amount| format::money_short(lang, plan.region, amount);
    if gap < 0.5 {
        words::retirement::income_covers_all(lang, &money(wished))
    } else {
        words::retirement::income_sentence(lang, &money(wished), &money((wished - gap).max(0.0)), &money(gap))
    }
}

fn streams(plan: &Plan) -> impl Iterator<Item = (&PersonPlan, &PensionStream)> {
    plan.household.people.iter().flat_map(|person| person.pensions.iter().map(move |stream| (person, stream)))
}

fn table(lang: Lang, plan: &Plan) -> Table {
    let row = |(person, stream): (&PersonPlan, &PensionStream)| {
        let name = words::retirement::pension(lang, stream.kind);
        let name = if person.who == Who::Partner {
            words::retirement::partners(lang, name)
        } else {
            name.to_owned()
        };
        let from = format::number(lang, f64::from(person.age + stream.from_year), 0);
        let amount = format::money(lang, plan.region, stream.amount_year);
        vec![name, from, amount, words::retirement::basis(lang, stream.basis)]
    };
    Table {
        columns: words::retirement::income_columns(lang).map(str::to_owned).to_vec(),
        rows: streams(plan).map(row).collect(),
        prose_columns: 1,
    }
}
