use planner::answers::{Form, Priority, check};
use planner::household::{Household, PensionBasis, PensionKind, lay_out};
use planner::{Moves, answers::ProjectForm, answers::ProjectKind};

use crate::support::{TODAY, canada, china, firm};

fn household(form: &Form) -> Household {
    let firm = firm();
    lay_out(&check(form, &firm, TODAY).unwrap(), &firm, &Moves::default()).tried
}

fn alone() -> Form {
    Form { couple: Some(false), projects: Vec::new(), debts: Vec::new(), ..china() }
}

#[test]
fn the_plan_of_a_couple_lasts_for_the_longer_life() {
    let household = household(&china());
    let longest = household.people.iter().map(|person| person.plan_age + 1 - person.age).max();
    assert_eq!(longest, Some(household.years));
    assert_eq!(household.people[1].plan_age, 96);
}

#[test]
fn saving_follows_the_household_income_and_ends_with_work() {
    let household = household(&alone());
    assert_eq!(household.saving_factor[0], 1.0);
    assert!((household.saving_factor[1] - 1.01).abs() < 1e-12);
    assert_eq!(household.saving_factor[household.retire_in as usize], 0.0);
}

#[test]
fn pensions_run_from_their_age_to_the_persons_plan_age() {
    let household = household(&alone());
    let basic = household.people[0].pensions[0];
    assert_eq!(basic.kind, PensionKind::Basic);
    // Born 1986-06: 63 by the reform, at 60 by flexible retirement.
    assert_eq!(household.people[0].statutory_months, Some(63 * 12));
    assert_eq!(basic.from_year, 20);
    assert_eq!(basic.until_year, household.years);
    assert!(household.income[19] == 0.0 && household.income[20] >= basic.amount_year);
}

#[test]
fn without_enough_contribution_years_no_pension_is_promised() {
    let mut form = alone();
    form.you.retire_age = Some(41.0);
    form.you.pension.contribution_years = Some(3.0);
    let household = household(&form);
    assert!(matches!(household.people[0].pensions[0].basis, PensionBasis::TooFewYears { need: 20.0, .. }));
    assert_eq!(household.people[0].pensions[0].amount_year, 0.0);
}

#[test]
fn a_known_pension_replaces_the_estimate() {
    let mut form = alone();
    form.you.pension.known_month = Some(7_000.0);
    let basic = household(&form).people[0].pensions[0];
    assert_eq!((basic.amount_year, basic.basis), (84_000.0, PensionBasis::Known));
}

#[test]
fn the_personal_pension_is_paid_up_to_its_cap_and_taxed_on_exit() {
    let mut form = alone();
    let personal = |form: &Form| {
        household(form).people[0]
            .pensions
            .iter()
            .find(|stream| stream.kind == PensionKind::Personal)
            .unwrap()
            .amount_year
    };
    form.you.pension.personal_year = Some(12_000.0);
    let at_cap = personal(&form);
    form.you.pension.personal_year = Some(30_000.0);
    assert_eq!(personal(&form), at_cap);
}

#[test]
fn canada_pays_cpp_from_retirement_and_oas_from_65() {
    let household = household(&canada());
    let kinds: Vec<_> =
        household.people[0].pensions.iter().map(|stream| (stream.kind, stream.from_year)).collect();
    assert_eq!(kinds, [(PensionKind::Cpp, 8), (PensionKind::Oas, 10), (PensionKind::Company, 10)]);
}

#[test]
fn oas_is_recovered_from_high_pensions() {
    let mut form = canada();
    let oas = |form: &Form| {
        household(form).people[0]
            .pensions
            .iter()
            .find(|stream| stream.kind == PensionKind::Oas)
            .map_or(0.0, |stream| stream.amount_year)
    };
    let whole = oas(&form);
    form.you.pension.company_month = Some(9_000.0);
    assert!(oas(&form) < whole);
}

#[test]
fn money_for_large_amounts_is_set_aside_once() {
    let mut form = alone();
    let project = |amount, year| ProjectForm {
        kind: Some(ProjectKind::Home),
        amount: Some(amount),
        year: Some(year),
        priority: Some(Priority::Need),
        ..ProjectForm::default()
    };
    form.projects = vec![project(300_000.0, 2030.0), project(200_000.0, 2031.0)];
    let household = household(&form);
    assert_eq!(household.set_aside, 450_000.0);
    assert_eq!(household.wealth, 0.0);
    assert!((household.saving_diverted.iter().sum::<f64>() - 50_000.0).abs() < 1e-6);
    assert_eq!(household.uncovered, 0.0);
}

#[test]
fn what_cannot_be_covered_is_named() {
    let mut form = alone();
    form.projects = vec![ProjectForm {
        kind: Some(ProjectKind::Home),
        amount: Some(5_000_000.0),
        year: Some(2027.0),
        priority: Some(Priority::Need),
        ..ProjectForm::default()
    }];
    let household = household(&form);
    assert!(household.uncovered > 4_000_000.0);
    assert!(household.wealth >= 0.0);
}

#[test]
fn a_loan_that_outlasts_work_is_paid_in_retirement_at_its_falling_real_value() {
    let mut form = alone();
    form.debts = vec![planner::answers::DebtForm {
        balance: Some(1e6),
        payment_month: Some(1000.0),
        until_year: Some(2050.0),
        ..planner::answers::DebtForm::default()
    }];
    let household = household(&form);
    let year = household.retire_in as usize;
    assert_eq!(household.obligations[year - 1], 0.0);
    assert!(household.obligations[year] < 12_000.0 && household.obligations[year] > 8_000.0);
    assert_eq!(household.obligations[25], 0.0);
}

#[test]
fn spending_lasts_from_retirement_to_the_end() {
    let household = household(&alone());
    let years = household.spending_factor.iter().filter(|factor| **factor == 1.0).count();
    assert_eq!(years, (household.years - household.retire_in) as usize);
}

#[test]
fn spending_that_falls_begins_at_the_wish_and_ends_lower() {
    let mut form = alone();
    form.money.spending_decline = Some(0.01);
    let household = household(&form);
    let retired = &household.spending_factor[household.retire_in as usize..];
    assert_eq!(retired[0], 1.0);
    assert!((retired[1] - 0.99).abs() < 1e-12 && (retired[10] - libm::pow(0.99, 10.0)).abs() < 1e-12);
    assert!((household.spending_decline() - 0.01).abs() < 1e-12);
}
