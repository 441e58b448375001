//! What a household loses when somebody's income ends.

use serde::{Deserialize, Serialize};

use super::{Room, total};
use crate::answers::{Answers, Person, Priority, ProjectKind, Who};
use crate::firm::ProtectionPolicy;
use crate::rate;

/// Human-life value: the income that others live on, today's value over the years left.
///
/// `own_share` is what the person consumes alone, 0 to 1; `growth` and `rate` are fractions a year.
///
/// # Formula
///
/// `sum of income (1 - own) ((1 + g) / (1 + r))^t for t in 0..years`
#[must_use]
pub fn human_life_value(income_year: f64, own_share: f64, growth: f64, rate: f64, years: u32) -> f64 {
    let step = (1.0 + growth) / (1.0 + rate);
    let mut income = income_year * (1.0 - own_share);
    let mut value = 0.0;
    for _ in 0..years {
        value += income;
        income *= step;
    }
    value
}

/// What a household lacks if one adult dies or falls ill. It names a gap, never a policy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Protection {
    /// Whose income it is.
    pub who: Who,
    /// Needs approach: debts, final costs, study, support of parents, and the spending of those who
    /// are left, less their own income.
    pub needs: f64,
    /// Human-life value: the income that others live on.
    pub life_value: f64,
    /// Financial assets that pay for the needs first.
    pub assets: f64,
    /// What is insured at death.
    pub cover: f64,
    /// What is missing at death, least and most of both ways to see it.
    pub gap: [f64; 2],
    /// Income to be replaced in an illness: the firm's least and most years.
    pub illness_needs: [f64; 2],
    /// What is insured on an illness.
    pub illness_cover: f64,
    /// What is missing in an illness, least and most.
    pub illness_gap: [f64; 2],
}

/// Lays out the protection of each adult.
pub(super) fn lay_out(room: &Room) -> Vec<Protection> {
    let adults = room.answers.people.iter().zip([Who::You, Who::Partner]).enumerate();
    adults.map(|(idx, (person, who))| protection(room, idx, person, who)).collect()
}

/// # Formula
///
/// `needs gap = debts + final costs + study + support + replaced income - assets - cover`,
/// `life gap = human-life value - cover`, each 0 or more.
fn protection(room: &Room, idx: usize, person: &Person, who: Who) -> Protection {
    let (answers, policy) = (room.answers, &room.firm.policy.life.protection);
    let cover = answers.cover(idx);
    let years = person.retire_age - person.age;
    let life_value = if has_dependants(answers) {
        let growth = person.income_growth;
        human_life_value(person.income_year, policy.own_share, growth, policy.discount_real, years)
    } else {
        0.0
    };
    let debts = total(answers.debts.iter().map(|debt| debt.balance));
    let study = answers
        .projects
        .iter()
        .filter(|project| project.kind == ProjectKind::Education && project.priority != Priority::Wish);
    let parents = answers.life.parents.iter();
    let support = parents.map(|parent| {
        rate::present_value_of_runs(&[(parent.support_year, parent.years)], policy.discount_real)
    });
    let needs = debts
        + policy.final_costs.get(&answers.region).copied().unwrap_or(0.0)
        + total(study.map(|project| project.amount))
        + total(support)
        + replaced_income(answers, idx, years, policy);
    let assets = answers.wealth();
    let by_needs = (needs - assets - cover.life).max(0.0);
    let by_value = (life_value - cover.life).max(0.0);
    let illness_needs = policy.illness_years.map(|years| years * person.income_year);
    Protection {
        who,
        needs,
        life_value,
        assets,
        cover: cover.life,
        gap: [by_needs.min(by_value), by_needs.max(by_value)],
        illness_needs,
        illness_cover: cover.illness,
        illness_gap: illness_needs.map(|needs| (needs - cover.illness).max(0.0)),
    }
}

/// Somebody lives on what the adults earn.
fn has_dependants(answers: &Answers) -> bool {
    let named = answers.goals.get("dependants").is_some_and(|keys| keys.iter().any(|key| key != "none"));
    let life = &answers.life;
    named || answers.people.len() > 1 || !life.children.is_empty() || !life.parents.is_empty()
}

/// Today's value of the spending of those who are left, less the other adult's income, until the
/// one who died would have retired. Without another adult or a child nobody's spending is left.
fn replaced_income(answers: &Answers, idx: usize, years: u32, policy: &ProtectionPolicy) -> f64 {
    let other = answers.people.iter().enumerate().find(|(place, _)| *place != idx).map(|(_, other)| other);
    if other.is_none() && answers.life.children.is_empty() {
        return 0.0;
    }
    let spending = answers.spending_year * (1.0 - policy.own_share);
    let mut income = other.map_or(0.0, |other| other.income_year);
    let mut discount = 1.0;
    let mut value = 0.0;
    for year in 0..years {
        let works = other.is_some_and(|other| other.age + year < other.retire_age);
        value += discount * (spending - if works { income } else { 0.0 }).max(0.0);
        income *= 1.0 + other.map_or(0.0, |other| other.income_growth);
        discount /= 1.0 + policy.discount_real;
    }
    value
}
