//! Stage 2: people, incomes, pensions, debts and goals become yearly cash flows.
//!
//! All amounts are in money of today, by the year, at the start of each year. Year 0 is the year
//! that begins today.

use serde::{Deserialize, Serialize};

use crate::answers::{Answers, Home, Origin, Person, Priority, Project, Repayment, Sex, Who};
use crate::firm::{Firm, Region};
use crate::goals::mortgage;
use crate::{Moves, longevity};

mod canada;
mod china;

pub use canada::{cpp, oas, oas_after_recovery};
pub use china::{
    BasicPension, Contributions, Retirement, basic_pension, contribution_years_needed, retirement,
};

/// Most years of a plan.
pub const MAX_YEARS: u32 = 100;

/// The household as cash flows of every year from today to the end of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Household {
    /// The investor's age today, in years.
    pub age: u32,
    /// The adults, the investor first.
    pub people: Vec<PersonPlan>,
    /// Years from today until the household retires: the investor's retirement.
    pub retire_in: u32,
    /// Years of the plan: flows are paid in the years `0..years`.
    pub years: u32,
    /// The investor's age in the last year of the plan.
    pub plan_age: u32,
    /// Money invested for retirement today, after what is set aside.
    pub wealth: f64,
    /// Set aside today for the reserve, where one is kept apart, and for large amounts before
    /// retirement.
    pub set_aside: f64,
    /// What large amounts before retirement still lack after money and saving; 0 if nothing.
    pub uncovered: f64,
    /// Spending wished in retirement, a year.
    pub wished_year: f64,
    /// Spending in retirement that cannot be cut, a year; the firm's share where the client gave none.
    pub essential_year: f64,
    /// Saved in the first year.
    pub saving_year: f64,
    /// Saving of each year as a multiple of the first year's; 0 from retirement on.
    pub saving_factor: Vec<f64>,
    /// Saving of each year that goes to large amounts instead of retirement.
    pub saving_diverted: Vec<f64>,
    /// Pensions and other incomes of each year that pay for retirement.
    pub income: Vec<f64>,
    /// Spending of each year in retirement as a multiple of the wished spending: 1, or 0 before.
    pub spending_factor: Vec<f64>,
    /// Loan payments and large amounts of each year in retirement.
    pub obligations: Vec<f64>,
    /// Spending in retirement wished by the household that is not covered by lasting income, at
    /// the first full year of pensions.
    pub gap_year: f64,
}

impl Household {
    /// Saving of a year that goes to retirement; negative where more is set aside than saved.
    #[must_use]
    pub fn saving(&self, year: usize) -> f64 {
        let at = |flows: &[f64]| flows.get(year).copied().unwrap_or(0.0);
        self.saving_year * at(&self.saving_factor) - at(&self.saving_diverted)
    }

    /// By how much the wished spending falls in real terms from the first year of retirement to the
    /// second, as in every later year; 0 where there is one year or none.
    #[must_use]
    pub fn spending_decline(&self) -> f64 {
        let mut factors = self.spending_factor.iter().skip(self.retire_in as usize);
        match (factors.next(), factors.next()) {
            (Some(first), Some(second)) => first - second,
            _ => 0.0,
        }
    }

    /// What a year in retirement takes from the money; negative where income exceeds spending.
    #[must_use]
    pub fn withdrawal(&self, year: usize) -> f64 {
        let at = |flows: &[f64]| flows.get(year).copied().unwrap_or(0.0);
        self.wished_year * at(&self.spending_factor) + at(&self.obligations) - at(&self.income)
    }
}

/// One adult in the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonPlan {
    /// Which of the two.
    pub who: Who,
    /// Age today, in years.
    pub age: u32,
    /// Age of retirement, in years.
    pub retire_age: u32,
    /// Age reached with the plan's survival probability, in whole years.
    pub plan_age: u32,
    /// Every pension and annuity.
    pub pensions: Vec<PensionStream>,
    /// China: the statutory retirement age, in months.
    pub statutory_months: Option<u32>,
}

/// A pension or annuity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PensionStream {
    /// What it is.
    pub kind: PensionKind,
    /// First year it is paid, from today.
    pub from_year: u32,
    /// First year it is no longer paid.
    pub until_year: u32,
    /// Amount a year, after the taxes named in the policy.
    pub amount_year: f64,
    /// How the amount came about.
    pub basis: PensionBasis,
}

/// What a pension is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PensionKind {
    /// China: basic pension.
    Basic,
    /// China: enterprise annuity.
    EnterpriseAnnuity,
    /// China: personal pension.
    Personal,
    /// Canada Pension Plan.
    Cpp,
    /// Old Age Security, after recovery.
    Oas,
    /// A company pension for life.
    Company,
}

/// How a pension's amount came about.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PensionBasis {
    /// The client knows it.
    Known,
    /// Estimated from contributions and the policy.
    Estimated,
    /// Not paid: fewer contribution years than needed, both in years.
    TooFewYears {
        /// Years at the pension's start.
        have: f64,
        /// Years needed.
        need: f64,
    },
}

/// The household of the plan, and the ones it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// As answered, nothing tried: the allocation is made for this one.
    pub answered: Household,
    /// With what is tried: the plan.
    pub tried: Household,
    /// The plan with a shorter and with a longer life.
    pub by_life: [Household; 2],
    /// The plan with a later retirement: one more year each, up to the firm's number of years or
    /// the latest age the client named.
    pub later: Vec<Household>,
}

/// Lays out the cash flows of a household, with what is tried on top of its answers.
#[must_use]
pub fn lay_out(answers: &Answers, firm: &Firm, moves: &Moves) -> Cases {
    let zone = &firm.policy.zone;
    let you = answers.you();
    let retire_age = moves.retire_age.unwrap_or(you.retire_age);
    let most = you
        .retire_age_latest
        .map_or(zone.later_years, |latest| zone.later_years.min(latest.saturating_sub(retire_age)));
    // Nobody retired goes back to work by a lever.
    let most = if you.retired { 0 } else { most };
    let life_years = zone.sensitivity_years.cast_signed();
    Cases {
        answered: household(answers, firm, &Moves::default(), 0),
        tried: household(answers, firm, moves, 0),
        by_life: [-life_years, life_years].map(|life_years| household(answers, firm, moves, life_years)),
        later: (1..=most)
            .map(|years| {
                household(answers, firm, &Moves { retire_age: Some(retire_age + years), ..*moves }, 0)
            })
            .collect(),
    }
}

/// One household whose lives are longer than the plan's by some years, or shorter.
///
/// What is set aside for large amounts follows the answers alone, so that trying more saving or a
/// later retirement changes the plan by just that.
#[must_use]
pub fn household(answers: &Answers, firm: &Firm, moves: &Moves, life_years: i32) -> Household {
    let answers = &*moves.on(answers);
    let people = people(answers, firm, moves.retire_age, life_years);
    let you = answers.you();
    let retire_in = moves.retire_age.unwrap_or(you.retire_age).saturating_sub(you.age);
    let longest = people.iter().map(|person| person.plan_age + 1 - person.age).max().unwrap_or(1);
    // Somebody who retires after the plan's age still plans for a year of retirement.
    let years = longest.max(retire_in + 1).min(MAX_YEARS);
    let incomes = incomes(answers, &people, moves.retire_age, years);

    let first = incomes.first().copied().unwrap_or(0.0);
    let saving_factor: Vec<f64> = (0..years)
        .zip(&incomes)
        .map(|(year, income)| match (year < retire_in, first > 0.0) {
            (false, _) => 0.0,
            (true, true) => income / first,
            (true, false) => 1.0,
        })
        .collect();
    let inflation = firm.assumptions_of(answers.region).inflation;
    let pots = pots(answers, retire_in, &saving_factor, inflation, None);
    let wished_year = moves.wished_year.unwrap_or(answers.wished_year);
    // Essential spending is an amount: cutting the wish does not lower it.
    let essential_share = answers.essential_share.unwrap_or(firm.policy.zone.default_essential_share);
    let income: Vec<f64> = from_retirement(retire_in, &incomes);

    Household {
        age: you.age,
        retire_in,
        years,
        plan_age: you.age + years - 1,
        wealth: answers.wealth() - pots.from_wealth + moves.one_off.unwrap_or(0.0),
        set_aside: pots.from_wealth,
        uncovered: pots.uncovered,
        wished_year,
        essential_year: essential_share * answers.wished_year,
        saving_year: moves.saving_year.unwrap_or(answers.saving_year),
        saving_factor,
        saving_diverted: pots.from_saving,
        spending_factor: spending(retire_in, years, answers.spending_decline),
        obligations: obligations(answers, retire_in, years, inflation),
        gap_year: (wished_year - lasting_income(&people, &income, retire_in)).max(0.0),
        income,
        people,
    }
}

/// The wished spending of every year as a fraction of the first: nothing before retirement, then
/// less by the same share each year. Within households spending falls rather than smiles (Tharp 2026:
/// about 1% a year); as a default it does not fall, which is cautious.
fn spending(retire_in: u32, years: u32, decline: f64) -> Vec<f64> {
    let mut factor = 1.0;
    let year = |year| {
        if year < retire_in {
            return 0.0;
        }
        let now = factor;
        factor *= 1.0 - decline;
        now
    };
    (0..years).map(year).collect()
}

/// The adults with their plan ages and pensions; the investor may retire at another age.
fn people(answers: &Answers, firm: &Firm, retire_age: Option<u32>, life_years: i32) -> Vec<PersonPlan> {
    let adults = answers.people.iter().zip([Who::You, Who::Partner]);
    adults
        .map(|(person, who)| {
            let mut person = person.clone();
            if let (Who::You, Some(age)) = (who, retire_age) {
                person.retire_age = age.max(person.age);
            }
            let plan_age =
                plan_age(&person, answers.region, firm).saturating_add_signed(life_years).max(person.age + 1);
            let pension = &firm.policy.pension;
            let (mut pensions, statutory_months) = match answers.region {
                Region::China => china::pensions(&person, plan_age, answers.today, &pension.china),
                Region::Canada => (canada::pensions(&person, plan_age, &pension.canada), None),
            };
            pensions.extend(company_pension(&person, plan_age));
            pensions.retain(|stream| {
                stream.amount_year > 0.0 || matches!(stream.basis, PensionBasis::TooFewYears { .. })
            });
            PersonPlan {
                who,
                age: person.age,
                retire_age: person.retire_age,
                plan_age,
                pensions,
                statutory_months,
            }
        })
        .collect()
}

fn plan_age(person: &Person, region: Region, firm: &Firm) -> u32 {
    let law = firm.policy.mortality.regions.get(&region).map(|laws| match person.sex {
        Sex::Male => laws.male,
        Sex::Female => laws.female,
    });
    law.map_or(person.age + 1, |law| longevity::plan_age(person.age, firm.policy.zone.plan_survival, law))
}

fn company_pension(person: &Person, plan_age: u32) -> Option<PensionStream> {
    let month = person.pension.company_month?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a checked age")]
    let from_age =
        person.pension.company_from_age.map_or(person.retire_age, |age| age as u32).max(person.age);
    Some(PensionStream {
        kind: PensionKind::Company,
        from_year: from_age - person.age,
        until_year: plan_age + 1 - person.age,
        amount_year: 12.0 * month,
        basis: PensionBasis::Known,
    })
}

/// A pot paid out evenly over its years, without interest.
fn spread(pot: f64, from_year: u32, until_year: u32) -> f64 {
    pot / f64::from(until_year.saturating_sub(from_year).max(1))
}

/// Work and pensions of everybody, for every year.
#[must_use]
pub fn incomes(answers: &Answers, people: &[PersonPlan], retire_age: Option<u32>, years: u32) -> Vec<f64> {
    let mut incomes = vec![0.0; years as usize];
    for (idx, (person, plan)) in answers.people.iter().zip(people).enumerate() {
        let until_age = until_age(person, if idx == 0 { retire_age } else { None });
        let mut work = person.income_year;
        for (year, income) in (0_u32..).zip(&mut incomes) {
            if person.age + year < until_age {
                *income += work;
            }
            let paid =
                plan.pensions.iter().filter(|stream| (stream.from_year..stream.until_year).contains(&year));
            *income += paid.map(|stream| stream.amount_year).sum::<f64>();
            work *= 1.0 + person.income_growth;
        }
    }
    incomes
}

/// Age at which work income ends: as typed, else with retirement; a later retirement extends it.
fn until_age(person: &Person, tried: Option<u32>) -> u32 {
    match (person.income_until_age, tried) {
        (Some(typed), Some(tried)) if tried > person.retire_age => typed.max(tried),
        (Some(typed), _) => typed,
        (None, tried) => tried.unwrap_or(person.retire_age),
    }
}

fn from_retirement(retire_in: u32, incomes: &[f64]) -> Vec<f64> {
    (0..).zip(incomes).map(|(year, income)| if year < retire_in { 0.0 } else { *income }).collect()
}

/// Income of the first year in which every pension is paid.
fn lasting_income(people: &[PersonPlan], income: &[f64], retire_in: u32) -> f64 {
    let starts = people.iter().flat_map(|person| &person.pensions).map(|stream| stream.from_year);
    let year = starts.fold(retire_in, u32::max) as usize;
    income.get(year).or(income.last()).copied().unwrap_or(0.0)
}

/// Loan payments in retirement, whose real value inflation wears down, support of parents, and
/// large amounts that fall into retirement. Wishes are not counted.
fn obligations(answers: &Answers, retire_in: u32, years: u32, inflation: f64) -> Vec<f64> {
    let mut obligations = vec![0.0; years as usize];
    for debt in &answers.debts {
        let mut payment = debt.payment_year;
        for (year, owed) in (0_u32..).zip(&mut obligations).take(debt.years as usize) {
            if year >= retire_in {
                *owed += payment;
            }
            payment /= 1.0 + inflation;
        }
    }
    for parent in &answers.life.parents {
        let supported = (0_u32..).zip(&mut obligations).take(parent.years as usize);
        for (_, owed) in supported.filter(|(year, _)| *year >= retire_in) {
            *owed += parent.support_year;
        }
    }
    for project in answers.projects.iter().filter(|project| counted(project)) {
        for (year, amount) in in_retirement(project, answers, retire_in, inflation) {
            if let Some(owed) = obligations.get_mut(year as usize) {
                *owed += amount;
            }
        }
    }
    obligations
}

/// What a large amount takes from retirement: itself where it falls into it, and the loan that
/// comes with it; by year from today.
#[must_use]
pub fn in_retirement(
    project: &Project,
    answers: &Answers,
    retire_in: u32,
    inflation: f64,
) -> Vec<(u32, f64)> {
    let mut taken = Vec::new();
    if !before_retirement(project, answers) {
        taken.push((project.in_years, project.amount));
    }
    if let Some(home) = loan_of(project, answers) {
        let payments = loan_payments(home, answers.region, inflation);
        taken.extend(payments.into_iter().filter(|(year, _)| *year >= retire_in));
    }
    taken
}

/// Whether a large amount is planned for: wishes are not.
#[must_use]
pub fn counted(project: &Project) -> bool {
    project.priority != Priority::Wish
}

/// Whether a large amount falls before the retirement that was answered.
#[must_use]
pub fn before_retirement(project: &Project, answers: &Answers) -> bool {
    let you = answers.you();
    project.in_years < you.retire_age - you.age
}

/// The home whose loan comes with a large amount.
fn loan_of<'a>(project: &Project, answers: &'a Answers) -> Option<&'a Home> {
    answers.life.home.as_ref().filter(|_| project.origin == Origin::Home)
}

/// What a home's loan takes each year from its purchase on, less the rent that ends, in today's
/// money: payments are fixed, so inflation wears them down. The rent is counted while the loan runs.
#[must_use]
pub fn loan_payments(home: &Home, region: Region, inflation: f64) -> Vec<(u32, f64)> {
    let principal = home.price * (1.0 - home.down_share);
    let rate = mortgage::monthly_rate(home.loan_rate, mortgage::Compounding::of(region));
    let months = 12 * home.loan_years;
    let level = 12.0 * mortgage::equal_payment(principal, rate, months);
    let falling = mortgage::equal_principal(principal, rate, months);
    let step = (falling.first - falling.last) / f64::from(months.saturating_sub(1).max(1));
    let mut prices = 1.0;
    (0..home.loan_years)
        .map(|year| {
            let paid = match home.repayment {
                Repayment::EqualPayment => level,
                // Twelve payments that fall by a step each month.
                Repayment::EqualPrincipal => 12.0 * (falling.first - step * (12.0 * f64::from(year) + 5.5)),
            };
            let real = (paid / prices - home.rent_year).max(0.0);
            prices *= 1.0 + inflation;
            (home.in_years + year, real)
        })
        .collect()
}

/// Where the money for the reserve and for large amounts before retirement comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Pots {
    /// Kept apart as a reserve.
    pub reserve: f64,
    /// One for each large amount, in the order of the answers; empty ones where nothing is set
    /// aside: for wishes, and for what falls into retirement.
    pub each: Vec<Pot>,
    /// All of it from money today, the reserve included.
    pub from_wealth: f64,
    /// All of it from the saving of each year.
    pub from_saving: Vec<f64>,
    /// What neither covers.
    pub uncovered: f64,
}

/// The money of one large amount.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pot {
    /// Set aside today.
    pub from_wealth: f64,
    /// Taken from the saving of each year, for the amount itself.
    pub from_saving: Vec<f64>,
    /// Taken from the saving of each year, for the loan that comes with it.
    pub for_loan: Vec<f64>,
    /// What is missing.
    pub uncovered: f64,
}

/// The order in which large amounts are funded: needs, wants, wishes, each by date; places in
/// [`Answers::projects`].
#[must_use]
pub fn funding_order(answers: &Answers) -> Vec<usize> {
    let mut order: Vec<usize> = (0..answers.projects.len()).collect();
    order.sort_by_key(|idx| answers.projects.get(*idx).map(|project| (project.priority, project.in_years)));
    order
}

/// Sets money aside for large amounts before retirement: needs before wants, then by date; first
/// from what is there beside the reserve, then from the saving of the years before, latest year
/// first. The loan of a home takes from the saving of its own years.
///
/// What is set aside keeps pace with prices and no more: it is held in cash and bonds. Wishes get
/// nothing, but one that is `taken_up`, after all the others.
#[must_use]
pub fn pots(
    answers: &Answers,
    retire_in: u32,
    saving_factor: &[f64],
    inflation: f64,
    taken_up: Option<usize>,
) -> Pots {
    let mut wealth = answers.wealth();
    let wanted = answers.life.reserve_months.unwrap_or(0.0) * answers.spending_year / 12.0;
    let reserve = wanted.min(wealth);
    wealth -= reserve;
    let mut pots = Pots {
        reserve,
        each: vec![Pot::default(); answers.projects.len()],
        from_wealth: reserve,
        from_saving: vec![0.0; saving_factor.len()],
        uncovered: 0.0,
    };
    for idx in funding_order(answers) {
        let (Some(project), Some(pot)) = (answers.projects.get(idx), pots.each.get_mut(idx)) else {
            continue;
        };
        if !counted(project) && taken_up != Some(idx) {
            continue;
        }
        if before_retirement(project, answers) {
            pot.from_saving = vec![0.0; saving_factor.len()];
            let mut missing = project.amount;
            let taken = missing.min(wealth);
            wealth -= taken;
            missing -= taken;
            pots.from_wealth += taken;
            pot.from_wealth = taken;
            let until = (project.in_years as usize + 1).min(saving_factor.len());
            let years = pots.from_saving.iter_mut().zip(&mut pot.from_saving).zip(saving_factor);
            for ((diverted, own), factor) in years.take(until).rev() {
                let free = (answers.saving_year * factor - *diverted).max(0.0);
                let taken = missing.min(free);
                *diverted += taken;
                *own = taken;
                missing -= taken;
            }
            pot.uncovered = missing;
        }
        if let Some(home) = loan_of(project, answers) {
            // From retirement on the loan is an obligation.
            let payments = loan_payments(home, answers.region, inflation);
            let before = payments.into_iter().filter(|(year, _)| *year < retire_in);
            divert(before.collect(), answers.saving_year, saving_factor, &mut pots.from_saving, pot);
        }
        pots.uncovered += pot.uncovered;
    }
    pots
}

/// Takes a loan's payments from the saving of their years.
fn divert(
    payments: Vec<(u32, f64)>,
    saving_year: f64,
    saving_factor: &[f64],
    from_saving: &mut [f64],
    pot: &mut Pot,
) {
    pot.for_loan = vec![0.0; saving_factor.len()];
    for (year, payment) in payments {
        let idx = year as usize;
        let (Some(diverted), Some(own), Some(factor)) =
            (from_saving.get_mut(idx), pot.for_loan.get_mut(idx), saving_factor.get(idx))
        else {
            break;
        };
        let taken = payment.min((saving_year * factor - *diverted).max(0.0));
        *diverted += taken;
        *own = taken;
        pot.uncovered += payment - taken;
    }
}
