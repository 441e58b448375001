//! The worked examples of `docs/method.md`, worked out again: document and code cannot part.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at an example that cannot be read"
)]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "figures of the examples")]

use std::collections::BTreeSet;

use planner::allocation::{LogReturn, gamma_of, round_to_points};
use planner::date::YearMonth;
use planner::firm::shelf::Shelf;
use planner::firm::{Class, Firm, Gompertz, Level, Region, RetireClass};
use planner::funding::{Flows, fund};
use planner::goals::education::Education;
use planner::goals::estate::{self, Family};
use planner::goals::fund::Fund;
use planner::goals::mortgage::{self, Compounding};
use planner::goals::protection;
use planner::household::{self, Contributions};
use planner::portfolio::{self, Moments};
use planner::zone::{self, Measures};
use planner::{Inputs, Request, change, draws, fees, frontier, guardrail, longevity, rebalance};
use planner::{stress, ways, why};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

mod support;

const METHOD: &str = include_str!("../../docs/method.md");

/// An example under its heading: names with values as printed, what goes in and what comes out.
struct Worked {
    heading: &'static str,
    given: Vec<(&'static str, &'static str)>,
    printed: Vec<(&'static str, &'static str)>,
}

impl Worked {
    fn text(&self, name: &str) -> &'static str {
        let found = self.given.iter().find(|(known, _)| *known == name);
        found.unwrap_or_else(|| panic!("{}: the example has no {name}", self.heading)).1
    }

    fn n(&self, name: &str) -> f64 {
        let text = self.text(name);
        text.parse().unwrap_or_else(|_| panic!("{}: {name} is no number: {text}", self.heading))
    }

    fn years(&self, name: &str) -> u32 {
        self.n(name) as u32
    }

    fn list(&self, name: &str) -> Vec<f64> {
        self.text(name).split(' ').map(|number| number.parse().unwrap()).collect()
    }

    /// A word of a type that is written as one, such as a class.
    fn word<T: DeserializeOwned>(&self, name: &str) -> T {
        serde_json::from_value(json!(self.text(name))).unwrap()
    }
}

/// Every heading of a formula, with its examples.
fn examples() -> Vec<Worked> {
    let mut examples = Vec::new();
    for part in METHOD.split("\n### ").skip(1) {
        let part = part.split("\n## ").next().unwrap();
        let heading = part.lines().next().unwrap();
        for block in part.split("```worked\n").skip(1) {
            let lines = block.split("```").next().unwrap().lines();
            let (printed, given): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with("=> "));
            let pairs = |lines: Vec<&'static str>| {
                let pair = |line: &'static str| line.trim_start_matches("=> ").split_once(" = ").unwrap();
                lines.into_iter().map(pair).collect()
            };
            examples.push(Worked { heading, given: pairs(given), printed: pairs(printed) });
        }
    }
    examples
}

#[test]
fn every_example_comes_out_as_printed() {
    let (firm, shelf) = (support::firm(), support::shelf());
    let mut faults = Vec::new();
    for worked in examples() {
        let found = work_out(&worked, &firm, &shelf);
        for (name, printed) in &worked.printed {
            match look_up(&found, name) {
                None => faults.push(format!("{}: nothing is called {name}", worked.heading)),
                Some(value) if as_printed(value, printed) != *printed => {
                    let value = as_printed(value, printed);
                    faults.push(format!("{}: {name} is {value}, printed {printed}", worked.heading));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_formula_has_an_example_with_results() {
    let headings: BTreeSet<&str> =
        METHOD.split("\n### ").skip(1).map(|part| part.lines().next().unwrap()).collect();
    let worked: BTreeSet<&str> =
        examples().iter().filter(|worked| !worked.printed.is_empty()).map(|worked| worked.heading).collect();
    assert_eq!(headings, worked);
}

/// A value with as many decimals as are printed.
fn as_printed(value: &Value, printed: &str) -> String {
    let number = |value: &Value| {
        let decimals = printed.split('.').nth(1).map_or(0, str::len);
        value.as_f64().map(|number| format!("{number:.decimals$}"))
    };
    match value {
        Value::String(word) => word.clone(),
        Value::Array(values) => values.iter().filter_map(number).collect::<Vec<_>>().join(" "),
        value => number(value).unwrap_or_else(|| value.to_string()),
    }
}

/// A value by its dotted path, whole names before paths.
fn look_up<'a>(found: &'a Value, name: &str) -> Option<&'a Value> {
    found.get(name).or_else(|| found.pointer(&format!("/{}", name.replace('.', "/"))))
}

fn work_out(worked: &Worked, firm: &Firm, shelf: &Shelf) -> Value {
    if worked.given.iter().any(|(name, _)| *name == "ask") {
        return ask(worked, firm);
    }
    let n = |name: &str| worked.n(name);
    let moments = |fee: f64| Moments { arithmetic: n("arithmetic"), sd: n("sd"), fee };
    let pension = &firm.policy.pension;
    match worked.heading {
        "Plan age" => {
            let law = Gompertz { m: n("m"), b: n("b") };
            json!({ "survival": longevity::survival(n("from"), n("to"), law) })
        }
        "Retirement age in China" => retirement(worked, firm),
        "Basic pension in China" => {
            let paid = Contributions {
                average_wage_month: n("average_wage_month"),
                index: n("index"),
                years: n("years"),
                account: n("account"),
                age: n("age"),
            };
            let basic = household::basic_pension(paid, &pension.china);
            json!({ "base": basic.base, "account_part": basic.account, "total": basic.total() })
        }
        "CPP and OAS" => json!({
            "cpp_month": household::cpp(n("cpp_at_65"), n("cpp_age"), &pension.canada),
            "oas_month": household::oas(n("oas_residence_years"), n("oas_age"), &pension.canada),
        }),
        "Growth share" => {
            let gamma = gamma_of(n("tolerance"), firm.policy.saa.gamma);
            let merton = portfolio::merton_share(n("excess"), n("sd"), gamma);
            let with_saving = portfolio::merton_share_with_human_capital(merton, n("financial"), n("human"));
            json!({ "gamma": gamma, "merton": merton, "by_tolerance": with_saving })
        }
        "Sleeves" => {
            let shares = round_to_points(&worked.list("shares"));
            json!({ "points": shares.iter().map(|share| (share * 100.0).round()).collect::<Vec<_>>() })
        }
        "Expected range" => {
            let moments = moments(n("fee"));
            let twentieth = draws::normal_quantile(0.05);
            json!({
                "compound": moments.compound(),
                "real_net": moments.real_net(n("inflation")),
                "bad_year": moments.quantile_return(twentieth),
                "good_year": moments.quantile_return(-twentieth),
            })
        }
        "Loss of a bad year" => {
            let twentieth = draws::normal_quantile(0.05);
            json!({
                "loss_probability": moments(0.0).loss_probability(),
                "loss_95": -moments(0.0).quantile_return(twentieth),
                "mean_of_worst": -moments(0.0).mean_of_worst(twentieth),
            })
        }
        "Lognormal returns" => {
            let moments = moments(n("fee"));
            json!({ "log_mean": libm::log1p(moments.real_net(n("inflation"))), "log_sd": moments.log_sd() })
        }
        "Funded ratio K" => funded_ratio(worked),
        "P, B and M" => {
            let measures = Measures::of(&worked.list("ratios"), 0.7, &firm.policy.zone);
            json!({ "P": measures.success, "B": measures.bad_market, "M": measures.median })
        }
        "Zone" => {
            let essential = zone::essential_share(n("essential"), 1.0, &firm.policy.zone);
            let measures = Measures { success: n("P"), bad_market: n("B"), median: n("M"), essential };
            json!({ "zone": zone::classify(measures, &firm.policy.zone) })
        }
        _ => work_out_beside(worked, firm, shelf),
    }
}

/// The examples of the rooms beside retirement.
fn work_out_beside(worked: &Worked, firm: &Firm, shelf: &Shelf) -> Value {
    let n = |name: &str| worked.n(name);
    match worked.heading {
        "Need of a study" => {
            let study = Education {
                cost_today: n("cost_today"),
                cost_growth: n("cost_growth"),
                years_to: worked.years("years_to"),
                years: worked.years("years"),
                rate: n("rate"),
                saved: n("saved"),
            };
            let funding = study.fund();
            json!({
                "need": funding.need,
                "have": funding.have,
                "gap": funding.gap,
                "saving_year": funding.saving_year,
            })
        }
        "Funding of a goal" => {
            let in_years = worked.years("in_years");
            let fund = Fund {
                pot: n("pot"),
                saving: vec![n("saving_year"); in_years as usize + 1],
                in_years,
                parts: vec![n("payment_year"); worked.years("payments") as usize],
                essential: 1.0,
            };
            json!(fund.funding(&[LogReturn { mean: n("log_mean"), sd: 0.0 }]))
        }
        "Loan payments" => loan_payments(worked),
        "Protection" => json!({
            "life_value": protection::human_life_value(
                n("income_year"), n("own_share"), n("growth"), n("rate"), worked.years("years"),
            ),
        }),
        "Estate shares" => estate_shares(worked, firm),
        "Rebalancing bands" => {
            let policy = &shelf.upkeep.band;
            let band = |name: &str| rebalance::band(n(name), policy.absolute, policy.relative);
            json!({ "band_large": band("target_large"), "band_small": band("target_small") })
        }
        "Stress tests" => stressed(worked, firm, shelf),
        "Suitability" => {
            let class: Class = worked.word("class");
            let levels = &firm.policy.suitability.levels[&class];
            let suits = |name: &str| if levels.contains(&worked.word::<Level>(name)) { "yes" } else { "no" };
            json!({ "allowed": suits("level_allowed"), "refused": suits("level_refused") })
        }
        "Fees" => fee_lines(worked),
        "End wealth" => {
            let drag = fees::drag(n("start"), n("gross"), n("fee"), worked.years("years"));
            json!({ "end_wealth": drag.end, "lost_share": drag.lost_share })
        }
        heading => panic!("nothing works out the example of {heading}"),
    }
}

fn fee_lines(worked: &Worked) -> Value {
    let n = |name: &str| worked.n(name);
    let form = fees::FeeForm {
        assets: Some(1.0),
        turnover: Some(n("turnover")),
        commission: Some(n("commission")),
        stamp_duty: Some(n("stamp_duty")),
        fund_cost: Some(0.0),
        fee: Some(n("fee")),
        trading_cost: Some(0.0),
        growth: Some(0.0),
        years: Some(1.0),
    };
    let compared = fees::compare(&fees::check(&form).unwrap());
    json!({
        "share_of_assets": fees::commission_share(n("turnover"), n("commission")),
        "with_duty": compared.commission.share,
        "break_even_turnover": compared.break_even,
        "same_cost_turnover": compared.same_cost,
    })
}

fn retirement(worked: &Worked, firm: &Firm) -> Value {
    let china = &firm.policy.pension.china;
    let class: RetireClass = worked.word("class");
    let rule = china.retirement.iter().find(|rule| rule.cls == class).unwrap();
    let birth = YearMonth { year: worked.n("birth_year") as i32, month: worked.years("birth_month") };
    let retirement = household::retirement(birth, rule);
    json!({
        "delay_months": retirement.delay_months,
        "age_years": retirement.age_months / 12,
        "age_months": retirement.age_months % 12,
        "contribution_years": household::contribution_years_needed(retirement.month.year, china),
    })
}

fn funded_ratio(worked: &Worked) -> Value {
    let n = |name: &str| worked.n(name);
    let years = |name: &str| worked.years(name) as usize;
    let (saving, spending) = (years("save_years"), years("spend_years"));
    let runs = |first: f64, then: f64| [vec![first; saving], vec![then; spending]].concat();
    let flows =
        Flows { wealth: n("wealth"), inflow: runs(n("save"), n("pension")), spending: runs(0.0, n("spend")) };
    let funding = fund(&flows, n("return"));
    json!({ "resources": funding.resources, "wishes": funding.wishes, "K": funding.ratio() })
}

fn loan_payments(worked: &Worked) -> Value {
    let months = 12 * worked.years("years");
    let rate = |compounding| mortgage::monthly_rate(worked.n("rate"), compounding);
    let payment = |compounding| mortgage::equal_payment(worked.n("principal"), rate(compounding), months);
    let parts = mortgage::equal_principal(worked.n("principal"), rate(Compounding::Monthly), months);
    json!({
        "payment_monthly": payment(Compounding::Monthly),
        "payment_semiannual": payment(Compounding::SemiAnnual),
        "first": parts.first,
        "last": parts.last,
        "interest": parts.interest,
    })
}

fn estate_shares(worked: &Worked, firm: &Firm) -> Value {
    let family = Family {
        spouse: worked.n("spouse") > 0.0,
        children: worked.years("children") as usize,
        parents: worked.years("parents") as usize,
    };
    let policy = firm.policy.life.estate_of(worked.word::<Region>("region"));
    let heirs = json!(estate::by_law(family, worked.n("inherited"), policy));
    let share = |relation: &str| {
        let heir = heirs.as_array().unwrap().iter().find(|heir| heir["relation"] == relation);
        heir.map_or(0.0, |heir| heir["share"].as_f64().unwrap())
    };
    json!({
        "spouse_share": share("spouse"),
        "child_share": share("child"),
        "parent_share": share("parent"),
    })
}

fn stressed(worked: &Worked, firm: &Firm, shelf: &Shelf) -> Value {
    let region: Region = worked.word("region");
    let weights: Vec<&str> = worked.text("weights").split(' ').collect();
    let mix: Vec<_> = weights
        .chunks_exact(2)
        .map(|weight| {
            let asset = firm.assumptions_of(region).asset.iter().find(|asset| asset.id == weight[0]).unwrap();
            let (family, share) = (asset.family, weight[1].parse().unwrap());
            planner::allocation::Weight { asset: asset.id.clone(), family, share }
        })
        .collect();
    let crises = stress::stress(&mix, worked.n("wealth"), region, shelf);
    json!(crises.iter().find(|crisis| crisis.scenario == worked.text("scenario")).unwrap())
}

/// What a whole plan says, from a stored household and what the example changes.
fn ask(worked: &Worked, firm: &Firm) -> Value {
    let mut request = stored(worked.text("form"));
    let before: Request = serde_json::from_value(request.clone()).unwrap();
    for (name, value) in worked.given.iter().filter(|(name, _)| name.contains('.')) {
        let place = name.split('.').fold(&mut request, |place, key| &mut place[key]);
        *place = serde_json::from_str(value).unwrap();
    }
    let request: Request = serde_json::from_value(request).unwrap();
    let inputs = &Inputs::check(&request, firm).unwrap();
    let draws = &mut None;
    match worked.text("ask") {
        "plan" => json!(planner::plan(inputs, firm)),
        "life" => json!(planner::life(inputs, firm)),
        "map" => json!(frontier::draw(draws, inputs, firm)),
        "ways" => json!(ways::find(draws, inputs, firm)),
        "why" => json!(why::explain(draws, inputs, firm)),
        "replay" => json!(why::replay(draws, inputs, firm, 0.1)),
        "guardrails" => json!(guardrail::set(draws, inputs, firm)),
        "change" => json!(change::compare((&before, firm), (&request, firm)).unwrap()),
        other => panic!("nothing is asked by {other}"),
    }
}

/// The request of a stored household, with every key that it may have.
fn stored(form: &str) -> Value {
    let form = match form {
        "form_v1_china" => support::china(),
        "form_v1_canada" => support::canada(),
        "form_v2_china" => support::china_with_goals(),
        _ => panic!("there is no stored form {form}"),
    };
    json!(support::request(&form, planner::Moves::default()))
}
