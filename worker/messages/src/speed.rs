//! How fast the projection is on this machine; the same measure on the host and in the browser.

use planner::allocation::LogReturn;
use planner::answers::FormError;
use planner::draws::Draws;
use planner::firm::Firm;
use planner::frontier;
use planner::household::Household;
use planner::projection::{self, Column};
use planner::{Inputs, Request};

use crate::Speed;

/// Lifetimes and years of the measured projection.
const LIFETIMES: u32 = 10_000;
const YEARS: u32 = 60;

/// Measures a projection, and the whole plan of a request; `now` tells the time in milliseconds.
///
/// # Errors
///
/// Every reason why the request cannot be planned.
pub fn measure(
    request: &Request,
    firm: &Firm,
    runs: u32,
    now: &dyn Fn() -> f64,
) -> Result<Speed, Vec<FormError>> {
    let draws = Draws::new(1, LIFETIMES, YEARS);
    let columns = [Column::of(&savers())];
    let returns = vec![LogReturn { mean: 0.025, sd: 0.09 }; YEARS as usize];
    let projection_ms = best(runs, now, || {
        let played = projection::play(&columns, &returns, &draws, LIFETIMES);
        played.iter().map(|lifetimes| lifetimes.ratios().len()).sum()
    });

    let inputs = Inputs::check(request, firm)?;
    let mut kept = None;
    let full_recompute_ms = best(runs, now, || {
        let plan = planner::plan_with(&mut kept, &inputs, firm);
        plan.digest.len() + plan.household.years as usize
    });

    let map_ms = best(runs, now, || frontier::draw(&mut kept, &inputs, firm).columns.len());

    let path_years = f64::from(LIFETIMES * YEARS);
    Ok(Speed {
        path_years_per_s: path_years / projection_ms * 1000.0,
        projection_ms,
        full_recompute_ms,
        map_ms,
    })
}

/// The shortest time of some runs, in milliseconds. The first run draws and warms up.
fn best(runs: u32, now: &dyn Fn() -> f64, run: impl FnMut() -> usize) -> f64 {
    let mut run = run;
    std::hint::black_box(run());
    (0..runs.max(1))
        .map(|_| {
            let start = now();
            std::hint::black_box(run());
            now() - start
        })
        .fold(f64::INFINITY, f64::min)
}

/// Thirty years of saving, thirty of spending.
fn savers() -> Household {
    let years = |before: f64, after: f64| {
        (0..YEARS).map(|year| if year < YEARS / 2 { before } else { after }).collect()
    };
    Household {
        age: 32,
        people: Vec::new(),
        retire_in: YEARS / 2,
        years: YEARS,
        plan_age: 32 + YEARS - 1,
        wealth: 300_000.0,
        set_aside: 0.0,
        uncovered: 0.0,
        wished_year: 150_000.0,
        essential_year: 100_000.0,
        saving_year: 60_000.0,
        saving_factor: years(1.0, 0.0),
        saving_diverted: years(0.0, 0.0),
        income: years(0.0, 60_000.0),
        spending_factor: years(0.0, 1.0),
        obligations: years(0.0, 0.0),
        gap_year: 90_000.0,
    }
}
