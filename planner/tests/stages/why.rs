use planner::answers::{Form, Priority, ProjectForm, ProjectKind};
use planner::firm::{Firm, FirmDocument};
use planner::why::{self, Cause, Replay, Why};
use planner::{Inputs, Moves};
use proptest::prelude::*;

use crate::properties::forms;
use crate::support::{china, firm, plan, request};

fn why_of(form: &Form) -> Why {
    let firm = firm();
    why::explain(&mut None, &Inputs::check(&request(form, Moves::default()), &firm).unwrap(), &firm)
}

fn replay(form: &Form, share: f64) -> Replay {
    let firm = firm();
    let inputs = Inputs::check(&request(form, Moves::default()), &firm).unwrap();
    why::replay(&mut None, &inputs, &firm, share)
}

fn wishing(wished_month: f64) -> Form {
    let mut form = china();
    form.money.wished_month = Some(wished_month);
    form.money.essential_month = Some(wished_month.min(11_000.0));
    form
}

fn share(why: &Why, cause: Cause) -> f64 {
    why.causes.iter().find(|blame| blame.cause == cause).unwrap().share
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_of_causes_sum_to_one_and_every_failure_is_counted(form in forms()) {
        let why = why_of(&form);
        let plan = plan(&form, Moves::default(), &firm());
        let failing = f64::from(why.failing) / f64::from(why.lifetimes);
        prop_assert!((1.0 - failing - plan.standing.success).abs() < 1e-12);
        let sum: f64 = why.causes.iter().map(|blame| blame.share).sum();
        let whole = if why.failing > 0 { 1.0 } else { 0.0 };
        prop_assert!((sum - whole).abs() < 1e-12);
        if let (Some(typical), Some(bad)) = (why.typical, why.bad) {
            let months = 12.0 * plan.household.spending_factor.iter().sum::<f64>();
            prop_assert!(0.0 < typical.share && typical.share <= bad.share && bad.share.is_finite());
            prop_assert!(0.0 < typical.months && typical.months <= bad.months && bad.months <= months);
        }
        prop_assert_eq!(why.typical.is_some(), why.failing > 0);
    }

    #[test]
    fn a_replayed_lifetime_ends_as_its_k_says(form in forms(), share in 0.0..=1.0_f64) {
        let replay = replay(&form, share);
        let plan = plan(&form, Moves::default(), &firm());
        prop_assert_eq!(replay.years.len(), plan.household.years as usize);
        prop_assert_eq!(replay.years[0].wealth, plan.household.wealth);
        let (mut discount, mut wishes, mut resources, mut size) = (1.0, 0.0, plan.household.wealth, 1.0_f64);
        for year in &replay.years {
            wishes += discount * year.spending;
            resources += discount * year.inflow;
            size += discount * (year.inflow.abs() + year.spending);
            discount /= 1.0 + year.rate;
        }
        let size = size + plan.household.wealth;
        prop_assert!((replay.ratio - resources / wishes).abs() * wishes < 1e-9 * size);
        prop_assert!((replay.left * discount - (replay.ratio - 1.0) * wishes).abs() < 1e-9 * size);
    }
}

#[test]
fn a_plan_short_even_with_median_returns_blames_itself() {
    let why = why_of(&wishing(60_000.0));
    assert!(share(&why, Cause::Plan) > 0.5, "{why:?}");
    assert_eq!(share(&why, Cause::PoorStretch), 0.0);
    let why = why_of(&wishing(22_000.0));
    assert_eq!(share(&why, Cause::Plan), 0.0);
    assert!(share(&why, Cause::EarlyCrash) > 0.1 && share(&why, Cause::PoorStretch) > 0.0, "{why:?}");
    assert!(share(&why, Cause::LongLife) > 0.0, "{why:?}");
}

#[test]
fn prices_have_no_blame_where_the_firm_knows_none_and_all_of_chance_where_they_are_all_of_it() {
    let form = wishing(22_000.0);
    let with = |deviation: f64| {
        let mut document = FirmDocument::clone(&firm());
        for set in &mut document.assumptions {
            set.inflation_deviation = deviation;
        }
        let firm = Firm::checked_by_server(document);
        why::explain(&mut None, &Inputs::check(&request(&form, Moves::default()), &firm).unwrap(), &firm)
    };
    let (none, usual, all) = (with(0.0), why_of(&form), with(0.1));
    assert_eq!(share(&none, Cause::Inflation), 0.0);
    for (cause, other) in usual.causes.iter().zip(&none.causes).skip(1) {
        assert!(cause.share <= other.share, "prices take from the others: {cause:?} {other:?}");
    }
    let usual = share(&usual, Cause::Inflation);
    assert!(0.02 < usual && usual < 0.3, "{usual}");
    assert!(usual < share(&all, Cause::Inflation), "{all:?}");
    // Where prices are all of chance, what they leave is the median year.
    let only = with(f64::MAX);
    assert_eq!((share(&only, Cause::Inflation), share(&none, Cause::Plan)), (1.0, 0.0));
}

#[test]
fn goals_have_the_blame_they_deserve() {
    let mut form = wishing(22_000.0);
    form.projects.clear();
    assert_eq!(share(&why_of(&form), Cause::Goals), 0.0);
    form.projects.push(ProjectForm {
        kind: Some(ProjectKind::Home),
        amount: Some(500_000.0),
        year: Some(2035.0),
        priority: Some(Priority::Need),
        wait_years: None,
        shrink_share: None,
    });
    assert!(share(&why_of(&form), Cause::Goals) > 0.1);
}

#[test]
fn a_higher_quantile_replays_a_better_lifetime() {
    let form = wishing(18_000.0);
    let ratios = [0.0, 0.1, 0.5, 0.9, 1.0].map(|share| replay(&form, share).ratio);
    assert!(ratios.windows(2).all(|pair| pair[0] < pair[1]), "{ratios:?}");
    let standing = plan(&form, Moves::default(), &firm()).standing;
    assert_eq!((ratios[1], ratios[2]), (standing.bad_market, standing.median));
}

#[test]
fn a_plan_without_failure_has_nobody_to_blame() {
    let mut form = wishing(3_000.0);
    form.money.unsorted = Some(9e9);
    let why = why_of(&form);
    assert_eq!((why.failing, why.causes.len(), why.typical), (0, 0, None));
}
