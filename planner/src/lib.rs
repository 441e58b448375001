//! The planning core of Evergreen: pure functions from answers to advice.
//!
//! No clock, no files, no network, no browser, no global state, and no randomness but an explicit
//! seed. Money is in today's money, rates and shares are fractions, years are whole.
//!
//! | stage | module | from → to |
//! |---|---|---|
//! | 0 | [`answers`] | raw form → checked answers, or every problem at once |
//! | 1 | [`profile`] | answers → dimensions, class, what capped it, contradictions |
//! | 2 | [`household`] | people, incomes, pensions, debts, goals → yearly cash flows |
//! | 3 | [`allocation`] | profile, cash flows → strategic weights, binding limit, range |
//! | 4 | [`projection`] | cash flows, allocation, seed → ten thousand lifetimes |
//! | 5 | [`zone`] | lifetimes → P, B, M, zone, nearness to the border |
//! | 6 | [`advice`] | lifetimes, levers → ranked moves to green |
//!
//! Beside [`plan`] stands [`life`]: every life goal beside retirement, in [`goals`].
//!
//! What is asked about a plan once it stands is played on the same draws, when it is asked:
//!
//! | module | question |
//! |---|---|
//! | [`ways`] | which moves together lead to green |
//! | [`frontier`] | which retirement ages, saving and spending are green, grey or red |
//! | [`why`] | why lifetimes fail, and how one of them goes |
//! | [`guardrail`] | at which wealth to spend less or more |
//! | [`change`] | what moved since the last plan |
//! | [`scenario`] | what several tries, kept under names, come to |
//!
//! [`stored`] is a plan with its request.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use answers::{Answers, Field, Form, FormError, Limit, Reason, Tried};
use date::YearMonth;
use draws::Draws;
use firm::{Firm, Region};
use goals::LifePlan;

pub mod adjust;
pub mod advice;
pub mod allocation;
pub mod answers;
mod border;
pub mod bytes;
pub mod change;
pub mod date;
pub mod day;
mod digest;
pub mod draws;
pub mod entry;
pub mod fees;
pub mod figures;
pub mod firm;
pub mod frontier;
pub mod funding;
pub mod goals;
pub mod guardrail;
pub mod household;
pub mod longevity;
pub mod portfolio;
pub mod profile;
pub mod projection;
pub mod rate;
pub mod rebalance;
pub mod scenario;
pub mod stored;
pub mod stress;
pub mod suitability;
pub mod tilt;
pub mod ways;
pub mod why;
pub mod wording;
pub mod zone;

/// What an investor asks for: the form, what they try, and the month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The form.
    pub form: Form,
    /// What they try on top of it.
    #[serde(default)]
    pub moves: Moves,
    /// The month of the plan.
    pub today: YearMonth,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Lifetimes to play; none means the firm's number. Even, 2 to 100,000.
    #[serde(default)]
    pub lifetimes: Option<u32>,
}

/// What an investor tries: each replaces a figure of the form. The allocation stays as proposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Moves {
    /// Retirement age of the investor, in years.
    pub retire_age: Option<u32>,
    /// Saved in the first year.
    pub saving_year: Option<f64>,
    /// Wished spending in retirement, a year.
    pub wished_year: Option<f64>,
    /// Added to the invested money today.
    pub one_off: Option<f64>,
    /// Growth share of today, 0 to the cap of the class; the glide path keeps its shape.
    pub growth_share: Option<f64>,
    /// A goal that is postponed or reduced.
    pub goal: Option<GoalMove>,
}

/// A goal that is postponed, reduced, or both.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalMove {
    /// Which, by its place in [`answers::Answers::projects`], from 0: studies and the home stand
    /// behind the amounts that were typed.
    pub project: u32,
    /// Years later than wished, 0 to 20. What is postponed beyond the plan's last year is not
    /// paid by the plan.
    pub years_later: u32,
    /// Share of its amount that is kept, 0 to 1; 1 is all of it.
    pub share: f64,
}

impl Moves {
    /// The answers, with what is tried about a goal.
    fn on<'a>(&self, answers: &'a Answers) -> Cow<'a, Answers> {
        let Some(goal) = self.goal else { return Cow::Borrowed(answers) };
        let mut answers = answers.clone();
        if let Some(project) = answers.projects.get_mut(goal.project as usize) {
            project.in_years += goal.years_later;
            // What is studied later is studied at the prices of then.
            project.amount *= goal.share * rate::growth(project.growth, goal.years_later);
            let origin = project.origin;
            goal.on_life(&mut answers.life, origin);
        }
        Cow::Owned(answers)
    }
}

impl GoalMove {
    /// Moves what a goal comes from with it: the study of a child, a home with its loan and rent.
    fn on_life(self, life: &mut answers::Life, origin: answers::Origin) {
        match origin {
            answers::Origin::Project(_) => {}
            answers::Origin::Child(idx) => {
                if let Some(child) = life.children.get_mut(idx) {
                    child.in_years += self.years_later;
                    child.cost_year *= self.share;
                }
            }
            answers::Origin::Home => {
                if let Some(home) = &mut life.home {
                    home.in_years += self.years_later;
                    home.price *= self.share;
                }
            }
        }
    }
}

/// The whole plan: everything the pages show, and what it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Version of this shape.
    pub schema: u32,
    /// Version of the planner.
    pub engine: String,
    /// The month of the plan.
    pub made: YearMonth,
    /// Where they retire.
    pub region: Region,
    /// Day of the assumption set, `YYYY-MM-DD`.
    pub assumptions_dated: String,
    /// Nobody has approved the assumption set yet.
    pub draft: bool,
    /// What was tried.
    pub moves: Moves,
    /// Stage 1.
    pub profile: profile::Profile,
    /// Stage 2, with what was tried.
    pub household: household::Household,
    /// Stage 3.
    pub allocation: allocation::Allocation,
    /// Stage 4.
    pub projection: projection::Projection,
    /// Stage 5.
    pub standing: zone::Standing,
    /// Stage 6.
    pub advice: advice::Advice,
    /// SHA-256 over all of the above and every lifetime's K, in hexadecimal.
    pub digest: String,
}

/// The schema of [`Plan`].
pub const SCHEMA: u32 = 1;

/// A checked request: what [`plan`] is made from. The only way to get one is [`Inputs::check`].
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    answers: Answers,
    moves: Moves,
    seed: u64,
    lifetimes: u32,
}

impl Inputs {
    /// Checks a request.
    ///
    /// # Errors
    ///
    /// Every reason why it cannot be planned, in the order of the questions, then what is tried.
    pub fn check(request: &Request, firm: &Firm) -> Result<Self, Vec<FormError>> {
        let answers = answers::check(&request.form, firm, request.today);
        let mut errors = check_moves(request, answers.as_ref().ok());
        let lifetimes = request.lifetimes.unwrap_or(firm.policy.zone.lifetimes);
        match answers {
            Ok(answers) if errors.is_empty() => {
                Ok(Self { answers, moves: request.moves, seed: request.seed, lifetimes })
            }
            Ok(_) => Err(errors),
            Err(mut first) => {
                first.append(&mut errors);
                Err(first)
            }
        }
    }

    /// The checked answers.
    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }
}

fn check_moves(request: &Request, answers: Option<&Answers>) -> Vec<FormError> {
    let Moves { retire_age, saving_year, wished_year, one_off, growth_share, goal } = request.moves;
    let age = answers.map_or(18.0, |answers| f64::from(answers.you().age));
    let money = Limit { min: 0.0, max: 1e11, whole: false };
    let projects = answers.map_or(request.form.projects.len(), |answers| answers.projects.len());
    let last_project = f64::from(u32::try_from(projects).unwrap_or(u32::MAX)) - 1.0;
    let tried = [
        (Tried::RetireAge, retire_age.map(f64::from), Limit { min: age, max: 100.0, whole: true }),
        (Tried::SavingYear, saving_year, money),
        (Tried::WishedYear, wished_year, Limit { min: 1.0, ..money }),
        (Tried::OneOff, one_off, money),
        (Tried::GrowthShare, growth_share, Limit { min: 0.0, max: 1.0, whole: false }),
        (Tried::Lifetimes, request.lifetimes.map(f64::from), Limit { min: 2.0, max: 100_000.0, whole: true }),
        (Tried::Goal, goal.map(|goal| f64::from(goal.project)), Limit { max: last_project, ..money }),
        (Tried::GoalYears, goal.map(|goal| f64::from(goal.years_later)), Limit { max: 20.0, ..money }),
        (Tried::GoalShare, goal.map(|goal| goal.share), Limit { max: 1.0, ..money }),
    ];
    let outside = tried.into_iter().filter_map(|(tried, value, Limit { min, max, .. })| {
        let value = value.filter(|value| !(min..=max).contains(value))?;
        Some(FormError { field: Field::Tried(tried), reason: Reason::Range { value, min, max } })
    });
    outside.chain(odd_lifetimes(request)).collect()
}

/// Lifetimes come in pairs; one without its other would count for nothing in the interval of P.
fn odd_lifetimes(request: &Request) -> Option<FormError> {
    let odd = request.lifetimes.filter(|lifetimes| lifetimes % 2 == 1)?;
    let reason = Reason::Odd { value: f64::from(odd) };
    Some(FormError { field: Field::Tried(Tried::Lifetimes), reason })
}

/// Makes the plan: every stage once, in order.
#[must_use]
pub fn plan(inputs: &Inputs, firm: &Firm) -> Plan {
    plan_with(&mut None, inputs, firm)
}

/// As [`plan`], with draws that are kept between plans: the same plan, sooner.
#[must_use]
pub fn plan_with(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> Plan {
    let Inputs { answers, moves, seed, lifetimes } = inputs;
    let Ground { profile, cases, allocation, returns } = Ground::of(inputs, firm);
    let draws = kept(draws, *seed, *lifetimes, years_of(&cases));
    let futures = projection::simulate(&cases, &returns, draws, *lifetimes, &firm.policy.zone);
    let standing = zone::stand(&futures, &firm.policy.zone);
    let advice = advice::advise(&cases, &futures, &returns, answers, &firm.policy.zone);

    let assumptions = firm.assumptions_of(answers.region);
    let plan = Plan {
        schema: SCHEMA,
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        made: answers.today,
        region: answers.region,
        assumptions_dated: assumptions.dated.clone(),
        draft: assumptions.approved_by.is_none(),
        moves: *moves,
        profile,
        household: cases.tried,
        allocation,
        projection: futures.shown,
        standing,
        advice,
        digest: String::new(),
    };
    let digest = digest::of(&plan, &futures.plan);
    Plan { digest, ..plan }
}

/// Lays out every life goal beside retirement: apart from [`plan`], which stays fast without it.
#[must_use]
pub fn life(inputs: &Inputs, firm: &Firm) -> LifePlan {
    life_with(&mut None, inputs, firm)
}

/// As [`life`], with draws that are kept between plans: the same, sooner.
#[must_use]
pub fn life_with(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> LifePlan {
    let Inputs { answers, moves, seed, lifetimes } = inputs;
    let Ground { profile, cases, allocation, returns } = Ground::of(inputs, firm);
    // A goal that is tried is laid out as tried: else its money would be counted twice.
    let answers = &*moves.on(answers);
    let years = years_of(&cases).max(goals::longest(answers));
    let draws = kept(draws, *seed, *lifetimes, years);
    let room = goals::Room {
        answers,
        firm,
        moves,
        profile: &profile,
        cases: &cases,
        allocation: &allocation,
        returns: &returns,
        draws,
        lifetimes: *lifetimes,
    };
    goals::lay_out(&room)
}

/// Years of the longest case.
fn years_of(cases: &household::Cases) -> u32 {
    let all = cases.by_life.iter().chain(&cases.later).chain([&cases.tried]).map(|household| household.years);
    all.max().unwrap_or(1)
}

/// What lifetimes are played from: the stages before the projection.
struct Ground {
    profile: profile::Profile,
    cases: household::Cases,
    allocation: allocation::Allocation,
    returns: Vec<allocation::LogReturn>,
}

impl Ground {
    fn of(Inputs { answers, moves, .. }: &Inputs, firm: &Firm) -> Self {
        let profile = profile::score(answers, firm);
        let cases = household::lay_out(answers, firm, moves);
        let allocation = allocation::allocate(&profile, &cases.answered, answers, firm);
        let returns =
            allocation::real_log_returns(&allocation, &profile, answers.region, moves.growth_share, firm);
        Self { profile, cases, allocation, returns }
    }
}

/// Draws that serve so many lifetimes of so many years: the kept ones if they do.
fn kept(draws: &mut Option<Draws>, seed: u64, lifetimes: u32, years: u32) -> &Draws {
    let drawn = draws.take().filter(|draws| draws.serve(seed, lifetimes, years));
    // A slider that lengthens the plan by a year should not draw everything again.
    draws.insert(drawn.unwrap_or_else(|| Draws::new(seed, lifetimes, years.next_multiple_of(20))))
}
