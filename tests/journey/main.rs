//! Named households: does this investor get this plan?

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "../../planner/tests/support/mod.rs"]
mod support;

mod allocation_of_a_client;
mod couple_with_a_child_and_a_loan;
mod engineer_who_fears_losses;
mod example_of_the_articles;
mod gaps_of_a_reader;
mod graduate_who_starts_with_nothing;
mod nurse_in_ontario;
mod retiree_with_a_pension;
mod teacher_retiring_at_58;

use planner::answers::{Form, PensionForm, PersonForm, Sex};
use planner::firm::RetireClass;
use planner::{Inputs, Moves, Plan, Request};

/// The plan a client gets: all lifetimes.
fn plan(form: &Form, moves: Moves) -> Plan {
    let firm = support::firm();
    let request = Request { lifetimes: None, ..support::request(form, moves) };
    planner::plan(&Inputs::check(&request, &firm).unwrap(), &firm)
}

/// Somebody in China alone, without goals, loans or a partner: each journey adds its own.
fn single(birth_year: f64, sex: Sex, retire_age: f64, income_year: f64, contribution_years: f64) -> Form {
    let mut form = support::china();
    form.couple = Some(false);
    form.projects.clear();
    form.debts.clear();
    form.money.holdings.clear();
    form.you = PersonForm {
        birth_year: Some(birth_year),
        birth_month: Some(5.0),
        sex: Some(sex),
        retired: Some(false),
        retire_age: Some(retire_age),
        income_year: Some(income_year),
        pension: PensionForm {
            contribution_years: Some(contribution_years),
            retire_class: Some(RetireClass::F55),
            ..PensionForm::default()
        },
        ..PersonForm::default()
    };
    form
}

fn money(form: &mut Form, wished_month: f64, essential_month: f64, saving_year: f64, wealth: f64) {
    form.money.spending_month = Some(wished_month);
    form.money.wished_month = Some(wished_month);
    form.money.essential_month = Some(essential_month);
    form.money.saving_year = Some(saving_year);
    form.money.unsorted = Some(wealth);
}
