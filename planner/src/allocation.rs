//! Stage 3: profile, horizon and cash flows become strategic weights, and the limit that bound.

use serde::{Deserialize, Serialize};

use crate::answers::Answers;
use crate::draws;
use crate::firm::{
    Asset, AssetId, Assumptions, Class, Family, Firm, GammaPolicy, HumanCapital, Region, ReservePolicy,
};
use crate::funding;
use crate::household::Household;
use crate::portfolio::{self, Market, Moments};
use crate::profile::Profile;

/// The strategic allocation: a proposal until an advisor has confirmed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// Weights of today in whole hundredths, largest family order; they sum to one.
    pub weights: Vec<Weight>,
    /// Growth share of today before rounding and cash needs, 0 to 1.
    pub growth_share: f64,
    /// The limit that decided the growth share.
    pub binding: Limit,
    /// Every limit of the growth share, with its value, in the order they are looked at.
    pub limits: Vec<LimitValue>,
    /// Largest growth share the investor may try: the cap of the class, 0 to 1.
    pub growth_cap: f64,
    /// Growth share of every year of the plan, 0 to 1.
    pub glide: Vec<f64>,
    /// Least cash, 0 to 1: withdrawals of the next years and what the reserve lacks.
    pub cash_floor: f64,
    /// Figures of the mix of today.
    pub figures: MixFigures,
    /// What a year may bring in the client's own money.
    pub money: MoneyRange,
    /// Relative risk aversion from the tolerance.
    pub gamma: f64,
    /// The mix and the real return that the wished spending needs.
    pub needed: Needed,
    /// Today's holdings by asset class as shares, where they were sorted; same order as `weights`.
    pub held: Option<Vec<Weight>>,
}

/// One asset class of a mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// The asset class.
    pub asset: AssetId,
    /// Its family.
    pub family: Family,
    /// Its share, 0 to 1.
    pub share: f64,
}

/// What decides the growth share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// The cap of the class.
    Class,
    /// The cap of the horizon.
    Horizon,
    /// Tolerance and future saving: the share that suits the client's risk aversion.
    Tolerance,
    /// The client's own loss limit.
    Loss,
    /// Cash needs of the next years left no more room.
    Cash,
}

/// One limit and its value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LimitValue {
    /// Which.
    pub limit: Limit,
    /// Growth share it leaves, 0 to 1.
    pub share: f64,
}

/// Expected figures of a mix, nominal and before fees unless said otherwise; fractions a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MixFigures {
    /// Arithmetic mean return.
    pub arithmetic: f64,
    /// Compound (geometric) return.
    pub compound: f64,
    /// Standard deviation of a year's return.
    pub volatility: f64,
    /// Product costs.
    pub fee: f64,
    /// Compound return after inflation and fees.
    pub real_net: f64,
    /// Probability of a loss within a year.
    pub loss_probability: f64,
    /// Loss within a year that is exceeded one time in twenty; 0 if a gain.
    pub loss_95: f64,
    /// Mean loss of the worst twentieth of years; 0 if a gain.
    pub mean_loss_worst: f64,
}

/// A year's result in the client's own money; losses are negative.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoneyRange {
    /// The money that the mix applies to.
    pub wealth: f64,
    /// One year in twenty is worse.
    pub bad: f64,
    /// As many years are better as are worse.
    pub median: f64,
    /// One year in twenty is better.
    pub good: f64,
}

/// What the wished spending needs from the markets.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Needed {
    /// Real return after fees at which money just lasts, a fraction a year; none if none within
    /// -10% to 15% does.
    pub real_return: Option<f64>,
    /// Smallest growth share whose expected real return reaches it; none if no share does.
    pub growth_share: Option<f64>,
    /// Lowest class that allows that growth share.
    pub class: Option<Class>,
}

/// Proposes the strategic allocation of a household.
///
/// # Formula
///
/// `theta = min(class cap, horizon cap, min(1, m (F + H) / F))`, then lowered by whole points until
/// the 95% loss of a year is within the client's own limit; `m` is the Merton share of the growth
/// sleeve over the defensive one, `H` half the present value of planned saving. The mix is
/// `theta × growth + delta × diversifier + the rest × defensive`; cash is raised to what the next
/// years need, from the defensive sleeve first.
#[must_use]
pub fn allocate(profile: &Profile, household: &Household, answers: &Answers, firm: &Firm) -> Allocation {
    let desk = Desk::new(profile, answers.region, firm);
    let human = human_capital(household, &firm.policy.saa.human_capital);
    let now = human.first().copied().unwrap_or(0.0);
    let tolerance = portfolio::merton_share_with_human_capital(desk.merton, household.wealth, now);
    let class = desk.class_cap();
    let horizon = horizon_cap(profile.horizon_years, firm);
    let loss = desk.within_loss(1.0, profile.loss_limit);
    let cash_floor = cash_floor(household, answers, profile, &firm.policy.reserve);
    let limits = vec![
        LimitValue { limit: Limit::Class, share: class },
        LimitValue { limit: Limit::Horizon, share: horizon },
        LimitValue { limit: Limit::Tolerance, share: tolerance },
        LimitValue { limit: Limit::Loss, share: loss },
        LimitValue { limit: Limit::Cash, share: 1.0 - cash_floor },
    ];
    let (binding, growth_share) = smallest(&limits);

    let shares = round_to_points(&desk.with_cash(desk.mix(growth_share), cash_floor));
    let moments = desk.market.moments(&shares);
    Allocation {
        weights: desk.weights(&shares),
        growth_share,
        binding,
        limits,
        growth_cap: class,
        glide: glide(&desk, household, &human, growth_share, class.min(horizon).min(loss)),
        cash_floor,
        figures: figures(moments, desk.assumptions.inflation),
        money: money(moments, household.wealth),
        gamma: desk.gamma,
        needed: needed(&desk, household, firm),
        held: held(answers, &desk),
    }
}

/// Log mean and deviation of the real return after fees for every year of the glide path, with
/// another growth share today if one is tried: the path keeps its shape, up to the class's cap.
#[must_use]
pub fn real_log_returns(
    allocation: &Allocation,
    profile: &Profile,
    region: Region,
    tried: Option<f64>,
    firm: &Firm,
) -> Vec<LogReturn> {
    let desk = Desk::new(profile, region, firm);
    let first = allocation.glide.first().copied().unwrap_or(0.0);
    let share_of = |share: f64| match tried {
        None => share,
        Some(tried) if first > 0.0 => (share / first * tried).min(allocation.growth_cap),
        Some(tried) => tried.min(allocation.growth_cap),
    };
    allocation.glide.iter().map(|share| desk.log_return(share_of(*share))).collect()
}

/// The growth share of a pot for something in some years, 0 to 1: the caps of the class and of the
/// horizon, and the client's own loss limit.
#[must_use]
pub fn pot_growth_share(profile: &Profile, in_years: u32, region: Region, firm: &Firm) -> f64 {
    let desk = Desk::new(profile, region, firm);
    let cap = desk.class_cap().min(horizon_cap(f64::from(in_years), firm));
    cap.min(desk.within_loss(cap, profile.loss_limit))
}

/// Log mean and deviation of the real return after fees of a pot, for each year until it is needed
/// in some years and after: its growth share falls with the years that are left.
#[must_use]
pub fn pot_log_returns(profile: &Profile, in_years: u32, region: Region, firm: &Firm) -> Vec<LogReturn> {
    let desk = Desk::new(profile, region, firm);
    // Only the horizon changes on the way.
    let most = pot_growth_share(profile, in_years, region, firm);
    (0..=in_years).rev().map(|left| desk.log_return(most.min(horizon_cap(f64::from(left), firm)))).collect()
}

/// A lognormal year: mean and standard deviation of the logarithm of the real return after fees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogReturn {
    /// Mean of the logarithm.
    pub mean: f64,
    /// Standard deviation of the logarithm.
    pub sd: f64,
}

/// Relative risk aversion of a tolerance of 0 to 100: `g0 × (g1 / g0)^(T / 100)`.
#[must_use]
pub fn gamma_of(tolerance: f64, policy: GammaPolicy) -> f64 {
    policy.at_tolerance_0 * libm::pow(policy.at_tolerance_100 / policy.at_tolerance_0, tolerance / 100.0)
}

/// Rounds shares that sum to one to whole hundredths that sum to one: the largest remainders get
/// the missing points, the earlier share on a tie.
#[must_use]
pub fn round_to_points(shares: &[f64]) -> Vec<f64> {
    // A hair above, so that 0.07 × 100 = 7.000000000000001 and 0.29 × 100 = 28.999999999999996
    // both keep their points.
    let points: Vec<f64> = shares.iter().map(|share| (share * 100.0 + 1e-9).floor()).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let remainder = |idx: &usize| {
        let (share, point) =
            (shares.get(*idx).copied().unwrap_or(0.0), points.get(*idx).copied().unwrap_or(0.0));
        share * 100.0 - point
    };
    order.sort_by(|a, b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(b)));
    let missing = (100.0 - points.iter().sum::<f64>()).max(0.0);
    let mut rounded = points;
    for (given, idx) in (0_u32..).zip(order) {
        if f64::from(given) < missing
            && let Some(point) = rounded.get_mut(idx)
        {
            *point += 1.0;
        }
    }
    rounded.iter().map(|point| point / 100.0).collect()
}

/// Normal quantile of the worst twentieth of years.
const WORST_TWENTIETH: f64 = -1.644_853_626_951_472_2;

/// What every mix of one client is made of. Shares stand in the order of the assumptions.
struct Desk<'a> {
    assumptions: &'a Assumptions,
    market: Market<'a>,
    cash: &'a str,
    class_cap: f64,
    diversified: f64,
    growth: Vec<f64>,
    diversifier: Vec<f64>,
    defensive: Vec<f64>,
    gamma: f64,
    merton: f64,
    /// Normal quantile of the loss limit's probability.
    loss_z: f64,
}

impl<'a> Desk<'a> {
    fn new(profile: &Profile, region: Region, firm: &'a Firm) -> Self {
        let saa = &firm.policy.saa;
        let assumptions = firm.assumptions_of(region);
        let market = Market::new(assumptions);
        #[expect(clippy::indexing_slicing, reason = "a checked firm has sleeves for each region")]
        let sleeves = &saa.sleeves[&region];
        let class = profile.recommended;
        let growth = market.shares(sleeves.growth_of(class));
        let defensive = market.shares(sleeves.defensive_of(class));
        let gamma = gamma_of(profile.tolerance, saa.gamma);
        let (risky, safe) = (market.moments(&growth), market.moments(&defensive));
        let excess = (risky.arithmetic - risky.fee) - (safe.arithmetic - safe.fee);
        let wished = saa.diversifier_share.get(&class).copied().unwrap_or(0.0);
        Self {
            assumptions,
            cash: &sleeves.cash,
            class_cap: saa.growth_cap.get(&class).copied().unwrap_or(0.0),
            diversified: if sleeves.diversifier.is_some() { wished } else { 0.0 },
            diversifier: sleeves
                .diversifier
                .as_ref()
                .map_or_else(|| vec![0.0; growth.len()], |sleeve| market.shares(sleeve)),
            growth,
            defensive,
            gamma,
            merton: portfolio::merton_share(excess, risky.sd, gamma).max(0.0),
            loss_z: draws::normal_quantile(saa.loss_cap.quantile),
            market,
        }
    }

    const fn class_cap(&self) -> f64 {
        self.class_cap
    }

    /// The mix at a growth share, before cash needs.
    fn mix(&self, growth_share: f64) -> Vec<f64> {
        let diversified = self.diversified.min(1.0 - growth_share);
        let rest = 1.0 - growth_share - diversified;
        let sleeves = self.growth.iter().zip(&self.diversifier).zip(&self.defensive);
        sleeves
            .map(|((growth, diversifier), defensive)| {
                growth_share * growth + diversified * diversifier + rest * defensive
            })
            .collect()
    }

    /// Raises cash to its floor, from the defensive family first, then diversifiers, then growth.
    fn with_cash(&self, mut shares: Vec<f64>, floor: f64) -> Vec<f64> {
        let assets = &self.assumptions.asset;
        let Some(cash_idx) = assets.iter().position(|asset| asset.id == self.cash) else { return shares };
        for family in [Family::Defensive, Family::Diversifier, Family::Growth] {
            let missing = floor - shares.get(cash_idx).copied().unwrap_or(0.0);
            let member = |idx: usize, asset: &Asset| asset.family == family && idx != cash_idx;
            let there: f64 = assets
                .iter()
                .zip(&shares)
                .enumerate()
                .filter(|(idx, (asset, _))| member(*idx, asset))
                .map(|(_, (_, share))| share)
                .sum();
            if missing <= 0.0 || there <= 0.0 {
                continue;
            }
            let taken = missing.min(there);
            for (idx, (asset, share)) in assets.iter().zip(&mut shares).enumerate() {
                if member(idx, asset) {
                    *share *= 1.0 - taken / there;
                }
            }
            if let Some(cash) = shares.get_mut(cash_idx) {
                *cash += taken;
            }
        }
        shares
    }

    fn moments(&self, growth_share: f64) -> Moments {
        self.market.moments(&self.mix(growth_share))
    }

    fn log_return(&self, growth_share: f64) -> LogReturn {
        let moments = self.moments(growth_share);
        LogReturn { mean: libm::log1p(moments.real_net(self.assumptions.inflation)), sd: moments.log_sd() }
    }

    /// The largest growth share up to another, in whole points, whose 95% loss is in the limit.
    fn within_loss(&self, from: f64, loss_limit: f64) -> f64 {
        let within =
            |point: &u32| -self.moments(f64::from(*point) / 100.0).quantile_return(self.loss_z) <= loss_limit;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1")]
        let from = (from * 100.0) as u32;
        (0..=from).rev().find(within).map_or(0.0, |point| f64::from(point) / 100.0)
    }

    fn weights(&self, shares: &[f64]) -> Vec<Weight> {
        let assets = self.assumptions.asset.iter().zip(shares);
        assets
            .map(|(asset, share)| Weight { asset: asset.id.clone(), family: asset.family, share: *share })
            .collect()
    }
}

/// The limit that leaves the least, and what it leaves; on a tie the first in order.
fn smallest(limits: &[LimitValue]) -> (Limit, f64) {
    limits.iter().fold((Limit::Class, 1.0), |(limit, share), next| {
        if next.share < share { (next.limit, next.share) } else { (limit, share) }
    })
}

/// The horizon cap: the first row that the horizon stays within. An answer "within 1 year" has the
/// upper end 1 and belongs below 1 year.
fn horizon_cap(horizon_years: f64, firm: &Firm) -> f64 {
    let row = firm.policy.saa.horizon_cap.iter().find(|row| horizon_years <= row.below_years);
    row.map_or(1.0, |row| row.cap)
}

/// Present value of the saving from each year on, as far as it counts.
fn human_capital(household: &Household, policy: &HumanCapital) -> Vec<f64> {
    let mut left = 0.0;
    let mut values: Vec<f64> = household
        .saving_factor
        .iter()
        .rev()
        .map(|factor| {
            left = household.saving_year * factor + left / (1.0 + policy.discount_real);
            policy.counted_share * left
        })
        .collect();
    values.reverse();
    values
}

/// Cash for the withdrawals of the next years and for what the reserve lacks, as a share of wealth.
fn cash_floor(household: &Household, answers: &Answers, profile: &Profile, policy: &ReservePolicy) -> f64 {
    if household.wealth <= 0.0 {
        return 0.0;
    }
    let mut months = policy.withdrawal_months;
    // A reserve that is kept apart is not in this money.
    let lacks = if answers.life.reserve_months.is_some() { 0.0 } else { policy.target_months };
    let mut needs = (lacks - profile.reserve_months).max(0.0) * answers.spending_year / 12.0;
    for year in 0..household.years as usize {
        needs += months.clamp(0.0, 12.0) / 12.0 * household.withdrawal(year).max(0.0);
        months -= 12.0;
    }
    (needs / household.wealth).min(1.0)
}

/// The growth share of every year: the same rule with the wealth and the saving of that year, in
/// whole points, on the path where every year brings the median return.
fn glide(desk: &Desk, household: &Household, human: &[f64], first: f64, cap: f64) -> Vec<f64> {
    let mut wealth = household.wealth;
    let mut share = first;
    (0..household.years as usize)
        .map(|year| {
            // Where the money is gone the path keeps its last share: there is nothing to decide.
            if year > 0 && wealth > 0.0 {
                let human = human.get(year).copied().unwrap_or(0.0);
                let tolerance = portfolio::merton_share_with_human_capital(desk.merton, wealth, human);
                share = whole_points(cap.min(tolerance));
            }
            let growth = libm::exp(desk.log_return(share).mean);
            wealth = ((wealth + household.saving(year) - household.withdrawal(year)) * growth).max(0.0);
            share
        })
        .collect()
}

fn whole_points(share: f64) -> f64 {
    (share * 100.0 + 1e-9).floor() / 100.0
}

fn figures(moments: Moments, inflation: f64) -> MixFigures {
    MixFigures {
        arithmetic: moments.arithmetic,
        compound: moments.compound(),
        volatility: moments.sd,
        fee: moments.fee,
        real_net: moments.real_net(inflation),
        loss_probability: moments.loss_probability(),
        loss_95: (-moments.quantile_return(WORST_TWENTIETH)).max(0.0),
        mean_loss_worst: (-moments.mean_of_worst(WORST_TWENTIETH)).max(0.0),
    }
}

/// A year's result after product costs, in money.
fn money(moments: Moments, wealth: f64) -> MoneyRange {
    let result = |z: f64| wealth * (moments.quantile_return(z) - moments.fee);
    MoneyRange { wealth, bad: result(WORST_TWENTIETH), median: result(0.0), good: result(-WORST_TWENTIETH) }
}

/// What the wished spending needs: the constant real return at which money just lasts, and the
/// growth share and class that expect it.
fn needed(desk: &Desk, household: &Household, firm: &Firm) -> Needed {
    let real_return = funding::needed_return(household);
    let growth_share = real_return.and_then(|needed| {
        let reaches = |share: &f64| desk.moments(*share).real_net(desk.assumptions.inflation) >= needed;
        (0..=100_u32).map(|point| f64::from(point) / 100.0).find(reaches)
    });
    // Nobody needs to be in the lowest class, which is a matter of gates.
    let mut caps = firm.policy.saa.growth_cap.iter().filter(|(class, _)| **class != Class::C1Lowest);
    let mut allows = |share: f64| caps.find(|(_, cap)| **cap >= share).map(|(class, _)| *class);
    Needed { real_return, growth_share, class: growth_share.and_then(&mut allows) }
}

fn held(answers: &Answers, desk: &Desk) -> Option<Vec<Weight>> {
    let sorted: f64 = answers.holdings.values().sum();
    if sorted <= 0.0 || answers.unsorted > 0.0 {
        return None;
    }
    let shares: Vec<f64> =
        desk.market.shares(&answers.holdings).iter().map(|amount| amount / sorted).collect();
    Some(desk.weights(&shares))
}
