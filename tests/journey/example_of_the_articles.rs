//! The example that several articles work with: aged 40, retiring at 63, on their own. The figures
//! that the articles print are the planner's.

use planner::advice::{self, Advice, Lever};
use planner::allocation::LogReturn;
use planner::answers::{self, Answers, Form, Sex};
use planner::draws::Draws;
use planner::firm::{Firm, Region};
use planner::household::{self, Cases};
use planner::portfolio::{Market, Moments};
use planner::projection::{self, Futures, Lifetimes};
use planner::{Moves, zone};

/// Half of the money in growth assets until retirement, three tenths after.
const GROWTH: (f64, f64) = (0.5, 0.3);

/// The seed of the app's plans.
const SEED: u64 = 20_261_122;

const LIFETIMES: u32 = 10_000;

fn example() -> Form {
    let mut form = super::single(1986.0, Sex::Male, 63.0, 180_000.0, 15.0);
    super::money(&mut form, 12_500.0, 8_750.0, 50_000.0, 500_000.0);
    form.you.pension.known_month = Some(5_000.0);
    form
}

/// What the example is played from, with so much more real return a year than assumed.
struct Example {
    firm: Firm,
    answers: Answers,
    cases: Cases,
    returns: Vec<LogReturn>,
    futures: Futures,
}

impl Example {
    fn with(more_return: f64, div: f64, lag: u32) -> Self {
        let firm = super::support::firm();
        let answers = answers::check(&example(), &firm, super::support::TODAY).unwrap();
        let cases = household::lay_out(&answers, &firm, &Moves::default());
        let years = cases.by_life[1].years;
        let retire_in = cases.tried.retire_in;
        let returns: Vec<LogReturn> = (0..years)
            .map(|year| {
                log_return(&firm, if year < retire_in + lag { GROWTH.0 } else { GROWTH.1 }, more_return, div)
            })
            .collect();
        let draws = Draws::new(SEED, LIFETIMES, years.next_multiple_of(20));
        let futures = projection::simulate(&cases, &returns, &draws, LIFETIMES, &firm.policy.zone);
        Self { firm, answers, cases, returns, futures }
    }

    fn success(&self, lifetimes: &Lifetimes) -> f64 {
        zone::measure(lifetimes, &self.firm.policy.zone).success
    }

    fn advice(&self) -> Advice {
        advice::advise(&self.cases, &self.futures, &self.returns, &self.answers, &self.firm.policy.zone)
    }

    /// How much a lever has to move, and what that costs in money of today.
    fn needed(&self, lever: Lever) -> (f64, f64) {
        let advice = self.advice();
        let found = advice.moves.iter().find(|found| found.lever == lever);
        found.map(|found| (found.change, found.cost)).unwrap()
    }
}

fn log_return(firm: &Firm, growth: f64, more: f64, div: f64) -> LogReturn {
    let assumptions = firm.assumptions_of(Region::China);
    let sleeves = &firm.policy.saa.sleeves[&Region::China];
    let market = Market::new(assumptions);
    let [high, low, mid] =
        [&sleeves.growth, &sleeves.defensive, &sleeves.diversifier].map(|sleeve| market.shares(sleeve));
    let shares: Vec<f64> = high
        .iter()
        .zip(&low)
        .zip(&mid)
        .map(|((high, low), mid)| growth * high + div * mid + (1.0 - growth - div) * low)
        .collect();
    let moments: Moments = market.moments(&shares);
    LogReturn { mean: (moments.real_net(assumptions.inflation) + more).ln_1p(), sd: moments.log_sd() }
}

#[test]
fn the_figures_of_the_articles_are_the_planners() {
    for (div, lag) in [(0.0, 0), (0.1, 0), (0.05, 0), (0.1, 1), (0.0, 1)] {
        let example = Example::with(0.0, div, lag);
        let less = Example::with(-0.005, div, lag);
        println!("=== {div} {lag} {:?}", zone::measure(&example.futures.plan, &example.firm.policy.zone));
        println!("pensions {:?}", example.cases.tried.people[0].pensions);
        for found in &example.advice().moves {
            println!("{found:?}");
        }
        println!("less {:?}", less.advice().moves.iter().find(|found| found.lever == Lever::Save));
        println!("P by return {:?}", example.futures.by_return.each_ref().map(|it| example.success(it)));
        println!("P by life {:?}", example.futures.by_life.each_ref().map(|it| example.success(it)));
    }
}
