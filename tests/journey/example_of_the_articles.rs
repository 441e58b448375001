//! The example that several articles work with: aged 40, retiring at 63, on their own. The figures
//! that the articles print are the planner's.
#![expect(clippy::indexing_slicing, reason = "a firm without its own region has failed")]

use planner::advice::{self, Advice, Lever};
use planner::allocation::LogReturn;
use planner::answers::{self, Answers, Form, Sex};
use planner::draws::Draws;
use planner::firm::{Firm, Region};
use planner::household::{self, Cases};
use planner::portfolio::Market;
use planner::projection::{self, Futures, Lifetimes};
use planner::{Moves, zone};

/// Share in growth assets until retirement, and after.
const GROWTH: (f64, f64) = (0.5, 0.3);

/// Share in diversifying assets; the rest is defensive.
const DIVERSIFIED: f64 = 0.05;

/// The seed of the app's plans.
const SEED: u64 = 20_261_122;

const LIFETIMES: u32 = 10_000;

fn example() -> Form {
    let mut form = super::single(1986.0, Sex::Male, 63.0, 180_000.0, 15.0);
    super::money(&mut form, 12_500.0, 8_750.0, 50_000.0, 500_000.0);
    form.you.pension.known_month = Some(5_000.0);
    form
}

/// What the example is played from, and its lifetimes.
struct Example {
    firm: Firm,
    answers: Answers,
    cases: Cases,
    returns: Vec<LogReturn>,
    futures: Futures,
}

impl Example {
    /// With so much more real return a year than assumed.
    fn with(more_return: f64) -> Self {
        let firm = super::support::firm();
        let answers = answers::check(&example(), &firm, super::support::TODAY).unwrap();
        let cases = household::lay_out(&answers, &firm, &Moves::default());
        let years = cases.by_life[1].years;
        let growth = |year: u32| if year < cases.tried.retire_in { GROWTH.0 } else { GROWTH.1 };
        let returns: Vec<LogReturn> =
            (0..years).map(|year| log_return(&firm, growth(year), more_return)).collect();
        let draws = Draws::new(SEED, LIFETIMES, years.next_multiple_of(20));
        let futures = projection::simulate(&cases, &returns, &draws, LIFETIMES, &firm.policy.zone);
        Self { firm, answers, cases, returns, futures }
    }

    /// P of some lifetimes in percent, 0 to 100.
    fn success(&self, lifetimes: &Lifetimes) -> f64 {
        zone::measure(lifetimes, &self.firm.policy.zone).success * 100.0
    }

    fn advice(&self) -> Advice {
        advice::advise(&self.cases, &self.futures, &self.returns, &self.answers, &self.firm.policy.zone)
    }

    /// How far a lever has to move, and what that costs in money of today.
    fn needed(&self, lever: Lever) -> (f64, f64) {
        let found = self.advice().moves.into_iter().find(|found| found.lever == lever).unwrap();
        (found.change, found.cost)
    }
}

fn log_return(firm: &Firm, growth: f64, more: f64) -> LogReturn {
    let assumptions = firm.assumptions_of(Region::China);
    let sleeves = &firm.policy.saa.sleeves[&Region::China];
    let market = Market::new(assumptions);
    let diversifier = sleeves.diversifier.clone().unwrap_or_default();
    let [growing, diversified, defensive] =
        [&sleeves.growth, &diversifier, &sleeves.defensive].map(|sleeve| market.shares(sleeve));
    let rest = 1.0 - growth - DIVERSIFIED;
    let shares: Vec<f64> = growing
        .iter()
        .zip(&diversified)
        .zip(&defensive)
        .map(|((growing, diversified), defensive)| {
            growth * growing + DIVERSIFIED * diversified + rest * defensive
        })
        .collect();
    let moments = market.moments(&shares);
    LogReturn { mean: (moments.real_net(assumptions.inflation) + more).ln_1p(), sd: moments.log_sd() }
}

#[track_caller]
fn check(found: f64, printed: f64, within: f64) {
    assert!((found - printed).abs() <= within, "{found}, printed {printed}");
}

#[test]
fn near_the_border_prints_its_chances() {
    let example = Example::with(0.0);
    assert_eq!(example.cases.tried.plan_age, 92);
    check(example.success(&example.futures.plan), 76.0, 0.5);
    check(example.success(&example.futures.by_return[0]), 60.0, 0.5);
    check(example.success(&example.futures.by_return[1]), 87.0, 0.5);
}

#[test]
fn ways_to_green_prints_its_four_moves() {
    let example = Example::with(0.0);
    for (lever, change, cost) in [
        (Lever::Save, 3_965.0, 68_000.0),
        (Lever::Spend, 4_425.0, 53_000.0),
        (Lever::OneOff, 73_000.0, 73_000.0),
    ] {
        let (found, costs) = example.needed(lever);
        check(found, change, if lever == Lever::OneOff { 500.0 } else { 0.5 });
        check(costs, cost, 500.0);
    }
    check(example.needed(Lever::Later).0, 1.0, 0.0);
}

#[test]
fn with_half_a_point_less_return_the_saving_is_four_times_as_much() {
    check(Example::with(-0.005).needed(Lever::Save).0, 16_000.0, 500.0);
}

#[test]
fn three_more_years_of_life_take_about_seven_points() {
    let example = Example::with(0.0);
    let less = example.success(&example.futures.plan) - example.success(&example.futures.by_life[1]);
    check(less, 7.0, 0.5);
}
