//! Why some lifetimes fail, how badly, and one of them year by year.
//!
//! A lifetime fails where K is below 1. What the model contains can be to blame: returns, prices,
//! years, goals, and the plan itself. Money is in today's money, so prices are in the real returns: a
//! part of their chance is that prices rise faster or slower than planned. Not to blame is the length
//! of a life itself, for every lifetime runs to the plan age; what can be is that this is later than
//! the age reached by one in two.

use serde::{Deserialize, Serialize};

use crate::allocation::LogReturn;
use crate::answers::Sex;
use crate::draws::Draws;
use crate::firm::Firm;
use crate::household::{self, Household};
use crate::projection::{self, Column, Lifetimes};
use crate::{Ground, Inputs, kept, longevity, zone};

/// Years before and after retirement in which poor returns weigh most.
///
/// # Source
///
/// Pfau, retirement research on the sequence of returns: the ten years around retirement
/// (memory, unconfirmed).
pub const EARLY_YEARS: u32 = 5;

/// What the draws of prices add to the seed of the plan: their chance is apart from that of returns.
const PRICES: u64 = 0x70_72_69_63_65_73;

/// The blame for a lifetime that fails, in the order in which it is laid: the first of these that
/// would have saved the lifetime by itself. The mildest change comes first: put behind a longer life or
/// ten calm years, which save every near miss, prices would never be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Prices above plan: had they risen as expected it would not fail.
    Inflation,
    /// Poor returns around retirement: with median returns in these years it would not fail.
    EarlyCrash,
    /// Large amounts for goals: without them it would not fail.
    Goals,
    /// A long life: to the age that one in two reaches it would not fail.
    LongLife,
    /// A long poor stretch: with median returns in every year it would not fail.
    PoorStretch,
    /// The plan itself: median returns to the end, and yet it fails.
    Plan,
}

impl Cause {
    /// Every cause, in the order in which blame is laid.
    pub const ALL: [Self; 6] =
        [Self::Inflation, Self::EarlyCrash, Self::Goals, Self::LongLife, Self::PoorStretch, Self::Plan];
}

/// Why lifetimes fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// Lifetimes played.
    pub lifetimes: u32,
    /// Lifetimes that fail, K below 1.
    pub failing: u32,
    /// Share of the failing ones by cause, 0 to 1, in the order of [`Cause::ALL`]; they sum to
    /// one. Empty where none fails.
    pub causes: Vec<Blame>,
    /// What half of the failing ones lack at most; none where none fails.
    pub typical: Option<Shortfall>,
    /// What nine of ten failing ones lack at most.
    pub bad: Option<Shortfall>,
}

/// What one cause is to blame for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blame {
    /// The cause.
    pub cause: Cause,
    /// Share of the failing lifetimes, 0 to 1.
    pub share: f64,
}

/// How badly a lifetime fails.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shortfall {
    /// `1 - K`: share of the wished spending that is not paid; above 1 where debts are not either.
    pub share: f64,
    /// Months of retirement in which only the essential part could be spent, all else as wished;
    /// at most every month.
    ///
    /// # Formula
    ///
    /// `(1 - K) / (1 - E) × months of retirement`, every month counting alike.
    pub months: f64,
}

/// Lays the blame for every lifetime that fails.
///
/// # Formula
///
/// Each lifetime is played again on its own draws with one thing changed at a time: prices as
/// planned; the years of [`Cause::EarlyCrash`] at their median return; no large amounts; an end at the
/// median age at death; every year at its median. The first change by which K reaches 1 has the blame.
#[must_use]
pub fn explain(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm) -> Why {
    let Ground { cases, returns, .. } = Ground::of(inputs, firm);
    let plan = &cases.tried;
    let draws = kept(draws, inputs.seed, inputs.lifetimes, plan.years);
    let columns = [plan.clone(), without_goals(inputs, firm), to_median_age(inputs, firm, plan)];
    let columns = columns.each_ref().map(Column::of);
    let played = projection::play(&columns, &returns, draws, inputs.lifetimes);
    let [ratios, goals, life] =
        [0, 1, 2].map(|idx| played.get(idx).map(Lifetimes::ratios).unwrap_or_default());
    let early = plan.retire_in.saturating_sub(EARLY_YEARS)..plan.retire_in + EARLY_YEARS;
    let [plan_column, ..] = &columns;
    let again = |years, lifetimes| {
        let returns = calm(&returns, plan.years, years);
        let played = projection::play(std::slice::from_ref(plan_column), &returns, draws, lifetimes);
        played.first().map(Lifetimes::ratios).unwrap_or_default()
    };
    let early = again(early, inputs.lifetimes);
    let deviation = firm.assumptions_of(inputs.answers.region).inflation_deviation;
    let prices = prices_as_planned(plan_column, &returns, draws, inputs, (plan.years, deviation));
    // Without chance one lifetime is like another.
    let stretch = again(0..plan.years, 2).first().copied().unwrap_or(0.0);

    let mut counts = [0_u32; Cause::ALL.len()];
    let mut lacking = Vec::new();
    let others = prices.iter().zip(&early).zip(&goals).zip(&life);
    for (ratio, (((prices, early), goals), life)) in ratios.iter().zip(others) {
        if *ratio >= 1.0 {
            continue;
        }
        lacking.push(1.0 - ratio);
        let saved = [*prices, *early, *goals, *life, stretch, 1.0];
        let blamed = counts.iter_mut().zip(saved).find(|(_, ratio)| *ratio >= 1.0);
        if let Some((count, _)) = blamed {
            *count += 1;
        }
    }
    why(plan, firm, ratios.len(), counts, lacking)
}

fn why(
    plan: &Household,
    firm: &Firm,
    lifetimes: usize,
    counts: [u32; Cause::ALL.len()],
    mut lacking: Vec<f64>,
) -> Why {
    let failing: u32 = counts.iter().sum();
    let essential = zone::essential_share(plan.essential_year, plan.wished_year, &firm.policy.zone);
    let months = 12.0 * plan.spending_factor.iter().sum::<f64>();
    let shortfalls = projection::quantiles(&mut lacking, [0.5, 0.9]).map(|share| {
        let months = (share / (1.0 - essential).max(f64::MIN_POSITIVE) * months).min(months);
        (failing > 0).then_some(Shortfall { share, months })
    });
    let [typical, bad] = shortfalls;
    let blames = Cause::ALL.into_iter().zip(counts);
    let causes = blames.map(|(cause, count)| Blame { cause, share: f64::from(count) / f64::from(failing) });
    Why {
        lifetimes: u32::try_from(lifetimes).unwrap_or(u32::MAX),
        failing,
        causes: if failing > 0 { causes.collect() } else { Vec::new() },
        typical,
        bad,
    }
}

/// The returns with their median in some years.
fn calm(returns: &[LogReturn], years: u32, calm: std::ops::Range<u32>) -> Vec<LogReturn> {
    let last = returns.last().copied().unwrap_or(LogReturn { mean: 0.0, sd: 0.0 });
    let endless = returns.iter().copied().chain(std::iter::repeat(last));
    let years = (0..years).zip(endless);
    years
        .map(|(year, LogReturn { mean, sd })| LogReturn {
            mean,
            sd: if calm.contains(&year) { 0.0 } else { sd },
        })
        .collect()
}

/// K of every lifetime whose prices rise as planned.
///
/// # Formula
///
/// A year's log return has the deviation `s` of the plan, of which prices have `p`: what is left to
/// markets is `m = sqrt(s² - p²)`. Of all price years that go with a draw `Z`, one is drawn (`U`), and
/// without it the year's draw is `(m Z + p U) / s`, of deviation `m`. `p` is at most `s`.
///
/// # Source
///
/// The conditional normal distribution (textbook). That markets do not depend on prices is an assumption
/// of this project; so is that a year's prices do not depend on those of the year before.
fn prices_as_planned(
    column: &Column,
    returns: &[LogReturn],
    draws: &Draws,
    inputs: &Inputs,
    (years, deviation): (u32, f64),
) -> Vec<f64> {
    let last = returns.last().copied().unwrap_or(LogReturn { mean: 0.0, sd: 0.0 });
    let endless = returns.iter().copied().chain(std::iter::repeat(last)).take(years as usize);
    let parts = endless.map(|LogReturn { mean, sd }| {
        let prices = if sd > 0.0 { (deviation / sd).min(1.0) } else { 0.0 };
        let markets = (1.0 - prices * prices).sqrt();
        (LogReturn { mean, sd: sd * markets }, [markets, prices])
    });
    let (returns, shares): (Vec<_>, Vec<_>) = parts.unzip();
    let of_prices = Draws::new(inputs.seed.wrapping_add(PRICES), inputs.lifetimes, years);
    let mixed = draws.mixed(&of_prices, &shares);
    let played = projection::play(std::slice::from_ref(column), &returns, &mixed, inputs.lifetimes);
    played.first().map(Lifetimes::ratios).unwrap_or_default()
}

fn without_goals(inputs: &Inputs, firm: &Firm) -> Household {
    let mut answers = inputs.answers.clone();
    answers.projects.clear();
    household::household(&answers, firm, &inputs.moves, 0)
}

/// The household of the plan, ended at the age that one in two reaches; of a couple, the later
/// end, and not before the first year of retirement.
fn to_median_age(inputs: &Inputs, firm: &Firm, plan: &Household) -> Household {
    let laws = firm.policy.mortality.regions.get(&inputs.answers.region);
    let ends = inputs.answers.people.iter().filter_map(|person| {
        let law = laws.map(|laws| if person.sex == Sex::Male { laws.male } else { laws.female })?;
        Some(longevity::plan_age(person.age, 0.5, law) + 1 - person.age)
    });
    let years = ends.max().unwrap_or(plan.years).max(plan.retire_in + 1).min(plan.years);
    let mut household = Household { years, plan_age: plan.age + years - 1, ..plan.clone() };
    let Household { saving_factor, saving_diverted, income, spending_factor, obligations, .. } =
        &mut household;
    for flows in [saving_factor, saving_diverted, income, spending_factor, obligations] {
        flows.truncate(years as usize);
    }
    household
}

/// One lifetime, year by year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    /// Its place among the lifetimes, from 0.
    pub lifetime: u32,
    /// Its K.
    pub ratio: f64,
    /// Its years.
    pub years: Vec<ReplayYear>,
    /// Wealth at the end, all spending paid; below 0 is what is missing by then. It is not below
    /// 0 where K is at least 1.
    pub left: f64,
}

/// A year of one lifetime, in money of today.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReplayYear {
    /// The investor's age at its start, in years.
    pub age: u32,
    /// Wealth at its start, before the year's flows; below 0 is what is missing by then.
    pub wealth: f64,
    /// Saving and income, less what is owed.
    pub inflow: f64,
    /// Spending, as wished.
    pub spending: f64,
    /// Real return after costs, a fraction.
    pub rate: f64,
}

/// Plays one lifetime again: the one at a lower quantile of K, a share from 0 to 1.
///
/// # Formula
///
/// `wealth_(t+1) = (wealth_t + inflow_t - spending_t) (1 + rate_t)`, so that what is left, over
/// the growth of a unit, is what K has in resources less what it has in wishes.
#[must_use]
pub fn replay(draws: &mut Option<Draws>, inputs: &Inputs, firm: &Firm, share: f64) -> Replay {
    let Ground { cases, returns, .. } = Ground::of(inputs, firm);
    let plan = &cases.tried;
    // The last year's return takes one year more.
    let draws = kept(draws, inputs.seed, inputs.lifetimes, plan.years + 1);
    let played = projection::play(&[Column::of(plan)], &returns, draws, inputs.lifetimes);
    let ratios = played.first().map(Lifetimes::ratios).unwrap_or_default();
    let (lifetime, ratio) = at_quantile(&ratios, share);
    let discounts = projection::discounts_of(lifetime, &returns, draws, plan.years as usize + 1);

    let mut wealth = plan.wealth;
    let rates = discounts.iter().zip(discounts.iter().skip(1)).map(|(now, next)| now / next - 1.0);
    let mut years = Vec::new();
    for ((year, age), rate) in (0..).zip(plan.age..).zip(rates) {
        let at = |flows: &[f64]| flows.get(year).copied().unwrap_or(0.0);
        let inflow = plan.saving(year) + at(&plan.income) - at(&plan.obligations);
        let spending = plan.wished_year * at(&plan.spending_factor);
        years.push(ReplayYear { age, wealth, inflow, spending, rate });
        wealth = (wealth + inflow - spending) * (1.0 + rate);
    }
    Replay { lifetime: u32::try_from(lifetime).unwrap_or(u32::MAX), ratio, years, left: wealth }
}

/// The lifetime at a lower quantile, the first of equals; 0 of none.
fn at_quantile(ratios: &[f64], share: f64) -> (usize, f64) {
    let mut places: Vec<(usize, f64)> = ratios.iter().copied().enumerate().collect();
    if places.is_empty() {
        return (0, 0.0);
    }
    let rank = projection::rank(places.len(), share.clamp(0.0, 1.0));
    *places.select_nth_unstable_by(rank, |a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))).1
}
