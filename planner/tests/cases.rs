//! Published and computed figures, each recomputed by the planner's own functions.
//!
//! The file is `tests/cases.json`; the environment variable `CASES` names another one.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at a file that cannot be read")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "figures of the cases"
)]

use planner::allocation::LogReturn;
use planner::date::YearMonth;
use planner::draws::Draws;
use planner::firm::{Firm, Gompertz, RetireClass};
use planner::funding::{Flows, fund};
use planner::goals::{education::Education, mortgage, protection};
use planner::household::{self, Contributions};
use planner::zone::{self, Measures, Zone};
use planner::{fees, longevity, portfolio, projection, rate, rebalance};
use serde_json::Value;

mod support;

#[test]
fn every_case_is_recomputed() {
    let path = std::env::var("CASES")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases.json").to_owned());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let firm = support::firm();

    let mut faults = Vec::new();
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let formula = case["formula"].as_str().unwrap();
        let Some(results) = recompute(formula, &Inputs(&case["inputs"]), &firm) else {
            faults.push(format!("{id}: the planner has no formula {formula}"));
            continue;
        };
        for (name, expected) in case["expected"].as_object().unwrap() {
            let found = results.iter().find(|(known, _)| known == name);
            match found {
                Some((_, Found::Number(found))) => {
                    let expected = expected.as_f64().unwrap();
                    let tolerance = case["tolerance"].as_f64().unwrap();
                    // A printed figure is read back within its last bit.
                    if (found - expected).abs() > tolerance + 1e-12 * expected.abs() || found.is_nan() {
                        faults
                            .push(format!("{id}: {name} is {found}, expected {expected} within {tolerance}"));
                    }
                }
                Some((_, Found::Zone(zone))) => {
                    if serde_json::to_value(zone).unwrap() != *expected {
                        faults.push(format!("{id}: {zone:?}, expected {expected}"));
                    }
                }
                None => faults.push(format!("{id}: {formula} gives no {name}")),
            }
        }
    }
    let failed: std::collections::BTreeSet<&str> =
        faults.iter().filter_map(|fault| fault.split(':').next()).collect();
    println!("{} of {} cases passed", cases.len() - failed.len(), cases.len());
    assert!(!cases.is_empty(), "no cases in {path}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

enum Found {
    Number(f64),
    Zone(Zone),
}

type Results = Vec<(&'static str, Found)>;

struct Inputs<'a>(&'a Value);

impl Inputs<'_> {
    fn number(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap_or_else(|| panic!("no number {name} in {}", self.0))
    }

    fn years(&self, name: &str) -> u32 {
        self.number(name) as u32
    }

    fn numbers(&self, name: &str) -> Vec<f64> {
        serde_json::from_value(self.0[name].clone()).unwrap()
    }

    fn law(&self) -> Gompertz {
        Gompertz { m: self.number("m"), b: self.number("b") }
    }
}

fn one(name: &'static str, value: f64) -> Results {
    vec![(name, Found::Number(value))]
}

fn several(values: &[(&'static str, f64)]) -> Results {
    values.iter().map(|(name, value)| (*name, Found::Number(*value))).collect()
}

#[expect(clippy::too_many_lines, reason = "a table: one line or two a formula")]
fn recompute(formula: &str, inputs: &Inputs, firm: &Firm) -> Option<Results> {
    let n = |name: &str| inputs.number(name);
    let pension = &firm.policy.pension;
    Some(match formula {
        "gompertz_survival" => one("p", longevity::survival(n("age"), n("to"), inputs.law())),
        "gompertz_annuity" => one("a", longevity::annuity_factor(n("v"), n("age"), inputs.law())),
        "gompertz_le" => one("e", longevity::life_expectancy(n("age"), inputs.law())),
        "lifetime_ruin" => {
            let (nu, sd, age) = (n("nu"), n("sd"), n("age"));
            let by_formula = longevity::lifetime_ruin(nu, sd, age, inputs.law(), n("rate"));
            let by_projection = ruin_by_projection(nu, sd, age, inputs.law(), n("rate"));
            println!("lifetime ruin: formula {by_formula:.4}, projection {by_projection:.4}");
            assert!(
                (by_formula - by_projection).abs() <= 0.015,
                "formula {by_formula}, projection {by_projection}"
            );
            one("p", by_formula)
        }
        "merton" => one("share", portfolio::merton_share(n("excess"), n("sd"), n("gamma"))),
        "merton_hc" => {
            let merton = portfolio::merton_share(n("excess"), n("sd"), n("gamma"));
            one("share", portfolio::merton_share_with_human_capital(merton, n("financial"), n("human")))
        }
        "lognormal" => one("compound", rate::compound_of(n("arith"), n("sd"))),
        "real" => one("real", rate::real(n("nominal"), n("inflation"))),
        "portfolio" => {
            let corr: Vec<Vec<f64>> = serde_json::from_value(inputs.0["corr"].clone()).unwrap();
            let (arith, sd) =
                portfolio::combine(&inputs.numbers("w"), &inputs.numbers("mu"), &inputs.numbers("sd"), &corr);
            several(&[("arith", arith), ("sd", sd), ("compound", rate::compound_of(arith, sd))])
        }
        "mortgage" => {
            let compounding = match inputs.0["compounding"].as_str() {
                Some("semiannual") => mortgage::Compounding::SemiAnnual,
                _ => mortgage::Compounding::Monthly,
            };
            let rate = mortgage::monthly_rate(n("rate"), compounding);
            one("payment", mortgage::equal_payment(n("principal"), rate, months(n("years"))))
        }
        "equal_principal" => {
            let rate = mortgage::monthly_rate(n("rate"), mortgage::Compounding::Monthly);
            let loan = mortgage::equal_principal(n("principal"), rate, months(n("years")));
            several(&[("first", loan.first), ("last", loan.last), ("interest", loan.interest)])
        }
        "pv_due" => {
            let flows: Vec<(f64, u32)> = serde_json::from_value(inputs.0["flows"].clone()).unwrap();
            one("pv", rate::present_value_of_runs(&flows, n("rate")))
        }
        "retire_age" => {
            let class = serde_json::from_value::<RetireClass>(inputs.0["cls"].clone()).unwrap();
            let rule = pension.china.retirement.iter().find(|rule| rule.cls == class).unwrap();
            let birth = YearMonth { year: n("birth_year") as i32, month: inputs.years("birth_month") };
            let retirement = household::retirement(birth, rule);
            several(&[
                ("delay_months", f64::from(retirement.delay_months)),
                ("age_years", f64::from(retirement.age_months / 12)),
                ("age_months", f64::from(retirement.age_months % 12)),
                ("retire_year", f64::from(retirement.month.year)),
                ("retire_month", f64::from(retirement.month.month)),
                (
                    "min_contribution_years",
                    household::contribution_years_needed(retirement.month.year, &pension.china),
                ),
            ])
        }
        "basic_pension" => {
            let paid = Contributions {
                average_wage_month: n("avg_wage"),
                index: n("index"),
                years: n("years"),
                account: n("account"),
                age: n("age"),
            };
            let basic = household::basic_pension(paid, &pension.china);
            several(&[("base", basic.base), ("account", basic.account), ("total", basic.total())])
        }
        "cpp" => one("monthly", household::cpp(n("at65"), n("age"), &pension.canada)),
        "education" => {
            let education = Education {
                cost_today: n("cost_today"),
                cost_growth: n("edu_infl"),
                years_to: inputs.years("years_to"),
                years: inputs.years("n_years"),
                rate: n("r"),
                saved: n("saved"),
            };
            let funding = education.fund();
            several(&[
                ("need", funding.need),
                ("have", funding.have),
                ("gap", funding.gap),
                ("annual", funding.saving_year),
            ])
        }
        "hlv" => one(
            "pv",
            protection::human_life_value(n("income"), n("self"), n("g"), n("r"), inputs.years("years")),
        ),
        "fee_drag" => {
            let drag = fees::drag(n("start"), n("gross"), n("fee"), inputs.years("years"));
            several(&[("end", drag.end), ("lost_share", drag.lost_share)])
        }
        "commission" => one("share_of_assets", fees::commission_share(n("turnover"), n("rate"))),
        "breakeven" => one("turnover", fees::break_even_turnover(n("fee"), n("rate"))),
        "band" => one("band", rebalance::band(n("target"), 0.05, 0.25)),
        "funded" => {
            let funding = fund(&flows(inputs), n("r"));
            several(&[
                ("K", funding.ratio()),
                ("numerator", funding.resources),
                ("denominator", funding.wishes),
            ])
        }
        "zone" => {
            let policy = &firm.policy.zone;
            let essential = inputs.0["essential"].as_f64().unwrap_or(policy.default_essential_share);
            let measures = Measures {
                success: n("P"),
                bad_market: n("K10"),
                median: n("K50"),
                essential: zone::essential_share(essential, 1.0, policy),
            };
            vec![("zone", Found::Zone(zone::classify(measures, policy)))]
        }
        _ => return None,
    })
}

fn months(years: f64) -> u32 {
    (years * 12.0).round() as u32
}

/// One person's flows: saving until retirement, spending from then to the end, its year included.
fn flows(inputs: &Inputs) -> Flows {
    let n = |name: &str| inputs.number(name);
    let ages = || inputs.years("age")..=inputs.years("end");
    let retired = |age: u32| age >= inputs.years("retire");
    let saving = |age| if retired(age) { 0.0 } else { n("save") };
    let pension = |age| if age >= inputs.years("pension_age") { n("pension") } else { 0.0 };
    Flows {
        wealth: n("wealth"),
        inflow: ages().map(|age| saving(age) + pension(age)).collect(),
        spending: ages().map(|age| if retired(age) { n("spend") } else { 0.0 }).collect(),
    }
}

/// Probability that money runs out within a Gompertz life, by the projection: a unit at the end of
/// each year lived, from a wealth of `1 / rate`, no saving, no pension.
///
/// The payment of year `t` fails for the first time where K over the payments up to it falls below
/// one; it is ruin if death has not come yet. Paid in arrears, the projection is within 0.015 of
/// the formula; spent continuously it is 0.357 where the formula has 0.336, which is the formula's
/// own error (docs/method.md).
fn ruin_by_projection(log_mean: f64, sd: f64, age: f64, law: Gompertz, rate: f64) -> f64 {
    const LIFETIMES: u32 = 40_000;
    const YEARS: u32 = 55;
    let draws = Draws::new(11, LIFETIMES, YEARS + 1);
    let returns = vec![LogReturn { mean: log_mean, sd }; YEARS as usize + 1];
    let columns: Vec<_> =
        (1..=YEARS).map(|until| projection::Column::spending(1.0 / rate, 1..=until)).collect();
    let mut ruined = 0.0;
    let mut failed_before = 0.0;
    for (year, lifetimes) in (1..).zip(projection::play(&columns, &returns, &draws, LIFETIMES)) {
        let failed =
            lifetimes.ratios().iter().filter(|ratio| **ratio < 1.0).count() as f64 / f64::from(LIFETIMES);
        ruined += (failed - failed_before) * longevity::survival(age, age + f64::from(year), law);
        failed_before = failed;
    }
    ruined
}
