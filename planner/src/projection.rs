//! Stage 4: cash flows and allocation become ten thousand lifetimes.

use std::ops::RangeInclusive;

pub use lanes::quantiles;
pub(crate) use lanes::rank;
use lanes::{LANES, Lane, Step, discount};
use serde::{Deserialize, Serialize};

use crate::allocation::LogReturn;
use crate::draws::Draws;
use crate::firm::ZonePolicy;
use crate::funding::Flows;
use crate::household::{Cases, Household};

/// What the lifetimes look like, year by year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    /// Lifetimes played.
    pub lifetimes: u32,
    /// Years of each.
    pub years: u32,
    /// The seed of their random numbers.
    pub seed: u64,
    /// Wealth at the start of each year `0..=years`, before that year's flows, by quantile.
    pub bands: Vec<Band>,
    /// Lifetimes the bands were taken from.
    pub band_lifetimes: u32,
    /// Standard error of a band's rank, a fraction: half of the bands' honest width.
    pub band_rank_error: f64,
    /// How the funded ratio K is spread over the lifetimes.
    pub distribution: Distribution,
}

/// Wealth at the start of a year, in money of today, by quantile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the quantile is in the name, in percent")]
pub struct Band {
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
}

/// How K is spread: shares of the lifetimes in equal steps of K.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// K at the left end of the first step.
    pub from: f64,
    /// Width of a step.
    pub step: f64,
    /// Share of the lifetimes in each step, 0 to 1; they sum to one, the ends taking what lies beyond.
    pub shares: Vec<f64>,
}

/// The lifetimes of the plan and of the households it is compared with, on the same draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Futures {
    /// The plan.
    pub plan: Lifetimes,
    /// The plan with less and with more real return.
    pub by_return: [Lifetimes; 2],
    /// The plan with a shorter and with a longer life.
    pub by_life: [Lifetimes; 2],
    /// The plan with a later retirement, one more year each.
    pub later: Vec<Lifetimes>,
    /// What the pages show of the plan.
    pub shown: Projection,
}

/// Present values along every lifetime, the two of a pair side by side.
///
/// K is linear in saving and money today, so the levers have closed forms on these.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lifetimes {
    /// Money today.
    pub wealth: f64,
    /// Saved in the first year.
    pub saving_year: f64,
    /// Wished spending a year.
    pub wished_year: f64,
    /// Spending that cannot be cut, a year.
    pub essential_year: f64,
    /// Pensions and other income, less what is owed, of each lifetime.
    pub inflow: Vec<f64>,
    /// One unit saved in the first year, and its like in the years after.
    pub saving: Vec<f64>,
    /// One unit spent each year of retirement; above 0.
    pub spending: Vec<f64>,
}

impl Lifetimes {
    /// The funded ratio K of every lifetime, with another wealth, saving or spending.
    ///
    /// # Formula
    ///
    /// `K = (W0 + inflow + saving_year × saving) / (wished_year × spending)`
    #[must_use]
    pub fn funded_ratios(&self, wealth: f64, saving_year: f64, wished_year: f64) -> Vec<f64> {
        lanes::ratios([&self.inflow, &self.saving, &self.spending], [wealth, saving_year, wished_year])
    }

    /// The funded ratio K of every lifetime.
    #[must_use]
    pub fn ratios(&self) -> Vec<f64> {
        self.funded_ratios(self.wealth, self.saving_year, self.wished_year)
    }
}

/// Plays every lifetime of the plan and of its comparisons.
///
/// `returns` has a year for every year of the longest case; where it ends, its last year goes on.
///
/// # Formula
///
/// Yearly steps, flows at the start of each year, real money: `d_0 = 1`,
/// `d_(t+1) = d_t / R_t`, `R_t = exp(mean_t + sd_t Z_t)`, `Z` standard normal, `-Z` in the other
/// lifetime of the pair.
#[must_use]
pub fn simulate(
    cases: &Cases,
    returns: &[LogReturn],
    draws: &Draws,
    lifetimes: u32,
    policy: &ZonePolicy,
) -> Futures {
    let plan = &cases.tried;
    let shifts = [-policy.sensitivity_return, policy.sensitivity_return];
    let mut columns = vec![Column::of(plan)];
    columns.extend(shifts.map(|shift| Column::compared(plan, shift)));
    columns.extend(cases.by_life.iter().map(|household| Column::compared(household, 0.0)));
    columns.extend(cases.later.iter().map(Column::of));

    let mut played = play(&columns, returns, draws, lifetimes).into_iter();
    // One column a household went in and came out.
    let mut next = || played.next().unwrap_or_default();
    let futures = (next(), [next(), next()], [next(), next()]);
    let shown = show(plan, &futures.0, returns, draws, lifetimes);
    Futures { plan: futures.0, by_return: futures.1, by_life: futures.2, later: played.collect(), shown }
}

/// The cash flows of one household as weights of the discount factors.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What its lifetimes start from.
    start: Lifetimes,
    inflow: Span,
    saving: Span,
    spending: Span,
}

/// Weights of the years from `from` on; zero before and after.
#[derive(Clone, Debug, PartialEq)]
struct Span {
    from: usize,
    weights: Vec<f64>,
}

impl Span {
    /// The years between the first and the last weight that is not zero.
    fn of(mut weights: Vec<f64>) -> Self {
        while weights.last() == Some(&0.0) {
            weights.pop();
        }
        let from = weights.iter().position(|weight| *weight != 0.0).unwrap_or(weights.len());
        Self { from, weights: weights.split_off(from) }
    }

    fn end(&self) -> usize {
        self.from + self.weights.len()
    }

    /// Adds the sum of weights times discount factors of every lifetime of a block.
    fn weigh(&self, discounts: &[[Lane; 2]], sums: &mut Vec<f64>) {
        lanes::weigh(&self.weights, discounts.get(self.from..).unwrap_or_default(), sums);
    }
}

impl Column {
    /// The flows of a household, saving apart, for the levers.
    #[must_use]
    pub fn of(household: &Household) -> Self {
        let Household { income, obligations, saving_diverted, .. } = household;
        let inflow = income.iter().zip(obligations).zip(saving_diverted);
        Self {
            start: Lifetimes {
                wealth: household.wealth,
                saving_year: household.saving_year,
                wished_year: household.wished_year,
                essential_year: household.essential_year,
                ..Lifetimes::default()
            },
            inflow: Span::of(inflow.map(|((income, owed), diverted)| income - owed - diverted).collect()),
            saving: Span::of(household.saving_factor.clone()),
            spending: Span::of(household.spending_factor.clone()),
        }
    }

    /// The flows of a household that is only compared: saving is part of the inflow, and every year
    /// brings so much more real return.
    ///
    /// A higher return scales the discount factor of year `t` by `e^(-shift t)` on every lifetime,
    /// so it needs no lifetimes of its own.
    fn compared(household: &Household, shift: f64) -> Self {
        let Flows { wealth, inflow, spending } = Flows::of(household);
        let shifted = |flows: Vec<f64>| {
            let step = libm::exp(-shift);
            let mut scale = 1.0;
            let scaled = flows.into_iter().map(|flow| {
                let flow = flow * scale;
                scale *= step;
                flow
            });
            Span::of(scaled.collect())
        };
        Self {
            start: Lifetimes {
                wealth,
                saving_year: 0.0,
                wished_year: 1.0,
                essential_year: household.essential_year / household.wished_year,
                ..Lifetimes::default()
            },
            inflow: shifted(inflow),
            saving: Span::of(Vec::new()),
            spending: shifted(spending),
        }
    }

    /// Nothing but a unit spent in each of some years, from some wealth.
    #[must_use]
    pub fn spending(wealth: f64, years: RangeInclusive<u32>) -> Self {
        let weights = (0..=*years.end()).map(|year| if years.contains(&year) { 1.0 } else { 0.0 }).collect();
        Self {
            start: Lifetimes { wealth, wished_year: 1.0, ..Lifetimes::default() },
            inflow: Span::of(Vec::new()),
            saving: Span::of(Vec::new()),
            spending: Span::of(weights),
        }
    }

    /// Payments by year, from some money today, what is saved for them by year, and a level saving
    /// in each of the first years as a lever. The wish is one: all the payments; a share of them is
    /// essential.
    #[must_use]
    pub fn payments(
        wealth: f64,
        saved: Vec<f64>,
        level_years: usize,
        payments: Vec<f64>,
        essential: f64,
    ) -> Self {
        Self {
            start: Lifetimes { wealth, wished_year: 1.0, essential_year: essential, ..Lifetimes::default() },
            inflow: Span::of(saved),
            saving: Span::of(vec![1.0; level_years]),
            spending: Span::of(payments),
        }
    }

    fn years(&self) -> usize {
        self.inflow.end().max(self.saving.end()).max(self.spending.end())
    }
}

/// Plays the lifetimes once and weighs their discount factors by every column.
#[must_use]
pub fn play(columns: &[Column], returns: &[LogReturn], draws: &Draws, lifetimes: u32) -> Vec<Lifetimes> {
    let years = columns.iter().map(Column::years).max().unwrap_or(0);
    let steps = steps(returns, years);
    let count = (lifetimes as usize).min(draws.pairs() * 2);
    let mut played: Vec<Lifetimes> = columns.iter().map(|column| column.start.clone()).collect();
    for lifetimes in &mut played {
        for sums in [&mut lifetimes.inflow, &mut lifetimes.saving, &mut lifetimes.spending] {
            sums.reserve_exact(count.next_multiple_of(2 * LANES));
        }
    }
    let mut discounts = vec![[[0.0; LANES]; 2]; years];
    for block in draws.blocks().take(count.div_ceil(2 * LANES)) {
        discount(block, &steps, &mut discounts);
        for (column, lifetimes) in columns.iter().zip(&mut played) {
            column.inflow.weigh(&discounts, &mut lifetimes.inflow);
            column.saving.weigh(&discounts, &mut lifetimes.saving);
            column.spending.weigh(&discounts, &mut lifetimes.spending);
        }
    }
    for lifetimes in &mut played {
        for sums in [&mut lifetimes.inflow, &mut lifetimes.saving, &mut lifetimes.spending] {
            sums.truncate(count);
        }
    }
    played
}

/// The discount factors of one lifetime at the start of so many years, as [`play`] has them; fewer
/// where fewer years were drawn, none where it was not drawn.
#[must_use]
pub(crate) fn discounts_of(lifetime: usize, returns: &[LogReturn], draws: &Draws, years: usize) -> Vec<f64> {
    let Some(block) = draws.blocks().nth(lifetime / (2 * LANES)) else { return Vec::new() };
    let years = years.min(block.len());
    let mut discounts = vec![[[0.0; LANES]; 2]; years];
    discount(block, &steps(returns, years), &mut discounts);
    let (side, lane) = (lifetime % 2, lifetime / 2 % LANES);
    #[expect(clippy::indexing_slicing, reason = "`side` is below 2, `lane` below LANES")]
    discounts.iter().map(|year| year[side][lane]).collect()
}

fn steps(returns: &[LogReturn], years: usize) -> Vec<Step> {
    let last = returns.last().copied().unwrap_or(LogReturn { mean: 0.0, sd: 0.0 });
    let endless = returns.iter().copied().chain(std::iter::repeat(last));
    endless.take(years).map(|year| Step { factor: libm::exp(-year.mean), sd: year.sd }).collect()
}

/// Lifetimes that the bands are taken from.
const BAND_LIFETIMES: usize = 2_000;

/// Steps of the distribution of K, from 0 to `DISTRIBUTION_TO`.
const DISTRIBUTION_STEPS: usize = 50;

/// Right end of the distribution of K; what lies beyond is counted in the last step.
const DISTRIBUTION_TO: f64 = 2.5;

fn show(
    household: &Household,
    plan: &Lifetimes,
    returns: &[LogReturn],
    draws: &Draws,
    lifetimes: u32,
) -> Projection {
    let bands = bands(household, returns, draws, (lifetimes as usize).min(BAND_LIFETIMES));
    let band_lifetimes = bands.1;
    Projection {
        lifetimes: u32::try_from(plan.spending.len()).unwrap_or(u32::MAX),
        years: household.years,
        seed: draws.seed(),
        bands: bands.0,
        band_lifetimes,
        band_rank_error: 0.5 / f64::from(band_lifetimes.max(1)).sqrt(),
        distribution: distribution(&plan.ratios()),
    }
}

fn distribution(ratios: &[f64]) -> Distribution {
    let width = DISTRIBUTION_TO / f64::from(u32::try_from(DISTRIBUTION_STEPS).unwrap_or(1));
    let mut counts = [0_u32; DISTRIBUTION_STEPS];
    for ratio in ratios {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held between the ends; below 0 becomes 0"
        )]
        let step = ((ratio / width) as usize).min(DISTRIBUTION_STEPS - 1);
        if let Some(count) = counts.get_mut(step) {
            *count += 1;
        }
    }
    let all = f64::from(u32::try_from(ratios.len()).unwrap_or(u32::MAX).max(1));
    Distribution {
        from: 0.0,
        step: width,
        shares: counts.iter().map(|count| f64::from(*count) / all).collect(),
    }
}

/// Quantiles of wealth by year over the first lifetimes, and how many these were. Money that is
/// gone stays gone: spending is then what the pensions pay.
fn bands(household: &Household, returns: &[LogReturn], draws: &Draws, lifetimes: usize) -> (Vec<Band>, u32) {
    let years = household.years as usize;
    let steps = steps(returns, years);
    let flows: Vec<f64> =
        (0..years).map(|year| household.saving(year) - household.withdrawal(year)).collect();
    let blocks = lifetimes.div_ceil(2 * LANES);
    let mut wealth: Vec<Vec<f64>> = (0..=years).map(|_| Vec::with_capacity(blocks * 2 * LANES)).collect();
    for block in draws.blocks().take(blocks) {
        lanes::grow(block, &steps, &flows, household.wealth, &mut wealth);
    }
    let count = u32::try_from(blocks * 2 * LANES).unwrap_or(u32::MAX);
    (wealth.iter_mut().map(|wealth| band(wealth)).collect(), count)
}

fn band(wealth: &mut [f64]) -> Band {
    let [p10, p25, p50, p75, p90] = quantiles(wealth, [0.10, 0.25, 0.50, 0.75, 0.90]);
    Band { p10, p25, p50, p75, p90 }
}

/// One lower quantile, as [`quantiles`].
#[must_use]
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let [found] = quantiles(&mut values.to_vec(), [share]);
    found
}
